// results.sarif: findings as tools for reviewing results read them (SARIF 2.1.0). A run for each transition.
#include <map>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "report/report.hpp"
#include "report/wording.hpp"

namespace srgconv::report {
namespace {

using Json = nlohmann::ordered_json;

std::string_view level(const verify::CheckResult& check) { return check.severity == pack::CheckSeverity::reject ? "error" : "warning"; }

// A relative reference as RFC 3986 has it: what is not unreserved, or a slash, is escaped; no path of the machine comes here.
std::string uri(std::string_view file) {
  constexpr std::string_view kept = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/";
  std::string result;
  for (const char c : shown(file)) {
    if (kept.find(c) != std::string_view::npos)
      result += c;
    else
      result += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return result;
}

Json rule(const verify::CheckResult& check) {
  const std::string next = check.findings.empty() ? "" : shown(tip(check.findings.front(), Language::nl));
  const std::string title = shown(checks::title(check, Language::nl));
  Json result = {{"id", check.id}, {"shortDescription", {{"text", title}}}, {"help", {{"text", next.empty() ? title : next}}}};
  result["defaultConfiguration"] = {{"level", level(check)}};
  result["properties"] = {{"titleEn", shown(checks::title(check, Language::en))},
                          {"examined", check.examined},
                          {"satisfied", check.satisfied},
                          {"violated", check.violated},
                          {"undecided", check.undecided},
                          {"waived", check.waived},
                          {"notApplicable", check.not_applicable}};
  return result;
}

// Of a check without findings.
std::string_view kind(const verify::CheckResult& check) {
  switch (check.state) {
    case checks::State::not_applicable: return "notApplicable";
    case checks::State::not_assessed: return "open";
    case checks::State::assessed: break;
  }
  if (check.violated > 0) return "fail";
  return check.undecided > 0 ? "open" : "pass";
}

Json result_of(const verify::CheckResult& check, std::size_t index, std::string_view its_kind, const std::string& text) {
  return {{"ruleId", check.id}, {"ruleIndex", index}, {"kind", its_kind}, {"level", its_kind == "fail" ? level(check) : "none"}, {"message", {{"text", text}}}};
}

Json result_of(const verify::CheckResult& check, std::size_t index, const checks::Finding& finding) {
  Json result = result_of(check, index, finding.outcome == checks::Outcome::violated ? "fail" : "open", shown(sentence(finding, Language::nl)));
  if (!finding.primary.file.empty()) {
    Json place = {{"artifactLocation", {{"uri", uri(finding.primary.file)}}}};
    if (finding.primary.line > 0) place["region"] = {{"startLine", finding.primary.line}};
    result["locations"] = Json::array({{{"physicalLocation", std::move(place)}}});
  }
  result["partialFingerprints"] = {{"srgconv/v1", checks::fingerprint(check.id, finding)}};
  if (finding.waived) result["suppressions"] = Json::array({{{"kind", "external"}, {"status", "accepted"}}});
  result["properties"] = {{"code", finding.code},
                          {"outcome", checks::name(finding.outcome)},
                          {"nextNl", shown(tip(finding, Language::nl))},
                          {"messageEn", shown(sentence(finding, Language::en))},
                          {"nextEn", shown(tip(finding, Language::en))}};
  return result;
}

// `srgconv 0.1.0`
Json driver_of(const std::string& program, Json rules) {
  const std::size_t blank = program.find(' ');
  return {{"name", program.substr(0, blank)},
          {"version", blank == std::string::npos ? "" : program.substr(blank + 1)},
          {"language", "nl"},
          {"rules", std::move(rules)}};
}

std::string log_of(Json runs) {
  const Json log = {{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"}, {"version", "2.1.0"}, {"runs", std::move(runs)}};
  return log.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string_view baseline_state(findings::Comparison::Change change) {
  using Change = findings::Comparison::Change;
  switch (change) {
    case Change::fresh: return "new";
    case Change::changed: return "updated";
    case Change::solved: return "absent";
    case Change::remaining: break;
  }
  return "unchanged";
}

// A line of findings.csv; it was written by this program, but anybody may have changed it since.
Json result_of(const findings::Comparison::Row& row, std::size_t index) {
  const bool violated = row.result == "violated";
  Json result = {{"ruleId", shown(row.check)},
                 {"ruleIndex", index},
                 {"kind", violated ? "fail" : "open"},
                 {"level", !violated     ? "none"
                           : row.rejects ? "error"
                                         : "warning"},
                 {"message", {{"text", shown(row.sentence_nl)}}}};
  if (!row.file.empty()) {
    Json place = {{"artifactLocation", {{"uri", uri(row.file)}}}};
    const bool number = !row.line.empty() && row.line.size() < 10 && row.line.find_first_not_of("0123456789") == std::string::npos && row.line != "0";
    if (number) place["region"] = {{"startLine", std::stoul(row.line)}};
    result["locations"] = Json::array({{{"physicalLocation", std::move(place)}}});
  }
  result["partialFingerprints"] = {{"srgconv/v1", shown(row.fingerprint)}};
  result["baselineState"] = baseline_state(row.change);
  if (row.waived) result["suppressions"] = Json::array({{{"kind", "external"}, {"status", "accepted"}}});
  result["properties"] = {{"code", shown(row.code)}, {"outcome", shown(row.result)}, {"messageEn", shown(row.sentence_en)}};
  return result;
}

Json run(const Model& model) {
  Json rules = Json::array(), results = Json::array();
  for (const verify::CheckResult& check : model.verification.checks) {
    const std::size_t index = rules.size();
    rules.push_back(rule(check));
    if (check.findings.empty()) results.push_back(result_of(check, index, kind(check), shown(checks::title(check, Language::nl))));
    for (const checks::Finding& finding : check.findings) results.push_back(result_of(check, index, finding));
  }
  Json driver = driver_of(model.program, std::move(rules));
  return {{"tool", {{"driver", std::move(driver)}}},
          {"automationDetails", {{"id", part_name(model).empty() ? model.command : model.command + "/" + shown(part_name(model))}}},
          {"columnKind", "unicodeCodePoints"},
          {"results", std::move(results)},
          {"properties", {{"verdict", checks::name(model.verification.verdict)}, {"pack", shown(model.pack + " " + model.pack_version)}}}};
}

}  // namespace

std::string sarif_report(const std::vector<Model>& transitions) {
  Json runs = Json::array();
  for (const Model& model : transitions) runs.push_back(run(model));
  return log_of(std::move(runs));
}

std::string comparison_sarif(const findings::Comparison& comparison, const ComparedFolders& folders, const std::string& program) {
  Json rules = Json::array(), results = Json::array();
  std::map<std::string, std::size_t> places;
  for (const findings::Comparison::Check& check : comparison.checks) {
    if (!places.emplace(check.id, rules.size()).second) continue;
    const Json text = {{"text", shown(check.id)}};  // findings.csv has no titles of checks
    Json one = {{"id", shown(check.id)}, {"shortDescription", text}, {"help", text}};
    one["defaultConfiguration"] = {{"level", check.rejects ? "error" : "warning"}};
    one["properties"] = Json::object();
    rules.push_back(std::move(one));
  }
  for (const findings::Comparison::Row& row : comparison.rows) results.push_back(result_of(row, places.at(row.check)));
  const Json run = {{"tool", {{"driver", driver_of(program, std::move(rules))}}},
                    {"automationDetails", {{"id", "compare/" + shown(folders.before) + "/" + shown(folders.after)}}},
                    {"columnKind", "unicodeCodePoints"},
                    {"results", std::move(results)},
                    {"properties", {{"verdict", checks::name(folders.verdict_after)}, {"verdictBefore", checks::name(folders.verdict_before)}}}};
  return log_of(Json::array({run}));
}

}  // namespace srgconv::report
