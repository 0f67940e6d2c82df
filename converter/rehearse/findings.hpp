// What was observed, as findings: one per column and table, per rule, or per column, never per row.
#pragma once

#include <set>
#include <string>

#include "diagnostics/diagnostics.hpp"
#include "rehearse/observed.hpp"

namespace srgconv::rehearse {

/// DATA-003 and on, placed in `file`. Rows that were decided by a rule that looks at one of the `missing` columns (indexes) are not told: that the column is
/// missing says enough.
void report_observed(const Observed& observed, const rules::Mapping& mapping, const std::set<std::size_t>& missing, const std::string& file,
                     Diagnostics& diagnostics);

}  // namespace srgconv::rehearse
