// Leads: BSNs that nearly agree, and what is offered to people and what is not.
#include "reconcile/leads.hpp"

#include <algorithm>
#include <string>

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "unit/reconcile/cases.hpp"

namespace srgconv::reconcile {
namespace {

using cases::Case;
using cases::run;

std::string nine_digits(std::uint32_t bsn) { return fmt::format("{:09}", bsn); }

// The 11-test as it is published: 9, 8, ..., 2 times the digits, minus the last one.
bool passes(std::uint32_t bsn) {
  const std::string digits = nine_digits(bsn);
  int sum = 0;
  for (int at = 0; at < 9; ++at) sum += (at == 8 ? -1 : 9 - at) * (digits[static_cast<std::size_t>(at)] - '0');
  return sum % 11 == 0;
}

std::size_t different_digits(std::uint32_t a, std::uint32_t b) {
  const std::string one = nine_digits(a), other = nine_digits(b);
  std::size_t count = 0;
  for (std::size_t at = 0; at < 9; ++at) count += one[at] != other[at];
  return count;
}

std::uint32_t drawn_bsn() {
  auto bsn = *rc::gen::inRange<std::uint32_t>(10'000'000, 999'999'900);
  while (!passes(bsn)) ++bsn;
  return bsn;
}

TEST(NearlyEqualBsns, PassTheTestDifferInTwoDigitsAndGoBothWays) {
  EXPECT_TRUE(rc::check("each passes the 11-test, differs in exactly two digits, and has the first one among its own", [] {
    const std::uint32_t bsn = drawn_bsn();
    const auto others = nearly_equal_bsns(bsn);
    RC_ASSERT(others.size() > 200U);
    RC_ASSERT(std::adjacent_find(others.begin(), others.end(), std::greater_equal<>()) == others.end());
    for (const std::uint32_t other : others) {
      RC_ASSERT(passes(other));
      RC_ASSERT(different_digits(bsn, other) == 2U);
      const auto back = nearly_equal_bsns(other);
      RC_ASSERT(std::binary_search(back.begin(), back.end(), bsn));
    }
  }));
}

TEST(NearlyEqualBsns, NoneIsLeftOut) {
  std::vector<std::uint32_t> expected;
  const std::uint32_t bsn = 123456782;
  for (std::uint32_t a = 1; a <= 100'000'000; a *= 10) {
    for (std::uint32_t b = a * 10; b <= 100'000'000; b *= 10) {
      for (std::uint32_t x = 0; x < 10; ++x) {
        for (std::uint32_t y = 0; y < 10; ++y) {
          const std::uint32_t other = bsn - bsn / a % 10 * a - bsn / b % 10 * b + x * a + y * b;
          if (passes(other) && different_digits(bsn, other) == 2) expected.push_back(other);
        }
      }
    }
  }
  std::sort(expected.begin(), expected.end());
  EXPECT_EQ(nearly_equal_bsns(bsn), expected);
}

TEST(NearlyEqualBsns, OneWrongDigitFailsTheTest) {
  EXPECT_TRUE(rc::check("a number that passes never differs in one digit", [] {
    const std::uint32_t bsn = drawn_bsn();
    for (std::uint32_t place = 1; place <= 100'000'000; place *= 10) {
      for (std::uint32_t digit = 0; digit < 10; ++digit) {
        const std::uint32_t other = bsn - bsn / place % 10 * place + digit * place;
        RC_ASSERT(other == bsn || !passes(other));
      }
    }
  }));
}

TEST(Leads, AnotherBsnIsOfferedAndNeverLinked) {
  const std::string near = nine_digits(nearly_equal_bsns(123456782).front());
  for (const bool weighed : {false, true}) {
    Case given;
    given.has_old("0398@-/1001 123456782 22 2021-03-01").has_new("1980@202201/H1001 " + near + " 22 2021-03-01").usual_match({"0398"});
    if (weighed) given.evidence(5000, 3000);
    const auto result = run(given);
    EXPECT_EQ(result.links(), "");
    EXPECT_EQ(result.reviews(), "0398@-/1001 RECO-054: 1980@202201/H1001\n");
  }
}

TEST(Leads, AnotherPersonIsNoLead) {
  const auto result = run(Case().has_old("0398@-/1 123456782 22 2021-03-01").has_new("1980@202201/7 111222333 22 2021-03-01").usual_match({"0398"}));
  EXPECT_EQ(result.reviews(), "0398@-/1 RECO-025:\n");
}

TEST(Leads, AnotherTypeGoesBeforeAnotherBsn) {
  const std::string near = nine_digits(nearly_equal_bsns(123456782).front());
  const auto result = run(Case()
                              .has_old("0398@-/1 123456782 22 2021-03-01")
                              .has_new("1980@202201/7 123456782 30 2021-03-01")
                              .has_new("1980@202201/8 " + near + " 22 2021-03-01")
                              .usual_match({"0398"}));
  EXPECT_EQ(result.reviews(), "0398@-/1 RECO-051: 1980@202201/7\n");
}

TEST(Leads, WhatIsLinkedOrStartedSinceIsNone) {
  const auto result = run(Case()
                              .has_old("0398@-/1 123456782 22 2021-03-01")
                              .has_old("0398@-/2 123456782 30 2021-03-01")
                              .has_new("1980@202201/7 123456782 30 2021-03-01")
                              .has_new("1980@202201/8 123456782 40 2022-01-15")
                              .usual_match({"0398"}));
  EXPECT_EQ(result.links(), "0398@-/2 -> 1980@202201/7 equal\n");
  EXPECT_EQ(result.reviews(), "0398@-/1 RECO-025:\n");
}

}  // namespace
}  // namespace srgconv::reconcile
