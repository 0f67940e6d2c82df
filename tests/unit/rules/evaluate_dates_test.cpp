// Arithmetic of dates: laws on random dates, and the cases that people get wrong.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "rules/evaluate_dates.hpp"

namespace srgconv::rules {
namespace {

Date date(int year, int month, int day) { return *Date::from_parts(year, month, day); }
Value months_later(Date from, std::int64_t months) { return plus_months(from, months).value; }

rc::Gen<Date> dates() {
  return rc::gen::map(rc::gen::inRange(-30000, 50000), [](int number) { return Date::from_day_number(number); });
}

RC_GTEST_PROP(DateArithmetic, DaysAddedAreTheDaysBetween, ()) {
  const Date from = *dates();
  const int days = *rc::gen::inRange(-20000, 20000);
  const Date to = std::get<Date>(plus_days(from, days).value);
  RC_ASSERT(days_between(from, to) == days);
  RC_ASSERT(std::get<Date>(plus_days(to, -days).value) == from);
}

RC_GTEST_PROP(DateArithmetic, MonthsAddedAreTheMonthsBetween, ()) {
  const Date any = *dates();
  const Date from = date(any.year(), any.month(), std::min(any.day(), 28));
  const int months = *rc::gen::inRange(-600, 600);
  RC_ASSERT(months_between(from, std::get<Date>(months_later(from, months))) == months);
}

RC_GTEST_PROP(DateArithmetic, MonthsAddedNeverLeaveTheMonth, ()) {
  const Date from = *dates();
  const int months = *rc::gen::inRange(-600, 600);
  const Date to = std::get<Date>(months_later(from, months));
  RC_ASSERT((to.year() - from.year()) * 12 + to.month() - from.month() == months);
  RC_ASSERT(to.day() <= from.day());
}

TEST(DateArithmetic, TheDayBecomesTheLastOfAShorterMonth) {
  EXPECT_EQ(months_later(date(2024, 1, 31), 1), Value(date(2024, 2, 29)));
  EXPECT_EQ(months_later(date(2023, 1, 31), 1), Value(date(2023, 2, 28)));
  EXPECT_EQ(months_later(date(2023, 3, 31), -1), Value(date(2023, 2, 28)));
  EXPECT_EQ(months_later(date(2023, 1, 31), -1), Value(date(2022, 12, 31)));
}

TEST(DateArithmetic, AnUnknownDayStaysUnknown) {
  EXPECT_EQ(months_later(date(2021, 3, 0), 10), Value(date(2022, 1, 0)));
  EXPECT_EQ(plus_months(date(2021, 0, 0), 1).fault, Shifted::Fault::incomplete);
  EXPECT_EQ(plus_days(date(2021, 3, 0), 1).fault, Shifted::Fault::incomplete);
}

TEST(DateArithmetic, TheCalendarHasEnds) {
  EXPECT_EQ(plus_days(date(9999, 12, 31), 1).fault, Shifted::Fault::out_of_range);
  EXPECT_EQ(plus_days(date(1, 1, 1), -1).fault, Shifted::Fault::out_of_range);
  EXPECT_EQ(plus_days(date(9999, 12, 30), 1).value, Value(date(9999, 12, 31)));
  EXPECT_EQ(plus_months(date(9999, 12, 1), 1).fault, Shifted::Fault::out_of_range);
  EXPECT_EQ(plus_months(*ReportMonth::from_parts(1, 1), -1).fault, Shifted::Fault::out_of_range);
}

TEST(DateArithmetic, MonthsAreCountedAsAgesAre) {
  EXPECT_EQ(months_between(date(2023, 1, 31), date(2023, 2, 28)), 0);
  EXPECT_EQ(months_between(date(2023, 1, 31), date(2023, 3, 1)), 1);
  EXPECT_EQ(months_between(date(2023, 1, 15), date(2024, 1, 15)), 12);
  EXPECT_EQ(months_between(date(2024, 1, 15), date(2023, 1, 15)), -12);
  EXPECT_EQ(months_between(date(2023, 1, 0), date(2024, 1, 15)), std::nullopt);
  EXPECT_EQ(days_between(date(2023, 1, 1), date(2024, 0, 0)), std::nullopt);
}

}  // namespace
}  // namespace srgconv::rules
