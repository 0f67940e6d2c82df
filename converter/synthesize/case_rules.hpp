// The rule file of a synthesis.
#pragma once

#include <string>

#include "synthesize/world.hpp"

namespace srgconv::synthesize {

/// `land-van-cuijk`, `nieuwe-software`: of the transition, and of the rule file.
std::string case_name(const World& world);
/// Formats, code tables, mappings with an example of every way through them, and the transition, in the one layout of rule files.
std::string case_rules(const World& world, Diagnostics& diagnostics);

}  // namespace srgconv::synthesize
