// Puts the deliveries of one side together: which month of which sender, and which delivery holds.
#pragma once

#include <vector>

#include "diagnostics/diagnostics.hpp"
#include "verify/evidence.hpp"

namespace srgconv::verify {

/// The first month under the new keys: `stated` when a new sender delivered it, else the earliest month delivered; `stated` when nothing was.
std::optional<ReportMonth> first_new_month(const std::vector<Head>& heads, std::optional<ReportMonth> stated);

/// The deliveries that a side consists of, and why it cannot be judged by them.
struct ChosenDeliveries {
  std::vector<const Head*> heads;        ///< ordered by sender
  std::vector<Diagnostic> why_unusable;  ///< VER-136, VER-137, VER-138
};
using DeclaredOrders = std::vector<std::vector<std::string>>;

/// Per new sender its delivery of `month`, or its earliest when it has none of that month.
ChosenDeliveries choose_new(const std::vector<Head>& heads, ReportMonth month, const DeclaredOrders& orders);
/// Per old sender its latest delivery before `month`.
ChosenDeliveries choose_old(const std::vector<Head>& heads, ReportMonth month, const DeclaredOrders& orders);

/// Old senders without a delivery take what a mapping made of their export. A side of nothing at all cannot be judged (VER-139).
void complete_old_side(DeliveredSide& side, const std::vector<MappedSide>& mapped_old, Words& words);

}  // namespace srgconv::verify
