// The elements of a format in the order in which they are written; internal to this room.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "diagnostics/diagnostics.hpp"
#include "rules/rules.hpp"

namespace srgconv::write {

/// An element that holds fields. Numbers are those of the fields in the list that the tree was made for.
struct Element {
  std::string name;
  std::vector<std::pair<std::string, std::size_t>> attributes;  ///< name, field
  std::optional<std::size_t> text;                              ///< field
  std::vector<std::unique_ptr<Element>> children;
  std::optional<std::size_t> group;  ///< repeated once per occurrence; the tree below it has the numbers of the group's fields
};

/// An element around the records.
struct Level {
  Element element;                               ///< its name and attributes
  std::vector<std::unique_ptr<Element>> before;  ///< elements in front of the records
  std::vector<std::unique_ptr<Element>> after;   ///< elements behind them
  std::vector<std::size_t> fields;               ///< all fields that stand here
};

struct Layout {
  Element header;             ///< attributes of the root, and the elements of the header
  std::vector<Level> levels;  ///< the root first; the last one stands directly around the records
  Element record;
};

/// READ-240 for a path that cannot be written.
std::optional<Layout> make_layout(const rules::Format& format, const std::string& shown_name, Diagnostics& diagnostics);

}  // namespace srgconv::write
