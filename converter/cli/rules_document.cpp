#include "cli/rules_document.hpp"

#include <algorithm>

#include "read/read.hpp"

namespace srgconv::cli {

namespace fs = std::filesystem;

std::optional<std::vector<document::RuleFile>> written_files(const rules::RuleSet& rules, pack::Library& library, Diagnostics& diagnostics) {
  std::vector<fs::path> of_packs;
  for (const std::string& name : rules.packs) {
    if (const pack::Pack* pack = library.pack(name)) of_packs.push_back(pack->folder.lexically_normal());
  }
  std::vector<document::RuleFile> files;
  for (std::size_t i = 0; i < rules.files.size(); ++i) {
    const fs::path& path = rules.files[i];
    if (std::find(of_packs.begin(), of_packs.end(), path.parent_path().lexically_normal()) != of_packs.end()) continue;
    auto bytes = read::read_bytes({path, rules.file_names[i]}, diagnostics);
    const auto hash = read::sha256_of(path);
    if (!bytes || !hash) return std::nullopt;
    Diagnostics own;  // the rules were checked
    files.push_back({rules.file_names[i], *hash, rules::parse_text(SourceText(rules.file_names[i], *std::move(bytes)), own)});
  }
  return files;
}

}  // namespace srgconv::cli
