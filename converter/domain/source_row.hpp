// A row where it lies in memory: what a reader can hand over without copying a text.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "domain/source_record.hpp"

namespace srgconv {

/// The texts of one record, in the order of the format's fields. They are made ready when they are asked for: a field that nobody looks at is never decoded.
/// A row, and every text it gave, holds during the call that hands it over.
class SourceRow {
 public:
  virtual ~SourceRow() = default;

  std::uint32_t line() const { return line_; }  ///< 1-based line on which the row begins
  std::size_t size() const { return cells_.size(); }
  /// UTF-8, undecorated. Empty for an element that does not occur.
  std::string_view text(std::size_t field) {
    Cell& cell = cells_[field];
    if (!cell.ready) make_ready(cell);
    return {cell.begin, cell.size};
  }

 protected:
  struct Cell {
    const char* begin = nullptr;
    std::uint32_t size = 0;
    bool ready = true;     ///< the bytes are the text
    bool doubled = false;  ///< pairs of quotes stand for one
  };
  virtual void make_ready(Cell& cell) = 0;

  std::vector<Cell> cells_;
  std::uint32_t line_ = 0;
};

/// A row of a CSV file as a record: every value is present and begins on the line of the row. The record's memory is used again.
inline void copy_row(SourceRow& row, SourceRecord& record) {
  record.line = row.line();
  record.values.resize(row.size());
  for (std::size_t i = 0; i < row.size(); ++i) {
    RawValue& value = record.values[i];
    value.text.assign(row.text(i));
    value.present = true;
    value.line = row.line();
  }
}

/// A record, looked at as a row.
class RecordRow : public SourceRow {
 public:
  void look_at(const SourceRecord& record) {
    line_ = record.line;
    cells_.resize(record.values.size());
    for (std::size_t i = 0; i < cells_.size(); ++i) {
      const RawValue& value = record.values[i];
      cells_[i] = {value.text.data(), value.present ? static_cast<std::uint32_t>(value.text.size()) : 0, true, false};
    }
  }

 private:
  void make_ready(Cell&) override {}
};

}  // namespace srgconv
