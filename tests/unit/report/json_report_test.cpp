// report.json: parsed back, every fact of the model stands in it as a number, code or sentence; and no BSN does.
#include <algorithm>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "sample_model.hpp"

namespace srgconv::report {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;
using ::testing::Not;

json parsed(const Model& model) { return json::parse(json_report(model)); }

TEST(JsonReport, names_run_and_verdict_in_codes_and_words) {
  const json report = parsed(two_old_senders());
  EXPECT_EQ(report["report_version"], 1);
  EXPECT_EQ(report["program"], "srgconv 0.1.0");
  EXPECT_EQ(report["command"], "convert");
  EXPECT_EQ(report["verdict"], json::parse(R"({"code": "accepted-with-signals", "nl": "geaccepteerd met signalen", "en": "accepted with signals"})"));
  EXPECT_EQ(report["transition"], "dijk-en-waard");
  EXPECT_EQ(report["reason"], "merger");
  EXPECT_EQ(report["month"], "2022-01");
  EXPECT_EQ(report["assessed_on"], "2022-02-10");
}

TEST(JsonReport, says_null_where_there_is_nothing) {
  const json report = parsed(Model{});
  for (const char* key : {"transition", "reason", "month", "assessed_on"}) EXPECT_TRUE(report[key].is_null()) << key;
  EXPECT_EQ(report["verdict"]["code"], "not-assessed");
  EXPECT_EQ(report["equations"], json::array());
  EXPECT_EQ(report["links"]["total"], 0);
}

TEST(JsonReport, has_every_transition_of_a_case_and_the_worst_verdict) {
  Model later = two_old_senders();
  later.transition = "nieuwe-software";
  later.verification.verdict = verify::Verdict::rejected;
  const json report = json::parse(json_report({two_old_senders(), later}));
  EXPECT_EQ(report["report_version"], 1);
  EXPECT_EQ(report["verdict"]["code"], "rejected");
  ASSERT_EQ(report["transitions"].size(), 2U);
  EXPECT_EQ(report["transitions"][0], parsed(two_old_senders()));
  EXPECT_EQ(report["transitions"][1]["transition"], "nieuwe-software");
  EXPECT_EQ(json_report(std::vector{later}), json_report(later)) << "one transition is a report as ever";
}

TEST(JsonReport, the_verdict_of_a_case_is_the_worst_whatever_the_order) {
  using verify::Verdict;
  const std::vector<Verdict> from_worst{Verdict::rejected, Verdict::not_assessed, Verdict::accepted_with_signals, Verdict::accepted};
  const auto with = [](Verdict verdict) {
    Model model;
    model.verification.verdict = verdict;
    return model;
  };
  for (std::size_t a = 0; a < from_worst.size(); ++a) {
    for (std::size_t b = 0; b < from_worst.size(); ++b) EXPECT_EQ(overall_verdict({with(from_worst[a]), with(from_worst[b])}), from_worst[std::min(a, b)]);
  }
}

TEST(JsonReport, lists_the_assumptions) {
  const json pack = parsed(two_old_senders())["pack"];
  EXPECT_EQ(pack["name"], "srg-2026");
  EXPECT_EQ(pack["version"], "1.0");
  ASSERT_EQ(pack["assumptions"].size(), 2U);
  EXPECT_EQ(pack["assumptions"][1], json::parse(R"({"id": "id-length", "nl": "Een registratienummer heeft hoogstens 15 tekens.",
                                                    "en": "A registration number has at most 15 characters."})"));
}

TEST(JsonReport, has_the_sum_of_every_source) {
  Model model = two_old_senders();
  model.sources[5].second.used = 16;
  const json sources = parsed(model)["sources"];
  ASSERT_EQ(sources.size(), 6U);
  EXPECT_EQ(sources[3], json::parse(R"({"side": "old-export", "sender": "0416", "numbering": "0416@-", "name": "langedijk/202112.csv",
      "sha256": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "month": "2021-12", "format": "levering", "mapping": null, "in_force": true,
      "rows": 8, "used": 6, "merged": 1, "skipped": 1, "rejected": 0, "holds": true, "provisions": 6, "documents_without_records": 0})"));
  EXPECT_EQ(sources[5]["holds"], false);
}

TEST(JsonReport, has_the_equations_as_numbers_and_as_sentences) {
  Model model = two_old_senders();
  model.verification.equations[2].total = 18;
  const json equations = parsed(model)["equations"];
  ASSERT_EQ(equations.size(), 3U);
  EXPECT_EQ(equations[1], json::parse(R"({"side": "old", "sender": "0416", "month": "2021-12", "total": 6,
      "fates": {"linked": 4, "ended": 1, "ended-since": 1, "stays": 0, "dropped": 0, "open": 0}, "sum": 6, "holds": true,
      "nl": "0416 2021-12: 6 = 4 gekoppeld + 1 beëindigd + 1 sindsdien beëindigd", "en": "0416 2021-12: 6 = 4 linked + 1 ended + 1 ended since"})"));
  EXPECT_EQ(equations[2]["side"], "new");
  EXPECT_EQ(equations[2]["sum"], 17);
  EXPECT_EQ(equations[2]["holds"], false);
}

TEST(JsonReport, has_links_by_proof_and_what_people_are_to_do) {
  const json report = parsed(two_old_senders());
  EXPECT_EQ(report["links"], json::parse(R"({"total": 14, "by_proof": {"rule": 10, "list": 3, "equal": 1, "near": 0}})"));
  EXPECT_EQ(report["reviews"], 1);
  EXPECT_EQ(report["list_contradictions"], 0);
  EXPECT_EQ(report["to_dos"], json::array({"0416@-/77-3"}));
  EXPECT_EQ(report["outputs"][1], "vertaaltabel.csv");
  EXPECT_EQ(report["rests_on_mapping"], json::array());
}

TEST(JsonReport, shows_bad_rows_with_their_smallest_explanation) {
  Model model = two_old_senders();
  content::BadRow row{"new/1980.xml", 12, "1980/123456782", month("2022-01"), {"LKS-WAGE-VALUE"}, {}};
  row.explanation.state = content::Explanation::State::found;
  row.explanation.smallest = {{rules::Fact::start, rules::Fact::type}, {rules::Fact::end, rules::Fact::wage_value}};
  row.explanation.example = {{rules::Fact::start, {}}, {rules::Fact::type, "12"}};
  model.verification.bad_rows = 3;
  model.verification.first_bad_rows = {row};
  EXPECT_EQ(parsed(model)["bad_rows"], json::parse(R"({"total": 3, "rows": [{
    "place": {"file": "new/1980.xml", "line": 12}, "key": "1980/*********", "month": "2022-01", "violated": ["LKS-WAGE-VALUE"],
    "explanation": {"state": "found", "smallest": [["start", "type"], ["end", "wage_value"]], "example": [{"fact": "start"}, {"fact": "type", "to": "12"}]}}]})"));
}

TEST(JsonReport, has_every_check_with_its_counts_and_state) {
  Model model = two_old_senders();
  model.verification.checks[1] = check("OLD-KEY", pack::CheckSeverity::reject, 18, 2, 3);
  model.verification.checks[0].state = checks::State::not_assessed;
  const json checks = parsed(model)["checks"];
  ASSERT_EQ(checks.size(), 4U);
  EXPECT_EQ(checks[0]["state"], "not-assessed");
  EXPECT_EQ(checks[3]["state"], "not-applicable");
  EXPECT_EQ(checks[2]["severity"], "signal");
  json old_key = checks[1];
  EXPECT_EQ(old_key["title"]["nl"], "De oude sleutels zijn precies die welke geleverd zijn");
  EXPECT_EQ(old_key["title"]["en"], "The old keys are exactly those delivered");
  old_key.erase("title");
  EXPECT_EQ(old_key, json::parse(R"({"id": "OLD-KEY", "severity": "reject", "state": "assessed", "examined": 23, "satisfied": 18, "violated": 2, "undecided": 3,
                                     "waived": 0, "not_applicable": 0, "findings": []})"));
}

TEST(JsonReport, has_findings_with_code_arguments_place_and_both_sentences) {
  Model model = two_old_senders();
  Diagnostic first = unknown_code("YY", 3);
  first.related = {{{"mappings/a.rules", 14, 2, 5, ""}, "CASE-031"}};
  first.suggestion = "Y";
  model.findings.add(first);
  const json report = parsed(model);
  ASSERT_EQ(report["findings"].size(), 2U);
  const json& finding = report["findings"][0];  // in order of place
  EXPECT_EQ(finding["code"], "MAP-066");
  EXPECT_EQ(finding["severity"], "warning");
  EXPECT_EQ(finding["place"], json::parse(R"({"file": "langedijk/202112.csv", "line": 3, "field": "INSTRUMENT"})"));
  EXPECT_EQ(finding["arguments"], json::parse(R"({"code": "YY", "field": "type"})"));
  EXPECT_EQ(finding["suggestion"], "Y");
  EXPECT_EQ(finding["related"][0]["place"], json::parse(R"({"file": "mappings/a.rules", "line": 14, "column": 2, "length": 5})"));
  const Diagnostic label{"CASE-031", {}, {}, {}, {}};
  EXPECT_EQ(finding["related"][0]["nl"], sentence(label, Language::nl));
  EXPECT_EQ(finding["nl"]["sentence"], sentence(first, Language::nl));
  EXPECT_EQ(finding["nl"]["next"], tip(first, Language::nl));
  EXPECT_EQ(finding["en"]["sentence"], sentence(first, Language::en));
  EXPECT_EQ(finding["en"]["next"], tip(first, Language::en));
  EXPECT_EQ(report["checks"][2]["findings"][0]["place"]["line"], 9);
}

TEST(JsonReport, has_the_requirements) {
  Model model = two_old_senders();
  model.verification.requirements[1] = {"open <= 0", "1", false, {"dijk-en-waard.rules", 12, 3, 17, ""}};
  model.verification.requirements.push_back({"coverage >= 99%", "-", false, {}});
  const json requirements = parsed(model)["requirements"];
  EXPECT_EQ(requirements[2], json::parse(R"({"text": "coverage >= 99%", "measured": null, "met": false, "place": null})"));
  EXPECT_EQ(requirements[0], json::parse(R"({"text": "coverage >= 90%", "measured": "90.9%", "met": true, "place": null})"));
  EXPECT_EQ(
      requirements[1],
      json::parse(R"({"text": "open <= 0", "measured": "1", "met": false, "place": {"file": "dijk-en-waard.rules", "line": 12, "column": 3, "length": 17}})"));
}

TEST(JsonReport, names_the_senders_whose_old_side_is_only_an_export) {
  Model model = two_old_senders();
  model.sources.erase(model.sources.begin() + 2);
  EXPECT_EQ(parsed(model)["rests_on_mapping"], json::array({"0398"}));
}

TEST(JsonReport, is_indented_by_two_and_ends_with_a_line_end) {
  const std::string text = json_report(two_old_senders());
  EXPECT_EQ(text.substr(0, 55), "{\n  \"report_version\": 1,\n  \"program\": \"srgconv 0.1.0\",\n");
  EXPECT_EQ(text.substr(text.size() - 4), "]\n}\n");
  EXPECT_EQ(text, json_report(two_old_senders()));
}

TEST(JsonReport, survives_bytes_that_are_no_utf_8) {
  Model model = two_old_senders();
  model.outputs = {"a\xff.csv"};
  EXPECT_EQ(parsed(model)["outputs"][0], "a\xEF\xBF\xBD.csv");
}

TEST(JsonReport, never_shows_a_bsn) {
  for (const std::string bsn : {"123456782", "123.456.782", "1234 56 782", "111222333", "10000008"}) {
    Model model = two_old_senders();
    model.transition = "overgang " + bsn;
    model.reason = bsn;
    model.assumptions[0].nl = bsn;
    model.sources[0].first.name = "export-" + bsn + ".csv";
    model.to_dos = {"0416@-/" + bsn};
    model.outputs.push_back(bsn + ".csv");
    Diagnostic finding = unknown_code(bsn);
    finding.primary.file = bsn + ".csv";
    finding.primary.field = "AtlRelatie/" + bsn;
    finding.suggestion = bsn;
    finding.arguments["description"] = "belt met " + bsn + " over de cursus";
    finding.related = {{{bsn, 1, 1, 1, bsn}, "CASE-031"}};
    model.findings.add(finding);
    model.verification.checks[2].findings = {finding};
    model.verification.requirements[0] = {bsn, bsn, true, finding.primary};
    const std::string text = json_report(model);
    EXPECT_THAT(text, Not(HasSubstr(bsn)));
    EXPECT_EQ(json::parse(text)["findings"][0]["arguments"]["description"], "belt met ********* over de cursus");
  }
}

TEST(Manifest, names_inputs_and_outputs_with_their_sums) {
  EXPECT_EQ(manifest({"srgconv 0.1.0", "convert", {{"date", "2022-02-10"}}},
                     {{"case", "dijk-en-waard.rules", "01ab"}, {"source", "export-123456782.csv", "02cd"}}, {{"vertaaltabel.csv", "03ef"}}),
            R"({
  "manifest_version": 1,
  "program": "srgconv 0.1.0",
  "command": "convert",
  "options": {
    "date": "2022-02-10"
  },
  "inputs": [
    {
      "role": "case",
      "name": "dijk-en-waard.rules",
      "sha256": "01ab"
    },
    {
      "role": "source",
      "name": "export-*********.csv",
      "sha256": "02cd"
    }
  ],
  "outputs": [
    {
      "name": "vertaaltabel.csv",
      "sha256": "03ef"
    }
  ]
}
)");
  EXPECT_EQ(json::parse(manifest({"srgconv 0.1.0", "verify"}, {}, {})),
            json::parse(R"({"manifest_version": 1, "program": "srgconv 0.1.0", "command": "verify", "options": {}, "inputs": [], "outputs": []})"));
}

}  // namespace
}  // namespace srgconv::report
