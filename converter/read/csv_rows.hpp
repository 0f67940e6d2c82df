// Cuts the rows of a piece of a CSV file where they lie, undecoded; internal to this room.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "domain/source_row.hpp"
#include "domain/text_arena.hpp"
#include "domain/text_encoding.hpp"
#include "read/csv_cuts.hpp"

namespace srgconv::read {

/// The rows of a text that are as rows should be: a cell for every field, quotes only around whole cells, no line end within a cell. Every other row is left to
/// CsvScanner. The bytes are those of the file: separators, quotes and line ends stand for themselves in every encoding that comes here.
class CsvRows : public SourceRow {
 public:
  enum class Next {
    row,    ///< this is one
    other,  ///< CsvScanner has to say what begins at place()
    end
  };

  /// `field_of_cell`: for each cell of a row the field that it belongs to, or `no_field`.
  CsvRows(std::string_view text, char separator, TextEncoding encoding, std::uint32_t first_line, std::vector<std::size_t> field_of_cell, std::size_t fields);

  static constexpr std::size_t no_field = static_cast<std::size_t>(-1);

  Next next();
  /// Where the next row begins.
  std::string_view rest() const { return text_.substr(at_); }
  std::uint32_t next_line() const { return next_line_; }
  /// Goes on behind what CsvScanner took of rest().
  void pass_over(std::size_t bytes, std::uint32_t line) {
    at_ += bytes;
    next_line_ = line;
    cuts_ = CsvCuts(text_, separator_, at_);
  }

 private:
  void make_ready(Cell& cell) override;

  std::string_view text_;
  char separator_;
  TextEncoding encoding_;
  std::uint32_t next_line_;
  std::vector<std::size_t> field_of_cell_;
  std::size_t at_ = 0;  // where the next row begins
  CsvCuts cuts_;        // from there on
  TextArena texts_;     // cells of this row that had to be decoded
};

}  // namespace srgconv::read
