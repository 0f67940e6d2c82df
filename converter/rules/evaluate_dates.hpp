// Arithmetic of dates and months in expressions.
#pragma once

#include "rules/rules.hpp"

namespace srgconv::rules {

/// What came of adding to a date: it, or why not.
struct Shifted {
  enum class Fault { none, incomplete, out_of_range };
  Value value;
  Fault fault = Fault::none;
};

/// A date or month, `days` later (negative: earlier). An incomplete date cannot be moved by days.
Shifted plus_days(const Value& value, std::int64_t days);
/// A date or month, `months` later. The day of a date becomes the last of the month where that month is shorter; a date of which only the day is
/// unknown stays so; one of which the month is unknown cannot be moved.
Shifted plus_months(const Value& value, std::int64_t months);

/// Days from the first date to the second; nothing when one is incomplete.
std::optional<std::int64_t> days_between(Date first, Date second);
/// Whole months from the first date to the second, as ages are counted: 31 January to 28 February is 0, to 1 March 1. Negative when the second is
/// earlier. Nothing when one is incomplete.
std::optional<std::int64_t> months_between(Date first, Date second);

}  // namespace srgconv::rules
