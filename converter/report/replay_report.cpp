// What `srgconv replay` tells: equal or not, and which inputs and outputs differ.
#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "report/report.hpp"
#include "report/text_layout.hpp"
#include "report/wording.hpp"

namespace srgconv::report {
namespace {

using Json = nlohmann::ordered_json;
constexpr std::size_t most_named = 9;

void append_list(std::string& text, std::string_view heading, const std::vector<std::string>& names, Language language) {
  if (names.empty()) return;
  text += fmt::format("{}:\n", heading);
  const std::size_t named = std::min(names.size(), most_named);
  for (std::size_t i = 0; i < named; ++i) text += clip("  " + names[i]) + "\n";
  if (names.size() > named) text += fmt::format(fmt::runtime(say(language, "  en nog {}\n", "  and {} more\n")), names.size() - named);
}

}  // namespace

std::string replay_text(const Replay& replay, Language language) {
  const std::string outputs = counted(replay.outputs, say(language, "bestand", "file"), say(language, "bestanden", "files"));
  std::string text;
  if (replay.equal()) {
    text = fmt::format(
        fmt::runtime(say(language, "GELIJK: {} opnieuw gemaakt; {} zijn byte voor byte hetzelfde\n", "EQUAL: {} made again; {} are the same byte for byte\n")),
        shown(replay.folder), outputs);
  } else {
    text =
        fmt::format(fmt::runtime(say(language, "NIET GELIJK: {} opnieuw gemaakt; van {} verschillen er {}\n", "NOT EQUAL: {} made again; of {} {} differ\n")),
                    shown(replay.folder), outputs, replay.different.size());
  }
  std::vector<std::string> changed;
  for (const Input& input : replay.changed) changed.push_back(fmt::format("{} ({})", shown(input.name), input.role));
  append_list(text, say(language, "Invoer die veranderd is", "Inputs that changed"), changed, language);
  std::vector<std::string> different;
  for (const std::string& name : replay.different) different.push_back(shown(name));
  append_list(text, say(language, "Uitvoer die verschilt", "Outputs that differ"), different, language);
  if (replay.program_changed) text += say(language, "Let op: het programma zelf is een ander dan toen\n", "Note: the program itself is another than then\n");
  if (!replay.changed.empty())
    text += say(language, "Doe nu: zet de invoer terug zoals die was, of maak de uitvoer opnieuw\n",
                "Next step: put the inputs back as they were, or make the output again\n");
  else if (!replay.different.empty())
    text += say(language, "Doe nu: maak de uitvoer opnieuw, en ga na wie of wat deze bestanden heeft gewijzigd\n",
                "Next step: make the output again, and find out who or what changed these files\n");
  return text;
}

std::string replay_json(const Replay& replay) {
  Json changed = Json::array(), different = Json::array();
  for (const Input& input : replay.changed)
    changed.push_back({{"role", input.role}, {"name", shown(input.name)}, {"sha256", input.sha256.empty() ? Json(nullptr) : Json(input.sha256)}});
  for (const std::string& name : replay.different) different.push_back(shown(name));
  const Json result = {{"replay_version", 1},
                       {"folder", shown(replay.folder)},
                       {"command", replay.command},
                       {"equal", replay.equal()},
                       {"program_changed", replay.program_changed},
                       {"inputs", {{"compared", replay.inputs}, {"changed", std::move(changed)}}},
                       {"outputs", {{"compared", replay.outputs}, {"different", std::move(different)}}}};
  return result.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace srgconv::report
