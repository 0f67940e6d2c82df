// Compact provisions: what goes in comes out, and codes are told apart.
#include "reconcile/provisions.hpp"

#include <set>

#include <gtest/gtest.h>

#include "unit/reconcile/cases.hpp"

namespace srgconv::reconcile {
namespace {

TEST(CodeNumbers, EqualCodesAndNoOthersShareANumber) {
  CodeNumbers numbers;
  const std::vector<std::string> codes = {"", "2", "02", "22", "220", "2200", "22000", std::string("2\0", 2), "\xC3\xA9"};
  std::set<std::uint32_t> seen;
  for (const std::string& code : codes) EXPECT_TRUE(seen.insert(numbers.add(code)).second) << code;
  for (const std::string& code : codes) EXPECT_FALSE(seen.insert(numbers.add(code)).second) << code;
  for (const std::string& code : codes) EXPECT_EQ(numbers.text(numbers.find(code)), code);
  EXPECT_EQ(numbers.find("220000"), CodeNumbers::unknown) << "no provision has it";
  EXPECT_EQ(numbers.find("221"), numbers.add("221")) << "a short code is its own number";
  EXPECT_EQ(numbers.add(""), 0U);
}

TEST(Provisions, GiveBackWhatWasAdded) {
  std::vector<Provision> added = {cases::provision("0398@-/1001 123456782 22 2021-03-01"),
                                  cases::provision("0398@202101/2 111222333 40 2021-__-__ 2022-01-__ 1"),
                                  cases::provision("0398@-/3 123456782 2201 ____-__-__ - 12345"), cases::provision("0416@-/4 999999990 22 2021-03-01")};
  added[1].description = "Leerwerkbedrijf";
  added[2].wage_value = *Decimal::parse("45.25");
  added[2].work_capacity = "03";
  CodeNumbers numbers;
  Provisions provisions;
  for (const Provision& one : added) provisions.add(one, numbers);
  ASSERT_EQ(provisions.size(), added.size());
  for (std::size_t index = 0; index < added.size(); ++index) {
    const Provision found = provisions.provision(index, numbers);
    const Provision& wanted = added[index];
    EXPECT_EQ(found.key, wanted.key);
    EXPECT_EQ(found.bsn.reveal(), wanted.bsn.reveal());
    EXPECT_EQ(found.type, wanted.type);
    EXPECT_EQ(found.start, wanted.start);
    EXPECT_EQ(found.end, wanted.end);
    EXPECT_EQ(found.goal, wanted.goal);
    EXPECT_EQ(found.work_capacity, wanted.work_capacity);
    EXPECT_EQ(found.wage_value, wanted.wage_value);
    EXPECT_EQ(found.description, wanted.description);
    EXPECT_EQ(provisions[index].index, index);
    EXPECT_EQ(provisions.key_text(index), wanted.key.text());
    for (std::size_t other = 0; other < added.size(); ++other) EXPECT_EQ(provisions.key_before(index, other), wanted.key < added[other].key);
  }
  EXPECT_EQ(provisions.numberings().size(), 3U);
}

TEST(Provisions, KnowTheEndThatWasRecordedSince) {
  CodeNumbers numbers;
  Provisions provisions;
  provisions.add(cases::provision("0398@-/1 123456782 22 2021-03-01 2022-01-05"), numbers);
  provisions.add(cases::provision("0398@-/2 123456782 22 2021-03-01"), numbers, cases::day("2022-01-__"));
  provisions.add(cases::provision("0398@-/3 123456782 22 2021-03-01"), numbers);
  EXPECT_EQ(provisions.end_since(0), cases::day("2022-01-05"));
  EXPECT_EQ(provisions.end(1), std::nullopt);
  EXPECT_EQ(provisions.end_since(1), cases::day("2022-01-__"));
  EXPECT_EQ(provisions.end_since(2), std::nullopt);
}

TEST(SameEnd, RecordedSinceBeforeDelivered) {
  CodeNumbers numbers;
  const auto old = [&](const std::string& end, const std::string& since) {
    Provisions one;
    one.add(cases::provision("0398@-/1 123456782 22 2021-03-01 " + end), numbers, since.empty() ? std::nullopt : std::optional(cases::day(since)));
    return one[0];
  };
  const auto fresh = [&](const std::string& end) {
    Provisions one;
    one.add(cases::provision("1980@-/1 123456782 22 2021-03-01 " + end), numbers);
    return one[0];
  };
  EXPECT_TRUE(same_end(old("-", ""), fresh("-")));
  EXPECT_FALSE(same_end(old("-", ""), fresh("2022-01-01")));
  EXPECT_TRUE(same_end(old("-", "2022-01-01"), fresh("2022-01-01")));
  EXPECT_FALSE(same_end(old("-", "2022-01-01"), fresh("-")));  // it is known now that it ended
  EXPECT_FALSE(same_end(old("2022-01-__", ""), fresh("2022-01-01")));
}

}  // namespace
}  // namespace srgconv::reconcile
