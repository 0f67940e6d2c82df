// Reads CSV: finds the columns by their names, and hands over one row at a time.
#include "read/csv_reader.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "read/csv_scanner.hpp"
#include "read/decoding.hpp"

namespace srgconv::read {
namespace {

constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

// Which field each cell of a row belongs to. A last column without a name (a separator at the end of every line) belongs to none.
struct Columns {
  std::vector<std::size_t> field_of_cell;
  bool nameless_last = false;
};

Columns by_order(const rules::Format& format) {
  Columns result;
  for (std::size_t i = 0; i < format.fields.size(); ++i) result.field_of_cell.push_back(i);
  return result;
}

// A header in one piece, where another sign would cut it into columns: then one message says more than one for every column.
std::optional<std::string> likelier_separator(std::string_view header, char declared) {
  std::optional<std::string> best;
  std::ptrdiff_t most = 0;
  constexpr std::array<std::pair<char, std::string_view>, 4> usual = {{{';', "';'"}, {',', "','"}, {'\t', "'tab'"}, {'|', "'|'"}}};
  for (const auto& [sign, shown] : usual) {
    const auto count = std::count(header.begin(), header.end(), sign);
    if (sign == declared || count <= most) continue;
    most = count;
    best = shown;
  }
  return best;
}

std::optional<Columns> by_name(const std::vector<RawValue>& cells, const CsvRow& row, const rules::Format& format, const std::string& file,
                               Diagnostics& diagnostics) {
  if (row.cells == 1 && format.fields.size() > 1 && cells[0].text != format.fields[0].name) {
    if (auto separator = likelier_separator(cells[0].text, format.separator)) {
      const std::string declared = format.separator == '\t' ? "tab" : std::string(1, format.separator);
      diagnostics.add(finding("READ-109", {file, row.line}, {{"separator", declared}}, std::move(separator)));
      return std::nullopt;
    }
  }
  std::map<std::string, std::size_t, std::less<>> fields;
  for (std::size_t i = 0; i < format.fields.size(); ++i) fields.emplace(format.fields[i].name, i);
  Columns result;
  std::vector<std::string> strange;
  std::set<std::string> seen;
  bool faulty = false;
  for (std::size_t i = 0; i < row.cells; ++i) {
    const std::string& name = cells[i].text;
    const auto found = fields.find(name);
    result.field_of_cell.push_back(found == fields.end() ? nowhere : found->second);
    if (found == fields.end() && name.empty() && i + 1 == row.cells && i > 0) {
      result.nameless_last = true;
    } else if (!seen.insert(name).second) {
      diagnostics.add(finding("READ-103", {file, cells[i].line}, {{"column", name}}));
      faulty = true;
    } else if (found == fields.end()) {
      strange.push_back(name);
    }
  }
  std::vector<std::string> missing;
  for (const rules::Field& field : format.fields) {
    if (!seen.contains(field.name)) missing.push_back(field.name);
  }
  for (const std::string& name : strange) {
    diagnostics.add(finding("READ-101", {file, row.line}, {{"column", name}, {"format", format.name}}, similar_name(name, missing)));
  }
  for (const std::string& name : missing) {
    diagnostics.add(finding("READ-102", {file, row.line}, {{"column", name}, {"format", format.name}}, similar_name(name, strange)));
  }
  if (faulty || !strange.empty() || !missing.empty()) return std::nullopt;
  return result;
}

class CsvReader {
 public:
  CsvReader(const InputFile& file, const rules::Format& format, RecordSink& sink, Diagnostics& diagnostics)
      : file_(file), format_(format), sink_(sink), diagnostics_(diagnostics) {
    record_.values.resize(format.fields.size());
  }

  Result read(std::string_view text) {
    CsvScanner scanner(text, format_.separator);
    CsvRow row;
    std::optional<Columns> columns;
    if (!format_.has_header) {
      columns = by_order(format_);
    } else if (next(scanner, row, true)) {
      columns = by_name(cells_, row, format_, file_.name, diagnostics_);
    } else if (!scanner.unclosed()) {
      diagnostics_.add(finding("READ-003", {file_.name}));
    }
    if (columns) {
      while (next(scanner, row, format_.fields.size() > 1)) hand_over(row, *columns);
    }
    if (scanner.unclosed()) {
      const auto& place = *scanner.unclosed();
      diagnostics_.add(finding("READ-107", {file_.name, place.line, place.column, 1, columns ? name_of(place.cell, *columns) : std::string()}));
    }
    result_.complete = columns && !scanner.unclosed();
    return result_;
  }

 private:
  // An empty line holds no row where a row has several cells.
  bool next(CsvScanner& scanner, CsvRow& row, bool skip_empty) {
    while (scanner.next(cells_, row)) {
      const bool empty = row.cells == 1 && cells_[0].text.empty() && row.line == row.last_line;
      if (!(empty && skip_empty)) return true;
    }
    return false;
  }

  std::string name_of(std::size_t cell, const Columns& columns) const {
    const std::size_t field = cell < columns.field_of_cell.size() ? columns.field_of_cell[cell] : nowhere;
    return field == nowhere ? fmt::format("{}", cell + 1) : format_.fields[field].name;
  }

  void hand_over(const CsvRow& row, const Columns& columns) {
    const std::size_t expected = columns.field_of_cell.size();
    record_.line = row.line;
    for (RawValue& value : record_.values) value.present = false;
    for (std::size_t cell = 0; cell < std::min(row.cells, expected); ++cell) {
      if (columns.field_of_cell[cell] != nowhere) std::swap(record_.values[columns.field_of_cell[cell]], cells_[cell]);
    }
    for (RawValue& value : record_.values) {
      if (!value.present) value = RawValue{};
    }
    ++result_.records;
    const bool surplus = columns.nameless_last && row.cells == expected && !cells_[expected - 1].text.empty();
    const bool short_by_nothing = columns.nameless_last && row.cells + 1 == expected;
    if (row.fault) {
      const std::string column = name_of(row.fault_cell, columns);
      const SourceSpan place{file_.name, row.fault_line, 0, 0, column};
      sink_.faulty(record_, *row.fault == RowFault::quote_inside
                                ? finding("READ-105", place, {{"column", column}})
                                : finding("READ-106", place, {{"column", column}, {"last_line", fmt::format("{}", row.last_line)}}));
    } else if ((row.cells != expected && !short_by_nothing) || surplus) {
      const std::size_t wanted = columns.nameless_last ? expected - 1 : expected;
      sink_.faulty(record_, finding("READ-104", {file_.name, row.line}, {{"found", fmt::format("{}", row.cells)}, {"expected", fmt::format("{}", wanted)}}));
    } else {
      sink_.record(record_);
    }
  }

  const InputFile& file_;
  const rules::Format& format_;
  RecordSink& sink_;
  Diagnostics& diagnostics_;
  std::vector<RawValue> cells_;
  SourceRecord record_;
  Result result_;
};

}  // namespace

Result read_csv(const InputFile& file, const rules::Format& format, RecordSink& sink, Diagnostics& diagnostics) {
  auto bytes = read_bytes(file, diagnostics);
  if (!bytes) return {};
  const auto text = decode_owned(std::move(*bytes), format.encoding, file.name, diagnostics);
  if (!text) return {};
  if (text->empty()) {
    diagnostics.add(finding("READ-003", {file.name}));
    return {};
  }
  return CsvReader(file, format, sink, diagnostics).read(*text);
}

}  // namespace srgconv::read
