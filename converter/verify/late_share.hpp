// How many provisions a sender registers late, as far as its deliveries tell.
#pragma once

#include <optional>
#include <vector>

#include "diagnostics/diagnostics.hpp"
#include "verify/evidence.hpp"

namespace srgconv::verify {

/// So many months before the last one are read: enough for the pairs that the check asks for, and no more, since each is a delivery to read.
inline constexpr int months_of_late_share = 3;

/// Counts over deliveries of one sender in order of month, each against the one before it: what is there for the first time although it had started on or
/// before the last day of the month before is registered late. Months that were not delivered are passed over.
class LateCount {
 public:
  void add(const delivery::Delivery& delivery);
  LateShare share() const { return share_; }

 private:
  LateShare share_;
  std::vector<std::string> before_;  // numbers of the delivery before, in order
  std::optional<ReportMonth> month_before_;
};

/// Of each old sender whose delivery was chosen, over its deliveries up to and including that one; senders with one delivery only are left out, as are those
/// of which one cannot be read.
std::vector<LateShare> read_late_shares(const std::vector<Head>& heads, const std::vector<const Head*>& chosen, const Request& request, Words& words);

}  // namespace srgconv::verify
