// docs/messages has a page for every code: what it says in both languages, what to do next, and how it looks in a golden case. The pages follow from the table
// of messages and the golden cases; SRGCONV_UPDATE_GOLDEN=1 writes them anew.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "diagnostics/diagnostics.hpp"
#include "domain/utf8.hpp"
#include "support/work_folder.hpp"

namespace srgconv::test {
namespace {

namespace fs = std::filesystem;

const fs::path source_dir = SRGCONV_SOURCE_DIR;
const fs::path pages_dir = source_dir / "docs" / "messages";

const std::vector<std::pair<std::string, std::string>> areas = {
    {"CASE", "a case as a whole: its files, months and senders"},
    {"DATA", "rules held against data, before anything is converted"},
    {"MAP", "a row of a source: why it was skipped or rejected; and what examples do not show"},
    {"PACK", "a format pack: code lists, senders, formats"},
    {"PROF", "the profile of an export"},
    {"READ", "a file that cannot be read, or a part of it"},
    {"RECO", "linking old registration numbers to new ones"},
    {"RULE", "the rule language"},
    {"SYS", "the machine: disks, databases, interruptions"},
    {"USE", "the command line"},
    {"VER", "verification of a conversion file"},
};

std::string area_of(std::string_view code) { return std::string(code.substr(0, code.find('-'))); }

const char* severity_word(Severity severity, Language language) {
  switch (severity) {
    case Severity::note: return language == Language::nl ? "opmerking" : "note";
    case Severity::warning: return language == Language::nl ? "waarschuwing" : "warning";
    case Severity::error: break;
  }
  return language == Language::nl ? "fout" : "error";
}

// A text as a cell of a table.
std::string cell(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '|' || c == '<' || c == '>' || c == '*' || c == '_' || c == '`' || c == '[' || c == ']') result += '\\';
    result += c;
    if ((c == '{' || c == '}') && i + 1 < text.size() && text[i + 1] == c) ++i;  // a brace of the sentence itself
  }
  return result;
}

struct Excerpt {
  std::string file;
  std::vector<std::string> lines;
};

// The messages that golden cases show, one after the other; and the rows of their lists.
struct Shown {
  std::vector<Excerpt> messages, rows;
};

Shown shown() {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(source_dir / "tests" / "golden")) {
    const std::string name = entry.path().filename().string();
    if (name.ends_with(".nl") || name.ends_with(".en") || name == "expected.err" || name == "expected.out" || name == "rejected.csv" || name == "skipped.csv" ||
        name == "review.csv")
      files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  Shown found;
  for (const fs::path& file : files) {
    const std::string name = file.lexically_relative(source_dir).generic_string();
    const bool list = file.extension() == ".csv";
    std::istringstream text(read_text(file));
    std::string header;
    for (std::string line; std::getline(text, line);) {
      if (line.ends_with('\r')) line.pop_back();
      if (list && header.empty()) {
        header = line.starts_with("\xEF\xBB\xBF") ? line.substr(3) : line;
      } else if (list) {
        found.rows.push_back({name, {header, line}});
      } else if (!line.empty() && line.front() != ' ') {
        found.messages.push_back({name, {line}});
      } else if (!found.messages.empty() && found.messages.back().file == name && !line.empty()) {
        found.messages.back().lines.push_back(line);
      }
    }
  }
  return found;
}

// The message with this code in this language: of the case that was made for the code, else the first there is. A label stands in another's message; a row that
// is skipped stands in a list.
const Excerpt* example_of(const Message& row, Language language, const Shown& shown) {
  const std::string code(row.code);
  const std::string mark = std::string(severity_word(row.severity, language)) + " [" + code + "]";
  const Excerpt* first = nullptr;
  for (const Excerpt& each : shown.messages) {
    if (each.lines.front().find(mark) == std::string::npos || each.lines.front().front() == '{') continue;
    if (fs::path(each.file).stem() == code) return &each;
    if (first == nullptr) first = &each;
  }
  if (first != nullptr || row.severity != Severity::note) return first;
  const std::string label = ": " + std::string(language == Language::nl ? row.nl : row.en);
  for (const Excerpt& each : shown.messages) {
    const bool has = std::any_of(each.lines.begin() + 1, each.lines.end(), [&](const std::string& line) { return line.ends_with(label); });
    if (has) return &each;
  }
  return nullptr;
}

const Excerpt* list_row_of(const Message& row, const Shown& shown) {
  const std::string mark = ";" + std::string(row.code) + ";";
  const auto found = std::find_if(shown.rows.begin(), shown.rows.end(), [&](const Excerpt& each) { return each.lines.back().find(mark) != std::string::npos; });
  return found == shown.rows.end() ? nullptr : &*found;
}

// A page is UTF-8, whatever bytes of a damaged file a message shows.
std::string printable(const std::string& line) {
  std::string result;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t length = utf8_length(line, at);
    result += length == 0 ? "?" : line.substr(at, length);
    at += std::max<std::size_t>(length, 1);
  }
  return result;
}

void write_example(std::ostream& text, const Excerpt& example) {
  text << "\nAs it looks (`" << example.file << "`):\n\n";
  for (const std::string& line : example.lines) text << "    " << printable(line) << "\n";
}

std::string page(const Message& row, const Shown& shown) {
  const std::string code(row.code);
  std::ostringstream text;
  text << "# " << code << "\n\n";
  const auto area = std::find_if(areas.begin(), areas.end(), [&](const auto& each) { return each.first == area_of(code); });
  text << severity_word(row.severity, Language::en) << " · " << severity_word(row.severity, Language::nl) << " — " << (area == areas.end() ? "" : area->second)
       << "\n\n";
  text << "| | Nederlands | English |\n| --- | --- | --- |\n";
  text << "| wat er is · what it is | " << cell(row.nl) << " | " << cell(row.en) << " |\n";
  if (!row.tip_nl.empty()) text << "| wat te doen · what to do | " << cell(row.tip_nl) << " | " << cell(row.tip_en) << " |\n";
  if (!row.suggestion_nl.empty()) text << "| met een suggestie · with a suggestion | " << cell(row.suggestion_nl) << " | " << cell(row.suggestion_en) << " |\n";
  const bool filled = row.nl.find('{') != std::string_view::npos || row.tip_nl.find('{') != std::string_view::npos;
  if (filled) text << "\nWhat stands between braces is filled in. Personal data never is.\n";
  if (row.severity == Severity::note && row.tip_nl.empty()) text << "\nIt stands beside another message and points at a second place.\n";
  const Excerpt* const dutch = example_of(row, Language::nl, shown);
  const Excerpt* const english = example_of(row, Language::en, shown);
  if (dutch != nullptr) write_example(text, *dutch);
  if (english != nullptr) write_example(text, *english);
  if (dutch == nullptr && english == nullptr) {
    if (const Excerpt* listed = list_row_of(row, shown)) write_example(text, *listed);
  }
  return text.str();
}

std::string index() {
  std::ostringstream text;
  text << "# Messages\n\nEvery message of the program has a code. A code never changes its meaning and is never used again for something else. On the console "
          "a message\n"
          "names the place, what is wrong, and what to do next, in Dutch or English (`--lang`); `--json` gives code, place and arguments.\n";
  for (const auto& [area, about] : areas) {
    std::string rows;
    for (const Message* row : all_messages()) {
      if (area_of(row->code) != area) continue;
      const std::string code(row->code);
      rows += "| [" + code + "](" + code + ".md) | " + severity_word(row->severity, Language::en) + " | " + cell(row->nl) + " | " + cell(row->en) + " |\n";
    }
    if (!rows.empty()) text << "\n## " << area << ": " << about << "\n\n| code | | Nederlands | English |\n| --- | --- | --- | --- |\n" << rows;
  }
  return text.str();
}

TEST(MessagePages, EveryCodeHasItsPage) {
  const bool update = std::getenv("SRGCONV_UPDATE_GOLDEN") != nullptr;
  const Shown all = shown();
  std::set<std::string> wanted = {"README.md"};
  const auto judge = [&](const std::string& name, const std::string& text) {
    if (update) {
      fs::create_directories(pages_dir);
      std::ofstream(pages_dir / name, std::ios::binary) << text;
      return;
    }
    ASSERT_TRUE(fs::exists(pages_dir / name)) << name << " is not there: SRGCONV_UPDATE_GOLDEN=1 build/tests/project_checks writes it";
    EXPECT_EQ(read_text(pages_dir / name), text) << name << " is behind: SRGCONV_UPDATE_GOLDEN=1 build/tests/project_checks writes it";
  };
  judge("README.md", index());
  for (const Message* row : all_messages()) {
    const std::string name = std::string(row->code) + ".md";
    wanted.insert(name);
    judge(name, page(*row, all));
  }
  for (const auto& entry : fs::directory_iterator(pages_dir)) {
    const bool known = wanted.contains(entry.path().filename().string());
    if (update && !known) fs::remove(entry.path());
    EXPECT_TRUE(known || update) << entry.path().filename() << " is a page of no code";
  }
}

TEST(MessagePages, EveryAreaIsNamed) {
  for (const Message* row : all_messages()) {
    EXPECT_TRUE(std::any_of(areas.begin(), areas.end(), [&](const auto& each) { return each.first == area_of(row->code); })) << row->code;
  }
}

}  // namespace
}  // namespace srgconv::test
