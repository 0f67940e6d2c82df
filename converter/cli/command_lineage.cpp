// srgconv lineage: how a sender code came to be and what became of it.
#include "cli/command.hpp"
#include "domain/identifiers.hpp"
#include "pack/pack.hpp"
#include "report/report.hpp"

namespace srgconv::cli {
namespace {

ExitCode run_lineage(Run& run) {
  pack::Library library(pack::data_roots(), run.diagnostics);
  const pack::Pack* pack = library.pack(run.arguments.has("--pack") ? run.arguments.one("--pack") : "srg-2026");
  if (pack == nullptr) return ExitCode::usage;
  const pack::SenderLineage& senders = pack->senders;
  const std::string given = run.arguments.one("CODE");
  const auto code = SenderCode::parse(given);
  if (!code || senders.find(*code) == nullptr) {
    run.diagnostics.add({"USE-008", {}, {{"code", given}, {"known_until", senders.known_until().text()}}, similar_name(given, senders.codes()), {}});
    return ExitCode::usage;
  }
  std::optional<Date> on;
  if (const std::string text = run.arguments.one("--on"); !text.empty()) {
    on = DatePattern::compile("yyyy-mm-dd")->read(text, false).date;
    if (!on) {
      const Words expected{"een datum als 2022-01-01", "a date like 2022-01-01"};
      run.diagnostics.add(
          {"USE-004", {}, {{"value", text}, {"option", "--on"}, {"expected", std::string(expected.in(run.language))}, {"command", "lineage"}}, {}, {}});
      return ExitCode::usage;
    }
  }
  print_result(run.json ? report::lineage_json(senders, *code, on) : report::lineage_text(senders, *code, on, run.language));
  return ExitCode::done;
}

}  // namespace

const Command& lineage_command() {
  static const Command command{"lineage",
                               {"toont hoe een berichtgevercode ontstond en opging in andere", "shows how a sender code came to be and what it became"},
                               "lineage CODE [--on DATE]",
                               {{"CODE", "", "", Arity::one, true, {"berichtgevercode", "sender code"}},
                                {"--on", "", "DATE", Arity::one, false, {"wie op die dag levert", "who delivers on that day"}},
                                {"--pack", "", "DIR", Arity::one, false, {"formaatpakket (srg-2026)", "format pack (srg-2026)"}}},
                               "srgconv lineage 0398 --on 2022-02-01",
                               run_lineage};
  return command;
}

}  // namespace srgconv::cli
