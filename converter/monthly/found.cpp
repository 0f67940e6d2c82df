#include "monthly/found.hpp"

namespace srgconv::monthly {

void Noted::note(std::uint32_t trail, ReportMonth month, Outcome outcome, const std::string* type) {
  const auto [found, fresh] = provisions_[static_cast<std::size_t>(outcome)].try_emplace(trail, Told{month, month, 0});
  Told& told = found->second;
  // A provision counts once a quarter, however many of its months were told.
  if (outcome == Outcome::violated && (fresh || quarter_of(told.last) != quarter_of(month))) ++by_quarter_[{quarter_of(month), type}];
  if (fresh || told.last != month) ++told.months;
  told.last = month;
}

}  // namespace srgconv::monthly
