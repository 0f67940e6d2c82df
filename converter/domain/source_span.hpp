// Where something stood in an input: a rule file, a CSV export, an XML document.
#pragma once

#include <cstdint>
#include <string>

namespace srgconv {

/// A place in a named text. `file` is the name as the user knows it: relative to the case folder, or
/// `schemas/...`, `mappings/...` for shipped files; never an absolute path, so that outputs do not depend on the machine.
struct SourceSpan {
  std::string file;
  std::uint32_t line = 0;    ///< 1-based; 0 when the place is the file as a whole
  std::uint32_t column = 0;  ///< 1-based, in characters (not bytes); 0 when unknown
  std::uint32_t length = 0;  ///< in characters; 0 when unknown
  std::string field;         ///< CSV: the column's name. XML: the path of the element. Empty when neither applies.

  auto operator<=>(const SourceSpan&) const = default;
};

}  // namespace srgconv
