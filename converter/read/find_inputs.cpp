// From what a source names to the files and members that are read: folders, wildcards, zip and gzip files.
#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "archive/archive.hpp"
#include "read/read.hpp"

namespace srgconv::read {
namespace {

namespace fs = std::filesystem;

bool is_wild(std::string_view pattern) { return pattern.find_first_of("*?") != std::string_view::npos; }

// Does a name end in `.extension`, in whatever case?
bool has_extension(std::string_view name, std::string_view extension) {
  if (name.size() <= extension.size() || name[name.size() - extension.size() - 1] != '.') return false;
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; };
  return std::equal(extension.begin(), extension.end(), name.end() - static_cast<std::ptrdiff_t>(extension.size()),
                    [&](char a, char b) { return a == lower(b); });
}

bool is_archive(std::string_view name) {
  constexpr auto extensions = std::to_array<std::string_view>({"zip", "gz", "tgz", "tar", "bz2", "xz", "zst", "7z", "rar"});
  return std::any_of(extensions.begin(), extensions.end(), [&](std::string_view extension) { return has_extension(name, extension); });
}

std::string_view without_gz(std::string_view name) { return has_extension(name, "gz") ? name.substr(0, name.size() - 3) : name; }

// The endings by which a folder's or archive's files belong to a kind of format.
std::vector<std::string_view> extensions_of(rules::FormatKind kind) {
  if (kind == rules::FormatKind::csv) return {"csv", "txt"};
  if (kind == rules::FormatKind::xml) return {"xml"};
  if (kind == rules::FormatKind::xlsx) return {"xlsx", "xlsm"};
  return {"txt", "dat"};
}

bool fits_kind(std::string_view name, rules::FormatKind kind) {
  const auto extensions = extensions_of(kind);
  return std::any_of(extensions.begin(), extensions.end(), [&](std::string_view extension) { return has_extension(name, extension); });
}

std::string shown_extensions(rules::FormatKind kind) {
  std::string shown;
  for (const std::string_view extension : extensions_of(kind)) shown += fmt::format("{}*.{}", shown.empty() ? "" : ", ", extension);
  return shown;
}

// Files of the system that made a folder or archive: nobody put them there as data.
bool is_hidden(std::string_view name) { return name.starts_with('.') || name.find("/.") != std::string_view::npos || name.starts_with("__MACOSX/"); }

class Finder {
 public:
  Finder(const fs::path& folder, rules::FormatKind kind, const SourceSpan& place, Diagnostics& diagnostics)
      : folder_(folder), kind_(kind), place_(place), diagnostics_(diagnostics) {}

  std::optional<std::vector<InputFile>> find(const std::string& name) {
    const std::size_t errors = diagnostics_.error_count();
    const auto [on_disk, members] = cut_at_archive(name);
    for (const std::string& one : names_on_disk(on_disk)) take(one, members);
    if (diagnostics_.error_count() > errors) return std::nullopt;
    std::stable_sort(found_.begin(), found_.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
    return std::move(found_);
  }

 private:
  // `map/export.zip/2022*.csv` is `2022*.csv` in `map/export.zip`, unless that is a folder.
  std::pair<std::string, std::string> cut_at_archive(const std::string& name) const {
    for (std::size_t slash = name.find('/', 1); slash != std::string::npos && slash + 1 < name.size(); slash = name.find('/', slash + 1)) {
      const std::string before = name.substr(0, slash);
      std::error_code error;
      if (has_extension(before, "zip") && !fs::is_directory(folder_ / before, error)) return {before, name.substr(slash + 1)};
    }
    return {name, {}};
  }

  std::vector<std::string> names_on_disk(const std::string& pattern) {
    if (!is_wild(pattern)) return {pattern};
    const fs::path as_path(pattern);
    const std::string last = as_path.filename().string();
    std::vector<std::string> names;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(folder_ / as_path.parent_path(), error)) {
      const std::string name = entry.path().filename().string();
      if (entry.is_regular_file(error) && fits_pattern(last, name) && !is_hidden(name)) names.push_back((as_path.parent_path() / name).generic_string());
    }
    if (names.empty()) diagnostics_.add(finding("CASE-010", place_, {{"pattern", pattern}}));
    std::sort(names.begin(), names.end());
    return names;
  }

  void take(const std::string& name, const std::string& members) {
    std::error_code error;
    if (fs::is_directory(folder_ / name, error)) {
      take_folder(name);
    } else if (has_extension(name, "zip")) {
      take_members(name, members);
    } else {
      take_file(name);
    }
  }

  void take_file(const std::string& name) {
    const std::string_view inner = without_gz(name);
    if (inner.size() == name.size()) {
      found_.push_back({folder_ / name, name});
    } else if (is_nested(inner)) {
      diagnostics_.add(finding("READ-122", {name}, {{"member", fs::path(inner).filename().string()}}));
    } else {
      found_.push_back({folder_ / name, name, Packing::gzip});
    }
  }

  void take_folder(const std::string& name) {
    std::vector<std::string> fitting, others;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(folder_ / name, error)) {
      const std::string inside = entry.path().filename().string();
      if (is_hidden(inside)) continue;
      if (entry.is_directory(error)) {
        others.push_back(inside + "/");
      } else {
        (fits_kind(without_gz(inside), kind_) ? fitting : others).push_back(inside);
      }
    }
    if (error) {
      diagnostics_.add(finding("READ-002", {name}, {{"reason", error.message()}}));
      return;
    }
    if (fitting.empty()) diagnostics_.add(finding("READ-124", place_, {{"folder", name}, {"endings", shown_extensions(kind_)}}));
    std::sort(fitting.begin(), fitting.end());
    for (const std::string& inside : fitting) take_file((fs::path(name) / inside).generic_string());
    say_passed_over(name, std::move(others));
  }

  void take_members(const std::string& name, const std::string& pattern) {
    const auto zip = archive::ZipArchive::open(folder_ / name, name, diagnostics_);
    if (zip == nullptr) return;
    std::vector<std::string> others;
    std::size_t fitting = 0;
    for (const archive::Member& member : zip->members()) {
      const bool wanted = pattern.empty() ? fits_kind(member.name, kind_) : fits_pattern(pattern, member.name);
      if (member.name != pattern && is_hidden(member.name)) continue;
      if (is_nested(member.name) && (wanted || pattern.empty())) {
        diagnostics_.add(finding("READ-122", {name}, {{"member", member.name}}));
        ++fitting;
      } else if (wanted) {
        found_.push_back({folder_ / name, name + "/" + member.name, Packing::zip, member.name, name});
        ++fitting;
      } else if (pattern.empty()) {
        others.push_back(member.name);
      }
    }
    if (fitting == 0) diagnostics_.add(finding("READ-123", {name}, {{"pattern", pattern.empty() ? shown_extensions(kind_) : pattern}}));
    say_passed_over(name, std::move(others));
  }

  void say_passed_over(const std::string& name, std::vector<std::string> others) {
    if (others.empty()) return;
    std::sort(others.begin(), others.end());
    constexpr std::size_t most_shown = 3;
    std::string shown;
    for (std::size_t i = 0; i < others.size() && i < most_shown; ++i) shown += fmt::format("{}'{}'", i == 0 ? "" : ", ", others[i]);
    if (others.size() > most_shown) shown += ", ...";
    diagnostics_.add(finding("READ-125", {name}, {{"count", fmt::to_string(others.size())}, {"names", shown}, {"endings", shown_extensions(kind_)}}));
  }

  const fs::path& folder_;
  rules::FormatKind kind_;
  const SourceSpan& place_;
  Diagnostics& diagnostics_;
  // A workbook is an archive of its own, and would be one inside another.
  bool is_nested(std::string_view name) const { return is_archive(name) || (kind_ == rules::FormatKind::xlsx && fits_kind(name, kind_)); }

  std::vector<InputFile> found_;
};

}  // namespace

// On a mismatch only the last `*` takes one more: an earlier one cannot help.
bool fits_pattern(std::string_view pattern, std::string_view name) {
  std::size_t p = 0, n = 0, star = std::string_view::npos, taken = 0;
  while (n < name.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      taken = n;
    } else if (p < pattern.size() && (pattern[p] == '?' || pattern[p] == name[n])) {
      ++p;
      ++n;
    } else if (star != std::string_view::npos) {
      p = star + 1;
      n = ++taken;
    } else {
      return false;
    }
  }
  return pattern.find_first_not_of('*', p) == std::string_view::npos;
}

std::optional<std::vector<InputFile>> find_inputs(const fs::path& folder, const std::string& name, rules::FormatKind kind, const SourceSpan& place,
                                                  Diagnostics& diagnostics) {
  return Finder(folder, kind, place, diagnostics).find(name);
}

}  // namespace srgconv::read
