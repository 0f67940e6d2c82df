#include "rules/evaluate_dates.hpp"

#include <algorithm>

namespace srgconv::rules {
namespace {

// The calendar of dates: 0001-01-01 to 9999-12-31, day numbers counted from 1970-01-01.
constexpr std::int64_t first_day_number = -719162;
constexpr std::int64_t last_day_number = 2932896;

Shifted of(Value value) { return {std::move(value), Shifted::Fault::none}; }
Shifted failed(Shifted::Fault fault) { return {{}, fault}; }

std::optional<ReportMonth> moved(int year, int month, std::int64_t months) {
  const std::int64_t index = std::int64_t{year} * 12 + month - 1 + months;
  if (index < 12 || index >= 10000 * 12) return std::nullopt;
  return ReportMonth::from_parts(static_cast<int>(index / 12), static_cast<int>(index % 12) + 1);
}

}  // namespace

Shifted plus_days(const Value& value, std::int64_t days) {
  const Date date = std::get<Date>(value);
  if (!date.complete()) return failed(Shifted::Fault::incomplete);
  const std::int64_t number = date.day_number() + days;
  if (number < first_day_number || number > last_day_number) return failed(Shifted::Fault::out_of_range);
  return of(Date::from_day_number(static_cast<std::int32_t>(number)));
}

Shifted plus_months(const Value& value, std::int64_t months) {
  if (const auto* month = std::get_if<ReportMonth>(&value)) {
    const auto later = moved(month->year(), month->month(), months);
    return later ? of(*later) : failed(Shifted::Fault::out_of_range);
  }
  const Date date = std::get<Date>(value);
  if (date.month() == 0) return failed(Shifted::Fault::incomplete);
  const auto later = moved(date.year(), date.month(), months);
  if (!later) return failed(Shifted::Fault::out_of_range);
  return of(*Date::from_parts(later->year(), later->month(), std::min(date.day(), later->last_day().day())));
}

std::optional<std::int64_t> days_between(Date first, Date second) {
  if (!first.complete() || !second.complete()) return std::nullopt;
  return std::int64_t{second.day_number()} - first.day_number();
}

std::optional<std::int64_t> months_between(Date first, Date second) {
  if (!first.complete() || !second.complete()) return std::nullopt;
  if (second < first) return -*months_between(second, first);
  const std::int64_t months = (std::int64_t{second.year()} - first.year()) * 12 + second.month() - first.month();
  return second.day() < first.day() ? months - 1 : months;
}

}  // namespace srgconv::rules
