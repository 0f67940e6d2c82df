// The small tables of a pack: a strict splitter for UTF-8 text with semicolons, a header line and quotes.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostics.hpp"
#include "domain/period.hpp"

namespace srgconv::pack {

/// A value, and where it stood.
struct Cell {
  std::string text;
  SourceSpan span;
};

/// Cells in the order of the wanted columns, not in that of the file.
using TableRow = std::vector<Cell>;

/// Reads a table that has exactly these columns, in any order. Nothing when it has a fault; all faults are reported, as PACK-02x.
std::optional<std::vector<TableRow>> read_table(const SourceText& text, std::span<const std::string_view> columns, Diagnostics& diagnostics);

/// The date of a cell, written as 2022-01-31; an empty cell is no date. Any other text is PACK-030.
std::optional<Date> read_date(const Cell& cell, Diagnostics& diagnostics);

}  // namespace srgconv::pack
