// What a tally keeps, counts and hands over, and what the fingerprint of a finding depends on.
#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "checks/checks.hpp"

namespace srgconv::checks {
namespace {

using testing::ElementsAre;
using testing::MatchesRegex;

// Remembers what it was given, and waives what names one of these keys.
class Remembering : public EveryFinding {
 public:
  explicit Remembering(std::vector<std::string> waived = {}) : waived_(std::move(waived)) {}
  bool take(const CheckResult& check, const Finding& finding) override {
    taken.push_back(check.id + " " + finding.code + " " + std::string(name(finding.outcome)));
    const auto key = finding.arguments.find("key");
    return key != finding.arguments.end() && std::find(waived_.begin(), waived_.end(), key->second) != waived_.end();
  }
  std::vector<std::string> taken;

 private:
  std::vector<std::string> waived_;
};

const std::string file = "conversie.xml";
auto about(std::string key) {
  return [key = std::move(key)] { return Arguments{{"key", key}, {"month", "2022-01"}}; };
}

TEST(Tally, hands_over_every_finding_and_keeps_the_first_ones) {
  CheckResult result{"OLD-KEY"};
  Remembering every;
  Tally tally(result, &every);
  for (std::uint32_t line = 100; line > 0; --line) Case(tally, file, line).violated("VER-050", about("0398@-/" + std::to_string(line)));
  EXPECT_EQ(every.taken.size(), 100U);
  ASSERT_EQ(result.findings.size(), most_findings);
  EXPECT_EQ(result.findings.front().primary.line, 1U);
  EXPECT_EQ(result.findings.back().primary.line, 20U);
  EXPECT_EQ(result.violated, 100U);
}

TEST(Tally, makes_no_texts_when_nobody_takes_them) {
  CheckResult result{"OLD-KEY"};
  Tally tally(result);
  std::size_t made = 0;
  for (std::uint32_t line = 1; line <= 100; ++line) {
    tally.finding("VER-050", file, line, [&] {
      ++made;
      return Arguments{};
    });
  }
  EXPECT_EQ(made, most_findings);
}

TEST(Tally, says_of_each_finding_what_came_of_its_case) {
  CheckResult result{"OLD-KEY"};
  Remembering every;
  Tally tally(result, &every);
  Case(tally, file, 1).violated("VER-050", about("a"));
  Case(tally, file, 2).undecided("VER-079", about("b"));
  tally.not_assessed("VER-055", file, 3, {});
  EXPECT_THAT(every.taken, ElementsAre("OLD-KEY VER-050 violated", "OLD-KEY VER-079 undecided", "OLD-KEY VER-055 not-assessed"));
  EXPECT_EQ(result.findings[1].outcome, Outcome::undecided);
  EXPECT_EQ(result.state, State::not_assessed);
}

TEST(Tally, counts_a_case_as_waived_when_each_of_its_findings_is) {
  CheckResult result{"OLD-KEY"};
  Remembering every({"known"});
  Tally tally(result, &every);
  {
    Case one(tally, file, 1);
    one.violated("VER-050", about("known"));
    one.violated("VER-051", about("known"));
  }
  {
    Case one(tally, file, 2);
    one.violated("VER-050", about("known"));
    one.violated("VER-050", about("new"));
  }
  { const Case sound(tally, file, 3); }
  EXPECT_EQ(result.waived, 1U);
  EXPECT_EQ(result.violated, 2U) << "a waiver lowers no count";
  EXPECT_EQ(result.satisfied, 1U);
  EXPECT_TRUE(result.findings[0].waived);
  EXPECT_EQ(verdict_on({result}), Verdict::rejected) << "a waiver changes no verdict";
}

Diagnostic finding_on(std::string code, Arguments arguments, std::uint32_t line = 7, std::string in = file) {
  return {std::move(code), {std::move(in), line, 0, 0, {}}, std::move(arguments), {}, {}};
}

TEST(Fingerprint, is_the_same_for_the_same_thing_wherever_it_stands) {
  const std::string one = fingerprint("OLD-KEY", finding_on("VER-050", {{"key", "0398@-/1"}, {"month", "2021-12"}}));
  EXPECT_THAT(one, MatchesRegex("F[0-9A-Z]{11}"));
  EXPECT_EQ(one, "FYJTDEW0VQXP");
  EXPECT_EQ(one, fingerprint("OLD-KEY", finding_on("VER-050", {{"key", "0398@-/1"}, {"month", "2021-12"}}, 99, "other.xml")));
  EXPECT_EQ(one, fingerprint("OLD-KEY", finding_on("VER-050", {{"key", "0398@-/1"}, {"month", "2021-12"}, {"count", "5"}, {"line", "8"}, {"old", "x"}})));
}

RC_GTEST_PROP(Fingerprint, differs_for_another_check_code_or_thing, ()) {
  const auto text = rc::gen::nonEmpty(rc::gen::string<std::string>());
  const std::vector<std::string> telling{"key", "new_key", "sender", "month", "field", "fields", "type", "format", "old"};
  std::map<std::string, std::string> arguments;
  arguments[*rc::gen::elementOf(telling)] = *text;
  const Diagnostic finding = finding_on("VER-050", arguments);
  const std::string one = fingerprint("OLD-KEY", finding);
  RC_ASSERT(one != fingerprint("NEW-KEY", finding));
  Diagnostic other = finding;
  other.code = "VER-051";
  RC_ASSERT(one != fingerprint("OLD-KEY", other));
  other = finding;
  other.arguments.begin()->second += "x";
  RC_ASSERT(one != fingerprint("OLD-KEY", other));
}

TEST(Fingerprint, holds_no_bsn) {
  const std::string of_one = fingerprint("BSN", finding_on("VER-045", {{"key", "0398@-/123456782"}}));
  const std::string of_other = fingerprint("BSN", finding_on("VER-045", {{"key", "0398@-/111222333"}}));
  EXPECT_EQ(of_one, of_other);
}

}  // namespace
}  // namespace srgconv::checks
