// srgconv review: what people must decide of a finished run, told on the screen and written as a workbook to fill in.
#include <filesystem>

#include <fmt/format.h>

#include "cli/command.hpp"
#include "pack/pack.hpp"
#include "read/read.hpp"
#include "report/report.hpp"
#include "review/review.hpp"
#include "rules/rules.hpp"
#include "store/store.hpp"
#include "write/write.hpp"

namespace srgconv::cli {
namespace {

namespace fs = std::filesystem;

ExitCode refuse(Run& run, const char* code, std::map<std::string, std::string> arguments) {
  run.diagnostics.add(finding(code, {}, std::move(arguments)));
  return ExitCode::usage;
}

// Was OUT made by this case, and with the key at hand? Else names of types or pseudonyms would not be those of its lists.
ExitCode belongs(const store::Workspace& workspace, const rules::RuleSet& rules, const std::string& key, Run& run) {
  const std::string made_by = workspace.property("transition").value_or("");
  const bool known = std::any_of(rules.transitions.begin(), rules.transitions.end(), [&](const rules::Transition& one) { return one.name == made_by; });
  if (!known) return refuse(run, "USE-035", {{"folder", run.arguments.one("OUT")}, {"transition", made_by}, {"file", run.arguments.one("CASE.rules")}});
  if (workspace.property("key").value_or("") != write::fingerprint(key)) return refuse(run, "USE-036", {{"folder", run.arguments.one("OUT")}});
  return ExitCode::done;
}

ExitCode run_review(Run& run) {
  const auto key = pseudonym_key(run);
  if (!key) return exit_code_of(run.diagnostics);
  const auto workspace = store::Workspace::open(fs::path(run.arguments.one("OUT")) / "workspace.sqlite", run.diagnostics);
  if (!workspace) return exit_code_of(run.diagnostics);
  const fs::path case_file = run.arguments.one("CASE.rules");
  const std::string shown = case_file.filename().string();
  auto text = read::read_bytes({case_file, shown}, run.diagnostics);
  if (!text) return exit_code_of(run.diagnostics);
  pack::Library library(pack::data_roots(), run.diagnostics);
  const auto rules = rules::parse_rules(SourceText(shown, *std::move(text)), case_file, library, run.diagnostics);
  if (!rules) return exit_code_of(run.diagnostics);
  if (const ExitCode code = belongs(*workspace, *rules, *key, run); code != ExitCode::done) return code;
  const pack::Pack* pack = rules->packs.empty() ? nullptr : library.pack(rules->packs.front());
  if (pack == nullptr) {
    run.diagnostics.add(finding("CASE-003", {shown}));
    return ExitCode::usage;
  }

  const review::Summary summary = review::summary(*workspace);
  const std::string workbook = run.arguments.one("--workbook");
  if (!workbook.empty()) {
    if (fs::path(workbook).extension() != ".xlsx") return refuse(run, "USE-038", {{"file", workbook}});
    if (fs::exists(workbook) && !run.arguments.has("--force")) return refuse(run, "USE-023", {{"file", workbook}});
    if (summary.lines > review::most_lines)
      return refuse(run, "USE-037", {{"count", fmt::to_string(summary.lines)}, {"most", fmt::to_string(review::most_lines)}});
    review::write_workbook(*workspace, pack->codes, workbook, *key, run.language);
  }
  const report::OpenCases open{summary.open, summary.with_candidates, summary.lines, summary.reasons, workbook};
  print_result(run.json ? report::open_cases_json(open) : report::open_cases_text(open, run.language, run.arguments.one("OUT"), case_file.string()));
  return ExitCode::done;
}

}  // namespace

const Command& review_command() {
  static const Command command{"review",
                               {"toont wat mensen moeten beslissen, en maakt er een werkmap van", "shows what people must decide, and makes a workbook of it"},
                               "review OUT CASE.rules [--workbook FILE.xlsx] [--force]",
                               {{"OUT", "", "", Arity::one, true, {"uitvoermap van convert", "output folder of convert"}},
                                {"CASE.rules", "", "", Arity::one, true, {"het regelbestand waarmee die is gemaakt", "the rule file that it was made with"}},
                                {"--workbook",
                                 "",
                                 "FILE.xlsx",
                                 Arity::one,
                                 false,
                                 {"schrijft een werkmap om in te vullen, in de taal van --lang", "writes a workbook to fill in, in the language of --lang"}},
                                {"--force", "", "", Arity::none, false, {"vervangt een werkmap die er al is", "replaces a workbook that is there already"}}},
                               "srgconv review uitvoer dijk-en-waard.rules --workbook nakijken.xlsx",
                               run_review};
  return command;
}

}  // namespace srgconv::cli
