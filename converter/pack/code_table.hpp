// A code list of a pack: codes/<list>.csv.
#pragma once

#include <optional>
#include <string>

#include "diagnostics/diagnostics.hpp"
#include "domain/code_list.hpp"

namespace srgconv::pack {

/// Reads `code;name;category;role;max_months;valid_from;valid_until;source`. Nothing when there is a fault; all faults are reported.
std::optional<CodeList> read_code_list(std::string name, const SourceText& text, Diagnostics& diagnostics);

}  // namespace srgconv::pack
