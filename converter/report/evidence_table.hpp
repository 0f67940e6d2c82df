// The evidence of a link as a table that people read: what was compared, what was found, and how strongly that speaks.
#pragma once

#include <string>

#include "diagnostics/diagnostics.hpp"
#include "domain/provision.hpp"

namespace srgconv::report {

/// The lines of `evidence` (store::Link::evidence), one below the other, with the facts that differ: `  begindatum    gelijk    sterk voor`. How strongly a
/// finding speaks follows from its weight: below 1 bit it says little, from 1 bit it is weak, from 3 bits strong, from 6 bits very strong, for or against. The
/// last line says how many times more likely all findings together are for one provision than for two. Without weights: findings only. Empty when the text is
/// no evidence.
std::string evidence_table(const std::string& evidence, const Provision& old, const Provision& fresh, Language language);

}  // namespace srgconv::report
