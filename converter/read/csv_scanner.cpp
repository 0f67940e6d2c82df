// The scanner behind the CSV reader.
#include "read/csv_scanner.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

#include "domain/utf8.hpp"

namespace srgconv::read {
namespace {

// The top bit of every byte that is this sign; of bytes behind the first such one it may be set too.
std::uint64_t equal_to(std::uint64_t eight, char sign) {
  constexpr std::uint64_t ones = 0x0101010101010101U;
  const std::uint64_t different = eight ^ (ones * static_cast<unsigned char>(sign));
  return (different - ones) & ~different & (ones << 7U);
}

}  // namespace

void CsvScanner::take_line_end() {
  if (text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n') ++at_;
  ++at_;
  ++line_;
  line_start_ = at_;
}

// The opening quote has not been taken yet. False: it is never closed.
bool CsvScanner::read_quoted(RawValue& cell, CsvRow& row) {
  const std::size_t open = at_++;
  const std::uint32_t open_line = line_;
  const std::size_t open_line_start = line_start_;
  std::size_t from = at_;
  while (at_ < text_.size()) {
    const char sign = text_[at_];
    if (sign == '"') {
      if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
        cell.text.append(text_, from, at_ + 1 - from);  // one of the two quotes
        at_ += 2;
        from = at_;
        continue;
      }
      cell.text.append(text_, from, at_ - from);
      ++at_;
      return true;
    }
    if (sign == '\n' || sign == '\r') {
      take_line_end();
    } else {
      ++at_;
    }
  }
  const std::string_view before = text_.substr(open_line_start, open - open_line_start);
  unclosed_ = Place{open_line, static_cast<std::uint32_t>(count_characters(before)) + 1, row.cells - 1};
  return false;
}

void CsvScanner::read_plain(RawValue& cell, CsvRow& row, bool after_quote) {
  const std::size_t from = at_;
  bool quote = false;
  const char* const begin = text_.data();
  const char* const end = begin + text_.size();
  const char* at = begin + at_;
  const char separator = separator_;
  if constexpr (std::endian::native == std::endian::little) {
    // Eight signs at a time, to the first that is one of the four.
    while (end - at >= 8) {
      std::uint64_t eight = 0;
      std::memcpy(&eight, at, 8);
      const std::uint64_t hits = equal_to(eight, separator) | equal_to(eight, '\n') | equal_to(eight, '\r') | equal_to(eight, '"');
      at += hits == 0 ? 8 : std::countr_zero(hits) / 8;
      if (hits == 0) continue;
      if (*at != '"') break;
      quote = true;
      ++at;
    }
  }
  for (; at != end; ++at) {
    const char sign = *at;
    if (sign == separator || sign == '\n' || sign == '\r') break;
    quote |= sign == '"';
  }
  at_ = static_cast<std::size_t>(at - begin);
  cell.text.append(text_, from, at_ - from);
  // A quote inside a text is a sign like any other (12" hout); behind blanks it may have been meant to open the cell, and nothing is guessed.
  const auto behind_blanks = [&] {
    const std::size_t sign = text_.find_first_not_of(" \t", from);
    return sign < at_ && text_[sign] == '"';
  };
  const bool faulty = after_quote ? at_ > from : quote && behind_blanks();
  if (!faulty || row.fault) return;
  row.fault = after_quote ? RowFault::text_after_quote : RowFault::quote_inside;
  row.fault_cell = row.cells - 1;
  row.fault_line = line_;
}

bool CsvScanner::next(std::vector<RawValue>& cells, CsvRow& row) {
  row = CsvRow{};
  if (at_ >= text_.size()) return false;
  row.line = line_;
  while (true) {
    if (row.cells == cells.size()) cells.emplace_back();
    RawValue& cell = cells[row.cells++];
    cell.text.clear();
    cell.present = true;
    cell.line = line_;
    const bool quoted = at_ < text_.size() && text_[at_] == '"';
    if (quoted && !read_quoted(cell, row)) return false;
    read_plain(cell, row, quoted);
    row.last_line = line_;
    if (at_ == text_.size()) return true;
    if (text_[at_] == separator_) {
      ++at_;
      continue;
    }
    take_line_end();
    return true;
  }
}

void CsvScanner::skip_line() {
  while (!at_end() && !at_line_end()) ++at_;
  if (!at_end()) take_line_end();
}

}  // namespace srgconv::read
