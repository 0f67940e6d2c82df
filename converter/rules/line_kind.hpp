// The lines of a fixed width file; a part of rules.hpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace srgconv::rules {

/// Characters of a line, counted from 1, both ends included; `first` 0: nowhere.
struct Positions {
  std::uint32_t first = 0, last = 0;
};

struct FixedColumn {
  std::size_t field = 0;  ///< in Format::fields
  Positions at;
};

/// Lines of one kind in a fixed width file.
struct LineKind {
  enum class Role {
    record,  ///< each is a record
    before,  ///< its columns belong to the records after it, until the next such line
    count,   ///< states the number of record lines
    ignored
  };
  std::string kind;  ///< what stands at Format::kind_at, without blanks at both ends
  Role role = Role::record;
  std::vector<FixedColumn> columns;  ///< by their places, which do not overlap
  Positions count;
  /// How many kinds of `before` lines are declared above it. A record needs a line of each; a `before` line ends what the deeper ones said.
  std::size_t levels = 0;
};

}  // namespace srgconv::rules
