#include "report/screen_lines.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "report/wording.hpp"

namespace srgconv::report {

std::string upper(std::string_view words) {
  std::string result(words);
  std::transform(result.begin(), result.end(), result.begin(), [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  return result;
}

bool has_output(const Model& model, std::string_view name) { return std::find(model.outputs.begin(), model.outputs.end(), name) != model.outputs.end(); }

std::string pack_line(const Model& model, Language language) {
  const std::string where = has_output(model, "report.json") ? "report.json" : "pack.toml";
  std::string text = fmt::format("{} {} {}", say(language, "Pakket", "Pack"), shown(model.pack), shown(model.pack_version));
  if (!model.assumptions.empty()) {
    text += fmt::format(fmt::runtime(say(language, ", met {} (lijst: {})", ", with {} (listed in {})")),
                        counted(model.assumptions.size(), say(language, "aanname", "assumption"), say(language, "aannames", "assumptions")), where);
  }
  if (model.assessed_on) return text + fmt::format("; {} {}", say(language, "beoordeeld op", "assessed on"), *model.assessed_on);
  return text + std::string(say(language, "; zonder beoordelingsdatum", "; without a date of assessment"));
}

std::string_view colour_of(verify::Verdict verdict) {
  switch (verdict) {
    case verify::Verdict::accepted: return "\x1b[1;32m";
    case verify::Verdict::accepted_with_signals: return "\x1b[1;33m";
    case verify::Verdict::rejected: return "\x1b[1;31m";
    case verify::Verdict::not_assessed: break;
  }
  return "\x1b[1;35m";
}

}  // namespace srgconv::report
