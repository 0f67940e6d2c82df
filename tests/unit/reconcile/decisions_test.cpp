// What people decided: what takes effect, and what does not because it no longer fits.
#include "reconcile/decisions.hpp"

#include <algorithm>

#include <gtest/gtest.h>

#include "unit/reconcile/cases.hpp"

namespace srgconv::reconcile {
namespace {

using cases::Case;
using cases::Result;
using cases::run;

// Twins: nothing but a person can tell which is which.
Case twins() {
  return Case()
      .has_old("0398@-/1 123456782 22 2021-03-01")
      .has_old("0398@-/2 123456782 22 2021-03-01")
      .has_new("1980@202201/7 123456782 22 2021-03-01")
      .has_new("1980@202201/8 123456782 22 2021-03-01")
      .usual_match({"0398"});
}

TEST(Decisions, ALinkIsMadeAndTheRestFollows) {
  const auto result = run(twins().decided("0398@-/1", Choice::link, "1980@202201/8"));
  EXPECT_EQ(result.links(), "0398@-/1 -> 1980@202201/8 decision\n0398@-/2 -> 1980@202201/7 equal\n");
  EXPECT_EQ(result.decided() + result.findings() + result.reviews(), "applied");
  EXPECT_EQ(result.rule(0), "decisions.csv:2");
  EXPECT_TRUE(result.outcome.links[0].changes.empty());
}

TEST(Decisions, OverridesWhatMatchingWouldHaveMade) {
  const auto result = run(Case()
                              .has_old("0398@-/1 123456782 22 2021-03-01")
                              .has_new("1980@202201/7 123456782 22 2021-03-01")
                              .has_new("1980@202201/8 123456782 22 2021-04-01")
                              .usual_match({"0398"})
                              .decided("0398@-/1", Choice::link, "1980@202201/8", "gesprek met de consulent"));
  EXPECT_EQ(result.links(), "0398@-/1 -> 1980@202201/8 decision\n");
  ASSERT_EQ(result.outcome.links[0].changes.size(), 1U);
  EXPECT_EQ(result.outcome.links[0].changes[0].reason, "begindatum 31 dagen later; gekoppeld door een besluit: gesprek met de consulent");
}

TEST(Decisions, AnotherPersonOrTypeNeedsAReason) {
  const auto other = [](const std::string& why) {
    return run(Case()
                   .has_old("0398@-/1 123456782 22 2021-03-01")
                   .has_new("1980@202201/7 111222333 40 2021-03-01")
                   .usual_match({"0398"})
                   .decided("0398@-/1", Choice::link, "1980@202201/7", why));
  };
  const auto without = other("");
  EXPECT_EQ(without.links(), "");
  EXPECT_EQ(without.findings(), "decisions.csv:2 RECO-044\n");
  EXPECT_EQ(without.reviews(), "0398@-/1 RECO-044: 1980@202201/7\n");
  EXPECT_EQ(without.decided(), "RECO-044");
  const auto with = other("BSN hersteld");
  EXPECT_EQ(with.links(), "0398@-/1 -> 1980@202201/7 decision\n");
  ASSERT_EQ(with.outcome.links[0].changes.size(), 2U);
  EXPECT_EQ(with.outcome.links[0].changes[0].field, "bsn");
  EXPECT_EQ(with.outcome.links[0].changes[0].reason, "ander BSN; gekoppeld door een besluit: BSN hersteld");
  EXPECT_EQ(with.outcome.links[0].changes[1].reason, "type 40 in plaats van 22; gekoppeld door een besluit: BSN hersteld");
}

TEST(Decisions, NoLinkWithoutAKeyLeavesTheProvisionAlone) {
  const auto result = run(twins().decided("0398@-/1", Choice::no_link));
  EXPECT_EQ(result.reviews(), "0398@-/1 RECO-049:\n0398@-/2 RECO-020: 1980@202201/7 1980@202201/8\n");
  EXPECT_EQ(result.old_fates(), "open open");
  const auto gone = run(Case()
                            .has_old("0398@-/1 123456782 22 2021-03-01", "2022-01-10")
                            .has_new("1980@202201/7 123456782 22 2021-03-01")
                            .usual_match({"0398"})
                            .decided("0398@-/1", Choice::no_link));
  EXPECT_EQ(gone.old_fates(), "ended-since") << "what the data say of it still holds";
}

TEST(Decisions, NoLinkWithAKeyIsAboutThatPair) {
  const auto one = run(twins().decided("0398@-/1", Choice::no_link, "1980@202201/7"));
  EXPECT_EQ(one.links(), "") << "what is left is offered, not taken";
  EXPECT_EQ(one.reviews(), "0398@-/1 RECO-020: 1980@202201/8\n0398@-/2 RECO-020: 1980@202201/7 1980@202201/8\n");
  const auto both = run(twins().decided("0398@-/1", Choice::no_link, "1980@202201/7").decided("0398@-/1", Choice::no_link, "1980@202201/8"));
  EXPECT_EQ(both.reviews().substr(0, 20), "0398@-/1 RECO-049:\n0");
  const auto sure = run(Case()
                            .has_old("0398@-/1 123456782 22 2021-03-01")
                            .has_new("1980@202201/7 123456782 22 2021-03-01")
                            .usual_match({"0398"})
                            .decided("0398@-/1", Choice::no_link, "1980@202201/7"));
  EXPECT_EQ(sure.links(), "");
  EXPECT_EQ(sure.reviews(), "0398@-/1 RECO-049:\n");
  const auto chosen = run(twins().decided("0398@-/1", Choice::no_link, "1980@202201/7").decided("0398@-/1", Choice::link, "1980@202201/8"));
  EXPECT_EQ(chosen.links(), "0398@-/1 -> 1980@202201/8 decision\n0398@-/2 -> 1980@202201/7 equal\n");
  EXPECT_EQ(chosen.decided(), "applied applied");
}

TEST(Decisions, DropNeedsAReason) {
  const auto result = run(twins().decided("0398@-/1", Choice::drop, "", "proefvoorziening").decided("0398@-/2", Choice::drop));
  EXPECT_EQ(result.old_fates(), "dropped open");
  EXPECT_EQ(result.explanation(0), "proefvoorziening");
  EXPECT_EQ(result.findings(), "decisions.csv:3 CASE-058\n");
  EXPECT_EQ(result.decided(), "applied CASE-058");
}

TEST(Decisions, LaterDoesNothingAndYields) {
  EXPECT_EQ(run(twins().decided("0398@-/1", Choice::later)).reviews(), run(twins()).reviews());
  const auto result = run(twins().decided("0398@-/1", Choice::later).decided("0398@-/1", Choice::link, "1980@202201/7"));
  EXPECT_EQ(result.links(), "0398@-/1 -> 1980@202201/7 decision\n0398@-/2 -> 1980@202201/8 equal\n");
  EXPECT_EQ(result.decided(), "later applied");
}

TEST(Decisions, UnknownCodesAndKeysThatContradictThem) {
  const auto unknown = run(twins().decided_by_code("LNOTHERE", "", Choice::link, "1980@202201/7"));
  EXPECT_EQ(unknown.findings(), "decisions.csv:2 RECO-040\n");
  const auto gone = run(twins().decided("0398@-/3", Choice::link, "1980@202201/7"));
  EXPECT_EQ(gone.findings(), "decisions.csv:2 RECO-041\n");
  const auto crossed = run(twins().decided_by_code(link_code(*ProvisionKey::parse("0398@-/1")), "0398@-/2", Choice::link, "1980@202201/7"));
  EXPECT_EQ(crossed.findings(), "decisions.csv:2 RECO-042\n");
  EXPECT_EQ(crossed.links(), "");
  for (const auto* result : {&unknown, &gone}) EXPECT_EQ(result->reviews(), run(twins()).reviews());
}

TEST(Decisions, ANewKeyThatWasNotDelivered) {
  for (const std::string key : {"", "1980@202201/9", "77"}) {
    const auto result = run(twins().decided("0398@-/1", Choice::link, key));
    EXPECT_EQ(result.findings(), "decisions.csv:2 RECO-043\n") << key;
    EXPECT_EQ(result.links(), "");
  }
  EXPECT_EQ(run(twins().decided("0398@-/1", Choice::no_link, "1980@202201/9")).findings(), "") << "it is not there, so it is not the same";
}

TEST(Decisions, WhatASpreadsheetMadeOfKeys) {
  const auto damaged = [](const std::string& old_key, const std::string& new_key) {
    return run(Case()
                   .has_old("0398@-/0012 123456782 22 2021-03-01")
                   .has_new("1980@202201/007 123456782 22 2021-05-01")
                   .has_new("1980@202201/8 123456782 22 2021-05-01")
                   .usual_match({"0398"})
                   .decided_by_code(link_code(*ProvisionKey::parse("0398@-/0012")), old_key, Choice::link, new_key));
  };
  for (const auto& [old_key, new_key] : {std::pair{"", "1980@202201/007"}, {"0398@-/0012", "007"}, {"0012", "1980@202201/007"}}) {
    EXPECT_EQ(damaged(old_key, new_key).links(), "0398@-/0012 -> 1980@202201/007 decision\n") << old_key;
    EXPECT_EQ(damaged(old_key, new_key).findings(), "");
  }
  for (const auto& [old_key, new_key] : {std::pair{"398@-/12", "1980@202201/7"}, {"12", "7"}}) {
    EXPECT_EQ(damaged(old_key, new_key).links(), "0398@-/0012 -> 1980@202201/007 decision\n") << old_key;
    EXPECT_EQ(damaged(old_key, new_key).findings(), "decisions.csv:2 CASE-056\ndecisions.csv:2 CASE-056\n");
  }
  EXPECT_EQ(damaged("13", "7").links(), "");
}

TEST(Decisions, ADamagedKeyThatFitsTwoIsNotGuessed) {
  const auto result = run(Case()
                              .has_old("0398@-/1 123456782 22 2021-03-01")
                              .has_new("1980@202201/07 123456782 22 2021-05-01")
                              .has_new("1980@202201/007 123456782 22 2021-05-01")
                              .usual_match({"0398"})
                              .decided("0398@-/1", Choice::link, "7"));
  EXPECT_EQ(result.findings(), "decisions.csv:2 RECO-011\n");
  EXPECT_EQ(result.links(), "");
}

TEST(Decisions, TwoThatContradictEachOther) {
  for (const auto& [choice, key] : {std::pair{Choice::link, "1980@202201/8"}, {Choice::no_link, ""}, {Choice::no_link, "1980@202201/7"}, {Choice::drop, ""}}) {
    const auto result = run(twins().decided("0398@-/1", Choice::link, "1980@202201/7").decided("0398@-/1", choice, key, "reden"));
    EXPECT_EQ(result.findings(), "decisions.csv:2 RECO-045\n") << name(choice);
    EXPECT_EQ(result.decided(), "RECO-045 RECO-045") << name(choice);
    EXPECT_EQ(result.links(), "");
  }
  const auto twice = run(twins().decided("0398@-/1", Choice::link, "1980@202201/7").decided("0398@-/1", Choice::link, "7"));
  EXPECT_EQ(twice.decided() + twice.findings(), "applied applied") << "the same said twice is no contradiction";
}

TEST(Decisions, OneNewKeyGivenTwice) {
  const auto result = run(twins().decided("0398@-/1", Choice::link, "1980@202201/7").decided("0398@-/2", Choice::link, "1980@202201/7"));
  EXPECT_EQ(result.findings(), "decisions.csv:2 RECO-046\ndecisions.csv:3 RECO-046\n");
  EXPECT_EQ(result.links(), "");
}

// 1 became 7 and 8, say people.
Case split_by_people() {
  return Case()
      .has_old("0398@-/1 123456782 40 2021-03-01")
      .has_new("1980@202201/7 123456782 42 2021-03-01")
      .has_new("1980@202201/8 123456782 30 2021-03-15")
      .usual_match({"0398"})
      .decided("0398@-/1", Choice::link, "1980@202201/7")
      .decided("0398@-/1", Choice::link, "1980@202201/8");
}

TEST(Decisions, ASplitWhereTheRulesAllowIt) {
  const auto forbidden = run(split_by_people().allow(rules::Allow::Way::split, {"40"}, {"42"}));
  EXPECT_EQ(forbidden.relations(), "");
  EXPECT_EQ(forbidden.decided(), "RECO-045 RECO-045");
  const auto result = run(split_by_people().allow(rules::Allow::Way::split, {"40"}, {"42", "30"}));
  EXPECT_EQ(result.relations(), "0398@-/1 -> 1980@202201/7 split decision\n0398@-/1 -> 1980@202201/8 split decision\n");
  EXPECT_EQ(result.decided() + result.findings(), "applied applied");
  EXPECT_EQ(result.new_fates(), "linked linked");
  EXPECT_EQ(result.outcome.links.at(1).changes.at(0).reason, "type 30 in plaats van 40; gekoppeld door een besluit");
}

TEST(Decisions, ASplitOverPersonsNeedsAReasonForThatPart) {
  Case given = split_by_people().allow(rules::Allow::Way::split, {});
  given.fresh[1] = cases::provision("1980@202201/8 111222333 30 2021-03-15");
  EXPECT_EQ(run(given).decided(), "RECO-044 RECO-044");
  given.decisions[0].why = "een reden voor een ander deel";
  EXPECT_EQ(run(given).decided(), "RECO-044 RECO-044");
  given.decisions[1].why = "BSN verkeerd overgenomen";
  EXPECT_EQ(run(given).relations(), "0398@-/1 -> 1980@202201/7 split decision\n0398@-/1 -> 1980@202201/8 split decision\n");
}

TEST(Decisions, APartThatAnotherOneGetsIsContested) {
  Case given = split_by_people().allow(rules::Allow::Way::split, {});
  given.has_old("0398@-/2 123456782 30 2021-03-15").decided("0398@-/2", Choice::link, "1980@202201/8");
  const auto result = run(given);
  EXPECT_EQ(result.relations(), "");
  EXPECT_EQ(result.decided(), "RECO-046 RECO-046 RECO-046");
  EXPECT_EQ(result.reviews(), "0398@-/1 RECO-046: 1980@202201/8\n0398@-/2 RECO-046: 1980@202201/8\n");
}

// 1 and 2 became 7, say people.
Case joined_by_people() {
  return Case()
      .has_old("0398@-/1 123456782 40 2021-03-01")
      .has_old("0398@-/2 123456782 40 2021-09-01")
      .has_new("1980@202201/7 123456782 40 2021-06-01")
      .usual_match({"0398"})
      .decided("0398@-/1", Choice::link, "1980@202201/7")
      .decided("0398@-/2", Choice::link, "1980@202201/7");
}

TEST(Decisions, AJoinWhereTheRulesAllowIt) {
  EXPECT_EQ(run(joined_by_people()).decided(), "RECO-046 RECO-046");
  EXPECT_EQ(run(joined_by_people().allow(rules::Allow::Way::join, {"30"})).decided(), "RECO-046 RECO-046");
  const auto result = run(joined_by_people().allow(rules::Allow::Way::join, {"40"}));
  EXPECT_EQ(result.relations(), "0398@-/1 -> 1980@202201/7 joined decision\n0398@-/2 -> 1980@202201/7 joined decision\n");
  EXPECT_EQ(result.decided() + result.findings(), "applied applied");
  EXPECT_EQ(result.old_fates(), "linked linked");
}

TEST(Decisions, AJoinOfTwoPersonsOrSendersNever) {
  Case persons = joined_by_people().allow(rules::Allow::Way::join, {});
  persons.old[1] = cases::OldProvision{cases::provision("0398@-/2 111222333 40 2021-09-01"), {}};
  persons.decisions[1].why = "BSN verkeerd overgenomen";
  EXPECT_EQ(run(persons).decided(), "RECO-046 RECO-046");
  Case senders = joined_by_people().allow(rules::Allow::Way::join, {});
  senders.old[1] = cases::OldProvision{cases::provision("0416@-/2 123456782 40 2021-09-01"), {}};
  senders.decisions.pop_back();
  senders.decided("0416@-/2", Choice::link, "1980@202201/7");
  EXPECT_EQ(run(senders).decided(), "RECO-046 RECO-046");
}

TEST(Decisions, IntoWhichOneAnOpenOneWasJoined) {
  // 2 may have gone on in 7 or 8, which are 1 and 3 as well. Before matching its decision takes 8, and then 3 is joined into it.
  Case given;
  given.has_old("0398@-/1 123456782 40 2021-03-01 2022-06-30")
      .has_old("0398@-/2 123456782 40 2021-09-01")
      .has_old("0398@-/3 123456782 40 2021-04-01 2022-06-30")
      .has_new("1980@202201/7 123456782 40 2021-03-01")
      .has_new("1980@202201/8 123456782 40 2021-04-01")
      .usual_match({"0398"})
      .allow(rules::Allow::Way::join, {});
  EXPECT_EQ(run(given).reviews(), "0398@-/2 RECO-053: 1980@202201/7 1980@202201/8\n");
  EXPECT_EQ(run(given).old_fates(), "linked open linked");
  given.decided("0398@-/2", Choice::link, "1980@202201/8");
  EXPECT_EQ(run(given).relations(),
            "0398@-/1 -> 1980@202201/7 same equal\n0398@-/2 -> 1980@202201/8 joined decision\n0398@-/3 -> 1980@202201/8 joined evidence\n");
}

TEST(Decisions, ARuleOrListThatSaysOtherwise) {
  const auto rule = [](const Provision& old) -> RuleAnswer { return old.key.id == "1" ? RuleAnswer(std::string("7")) : RuleAnswer(); };
  const auto against = run(twins().rule("0398", rule).decided("0398@-/1", Choice::link, "1980@202201/8"));
  EXPECT_EQ(against.findings(), "decisions.csv:2 RECO-047\n");
  EXPECT_EQ(against.links(), "");
  const auto another = run(twins().rule("0398", rule).decided("0398@-/2", Choice::link, "1980@202201/7"));
  EXPECT_EQ(another.findings(), "decisions.csv:2 RECO-046\n");
  EXPECT_EQ(another.links(), "");
  const auto same = run(twins().rule("0398", rule).decided("0398@-/1", Choice::link, "1980@202201/7"));
  EXPECT_EQ(same.findings(), "");
  EXPECT_EQ(same.links().substr(0, 30), "0398@-/1 -> 1980@202201/7 rule");
  const auto refused = run(twins().list("0398", {{"1", "7"}}).decided("0398@-/1", Choice::no_link));
  EXPECT_EQ(refused.findings(), "decisions.csv:2 RECO-047\n");
  EXPECT_EQ(refused.links(), "");
  const auto listed = run(twins().list("0398", {{"1", "7"}}).decided("0398@-/1", Choice::link, "1980@202201/7"));
  EXPECT_EQ(listed.links().substr(0, 34), "0398@-/1 -> 1980@202201/7 decision");
  const auto wrong_rule = run(Case()
                                  .has_old("0398@-/1 123456782 22 2021-03-01")
                                  .has_new("1980@202201/7 111222333 22 2021-03-01")
                                  .has_new("1980@202201/8 123456782 22 2021-03-01")
                                  .rule("0398", rule)
                                  .decided("0398@-/1", Choice::link, "1980@202201/8"));
  EXPECT_EQ(wrong_rule.links(), "0398@-/1 -> 1980@202201/8 decision\n") << "a rule that contradicts the facts is no obstacle";
}

TEST(Decisions, FactsThatChangedSince) {
  Case given = twins().decided("0398@-/1", Choice::link, "1980@202201/7");
  given.decisions[0].pair_code = pair_code(given.old[0].provision, given.fresh[0]);
  EXPECT_EQ(run(given).decided(), "applied");
  given.fresh[0].end = cases::day("2022-03-31");
  EXPECT_EQ(run(given).decided(), "applied") << "an end does not make it stale";
  given.fresh[0].start = cases::day("2021-03-02");
  EXPECT_EQ(run(given).findings(), "decisions.csv:2 RECO-048\n");
  EXPECT_EQ(run(given).links().find("0398@-/1 "), std::string::npos);
}

TEST(Decisions, WhatIsOverNeedsNone) {
  const Case over = Case()
                        .has_old("0398@-/1 123456782 22 2021-03-01 2021-11-30")
                        .has_old("0398@-/2 123456782 22 2021-03-01")
                        .has_new("1980@202201/7 123456782 22 2021-03-01")
                        .usual_match({"0398"})
                        .drop("0398", "2", "proef");
  const auto linked = run(Case(over).decided("0398@-/1", Choice::link, "7").decided("0398@-/2", Choice::link, "7"));
  EXPECT_EQ(linked.findings(), "decisions.csv:2 RECO-012\ndecisions.csv:3 RECO-002\n");
  EXPECT_EQ(linked.links(), "");
  EXPECT_EQ(run(Case(over).decided("0398@-/1", Choice::no_link).decided("0398@-/2", Choice::drop)).findings(), "");
  const auto otherwise =
      run(Case(over).decided("0398@-/1", Choice::drop, "", "proef").decided("0398@-/2", Choice::link, "9").decided("0398@-/1", Choice::later));
  EXPECT_EQ(otherwise.findings(), "decisions.csv:2 RECO-041\ndecisions.csv:3 RECO-041\n");
  EXPECT_EQ(otherwise.decided(), "RECO-041 RECO-041 later");
  EXPECT_EQ(otherwise.old_fates(), "ended dropped");
}

TEST(Decisions, DoNotDependOnAnyOrder) {
  Case given = twins()
                   .has_old("0398@-/3 111222333 40 2021-05-01")
                   .has_new("1980@202201/9 111222333 40 2021-06-01")
                   .rule("0398", [](const Provision& old) -> RuleAnswer { return old.key.id == "2" ? RuleAnswer(std::string("8")) : RuleAnswer(); })
                   .decided("0398@-/1", Choice::link, "1980@202201/8")
                   .decided("0398@-/3", Choice::link, "9", "zelfde traject")
                   .decided("0398@-/3", Choice::later)
                   .decided_by_code("LWRONG", "", Choice::drop);
  const auto first = run(given);
  const std::string told = first.links() + first.reviews() + first.findings();
  EXPECT_NE(told.find("0398@-/3 -> 1980@202201/9 decision"), std::string::npos);
  for (int turn = 0; turn < 24; ++turn) {
    std::next_permutation(given.decisions.begin(), given.decisions.end(), [](const Decision& a, const Decision& b) { return a.place < b.place; });
    std::rotate(given.old.begin(), given.old.begin() + 1, given.old.end());
    std::reverse(given.fresh.begin(), given.fresh.end());
    const auto again = run(given);
    EXPECT_EQ(again.links() + again.reviews() + again.findings(), told);
  }
}

TEST(Decisions, MessagesSayWhatToDo) {
  const auto result = run(twins().decided("0398@-/1", Choice::link, "1980@202201/7").decided("0398@-/1", Choice::drop, "", "x"));
  EXPECT_EQ(result.shown(Language::en),
            "decisions.csv:2: warning [RECO-045] there are 2 decisions about 0398@-/1 that contradict each other; none was applied\n"
            "     decisions.csv:3: here too\n"
            "     = tip: leave only the decision that holds\n");
}

TEST(PairCode, IsAboutKeysTypesAndStarts) {
  const Provision old = cases::provision("0398@-/1 123456782 22 2021-03-01"), fresh = cases::provision("1980@202201/7 123456782 22 2021-03-01");
  EXPECT_EQ(pair_code(old, fresh).size(), 8U);
  EXPECT_EQ(pair_code(old, fresh).front(), 'P');
  EXPECT_NE(pair_code(old, fresh), pair_code(cases::provision("0398@-/2 123456782 22 2021-03-01"), fresh));
  EXPECT_NE(pair_code(old, fresh), pair_code(cases::provision("0398@-/1 123456782 40 2021-03-01"), fresh));
  EXPECT_NE(pair_code(old, fresh), pair_code(cases::provision("0398@-/1 123456782 22 2021-03-__"), fresh));
  EXPECT_EQ(pair_code(old, fresh), pair_code(cases::provision("0398@-/1 111222333 22 2021-03-01 2022-01-01 1"), fresh));
}

TEST(LinkCode, OfANumberThatHoldsItsOwnBsnNeedsThePseudonym) {
  const Provision own = cases::provision("0398@-/H123456782 123456782 22 2021-03-01");
  const auto code_with = [&](const std::string& secret) { return link_code(own.key, own.bsn, [&](Bsn) { return secret; }); };
  EXPECT_NE(code_with("p-1"), link_code(own.key)) << "whoever tries all numbers would find the BSN";
  EXPECT_NE(code_with("p-1"), code_with("p-2"));
  EXPECT_EQ(code_with("p-1"), code_with("p-1"));
  const Provision other = cases::provision("0398@-/H111222333 123456782 22 2021-03-01");
  EXPECT_EQ(link_code(other.key, other.bsn, [](Bsn) { return "p-1"; }), link_code(other.key));
}

}  // namespace
}  // namespace srgconv::reconcile
