// Cuts CSV text into rows of cells; internal to this room.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "domain/source_record.hpp"

namespace srgconv::read {

enum class RowFault { quote_inside, text_after_quote };

/// One row as it was cut. A fault is the first one; the cells are then what the signs say literally, and the next row begins where it should.
struct CsvRow {
  std::uint32_t line = 0, last_line = 0;
  std::size_t cells = 0;  ///< how many of the vector's cells belong to this row
  std::optional<RowFault> fault;
  std::size_t fault_cell = 0;
  std::uint32_t fault_line = 0;
};

/// Rows end at CRLF, LF or CR, mixed as they come. A cell that begins with a quote runs to the closing one, line ends and separators included.
class CsvScanner {
 public:
  CsvScanner(std::string_view text, char separator, std::uint32_t first_line = 1) : text_(text), separator_(separator), line_(first_line) {}

  /// Reads the next row into `cells`, which grows as needed and keeps its memory. False at the end, and at a quote that is never closed.
  bool next(std::vector<RawValue>& cells, CsvRow& row);

  /// Passes over a line as it is, whatever quotes stand in it.
  void skip_line();

  bool at_end() const { return at_ >= text_.size(); }
  std::size_t position() const { return at_; }  ///< bytes taken so far
  std::uint32_t line() const { return line_; }  ///< of what comes next

  /// Where an unclosed quote began: line, column in characters, and the number of its cell.
  struct Place {
    std::uint32_t line, column;
    std::size_t cell;
  };
  const std::optional<Place>& unclosed() const { return unclosed_; }

 private:
  bool read_quoted(RawValue& cell, CsvRow& row);
  void read_plain(RawValue& cell, CsvRow& row, bool after_quote);
  bool at_line_end() const { return text_[at_] == '\n' || text_[at_] == '\r'; }
  void take_line_end();

  std::string_view text_;
  char separator_;
  std::size_t at_ = 0;
  std::uint32_t line_;
  std::size_t line_start_ = 0;
  std::optional<Place> unclosed_;
};

}  // namespace srgconv::read
