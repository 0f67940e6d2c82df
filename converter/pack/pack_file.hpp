// The declaration of a pack: pack.toml.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "diagnostics/diagnostics.hpp"
#include "domain/period.hpp"
#include "pack/pack.hpp"

namespace srgconv::pack {

/// What pack.toml says.
struct PackFile {
  std::string name, version, title_nl, title_en;
  std::optional<Date> applies_from;
  std::vector<std::string> sources;
  std::size_t longest_id = 15;
  Date known_until;
  std::optional<Date> starts_known_from;
  std::vector<Assumption> assumptions;
  SourceSpan name_span;
};

/// Nothing when there is a fault; all faults are reported, as PACK-00x and PACK-01x.
std::optional<PackFile> read_pack_file(const SourceText& text, Diagnostics& diagnostics);

}  // namespace srgconv::pack
