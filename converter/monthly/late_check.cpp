// LATE: a start or an end that is first reported more than so many months after it counts for research only. It is still wanted.
#include "monthly/month.hpp"

namespace srgconv::monthly {
namespace {

// Is a date first reported in this month too late for the regular statistic?
Answer late(Date date, ReportMonth reported, int months_in_time) {
  if (date.unknown()) return Answer::undecided;
  // The last day that is in time's month is `months_in_time` before the report month; what lies before its first day is late.
  const Date first_in_time = reported.plus(-months_in_time).first_day();
  if (date.latest() < first_in_time) return Answer::yes;
  return date.earliest() < first_in_time ? Answer::undecided : Answer::no;
}

void judge(ProvisionCase& one, const Month& month, std::size_t provision, Date date, std::string_view code, int months_in_time) {
  const auto arguments = [&] { return Arguments{{"key", month.shown(provision)}, {"date", date.text()}, {"month", month.month().text()}}; };
  const Answer now = late(date, month.month(), months_in_time);
  if (now == Answer::no) return;
  if (now == Answer::undecided) return one.undecided("VER-198", arguments);
  // After a gap it may have been reported in one of the months that are not here.
  if (month.after_gap() && late(date, month.previous->plus(1), months_in_time) != Answer::yes) {
    return one.undecided("VER-195", [&] {
      return Arguments{{"key", month.shown(provision)}, {"last", month.previous->text()}, {"month", month.month().text()}};
    });
  }
  one.violated(code, arguments);
}

}  // namespace

void check_late(const Month& month, Found& found) {
  const int in_time = static_cast<int>(month.request.pack.check("LATE")->number(months_in_time)->units() / Decimal::whole(1).units());
  for (std::size_t i = 0; i < month.delivery.provisions.size(); ++i) {
    const delivery::Facts& now = month.delivery.provisions[i].facts;
    const Trail& trail = month.trail(i);
    // Of what stands in the first delivery nobody knows when it was first reported.
    const bool start_is_new = month.previous && !month.twice[i] && (!trail.known || month.other_person(i));
    // Its end is reported when it is over and was not before; that an end which had passed moves is another check.
    const bool end_is_new = !start_is_new && month.previous && month.comparable(i) && lasts_into(now.end, month.month().plus(1)) != Answer::yes &&
                            over_by(trail.facts.end, trail.last) == Answer::no;
    if (!start_is_new && !end_is_new) {
      found.tally.not_applicable();
      continue;
    }
    ProvisionCase one(found, month, i);
    if (start_is_new) judge(one, month, i, now.start, "VER-203", in_time);
    if (end_is_new) judge(one, month, i, *now.end, "VER-204", in_time);
  }
}

}  // namespace srgconv::monthly
