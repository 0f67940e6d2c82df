// What the month says of its provisions, and what dates say when parts of them are unknown.
#include "monthly/month.hpp"

namespace srgconv::monthly {

bool Month::other_person(std::size_t provision) const {
  const auto &now = delivery.provisions[provision].facts.bsn, &then = trail(provision).facts.bsn;
  return now && then && now != then;
}

std::string Month::shown(const Trail& trail) const {
  const auto& bsn = trail.facts.bsn;
  return mask_personal(delivery.sender.text() + "/" + (bsn ? shown_number(trail.id, *bsn) : trail.id));
}

Answer over_by(const std::optional<Date>& end, ReportMonth month) { return end ? on_or_before(*end, month.last_day()) : Answer::no; }

Answer lasts_into(const std::optional<Date>& end, ReportMonth month) { return end ? on_or_before(month.first_day(), *end) : Answer::yes; }

Answer same_day(Date a, Date b) {
  if (a == b) return Answer::yes;
  return a.latest() < b.earliest() || b.latest() < a.earliest() ? Answer::no : Answer::undecided;
}

std::string shown_date(const std::optional<Date>& date) { return date ? date->text() : "-"; }

}  // namespace srgconv::monthly
