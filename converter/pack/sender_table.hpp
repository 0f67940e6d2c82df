// The senders of a pack: senders.csv.
#pragma once

#include <optional>
#include <vector>

#include "diagnostics/diagnostics.hpp"
#include "pack/pack.hpp"

namespace srgconv::pack {

/// Reads `code;name;kind;start;end;successors;source`, successors as `0757@2021-01-01,0824@2021-01-01`. Nothing when there is a fault: all are
/// reported, a successor that does not exist or had ended, and a line of successors that comes back at itself included.
std::optional<std::vector<Sender>> read_senders(const SourceText& text, Diagnostics& diagnostics);

}  // namespace srgconv::pack
