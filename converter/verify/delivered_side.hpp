// Reads the deliveries of one side, and decides which holds for which sender.
#pragma once

#include <vector>

#include "diagnostics/diagnostics.hpp"
#include "verify/evidence.hpp"

namespace srgconv::verify {

/// A delivery file and what its header says.
struct DeliveryHead {
  read::InputFile file;
  SenderCode sender;
  ReportMonth month;
  std::optional<std::int64_t> sequence;
};

/// The heads of all files; nothing, with VER-13x in `why`, when one cannot be read: a delivery of which the month is not known could be the one that holds.
std::optional<std::vector<DeliveryHead>> read_heads(const std::vector<read::InputFile>& files, const rules::Format& format, const CodeLists& codes,
                                                    std::vector<Diagnostic>& why, Diagnostics& diagnostics);

/// Of several deliveries of one sender and month the one that holds: the highest sequence, else the last in a declared order, else none (VER-136 in `why`).
const DeliveryHead* in_force(const std::vector<const DeliveryHead*>& rivals, const std::vector<std::vector<std::string>>& orders, std::vector<Diagnostic>& why);

/// The first month under the new keys: `stated` when a new sender delivered it, else the earliest month delivered; `stated` when nothing was.
std::optional<ReportMonth> first_new_month(const std::vector<DeliveryHead>& heads, std::optional<ReportMonth> stated);

/// What the sides are read with.
struct DeliveryReading {
  const Request& request;
  Words& words;
  Diagnostics& diagnostics;
};

/// Per new sender its delivery of `month`, or its earliest when it has none of that month.
DeliveredSide read_new_side(const std::vector<DeliveryHead>& heads, ReportMonth month, const DeliveryReading& reading);
/// Per old sender its latest delivery before `month`; senders without a delivery take what a mapping made of their export.
DeliveredSide read_old_side(const std::vector<DeliveryHead>& heads, ReportMonth month, const DeliveryReading& reading);

}  // namespace srgconv::verify
