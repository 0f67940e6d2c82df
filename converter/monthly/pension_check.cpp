// PENSION-AGE: who has state-pension age on the last day of the month has no provision running any more.
#include "monthly/sender.hpp"

namespace srgconv::monthly {

void check_pension_age(const Month& month, Found& found) {
  const auto& provisions = month.delivery.provisions;
  const BirthDates* births = month.request.birth_dates;
  if (births == nullptr) return found.tally.not_applicable(provisions.size());
  const Date last_day = month.month().last_day();
  for (std::size_t i = 0; i < provisions.size(); ++i) {
    const delivery::Facts& facts = provisions[i].facts;
    // A provision still runs on its last day.
    const Answer started = on_or_before(facts.start, last_day), goes_on = facts.end ? on_or_before(last_day, *facts.end) : Answer::yes;
    if (!facts.bsn || started == Answer::no || goes_on == Answer::no) {
      found.tally.not_applicable();
      continue;
    }
    ProvisionCase one(found, month, i);
    const auto born = births->of(*facts.bsn);
    const Answer reached = born ? month.request.pack.pension_ages.reached(*born, last_day) : Answer::undecided;
    if (reached == Answer::no) continue;
    const auto arguments = [&] { return Arguments{{"key", month.shown(i)}, {"month", month.month().text()}}; };
    if (reached == Answer::undecided)
      one.undecided("VER-209", arguments);
    else if (started == Answer::yes && goes_on == Answer::yes)
      one.violated("VER-208", arguments);
    else
      one.undecided("VER-198", [&] {
        const Date open = started == Answer::yes ? *facts.end : facts.start;
        return Arguments{{"key", month.shown(i)}, {"date", open.text()}, {"month", month.month().text()}};
      });
  }
}

void check_has_birth_dates(const History& history, Found& found) {
  if (history.request.birth_dates == nullptr) found.tally.nothing_to_assess();
}

}  // namespace srgconv::monthly
