// Compact facts: codes as numbers, and the order by person.
#include "reconcile/facts.hpp"

#include <algorithm>
#include <random>
#include <set>
#include <tuple>

#include <gtest/gtest.h>

#include "reconcile/key_order.hpp"
#include "unit/reconcile/cases.hpp"

namespace srgconv::reconcile {
namespace {

TEST(CodeNumbers, EqualCodesAndNoOthersShareANumber) {
  CodeNumbers numbers;
  const std::vector<std::string> codes = {"", "2", "02", "22", "220", "2200", "22000", std::string("2\0", 2), "\xC3\xA9"};
  std::set<std::uint32_t> seen;
  for (const std::string& code : codes) EXPECT_TRUE(seen.insert(numbers.of(code)).second) << code;
  for (const std::string& code : codes) EXPECT_FALSE(seen.insert(numbers.of(code)).second) << code;
}

TEST(OrderedByPerson, IsWhatSortingGives) {
  std::mt19937 chance(3);
  for (const std::uint32_t range : {1U, 5U, 5000U, 999'999'999U}) {
    std::vector<Facts> facts(3000);
    for (std::uint32_t index = 0; index < facts.size(); ++index) {
      facts[index].bsn = 1 + static_cast<std::uint32_t>(chance()) % range;
      facts[index].index = index;
    }
    std::vector<std::pair<std::uint32_t, std::uint32_t>> expected, found;
    for (const Facts& one : facts) expected.emplace_back(one.bsn, one.index);
    std::sort(expected.begin(), expected.end());
    std::shuffle(facts.begin(), facts.end(), chance);
    for (const Facts& one : ordered_by_person(facts)) found.emplace_back(one.bsn, one.index);
    EXPECT_EQ(found, expected);
  }
  EXPECT_TRUE(ordered_by_person({}).empty());
}

TEST(SameEnd, DeliveredOrRecordedSince) {
  CodeNumbers numbers;
  const auto old = [&](const std::string& end, const std::string& since) {
    OldProvision one{cases::provision("0398@-/1 123456782 22 2021-03-01 " + end), {}};
    if (!since.empty()) one.end_recorded_since = cases::day(since);
    return facts_of(one, 0, numbers);
  };
  const auto fresh = [&](const std::string& end) { return facts_of(cases::provision("1980@-/1 123456782 22 2021-03-01 " + end), 0, numbers); };
  EXPECT_TRUE(same_end(old("-", ""), fresh("-")));
  EXPECT_FALSE(same_end(old("-", ""), fresh("2022-01-01")));
  EXPECT_TRUE(same_end(old("-", "2022-01-01"), fresh("2022-01-01")));
  EXPECT_TRUE(same_end(old("-", "2022-01-01"), fresh("-")));
  EXPECT_FALSE(same_end(old("2022-01-__", ""), fresh("2022-01-01")));
}

TEST(KeyOrder, IsThatOfKeys) {
  std::mt19937 chance(4);
  std::vector<OldProvision> old;
  for (const char* numbering : {"0398@-", "0398@202101", "0416@-", "04@-"}) {
    for (const char* id : {"1", "10", "2", "LONGNUMBER", "LONGNUMBER1", "LONGNUMBER0", "LONGNUMB", "LONG\xC3\xA9"}) {
      old.push_back({cases::provision(fmt::format("{}/{} 123456782 22 2021-03-01", numbering, id)), {}});
    }
  }
  std::vector<ProvisionKey> expected;
  for (const OldProvision& one : old) expected.push_back(one.provision.key);
  std::sort(expected.begin(), expected.end());
  for (int round = 0; round < 5; ++round) {
    std::vector<ProvisionKey> found;
    for (const std::uint32_t index : in_key_order(old)) found.push_back(old[index].provision.key);
    EXPECT_EQ(found, expected);
    std::shuffle(old.begin(), old.end(), chance);
  }
}

}  // namespace
}  // namespace srgconv::reconcile
