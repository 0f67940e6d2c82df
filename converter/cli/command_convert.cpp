// srgconv convert: a case becomes a verified conversion file.
#include "cli/command.hpp"
#include "pipeline.hpp"
#include "report/report.hpp"

namespace srgconv::cli {
namespace {

ExitCode run_convert(Run& run) {
  const auto key = pseudonym_key(run);
  if (!key) return exit_code_of(run.diagnostics);
  const std::string out = run.arguments.one("--out");
  ConvertRequest request{run.arguments.one("CASE.rules"), out, run.arguments.has("--force"), run.date, run.threads, *key, program_version()};
  request.estimate = run.arguments.has("--estimate");
  for (const std::string& file : run.arguments.all("--decisions")) request.decisions.emplace_back(file);
  for (const std::string& file : run.arguments.all("--earlier")) request.earlier.emplace_back(file);
  request.waivers = run.arguments.one("--waivers");
  const auto results = result_forms(run);
  if (!results) return ExitCode::usage;
  request.results = *results;
  const auto converted = convert(request, run.diagnostics);
  if (!converted) return exit_code_of(run.diagnostics);
  const std::vector<report::Model>& transitions = converted->transitions;
  for (const report::Model& model : transitions) tell_findings(model.verification, run);
  print_result(run.json ? report::json_report(transitions) : report::console_report(transitions, run.language, out, result_in_colour()));
  return exit_code_of(report::overall_verdict(transitions), run.strict);
}

}  // namespace

const Command& convert_command() {
  static const Command command{
      "convert",
      {"zet een overgang om in een getoetst conversiebestand", "turns a transition into a verified conversion file"},
      "convert CASE.rules -o OUT [--decisions FILE...] [--earlier FILE...] [--waivers FILE] [--results LIST] [--estimate] [--force]",
      {{"CASE.rules",
        "",
        "",
        Arity::one,
        true,
        {"regelbestand met de overgang; zijn map bevat de bronnen", "rule file with the transition; its folder holds the sources"}},
       {"--out", "-o", "OUT", Arity::one, true, {"map voor de uitvoer; wordt in een keer gemaakt", "folder for the output; made all at once"}},
       {"--decisions",
        "",
        "FILE...",
        Arity::many,
        false,
        {"wat mensen besloten: ingevulde review.csv of werkmap", "what people decided: filled-in review.csv or workbook"}},
       {"--estimate",
        "",
        "",
        Arity::none,
        false,
        {"schat eenmalig de gewichten van het bewijs, in het bestand dat 'match' noemt",
         "estimates the weights of evidence once, into the file that 'match' names"}},
       {"--earlier", "", "FILE...", Arity::many, false, {"eerdere conversiebestanden, in willekeurige volgorde", "earlier conversion files, in any order"}},
       waivers_option(),
       results_option(),
       {"--force", "", "", Arity::none, false, {"vervangt eerdere uitvoer van srgconv", "replaces earlier output of srgconv"}}},
      "srgconv convert dijk-en-waard.rules -o uitvoer",
      run_convert};
  return command;
}

}  // namespace srgconv::cli
