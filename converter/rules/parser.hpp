// Reads a rule file statement by statement: after a mistake it goes on at the next statement, so that one run shows them all.
#pragma once

#include "diagnostics/diagnostics.hpp"
#include "rules/syntax_tree.hpp"

namespace srgconv::rules {

/// What could be read of a file; mistakes go to `diagnostics` (RULE-001 to RULE-021). Nodes with lines that were not understood are marked faulty.
syntax::File parse_text(const SourceText& text, Diagnostics& diagnostics);

}  // namespace srgconv::rules
