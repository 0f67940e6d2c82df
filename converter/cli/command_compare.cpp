// srgconv compare: two runs held against each other: what is new, solved, remaining or changed.
#include <filesystem>

#include "cli/command.hpp"
#include "findings/findings.hpp"
#include "read/read.hpp"
#include "report/report.hpp"
#include "write/write.hpp"

namespace srgconv::cli {
namespace {

namespace fs = std::filesystem;

std::string shown_folder(const fs::path& folder) {
  const fs::path plain = folder.has_filename() ? folder : folder.parent_path();
  return (plain.is_absolute() ? plain.filename() : plain).generic_string();
}

// The verdict of an output folder; nothing, with USE-056 or USE-057, when it is none.
std::optional<verify::Verdict> verdict_of(const fs::path& folder, Run& run) {
  const auto refuse = [&](const char* code) {
    run.diagnostics.add(finding(code, {}, {{"folder", shown_folder(folder)}, {"file", "report.json"}}));
    return std::nullopt;
  };
  const fs::path file = folder / "report.json";
  std::error_code error;
  if (!fs::is_regular_file(file, error)) return refuse("USE-056");
  const auto text = read::read_bytes({file, shown_folder(folder) + "/report.json"}, run.diagnostics);
  if (!text) return std::nullopt;
  const auto verdict = report::read_verdict(*text);
  return verdict ? verdict : refuse("USE-057");
}

// As many results as code review services take of one file.
constexpr std::size_t most_results = 25000;

ExitCode run_compare(Run& run) {
  const fs::path sarif = run.arguments.one("--sarif");
  if (!sarif.empty() && fs::exists(sarif) && !run.arguments.has("--force")) {
    run.diagnostics.add(finding("USE-023", {}, {{"file", sarif.filename().string()}}));
    return ExitCode::usage;
  }
  const fs::path before = run.arguments.one("OUT1"), after = run.arguments.one("OUT2");
  const auto verdict_before = verdict_of(before, run), verdict_after = verdict_of(after, run);
  if (!verdict_before || !verdict_after) return exit_code_of(run.diagnostics);
  const auto comparison = findings::compare(before, after, run.diagnostics);
  if (!comparison) return exit_code_of(run.diagnostics);
  const report::ComparedFolders folders{shown_folder(before), shown_folder(after), *verdict_before, *verdict_after};
  if (!sarif.empty()) {
    const auto all = findings::compare(before, after, run.diagnostics, most_results / 4, true);
    if (!all) return exit_code_of(run.diagnostics);
    write::write_file(sarif, report::comparison_sarif(*all, folders, program_version()));
  }
  print_result(run.json ? report::comparison_json(*comparison, folders) : report::comparison_text(*comparison, folders, run.language));
  if (comparison->rejecting > 0) return ExitCode::rejected;
  if (*verdict_after == verify::Verdict::not_assessed) return ExitCode::not_assessed;
  return run.strict && comparison->signalling > 0 ? ExitCode::signals : ExitCode::done;
}

}  // namespace

const Command& compare_command() {
  static const Command command{
      "compare",
      {"vergelijkt twee uitvoermappen: wat is nieuw, opgelost, gebleven", "compares two output folders: what is new, solved, remaining"},
      "compare OUT1 OUT2 [--sarif FILE [--force]]",
      {{"OUT1", "", "", Arity::one, true, {"eerdere uitvoermap van convert, verify of check", "earlier output folder of convert, verify or check"}},
       {"OUT2", "", "", Arity::one, true, {"latere uitvoermap", "later output folder"}},
       {"--sarif", "", "FILE", Arity::one, false, {"schrijft ook SARIF 2.1.0, met baselineState", "also writes SARIF 2.1.0, with baselineState"}},
       {"--force", "", "", Arity::none, false, {"vervangt dat bestand als het er al is", "replaces that file when it is there already"}}},
      "srgconv compare uitvoer-maandag uitvoer-dinsdag",
      run_compare};
  return command;
}

}  // namespace srgconv::cli
