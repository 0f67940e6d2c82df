// Code lists: what each column means, and that no day has two entries for one code.
#include "pack/code_table.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "pack/table_file.hpp"

namespace srgconv::pack {
namespace {

enum Column : std::size_t { code, name, category, role, max_months, valid_from, valid_until, source };
constexpr std::array<std::string_view, 8> columns{"code", "name", "category", "role", "max_months", "valid_from", "valid_until", "source"};
constexpr int longest_duration = 1200;

std::optional<int> read_months(const Cell& cell, Diagnostics& diagnostics) {
  if (cell.text.empty()) return std::nullopt;
  int months = 0;
  for (const char c : cell.text) months = c >= '0' && c <= '9' && months <= longest_duration ? months * 10 + (c - '0') : longest_duration + 1;
  if (months >= 1 && months <= longest_duration) return months;
  diagnostics.add(finding("PACK-031", cell.span, {{"column", cell.span.field}, {"value", cell.text}, {"most", fmt::to_string(longest_duration)}}));
  return std::nullopt;
}

bool overlap(const Code& a, const Code& b) {
  const auto before = [](const Code& x, const Code& y) { return x.valid_until && y.valid_from && *x.valid_until < *y.valid_from; };
  return !before(a, b) && !before(b, a);
}

Code read_code(const TableRow& row, Diagnostics& diagnostics) {
  for (const Column required : {code, name, source}) {
    if (row[required].text.empty()) diagnostics.add(finding("PACK-032", row[required].span, {{"column", row[required].span.field}}));
  }
  Code entry{row[code].text, row[name].text, row[category].text, row[role].text, read_months(row[max_months], diagnostics), {}, {}, row[source].text};
  entry.valid_from = read_date(row[valid_from], diagnostics);
  entry.valid_until = read_date(row[valid_until], diagnostics);
  if (entry.valid_from && entry.valid_until && *entry.valid_until < *entry.valid_from) diagnostics.add(finding("PACK-033", row[valid_until].span));
  return entry;
}

}  // namespace

std::optional<CodeList> read_code_list(std::string list_name, const SourceText& text, Diagnostics& diagnostics) {
  const auto rows = read_table(text, columns, diagnostics);
  if (!rows) return std::nullopt;
  const std::size_t errors = diagnostics.error_count();
  std::vector<Code> codes;
  for (const TableRow& row : *rows) {
    Code entry = read_code(row, diagnostics);
    const bool twice = std::any_of(codes.begin(), codes.end(), [&](const Code& other) { return other.code == entry.code && overlap(other, entry); });
    if (twice && !entry.code.empty()) diagnostics.add(finding("PACK-034", row[code].span, {{"code", entry.code}}));
    codes.push_back(std::move(entry));
  }
  if (diagnostics.error_count() == errors) return CodeList(std::move(list_name), std::move(codes));
  diagnostics.keep_text(text);
  return std::nullopt;
}

}  // namespace srgconv::pack
