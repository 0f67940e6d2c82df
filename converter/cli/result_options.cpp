// --waivers and --results: the same for every command that judges.
#include <sstream>

#include "cli/command.hpp"
#include "report/report.hpp"

namespace srgconv::cli {

OptionSpec waivers_option() {
  return {"--waivers", "",    "FILE",
          Arity::one,  false, {"bevindingen die bekend zijn: telt en toont ze apart", "findings that are known: counts and shows them apart"}};
}

OptionSpec results_option() {
  return {"--results", "",    "LIST",
          Arity::one,  false, {"ook voor andere programma's: junit,ess,sarif (een of meer)", "for other programs too: junit,ess,sarif (one or more)"}};
}

std::optional<std::vector<std::string>> result_forms(Run& run) {
  const std::string given = run.arguments.one("--results");
  std::vector<std::string> names;
  std::istringstream words(given);
  for (std::string word; std::getline(words, word, ',');) {
    if (!report::is_result_form(word)) {
      const Words expected{"een of meer van junit, ess en sarif, met komma's ertussen", "one or more of junit, ess and sarif, with commas between them"};
      run.diagnostics.add(
          finding("USE-004", {},
                  {{"value", given}, {"option", "--results"}, {"expected", std::string(expected.in(run.language))}, {"command", std::string(run.command)}}));
      return std::nullopt;
    }
    names.push_back(word);
  }
  if (!names.empty() && run.arguments.one("--out").empty()) {
    run.diagnostics.add(finding("USE-055", {}, {{"option", "--results"}}));
    return std::nullopt;
  }
  return names;
}

}  // namespace srgconv::cli
