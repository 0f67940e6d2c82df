// Every usual separator is tried on the first lines; the one that cuts most lines into the same number of columns is the one.
#include "profile/dialect.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <set>

#include <fmt/format.h>

#include "profile/census.hpp"
#include "profile/vocabulary.hpp"

namespace srgconv::profile {
namespace {

constexpr std::size_t most_rows = 5000;
constexpr std::size_t longest_title = 10;  // lines above a header
constexpr std::size_t most_columns = 1000;
constexpr std::size_t longest_name = 80;  // bytes of a header text

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_empty_line(const read::CutRow& row) { return row.cells.size() == 1 && row.cells.front().empty(); }

struct Cut {
  SeparatorEvidence evidence;
  std::vector<read::CutRow> rows;
};

Cut cut(std::string_view sample, char sign) {
  Cut result;
  result.rows = read::cut_rows(sample, sign, most_rows);
  std::map<std::size_t, std::uint64_t> widths;
  for (const read::CutRow& row : result.rows) {
    if (is_empty_line(row)) continue;
    ++result.evidence.lines;
    if (!row.faulty) ++widths[row.cells.size()];
  }
  result.evidence.sign = sign;
  for (const auto& [columns, lines] : widths) {
    if (lines < result.evidence.agreeing || columns > most_columns) continue;
    result.evidence.columns = columns;
    result.evidence.agreeing = lines;
  }
  return result;
}

// More than one column on nearly all lines is worth most, then more columns.
double worth(const SeparatorEvidence& evidence) {
  if (evidence.lines == 0 || evidence.columns < 2) return 0;
  const double agreement = static_cast<double>(evidence.agreeing) / static_cast<double>(evidence.lines);
  return agreement * agreement * static_cast<double>(std::min<std::size_t>(evidence.columns, 40) + 3);
}

// The shape by which the cells of a column can be known: d for digits with signs between them, t for text, - for an empty cell.
char shape_of(std::string_view cell) {
  if (cell.empty()) return '-';
  const bool digits = std::any_of(cell.begin(), cell.end(), is_digit);
  const bool letters = std::any_of(cell.begin(), cell.end(), [](char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; });
  return digits && !letters ? 'd' : 't';
}

struct Header {
  std::size_t lines = 0;
  HeaderEvidence evidence = HeaderEvidence::unsure;
  std::size_t count = 0;
};

// A first row is a header when most of its words are known, or when columns of numbers and dates have a text at their top. A row that may hold somebody's data
// never is: its cells would be shown as names of columns.
Header judge_header(const std::vector<read::CutRow>& rows, std::size_t first) {
  const std::vector<std::string>& top = rows[first].cells;
  std::set<std::string> names;
  std::size_t known = 0, values = 0, filled = 0;
  for (std::size_t i = 0; i < top.size(); ++i) {
    if (could_be_personal(top[i])) return {0, HeaderEvidence::personal, i + 1};
    if (top[i].empty()) continue;
    ++filled;
    names.insert(squeezed(top[i]));
    if (meaning_of(top[i]) != Meaning::none)
      ++known;
    else if (is_ordinary_word(squeezed(top[i])))
      ++values;
  }
  const bool mostly_known = known >= 2 && known * 2 >= filled;
  if (filled == 0 || values * 4 >= filled || (names.size() < filled && !mostly_known) || filled + 1 < top.size())
    return {0, HeaderEvidence::row_like_others, 0};
  std::size_t unlike = 0, like = 0;
  for (std::size_t column = 0; column < top.size(); ++column) {
    std::size_t digits = 0, texts = 0, same = 0;
    for (std::size_t i = first + 1; i < rows.size(); ++i) {
      if (rows[i].cells.size() != top.size() || rows[i].cells[column].empty()) continue;
      ++(shape_of(rows[i].cells[column]) == 'd' ? digits : texts);
      if (rows[i].cells[column] == top[column]) ++same;
    }
    if (shape_of(top[column]) == 't' && digits > 0 && digits > 9 * texts) ++unlike;
    if (same > 0) ++like;  // a name of a column does not come back as a value
  }
  if (like > 0) return {0, HeaderEvidence::row_like_others, like};
  if (mostly_known || (known > 0 && unlike > 0)) return {1, HeaderEvidence::known_words, known};
  if (unlike >= 2) return {1, HeaderEvidence::unlike_rows, unlike};
  return {0, HeaderEvidence::unsure, 0};
}

std::uint64_t quoted_cells(std::string_view sample, char separator) {
  std::uint64_t count = 0;
  for (std::size_t i = 0; i < sample.size(); ++i) {
    if (sample[i] == '"' && (i == 0 || sample[i - 1] == separator || sample[i - 1] == '\n' || sample[i - 1] == '\r')) ++count;
  }
  return count;
}

// Titles: lines that the separator cuts otherwise, before the first one of the usual width.
std::size_t title_lines(const std::vector<read::CutRow>& rows, std::size_t columns) {
  std::size_t first = 0;
  while (first < rows.size() && (rows[first].cells.size() != columns || rows[first].faulty)) ++first;
  if (first == rows.size() || first > longest_title || columns < 2) return 0;
  return first;
}

}  // namespace

bool could_be_personal(std::string_view cell) {
  if (cell.size() > longest_name || cell.find('@') != std::string_view::npos || cell.find_first_of("\r\n") != std::string_view::npos) return true;
  if (name_like(cell) == NameLike::strong) return true;
  const auto digits = std::count_if(cell.begin(), cell.end(), is_digit);
  return digits > 3;  // no date, no number of a person, no postcode with more; `adres regel 2` is none
}

std::optional<FoundDialect> find_dialect(const read::TextLook& look) {
  std::vector<Cut> cuts;
  for (const char sign : {';', ',', '\t', '|'}) cuts.push_back(cut(look.sample, sign));
  std::stable_sort(cuts.begin(), cuts.end(), [](const Cut& a, const Cut& b) { return worth(a.evidence) > worth(b.evidence); });
  const Cut& best = cuts.front();
  if (best.evidence.lines == 0) return std::nullopt;

  FoundDialect found;
  CsvDialect& dialect = found.dialect;
  dialect.encoding = look.encoding;
  dialect.encoding_evidence = look.evidence;
  dialect.encoding_count = look.count;
  dialect.encoding_alternatives = look.alternatives;
  dialect.separator = best.evidence.sign;
  dialect.sampled = !look.whole || best.rows.size() == most_rows;
  for (const Cut& each : cuts) dialect.separators.push_back(each.evidence);
  dialect.quoted = quoted_cells(look.sample, dialect.separator);

  std::size_t first = title_lines(best.rows, best.evidence.columns);
  while (first < best.rows.size() && is_empty_line(best.rows[first])) ++first;
  if (first == best.rows.size()) return std::nullopt;
  dialect.preamble_lines = first == 0 ? 0 : best.rows[first].line - 1;
  const Header header = judge_header(best.rows, first);
  dialect.header_lines = header.lines;
  dialect.header_evidence = header.evidence;
  dialect.header_count = header.count;
  const std::vector<std::string>& top = best.rows[first].cells;
  for (std::size_t i = 0; i < top.size(); ++i) found.columns.push_back(header.lines > 0 ? top[i] : fmt::format("kolom-{}", i + 1));
  if (header.lines > 0 && top.size() > 1 && top.back().empty()) {
    dialect.nameless_last = true;
    found.columns.pop_back();
  }
  return found;
}

}  // namespace srgconv::profile
