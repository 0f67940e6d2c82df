// Splits and joins: only where they are allowed, and only where one answer is possible.
#include "reconcile/splitting.hpp"

#include <gtest/gtest.h>

#include "unit/reconcile/cases.hpp"

namespace srgconv::reconcile {
namespace {

using cases::Case;
using cases::run;
using Way = rules::Allow::Way;

Case one_becomes_two() {
  return Case()
      .has_old("0398@-/1 123456782 40 2021-03-01")
      .has_new("1980@202201/7 123456782 40 2021-03-01")
      .has_new("1980@202201/8 123456782 42 2021-03-01")
      .usual_match({"0398"});
}

TEST(Split, OnlyWhereItIsAllowed) {
  EXPECT_EQ(run(one_becomes_two()).relations(), "0398@-/1 -> 1980@202201/7 same equal\n");
  const std::string both = "0398@-/1 -> 1980@202201/7 split equal\n0398@-/1 -> 1980@202201/8 split evidence\n";
  EXPECT_EQ(run(one_becomes_two().allow(Way::split, {"40"}, {"40", "42"})).relations(), both);
  EXPECT_EQ(run(one_becomes_two().allow(Way::split, {})).relations(), both);
  for (Case given :
       {one_becomes_two().allow(Way::split, {"30"}), one_becomes_two().allow(Way::split, {"40"}, {"40", "30"}), one_becomes_two().allow(Way::join, {"40"})})
    EXPECT_EQ(run(given).relations(), "0398@-/1 -> 1980@202201/7 same equal\n");
}

TEST(Split, AnotherStartEndOrPersonIsNoPart) {
  const auto result = run(Case()
                              .has_old("0398@-/1 123456782 40 2021-03-01 2022-06-30")
                              .has_new("1980@202201/6 123456782 40 2021-03-01 2022-06-30")
                              .has_new("1980@202201/7 123456782 42 2021-03-02 2022-06-30")
                              .has_new("1980@202201/8 123456782 30 2021-03-01 2022-07-01")
                              .has_new("1980@202201/9 111222333 42 2021-03-01 2022-06-30")
                              .usual_match({"0398"})
                              .allow(Way::split, {}));
  EXPECT_EQ(result.relations(), "0398@-/1 -> 1980@202201/6 same equal\n");
}

TEST(Split, TwoPartsOfOneTypeAreLeftToPeople) {
  const auto result = run(one_becomes_two().has_new("1980@202201/9 123456782 42 2021-03-01").allow(Way::split, {"40"}));
  EXPECT_EQ(result.relations(), "0398@-/1 -> 1980@202201/7 same equal\n");
}

TEST(Split, AnOpenOneIsSplitIntoTwoOthers) {
  Case given;
  given.has_old("0398@-/1 123456782 40 2021-03-01")
      .has_new("1980@202201/8 123456782 42 2021-03-01")
      .usual_match({"0398"})
      .allow(Way::split, {"40"}, {"42", "30"});
  EXPECT_EQ(run(given).relations(), "");  // one part is no split but perhaps another type
  given.has_new("1980@202201/9 123456782 30 2021-03-01");
  EXPECT_EQ(run(given).relations(), "0398@-/1 -> 1980@202201/8 split evidence\n0398@-/1 -> 1980@202201/9 split evidence\n");
}

TEST(Split, APartOfTwoGoesToNone) {
  const auto result = run(
      one_becomes_two().has_old("0398@-/2 123456782 30 2021-03-01").has_new("1980@202201/9 123456782 30 2021-03-01").allow(Way::split, {"30", "40"}, {"42"}));
  EXPECT_EQ(result.relations(), "0398@-/1 -> 1980@202201/7 same equal\n0398@-/2 -> 1980@202201/9 same equal\n");
  EXPECT_EQ(result.findings(), "case.rules:10 RECO-052\n");
  EXPECT_EQ(result.new_fates(), "linked unexplained linked");  // of somebody, so not registered late
}

TEST(Split, AnOpenRivalKeepsThePart) {
  // What is left over may just as well be the old provision 2 under another type.
  const auto result = run(one_becomes_two().has_old("0398@-/2 123456782 30 2021-03-01").allow(Way::split, {"40"}));
  EXPECT_EQ(result.relations(), "0398@-/1 -> 1980@202201/7 same equal\n");
}

Case prolonged() {
  return Case()
      .has_old("0398@-/1 123456782 40 2021-03-01 2022-06-30")
      .has_old("0398@-/2 123456782 40 2021-09-01")
      .has_new("1980@202201/7 123456782 40 2021-03-01")
      .usual_match({"0398"});
}

TEST(Join, WhatTogetherHasThePeriodOfTheNewOne) {
  EXPECT_EQ(run(prolonged()).relations(), "0398@-/1 -> 1980@202201/7 same equal\n");
  EXPECT_EQ(run(prolonged().allow(Way::join, {"40"})).relations(), "0398@-/1 -> 1980@202201/7 joined equal\n0398@-/2 -> 1980@202201/7 joined evidence\n");
  EXPECT_EQ(run(prolonged().allow(Way::join, {"30"})).relations(), "0398@-/1 -> 1980@202201/7 same equal\n");
  EXPECT_EQ(run(prolonged().allow(Way::split, {"40"})).relations(), "0398@-/1 -> 1980@202201/7 same equal\n");
}

TEST(Join, IntoOneOfTwoGoesToPeople) {
  const auto result =
      run(prolonged().has_old("0398@-/3 123456782 40 2021-04-01 2022-06-30").has_new("1980@202201/8 123456782 40 2021-04-01").allow(Way::join, {}));
  EXPECT_EQ(result.relations(), "0398@-/1 -> 1980@202201/7 same equal\n0398@-/3 -> 1980@202201/8 same equal\n");
  EXPECT_EQ(result.findings(), "case.rules:10 RECO-053\n");
  EXPECT_EQ(result.reviews(), "0398@-/2 RECO-053: 1980@202201/7 1980@202201/8\n");
}

TEST(Join, WhatAgreesInEveryFact) {
  Case given;
  given.has_old("0398@-/1 123456782 40 2021-03-01")
      .has_old("0398@-/2 123456782 40 2021-03-01")
      .has_new("1980@202201/7 123456782 40 2021-03-01")
      .usual_match({"0398"});
  EXPECT_EQ(run(given).relations(), "");  // either may be the new one
  given.allow(Way::join, {"40"});
  EXPECT_EQ(run(given).relations(), "0398@-/1 -> 1980@202201/7 joined evidence\n0398@-/2 -> 1980@202201/7 joined evidence\n");
}

TEST(Join, OfTwoSendersNever) {
  Case given;
  given.has_old("0398@-/1 123456782 40 2021-03-01")
      .has_old("0416@-/1 123456782 40 2021-03-01")
      .has_new("1980@202201/7 123456782 40 2021-03-01")
      .usual_match({"0398", "0416"})
      .allow(Way::join, {});
  EXPECT_EQ(run(given).relations(), "");
}

TEST(Join, WhatGoesOnAfterAnEnd) {
  Case given;
  given.has_old("0398@-/1 123456782 40 2021-03-01 2021-11-30")
      .has_old("0398@-/2 123456782 40 2021-12-01")
      .has_new("1980@202201/7 123456782 40 2021-03-01")
      .usual_match({"0398"});
  EXPECT_EQ(run(given).relations(), "");
  given.allow(Way::join, {"40"});
  const auto result = run(given);
  EXPECT_EQ(result.relations(), "0398@-/2 -> 1980@202201/7 same evidence\n");
  EXPECT_EQ(result.old_fates(), "ended linked");
  ASSERT_EQ(result.outcome.links.at(0).changes.size(), 1U);
  EXPECT_EQ(result.outcome.links[0].changes[0].field, "start");
  given.old[1] = cases::OldProvision{cases::provision("0398@-/2 123456782 40 2021-12-02"), {}};  // a day between them
  EXPECT_EQ(run(given).relations(), "");
}

// A whole of 2 and 3 looks like a part of 1 as well; but then 2 and 3 would touch by chance, and 3 would have gone nowhere.
TEST(Join, WhatGoesOnAfterAnEndIsNoPartOfAnother) {
  Case given;
  given.has_old("0398@-/1 123456782 40 2021-10-13")
      .has_old("0398@-/2 123456782 42 2021-10-13 2021-12-14")
      .has_old("0398@-/3 123456782 42 2021-12-15")
      .has_new("1980@202201/7 123456782 40 2021-10-13")
      .has_new("1980@202201/8 123456782 42 2021-10-13")
      .usual_match({"0398"})
      .allow(Way::split, {"40"}, {"40", "42"});
  EXPECT_EQ(run(given).relations(), "0398@-/1 -> 1980@202201/7 split equal\n0398@-/1 -> 1980@202201/8 split evidence\n");
  given.allow(Way::join, {});
  EXPECT_EQ(run(given).relations(), "0398@-/1 -> 1980@202201/7 same equal\n0398@-/3 -> 1980@202201/8 same evidence\n");
}

TEST(Join, OfTwoThatMayGoOnNeither) {
  Case given;
  given.has_old("0398@-/1 123456782 40 2021-03-01 2021-11-30")
      .has_old("0398@-/2 123456782 40 2021-12-01")
      .has_old("0398@-/3 123456782 40 2021-12-01")
      .has_new("1980@202201/7 123456782 40 2021-03-01")
      .usual_match({"0398"})
      .allow(Way::join, {});
  EXPECT_EQ(run(given).relations(), "");
  std::swap(given.old[1], given.old[2]);
  EXPECT_EQ(run(given).relations(), "");
}

}  // namespace
}  // namespace srgconv::reconcile
