// Tables that people filled in, as whatever program saved them.
#include <algorithm>
#include <array>
#include <iterator>
#include <memory>
#include <utility>

#include "read/csv_scanner.hpp"
#include "read/read.hpp"
#include "read/xlsx_sheet.hpp"
#include "read/xlsx_workbook.hpp"

namespace srgconv::read {
namespace {

using Visit = std::function<void(const CutRow&)>;

bool visit_workbook(const InputFile& file, std::string_view sheet_name, const Visit& visit, Diagnostics& diagnostics) {
  const auto workbook = Workbook::open(file, diagnostics);
  if (workbook == nullptr) return false;
  const auto& sheets = workbook->sheets();
  const auto named = std::find_if(sheets.begin(), sheets.end(), [&](const Sheet& sheet) { return sheet.name == sheet_name; });
  const Sheet& sheet = named == sheets.end() ? sheets.front() : *named;
  if (!sheet.is_worksheet) {
    diagnostics.add(finding("READ-143", {file.name}, {{"sheet", sheet.name}}));
    return false;
  }
  SheetPart part(*workbook, sheet, file.name, [&](std::uint32_t row, std::vector<Cell>& cells, std::size_t count) {
    CutRow cut{row, {}, false};
    for (std::size_t i = 0; i < count; ++i) {
      cut.cells.resize(std::max<std::size_t>(cut.cells.size(), cells[i].column));
      cut.cells[cells[i].column - 1] = std::move(cells[i].text);
      cut.faulty = cut.faulty || cells[i].fault.has_value();
    }
    visit(cut);
    return true;
  });
  const bool readable = workbook->read_part(sheet.part, part, diagnostics);
  if (part.damage()) diagnostics.add(*part.damage());
  return readable && !part.damage();
}

// What separates the cells of the first row: of the usual signs the one that occurs most often. A quoted title may go on in a next line.
char separator_of(std::string_view text) {
  std::size_t end = 0;
  for (bool quoted = false; end < text.size() && (quoted || (text[end] != '\n' && text[end] != '\r')); ++end) quoted = quoted != (text[end] == '"');
  const std::string_view first = text.substr(0, end);
  constexpr std::array<char, 3> usual = {';', ',', '\t'};
  return *std::max_element(usual.begin(), usual.end(),
                           [&](char a, char b) { return std::count(first.begin(), first.end(), a) < std::count(first.begin(), first.end(), b); });
}

}  // namespace

bool for_each_filled_in(const InputFile& file, std::string_view sheet, const Visit& visit, Diagnostics& diagnostics) {
  const auto look = look_at_text(file, diagnostics);
  if (!look) return false;
  if (!look->is_text) return visit_workbook(file, sheet, visit, diagnostics);
  auto bytes = read_bytes(file, diagnostics);
  if (!bytes) return false;
  const auto text = decode(*bytes, look->encoding, file.name, diagnostics);
  if (!text) return false;
  std::vector<RawValue> cells;
  CsvScanner scanner(*text, separator_of(*text));
  CsvRow row;
  while (scanner.next(cells, row)) {
    CutRow cut{row.line, {}, row.fault.has_value()};
    for (std::size_t i = 0; i < row.cells; ++i) cut.cells.push_back(std::move(cells[i].text));
    visit(cut);
  }
  if (!scanner.unclosed()) return true;
  diagnostics.add(finding("READ-107", {file.name, scanner.unclosed()->line, scanner.unclosed()->column, 1, {}}));
  return false;
}

std::optional<std::vector<CutRow>> read_filled_in(const InputFile& file, std::string_view sheet, Diagnostics& diagnostics) {
  std::vector<CutRow> rows;
  const bool whole = for_each_filled_in(
      file, sheet, [&](const CutRow& row) { rows.push_back(row); }, diagnostics);
  return whole ? std::optional(std::move(rows)) : std::nullopt;
}

}  // namespace srgconv::read
