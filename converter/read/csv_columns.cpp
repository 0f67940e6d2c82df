#include "read/csv_columns.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "read/composed.hpp"
#include "read/csv_rows.hpp"

namespace srgconv::read {
namespace {

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

}  // namespace

Columns by_order(const rules::Format& format) {
  Columns result;
  for (std::size_t i = 0; i < format.fields.size(); ++i) result.field_of_cell.push_back(i);
  result.look_at_order(format.fields.size());
  return result;
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
  for (std::size_t i = 0; i < format.fields.size(); ++i) fields.emplace(composed(format.fields[i].name), i);
  Columns result;
  std::vector<std::string> strange;
  std::set<std::string> seen;
  bool faulty = false;
  for (std::size_t i = 0; i < row.cells; ++i) {
    const std::string name = composed(cells[i].text);  // `Cliëntnummer` may be written in two ways that look the same
    const auto found = fields.find(name);
    result.field_of_cell.push_back(found == fields.end() ? CsvRows::no_field : found->second);
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
    if (!seen.contains(composed(field.name))) missing.push_back(field.name);
  }
  for (const std::string& name : strange) {
    diagnostics.add(finding("READ-101", {file, row.line}, {{"column", name}, {"format", format.name}}, similar_name(name, missing)));
  }
  for (const std::string& name : missing) {
    diagnostics.add(finding("READ-102", {file, row.line}, {{"column", name}, {"format", format.name}}, similar_name(name, strange)));
  }
  if (faulty || !strange.empty() || !missing.empty()) return std::nullopt;
  result.look_at_order(format.fields.size());
  return result;
}

}  // namespace srgconv::read
