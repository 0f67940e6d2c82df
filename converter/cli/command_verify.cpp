// srgconv verify: judges a conversion file, by whatever program it was made.
#include <optional>
#include <utility>

#include "cli/command.hpp"
#include "findings/findings.hpp"
#include "pipeline.hpp"
#include "read/read.hpp"
#include "report/report.hpp"
#include "write/write.hpp"

namespace srgconv::cli {
namespace {

// The folder of the report and of every finding.
class Output {
 public:
  Output(const std::string& out, Run& run) : folder_(out, run.arguments.has("--force"), run.diagnostics) {
    if (folder_.ready()) list_.emplace(folder_.path() / "findings.csv");
  }
  bool ready() const { return folder_.ready(); }
  findings::List* list() { return &*list_; }

  void finish(report::Model& model) {
    list_->finish();
    model.outputs = {"findings.csv", "report.json", "manifest.json"};
    write::write_file(folder_.path() / "report.json", report::json_report(model));
    std::vector<std::pair<std::string, std::string>> hashes;
    for (const char* name : {"findings.csv", "report.json"}) hashes.emplace_back(name, read::sha256_of(folder_.path() / name).value_or(""));
    write::write_file(folder_.path() / "manifest.json", report::manifest(program_version(), model.inputs, hashes));
    folder_.publish();
  }

 private:
  write::OutputFolder folder_;
  std::optional<findings::List> list_;
};

ExitCode run_verify(Run& run) {
  const auto as_paths = [&](std::string_view name) {
    std::vector<std::filesystem::path> paths;
    for (const std::string& text : run.arguments.all(name)) paths.emplace_back(text);
    return paths;
  };
  const std::string pack = run.arguments.has("--pack") ? run.arguments.one("--pack") : "srg-2026";
  const std::string out = run.arguments.one("--out");
  std::optional<Output> output;
  if (!out.empty() && !output.emplace(out, run).ready()) return ExitCode::usage;
  findings::Book book(output ? output->list() : nullptr);
  auto model = verify_submission({as_paths("CONVERSION.xml"), as_paths("--old"), as_paths("--new"), pack, run.date, program_version(), as_paths("--earlier"),
                                  run.threads, output ? &book : nullptr},
                                 run.diagnostics);
  if (!model) return exit_code_of(run.diagnostics);
  tell_findings(model->verification, run);
  if (output) output->finish(*model);
  print_result(run.json ? report::json_report(*model) : report::console_report(*model, run.language, out, result_in_colour()));
  return exit_code_of(model->verification.verdict, run.strict);
}

}  // namespace

const Command& verify_command() {
  static const Command command{
      "verify",
      {"beoordeelt een conversiebestand, door welk programma ook gemaakt", "judges a conversion file, by whatever program it was made"},
      "verify CONVERSION.xml... [--old PATH...] [--new PATH...] [--earlier FILE...] [--pack DIR] [-o OUT]",
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
       {"--force", "", "", Arity::none, false, {"vervangt eerdere uitvoer van srgconv", "replaces earlier output of srgconv"}},
       {"--pack", "", "DIR", Arity::one, false, {"formaatpakket (srg-2026)", "format pack (srg-2026)"}}},
      "srgconv verify conversie-1980-202201.xml --old verzonden/ --new dijk-en-waard/",
      run_verify};
  return command;
}

}  // namespace srgconv::cli
