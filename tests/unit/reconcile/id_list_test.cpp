// Suppliers' id lists: use, contradictions in the list and with the facts, and lines about provisions that are over.
#include "reconcile/id_list.hpp"

#include <gtest/gtest.h>

#include "unit/reconcile/cases.hpp"

namespace srgconv::reconcile {
namespace {

using cases::Case;
using cases::run;

TEST(IdList, LinksByItsLines) {
  const auto result =
      run(Case().has_old("0398@-/1 123456782 22 2021-03-01").has_new("1980@202201/7 123456782 22 2021-03-02").list("0398", {{"1", "7"}, {"1", "7"}}));
  EXPECT_EQ(result.links(), "0398@-/1 -> 1980@202201/7 list\n");
  EXPECT_EQ(result.rule(0), "ids.csv:2");
  EXPECT_EQ(result.outcome.links.at(0).changes.at(0).reason, "begindatum 1 dag later; gekoppeld door de nummerlijst van de leverancier");
  EXPECT_EQ(result.findings(), "");  // the same line twice is harmless
  EXPECT_EQ(result.outcome.list_contradictions, 0U);
}

TEST(IdList, BelongsToOneSender) {
  const auto result = run(Case()
                              .has_old("0398@-/1 123456782 22 2021-03-01")
                              .has_old("0416@-/1 123456782 22 2021-03-01")
                              .has_new("1980@202201/7 123456782 22 2021-03-01")
                              .list("0416", {{"1", "7"}}));
  EXPECT_EQ(result.links(), "0416@-/1 -> 1980@202201/7 list\n");
}

TEST(IdList, LineAgainstTheFacts) {
  const auto result = run(Case()
                              .has_old("0398@-/1 123456782 22 2021-03-01")
                              .has_old("0398@-/2 111222333 22 2021-03-01")
                              .has_new("1980@202201/7 111222333 30 2021-03-01")
                              .has_new("1980@202201/8 111222333 30 2021-03-01")
                              .list("0398", {{"1", "7"}, {"2", "8"}}));
  EXPECT_EQ(result.links(), "");
  EXPECT_EQ(result.outcome.list_contradictions, 2U);
  EXPECT_EQ(
      result.shown(Language::nl),
      "ids.csv:2:1: waarschuwing [RECO-004] deze regel van de lijst koppelt 0398@-/1 aan 1980@202201/7, maar daar verschillen: bsn, type; de regel telt niet "
      "mee\n"
      "     = tip: vraag de leverancier deze regel van de lijst te controleren\n"
      "ids.csv:3:1: waarschuwing [RECO-004] deze regel van de lijst koppelt 0398@-/2 aan 1980@202201/8, maar daar verschillen: type; de regel telt niet mee\n"
      "     = tip: vraag de leverancier deze regel van de lijst te controleren\n");
  EXPECT_EQ(result.reviews(), "0398@-/1 RECO-004: 1980@202201/7\n0398@-/2 RECO-004: 1980@202201/8\n");
}

TEST(IdList, LineAgainstTheFactsCountsEvenWhenARuleLinks) {
  const auto result = run(Case()
                              .has_old("0398@-/1 123456782 22 2021-03-01")
                              .has_new("1980@202201/7 111222333 22 2021-03-01")
                              .has_new("1980@202201/H1 123456782 22 2021-03-01")
                              .rule("0398", [](const Provision& old) -> RuleAnswer { return "H" + old.key.id; })
                              .list("0398", {{"1", "7"}}));
  EXPECT_EQ(result.links(), "0398@-/1 -> 1980@202201/H1 rule\n");
  EXPECT_EQ(result.findings(), "ids.csv:2 RECO-004\n");
  EXPECT_EQ(result.outcome.list_contradictions, 1U);
}

TEST(IdList, OldNumberWithTwoNewNumbers) {
  const auto result = run(Case()
                              .has_old("0398@-/1 123456782 22 2021-03-01")
                              .has_new("1980@202201/7 123456782 22 2021-03-01")
                              .has_new("1980@202201/8 123456782 22 2020-03-01")
                              .list("0398", {{"1", "7"}, {"1", "8"}, {"1", "7"}}));
  EXPECT_EQ(result.links(), "");
  EXPECT_EQ(result.outcome.list_contradictions, 3U);
  EXPECT_EQ(result.reviews(), "0398@-/1 RECO-005: 1980@202201/7 1980@202201/8\n");
  EXPECT_EQ(result.shown(Language::en),
            "ids.csv:2:1: warning [RECO-005] the list gives old number '1' different new numbers in 3 lines; those lines are not used\n"
            "     ids.csv:3:1: here too\n"
            "     ids.csv:4:1: here too\n"
            "     = tip: ask the supplier which new number is the right one, and leave one line\n");
}

TEST(IdList, NewNumberForTwoOldNumbers) {
  Case given;
  given.has_old("0398@-/1 123456782 22 2021-03-01")
      .has_old("0398@-/2 123456782 22 2021-05-01")
      .has_new("1980@202201/7 123456782 22 2021-03-01")
      .list("0398", {{"1", "7"}, {"2", "7"}});
  const auto result = run(given);
  EXPECT_EQ(result.links(), "");
  EXPECT_EQ(result.findings(), "ids.csv:2 RECO-006\n");
  EXPECT_EQ(result.outcome.list_contradictions, 2U);
  EXPECT_EQ(result.reviews(), "0398@-/1 RECO-006: 1980@202201/7\n0398@-/2 RECO-006: 1980@202201/7\n");
  EXPECT_EQ(run(given.usual_match({"0398"})).links(), "0398@-/1 -> 1980@202201/7 equal\n");
}

TEST(IdList, OfTwoLinesForOneNewNumberTheFactsKeepTheRightOne) {
  const auto result = run(Case()
                              .has_old("0398@-/1 123456782 22 2021-03-01")
                              .has_old("0398@-/2 111222333 30 2021-05-01")
                              .has_new("1980@202201/7 123456782 22 2021-03-01")
                              .list("0398", {{"1", "7"}, {"2", "7"}}));
  EXPECT_EQ(result.links(), "0398@-/1 -> 1980@202201/7 list\n");
  EXPECT_EQ(result.findings(), "ids.csv:3 RECO-004\n");
  EXPECT_EQ(result.outcome.list_contradictions, 1U);
}

TEST(IdList, OfTwoLinesForOneOldNumberTheFactsKeepTheRightOne) {
  const auto result = run(Case()
                              .has_old("0398@-/1 123456782 22 2021-03-01")
                              .has_new("1980@202201/7 123456782 22 2021-03-01")
                              .has_new("1980@202201/8 111222333 30 2021-05-01")
                              .list("0398", {{"1", "8"}, {"1", "7"}}));
  EXPECT_EQ(result.links(), "0398@-/1 -> 1980@202201/7 list\n");
  EXPECT_EQ(result.findings(), "ids.csv:2 RECO-004\n");
  EXPECT_EQ(result.outcome.list_contradictions, 1U);
}

TEST(IdList, LineInBothKindsOfClashCountsOnce) {
  const auto result = run(Case()
                              .has_old("0398@-/1 123456782 22 2021-03-01")
                              .has_old("0398@-/2 123456782 22 2021-05-01")
                              .has_new("1980@202201/7 123456782 22 2021-03-01")
                              .list("0398", {{"1", "7"}, {"1", "8"}, {"2", "7"}}));
  EXPECT_EQ(result.findings(), "ids.csv:2 RECO-005\nids.csv:2 RECO-006\n");
  EXPECT_EQ(result.outcome.list_contradictions, 3U);
}

TEST(IdList, OldNumberThatWasNotDeliveredIsANote) {
  const auto result =
      run(Case().has_old("0398@-/1 123456782 22 2021-03-01").has_new("1980@202201/7 123456782 22 2021-03-01").list("0398", {{"1", "7"}, {"77", "8"}}));
  EXPECT_EQ(result.links(), "0398@-/1 -> 1980@202201/7 list\n");
  EXPECT_EQ(result.outcome.list_contradictions, 0U);
  EXPECT_EQ(result.shown(Language::en),
            "ids.csv:3:1: note [RECO-007] old number '77' is in the list, but not in the last delivery of sender 0398\n"
            "     = tip: that is fine if the provision ended earlier; otherwise it was not delivered, or the list builds its number differently\n");
}

TEST(IdList, NewNumberThatWasNotDelivered) {
  const auto result = run(Case()
                              .has_old("0398@-/1 123456782 22 2021-03-01")
                              .has_old("0398@-/2 111222333 22 2021-03-01 2022-01-15")
                              .has_old("0398@-/3 111111110 22 2021-03-01")
                              .has_new("1980@202201/9 111111110 22 2021-03-01")
                              .list("0398", {{"1", "6"}, {"2", "7"}, {"3", "8"}})
                              .usual_match({"0398"}));
  EXPECT_EQ(result.old_fates(), "open ended-since linked");
  EXPECT_EQ(result.findings(), "ids.csv:2 RECO-009\nids.csv:4 RECO-014\n");
  EXPECT_EQ(result.reviews(), "0398@-/1 RECO-009:\n");
}

TEST(IdList, LineThatARuleOverrulesIsAFinding) {
  const auto result = run(Case()
                              .has_old("0398@-/1 123456782 22 2021-03-01")
                              .has_new("1980@202201/H1 123456782 22 2021-03-01")
                              .has_new("1980@202201/7 123456782 22 2021-03-01")
                              .rule("0398", [](const Provision& old) -> RuleAnswer { return "H" + old.key.id; })
                              .list("0398", {{"1", "7"}}));
  EXPECT_EQ(result.links(), "0398@-/1 -> 1980@202201/H1 rule\n");
  EXPECT_EQ(result.shown(Language::nl),
            "ids.csv:2:1: waarschuwing [RECO-014] de lijst geeft 0398@-/1 het nummer '7', maar 0398@-/1 is op een andere grond gekoppeld aan 1980@202201/H1\n"
            "     = tip: zoek uit welke van de twee klopt: de lijst of de andere stap\n");
}

TEST(IdList, EndedOnesAreIgnoredUnlessTheyGoOn) {
  const auto result = run(Case()
                              .has_old("0398@-/1 123456782 22 2021-03-01 2021-12-31")
                              .has_old("0398@-/2 123456782 22 2021-03-01 2021-11-30")
                              .has_old("0398@-/3 111222333 22 2021-03-01 2021-11-30")
                              .has_new("1980@202201/6 123456782 22 2021-03-01")
                              .has_new("1980@202201/8 111222333 22 2021-03-01 2021-11-30")
                              .list("0398", {{"1", "6"}, {"2", "7"}, {"3", "8"}}));
  EXPECT_EQ(result.old_fates(), "ended ended ended");
  EXPECT_EQ(result.shown(Language::en),
            "ids.csv:2:1: warning [RECO-012] 0398@-/1 has ended by the old deliveries, but by this rule or list the provision goes on as 1980@202201/6\n"
            "     = tip: if the end date is right, 1980@202201/6 should have ended or be another provision; otherwise the old delivery needs a redelivery\n");
}

TEST(IdList, DropWinsFromTheList) {
  const auto result = run(Case()
                              .has_old("0398@-/1 123456782 22 2021-03-01")
                              .has_new("1980@202201/6 123456782 22 2021-03-01")
                              .drop("0398", "1", "testvoorziening")
                              .list("0398", {{"1", "6"}}));
  EXPECT_EQ(result.old_fates(), "dropped");
  EXPECT_EQ(result.links(), "");
  EXPECT_EQ(result.shown(Language::nl),
            "ids.csv:2:1: waarschuwing [RECO-002] 0398@-/1 vervalt door 'drop', maar volgens deze regel of lijst loopt de voorziening door als 1980@202201/6; "
            "'drop' gaat voor\n"
            "     = tip: haal de 'drop' weg als de voorziening echt doorloopt; anders hoort 1980@202201/6 niet in de nieuwe levering of niet in deze regel of "
            "lijst\n");
}

TEST(IdList, NumberAtTwoNewSendersIsAmbiguous) {
  const auto result = run(Case()
                              .has_old("0788@-/1 123456782 22 2021-03-01")
                              .has_new("0824@202201/7 123456782 22 2021-03-01")
                              .has_new("0757@202201/7 123456782 22 2021-03-01")
                              .list("0788", {{"1", "7"}}));
  EXPECT_EQ(result.reviews(), "0788@-/1 RECO-011: 0757@202201/7 0824@202201/7\n");
  EXPECT_EQ(result.findings(), "ids.csv:2 RECO-011\n");
}

TEST(IdList, TwoListsThatClaimOneKey) {
  const auto result = run(Case()
                              .has_old("0398@-/1 123456782 22 2021-03-01")
                              .has_old("0416@-/1 123456782 22 2021-03-01")
                              .has_new("1980@202201/7 123456782 22 2021-03-01")
                              .list("0398", {{"1", "7"}}, "a.csv")
                              .list("0416", {{"1", "7"}}, "b.csv"));
  EXPECT_EQ(result.links(), "");
  EXPECT_EQ(result.findings(), "a.csv:2 RECO-010\n");
  EXPECT_EQ(result.outcome.list_contradictions, 0U);
  EXPECT_EQ(result.reviews(), "0398@-/1 RECO-010: 1980@202201/7\n0416@-/1 RECO-010: 1980@202201/7\n");
}

}  // namespace
}  // namespace srgconv::reconcile
