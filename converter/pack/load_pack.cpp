// A pack is its folder: pack.toml, formats.rules, checks.rules, senders.csv, codes/*.csv, the tables of checks and the schemas that the formats name.
#include "pack/load_pack.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "pack/code_table.hpp"
#include "pack/pack_file.hpp"
#include "pack/sender_table.hpp"

namespace srgconv::pack {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view declaration = "pack.toml", formats = "formats.rules", checks = "checks.rules", senders = "senders.csv", codes = "codes";
constexpr std::string_view weights = "weights.csv", pension_ages = "pension-age.csv", combinations = "combinations.csv";

// Every file below the folder, in order of name; hidden ones (an editor's, a version control's) are no part of a pack.
std::vector<fs::path> files_below(const fs::path& folder) {
  std::vector<fs::path> result;
  std::error_code failed;
  for (fs::recursive_directory_iterator entry(folder, failed), end; !failed && entry != end; entry.increment(failed)) {
    std::error_code ignored;
    const bool hidden = entry->path().filename().string().starts_with('.');
    if (hidden && entry->is_directory(ignored)) entry.disable_recursion_pending();
    if (!hidden && entry->is_regular_file(ignored)) result.push_back(entry->path());
  }
  std::sort(result.begin(), result.end(), [](const fs::path& a, const fs::path& b) { return a.generic_string() < b.generic_string(); });
  return result;
}

// The text of one file of the pack; PACK-002 when it cannot be had.
std::optional<SourceText> read_part(const fs::path& folder, const std::string& shown_folder, const std::string& part, Diagnostics& diagnostics) {
  const std::string shown = shown_folder + "/" + part;
  auto content = read_text_file(folder / part);
  if (content) return SourceText(shown, *std::move(content));
  diagnostics.add(finding("PACK-002", {shown, 0, 0, 0, {}}, {{"file", part}}));
  return std::nullopt;
}

}  // namespace

std::optional<std::string> read_text_file(const fs::path& path) {
  std::error_code failed;
  if (!fs::is_regular_file(path, failed)) return std::nullopt;
  std::ifstream file(path, std::ios::binary);
  std::string content{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  if (!file.is_open() || file.bad()) return std::nullopt;
  return content;
}

std::unique_ptr<LoadedPack> load_pack(const fs::path& folder, const std::string& shown_folder, const std::string& wanted_name, Diagnostics& diagnostics) {
  const std::size_t errors = diagnostics.error_count();
  const auto part = [&](std::string_view name) { return read_part(folder, shown_folder, std::string(name), diagnostics); };
  auto loaded = std::make_unique<LoadedPack>();
  Pack& pack = loaded->pack;
  pack.folder = folder;
  pack.shown_folder = shown_folder;
  pack.files = files_below(folder);

  std::optional<PackFile> file;
  if (const auto text = part(declaration)) {
    file = read_pack_file(*text, diagnostics);
    if (file && !wanted_name.empty() && file->name != wanted_name) {
      diagnostics.keep_text(*text);
      diagnostics.add(finding("PACK-010", file->name_span, {{"name", file->name}, {"folder", wanted_name}}));
    }
  }
  if (auto text = part(formats)) loaded->formats = text->content();
  if (auto text = part(checks)) loaded->checks = text->content();
  std::optional<std::vector<Sender>> all_senders;
  if (const auto text = part(senders)) all_senders = read_senders(*text, diagnostics);
  for (const fs::path& path : pack.files) {
    if (path.extension() != ".csv" || path.parent_path() != folder / codes) continue;
    const auto text = part(std::string(codes) + "/" + path.filename().string());
    auto list = text ? read_code_list(path.stem().string(), *text, diagnostics) : std::nullopt;
    if (list) pack.codes.add(*std::move(list));
  }
  const auto optional_part = [&](std::string_view name) {
    return std::find(pack.files.begin(), pack.files.end(), folder / name) == pack.files.end() ? std::nullopt : part(name);
  };
  if (const auto text = optional_part(weights)) pack.weights = read_weights(*text, diagnostics);
  if (const auto text = optional_part(pension_ages)) pack.pension_ages = read_pension_ages(*text, diagnostics).value_or(PensionAges());
  if (const auto text = optional_part(combinations)) {
    const CodeList* types = pack.codes.find("type");
    pack.combinations = read_combinations(*text, types == nullptr ? CodeList() : *types, diagnostics).value_or(std::vector<Combination>());
  }
  if (diagnostics.error_count() != errors || !file || !all_senders) return nullptr;

  pack.name = file->name;
  pack.version = file->version;
  pack.title_nl = file->title_nl;
  pack.title_en = file->title_en;
  pack.applies_from = file->applies_from;
  pack.sources = file->sources;
  pack.longest_id = file->longest_id;
  pack.assumptions = file->assumptions;
  pack.senders = SenderLineage(*std::move(all_senders), file->known_until, file->starts_known_from);
  return loaded;
}

}  // namespace srgconv::pack
