// Kinds of provisions that are improbable together for one person, as a table.
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "pack/pack.hpp"
#include "pack/pack_file.hpp"
#include "pack/table_file.hpp"

namespace srgconv::pack {
namespace {

enum Column : std::size_t { first, second, min_days, nl, en, source };
constexpr std::array<std::string_view, 6> columns{"first", "second", "min_days", "nl", "en", "source"};
constexpr int most_days = 36600;

// The codes of a cell, which is a code itself or a role.
std::vector<std::string> read_codes(const Cell& cell, const CodeList& types, Diagnostics& diagnostics) {
  std::vector<std::string> codes, names;
  for (const Code& code : types.codes()) {
    const bool meant = !cell.text.empty() && (code.code == cell.text || code.role == cell.text);
    if (meant && std::find(codes.begin(), codes.end(), code.code) == codes.end()) codes.push_back(code.code);
    for (const std::string& name : {code.code, code.role}) {
      if (!name.empty()) names.push_back(name);
    }
  }
  if (codes.empty()) diagnostics.add(finding("PACK-061", cell.span, {{"column", cell.span.field}, {"value", cell.text}}, similar_name(cell.text, names)));
  return codes;
}

std::optional<int> read_days(const Cell& cell, Diagnostics& diagnostics) {
  int days = 0;
  for (const char c : cell.text) days = c >= '0' && c <= '9' && days <= most_days ? days * 10 + (c - '0') : most_days + 1;
  if (days >= 1 && days <= most_days) return days;
  diagnostics.add(finding("PACK-062", cell.span, {{"column", cell.span.field}, {"value", cell.text}, {"most", fmt::to_string(most_days)}}));
  return std::nullopt;
}

// The same two, in whichever order.
bool same_pair(const Combination& a, const Combination& b) {
  return (a.first == b.first && a.second == b.second) || (a.first == b.second && a.second == b.first);
}

}  // namespace

std::optional<std::vector<Combination>> read_combinations(const SourceText& text, const CodeList& types, Diagnostics& diagnostics) {
  const std::size_t errors = diagnostics.error_count();
  const auto rows = read_table(text, columns, diagnostics);
  if (!rows) return std::nullopt;
  std::vector<Combination> combinations;
  for (const TableRow& row : *rows) {
    Combination one;
    one.first = read_codes(row[first], types, diagnostics);
    one.second = read_codes(row[second], types, diagnostics);
    one.min_days = read_days(row[min_days], diagnostics).value_or(1);
    one.nl = row[nl].text;
    one.en = row[en].text;
    for (const Column column : {nl, en, source}) {
      if (row[column].text.empty()) diagnostics.add(finding("PACK-032", row[column].span, {{"column", row[column].span.field}}));
    }
    if (std::any_of(combinations.begin(), combinations.end(), [&](const Combination& earlier) { return same_pair(earlier, one); }))
      diagnostics.add(finding("PACK-063", row[first].span, {{"first", row[first].text}, {"second", row[second].text}}));
    combinations.push_back(std::move(one));
  }
  if (diagnostics.error_count() == errors) return combinations;
  diagnostics.keep_text(text);
  return std::nullopt;
}

}  // namespace srgconv::pack
