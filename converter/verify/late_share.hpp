// How many provisions a sender registers late, as far as its deliveries tell.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
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

/// Per chosen delivery of an old sender the count over its deliveries before that one, which still wants the chosen one itself; nothing where it is the only
/// one, or one before it cannot be read. Nothing at all, and nothing is read, where all of them together have fewer than `least_months` pairs of months.
std::vector<std::optional<LateCount>> count_late_before(const std::vector<Head>& heads, const std::vector<const Head*>& chosen, std::int64_t least_months,
                                                        const Request& request, Words& words);

}  // namespace srgconv::verify
