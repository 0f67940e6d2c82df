// The case, decisions and earlier files: found and read.
#include "pipeline_case.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "map/map.hpp"
#include "review/review.hpp"

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
  if (rule_set->packs.empty()) return refuse("CASE-003");
  auto result = std::make_unique<Case>();
  result->rules = *std::move(rule_set);
  for (rules::Transition& transition : result->rules.transitions) {
    if (request.assessed_on) transition.assessed_on = request.assessed_on;
    result->transitions.push_back(&transition);
  }
  std::sort(result->transitions.begin(), result->transitions.end(),
            [](const rules::Transition* a, const rules::Transition* b) { return std::tie(a->month, a->name) < std::tie(b->month, b->name); });
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
  for (const rules::Transition* transition : the_case.transitions) {
    for (const SenderCode& sender : transition->new_senders()) own.emplace(sender, transition->month);
  }
  auto numberings = verify::read_earlier_links(
      earlier.files, *the_case.conversion_format, the_case.pack->codes, own, [&](const store::EarlierLink& link) { workspace.add_earlier(link); }, diagnostics);
  if (!numberings) return std::nullopt;
  for (const rules::Transition* transition : the_case.transitions) {
    for (const SenderCode& sender : transition->new_senders()) {
      if (!transition->continues(sender)) (*numberings)[sender][transition->month] = Numbering{sender, transition->month};
    }
  }
  return numberings;
}

}  // namespace srgconv
