// Finds packs and rule files in the folders that hold the shipped data, loads packs once, and names every text without the machine's paths.
#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>

#include "pack/load_pack.hpp"
#include "pack/pack.hpp"

namespace srgconv::pack {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view rules_ending = ".rules";

// A name of a pack or a mapping, never a path.
bool is_plain_name(std::string_view name) {
  return !name.empty() && name.front() != '.' && name.find_first_of("/\\") == std::string_view::npos && name.find('\0') == std::string_view::npos;
}

bool is_file(const fs::path& path) {
  std::error_code failed;
  return fs::is_regular_file(path, failed);
}

bool is_folder(const fs::path& path) {
  std::error_code failed;
  return fs::is_directory(path, failed);
}

// The folder as one name for one place, whatever way led to it.
fs::path single_path(const fs::path& path) {
  std::error_code failed;
  const fs::path result = fs::weakly_canonical(path, failed);
  return failed ? path.lexically_normal() : result;
}

// How a folder that the user points at is named: as a shipped one when it lies in a folder `schemas`.
std::string shown_name(const fs::path& folder) {
  const fs::path whole = single_path(folder);
  const std::string name = whole.filename().string();
  return whole.parent_path().filename() == "schemas" ? "schemas/" + name : name;
}

void add_names(const fs::path& folder, bool packs, std::set<std::string>& names) {
  std::error_code failed;
  for (fs::directory_iterator entry(folder, failed), end; !failed && entry != end; entry.increment(failed)) {
    const fs::path& path = entry->path();
    if (packs && is_file(path / "pack.toml")) names.insert(path.filename().string());
    if (!packs && path.extension() == rules_ending && is_file(path)) names.insert(path.stem().string());
  }
}

}  // namespace

const rules::Check* Pack::check(std::string_view code) const {
  const auto found = std::find_if(checks.begin(), checks.end(), [&](const rules::Check& each) { return each.code == code; });
  return found == checks.end() ? nullptr : &*found;
}

CheckSeverity Pack::severity(std::string_view code) const {
  const rules::Check* declared = check(code);
  return declared == nullptr ? CheckSeverity::reject : declared->severity;
}

struct Library::State {
  State(std::vector<fs::path> roots_given, Diagnostics& diagnostics_given) : roots(std::move(roots_given)), diagnostics(diagnostics_given) {}

  // The folder of a pack that is named, not pointed at.
  std::optional<fs::path> shipped(std::string_view name) const {
    if (!is_plain_name(name)) return std::nullopt;
    for (const fs::path& root : roots) {
      if (is_file(root / "schemas" / name / "pack.toml")) return root / "schemas" / name;
    }
    return std::nullopt;
  }

  LoadedPack* load(const fs::path& folder, const std::string& shown_folder, const std::string& wanted_name) {
    const auto [entry, fresh] = loaded.try_emplace(single_path(folder));
    if (fresh) entry->second = load_pack(folder, shown_folder, wanted_name, diagnostics);
    return entry->second.get();
  }

  LoadedPack* by_name(std::string_view name) {
    if (const auto chosen_pack = chosen.find(name); chosen_pack != chosen.end()) return chosen_pack->second;
    const auto folder = shipped(name);
    return folder ? load(*folder, "schemas/" + std::string(name), std::string(name)) : nullptr;
  }

  // A rule file, and how it is named. Remembers the name of its folder, so that what it imports in turn is named from the same start.
  std::optional<rules::Import> rule_file(const fs::path& path, const fs::path& shown) {
    auto content = is_file(path) ? read_text_file(path) : std::nullopt;
    if (!content) return std::nullopt;
    shown_folders.try_emplace(single_path(path.parent_path()), shown.parent_path());
    return rules::Import{SourceText(shown.generic_string(), *std::move(content)), path, false, nullptr};
  }

  std::optional<rules::Import> shipped_mapping(std::string_view file) {
    for (const fs::path& root : roots) {
      if (auto found = rule_file(root / "mappings" / file, fs::path("mappings") / file)) return found;
    }
    return std::nullopt;
  }

  std::optional<rules::Import> beside(std::string_view file, const fs::path& folder) {
    const fs::path relative = fs::path(file).lexically_normal();
    if (relative.is_absolute()) return std::nullopt;
    const auto known = shown_folders.find(single_path(folder));
    return rule_file(folder / relative, known == shown_folders.end() ? relative : (known->second / relative).lexically_normal());
  }

  std::vector<fs::path> roots;
  Diagnostics& diagnostics;
  std::map<fs::path, std::unique_ptr<LoadedPack>> loaded;  // by folder; null: faulty
  std::map<std::string, LoadedPack*, std::less<>> chosen;  // by name: packs taken by their folder
  std::map<fs::path, fs::path> shown_folders;              // folders that imports came from, and how they are named
};

Library::Library(std::vector<fs::path> roots, Diagnostics& diagnostics) : state_(std::make_unique<State>(std::move(roots), diagnostics)) {
  for (const fs::path& root : state_->roots) state_->shown_folders.try_emplace(single_path(root / "mappings"), "mappings");
}

Library::~Library() = default;

// The pack with its checks, which are resolved once: they rest on the formats and lists of the pack itself.
const Pack* Library::with_checks(LoadedPack* loaded) {
  if (loaded == nullptr) return nullptr;
  Pack& pack = loaded->pack;
  if (loaded->state == LoadedPack::Checks::unread) {
    loaded->state = LoadedPack::Checks::faulty;
    const std::string shown = pack.shown_folder + "/checks.rules";
    auto rules = rules::parse_rules(SourceText(shown, loaded->checks), pack.folder / "checks.rules", *this, state_->diagnostics);
    if (rules && rules->packs != std::vector{pack.name}) {
      state_->diagnostics.add(finding("PACK-054", {shown, 1, 0, 0, {}}, {{"name", pack.name}}));
    } else if (rules) {
      pack.checks = std::move(rules->checks);
      loaded->state = LoadedPack::Checks::sound;
    }
  }
  return loaded->state == LoadedPack::Checks::sound ? &pack : nullptr;
}

const Pack* Library::pack(std::string_view name_or_folder) {
  if (state_->chosen.contains(name_or_folder) || state_->shipped(name_or_folder)) return with_checks(state_->by_name(name_or_folder));
  const fs::path folder(name_or_folder);
  if (!name_or_folder.empty() && is_folder(folder)) {
    LoadedPack* pointed_at = state_->load(folder, shown_name(folder), "");
    if (pointed_at == nullptr) return nullptr;
    state_->chosen.insert_or_assign(pointed_at->pack.name, pointed_at);
    return with_checks(pointed_at);
  }
  std::vector<std::string> packs;
  std::set<std::string> found;
  for (const fs::path& root : state_->roots) add_names(root / "schemas", true, found);
  packs.assign(found.begin(), found.end());
  const std::string shown = folder.filename().string();
  state_->diagnostics.add(finding("PACK-001", {}, {{"name", shown}}, similar_name(shown, packs)));
  return nullptr;
}

std::optional<rules::Import> Library::find(std::string_view name, const fs::path& folder) {
  if (name.ends_with(rules_ending)) {
    if (auto found = state_->beside(name, folder)) return found;
    return is_plain_name(name) ? state_->shipped_mapping(name) : std::nullopt;
  }
  if (!is_plain_name(name)) return std::nullopt;
  if (state_->chosen.contains(name) || state_->shipped(name)) {
    const LoadedPack* found = state_->by_name(name);
    if (found == nullptr) return std::nullopt;
    return rules::Import{SourceText(found->pack.shown_folder + "/formats.rules", found->formats), found->pack.folder / "formats.rules", true,
                         &found->pack.codes};
  }
  return state_->shipped_mapping(std::string(name) + std::string(rules_ending));
}

std::vector<std::string> Library::names() {
  std::set<std::string> result;
  for (const auto& [name, pack] : state_->chosen) result.insert(name);
  for (const fs::path& root : state_->roots) {
    add_names(root / "schemas", true, result);
    add_names(root / "mappings", false, result);
  }
  return {result.begin(), result.end()};
}

std::vector<fs::path> data_roots() {
  const auto holds_data = [](const fs::path& root) { return is_folder(root / "schemas") || is_folder(root / "mappings"); };
  if (const char* chosen = std::getenv("SRGCONV_DATA"); chosen != nullptr && *chosen != '\0') return {fs::path(chosen)};
  std::error_code failed;
  const fs::path program = fs::read_symlink("/proc/self/exe", failed);
  std::vector<fs::path> roots;
  if (failed) return roots;
  for (const char* way : {"..", "../share/srgconv"}) {
    fs::path root = (program.parent_path() / way).lexically_normal();
    if (holds_data(root)) roots.push_back(std::move(root));
  }
  return roots;
}

}  // namespace srgconv::pack
