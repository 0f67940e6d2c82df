// srgconv verify: judges a conversion file, by whatever program it was made.
#include "cli/command.hpp"
#include "pack/pack.hpp"
#include "pipeline.hpp"
#include "report/report.hpp"

namespace srgconv::cli {
namespace {

ExitCode list_checks(const std::string& name, Run& run) {
  pack::Library library(pack::data_roots(), run.diagnostics);
  const pack::Pack* pack = library.pack(name);
  if (pack == nullptr) return ExitCode::usage;
  print_result(run.json ? report::catalogue_json(*pack) : report::catalogue_text(*pack, run.language));
  return ExitCode::done;
}

ExitCode run_verify(Run& run) {
  const auto as_paths = [&](std::string_view name) {
    std::vector<std::filesystem::path> paths;
    for (const std::string& text : run.arguments.all(name)) paths.emplace_back(text);
    return paths;
  };
  const std::string pack = run.arguments.has("--pack") ? run.arguments.one("--pack") : "srg-2026";
  if (run.arguments.has("--list")) return list_checks(pack, run);
  const std::string out = run.arguments.one("--out");
  const auto results = result_forms(run);
  if (!results) return ExitCode::usage;
  VerifyRequest request{as_paths("CONVERSION.xml"), as_paths("--old"),     as_paths("--new"), pack, run.date,
                        program_version(),          as_paths("--earlier"), run.threads};
  request.out = out;
  request.force = run.arguments.has("--force");
  request.waivers = run.arguments.one("--waivers");
  request.results = *results;
  const auto model = verify_submission(request, run.diagnostics);
  if (!model) return exit_code_of(run.diagnostics);
  tell_findings(model->verification, run);
  print_result(run.json ? report::json_report(*model) : report::console_report(*model, run.language, out, result_in_colour()));
  return exit_code_of(model->verification.verdict, run.strict);
}

}  // namespace

const Command& verify_command() {
  static const Command command{
      "verify",
      {"beoordeelt een conversiebestand, door welk programma ook gemaakt", "judges a conversion file, by whatever program it was made"},
      "verify CONVERSION.xml... [--old PATH...] [--new PATH...] [--earlier FILE...] [--waivers FILE] [--pack DIR] [-o OUT [--results LIST]] | verify --list",
      {{"CONVERSION.xml",
        "",
        "",
        Arity::many,
        true,
        {"het conversiebestand; bij meer nieuwe berichtgevers alle", "the conversion file; where there are several new senders all of them"}},
       {"--old",
        "",
        "PATH...",
        Arity::many,
        false,
        {"laatste leveringen van de oude berichtgevers (bestanden of mappen); zonder deze is niet alles te beoordelen",
         "last deliveries of the old senders (files or folders); without these not everything can be judged"}},
       {"--new",
        "",
        "PATH...",
        Arity::many,
        false,
        {"eerste levering van de nieuwe berichtgever (bestand of map); zonder deze is niet alles te beoordelen",
         "first delivery of the new sender (file or folder); without this not everything can be judged"}},
       {"--earlier", "", "FILE...", Arity::many, false, {"eerdere conversiebestanden, in willekeurige volgorde", "earlier conversion files, in any order"}},
       {"--out",
        "-o",
        "OUT",
        Arity::one,
        false,
        {"map voor report.json en findings.csv met elke bevinding", "folder for report.json, and findings.csv with every finding"}},
       waivers_option(),
       results_option(),
       {"--force", "", "", Arity::none, false, {"vervangt eerdere uitvoer van srgconv", "replaces earlier output of srgconv"}},
       {"--list", "", "", Arity::none, false, {"toont alleen welke controles er zijn", "only shows which checks there are"}},
       {"--pack", "", "DIR", Arity::one, false, {"formaatpakket (srg-2026)", "format pack (srg-2026)"}}},
      "srgconv verify conversie-1980-202201.xml --old verzonden/ --new dijk-en-waard/",
      run_verify};
  return command;
}

}  // namespace srgconv::cli
