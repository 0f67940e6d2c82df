// Reads workbooks: which sheets, which columns by their names, and one row at a time.
#include "read/xlsx_reader.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "read/composed.hpp"
#include "read/xlsx_cell.hpp"
#include "read/xlsx_sheet.hpp"
#include "read/xlsx_workbook.hpp"

namespace srgconv::read {
namespace {

constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

std::string listed(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += fmt::format("{}'{}'", text.empty() ? "" : ", ", name);
  return text;
}

// The rows of one sheet as records.
class SheetReader {
 public:
  SheetReader(const InputFile& file, const Sheet& sheet, const rules::Format& format, RecordSink& sink, Diagnostics& diagnostics)
      : file_(file), sheet_(sheet), format_(format), sink_(sink), diagnostics_(diagnostics) {
    record_.path = sheet.name;
    record_.values.resize(format.fields.size());
    for (const rules::IgnoredColumn& column : format.ignored) ignored_.insert(column.name);
    if (format.header_lines == 0) {
      for (std::size_t i = 0; i < format.fields.size(); ++i) field_of_column_.push_back(i);
      headed_ = true;
    }
  }

  // False when there is no going on.
  bool take(std::uint32_t row, std::vector<Cell>& cells, std::size_t count) {
    if (row <= format_.preamble_lines) return true;
    seen_ = true;
    if (!headed_ && header_.empty() && header_row_ == 0) header_row_ = row;
    if (!headed_ && row < header_row_ + format_.header_lines) {
      add_to_header(cells, count);
      return true;
    }
    if (!headed_ && !find_columns()) return false;
    hand_over(row, cells, count);
    return true;
  }

  // At the end of the sheet: false when it had nothing to read.
  bool end() {
    if (failed_) return false;
    if (!seen_) {
      diagnostics_.add(finding("READ-142", {file_.name}, {{"sheet", sheet_.name}}));
      return false;
    }
    return headed_ || find_columns();
  }

  std::uint64_t records() const { return records_; }

 private:
  SourceSpan at(std::uint32_t row) const { return {file_.name, row, 0, 0, sheet_.name}; }

  // A header of several rows: a column is called what its rows say, joined by a blank.
  void add_to_header(const std::vector<Cell>& cells, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
      if (cells[i].text.empty()) continue;
      std::string& name = header_[cells[i].column];
      if (!name.empty()) name += ' ';
      name += cells[i].text;
    }
  }

  bool find_columns() {
    std::map<std::string, std::size_t, std::less<>> fields;
    for (std::size_t i = 0; i < format_.fields.size(); ++i) fields.emplace(composed(format_.fields[i].name), i);
    std::vector<std::string> strange, missing;
    std::set<std::string> seen;
    bool faulty = false;
    for (const auto& [column, text] : header_) {
      const std::string name = composed(text);
      const auto found = fields.find(name);
      field_of_column_.resize(column, nowhere);
      if (found != fields.end()) field_of_column_[column - 1] = found->second;
      if (!seen.insert(name).second) {
        diagnostics_.add(finding("READ-103", at(header_row_), {{"column", name}}));
        faulty = true;
      } else if (found == fields.end()) {
        strange.push_back(name);
      }
    }
    for (const rules::Field& field : format_.fields) {
      if (!seen.contains(composed(field.name))) missing.push_back(field.name);
    }
    for (const std::string& name : strange)
      diagnostics_.add(finding("READ-101", at(header_row_), {{"column", name}, {"format", format_.name}}, similar_name(name, missing)));
    for (const std::string& name : missing)
      diagnostics_.add(finding("READ-102", at(header_row_), {{"column", name}, {"format", format_.name}}, similar_name(name, strange)));
    headed_ = true;
    failed_ = faulty || !strange.empty() || !missing.empty();
    return !failed_;
  }

  void hand_over(std::uint32_t row, std::vector<Cell>& cells, std::size_t count) {
    record_.line = row;
    for (RawValue& value : record_.values) {
      value.text.clear();
      value.present = true;
      value.line = row;
    }
    std::optional<Diagnostic> fault;
    for (std::size_t i = 0; i < count; ++i) {
      Cell& cell = cells[i];
      const std::size_t field = cell.column <= field_of_column_.size() ? field_of_column_[cell.column - 1] : nowhere;
      if (field == nowhere) {
        const std::string letters = column_letters(cell.column);
        if (!fault) fault = finding("READ-137", at(row), {{"cell", fmt::format("{}{}", letters, row)}, {"letters", letters}});
        continue;
      }
      if (cell.fault && !fault && !ignored_.contains(format_.fields[field].name)) fault = std::move(cell.fault);
      std::swap(record_.values[field].text, cell.text);
    }
    ++records_;
    if (fault) {
      sink_.faulty(record_, std::move(*fault));
    } else {
      sink_.record(record_);
    }
  }

  const InputFile& file_;
  const Sheet& sheet_;
  const rules::Format& format_;
  RecordSink& sink_;
  Diagnostics& diagnostics_;
  std::set<std::string> ignored_;
  std::map<std::uint32_t, std::string> header_;  // by column
  std::uint32_t header_row_ = 0;
  std::vector<std::size_t> field_of_column_;
  bool headed_ = false, failed_ = false, seen_ = false;
  SourceRecord record_;
  std::uint64_t records_ = 0;
};

// The sheets that the format names; without names the first one, and a word about the others.
std::optional<std::vector<const Sheet*>> choose_sheets(const Workbook& workbook, const InputFile& file, const rules::Format& format, Diagnostics& diagnostics) {
  std::vector<std::string> names;
  for (const Sheet& sheet : workbook.sheets()) names.push_back(sheet.name);
  std::vector<const Sheet*> chosen;
  if (format.sheets.empty()) {
    chosen.push_back(&workbook.sheets().front());
    if (names.size() > 1) {
      const std::vector<std::string> others(names.begin() + 1, names.end());
      diagnostics.add(finding("READ-134", {file.name}, {{"sheet", names.front()}, {"sheets", listed(others)}}));
    }
  }
  bool whole = true;
  for (const std::string& wanted : format.sheets) {
    const auto found = std::find_if(workbook.sheets().begin(), workbook.sheets().end(), [&](const Sheet& sheet) { return sheet.name == wanted; });
    if (found != workbook.sheets().end()) {
      chosen.push_back(&*found);
      continue;
    }
    diagnostics.add(finding("READ-133", {file.name}, {{"sheet", wanted}, {"sheets", listed(names)}}, similar_name(wanted, names)));
    whole = false;
  }
  for (const Sheet* sheet : chosen) {
    if (sheet->is_worksheet) continue;
    diagnostics.add(finding("READ-143", {file.name}, {{"sheet", sheet->name}}));
    whole = false;
  }
  return whole ? std::optional(std::move(chosen)) : std::nullopt;
}

}  // namespace

Result read_xlsx(const InputFile& file, const rules::Format& format, RecordSink& sink, Diagnostics& diagnostics) {
  const auto workbook = Workbook::open(file, diagnostics);
  if (workbook == nullptr) return {};
  const auto sheets = choose_sheets(*workbook, file, format, diagnostics);
  if (!sheets) return {};
  Result result{true, 0, 0};
  for (const Sheet* sheet : *sheets) {
    SheetReader rows(file, *sheet, format, sink, diagnostics);
    SheetPart part(*workbook, *sheet, file.name, [&](std::uint32_t row, std::vector<Cell>& cells, std::size_t count) { return rows.take(row, cells, count); });
    const bool readable = workbook->read_part(sheet->part, part, diagnostics);
    if (part.damage()) diagnostics.add(*part.damage());
    if (part.merges() > 0) {
      diagnostics.add(finding("READ-141", {file.name}, {{"sheet", sheet->name}, {"count", fmt::to_string(part.merges())}, {"range", part.first_merge()}}));
    }
    result.complete = readable && !part.damage() && rows.end() && result.complete;
    result.records += rows.records();
  }
  return result;
}

}  // namespace srgconv::read
