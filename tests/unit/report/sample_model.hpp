// Models of runs that the tests of the report share: two old senders become one new one. All persons and numbers are invented.
#pragma once

#include <string>
#include <utility>

#include "report/report.hpp"

namespace srgconv::report {

inline SenderCode sender(std::string_view code) { return *SenderCode::parse(code); }
inline ReportMonth month(std::string_view text) { return *ReportMonth::parse(text); }

inline std::pair<store::SourceFile, store::SourceCounts> source(store::Side side, std::string_view code, std::string_view of, std::string name,
                                                                store::SourceCounts counts) {
  store::SourceFile file;
  file.side = side;
  file.sender = sender(code);
  file.numbering = Numbering{sender(code), std::nullopt};
  file.name = std::move(name);
  file.sha256 = std::string(64, 'a');
  file.month = month(of);
  file.format = "levering";
  return {file, counts};
}

/// The shipped pack, for the texts of its checks.
inline const pack::Pack& shipped_pack() {
  static Diagnostics diagnostics;
  static pack::Library library({SRGCONV_SOURCE_DIR}, diagnostics);
  return *library.pack("srg-2026");
}

inline verify::CheckResult check(std::string id, pack::CheckSeverity severity, std::uint64_t satisfied, std::uint64_t violated = 0,
                                 std::uint64_t undecided = 0) {
  verify::CheckResult result = checks::result_of(id, shipped_pack());
  result.severity = severity;
  result.examined = satisfied + violated + undecided;
  result.satisfied = satisfied;
  result.violated = violated;
  result.undecided = undecided;
  return result;
}

inline verify::Equation equation(bool old_side, std::string_view code, std::string_view of, std::uint64_t total,
                                 std::vector<std::pair<std::string, std::uint64_t>> fates) {
  return {old_side, sender(code), month(of), total, std::move(fates)};
}

/// A finding of which a named argument holds `text`.
inline Diagnostic unknown_code(const std::string& text, std::uint32_t line = 7) {
  Diagnostic diagnostic;
  diagnostic.code = "MAP-066";
  diagnostic.primary = {"langedijk/202112.csv", line, 0, 0, "INSTRUMENT"};
  diagnostic.arguments = {{"code", text}, {"field", "type"}};
  return diagnostic;
}

/// Accepted with signals: one provision is open and one check has a signal.
inline Model two_old_senders() {
  using pack::CheckSeverity;
  using store::Side;
  Model model;
  model.program = "srgconv 0.1.0";
  model.command = "convert";
  model.transition = "dijk-en-waard";
  model.reason = "merger";
  model.month = month("2022-01");
  model.assessed_on = Date::from_parts(2022, 2, 10);
  model.pack = "srg-2026";
  model.pack_version = "1.0";
  model.assumptions = {{"sender-is-municipality", "De berichtgevercode is de gemeentecode.", "The sender code is the municipality's code."},
                       {"id-length", "Een registratienummer heeft hoogstens 15 tekens.", "A registration number has at most 15 characters."}};
  model.sources = {source(Side::old_export, "0398", "2021-11", "heerhugowaard/202111.csv", {10, 9, 0, 1, 0, 9, 0}),
                   source(Side::old_export, "0398", "2021-12", "heerhugowaard/202112.csv", {16, 13, 0, 2, 1, 14, 0}),
                   source(Side::old_delivered, "0398", "2021-12", "sent/0398-202112.xml", {14, 14, 0, 0, 0, 14, 0}),
                   source(Side::old_export, "0416", "2021-12", "langedijk/202112.csv", {8, 6, 1, 1, 0, 6, 0}),
                   source(Side::old_delivered, "0416", "2021-12", "sent/0416-202112.xml", {6, 6, 0, 0, 0, 6, 0}),
                   source(Side::new_delivered, "1980", "2022-01", "dijk-en-waard/202201.xml", {17, 17, 0, 0, 0, 17, 0})};
  model.links_by_proof = {{"rule", 10}, {"list", 3}, {"equal", 1}, {"near", 0}};
  model.reviews = 1;
  model.to_dos = {"0416@-/77-3"};
  model.findings.add(unknown_code("ZZ"));
  model.outputs = {"conversie-1980-202201.xml", "vertaaltabel.csv", "review.csv", "report.json"};
  verify::Verification& verification = model.verification;
  verification.verdict = verify::Verdict::accepted_with_signals;
  verification.equations = {
      equation(true, "0398", "2021-12", 14, {{"linked", 10}, {"ended", 2}, {"ended-since", 0}, {"stays", 0}, {"dropped", 1}, {"open", 1}}),
      equation(true, "0416", "2021-12", 6, {{"linked", 4}, {"ended", 1}, {"ended-since", 1}, {"stays", 0}, {"dropped", 0}, {"open", 0}}),
      equation(false, "1980", "2022-01", 17, {{"linked", 14}, {"continuing", 0}, {"started-since", 2}, {"registered-late", 1}, {"unexplained", 0}})};
  verification.checks = {check("XSD", CheckSeverity::reject, 1), check("OLD-KEY", CheckSeverity::reject, 20),
                         check("EARLY-START", CheckSeverity::signal, 16, 1)};
  verification.checks.push_back(check("CONTINUITY", CheckSeverity::signal, 0));
  verification.checks.back().state = checks::State::not_applicable;
  verification.checks[2].findings = {unknown_code("ZZ", 9)};
  verification.requirements = {{"coverage >= 90%", "90.9%", true, {}}, {"open <= 1", "1", true, {}}};
  return model;
}

}  // namespace srgconv::report
