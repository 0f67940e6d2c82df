// Puts the deliveries of one side together: which month of which sender, and which delivery holds.
#pragma once

#include <vector>

#include "diagnostics/diagnostics.hpp"
#include "verify/evidence.hpp"

namespace srgconv::verify {

/// The first month under the new keys: `stated` when a new sender delivered it, else the earliest month delivered; `stated` when nothing was.
std::optional<ReportMonth> first_new_month(const std::vector<Head>& heads, std::optional<ReportMonth> stated);

/// What the sides are read with.
struct DeliveryReading {
  const Request& request;
  Words& words;
  Diagnostics& diagnostics;
};

/// Per new sender its delivery of `month`, or its earliest when it has none of that month.
DeliveredSide read_new_side(const std::vector<Head>& heads, ReportMonth month, const DeliveryReading& reading);
/// Per old sender its latest delivery before `month`; senders without a delivery take what a mapping made of their export.
DeliveredSide read_old_side(const std::vector<Head>& heads, ReportMonth month, const DeliveryReading& reading);

}  // namespace srgconv::verify
