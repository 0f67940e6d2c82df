// The page about rule files: reads them as they were written, beside the checked rules.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "diagnostics/diagnostics.hpp"
#include "document/document.hpp"
#include "pack/pack.hpp"
#include "rules/rules.hpp"

namespace srgconv::cli {

/// The files of a checked rule set, the file itself first, but for those of packs. Nothing, with READ-0xx, when one can no longer be read.
std::optional<std::vector<document::RuleFile>> written_files(const rules::RuleSet& rules, pack::Library& library, Diagnostics& diagnostics);

}  // namespace srgconv::cli
