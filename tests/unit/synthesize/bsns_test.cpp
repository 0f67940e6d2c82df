// Invented BSNs pass the 11-test, differ, and can be mistaken for one that passes it too.
#include <set>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "domain/identifiers.hpp"
#include "synthesize/bsns.hpp"

namespace srgconv::synthesize {
namespace {

bool is_bsn(std::uint32_t bsn) { return Bsn::parse(fmt::format("{:09}", bsn)).bsn.has_value(); }

TEST(Bsns, PassTheElevenTestAndDiffer) {
  const Bsns bsns(1);
  std::set<std::uint32_t> seen;
  for (std::uint64_t number = 0; number < 50'000; ++number) {
    const std::uint32_t bsn = bsns.at(number);
    ASSERT_TRUE(is_bsn(bsn)) << number;
    seen.insert(bsn);
  }
  EXPECT_EQ(seen.size(), 50'000U);
}

RC_GTEST_PROP(Bsns, LeadBackToTheirNumber, (std::uint64_t seed)) {
  const Bsns bsns(seed);
  const auto number = *rc::gen::inRange<std::uint64_t>(0, Bsns::count);
  RC_ASSERT(bsns.number_of(bsns.at(number)) == std::optional(number));
}

TEST(Bsns, NumbersThatFailTheTestHaveNoNumber) {
  const Bsns bsns(1);
  EXPECT_FALSE(bsns.number_of(123456783));
  EXPECT_FALSE(bsns.number_of(0));
}

RC_GTEST_PROP(Bsns, AMistakeHasTwoWrongDigitsAndPasses, (std::uint64_t seed)) {
  const Bsns bsns(seed);
  Random random(seed);
  const std::uint32_t right = bsns.at(*rc::gen::inRange<std::uint64_t>(0, 1'000'000));
  const std::uint32_t wrong = bsns.mistaken(right, 50'000'000, random);
  RC_ASSERT(is_bsn(wrong));
  const std::string a = fmt::format("{:09}", right), b = fmt::format("{:09}", wrong);
  int different = 0;
  for (std::size_t i = 0; i < 9; ++i) different += a[i] != b[i] ? 1 : 0;
  RC_ASSERT(different == 2);
  const auto number = bsns.number_of(wrong);
  RC_ASSERT(!number || *number >= 50'000'000);
}

}  // namespace
}  // namespace srgconv::synthesize
