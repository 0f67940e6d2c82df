// The catalogue of checks: what `srgconv verify --list` prints.
#include <algorithm>

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "report/report.hpp"
#include "report/text_layout.hpp"
#include "report/wording.hpp"

namespace srgconv::report {
namespace {

using nlohmann::ordered_json;

std::string_view subject(const rules::Check& check, Language language) {
  switch (check.kind) {
    case rules::CheckKind::provision: return say(language, "voorziening", "provision");
    case rules::CheckKind::link: return say(language, "koppeling", "link");
    case rules::CheckKind::set: break;
  }
  return say(language, "geheel", "whole");
}

std::string_view consequence(const rules::Check& check, Language language) {
  return check.severity == pack::CheckSeverity::signal ? say(language, "signaal", "signal") : say(language, "afkeur", "rejection");
}

std::string_view kind_name(rules::CheckKind kind) {
  switch (kind) {
    case rules::CheckKind::provision: return "provision";
    case rules::CheckKind::link: return "link";
    case rules::CheckKind::set: break;
  }
  return "set";
}

ordered_json texts(const rules::CheckTexts& texts) { return {{"what", shown(texts.what)}, {"why", shown(texts.why)}, {"repair", shown(texts.repair)}}; }

}  // namespace

std::string catalogue_text(const pack::Pack& pack, Language language) {
  const rules::CheckTexts rules::Check::*texts = language == Language::nl ? &rules::Check::nl : &rules::Check::en;
  std::vector<std::vector<std::string>> rows = {{std::string(say(language, "code", "code")), std::string(say(language, "gevolg", "consequence")),
                                                 std::string(say(language, "gaat over", "about")), std::string(say(language, "wat", "what"))}};
  for (const rules::Check& check : pack.checks)
    rows.push_back({check.code, std::string(consequence(check, language)), std::string(subject(check, language)), shown((check.*texts).what)});
  std::vector<std::size_t> widths(3);
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < widths.size(); ++i) widths[i] = std::max(widths[i], width(row[i]));
  }
  std::string text = fmt::format("{} {} {}: {} {}\n", say(language, "Pakket", "Pack"), shown(pack.name), shown(pack.version), pack.checks.size(),
                                 say(language, "controles", "checks"));
  for (const auto& row : rows) {
    std::string line;
    for (std::size_t i = 0; i < widths.size(); ++i) line += fill_right(row[i], widths[i]) + "  ";
    const std::size_t indent = width(line);
    for (const std::string& part : wrap(line + row.back(), indent)) text += part + "\n";
  }
  return text + std::string(say(language, "Waarom het CBS ernaar vraagt en hoe te herstellen: docs/checks.md, of deze lijst met --json.\n",
                                "Why CBS asks and how to repair: docs/checks.md, or this list with --json.\n"));
}

std::string catalogue_json(const pack::Pack& pack) {
  ordered_json checks = ordered_json::array();
  for (const rules::Check& check : pack.checks) {
    ordered_json parameters = ordered_json::object();
    for (const rules::CheckParameter& parameter : check.parameters) parameters[parameter.name] = shown(parameter.text);
    checks.push_back({{"id", check.code},
                      {"kind", kind_name(check.kind)},
                      {"severity", check.severity == pack::CheckSeverity::signal ? "signal" : "reject"},
                      {"parameters", std::move(parameters)},
                      {"nl", texts(check.nl)},
                      {"en", texts(check.en)},
                      {"source", shown(check.source)}});
  }
  return ordered_json{{"pack", {{"name", shown(pack.name)}, {"version", shown(pack.version)}}}, {"checks", std::move(checks)}}.dump(2) + "\n";
}

}  // namespace srgconv::report
