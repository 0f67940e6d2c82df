// RUNNING-LAST-MONTH: a provision that ran at the end of a month is in the delivery of the next one, else it has disappeared.
#include "monthly/month.hpp"

namespace srgconv::monthly {

void check_running(const Month& month, Found& found) {
  for (const std::uint32_t index : month.before) {
    const Trail& trail = month.trails[index];
    const Answer over = over_by(trail.facts.end, *month.previous);
    if (over == Answer::yes) {
      found.tally.not_applicable();
      continue;
    }
    ProvisionCase one(found, month, Gone{index});
    if (trail.seen == month.month()) continue;
    if (over == Answer::undecided) {
      one.undecided("VER-198", [&] { return Arguments{{"key", month.shown(trail)}, {"date", shown_date(trail.facts.end)}, {"month", month.month().text()}}; });
      continue;
    }
    const auto arguments = [&] { return Arguments{{"key", month.shown(trail)}, {"last", month.previous->text()}, {"month", month.month().text()}}; };
    // In the months between the two it may have been delivered with its end.
    if (month.after_gap())
      one.undecided("VER-195", arguments);
    else
      one.violated("VER-194", arguments);
  }
}

}  // namespace srgconv::monthly
