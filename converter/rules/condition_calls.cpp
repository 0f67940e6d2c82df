// Conditions of checks: functions. Those of dates and months keep an order, so the ends of a stretch give the ends of what comes out.
#include <algorithm>
#include <bit>
#include <limits>
#include <utility>

#include "rules/condition_step.hpp"
#include "rules/evaluate_dates.hpp"
#include "rules/functions.hpp"

namespace srgconv::rules {
namespace {

using Kind = Possible::Kind;

std::int64_t bits_of(ReportMonth month) { return std::bit_cast<std::int32_t>(month); }
ReportMonth month_of_bits(std::int64_t bits) { return std::bit_cast<ReportMonth>(static_cast<std::int32_t>(bits)); }
bool sensible(std::int64_t month_bits) { return month_bits >= 12 && month_bits < std::int64_t{10000} * 12; }

Possible with_empty(Possible value, bool perhaps_empty) { return perhaps_empty ? value.perhaps_empty() : value; }

// The days of a month: its first or its last.
template <bool last_of_month>
Possible day_of_month(const ConditionStep& step, FactFrame& frame) {
  const Possible month = step.operands[0].value(frame);
  if (month.is_empty()) return Possible::empty(Kind::date);
  if (!sensible(month.first()) || !sensible(month.last())) return Possible::anything(Kind::date);
  const auto day = [](std::int64_t bits) { return (last_of_month ? month_of_bits(bits).last_day() : month_of_bits(bits).first_day()).packed(); };
  return with_empty(Possible::stretch(Kind::date, day(month.first()), day(month.last())), month.may_be_empty());
}

// From one stretch of days to another: less of the first is more, more of the second is more.
template <auto count>
Possible between(const ConditionStep& step, FactFrame& frame) {
  const Possible from = step.operands[0].value(frame), to = step.operands[1].value(frame);
  if (from.is_empty() || to.is_empty()) return Possible::empty(Kind::number);
  const auto least = count(date_of(from.last()), date_of(to.first())), most = count(date_of(from.first()), date_of(to.last()));
  return with_empty(Possible::stretch(Kind::number, Decimal::whole(*least).units(), Decimal::whole(*most).units()), from.may_be_empty() || to.may_be_empty());
}

Possible month_of_day(const ConditionStep& step, FactFrame& frame) {
  const Possible day = step.operands[0].value(frame);
  if (day.is_empty()) return Possible::empty(Kind::month);
  const auto month = [](std::int64_t packed) { return bits_of(*ReportMonth::from_parts(date_of(packed).year(), date_of(packed).month())); };
  return with_empty(Possible::stretch(Kind::month, month(day.first()), month(day.last())), day.may_be_empty());
}

Possible year(const ConditionStep& step, FactFrame& frame) {
  const Possible time = step.operands[0].value(frame);
  if (time.is_empty()) return Possible::empty(Kind::number);
  const bool is_month = time.kind() == Kind::month;
  if (is_month && (!sensible(time.first()) || !sensible(time.last()))) return Possible::anything(Kind::number);
  const auto number = [&](std::int64_t at) { return Decimal::whole(is_month ? month_of_bits(at).year() : date_of(at).year()).units(); };
  return with_empty(Possible::stretch(Kind::number, number(time.first()), number(time.last())), time.may_be_empty());
}

template <bool earliest>
Possible extreme(const ConditionStep& step, FactFrame& frame) {
  const Possible a = step.operands[0].value(frame), b = step.operands[1].value(frame);
  if (a.is_empty() || b.is_empty()) return Possible::empty(Kind::date);
  const auto chosen = [](std::int64_t x, std::int64_t y) { return earliest ? std::min(x, y) : std::max(x, y); };
  return with_empty(Possible::stretch(Kind::date, chosen(a.first(), b.first()), chosen(a.last(), b.last())), a.may_be_empty() || b.may_be_empty());
}

Possible first_filled(const ConditionStep& step, FactFrame& frame) {
  std::optional<Possible> result;
  for (const ConditionStep& operand : step.operands) {
    const Possible value = operand.value(frame);
    if (value.may_be_value()) result = result ? Possible::either(*result, value.filled()) : value.filled();
    if (!value.may_be_empty()) return *result;
  }
  return result ? result->perhaps_empty() : Possible::empty(step.kind);
}

}  // namespace

void compile_possible_call(ConditionStep& step) {
  const std::string_view name = step.source->function->name;
  constexpr std::pair<std::string_view, ConditionStep::Run> ordered[] = {{"first_day", day_of_month<false>},
                                                                         {"last_day", day_of_month<true>},
                                                                         {"days_between", between<days_between>},
                                                                         {"months_between", between<months_between>},
                                                                         {"month_of", month_of_day},
                                                                         {"year", year},
                                                                         {"earliest", extreme<true>},
                                                                         {"latest", extreme<false>},
                                                                         {"coalesce", first_filled}};
  const auto found = std::find_if(std::begin(ordered), std::end(ordered), [&](const auto& each) { return each.first == name; });
  step.run = found == std::end(ordered) ? evaluated_when_settled : found->second;
}

}  // namespace srgconv::rules
