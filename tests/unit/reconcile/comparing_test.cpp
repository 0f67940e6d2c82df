// The comparisons, level by level.
#include "reconcile/comparing.hpp"

#include <gtest/gtest.h>

#include "unit/reconcile/cases.hpp"

namespace srgconv::reconcile {
namespace {

using cases::Case;

const CodeLists& types() {
  static const CodeLists lists = [] {
    CodeLists result;
    const auto code = [](const char* number, const char* category, const char* role) { return Code{number, "", category, role, {}, {}, {}, "assumed"}; };
    result.add(
        CodeList("type", {code("22", "work", "place"), code("29", "work", "other"), code("39", "help", "place"), code("40", "", ""), code("41", "", "")}));
    return result;
  }();
  return lists;
}

// The levels of an old and a new provision that are not `equal` (of the number: not `other`).
std::string levels(Case given) {
  const Problem problem = cases::problem_of(given, types());
  const Evidence evidence = evidence_of(problem, 0, 0);
  std::string text;
  for (const Comparison comparison : comparisons) {
    const std::string_view level = level_names(comparison)[evidence.level(comparison)];
    if (level != (comparison == Comparison::number ? "other" : "equal")) text += fmt::format("{}{} {}", text.empty() ? "" : ", ", name(comparison), level);
  }
  return text;
}

std::string types_of(const std::string& old, const std::string& fresh, Case given = {}) {
  return levels(given.has_old("0398@-/1 123456782 " + old + " 2021-03-01").has_new("1980@202201/7 123456782 " + fresh + " 2021-03-01"));
}

std::string starts(const std::string& old, const std::string& fresh, Case given = {}) {
  return levels(given.has_old("0398@-/1 123456782 22 " + old).has_new("1980@202201/7 123456782 22 " + fresh));
}

TEST(Comparing, Types) {
  EXPECT_EQ(types_of("22", "22"), "");
  EXPECT_EQ(types_of("22", "39"), "type role");
  EXPECT_EQ(types_of("22", "29"), "type category");
  EXPECT_EQ(types_of("29", "39"), "type other");
  EXPECT_EQ(types_of("40", "41"), "type other");  // no category is not the same category
  EXPECT_EQ(types_of("22", "98"), "type other");
  EXPECT_EQ(types_of("98", "99"), "type other");
}

TEST(Comparing, RecodedHoldsOneWayAndBeforeTheList) {
  EXPECT_EQ(types_of("22", "29", Case().recoded("22", "29")), "type recoded");
  EXPECT_EQ(types_of("29", "22", Case().recoded("22", "29")), "type category");
  EXPECT_EQ(types_of("22", "22", Case().recoded("22", "29")), "");
}

TEST(Comparing, Starts) {
  EXPECT_EQ(starts("2021-03-05", "2021-03-05"), "");
  EXPECT_EQ(starts("2021-03-__", "2021-03-__"), "");
  EXPECT_EQ(starts("2021-03-__", "2021-03-05"), "start partial");
  EXPECT_EQ(starts("2021-03-05", "2021-__-__"), "start partial");
  EXPECT_EQ(starts("2021-03-__", "2021-04-05"), "start other");
  EXPECT_EQ(starts("2021-03-05", "2021-03-08"), "start days");
  EXPECT_EQ(starts("2021-03-05", "2021-03-02"), "start days");
  EXPECT_EQ(starts("2021-03-05", "2021-05-03"), "start swapped");
  EXPECT_EQ(starts("2021-03-05", "2020-05-03"), "start other");
  EXPECT_EQ(starts("2021-03-05", "2021-03-01"), "start first_of_month");
  EXPECT_EQ(starts("2021-03-01", "2021-03-05"), "start month");  // a start does not move away from the first by itself
  EXPECT_EQ(starts("2021-03-05", "2021-04-05"), "start month");
  EXPECT_EQ(starts("2021-03-05", "2021-04-06"), "start other");
}

TEST(Comparing, AStartOnTheDayOfTheChange) {
  Case given;
  given.change_dates = {cases::day("2022-01-01")};
  EXPECT_EQ(starts("2021-03-05", "2022-01-01", given), "start change_date");
  EXPECT_EQ(starts("2021-12-30", "2022-01-01", given), "start change_date");  // not a few days: the old one ran before the change
  EXPECT_EQ(starts("2022-03-05", "2022-01-01", given), "start other");        // moved to an earlier day, it was not the change that moved it
}

TEST(Comparing, WhatStartedSinceIsNotAFewDaysLater) {
  EXPECT_EQ(starts("2021-12-30", "2021-12-31"), "start days");
  EXPECT_EQ(starts("2021-12-30", "2022-01-01"), "start month");
  EXPECT_EQ(starts("2022-01-01", "2022-01-02"), "start days");  // neither ran before the change
}

TEST(Comparing, Ends) {
  EXPECT_EQ(starts("2021-03-05 2022-05-31", "2021-03-05 2022-05-31"), "");
  EXPECT_EQ(starts("2021-03-05 2022-05-31", "2021-03-05"), "end one_side");
  EXPECT_EQ(starts("2021-03-05", "2021-03-05 2022-05-31"), "end one_side");
  EXPECT_EQ(starts("2021-03-05 2022-05-31", "2021-03-05 2022-06-30"), "end other");
  const std::string old = "0398@-/1 123456782 22 2021-03-05", fresh = "1980@202201/7 123456782 22 2021-03-05";
  EXPECT_EQ(levels(Case().has_old(old, "2022-01-10").has_new(fresh + " 2022-01-10")), "");
  EXPECT_EQ(levels(Case().has_old(old, "2022-01-10").has_new(fresh)), "end one_side");  // what is known since counts, not what was delivered
  EXPECT_EQ(levels(Case().has_old(old, "2022-01-10").has_new(fresh + " 2022-01-11")), "end other");
}

TEST(Comparing, GoalsAndNumbers) {
  EXPECT_EQ(starts("2021-03-05 - 1", "2021-03-05 - 2"), "goal other");
  EXPECT_EQ(starts("2021-03-05 - 1", "2021-03-05"), "goal missing");
  const auto numbers = [](const std::string& old, const std::string& fresh) {
    return levels(Case().has_old("0398@-/" + old + " 123456782 22 2021-03-01").has_new("1980@202201/" + fresh + " 123456782 22 2021-03-01"));
  };
  EXPECT_EQ(numbers("1", "1"), "number same");
  EXPECT_EQ(numbers("1001", "H1001"), "number contained");
  EXPECT_EQ(numbers("101", "H101"), "");  // too short to say anything
  EXPECT_EQ(numbers("H1001", "1001"), "");
}

}  // namespace
}  // namespace srgconv::reconcile
