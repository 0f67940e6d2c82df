// report.json and manifest.json, read back by the commands that look at finished output.
#include <nlohmann/json.hpp>

#include "report/report.hpp"

namespace srgconv::report {
namespace {

using Json = nlohmann::json;

// Nothing when it is no JSON, or no object that says to be of this version.
std::optional<Json> read(std::string_view text, const char* version) {
  Json json = Json::parse(text, nullptr, false);
  if (!json.is_object() || json.value(version, 0) != 1) return std::nullopt;
  return json;
}

}  // namespace

std::optional<Manifest> read_manifest(std::string_view text) {
  try {
    const auto json = read(text, "manifest_version");
    if (!json) return std::nullopt;
    Manifest manifest;
    manifest.head = {json->at("program"), json->at("command"), json->at("options").get<std::map<std::string, std::string>>()};
    for (const Json& input : json->at("inputs")) manifest.inputs.push_back({input.at("role"), input.at("name"), input.at("sha256")});
    for (const Json& output : json->at("outputs")) manifest.outputs.emplace_back(output.at("name"), output.at("sha256"));
    return manifest;
  } catch (const Json::exception&) {
    return std::nullopt;
  }
}

std::optional<verify::Verdict> read_verdict(std::string_view text) {
  using checks::Verdict;
  try {
    const auto json = read(text, "report_version");
    if (!json) return std::nullopt;
    const std::string code = json->at("verdict").at("code");
    for (const Verdict verdict : {Verdict::rejected, Verdict::accepted_with_signals, Verdict::accepted, Verdict::not_assessed}) {
      if (checks::name(verdict) == code) return verdict;
    }
  } catch (const Json::exception&) {
  }
  return std::nullopt;
}

}  // namespace srgconv::report
