#include "rehearse/shown_values.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "rehearse/rehearse.hpp"

namespace srgconv::rehearse {
namespace {

TEST(ShownValues, CountsUnderFiveAreHidden) {
  EXPECT_EQ(shown_count(0), "0");
  EXPECT_EQ(shown_count(1), "<5");
  EXPECT_EQ(shown_count(4), "<5");
  EXPECT_EQ(shown_count(5), "5");
  // A hidden count that is the only one is the difference of the others.
  EXPECT_EQ(shown_total({"a.csv", "f", "m", 50, 44, 5, 1}), "");
  EXPECT_EQ(shown_total({"a.csv", "f", "m", 50, 46, 3, 1}), "50");
  EXPECT_EQ(shown_total({"a.csv", "f", "m", 50, 45, 5, 0}), "50");
  EXPECT_EQ(shown_total({"a.csv", "f", "m", 4, 0, 0, 4}), "<5");
}

TEST(ShownValues, AShapeHasNoSignOfTheText) {
  EXPECT_EQ(shape_of("31-02-2021"), "99-99-9999");
  EXPECT_EQ(shape_of("1 mrt. 2021"), "9 aaa. 9999");
  EXPECT_EQ(shape_of("Zoë D'Haen"), "Aaa A'Aaaa");
  EXPECT_EQ(shape_of("a\tb"), "a?a");
  EXPECT_EQ(shape_of(std::string(40, 'x')), std::string(30, 'a') + "...");
}

RC_GTEST_PROP(ShownValues, AShapeOfDigitsIsNeverTheNumberItself, ()) {
  const auto text = *rc::gen::container<std::string>(rc::gen::inRange('0', '9'));  // no 9
  RC_PRE(!text.empty());
  RC_ASSERT(shape_of(text) != text);
}

TEST(ShownValues, TheMostFrequentWordStandsFirst) { EXPECT_EQ(shown_words({{"JC", 4}, {"PP", 12}, {"ZZ", 5}}, 21, false), "'PP' (12), 'ZZ' (5), 'JC' (<5)"); }

TEST(ShownValues, WhatLooksLikeMoreThanACodeIsShownByItsShape) {
  EXPECT_EQ(shown_words({{"123456782", 1}}, 1, false), "'999999999' (<5)");
  EXPECT_EQ(shown_words({{"1985-03-01", 1}}, 1, false), "'9999-99-99' (<5)");
  EXPECT_EQ(shown_words({{"j.jansen@x.nl", 1}}, 1, false), "'a.aaaaaa@a.aa' (<5)");
  EXPECT_EQ(shown_words({{"belt altijd op een maandag", 6}}, 6, false), "'aaaa aaaaaa aa aaa aaaaaaa' (6)");
  EXPECT_EQ(shown_words({{"J. de Vries", 6}}, 6, false), "'A. aa Aaaaa' (6)");
  EXPECT_EQ(shown_words({{"JC", 6}}, 6, true), "'AA' (6)") << "a personal column";
}

TEST(ShownValues, ManyDifferentWordsAreNoCodes) {
  const Counts names{{"Jansen", 1}, {"Jansma", 1}, {"Pieten", 1}, {"Smeets", 1}, {"Visser", 1}, {"Vriest", 1}};
  EXPECT_EQ(shown_words(names, 7, false), "'Aaaaaa' (6)");
  EXPECT_NE(shown_words(names, 100, false), "'Aaaaaa' (6)") << "few among many rows";
}

TEST(ShownValues, ALongListIsCut) {
  Counts counts;
  for (char c = 'A'; c <= 'Y'; ++c) counts[std::string(1, c)] = 100;
  const std::string shown = shown_words(counts, 10000, false);
  EXPECT_NE(shown.find("'T' (100), ... (+5)"), std::string::npos) << shown;
}

TEST(ShownValues, DifferentWordsBeyondTheLimitAreCountedTogether) {
  Counts counts;
  for (int i = 0; i < 3000; ++i) count(counts, std::to_string(i));
  EXPECT_EQ(counts.size(), 2001U);
  EXPECT_EQ(counts["..."], 1000U);
}

}  // namespace
}  // namespace srgconv::rehearse
