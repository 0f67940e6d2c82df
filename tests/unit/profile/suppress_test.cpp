// What may be told of counts of codes: nobody can compute a count under five.
#include "profile/suppress.hpp"

#include <numeric>
#include <set>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace srgconv::profile {
namespace {

using Counts = std::map<std::string, std::uint64_t>;

TEST(SafeCounts, ShowsAllWhereNothingIsRare) {
  const SafeCounts safe = safe_counts({{"JC", 5}, {"LKS", 12}});
  ASSERT_EQ(safe.codes.size(), 2U);
  EXPECT_EQ(safe.codes[0].value, "LKS");
  EXPECT_EQ(safe.codes[0].count, 12U);
  EXPECT_EQ(safe.codes[1].count, 5U);
  EXPECT_EQ(safe.rare, 0U);
  EXPECT_FALSE(safe.hide_fill);
}

TEST(SafeCounts, ARareValueTakesTheCountOfTheSmallestShownOneWithIt) {
  const SafeCounts safe = safe_counts({{"BW", 2}, {"JC", 40}, {"LKS", 50}});
  ASSERT_EQ(safe.codes.size(), 2U);
  EXPECT_EQ(safe.codes[0].value, "LKS");
  EXPECT_EQ(safe.codes[0].count, 50U);
  EXPECT_EQ(safe.codes[1].value, "JC");
  EXPECT_FALSE(safe.codes[1].count);
  EXPECT_EQ(safe.rare, 1U);
}

TEST(SafeCounts, AlsoHidesTheTotalWhereItWouldTell) {
  const SafeCounts safe = safe_counts({{"BW", 1}, {"JC", 5}});  // six rows: one of them would be told
  EXPECT_TRUE(safe.hide_fill);
  EXPECT_EQ(safe.at_least, 6U);
  EXPECT_FALSE(safe.codes.front().count);
}

// Every way to fill in the hidden counts that fits what is shown: an attacker who knows the program can do no better.
std::set<std::uint64_t> possible_sums_of_rare(const SafeCounts& safe, std::uint64_t filled) {
  std::uint64_t exact = 0, smallest = 0, hidden = 0;
  for (const ShownCode& code : safe.codes) {
    if (!code.count) {
      ++hidden;
      continue;
    }
    exact += *code.count;
    smallest = smallest == 0 ? *code.count : std::min(smallest, *code.count);
  }
  std::set<std::uint64_t> sums;
  for (std::uint64_t rare = safe.rare; rare <= 4 * safe.rare && rare + exact <= filled; ++rare) {
    const std::uint64_t rest = filled - exact - rare;
    if (rest >= 5 * hidden && (smallest == 0 || rest <= smallest * hidden)) sums.insert(rare);
  }
  return sums;
}

RC_GTEST_PROP(SafeCounts, NobodyCanTellTheSumOfTheRareOnes, ()) {
  const auto values = *rc::gen::container<std::vector<std::uint64_t>>(rc::gen::inRange<std::uint64_t>(1, 20));
  Counts counts;
  for (std::size_t i = 0; i < values.size(); ++i) counts["V" + std::to_string(i)] = values[i];
  const SafeCounts safe = safe_counts(counts);
  for (const ShownCode& code : safe.codes) {
    RC_ASSERT(counts.at(code.value) >= smallest_shown);
    if (code.count) RC_ASSERT(*code.count == counts.at(code.value));
  }
  if (safe.rare == 0 || safe.hide_fill) return;
  const std::uint64_t filled = std::accumulate(values.begin(), values.end(), std::uint64_t{0});
  RC_ASSERT(possible_sums_of_rare(safe, filled).size() >= 4U);
}

}  // namespace
}  // namespace srgconv::profile
