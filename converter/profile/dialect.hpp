// Finds separator, title lines and header of a text; internal to this room.
#pragma once

#include <string>
#include <vector>

#include "profile/profile.hpp"
#include "read/read.hpp"

namespace srgconv::profile {

/// What was found, and the names of the columns: those of the header, or `kolom-1`, `kolom-2` without one.
struct FoundDialect {
  CsvDialect dialect;
  std::vector<std::string> columns;
};

/// Looks at the sample. Nothing when there is no row in it.
std::optional<FoundDialect> find_dialect(const read::TextLook& look);

/// May this text stand in a header, or could it be somebody's data?
bool could_be_personal(std::string_view cell);

}  // namespace srgconv::profile
