// Fates of both sides, in their order.
#include "reconcile/fates.hpp"

#include <gtest/gtest.h>

#include "unit/reconcile/cases.hpp"

namespace srgconv::reconcile {
namespace {

using cases::Case;
using cases::month;
using cases::run;
using cases::sender;

TEST(OldFates, EndedMeansCertainlyWithinTheLastMonth) {
  const auto result = run(Case()
                              .has_old("0398@-/1 123456782 22 2021-03-01 2021-12-31")
                              .has_old("0398@-/2 123456782 22 2021-03-01 2022-02-01")
                              .has_old("0398@-/3 123456782 22 2021-03-01 2021-12-__")
                              .has_old("0398@-/4 123456782 22 2021-03-01 2022-__-__")
                              .has_old("0398@-/5 123456782 22 2021-03-01 ____-__-__")
                              .has_old("0398@-/6 123456782 22 2021-03-01"));
  EXPECT_EQ(result.old_fates(), "ended open ended open open open");
}

TEST(OldFates, LastMonthIsThatOfTheSender) {
  Case given;
  given.has_old("0398@-/1 123456782 22 2021-03-01 2021-12-15").has_old("0416@-/1 123456782 22 2021-03-01 2021-12-15");
  given.last_months[sender("0416")] = month("2021-11");
  const auto result = run(given);
  EXPECT_EQ(result.old_fates(), "ended ended-since");
  EXPECT_EQ(result.explanation(0), "");
  EXPECT_EQ(result.explanation(1),
            "Beëindigd na de laatste oude levering (2021-11) en vóór de eerste nieuwe (2022-01): lever 2021-12 onder berichtgever 0416 alsnog, of lever de "
            "einddatum na.");
}

TEST(OldFates, EndedSinceTellsWhatToDo) {
  const auto result = run(Case()
                              .has_old("0398@-/1 123456782 22 2021-03-01 2022-01-31")
                              .has_old("0398@-/2 123456782 22 2021-03-01", "2021-12-20")
                              .has_old("0398@-/3 123456782 22 2021-03-01", "2022-02-01")
                              .has_old("0398@-/4 123456782 22 2021-03-01 2022-01-15", "2022-03-31")
                              .has_old("0398@-/5 123456782 22 2021-03-01 2022-01-__"));
  EXPECT_EQ(result.old_fates(), "ended-since ended-since open open ended-since");  // what was recorded since holds
  EXPECT_EQ(
      result.explanation(0),
      "Beëindigd in 2022-01, maar de voorziening staat niet in de nieuwe levering over 2022-01: herlever 2022-01 met de einddatum, of lever de einddatum na.");
  EXPECT_EQ(result.explanation(1),
            "De einddatum is pas na de levering over 2021-12 vastgelegd: herlever 2021-12 onder berichtgever 0398, of lever de einddatum na.");
  EXPECT_EQ(result.explanation(4), result.explanation(0));
}

TEST(OldFates, LinkedBeforeEndedSince) {
  const auto result =
      run(Case().has_old("0398@-/1 123456782 22 2021-03-01 2022-01-15").has_new("1980@202201/7 123456782 22 2021-03-01 2022-01-15").usual_match({"0398"}));
  EXPECT_EQ(result.old_fates(), "linked");
}

TEST(OldFates, TieIsNotTakenForEndedSince) {
  const auto result = run(Case()
                              .has_old("0398@-/1 123456782 22 2021-03-01 2022-01-15")
                              .has_old("0398@-/2 123456782 22 2021-03-01 2022-01-15")
                              .has_new("1980@202201/7 123456782 22 2021-03-01 2022-01-15")
                              .usual_match({"0398"}));
  EXPECT_EQ(result.old_fates(), "open open");
}

TEST(OldFates, DroppedComesFirst) {
  const auto result = run(Case()
                              .has_old("0398@-/1 123456782 22 2021-03-01 2021-12-31")
                              .has_old("0416@-/1 123456782 22 2021-03-01")
                              .has_new("1980@202201/7 123456782 22 2021-03-01")
                              .usual_match({"0398", "0416"})
                              .drop("0398", "1", "testvoorziening"));
  EXPECT_EQ(result.old_fates(), "dropped linked");
  EXPECT_EQ(result.explanation(0), "testvoorziening");
  EXPECT_EQ(result.findings(), "");
}

TEST(OldFates, DropOfAnUnknownNumber) {
  const auto result = run(Case().has_old("0398@-/1 123456782 22 2021-03-01").drop("0398", "77-1", "testvoorziening").drop("0416", "1", "testvoorziening"));
  EXPECT_EQ(result.old_fates(), "open");
  EXPECT_EQ(result.shown(Language::nl),
            "case.rules:10:1: waarschuwing [RECO-001] registratienummer '77-1' komt niet voor in de laatste levering (2021-12) van berichtgever 0398; 'drop' "
            "doet hier niets\n"
            "     = tip: controleer het nummer en de berichtgever, of haal de regel weg\n"
            "case.rules:11:1: waarschuwing [RECO-001] registratienummer '1' komt niet voor in de laatste levering (2021-12) van berichtgever 0416; 'drop' doet "
            "hier niets\n"
            "     = tip: controleer het nummer en de berichtgever, of haal de regel weg\n");
}

TEST(OldFates, DropWinsFromARule) {
  Case given;
  given.has_old("0398@-/1 123456782 22 2021-03-01")
      .has_new("1980@202201/H1 123456782 22 2021-03-01")
      .rule("0398", [](const Provision& old) -> RuleAnswer { return "H" + old.key.id; })
      .drop("0398", "1", "testvoorziening");
  EXPECT_EQ(run(given).old_fates(), "dropped");
  EXPECT_EQ(run(given).findings(), "case.rules:10 RECO-002\n");
  given.fresh.clear();
  EXPECT_EQ(run(given).findings(), "");  // a redelivery without it, as it should be
}

TEST(OldFates, RuleThatTakesAnEndedOneFurther) {
  const auto result = run(Case()
                              .has_old("0398@-/1 123456782 22 2021-03-01 2021-12-31")
                              .has_new("1980@202201/H1 123456782 22 2021-03-01")
                              .rule("0398", [](const Provision& old) -> RuleAnswer { return "H" + old.key.id; }));
  EXPECT_EQ(result.findings(), "case.rules:10 RECO-012\n");
  EXPECT_EQ(result.old_fates(), "ended");
}

TEST(NewFates, EachOfThem) {
  const auto result = run(Case()
                              .has_old("0398@-/1 123456782 22 2021-03-01")
                              .has_old("0398@-/2 111222333 22 2021-03-01")
                              .has_new("1980@202201/1 123456782 22 2021-03-01")
                              .has_new("1980@202201/2 111222333 22 2020-01-01")
                              .has_new("1980@202201/3 111222333 30 2020-01-01")
                              .has_new("1980@202201/4 111222333 22 2022-01-01")
                              .has_new("1980@202201/5 111111110 22 2022-__-__")
                              .has_new("1980@202201/6 111111110 22 ____-__-__")
                              .usual_match({"0398"}));
  EXPECT_EQ(result.old_fates(), "linked open");
  EXPECT_EQ(result.new_fates(), "linked unexplained registered-late started-since started-since registered-late");
}

TEST(NewFates, EarliestLastMonthCounts) {
  Case given;
  given.has_old("0398@-/1 123456782 22 2021-03-01").has_old("0416@-/1 123456782 22 2021-03-01").has_new("1980@202201/1 111222333 22 2021-12-01");
  EXPECT_EQ(run(given).new_fates(), "registered-late");
  given.last_months[sender("0416")] = month("2021-11");
  EXPECT_EQ(run(given).new_fates(), "started-since");
}

TEST(NewFates, EmptySides) {
  EXPECT_EQ(run(Case()).old_fates(), "");
  EXPECT_EQ(run(Case().usual_match({"0398"}).has_new("1980@202201/1 123456782 22 2021-12-01")).new_fates(), "registered-late");
  EXPECT_EQ(run(Case().usual_match({"0398"}).has_old("0398@-/1 123456782 22 2021-03-01")).old_fates(), "open");
}

TEST(Names, AreThoseOfTheContract) {
  EXPECT_EQ(name(OldFate::ended_since), "ended-since");
  EXPECT_EQ(name(OldFate::stays), "stays");
  EXPECT_EQ(name(NewFate::continuing), "continuing");
  EXPECT_EQ(name(Proof::near), "near");
}

}  // namespace
}  // namespace srgconv::reconcile
