// RESURRECTED: what had ended stays ended, and what was away from a delivery while it ran does not come back.
#include "monthly/month.hpp"

namespace srgconv::monthly {

void check_resurrected(const Month& month, Found& found) {
  for (std::size_t i = 0; i < month.delivery.provisions.size(); ++i) {
    if (!month.comparable(i) || month.other_person(i)) {
      found.tally.not_applicable();
      continue;
    }
    const Trail& trail = month.trail(i);
    const delivery::Facts& now = month.delivery.provisions[i].facts;
    ProvisionCase one(found, month, i);
    const auto was_over = over_by(trail.facts.end, trail.last), is_running = lasts_into(now.end, month.month());
    const bool was_away = month.previous && trail.last < *month.previous;
    if (was_over == Answer::yes && is_running == Answer::yes) {
      one.violated("VER-196", [&] {
        return Arguments{{"key", month.shown(i)}, {"end", shown_date(trail.facts.end)}, {"last", trail.last.text()}, {"month", month.month().text()}};
      });
    } else if (was_over == Answer::no && was_away) {
      one.violated("VER-197", [&] { return Arguments{{"key", month.shown(i)}, {"last", trail.last.text()}, {"month", month.month().text()}}; });
    } else if ((was_over == Answer::undecided && (was_away || (is_running != Answer::no && now.end != trail.facts.end))) ||
               (was_over == Answer::yes && is_running == Answer::undecided && now.end != trail.facts.end)) {
      const auto& open = was_over == Answer::undecided ? trail.facts.end : now.end;
      one.undecided("VER-198", [&] { return Arguments{{"key", month.shown(i)}, {"date", shown_date(open)}, {"month", month.month().text()}}; });
    }
  }
}

}  // namespace srgconv::monthly
