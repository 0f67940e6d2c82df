// Reads everything that the checks look at back from disk.
#pragma once

#include "diagnostics/diagnostics.hpp"
#include "verify/evidence.hpp"

namespace srgconv::verify {

/// The conversion files, the earlier ones and the deliveries of both sides that hold, not yet joined. `request.threads` files at a time; what is told goes to
/// `diagnostics` in the same order whatever their number. `words` must outlive the evidence.
Evidence read_evidence(const Request& request, Words& words, Diagnostics& diagnostics);

}  // namespace srgconv::verify
