// srgconv replay: does a finished run again, and proves that the same input gives the same bytes.
#include "cli/command.hpp"
#include "pipeline_replay.hpp"
#include "report/report.hpp"

namespace srgconv::cli {
namespace {

ExitCode run_replay(Run& run) {
  ReplayRequest request{run.arguments.one("OUT"), run.arguments.one("CASE.rules"), run.threads, {}, program_version()};
  if (std::filesystem::path(request.from).extension() == ".rules") {
    const auto key = pseudonym_key(run);
    if (!key) return exit_code_of(run.diagnostics);
    request.key = *key;
  }
  bool could_not_run = false;
  const auto result = replay(request, could_not_run, run.diagnostics);
  if (!result) return could_not_run ? ExitCode::not_assessed : exit_code_of(run.diagnostics);
  print_result(run.json ? report::replay_json(*result) : report::replay_text(*result, run.language));
  return result->equal() ? ExitCode::done : ExitCode::rejected;
}

}  // namespace

const Command& replay_command() {
  static const Command command{"replay",
                               {"maakt een uitvoermap opnieuw en vergelijkt byte voor byte", "makes an output folder again and compares byte for byte"},
                               "replay OUT [CASE.rules]",
                               {{"OUT", "", "", Arity::one, true, {"uitvoermap van convert of verify", "output folder of convert or verify"}},
                                {"CASE.rules",
                                 "",
                                 "",
                                 Arity::one,
                                 false,
                                 {"van convert: het regelbestand; van verify: de map waarin de opdracht is gegeven (deze)",
                                  "of convert: the rule file; of verify: the folder in which the command was given (this one)"}}},
                               "srgconv replay uitvoer dijk-en-waard.rules",
                               run_replay};
  return command;
}

}  // namespace srgconv::cli
