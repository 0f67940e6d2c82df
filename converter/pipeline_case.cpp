// The case, decisions and earlier files: found, read, hashed.
#include "pipeline_case.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "map/map.hpp"
#include "review/review.hpp"
#include "write/write.hpp"

namespace srgconv {

namespace fs = std::filesystem;

std::unique_ptr<Case> read_case(const ConvertRequest& request, pack::Library& library, Diagnostics& diagnostics) {
  const fs::path& case_file = request.case_file;
  const auto text = read::read_bytes({case_file, case_file.filename().string()}, diagnostics);
  if (!text) return nullptr;
  const SourceSpan whole{case_file.filename().string(), 0, 0, 0, {}};
  auto rule_set = rules::parse_rules(SourceText(case_file.filename().string(), *text), case_file, library, diagnostics);
  if (!rule_set) return nullptr;
  const auto refuse = [&](const char* code, std::map<std::string, std::string> arguments = {}) {
    diagnostics.add({code, whole, std::move(arguments), {}, {}});
    return nullptr;
  };
  if (rule_set->transitions.empty()) return refuse("CASE-001");
  if (rule_set->transitions.size() > 1) return refuse("CASE-002", {{"count", fmt::to_string(rule_set->transitions.size())}});
  if (rule_set->packs.empty()) return refuse("CASE-003");
  auto result = std::make_unique<Case>();
  result->rules = *std::move(rule_set);
  if (request.assessed_on) result->rules.transitions.front().assessed_on = request.assessed_on;
  result->transition = &result->rules.transitions.front();
  result->pack = library.pack(result->rules.packs.front());
  result->conversion_format = result->rules.format("conversie");
  result->delivery_format = result->rules.format("levering");
  if (result->pack == nullptr) return nullptr;
  if (result->conversion_format == nullptr || result->delivery_format == nullptr) return refuse("CASE-004", {{"pack", result->pack->name}});
  const std::size_t errors_before = diagnostics.error_count();
  for (const auto& mapping : result->rules.mappings) map::run_examples(*mapping, result->pack->codes, diagnostics);
  return diagnostics.error_count() > errors_before ? nullptr : std::move(result);
}

std::optional<DecisionFiles> read_decision_files(const ConvertRequest& request, Diagnostics& diagnostics) {
  DecisionFiles result;
  const fs::path folder = fs::absolute(request.case_file).parent_path().lexically_normal();
  bool readable = true;
  for (const fs::path& path : request.decisions) {
    const fs::path beside = fs::absolute(path).lexically_normal().lexically_relative(folder);
    const bool within = !beside.empty() && *beside.begin() != "..";
    const std::string name = within ? beside.generic_string() : path.filename().string();
    auto decisions = review::read_decisions({path, name}, diagnostics);
    readable = readable && decisions.has_value();
    if (!decisions) continue;
    result.inputs.push_back({"decisions", name, read::sha256_of(path).value_or("")});
    std::move(decisions->begin(), decisions->end(), std::back_inserter(result.decisions));
  }
  std::sort(result.inputs.begin(), result.inputs.end(),
            [](const report::Input& a, const report::Input& b) { return std::tie(a.name, a.sha256) < std::tie(b.name, b.sha256); });
  return readable ? std::optional(std::move(result)) : std::nullopt;
}

std::optional<EarlierFiles> find_earlier_files(const ConvertRequest& request, Diagnostics& diagnostics) {
  std::map<std::pair<std::string, std::string>, fs::path> ordered;
  bool readable = true;
  for (const fs::path& path : request.earlier) {
    const std::string name = path.filename().string();
    const auto hash = read::sha256_of(path);
    if (!hash) read::read_bytes({path, name}, diagnostics);  // says why
    readable = readable && hash;
    if (hash) ordered.emplace(std::pair(name, *hash), path);
  }
  if (!readable) return std::nullopt;
  EarlierFiles earlier;
  std::set<std::string> known;
  for (const auto& [named, path] : ordered) {
    if (!known.insert(named.second).second) continue;
    earlier.inputs.push_back({"earlier", named.first, named.second});
    earlier.files.push_back({path, named.first});
  }
  return earlier;
}

std::vector<read::InputFile> EarlierFiles::other_than(const std::vector<read::InputFile>& written) const {
  std::set<std::string> hashes;
  for (const read::InputFile& file : written) hashes.insert(read::sha256_of(file.path).value_or(""));
  std::vector<read::InputFile> others;
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (!hashes.contains(inputs[i].sha256)) others.push_back(files[i]);
  }
  return others;
}

std::optional<verify::Numberings> load_earlier_files(const Case& the_case, const EarlierFiles& earlier, store::Workspace& workspace, Diagnostics& diagnostics) {
  std::set<std::pair<SenderCode, ReportMonth>> own;
  for (const SenderCode& sender : the_case.transition->new_senders()) own.emplace(sender, the_case.transition->month);
  return verify::read_earlier_links(
      earlier.files, *the_case.conversion_format, the_case.pack->codes, own, [&](const store::EarlierLink& link) { workspace.add_earlier(link); }, diagnostics);
}

void take_numberings(const verify::Numberings& numberings, const rules::Transition& transition, intake::Inventory& inventory) {
  for (intake::File& file : inventory.files) {
    const auto known = numberings.find(file.source.sender);
    if (known == numberings.end() || file.source.numbering.first_month) continue;
    // What an old sender delivered beside the new one still has the old numbers; a list of ids has no month.
    const ReportMonth last_old = transition.month.plus(-1);
    const bool fresh = file.source.side == store::Side::new_delivered;
    const ReportMonth month = fresh ? *file.source.month : std::min(file.source.month.value_or(last_old), last_old);
    const auto after = known->second.upper_bound(month);
    if (after != known->second.begin() && std::prev(after)->second) file.source.numbering = *std::prev(after)->second;
  }
}

std::vector<report::Input> name_inputs(const Case& the_case, const ConvertRequest& request, const intake::Inventory& inventory, const DecisionFiles& decided,
                                       const EarlierFiles& earlier, const WeightsSource& weights) {
  std::vector<report::Input> inputs;
  inputs.push_back({"program", request.program, read::sha256_of("/proc/self/exe").value_or("")});
  for (std::size_t i = 0; i < the_case.rules.files.size(); ++i) {
    inputs.push_back({std::string(i == 0 ? "case" : "rules"), the_case.rules.file_names[i], read::sha256_of(the_case.rules.files[i]).value_or("")});
  }
  for (const fs::path& file : the_case.pack->files)
    inputs.push_back({"pack", the_case.pack->name + "/" + file.lexically_relative(the_case.pack->folder).generic_string(), read::sha256_of(file).value_or("")});
  for (const intake::File& file : inventory.files) {
    const std::string& name = file.input.container_name.empty() ? file.input.name : file.input.container_name;
    if (inputs.back().role != "source" || inputs.back().name != name) inputs.push_back({"source", name, file.source.sha256});
  }
  inputs.insert(inputs.end(), decided.inputs.begin(), decided.inputs.end());
  inputs.insert(inputs.end(), earlier.inputs.begin(), earlier.inputs.end());
  if (weights.file) inputs.push_back({"weights", weights.file->filename().string(), read::sha256_of(*weights.file).value_or("")});
  inputs.push_back({"key", "key", write::fingerprint(request.key)});
  return inputs;
}

}  // namespace srgconv
