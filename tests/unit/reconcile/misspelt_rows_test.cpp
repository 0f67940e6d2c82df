// Rejected rows whose BSN fails the 11-test: which BSNs were meant, and which provisions they are offered to.
#include "reconcile/misspelt_rows.hpp"

#include <algorithm>
#include <random>
#include <string>

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "unit/reconcile/cases.hpp"

namespace srgconv::reconcile {
namespace {

using cases::Case;

std::string nine(std::uint32_t number) { return fmt::format("{:09}", number); }

std::uint32_t drawn_bsn() {
  auto bsn = *rc::gen::inRange<std::uint32_t>(10'000'000, 999'999'900);
  while (!Bsn::parse(nine(bsn)).bsn) ++bsn;
  return bsn;
}

TEST(PerhapsMeant, OneWrongDigitAndTwoThatChangedPlacesLeadBack) {
  EXPECT_TRUE(rc::check("a BSN is among those that its misspelling may mean", [] {
    const std::uint32_t bsn = drawn_bsn();
    std::string one_wrong = nine(bsn), swapped = one_wrong;
    const auto at = *rc::gen::inRange<std::size_t>(0, 9);
    one_wrong[at] = static_cast<char>('0' + (one_wrong[at] - '0' + *rc::gen::inRange(1, 10)) % 10);
    const auto a = *rc::gen::inRange<std::size_t>(0, 9), b = *rc::gen::inRange<std::size_t>(0, 9);
    std::swap(swapped[a], swapped[b]);
    for (const std::string& written : {one_wrong, swapped}) {
      const auto meant = perhaps_meant(static_cast<std::uint32_t>(std::stoul(written)));
      RC_ASSERT(std::binary_search(meant.begin(), meant.end(), bsn));
      for (const std::uint32_t other : meant) RC_ASSERT(Bsn::parse(nine(other)).bsn);
    }
  }));
}

// The old provision 1 of 123456782, and what rejected rows of the new delivery come to in the review.
Case one_open() { return Case().has_old("0398@-/1 123456782 22 2021-03-01 - 1").usual_match({"0398"}); }

MisspeltProvision row(std::uint32_t digits, const std::string& id, const std::string& type = "22", const std::string& start = "2021-03-01") {
  return {digits, id, type, cases::day(start), {}, "1", {}, "new.xml"};
}

// `CODE rows`, of the review of the only old provision.
std::string review(const Case& given, const std::vector<MisspeltProvision>& rows) {
  Problem problem = cases::problem_of(given);
  problem.misspelt_new = rows;
  Diagnostics diagnostics;
  const Outcome outcome = reconcile(problem, diagnostics);
  EXPECT_TRUE(outcome.links.empty());
  EXPECT_TRUE(outcome.reviews.at(0).candidates.empty());
  const Diagnostic& why = outcome.reviews.at(0).why;
  return why.code + (why.arguments.contains("rows") ? " " + why.arguments.at("rows") : "");
}

TEST(MisspeltRows, AreALeadForTheOpenProvisionThatTheyMayBe) {
  EXPECT_EQ(review(one_open(), {}), "RECO-025");
  EXPECT_EQ(review(one_open(), {row(123456783, "V1")}), "RECO-055 V1 (new.xml)");  // one wrong digit
  EXPECT_EQ(review(one_open(), {row(123456872, "V1")}), "RECO-055 V1 (new.xml)");  // two changed places
  EXPECT_EQ(review(one_open(), {row(123457783, "V1")}), "RECO-025");               // two wrong digits
  EXPECT_EQ(review(one_open(), {row(123456783, "V1", "22", "2021-03-02")}), "RECO-025");
  EXPECT_EQ(review(one_open(), {row(123456783, "V1", "30")}), "RECO-055 V1 (new.xml)");  // another type, but goal and end agree
  MisspeltProvision other = row(123456783, "V1", "30");
  other.goal = "2";
  EXPECT_EQ(review(one_open(), {other}), "RECO-025");
}

TEST(MisspeltRows, InWhateverOrder) {
  std::vector<MisspeltProvision> rows = {row(123456783, "V2"), row(123456872, "V1"), row(123456784, "V3")};
  const std::string named = "RECO-055 V1 (new.xml), V2 (new.xml), V3 (new.xml)";
  for (int i = 0; i < 3; ++i) {
    std::rotate(rows.begin(), rows.begin() + 1, rows.end());
    EXPECT_EQ(review(one_open(), rows), named);
  }
}

TEST(MisspeltRows, NeverShowTheBsnThatTheirNumberHolds) {
  EXPECT_EQ(review(one_open(), {row(123456783, "W123456783")}), "RECO-055 *** (new.xml)");
  EXPECT_EQ(review(one_open(), {row(123456783, "1234.56.783-1")}), "RECO-055 *** (new.xml)");
}

TEST(MisspeltRows, YieldToACandidateAndToPeople) {
  Case given = one_open();
  given.has_new("1980@202201/7 123456782 22 2021-09-01");
  Problem problem = cases::problem_of(given);
  problem.misspelt_new = {row(123456783, "V1")};
  Diagnostics diagnostics;
  EXPECT_EQ(reconcile(problem, diagnostics).reviews.at(0).why.code, "RECO-023");
  EXPECT_EQ(review(one_open().decided("0398@-/1", Choice::no_link), {row(123456783, "V1")}), "RECO-049");
}

TEST(MisspeltRows, OfAnOldSenderDisputeWhatSeemsRegisteredLate) {
  Case given;
  given.has_old("0398@-/1 111222333 22 2021-03-01").has_new("1980@202201/7 123456782 22 2021-03-01 - 1").usual_match({"0398"});
  for (const bool misspelt : {false, true}) {
    Problem problem = cases::problem_of(given);
    if (misspelt) problem.misspelt_old = {row(123456783, "V1")};
    Diagnostics diagnostics;
    const Outcome outcome = reconcile(problem, diagnostics);
    EXPECT_EQ(name(outcome.new_fates.at(0)), misspelt ? "unexplained" : "registered-late");
    EXPECT_EQ(diagnostics.all().size(), misspelt ? 1U : 0U);
    for (const Diagnostic& finding : diagnostics.all()) EXPECT_EQ(finding.code, "RECO-056");
  }
}

}  // namespace
}  // namespace srgconv::reconcile
