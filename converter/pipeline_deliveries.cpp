// What the routes of `verify` and `check` begin with.
#include "pipeline_deliveries.hpp"

#include <algorithm>
#include <fstream>
#include <set>
#include <string_view>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "parallel/parallel.hpp"

namespace srgconv {
namespace {

namespace fs = std::filesystem;

// A text as rules write it.
std::string in_quotes(std::string_view text) {
  std::string result = "'";
  for (const char c : text) result += c == '\'' ? "''" : std::string(1, c);
  return result + "'";
}

}  // namespace

std::string shown_name(const fs::path& path) { return (path.is_absolute() ? path.filename() : path).generic_string(); }

void tell_when_unreadable(const read::InputFile& file, Diagnostics& diagnostics) {
  std::error_code error;
  if (!fs::is_regular_file(file.path, error) || !std::ifstream(file.path)) read::read_bytes(file, diagnostics);
}

std::vector<read::InputFile> find_deliveries(const std::vector<fs::path>& paths, Diagnostics& diagnostics) {
  std::vector<read::InputFile> files;
  std::set<fs::path> known;
  const auto is_new = [&](const fs::path& path) {
    std::error_code error;
    const fs::path whole = fs::weakly_canonical(path, error);
    return error || known.insert(whole).second;
  };
  for (const fs::path& path : paths) {
    std::error_code error;
    if (!fs::is_directory(path, error)) {
      if (!is_new(path)) continue;
      if (path.extension() == ".gz" || path.extension() == ".zip") {
        const bool absolute = path.is_absolute();
        const auto packed = read::find_inputs(absolute ? path.parent_path() : fs::path(), shown_name(path), rules::FormatKind::xml, {}, diagnostics);
        if (packed) files.insert(files.end(), packed->begin(), packed->end());
        continue;
      }
      files.push_back({path, shown_name(path)});
      tell_when_unreadable(files.back(), diagnostics);
      continue;
    }
    std::vector<fs::path> found;
    for (const auto& entry : fs::directory_iterator(path, error)) {
      if (entry.is_regular_file(error) && entry.path().extension() == ".xml") found.push_back(entry.path());
    }
    if (found.empty()) diagnostics.add({"CASE-005", {}, {{"folder", shown_name(path)}}, {}, {}});
    std::sort(found.begin(), found.end());
    for (const fs::path& file : found) {
      if (is_new(file)) files.push_back({file, (fs::path(shown_name(path)) / file.filename()).generic_string()});
    }
  }
  return files;
}

std::map<std::filesystem::path, std::string> hashes_of(const std::vector<read::InputFile>& files, unsigned threads) {
  std::map<std::filesystem::path, std::string> hashes;
  for (const read::InputFile& file : files) hashes.try_emplace(file.path);
  std::vector<std::filesystem::path> paths;
  for (const auto& [path, hash] : hashes) paths.push_back(path);
  parallel::ordered(
      paths.size(), threads, [&](std::size_t i) { return read::sha256_of(paths[i]).value_or(""); },
      [&](std::size_t i, std::string hash) {
        hashes[paths[i]] = std::move(hash);
        return true;
      });
  return hashes;
}

std::optional<rules::RuleSet> formats_of(const pack::Pack& pack, pack::Library& library, Diagnostics& diagnostics) {
  return rules::parse_rules(SourceText("--pack", fmt::format("import {}\n", in_quotes(pack.name))), "--pack", library, diagnostics);
}

report::Model begin_report(std::string command, std::string program, std::optional<Date> assessed_on, const pack::Pack& pack) {
  report::Model model;
  model.program = std::move(program);
  model.command = std::move(command);
  model.assessed_on = assessed_on;
  model.pack = pack.name;
  model.pack_version = pack.version;
  model.assumptions = pack.assumptions;
  return model;
}

}  // namespace srgconv
