// JUnit, ESS and SARIF: what they say agrees with the verdict, and holds no personal data.
#include <algorithm>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <nlohmann/json.hpp>

#include "report/report.hpp"
#include "sample_model.hpp"

namespace srgconv::report {
namespace {

using nlohmann::json;
using pack::CheckSeverity;
using testing::HasSubstr;
using testing::Not;

Model with_checks(std::vector<verify::CheckResult> checks) {
  Model model = two_old_senders();
  model.verification.checks = std::move(checks);
  model.verification.verdict = checks::verdict_on(model.verification.checks);
  return model;
}

const json& of_id(const json& all, const std::string& id) {
  return *std::find_if(all.begin(), all.end(), [&](const json& one) { return one["id"] == id; });
}

TEST(Junit, has_a_test_case_for_each_check_equation_and_requirement) {
  const std::string text = junit_report({two_old_senders()});
  EXPECT_THAT(text, HasSubstr("<testsuites name=\"srgconv convert\" tests=\"9\" failures=\"0\" errors=\"0\" skipped=\"2\">"));
  EXPECT_THAT(text, HasSubstr("<testcase classname=\"srgconv.convert.dijk-en-waard\" name=\"OLD-KEY "));
  EXPECT_THAT(text, HasSubstr("<skipped message=\"signaal, 1 van 17 / signal, 1 of 17: "));
  EXPECT_THAT(text, HasSubstr("<skipped message=\"niet van toepassing / not applicable: "));
  EXPECT_THAT(text, HasSubstr("<property name=\"verdict\" value=\"accepted-with-signals\"/>"));
}

RC_GTEST_PROP(Junit, fails_exactly_when_the_verdict_is_no_acceptance, ()) {
  std::vector<verify::CheckResult> checks;
  for (int i = *rc::gen::inRange(1, 5); i > 0; --i) {
    checks.push_back(
        check("C-" + std::to_string(i), *rc::gen::element(CheckSeverity::reject, CheckSeverity::signal), 3, *rc::gen::inRange(0, 2), *rc::gen::inRange(0, 2)));
    checks.back().state = *rc::gen::element(checks::State::assessed, checks::State::not_applicable, checks::State::not_assessed);
  }
  const Model model = with_checks(std::move(checks));
  const bool accepted = model.verification.verdict == verify::Verdict::accepted || model.verification.verdict == verify::Verdict::accepted_with_signals;
  RC_ASSERT((junit_report({model}).find("failures=\"0\" errors=\"0\"") != std::string::npos) == accepted);
}

TEST(Junit, escapes_what_xml_does_not_have) {
  Model model = two_old_senders();
  model.transition = "a<b>&\"c\"\x01\xFF 123456782";
  const std::string text = junit_report({model});
  EXPECT_THAT(text, HasSubstr("a&lt;b&gt;&amp;"));
  EXPECT_THAT(text, Not(HasSubstr("123456782")));
  EXPECT_THAT(text, Not(HasSubstr("\xFF")));
}

TEST(Ess, has_0_1_and_NA_by_what_came_of_a_check) {
  verify::CheckResult undecided = check("UNDECIDED", CheckSeverity::reject, 1, 0, 1), not_assessed = check("NOT-ASSESSED", CheckSeverity::reject, 1);
  not_assessed.state = checks::State::not_assessed;
  verify::CheckResult wrong = check("WRONG", CheckSeverity::signal, 1, 1);
  wrong.findings = {unknown_code("ZZ", 9)};
  const json all = json::parse(ess_report({with_checks({check("GOOD", CheckSeverity::reject, 1), undecided, not_assessed, wrong})}));
  const std::string within = "convert/dijk-en-waard/";
  EXPECT_EQ(of_id(all, within + "GOOD")["value"], "1");
  EXPECT_EQ(of_id(all, within + "UNDECIDED")["value"], "NA");
  EXPECT_EQ(of_id(all, within + "NOT-ASSESSED")["value"], "NA");
  EXPECT_EQ(of_id(all, within + "WRONG")["value"], "0");
  EXPECT_EQ(of_id(all, within + "WRONG")["rule"]["severity"], "warning");
  EXPECT_EQ(of_id(all, within + "GOOD")["rule"]["severity"], "error");
  EXPECT_EQ(of_id(all, within + "GOOD")["event"]["time"], "2022-02-10");
  EXPECT_EQ(of_id(all, within + "WRONG/" + checks::fingerprint("WRONG", wrong.findings[0]))["data"]["source"][0][3], "type");
}

TEST(Sarif, has_kinds_levels_places_and_fingerprints) {
  verify::CheckResult wrong = check("WRONG", CheckSeverity::reject, 1, 1, 1);
  wrong.findings = {checks::Finding(unknown_code("ZZ", 9)), checks::Finding(unknown_code("YY", 10), checks::Outcome::undecided)};
  wrong.findings[0].primary.file = "map met spatie/é.csv";
  wrong.findings[0].waived = true;
  verify::CheckResult absent = check("ABSENT", CheckSeverity::signal, 0);
  absent.state = checks::State::not_applicable;
  const json log = json::parse(sarif_report({with_checks({wrong, absent, check("GOOD", CheckSeverity::reject, 1)})}));
  EXPECT_EQ(log["version"], "2.1.0");
  const json& run = log["runs"][0];
  EXPECT_EQ(run["tool"]["driver"]["name"], "srgconv");
  EXPECT_EQ(run["tool"]["driver"]["version"], "0.1.0");
  const json& results = run["results"];
  ASSERT_EQ(results.size(), 4U);
  EXPECT_EQ(results[0]["kind"], "fail");
  EXPECT_EQ(results[0]["level"], "error");
  EXPECT_EQ(results[0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"], "map%20met%20spatie/%C3%A9.csv");
  EXPECT_EQ(results[0]["locations"][0]["physicalLocation"]["region"]["startLine"], 9);
  EXPECT_EQ(results[0]["partialFingerprints"]["srgconv/v1"], checks::fingerprint("WRONG", wrong.findings[0]));
  EXPECT_EQ(results[0]["suppressions"][0]["status"], "accepted");
  EXPECT_EQ(results[1]["kind"], "open");
  EXPECT_EQ(results[1]["level"], "none");
  EXPECT_EQ(results[2]["kind"], "notApplicable");
  EXPECT_EQ(results[3]["kind"], "pass");
  for (const json& result : results) EXPECT_EQ(run["tool"]["driver"]["rules"][result["ruleIndex"].get<std::size_t>()]["id"], result["ruleId"]);
}

TEST(Results, hold_no_personal_data) {
  verify::CheckResult wrong = check("WRONG", CheckSeverity::reject, 1, 1);
  wrong.findings = {unknown_code("123456782", 9)};
  wrong.findings[0].primary.file = "export-123456782.csv";
  const Model model = with_checks({wrong});
  for (const std::string& text : {junit_report({model}), ess_report({model}), sarif_report({model})}) EXPECT_THAT(text, Not(HasSubstr("123456782")));
}

findings::Comparison::Row a_row(findings::Comparison::Change change, const std::string& result) {
  return {change, "F00000000000", "CHECK-0", "VER-050", result, "map met/a.xml", "7", "key", true, false, std::string(300, 'x'), std::string(300, 'y')};
}

TEST(Comparison, has_a_baseline_state_per_row_as_sarif) {
  using Change = findings::Comparison::Change;
  findings::Comparison comparison;
  comparison.checks.push_back({"CHECK-0", true, {}});
  for (const Change change : {Change::fresh, Change::changed, Change::solved, Change::remaining}) comparison.rows.push_back(a_row(change, "violated"));
  comparison.rows.push_back(a_row(Change::fresh, "undecided"));
  comparison.rows.back().waived = true;
  comparison.rows.back().line = "not a number";
  const json log = json::parse(comparison_sarif(comparison, {"een", "twee", verify::Verdict::rejected, verify::Verdict::accepted}, "srgconv 0.1.0"));
  const json& results = log["runs"][0]["results"];
  ASSERT_EQ(results.size(), 5U);
  EXPECT_EQ(results[0]["baselineState"], "new");
  EXPECT_EQ(results[1]["baselineState"], "updated");
  EXPECT_EQ(results[2]["baselineState"], "absent");
  EXPECT_EQ(results[3]["baselineState"], "unchanged");
  EXPECT_EQ(results[0]["level"], "error");
  EXPECT_EQ(results[0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"], "map%20met/a.xml");
  EXPECT_EQ(results[4]["kind"], "open");
  EXPECT_EQ(results[4]["level"], "none");
  EXPECT_EQ(results[4]["suppressions"].size(), 1U);
  EXPECT_FALSE(results[4]["locations"][0]["physicalLocation"].contains("region"));
}

TEST(Comparison, is_at_most_one_screen) {
  findings::Comparison comparison;
  for (int i = 0; i < 40; ++i) {
    comparison.checks.push_back({"CHECK-" + std::to_string(i), i % 2 == 0, {{findings::Comparison::Change::fresh, 3}}});
    comparison.rows.push_back(a_row(findings::Comparison::Change::fresh, "violated"));
  }
  for (const Language language : {Language::nl, Language::en}) {
    const std::string text = comparison_text(comparison, {"een", "twee", verify::Verdict::rejected, verify::Verdict::not_assessed}, language);
    EXPECT_LE(std::count(text.begin(), text.end(), '\n'), 24);
    EXPECT_THAT(text, HasSubstr("twee/findings.csv"));
  }
}

TEST(ReadBack, takes_what_was_written_and_nothing_else) {
  const std::string text = manifest({"srgconv 0.1.0", "convert", {{"date", "2022-02-10"}}}, {{"case", "a.rules", "01"}}, {{"report.json", "02"}});
  const auto back = read_manifest(text);
  ASSERT_TRUE(back);
  EXPECT_EQ(manifest(back->head, back->inputs, back->outputs), text);
  EXPECT_EQ(read_verdict(json_report(two_old_senders())), verify::Verdict::accepted_with_signals);
  for (const std::string& other : {std::string(), std::string("{}"), std::string("[1]"), text.substr(0, text.size() / 2),
                                   std::string(R"({"manifest_version": 2})"), std::string(R"({"report_version": 1})")}) {
    EXPECT_FALSE(read_manifest(other)) << other;
    EXPECT_FALSE(read_verdict(other)) << other;
  }
}

}  // namespace
}  // namespace srgconv::report
