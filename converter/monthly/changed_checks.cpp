// CHANGED-BSN, CHANGED-TYPE, CHANGED-START and CHANGED-END: under one number stays one provision of one person.
#include "monthly/month.hpp"

namespace srgconv::monthly {
namespace {

/// Goes through the provisions that were delivered before; under a number that went to somebody else the other facts are another provision's.
template <class Judge>
void compare(const Month& month, Found& found, bool of_same_person, Judge&& judge) {
  for (std::size_t i = 0; i < month.delivery.provisions.size(); ++i) {
    if (!month.comparable(i) || (of_same_person && month.other_person(i)))
      found.tally.not_applicable();
    else
      judge(i, month.delivery.provisions[i].facts, month.trail(i));
  }
}

Arguments changed(const Month& month, std::size_t provision, std::string before, std::string now) {
  return {{"key", month.shown(provision)},
          {"last", month.trail(provision).last.text()},
          {"month", month.month().text()},
          {"old", std::move(before)},
          {"new", std::move(now)}};
}

}  // namespace

void check_changed_bsn(const Month& month, Found& found) {
  compare(month, found, false, [&](std::size_t i, const delivery::Facts& now, const Trail& trail) {
    if (!now.bsn || !trail.facts.bsn) return found.tally.not_applicable();  // the check BSN tells
    ProvisionCase one(found, month, i);
    if (now.bsn != trail.facts.bsn)
      one.violated("VER-199", [&] { return Arguments{{"key", month.shown(i)}, {"last", trail.last.text()}, {"month", month.month().text()}}; });
  });
}

void check_changed_type(const Month& month, Found& found) {
  compare(month, found, true, [&](std::size_t i, const delivery::Facts& now, const Trail& trail) {
    ProvisionCase one(found, month, i);
    if (now.type != trail.facts.type) one.violated("VER-200", [&] { return changed(month, i, *trail.facts.type, *now.type); });
  });
}

void check_changed_start(const Month& month, Found& found) {
  compare(month, found, true, [&](std::size_t i, const delivery::Facts& now, const Trail& trail) {
    ProvisionCase one(found, month, i);
    const Answer same = same_day(now.start, trail.facts.start);
    if (same == Answer::no) one.violated("VER-201", [&] { return changed(month, i, trail.facts.start.text(), now.start.text()); });
    if (same == Answer::undecided) {
      const Date open = now.start.complete() ? trail.facts.start : now.start;
      one.undecided("VER-198", [&] { return Arguments{{"key", month.shown(i)}, {"date", open.text()}, {"month", month.month().text()}}; });
    }
  });
}

void check_changed_end(const Month& month, Found& found) {
  compare(month, found, true, [&](std::size_t i, const delivery::Facts& now, const Trail& trail) {
    const Answer was_over = over_by(trail.facts.end, trail.last);
    // A planned end may move, and what runs again is RESURRECTED.
    if (was_over == Answer::no || lasts_into(now.end, month.month()) == Answer::yes) return found.tally.not_applicable();
    ProvisionCase one(found, month, i);
    const Answer same = same_day(*now.end, *trail.facts.end);
    if (same == Answer::no && was_over == Answer::yes)
      one.violated("VER-202", [&] { return changed(month, i, trail.facts.end->text(), now.end->text()); });
    else if (same != Answer::yes) {
      const Date open = trail.facts.end->complete() ? *now.end : *trail.facts.end;
      one.undecided("VER-198", [&] { return Arguments{{"key", month.shown(i)}, {"date", open.text()}, {"month", month.month().text()}}; });
    }
  });
}

}  // namespace srgconv::monthly
