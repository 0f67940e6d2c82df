// Match levels on whole cases: what links, what is a tie, what is too much.
#include "reconcile/matching.hpp"

#include <gtest/gtest.h>

#include "unit/reconcile/cases.hpp"

namespace srgconv::reconcile {
namespace {

using cases::Case;
using cases::run;
using rules::TargetField;

TEST(Match, EqualFactsLink) {
  const auto result = run(Case().has_old("0398@-/1001 123456782 22 2021-03-01").has_new("1980@202201/7 123456782 22 2021-03-01").usual_match({"0398"}));
  EXPECT_EQ(result.links(), "0398@-/1001 -> 1980@202201/7 equal\n");
  EXPECT_EQ(result.rule(0), "case.rules:5");
  EXPECT_EQ(result.differs(0), "");
  EXPECT_TRUE(result.outcome.links[0].changes.empty());
  EXPECT_EQ(result.findings(), "");
}

TEST(Match, AnotherPersonOrTypeNever) {
  const auto result = run(Case()
                              .has_old("0398@-/1 123456782 22 2021-03-01")
                              .has_old("0398@-/2 111222333 22 2021-03-01")
                              .has_new("1980@202201/7 111111110 22 2021-03-01")
                              .has_new("1980@202201/8 111222333 30 2021-03-01")
                              .usual_match({"0398"}));
  EXPECT_EQ(result.links(), "");
  EXPECT_EQ(result.reviews(), "0398@-/1 RECO-025:\n0398@-/2 RECO-051: 1980@202201/8\n");  // another type is for people to judge
  EXPECT_EQ(result.new_fates(), "registered-late unexplained");
}

TEST(Match, NearLinksAndDeclaresTheChange) {
  const auto result = run(Case()
                              .has_old("0398@-/1 123456782 22 2021-03-01 2022-06-30 1")
                              .has_old("0398@-/2 111222333 22 2021-03-01")
                              .has_new("1980@202201/7 123456782 22 2021-03-03 2022-07-01 2")
                              .has_new("1980@202201/8 111222333 22 2021-02-28")
                              .usual_match({"0398"}));
  EXPECT_EQ(result.links(), "0398@-/1 -> 1980@202201/7 near\n0398@-/2 -> 1980@202201/8 near\n");
  ASSERT_EQ(result.outcome.links.size(), 2U);
  const Link& first = result.outcome.links[0];
  EXPECT_EQ(result.rule(0), "case.rules:6");
  EXPECT_EQ(result.differs(0), "start days, end other, goal other");
  ASSERT_EQ(first.changes.size(), 2U);
  EXPECT_EQ(first.changes[0].field, "start");
  EXPECT_EQ(first.changes[0].reason, "begindatum 2 dagen later; gekoppeld binnen 3 dagen");
  EXPECT_EQ(first.changes[1].field, "end");
  EXPECT_EQ(first.changes[1].reason, "einddatum 1 dag later; gekoppeld binnen 3 dagen");
  EXPECT_EQ(result.outcome.links.at(1).changes.at(0).reason, "begindatum 1 dag eerder; gekoppeld binnen 3 dagen");
}

TEST(Match, FourDaysIsNotWithinThree) {
  const auto result = run(Case().has_old("0398@-/1 123456782 22 2021-03-01").has_new("1980@202201/7 123456782 22 2021-03-05").usual_match({"0398"}));
  EXPECT_EQ(result.links(), "");
  EXPECT_EQ(result.reviews(), "0398@-/1 RECO-023: 1980@202201/7\n");
}

TEST(Match, EndGivenOnOneSideIsNoChange) {
  const auto result = run(Case().has_old("0398@-/1 123456782 22 2021-03-01").has_new("1980@202201/7 123456782 22 2021-03-01 2022-01-31").usual_match({"0398"}));
  EXPECT_EQ(result.differs(0), "end one_side");
  EXPECT_TRUE(result.outcome.links[0].changes.empty());
}

TEST(Match, EndAndThenGoalTellAlikeOnesApart) {
  const auto result = run(Case()
                              .has_old("0398@-/1 123456782 22 2021-03-01 2022-05-31")
                              .has_old("0398@-/2 123456782 22 2021-03-01 2022-06-30")
                              .has_old("0398@-/3 111222333 22 2021-03-01 - 1")
                              .has_old("0398@-/4 111222333 22 2021-03-01 - 2")
                              .has_new("1980@202201/6 123456782 22 2021-03-01 2022-06-30")
                              .has_new("1980@202201/7 123456782 22 2021-03-01 2022-05-31")
                              .has_new("1980@202201/8 111222333 22 2021-03-01 - 2")
                              .has_new("1980@202201/9 111222333 22 2021-03-01 - 1")
                              .usual_match({"0398"}));
  EXPECT_EQ(result.links(),
            "0398@-/1 -> 1980@202201/7 equal\n0398@-/2 -> 1980@202201/6 equal\n0398@-/3 -> 1980@202201/9 equal\n0398@-/4 -> 1980@202201/8 equal\n");
}

TEST(Match, EndThatTheExportRecordedSinceCounts) {
  const auto result = run(Case()
                              .has_old("0398@-/1 123456782 22 2021-03-01", "2022-01-10")
                              .has_old("0398@-/2 123456782 22 2021-03-01")
                              .has_new("1980@202201/6 123456782 22 2021-03-01")
                              .has_new("1980@202201/7 123456782 22 2021-03-01 2022-01-10")
                              .usual_match({"0398"}));
  EXPECT_EQ(result.links(), "0398@-/1 -> 1980@202201/7 equal\n0398@-/2 -> 1980@202201/6 equal\n");
  EXPECT_TRUE(result.outcome.links.at(0).changes.empty());
}

TEST(Match, EndRecordedSinceHoldsNotTheDeliveredOne) {
  // The export knows that 2 ended; the new one runs. By the levels that need the end they are not equal, and 1 under another type is the likelier one.
  Case given;
  given.has_old("0398@-/1 123456782 29 2021-03-01")
      .has_old("0398@-/2 123456782 22 2021-03-01", "2021-12-18")
      .has_new("1980@202201/7 123456782 22 2021-03-01")
      .level({TargetField::type, TargetField::start, TargetField::end})
      .match_for("0398")
      .evidence(2000, 3000)
      .recoded("29", "22");
  const auto result = run(given);
  EXPECT_EQ(result.links(), "0398@-/1 -> 1980@202201/7 evidence\n");
  EXPECT_EQ(result.old_fates(), "linked ended-since");
  given.old.erase(given.old.begin());
  EXPECT_EQ(run(given).links(), "0398@-/2 -> 1980@202201/7 evidence\n");  // alone it is the same, and the new system does not know of the end
  EXPECT_EQ(run(given).differs(0), "end one_side");
}

TEST(Match, TwinsAreATieWithAllCandidates) {
  const auto result = run(Case()
                              .has_old("0398@-/2 123456782 22 2021-03-01")
                              .has_old("0398@-/1 123456782 22 2021-03-01")
                              .has_new("1980@202201/9 123456782 22 2021-03-01")
                              .has_new("1980@202201/8 123456782 22 2021-03-01")
                              .usual_match({"0398"}));
  EXPECT_EQ(result.links(), "");
  EXPECT_EQ(result.reviews(), "0398@-/1 RECO-020: 1980@202201/8 1980@202201/9\n0398@-/2 RECO-020: 1980@202201/8 1980@202201/9\n");
  EXPECT_EQ(result.old_fates(), "open open");
  EXPECT_EQ(result.new_fates(), "unexplained unexplained");
  EXPECT_EQ(sentence(result.outcome.reviews.at(0).why, Language::nl), "0398@-/1: meer dan één koppeling past even goed; mogelijke nieuwe nummers: 2");
}

TEST(Match, TwoForOneIsATie) {
  const auto result = run(Case()
                              .has_old("0398@-/1 123456782 22 2021-03-01")
                              .has_old("0416@-/1 123456782 22 2021-03-01")
                              .has_new("1980@202201/9 123456782 22 2021-03-01")
                              .usual_match({"0398", "0416"}));
  EXPECT_EQ(result.links(), "");
  EXPECT_EQ(result.reviews(), "0398@-/1 RECO-020: 1980@202201/9\n0416@-/1 RECO-020: 1980@202201/9\n");
}

TEST(Match, OnePersonAtTwoSendersWithCollidingNumbers) {
  const auto result = run(Case()
                              .has_old("0398@-/1001 123456782 22 2021-03-01")
                              .has_old("0416@-/1001 123456782 22 2021-04-01")
                              .has_new("1980@202201/A 123456782 22 2021-04-01")
                              .has_new("1980@202201/B 123456782 22 2021-03-01")
                              .usual_match({"0398", "0416"}));
  EXPECT_EQ(result.links(), "0398@-/1001 -> 1980@202201/B equal\n0416@-/1001 -> 1980@202201/A equal\n");
}

TEST(Match, GreedyWouldStealTheOnlyPartner) {
  // 1 and 2 are both near 7; 2 has nothing else, so 1 takes 8 although 7 is nearer.
  const auto result = run(Case()
                              .has_old("0398@-/1 123456782 22 2021-03-04")
                              .has_old("0398@-/2 123456782 22 2021-03-01")
                              .has_new("1980@202201/7 123456782 22 2021-03-03")
                              .has_new("1980@202201/8 123456782 22 2021-03-06")
                              .usual_match({"0398"}));
  EXPECT_EQ(result.links(), "0398@-/1 -> 1980@202201/8 near\n0398@-/2 -> 1980@202201/7 near\n");
}

TEST(Match, EqualBeatsTwoNearOnes) {
  const auto result = run(Case()
                              .has_old("0398@-/1 123456782 22 2021-03-01")
                              .has_old("0398@-/2 123456782 22 2021-03-03")
                              .has_new("1980@202201/7 123456782 22 2021-03-01")
                              .has_new("1980@202201/8 123456782 22 2021-02-27")
                              .usual_match({"0398"}));
  EXPECT_EQ(result.links(), "0398@-/1 -> 1980@202201/7 equal\n");  // not 1 with 8 and 2 with 7, both near
  EXPECT_EQ(result.reviews(), "0398@-/2 RECO-023: 1980@202201/8\n");
}

TEST(Match, PartialDatesAreEqualOnlyAsTheyAreWritten) {
  const auto result = run(Case()
                              .has_old("0398@-/1 123456782 22 2021-03-__")
                              .has_old("0398@-/2 111222333 22 2021-03-__")
                              .has_old("0398@-/3 111111110 22 ____-__-__")
                              .has_old("0398@-/4 444444440 22 2021-03-__")
                              .has_new("1980@202201/6 123456782 22 2021-03-__")
                              .has_new("1980@202201/7 111222333 22 2021-03-01")
                              .has_new("1980@202201/8 111111110 22 2020-01-01")
                              .has_new("1980@202201/9 444444440 22 2021-04-01")
                              .usual_match({"0398"}));
  EXPECT_EQ(result.links(), "0398@-/1 -> 1980@202201/6 equal\n");
  EXPECT_EQ(result.reviews(), "0398@-/2 RECO-022: 1980@202201/7\n0398@-/3 RECO-022: 1980@202201/8\n0398@-/4 RECO-023: 1980@202201/9\n");
  EXPECT_EQ(result.outcome.reviews.at(2).why.arguments.at("days"), "1");
}

TEST(Match, LevelsMayNeedOtherFacts) {
  const auto result = run(Case()
                              .has_old("0398@-/1 123456782 22 2021-03-01 - 1")
                              .has_old("0398@-/2 111222333 22 2021-03-01 - 1")
                              .has_old("0398@-/3 111111110 22 2021-03-01 2022-12-31 1")
                              .has_new("1980@202201/2 111222333 30 2021-03-01 - 1")
                              .has_new("1980@202201/7 123456782 22 2021-03-01 - 2")
                              .has_new("1980@202201/8 111111110 22 2021-08-01 2022-12-31 2")
                              .level({TargetField::type, TargetField::start, TargetField::goal})
                              .level({TargetField::id})
                              .level({TargetField::bsn, TargetField::type, TargetField::end, TargetField::wage_value, TargetField::work_capacity})
                              .match_for("0398"));
  EXPECT_EQ(result.links(), "0398@-/1 -> 1980@202201/7 equal\n0398@-/2 -> 1980@202201/2 equal\n0398@-/3 -> 1980@202201/8 equal\n");
  EXPECT_EQ(result.rule(1), "case.rules:6");
  EXPECT_EQ(result.differs(1), "type other, number same");
  EXPECT_EQ(result.outcome.links.at(2).changes.at(0).reason,
            "begindatum 153 dagen later; gekoppeld op gelijke gegevens: BSN, type, einddatum, loonwaarde, arbeidsvermogen");
}

TEST(Match, StartWithinNeedsTheOtherFactsOfTheFirstLevel) {
  const auto result = run(Case()
                              .has_old("0398@-/1 123456782 22 2021-03-01 - 1")
                              .has_new("1980@202201/7 123456782 22 2021-03-02 - 2")
                              .level({TargetField::type, TargetField::start, TargetField::goal})
                              .level({}, 3)
                              .match_for("0398"));
  EXPECT_EQ(result.links(), "");
}

TEST(Match, OnlySendersWithTheStepAndOnlyWithLevels) {
  Case given;
  given.has_old("0398@-/1 123456782 22 2021-03-01").has_new("1980@202201/7 123456782 22 2021-03-01").usual_match({"0416"});
  EXPECT_EQ(run(given).reviews(), "0398@-/1 RECO-024: 1980@202201/7\n");
  given.match_for("0398");
  EXPECT_EQ(run(given).links(), "0398@-/1 -> 1980@202201/7 equal\n");
  given.transition.match.reset();
  EXPECT_EQ(run(given).links(), "");
}

TEST(Match, GroupThatIsTooLargeGoesToPeople) {
  Case given;
  for (int i = 0; i < 65; ++i)
    given.has_old(fmt::format("0398@-/{:02} 123456782 22 2021-03-01", i)).has_new(fmt::format("1980@202201/{:02} 123456782 22 2021-03-01", i));
  given.has_old("0398@-/99 123456782 30 2021-03-01").has_new("1980@202201/99 123456782 30 2021-03-01").usual_match({"0398"});
  const auto result = run(given);
  EXPECT_EQ(result.links(), "0398@-/99 -> 1980@202201/99 equal\n");  // of the same person, but of another group
  ASSERT_EQ(result.outcome.reviews.size(), 65U);
  for (const Review& review : result.outcome.reviews) {
    EXPECT_EQ(review.why.code, "RECO-021");
    EXPECT_EQ(review.candidates.size(), 65U);
  }
}

TEST(Match, PersonWithThousandsOfProvisionsIsNotCompared) {
  Case given;
  for (int i = 0; i < 1100; ++i)
    given.has_old(fmt::format("0398@-/{:04} 123456782 22 2021-03-01", i)).has_new(fmt::format("1980@202201/{:04} 123456782 22 2021-03-01", i));
  given.usual_match({"0398"});
  const auto result = run(given);
  ASSERT_EQ(result.outcome.reviews.size(), 1100U);
  for (const Review& review : result.outcome.reviews) {
    EXPECT_EQ(review.why.code, "RECO-021");
    EXPECT_TRUE(review.candidates.empty());
  }
}

// Everything a transition can allow, on persons with far more provisions than anybody has: what cannot be compared goes to people, and the run ends.
Case everything_allowed() {
  Case given;
  given.usual_match({"0398"}).evidence(2000, 3000).recoded("22", "29");
  given.allow(rules::Allow::Way::split, {"22", "29"}, {"22", "29"}).allow(rules::Allow::Way::join, {});
  return given;
}

TEST(Match, APersonWithFiveHundredDifferentProvisionsIsLinkedWhereFactsTell) {
  Case given = everything_allowed();
  for (int i = 0; i < 500; ++i) {
    const std::string start = fmt::format("{}-{:02}-{:02}", 2000 + i / 25, 1 + i % 12, 1 + i % 28);
    given.has_old(fmt::format("0398@-/{:03} 123456782 {} {}", i, 20 + i % 7, start))
        .has_new(fmt::format("1980@202201/{:03} 123456782 {} {}", i, 20 + i % 7, start));
  }
  const auto result = run(given);
  ASSERT_GT(result.outcome.links.size(), 450U);
  for (const Link& link : result.outcome.links) EXPECT_EQ(result.problem.old.id(link.old), result.problem.fresh.id(link.fresh));
}

TEST(Match, ABlockOfTenThousandEqualCandidatesGoesToPeople) {
  Case given = everything_allowed();
  for (int i = 0; i < 10'000; ++i) {
    given.has_old(fmt::format("0398@-/{:05} 123456782 22 2021-03-01", i)).has_new(fmt::format("1980@202201/{:05} 123456782 22 2021-03-01", i));
  }
  const auto result = run(given);
  EXPECT_EQ(result.links(), "");
  ASSERT_EQ(result.outcome.reviews.size(), 10'000U);
  for (const Review& review : result.outcome.reviews) EXPECT_EQ(review.why.code, "RECO-021");
}

}  // namespace
}  // namespace srgconv::reconcile
