// srgconv check: judges the monthly deliveries of senders, each by itself and from month to month.
#include <optional>
#include <utility>

#include "cli/command.hpp"
#include "findings/findings.hpp"
#include "pipeline.hpp"
#include "pipeline_findings.hpp"
#include "report/report.hpp"
#include "write/write.hpp"

namespace srgconv::cli {
namespace {

// The folder of the report, every finding, the lists and the tables.
class Output {
 public:
  Output(const std::string& out, Run& run) : folder_(out, run.arguments.has("--force"), run.diagnostics) {
    if (folder_.ready()) list_.emplace(folder_.path() / "findings.csv");
  }
  bool ready() const { return folder_.ready(); }
  findings::List* list() { return &*list_; }

  void finish(std::vector<report::Model>& senders, const std::vector<std::string>& forms, const report::ManifestHead& head) {
    list_->finish();
    const std::vector<report::Table> lists = report::deliveries_lists(senders);
    for (report::Model& model : senders) {
      model.outputs = {"findings.csv"};
      name_reports(model.outputs, forms, lists);
    }
    write_reports(folder_.path(), senders, forms, head, senders.front().inputs, {"findings.csv"}, lists);
    folder_.publish();
  }

 private:
  write::OutputFolder folder_;
  std::optional<findings::List> list_;
};

ExitCode run_check(Run& run) {
  CheckRequest request;
  for (const std::string& text : run.arguments.all("DELIVERY.xml")) request.deliveries.emplace_back(text);
  if (run.arguments.has("--birth-dates")) request.birth_dates = run.arguments.one("--birth-dates");
  request.pack = run.arguments.has("--pack") ? run.arguments.one("--pack") : "srg-2026";
  request.assessed_on = run.date;
  request.program = program_version();
  request.threads = run.threads;
  const std::string out = run.arguments.one("--out");
  const auto results = result_forms(run);
  if (!results) return ExitCode::usage;
  std::vector<report::Input> lists_given;
  auto waivers = take_waivers(run.arguments.one("--waivers"), ".", lists_given, run.diagnostics);
  if (!waivers) return exit_code_of(run.diagnostics);
  std::optional<Output> output;
  if (!out.empty() && !output.emplace(out, run).ready()) return ExitCode::usage;
  findings::Book book(output ? output->list() : nullptr, *std::move(waivers));
  std::vector<std::vector<findings::Waiver>> waived;  // by sender
  if (output || run.arguments.has("--waivers")) {
    request.every_finding = &book;
    request.begin_sender = [&](const std::string& sender) {
      if (!waived.empty()) waived.back() = book.waivers();
      waived.emplace_back();
      book.begin(sender, run.date);
    };
  }
  auto senders = check_submissions(request, run.diagnostics);
  if (!senders || senders->empty()) return exit_code_of(run.diagnostics);
  if (!waived.empty()) waived.back() = book.waivers();
  for (std::size_t i = 0; i < waived.size() && i < senders->size(); ++i) (*senders)[i].waivers = std::move(waived[i]);
  tell_waivers(book, *senders, run.diagnostics);
  for (report::Model& sender : *senders) sender.inputs.insert(sender.inputs.end(), lists_given.begin(), lists_given.end());
  // Of one sender its findings; of many what the files themselves have wrong, for the lists have the rest.
  if (senders->size() == 1) tell_findings(senders->front().verification, run);
  if (output) {
    report::ManifestHead head{program_version(), "check", {{"pack", senders->front().pack}}};
    if (run.date) head.options["date"] = run.date->text();
    if (!results->empty()) head.options["results"] = run.arguments.one("--results");
    output->finish(*senders, *results, head);
  }
  print_result(run.json ? report::json_report(*senders) : report::deliveries_report(*senders, run.language, out, result_in_colour()));
  return exit_code_of(report::overall_verdict(*senders), run.strict);
}

}  // namespace

const Command& check_command() {
  static const Command command{
      "check",
      {"beoordeelt maandleveringen, elk apart en van maand op maand", "judges monthly deliveries, each by itself and from month to month"},
      "check DELIVERY.xml... [--birth-dates FILE] [--waivers FILE] [--pack DIR] [-o OUT [--results LIST]]",
      {{"DELIVERY.xml",
        "",
        "",
        Arity::many,
        true,
        {"leveringen (bestanden of mappen), van elke maand en in willekeurige volgorde", "deliveries (files or folders), of any month and in any order"}},
       {"--birth-dates",
        "",
        "FILE",
        Arity::one,
        false,
        {"geboortedatums (bsn;birth_date), voor de AOW-leeftijd; er wordt niets van getoond",
         "dates of birth (bsn;birth_date), for the state-pension age; none is shown"}},
       {"--out", "-o", "OUT", Arity::one, false, {"map voor report.json, de lijsten en de tabellen", "folder for report.json, the lists and the tables"}},
       waivers_option(),
       results_option(),
       {"--force", "", "", Arity::none, false, {"vervangt eerdere uitvoer van srgconv", "replaces earlier output of srgconv"}},
       {"--pack", "", "DIR", Arity::one, false, {"formaatpakket (srg-2026)", "format pack (srg-2026)"}}},
      "srgconv check verzonden/ --birth-dates geboortedatums.csv -o oordeel",
      run_check};
  return command;
}

}  // namespace srgconv::cli
