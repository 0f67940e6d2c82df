// Lists as CSV: what spreadsheets open rightly and cannot be made to run.
#include <utility>

#include "write/write.hpp"

namespace srgconv::write {
namespace {

constexpr std::string_view formula_starts = "=+-@\t\r";

void append_cell(std::string& out, std::string_view value, bool guarded) {
  const bool guard = guarded && !value.empty() && formula_starts.find(value.front()) != std::string_view::npos;
  const bool blank_edge = !value.empty() && (value.front() == ' ' || value.back() == ' ');
  if (!blank_edge && value.find_first_of(";\"\r\n") == std::string_view::npos) {
    if (guard) out += '\'';
    out += value;
    return;
  }
  out += '"';
  if (guard) out += '\'';
  for (const char sign : value) {
    if (sign == '"') out += '"';
    out += sign;
  }
  out += '"';
}

}  // namespace

CsvList::CsvList(std::vector<std::string> columns, std::vector<bool> guard) : content_("\xEF\xBB\xBF"), guard_(std::move(guard)) {
  // The names of columns are the program's own, or a source's: those are texts like any other and get no guard, so that they can be found again.
  std::vector<bool> chosen(columns.size());
  chosen.swap(guard_);
  add(columns);
  chosen.resize(columns.size());
  guard_ = std::move(chosen);
}

void CsvList::add(const std::vector<std::string>& values) { append_csv_row(content_, values, guard_); }

void append_csv_row(std::string& out, const std::vector<std::string>& values, const std::vector<bool>& guard) {
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (i > 0) out += ';';
    append_cell(out, values[i], i < guard.size() && guard[i]);
  }
  out += "\r\n";
}

}  // namespace srgconv::write
