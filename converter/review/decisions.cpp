// Decisions as people filled them in: whatever a spreadsheet made of the file.
#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "domain/short_code.hpp"
#include "domain/typed.hpp"
#include "domain/utf8.hpp"
#include "review/review.hpp"

namespace srgconv::review {
namespace {

constexpr std::size_t longest_why = 800;  // in bytes; what the conversion file says around it needs the rest of its 1000 characters
constexpr std::size_t longest_key = 200;  // in bytes, as for every other cell but the reason: far longer than any
constexpr std::string_view formula_starts = "=+-@";

struct Word {
  Choice choice;
  std::string_view nl, en;
};
constexpr std::array<Word, 4> words = {{{Choice::link, "koppelen", "link"},
                                        {Choice::no_link, "niet koppelen", "no-link"},
                                        {Choice::drop, "vervallen", "drop"},
                                        {Choice::later, "later", "later"}}};

// Small letters, and one sign between words, whichever was written: `Niet koppelen`, `no_link`.
std::string plain(std::string_view text) {
  std::string result = typed_text(text);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
    if (c == ' ' || c == '_') c = '-';
  }
  return result;
}

std::optional<Choice> choice_of(std::string_view text) {
  const std::string wanted = plain(text);
  for (const Word& word : words) {
    if (wanted == plain(word.nl) || wanted == plain(word.en)) return word.choice;
  }
  return std::nullopt;
}

// A date as people and spreadsheets write it.
std::optional<Date> date_of(const std::string& text) {
  static const std::array<DatePattern, 4> patterns = {*DatePattern::compile("yyyy-mm-dd"), *DatePattern::compile("d-m-yyyy"), *DatePattern::compile("d/m/yyyy"),
                                                      *DatePattern::compile("yyyymmdd")};
  return typed_date(text, patterns);
}

std::string code_of(std::string_view text) { return typed_code(beginning(typed_text(text), longest_key)); }

// One line of free text: without line ends, without the guard that keeps a spreadsheet from reading a formula, and without what looks like a BSN.
std::string free_text(std::string_view text) {
  std::string result = typed_text(text);
  std::replace_if(
      result.begin(), result.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }, ' ');
  if (result.size() > 1 && result[0] == '\'' && formula_starts.find(result[1]) != std::string_view::npos) result.erase(0, 1);
  return mask_personal(result);
}

// Where the columns of a file of decisions stand, by the first row that names a link_code: titles may stand above it, or in a cell above the name.
class Columns {
 public:
  explicit Columns(const read::CutRow& header) {
    for (std::size_t i = 0; i < header.cells.size(); ++i) {
      std::string title = typed_text(header.cells[i]);
      title = plain(title.substr(title.find_last_of('\n') + 1));
      std::replace(title.begin(), title.end(), '-', '_');
      if (!places_.emplace(title, i).second) twice_.insert(std::move(title));
    }
  }
  bool has(Column column) const { return places_.contains(name(column)); }
  /// A copy beside a column leaves open which of the two people filled in.
  bool has_twice(Column column) const { return twice_.contains(name(column)); }
  std::string_view text(const read::CutRow& row, Column column) const {
    const auto found = places_.find(name(column));
    return found == places_.end() || found->second >= row.cells.size() ? std::string_view() : std::string_view(row.cells[found->second]);
  }

 private:
  std::map<std::string, std::size_t, std::less<>> places_;
  std::set<std::string, std::less<>> twice_;
};

// Why the lines below these columns cannot be read.
std::optional<std::pair<const char*, Column>> fault_of(const Columns& columns) {
  if (!columns.has(Column::decision)) return std::pair("READ-144", Column::decision);
  for (const Column column :
       {Column::link_code, Column::decision, Column::old_key, Column::new_key, Column::pair_code, Column::who, Column::date, Column::why}) {
    if (columns.has_twice(column)) return std::pair("READ-150", column);
  }
  return std::nullopt;
}

class Reader {
 public:
  Reader(const std::string& file, const Columns& columns, Diagnostics& diagnostics) : file_(file), columns_(columns), diagnostics_(diagnostics) {}

  void read(const read::CutRow& row, std::vector<Decision>& decisions) {
    if (std::all_of(row.cells.begin(), row.cells.end(), [](const std::string& cell) { return typed_text(cell).empty(); })) return;
    const auto text = [&](Column column) { return columns_.text(row, column); };
    const SourceSpan place{file_, row.line, 0, 0, {}};
    if (row.faulty) return diagnostics_.add(finding("READ-149", place));
    const std::string said = typed_text(text(Column::decision));
    if (said.empty()) {
      const bool touched = !typed_text(text(Column::who)).empty() || !typed_text(text(Column::date)).empty() || !typed_text(text(Column::why)).empty();
      if (touched) diagnostics_.add(finding("READ-145", place));
      return;
    }
    const auto choice = choice_of(said);
    if (!choice) return refuse_word(said, place);
    Decision decision{code_of(text(Column::link_code)),
                      beginning(typed_text(text(Column::old_key)), longest_key),
                      beginning(typed_text(text(Column::new_key)), longest_key),
                      code_of(text(Column::pair_code)),
                      *choice,
                      beginning(free_text(text(Column::who)), longest_key),
                      free_text(text(Column::why)),
                      {},
                      place};
    if (const std::string day = typed_text(text(Column::date)); !day.empty()) {
      decision.date = date_of(day);
      if (!decision.date) diagnostics_.add(finding("READ-147", place));
    }
    if (decision.why.size() > longest_why) {
      decision.why = beginning(decision.why, longest_why);
      diagnostics_.add(finding("READ-148", place, {{"limit", fmt::to_string(longest_why)}}));
    }
    if (plain(decision.new_key) == "none" || plain(decision.new_key) == "geen") decision.new_key.clear();
    decisions.push_back(std::move(decision));
  }

 private:
  void refuse_word(const std::string& said, const SourceSpan& place) {
    std::vector<std::string> known;
    for (const Word& word : words) known.insert(known.end(), {std::string(word.nl), std::string(word.en)});
    diagnostics_.add(finding("READ-146", place, {{"word", beginning(mask_personal(said), 40)}}, similar_name(plain(said), known)));
  }

  const std::string& file_;
  const Columns& columns_;
  Diagnostics& diagnostics_;
};

}  // namespace

std::string_view word(Choice choice, Language language) {
  const auto found = std::find_if(words.begin(), words.end(), [&](const Word& one) { return one.choice == choice; });
  return language == Language::nl ? found->nl : found->en;
}

std::optional<std::vector<Decision>> read_decisions(const read::InputFile& file, Diagnostics& diagnostics) {
  std::vector<Decision> decisions;
  std::optional<Columns> columns;
  std::uint32_t header = 0;
  std::optional<Reader> reader;
  const auto visit = [&](const read::CutRow& row) {
    if (reader) return reader->read(row, decisions);
    if (columns || !Columns(row).has(Column::link_code)) return;
    header = row.line;
    columns.emplace(row);
    if (!fault_of(*columns)) reader.emplace(file.name, *columns, diagnostics);
  };
  if (!read::for_each_filled_in(file, sheet_name, visit, diagnostics)) return std::nullopt;
  const SourceSpan top{file.name, header, 0, 0, {}};
  if (!columns) diagnostics.add(finding("READ-144", top, {{"column", std::string(name(Column::link_code))}}));
  if (columns && !reader) {
    const auto [code, column] = *fault_of(*columns);
    diagnostics.add(finding(code, top, {{"column", std::string(name(column))}}));
  }
  if (!reader) return std::nullopt;
  if (decisions.empty()) diagnostics.add(finding("CASE-057", {file.name, 0, 0, 0, {}}));
  return decisions;
}

}  // namespace srgconv::review
