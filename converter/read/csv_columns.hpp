// Which column of a CSV file is which field; internal to this room.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "read/csv_scanner.hpp"
#include "read/read.hpp"

namespace srgconv::read {

/// Which field each cell of a row belongs to. A last column without a name (a separator at the end of every line) belongs to none.
struct Columns {
  std::vector<std::size_t> field_of_cell;
  bool nameless_last = false;
  bool in_order = false;  ///< every field has a cell, and the order is that of the fields

  void look_at_order(std::size_t fields) {
    in_order = field_of_cell.size() == fields;
    for (std::size_t i = 0; i < fields && in_order; ++i) in_order = field_of_cell[i] == i;
  }
};

/// A file without a header: the columns are the fields.
Columns by_order(const rules::Format& format);
/// By the names in the header, `row` in `cells`. Nothing, with READ-101 to READ-103 or READ-109, when they are not those of the format.
std::optional<Columns> by_name(const std::vector<RawValue>& cells, const CsvRow& row, const rules::Format& format, const std::string& file,
                               Diagnostics& diagnostics);

}  // namespace srgconv::read
