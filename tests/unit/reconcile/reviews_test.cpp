// What people are asked: candidates, and the reason that leads.
#include "reconcile/reviews.hpp"

#include <gtest/gtest.h>

#include "unit/reconcile/cases.hpp"

namespace srgconv::reconcile {
namespace {

using cases::Case;
using cases::run;

TEST(Reviews, SamePersonAndTypeNamesTheNearest) {
  const auto result = run(Case()
                              .has_old("0398@-/1 123456782 22 2021-03-01")
                              .has_new("1980@202201/7 123456782 22 2021-06-01")
                              .has_new("1980@202201/8 123456782 22 2021-02-01")
                              .has_new("1980@202201/9 123456782 22 2022-01-05")  // started since: no candidate
                              .usual_match({"0398"}));
  EXPECT_EQ(result.reviews(), "0398@-/1 RECO-023: 1980@202201/7 1980@202201/8\n");
  const Review& review = result.outcome.reviews.at(0);
  EXPECT_EQ(sentence(review.why, Language::nl), "0398@-/1: 1980@202201/8 is van dezelfde persoon en hetzelfde type, maar de begindatum verschilt 28 dag(en)");
  EXPECT_EQ(sentence(review.why, Language::en), "0398@-/1: 1980@202201/8 is of the same person and type, but the start date differs by 28 day(s)");
  EXPECT_EQ(review.link_code, link_code(*ProvisionKey::parse("0398@-/1")));
  EXPECT_EQ(result.new_fates(), "unexplained unexplained started-since");
}

TEST(Reviews, CandidateThatIsLinkedIsNone) {
  const auto result = run(Case()
                              .has_old("0398@-/1 123456782 22 2021-03-01")
                              .has_old("0398@-/2 123456782 22 2021-06-01")
                              .has_new("1980@202201/7 123456782 22 2021-06-01")
                              .usual_match({"0398"}));
  EXPECT_EQ(result.links(), "0398@-/2 -> 1980@202201/7 equal\n");
  EXPECT_EQ(result.reviews(), "0398@-/1 RECO-025:\n");
}

TEST(Reviews, SameStartButAnotherDeclaredFactDiffers) {
  const auto result = run(Case()
                              .has_old("0398@-/1 123456782 22 2021-03-01 - 1")
                              .has_new("1980@202201/7 123456782 22 2021-03-01 - 2")
                              .level({rules::TargetField::type, rules::TargetField::start, rules::TargetField::goal})
                              .match_for("0398"));
  EXPECT_EQ(result.reviews(), "0398@-/1 RECO-024: 1980@202201/7\n");
}

TEST(Reviews, DoubtfulStartLeadsOverOneThatDiffers) {
  const auto result = run(Case()
                              .has_old("0398@-/1 123456782 22 2021-03-01")
                              .has_new("1980@202201/7 123456782 22 2021-06-01")
                              .has_new("1980@202201/8 123456782 22 2021-__-__")
                              .usual_match({"0398"}));
  EXPECT_EQ(result.reviews(), "0398@-/1 RECO-022: 1980@202201/7 1980@202201/8\n");
  EXPECT_EQ(sentence(result.outcome.reviews.at(0).why, Language::en),
            "0398@-/1: 1980@202201/8 is of the same person and type, and the start dates may be the same, but one of them is partly unknown");
}

TEST(Reviews, DoubtfulStartYieldsToALink) {
  const auto result = run(Case()
                              .has_old("0398@-/1 123456782 22 2021-03-01")
                              .has_new("1980@202201/7 123456782 22 2021-03-__")
                              .has_new("1980@202201/8 123456782 22 2021-03-02")
                              .usual_match({"0398"}));
  EXPECT_EQ(result.links(), "0398@-/1 -> 1980@202201/8 near\n");
  EXPECT_EQ(result.reviews(), "");
}

TEST(Reviews, ContradictionLeadsAndCandidatesAddUp) {
  const auto result = run(Case()
                              .has_old("0398@-/1 123456782 22 2021-03-01")
                              .has_new("1980@202201/H1 111222333 22 2021-03-01")
                              .has_new("1980@202201/7 123456782 22 2021-05-01")
                              .rule("0398", [](const Provision& old) -> RuleAnswer { return "H" + old.key.id; }));
  EXPECT_EQ(result.reviews(), "0398@-/1 RECO-003: 1980@202201/7 1980@202201/H1\n");
}

TEST(Reviews, TieListsWhatTiesAndNothingElse) {
  const auto result = run(Case()
                              .has_old("0398@-/1 123456782 22 2021-03-01")
                              .has_new("1980@202201/H1 111222333 22 2021-03-01")
                              .has_new("1980@202201/7 123456782 22 2021-03-01")
                              .has_new("1980@202201/8 123456782 22 2021-03-01")
                              .has_new("1980@202201/9 123456782 22 2021-05-01")
                              .rule("0398", [](const Provision& old) -> RuleAnswer { return "H" + old.key.id; })
                              .usual_match({"0398"}));
  EXPECT_EQ(result.reviews(), "0398@-/1 RECO-020: 1980@202201/7 1980@202201/8\n");
  EXPECT_EQ(result.findings(), "case.rules:10 RECO-003\n");
}

TEST(Reviews, CandidateLeadsOverANumberThatWasNotDelivered) {
  const auto result = run(
      Case().has_old("0398@-/1 123456782 22 2021-03-01").has_new("1980@202201/7 123456782 22 2021-05-01").rule("0398", [](const Provision& old) -> RuleAnswer {
        return "H" + old.key.id;
      }));
  EXPECT_EQ(result.reviews(), "0398@-/1 RECO-023: 1980@202201/7\n");
  EXPECT_EQ(result.findings(), "case.rules:10 RECO-008\n");
}

TEST(Reviews, ThousandsAlikeAreNotListed) {
  Case given;
  for (int i = 0; i < 1100; ++i)
    given.has_old(fmt::format("0398@-/{:04} 123456782 22 2021-03-01", i)).has_new(fmt::format("1980@202201/{:04} 123456782 22 2020-03-01", i));
  const auto result = run(given);
  ASSERT_EQ(result.outcome.reviews.size(), 1100U);
  EXPECT_EQ(result.outcome.reviews.at(0).why.code, "RECO-021");
  EXPECT_TRUE(result.outcome.reviews.at(0).candidates.empty());
}

TEST(Reviews, NoFindingShowsABsn) {
  const auto result = run(Case()
                              .has_old("0398@-/123456782 123456782 22 2021-03-01")
                              .has_new("1980@202201/H123456782 111222333 22 2021-03-01")
                              .rule("0398", [](const Provision& old) -> RuleAnswer { return "H" + old.key.id; }));
  EXPECT_EQ(result.shown(Language::nl).find("123456782"), std::string::npos);
  EXPECT_EQ(sentence(result.outcome.reviews.at(0).why, Language::en).find("123456782"), std::string::npos);
}

}  // namespace
}  // namespace srgconv::reconcile
