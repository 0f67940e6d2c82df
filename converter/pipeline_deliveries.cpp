// Finds the deliveries that a command was given.
#include "pipeline_deliveries.hpp"

#include <algorithm>
#include <fstream>
#include <set>
#include <system_error>

namespace srgconv {

namespace fs = std::filesystem;

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

std::string in_quotes(std::string_view text) {
  std::string result = "'";
  for (const char c : text) result += c == '\'' ? "''" : std::string(1, c);
  return result + "'";
}

}  // namespace srgconv
