// Rules and the order of steps: what links, what contradicts, who claims what.
#include "reconcile/identity_steps.hpp"

#include <gtest/gtest.h>

#include "unit/reconcile/cases.hpp"

namespace srgconv::reconcile {
namespace {

using cases::Case;
using cases::Rule;
using cases::run;

// `new.id = PREFIX & old.id`
Rule prefixed(const std::string& prefix) {
  return [prefix](const Provision& old) -> RuleAnswer { return prefix + old.key.id; };
}
Rule always(const std::string& id) {
  return [id](const Provision&) -> RuleAnswer { return id; };
}

TEST(RuleStep, LinksByTheNewNumber) {
  const auto result =
      run(Case().has_old("0398@-/1001 123456782 22 2021-03-01").has_new("1980@202201/H1001 123456782 22 2021-03-01").rule("0398", prefixed("H")));
  EXPECT_EQ(result.links(), "0398@-/1001 -> 1980@202201/H1001 rule\n");
  EXPECT_EQ(result.rule(0), "case.rules:10");
  EXPECT_EQ(result.differs(0), "number contained");
  EXPECT_EQ(result.findings(), "");
}

TEST(RuleStep, SwappedNumbersOfOneSenderAreLawful) {
  const auto result = run(Case()
                              .has_old("0363@-/1001 123456782 22 2021-03-01")
                              .has_old("0363@-/2001 111222333 22 2021-03-01")
                              .has_new("0363@202201/1001 111222333 22 2021-03-01")
                              .has_new("0363@202201/2001 123456782 22 2021-03-01")
                              .rule("0363", [](const Provision& old) -> RuleAnswer { return std::string(old.key.id == "1001" ? "2001" : "1001"); }));
  EXPECT_EQ(result.links(), "0363@-/1001 -> 0363@202201/2001 rule\n0363@-/2001 -> 0363@202201/1001 rule\n");
  EXPECT_EQ(result.findings(), "");
}

TEST(RuleStep, CollidingNumbersOfTwoSendersGoTheirOwnWay) {
  const auto result = run(Case()
                              .has_old("0398@-/1 123456782 22 2021-03-01")
                              .has_old("0416@-/1 123456782 22 2021-03-01")
                              .has_new("1980@202201/H1 123456782 22 2021-03-01")
                              .has_new("1980@202201/L1 123456782 22 2021-03-01")
                              .rule("0398", prefixed("H"))
                              .rule("0416", prefixed("L")));
  EXPECT_EQ(result.links(), "0398@-/1 -> 1980@202201/H1 rule\n0416@-/1 -> 1980@202201/L1 rule\n");
}

TEST(RuleStep, StartAndEndThatDifferAreDeclared) {
  const auto result = run(Case()
                              .has_old("0398@-/1 123456782 22 2021-03-01 2022-06-30")
                              .has_old("0398@-/2 123456782 22 2021-03-__")
                              .has_new("1980@202201/H1 123456782 22 2021-05-01 2022-05-30")
                              .has_new("1980@202201/H2 123456782 22 2021-03-09")
                              .rule("0398", prefixed("H")));
  const Link& first = result.outcome.links.at(0);
  EXPECT_EQ(result.differs(0), "start other, end other");
  ASSERT_EQ(first.changes.size(), 2U);
  EXPECT_EQ(first.changes[0].reason, "begindatum 61 dagen later; gekoppeld door een vaste regel");
  EXPECT_EQ(first.changes[1].reason, "einddatum 31 dagen eerder; gekoppeld door een vaste regel");
  EXPECT_EQ(result.outcome.links.at(1).changes.at(0).reason, "begindatum anders en deels onbekend; gekoppeld door een vaste regel");
}

TEST(RuleStep, ContradictionIsNoLinkAndTheNextStepFollows) {
  const auto result = run(Case()
                              .has_old("0398@-/1 123456782 22 2021-03-01")
                              .has_old("0398@-/2 111222333 22 2021-03-01")
                              .has_new("1980@202201/H1 111222333 30 2021-03-01")
                              .has_new("1980@202201/H2 123456782 22 2021-03-01")
                              .rule("0398", prefixed("H"))
                              .usual_match({"0398"}));
  EXPECT_EQ(result.links(), "0398@-/1 -> 1980@202201/H2 equal\n");
  EXPECT_EQ(result.reviews(), "0398@-/2 RECO-003: 1980@202201/H1\n");  // the one of the rule is linked by now; another type is left
  EXPECT_EQ(
      result.shown(Language::en),
      "case.rules:10:1: warning [RECO-003] this rule gives 0398@-/1 the number 1980@202201/H1, but these differ there: bsn, type; not linked by this rule\n"
      "     = tip: check how the new system forms its numbers, and adjust the rule\n"
      "case.rules:10:1: warning [RECO-003] this rule gives 0398@-/2 the number 1980@202201/H2, but these differ there: bsn; not linked by this rule\n"
      "     = tip: check how the new system forms its numbers, and adjust the rule\n");
}

TEST(RuleStep, ContradictedKeyIsTheCandidateWhileNobodyHasIt) {
  const auto result = run(Case().has_old("0398@-/1 123456782 22 2021-03-01").has_new("1980@202201/H1 111222333 22 2021-03-01").rule("0398", prefixed("H")));
  EXPECT_EQ(result.reviews(), "0398@-/1 RECO-003: 1980@202201/H1\n");
  EXPECT_EQ(result.new_fates(), "unexplained");  // people must judge it
}

TEST(RuleStep, NumberThatWasNotDelivered) {
  const auto result = run(Case()
                              .has_old("0398@-/1 123456782 22 2021-03-01")
                              .has_old("0398@-/2 111222333 22 2021-03-01", "2022-01-07")
                              .has_old("0398@-/3 111111110 22 2021-03-01")
                              .has_new("1980@202201/X 111111110 22 2021-03-01")
                              .rule("0398", prefixed("H"))
                              .usual_match({"0398"}));
  EXPECT_EQ(result.old_fates(), "open ended-since linked");
  EXPECT_EQ(
      result.shown(Language::nl),  // of the open one only
      "case.rules:10:1: waarschuwing [RECO-008] deze regel geeft 0398@-/1 het nummer 'H1', maar dat nummer is niet geleverd; 0398@-/1 blijft open\n"
      "     = tip: controleer of de voorziening in het nieuwe systeem bestaat; is zij beëindigd, lever dan de einddatum na; anders klopt de regel niet\n");
  EXPECT_EQ(result.reviews(), "0398@-/1 RECO-008:\n");
}

TEST(RuleStep, NothingOrAConditionThatFailsGoesOn) {
  const auto result = run(Case()
                              .has_old("0398@-/1 123456782 22 2021-03-01")
                              .has_new("1980@202201/B1 123456782 22 2021-03-01")
                              .rule("0398", [](const Provision&) -> RuleAnswer { return std::monostate{}; })
                              .rule("0398", prefixed("B")));
  EXPECT_EQ(result.links(), "0398@-/1 -> 1980@202201/B1 rule\n");
  EXPECT_EQ(result.rule(0), "case.rules:11");
}

TEST(RuleStep, FaultOfTheRuleIsAFinding) {
  const auto result = run(Case()
                              .has_old("0398@-/1 123456782 22 2021-03-01")
                              .has_new("1980@202201/B1 123456782 22 2021-03-01")
                              .rule("0398",
                                    [](const Provision&) -> RuleAnswer {
                                      return Diagnostic{"MAP-001", {}, {}, {}, {}};
                                    })
                              .rule("0398", prefixed("B")));
  EXPECT_EQ(result.links(), "0398@-/1 -> 1980@202201/B1 rule\n");
  EXPECT_EQ(result.shown(Language::en),
            "case.rules:10:1: warning [RECO-013] this rule could not be evaluated for 0398@-/1 (message MAP-001)\n"
            "     = tip: make the rule able to take every old number, or give it a condition with 'when'\n");
}

TEST(RuleStep, NumberAtTwoNewSendersIsAmbiguous) {
  Case given;
  given.has_old("0788@-/1 123456782 22 2021-03-01")
      .has_new("0824@202201/1 123456782 22 2021-03-01")
      .has_new("0757@202201/1 123456782 30 2021-03-01")
      .rule("0788", prefixed(""));
  const auto result = run(given);
  EXPECT_EQ(result.links(), "");
  EXPECT_EQ(result.findings(), "case.rules:10 RECO-011\n");
  EXPECT_EQ(result.reviews(), "0788@-/1 RECO-011: 0757@202201/1 0824@202201/1\n");
  EXPECT_EQ(run(given.usual_match({"0788"})).links(), "0788@-/1 -> 0824@202201/1 equal\n");
}

TEST(RuleStep, TwoClaimsOnOneKeyHoldNeither) {
  const auto result = run(Case()
                              .has_old("0398@-/1 123456782 22 2021-03-01")
                              .has_old("0416@-/1 123456782 22 2021-06-01")
                              .has_new("1980@202201/X 123456782 22 2021-03-01")
                              .rule("0398", always("X"))
                              .rule("0416", always("X"))
                              .usual_match({"0398", "0416"}));
  EXPECT_EQ(result.links(), "0398@-/1 -> 1980@202201/X equal\n");  // both go on; the facts decide
  EXPECT_EQ(result.reviews(), "0416@-/1 RECO-010:\n");
  EXPECT_EQ(result.shown(Language::nl),
            "case.rules:10:1: waarschuwing [RECO-010] 2 oude voorzieningen krijgen door regels of lijsten hetzelfde nieuwe nummer 1980@202201/X, "
            "onder meer 0398@-/1 en 0416@-/1; geen ervan is zo gekoppeld\n"
            "     case.rules:11:1: ook hier\n"
            "     = tip: maak de regel of lijst zo dat elk nieuw nummer bij één oud nummer hoort\n");
}

TEST(RuleStep, LaterClaimTakesAnEarlierLinkBack) {
  // 0416/1 claims H1, which is not free for it; its next step claims X, which 0398/1 already holds: neither keeps X.
  Case given;
  given.has_old("0398@-/1 123456782 22 2021-03-01")
      .has_old("0416@-/1 123456782 22 2021-06-01")
      .has_old("0416@-/2 123456782 22 2021-07-01")
      .has_new("1980@202201/X 123456782 22 2021-03-01")
      .has_new("1980@202201/H 123456782 22 2021-06-01")
      .rule("0398", always("X"))
      .rule("0416", always("H"))
      .rule("0416", [](const Provision& old) -> RuleAnswer { return old.key.id == "1" ? RuleAnswer("X") : RuleAnswer(); });
  const auto result = run(given);
  EXPECT_EQ(result.links(), "");
  EXPECT_EQ(result.findings(), "case.rules:10 RECO-010\ncase.rules:11 RECO-010\n");
  EXPECT_EQ(result.reviews(),
            "0398@-/1 RECO-010: 1980@202201/H 1980@202201/X\n0416@-/1 RECO-010: 1980@202201/H 1980@202201/X\n0416@-/2 RECO-010: 1980@202201/H 1980@202201/X\n");
}

TEST(RuleStep, ContradictedClaimDoesNotCount) {
  const auto result = run(Case()
                              .has_old("0398@-/1 123456782 22 2021-03-01")
                              .has_old("0398@-/2 111222333 22 2021-03-01")
                              .has_new("1980@202201/X 123456782 22 2021-03-01")
                              .rule("0398", always("X")));
  EXPECT_EQ(result.links(), "0398@-/1 -> 1980@202201/X rule\n");
  EXPECT_EQ(result.findings(), "case.rules:10 RECO-003\n");
}

TEST(RuleStep, StepBehindMatchTakesWhatMatchLeaves) {
  const auto result = run(Case()
                              .has_old("0398@-/1 123456782 22 2021-03-01")
                              .has_old("0398@-/2 111222333 22 2021-03-01")
                              .has_old("0398@-/3 123456782 22 2020-01-01")
                              .has_new("1980@202201/B2 111222333 22 2020-03-01")
                              .has_new("1980@202201/B3 123456782 22 2021-03-01")
                              .usual_match({"0398"})
                              .rule("0398", prefixed("B")));
  EXPECT_EQ(result.links(), "0398@-/1 -> 1980@202201/B3 equal\n0398@-/2 -> 1980@202201/B2 rule\n");
  EXPECT_EQ(result.findings(), "case.rules:10 RECO-016\n");
  EXPECT_EQ(result.reviews(), "0398@-/3 RECO-016:\n");
}

TEST(RuleStep, TieThatALaterStepDecidesIsNoReview) {
  const auto result = run(Case()
                              .has_old("0398@-/1 123456782 22 2021-03-01")
                              .has_old("0398@-/2 123456782 22 2021-03-01")
                              .has_new("1980@202201/B1 123456782 22 2021-03-01")
                              .has_new("1980@202201/B2 123456782 22 2021-03-01")
                              .usual_match({"0398"})
                              .rule("0398", prefixed("B")));
  EXPECT_EQ(result.links(), "0398@-/1 -> 1980@202201/B1 rule\n0398@-/2 -> 1980@202201/B2 rule\n");
  EXPECT_EQ(result.reviews(), "");
}

}  // namespace
}  // namespace srgconv::reconcile
