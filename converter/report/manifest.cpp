// manifest.json: what the run depended on and what it made, each by its SHA-256.
#include <nlohmann/json.hpp>

#include "report/report.hpp"
#include "report/wording.hpp"

namespace srgconv::report {

std::string manifest(const ManifestHead& head, const std::vector<Input>& inputs, const std::vector<std::pair<std::string, std::string>>& outputs) {
  using Json = nlohmann::ordered_json;
  Json read = Json::array(), written = Json::array();
  for (const Input& input : inputs) read.push_back({{"role", input.role}, {"name", shown(input.name)}, {"sha256", input.sha256}});
  for (const auto& [name, sha256] : outputs) written.push_back({{"name", shown(name)}, {"sha256", sha256}});
  Json options = Json::object();
  for (const auto& [name, value] : head.options) options[name] = shown(value);
  const Json result = {{"manifest_version", 1}, {"program", head.program},   {"command", head.command},
                       {"options", options},    {"inputs", std::move(read)}, {"outputs", std::move(written)}};
  return result.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace srgconv::report
