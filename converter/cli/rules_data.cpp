#include "cli/rules_data.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace srgconv::cli {
namespace {

namespace fs = std::filesystem;

const CodeLists no_codes;

read::Packing packing_of(const fs::path& path) { return path.extension() == ".gz" ? read::Packing::gzip : read::Packing::none; }

}  // namespace

std::string shown_name(const fs::path& path) { return path.is_absolute() ? path.filename().string() : path.generic_string(); }

std::vector<read::InputFile> data_files(const std::vector<std::string>& paths, Diagnostics& diagnostics) {
  std::vector<read::InputFile> files;
  for (const std::string& path : paths) {
    std::error_code error;
    if (!fs::is_directory(path, error)) {
      files.push_back({path, shown_name(path), packing_of(path)});
      continue;
    }
    std::vector<fs::path> found;
    for (const auto& entry : fs::directory_iterator(path, error)) {
      if (entry.is_regular_file(error) && !entry.path().filename().string().starts_with('.')) found.push_back(entry.path());
    }
    if (found.empty()) diagnostics.add({"USE-027", {}, {{"folder", shown_name(path)}}, {}, {}});
    std::sort(found.begin(), found.end());
    for (const fs::path& file : found) files.push_back({file, shown_name(file), packing_of(file)});
  }
  return files;
}

std::vector<rehearse::OtherRules> shipped_mappings(pack::Library& library, const rules::RuleSet& rules) {
  std::vector<rehearse::OtherRules> result;
  for (const std::string& name : library.names()) {
    auto found = library.find(name, {});
    if (!found || found->is_pack) continue;
    const fs::path path = found->path;
    const bool known = std::any_of(rules.files.begin(), rules.files.end(), [&](const fs::path& file) {
      std::error_code error;
      return fs::equivalent(file, path, error);
    });
    if (known) continue;
    Diagnostics own;
    if (auto other = rules::parse_rules(std::move(found->text), path, library, own)) result.push_back({name, *std::move(other)});
  }
  return result;
}

std::vector<report::DataRows> rehearse_all(const rules::RuleSet& rules, const fs::path& path, pack::Library& library, const std::vector<read::InputFile>& data,
                                           Diagnostics& diagnostics) {
  const pack::Pack* pack = rules.packs.empty() ? nullptr : library.pack(rules.packs.front());
  const auto others = shipped_mappings(library, rules);
  const rehearse::Request request{rules, pack == nullptr ? no_codes : pack->codes, pack == nullptr ? 15 : pack->longest_id, path.parent_path(), others};
  std::vector<report::DataRows> result;
  for (const read::InputFile& file : data) {
    for (const rehearse::Rehearsed& rows : rehearse::rehearse(request, file, diagnostics)) {
      result.push_back({rows.file, rows.format, rows.mapping, rehearse::shown_total(rows), rehearse::shown_count(rows.used),
                        rehearse::shown_count(rows.skipped), rehearse::shown_count(rows.rejected)});
    }
  }
  return result;
}

std::string data_lines(const std::vector<report::DataRows>& data, Language language) {
  std::string text;
  for (const report::DataRows& rows : data) {
    const auto place = fmt::format("  {} ({}, {}): ", rows.file, rows.format, rows.mapping);
    const std::string total = rows.rows.empty() ? std::string() : rows.rows + (language == Language::nl ? " rijen: " : " rows: ");
    const auto outcomes = language == Language::nl ? fmt::format("{} bruikbaar, {} overgeslagen, {} afgewezen\n", rows.used, rows.skipped, rows.rejected)
                                                   : fmt::format("{} usable, {} skipped, {} rejected\n", rows.used, rows.skipped, rows.rejected);
    text += place;
    text += total;
    text += outcomes;
  }
  return text;
}

}  // namespace srgconv::cli
