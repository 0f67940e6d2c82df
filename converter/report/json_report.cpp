// report.json: the whole model, as codes and numbers for programs and as Dutch and English sentences for people.
#include <optional>

#include <nlohmann/json.hpp>

#include "report/monthly_json.hpp"
#include "report/report.hpp"
#include "report/wording.hpp"

namespace srgconv::report {
namespace {

using Json = nlohmann::ordered_json;

Json or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(shown(text)); }

template <typename Time>
Json or_null(const std::optional<Time>& time) {
  return time ? Json(time->text()) : Json(nullptr);
}

Json place(const SourceSpan& span) {
  if (span.file.empty()) return nullptr;
  Json result = {{"file", shown(span.file)}};
  if (span.line > 0) result["line"] = span.line;
  if (span.column > 0) result["column"] = span.column;
  if (span.length > 0) result["length"] = span.length;
  if (!span.field.empty()) result["field"] = shown(span.field);
  return result;
}

std::string_view severity_name(Severity severity) {
  switch (severity) {
    case Severity::note: return "note";
    case Severity::warning: return "warning";
    case Severity::error: break;
  }
  return "error";
}

Json finding(const Diagnostic& diagnostic) {
  Json arguments = Json::object();
  for (const auto& [name, value] : diagnostic.arguments) arguments[name] = shown(value);
  Json result = {{"code", diagnostic.code},
                 {"severity", severity_name(message(diagnostic.code).severity)},
                 {"place", place(diagnostic.primary)},
                 {"arguments", std::move(arguments)}};
  if (diagnostic.suggestion) result["suggestion"] = shown(*diagnostic.suggestion);
  Json related = Json::array();
  for (const RelatedSpan& span : diagnostic.related) {
    const Diagnostic label{span.label_code, span.span, diagnostic.arguments, diagnostic.suggestion, {}};
    related.push_back({{"place", place(span.span)}, {"nl", shown(sentence(label, Language::nl))}, {"en", shown(sentence(label, Language::en))}});
  }
  if (!related.empty()) result["related"] = std::move(related);
  for (const auto& [key, language] : {std::pair("nl", Language::nl), std::pair("en", Language::en)}) {
    result[key] = {{"sentence", shown(sentence(diagnostic, language))}, {"next", shown(tip(diagnostic, language))}};
  }
  return result;
}

Json findings(const std::vector<Diagnostic>& diagnostics) {
  Json result = Json::array();
  for (const Diagnostic* diagnostic : by_place(diagnostics)) result.push_back(finding(*diagnostic));
  return result;
}

// Those of a check, each with its fingerprint, and whether people know it.
Json findings_of(const verify::CheckResult& check) {
  const std::vector<Diagnostic> diagnostics(check.findings.begin(), check.findings.end());
  Json result = Json::array();
  for (const Diagnostic* diagnostic : by_place(diagnostics)) {
    const checks::Finding& found = check.findings[static_cast<std::size_t>(diagnostic - diagnostics.data())];
    Json one = {{"fingerprint", checks::fingerprint(check.id, found)}, {"result", checks::name(found.outcome)}, {"waived", found.waived}};
    one.update(finding(found));
    result.push_back(std::move(one));
  }
  return result;
}

Json pack(const Model& model) {
  Json assumptions = Json::array();
  for (const pack::Assumption& assumption : model.assumptions) {
    assumptions.push_back({{"id", shown(assumption.id)}, {"nl", shown(assumption.nl)}, {"en", shown(assumption.en)}});
  }
  return {{"name", shown(model.pack)}, {"version", shown(model.pack_version)}, {"assumptions", std::move(assumptions)}};
}

Json sources(const Model& model) {
  Json result = Json::array();
  for (const auto& [source, counts] : model.sources) {
    result.push_back({{"side", store::side_name(source.side)},
                      {"sender", shown(source.sender.text())},
                      {"numbering", shown(source.numbering.text())},
                      {"name", shown(source.name)},
                      {"sha256", source.sha256},
                      {"month", or_null(source.month)},
                      {"format", or_null(source.format)},
                      {"mapping", or_null(source.mapping)},
                      {"in_force", source.in_force},
                      {"rows", counts.rows},
                      {"used", counts.used},
                      {"merged", counts.merged},
                      {"skipped", counts.skipped},
                      {"rejected", counts.rejected},
                      {"holds", counts.rows == counts.used + counts.merged + counts.skipped + counts.rejected},
                      {"provisions", counts.provisions},
                      {"documents_without_records", counts.documents_without_records}});
  }
  return result;
}

Json equations(const verify::Verification& verification) {
  Json result = Json::array();
  for (const verify::Equation& equation : verification.equations) {
    Json fates = Json::object();
    for (const auto& [fate, count] : equation.fates) fates[fate] = count;
    result.push_back({{"side", equation.old_side ? "old" : "new"},
                      {"sender", shown(equation.sender.text())},
                      {"month", equation.month.text()},
                      {"total", equation.total},
                      {"fates", std::move(fates)},
                      {"sum", equation.sum()},
                      {"holds", equation.holds()},
                      {"nl", equation_sentence(equation, Language::nl)},
                      {"en", equation_sentence(equation, Language::en)}});
  }
  return result;
}

Json links(const Model& model) {
  std::uint64_t total = 0;
  Json by_proof = Json::object();
  for (const auto& [proof, count] : model.links_by_proof) {
    total += count;
    by_proof[proof] = count;
  }
  return {{"total", total}, {"by_proof", std::move(by_proof)}};
}

Json checks(const verify::Verification& verification) {
  Json result = Json::array();
  for (const verify::CheckResult& check : verification.checks) {
    result.push_back({{"id", check.id},
                      {"title", {{"nl", checks::title(check, Language::nl)}, {"en", checks::title(check, Language::en)}}},
                      {"severity", check.severity == pack::CheckSeverity::reject ? "reject" : "signal"},
                      {"state", state_name(check.state)},
                      {"examined", check.examined},
                      {"satisfied", check.satisfied},
                      {"violated", check.violated},
                      {"undecided", check.undecided},
                      {"waived", check.waived},
                      {"not_applicable", check.not_applicable},
                      {"findings", findings_of(check)}});
  }
  return result;
}

// The fewest facts that must be wrong, and a change that would satisfy all checks; of a date only that it has to change.
Json explanation(const content::Explanation& explanation) {
  Json sets = Json::array(), example = Json::array();
  for (const auto& facts : explanation.smallest) {
    Json set = Json::array();
    for (const rules::Fact fact : facts) set.push_back(rules::name(fact));
    sets.push_back(std::move(set));
  }
  for (const content::Change& change : explanation.example) {
    example.push_back({{"fact", rules::name(change.fact)}});
    if (change.to) example.back()["to"] = shown(*change.to);
  }
  return {{"state", explanation_state(explanation.state)}, {"smallest", std::move(sets)}, {"example", std::move(example)}};
}

Json bad_rows(const verify::Verification& verification) {
  Json rows = Json::array();
  for (const content::BadRow& row : verification.first_bad_rows) {
    rows.push_back({{"place", place({row.file, row.line, 0, 0, {}})},
                    {"key", shown(row.key)},
                    {"month", row.month.text()},
                    {"violated", row.violated},
                    {"explanation", explanation(row.explanation)}});
  }
  return {{"total", verification.bad_rows}, {"rows", std::move(rows)}};
}

Json requirements(const verify::Verification& verification) {
  Json result = Json::array();
  for (const verify::RequirementResult& requirement : verification.requirements) {
    const Json measured = is_measured(requirement) ? Json(shown(requirement.measured)) : Json(nullptr);
    result.push_back({{"text", shown(requirement.text)}, {"measured", measured}, {"met", requirement.met}, {"place", place(requirement.span)}});
  }
  return result;
}

Json waivers(const Model& model) {
  Json result = Json::array();
  for (const findings::Waiver& waiver : model.waivers) {
    result.push_back({{"line", waiver.place.line},
                      {"finding", or_null(waiver.finding)},
                      {"check", or_null(waiver.check)},
                      {"key", or_null(waiver.key)},
                      {"reason", shown(waiver.reason)},
                      {"owner", shown(waiver.owner)},
                      {"expires", or_null(waiver.expires)},
                      {"state", findings::name(waiver.state)},
                      {"findings", waiver.findings}});
  }
  return result;
}

Json texts(const std::vector<std::string>& all) {
  Json result = Json::array();
  for (const std::string& text : all) result.push_back(shown(text));
  return result;
}

Json verdict(verify::Verdict verdict) {
  return {{"code", checks::name(verdict)}, {"nl", verdict_words(verdict, Language::nl)}, {"en", verdict_words(verdict, Language::en)}};
}

Json report_on_transition(const Model& model) {
  const verify::Verification& verification = model.verification;
  return {
      {"report_version", 1},
      {"program", model.program},
      {"command", model.command},
      {"verdict", verdict(verification.verdict)},
      {"transition", or_null(model.transition)},
      {"reason", or_null(model.reason)},
      {"month", or_null(model.month)},
      {"assessed_on", or_null(model.assessed_on)},
      {"pack", pack(model)},
      {"rests_on_mapping", senders_resting_on_mapping(model)},
      {"sources", sources(model)},
      {"equations", equations(verification)},
      {"links", links(model)},
      {"checks", checks(verification)},
      {"bad_rows", bad_rows(verification)},
      {"requirements", requirements(verification)},
      {"decisions", {{"applied", model.decisions.applied}, {"later", model.decisions.later}, {"not_applied", model.decisions.not_applied}}},
      {"waivers", waivers(model)},
      {"reviews", model.reviews},
      {"list_contradictions", model.list_contradictions},
      {"to_dos", texts(model.to_dos)},
      {"findings", findings(model.findings.all())},
      {"outputs", texts(model.outputs)},
  };
}

// What `check` says of a sender.
Json report_on_sender(const Model& model) {
  Json result = {
      {"report_version", 1},
      {"program", model.program},
      {"command", model.command},
      {"verdict", verdict(model.verification.verdict)},
      {"assessed_on", or_null(model.assessed_on)},
      {"pack", pack(model)},
  };
  result.update(monthly_json(model));
  result["checks"] = checks(model.verification);
  result["bad_rows"] = bad_rows(model.verification);
  result["waivers"] = waivers(model);
  result["findings"] = findings(model.findings.all());
  result["outputs"] = texts(model.outputs);
  return result;
}

Json report_of(const Model& model) { return model.monthly ? report_on_sender(model) : report_on_transition(model); }

// Bytes that are no UTF-8 can only stem from an input; they must not end the run.
std::string as_text(const Json& report) { return report.dump(2, ' ', false, Json::error_handler_t::replace) + "\n"; }

}  // namespace

std::string json_report(const Model& model) { return as_text(report_of(model)); }

std::string json_report(const std::vector<Model>& transitions) {
  if (transitions.size() == 1) return json_report(transitions.front());
  Json all = Json::array();
  for (const Model& model : transitions) all.push_back(report_of(model));
  return as_text({{"report_version", 1},
                  {"program", transitions.front().program},
                  {"command", transitions.front().command},
                  {"verdict", verdict(overall_verdict(transitions))},
                  {transitions.front().monthly ? "senders" : "transitions", std::move(all)}});
}

std::string findings_json(const std::vector<FileFindings>& files) {
  Json result = Json::array();
  for (const FileFindings& each : files) {
    result.push_back({{"file", shown(each.file)}, {"outcome", each.outcome}, {"findings", findings(each.findings.all())}});
    for (const DataRows& data : each.data) {
      result.back()["data"].push_back({{"file", shown(data.file)},
                                       {"format", data.format},
                                       {"mapping", data.mapping},
                                       {"rows", data.rows.empty() ? Json() : Json(data.rows)},
                                       {"used", data.used},
                                       {"skipped", data.skipped},
                                       {"rejected", data.rejected}});
    }
  }
  return Json{{"files", std::move(result)}}.dump(2) + "\n";
}

}  // namespace srgconv::report
