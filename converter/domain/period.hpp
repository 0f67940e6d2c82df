// Dates that may be incomplete, report months, and the patterns by which they are read and written.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <fmt/format.h>

namespace srgconv {

/// A calendar date of which the day, or the day and the month, or everything may be unknown (SuwiML: `20190400`, `20190000`, `00000000`).
/// "No date" is not a Date: use std::optional<Date>.
class Date {
 public:
  constexpr Date() = default;  ///< the wholly unknown date

  /// A zero month or day means unknown. Nothing when such a date cannot exist (31 February, a day without a month, year outside 1..9999).
  /// A zero year gives the unknown date, whatever month and day are (domain.md: `0000mmdd` is an unknown date).
  static std::optional<Date> from_parts(int year, int month, int day);
  /// The inverse of packed(). Nothing when the date cannot exist.
  static std::optional<Date> from_packed(std::int32_t yyyymmdd);
  /// The complete date that lies `days` after 1970-01-01 (negative: before).
  static Date from_day_number(std::int32_t days);

  int year() const { return packed_ / 10000; }
  int month() const { return packed_ / 100 % 100; }
  int day() const { return packed_ % 100; }
  bool complete() const { return day() != 0; }
  bool unknown() const { return packed_ == 0; }

  /// The first and the last complete date this one can stand for. The unknown date spans 0001-01-01 to 9999-12-31.
  Date earliest() const;
  Date latest() const;

  /// Days since 1970-01-01; only of a complete date.
  std::int32_t day_number() const;
  /// yyyymmdd with zeros for unknown parts.
  std::int32_t packed() const { return packed_; }
  /// `2021-03-01`, `2021-03-??`, `2021-??-??`, `????-??-??`.
  std::string text() const;

  /// The order of packed values: a total order for containers. In time, compare with `on_or_before`.
  auto operator<=>(const Date&) const = default;

 private:
  friend class DatePattern;
  explicit constexpr Date(std::int32_t packed) : packed_(packed) {}
  std::int32_t packed_ = 0;
};

/// The answer to a question that a partial date may leave open.
enum class Answer { no, yes, undecided };

/// Does `a` lie on or before `b` in time?
Answer on_or_before(Date a, Date b);

/// The month a delivery is about.
class ReportMonth {
 public:
  constexpr ReportMonth() = default;
  /// Nothing unless year is 1..9999 and month 1..12.
  static std::optional<ReportMonth> from_parts(int year, int month);
  /// Reads `202201` or `2022-01`.
  static std::optional<ReportMonth> parse(std::string_view text);

  int year() const { return index_ / 12; }
  int month() const { return index_ % 12 + 1; }
  Date first_day() const;
  Date last_day() const;
  /// The month `months` later (negative: earlier).
  ReportMonth plus(int months) const;
  /// Whole months from `other` to this one.
  int months_since(ReportMonth other) const { return index_ - other.index_; }
  std::string compact() const;  ///< `202201`
  std::string text() const;     ///< `2022-01`

  auto operator<=>(const ReportMonth&) const = default;

 private:
  explicit constexpr ReportMonth(std::int32_t index) : index_(index) {}
  std::int32_t index_ = 0;  // year * 12 + month - 1
};

/// Why a text is not the date that a pattern asks for.
enum class DateFault { malformed, impossible, incomplete };

/// A pattern of `yyyy`, `mm`, `dd`, `d`, `m` and literal signs: 'yyyymmdd', 'dd-mm-yyyy', 'd/m/yyyy', 'yyyy-mm-dd', 'yyyymm', 'yyyy-mm'; `mmmm` is the Dutch
/// name of a month (`maart`), `mmm` its short name (`mrt`), in capitals or not, the short one with a point or not: 'd mmmm yyyy'. Written they are in small
/// letters.
class DatePattern {
 public:
  /// Nothing when the text is no pattern: it needs one year and one month, at most one day, and signs between parts of variable width.
  static std::optional<DatePattern> compile(std::string_view pattern);

  struct Reading {
    std::optional<Date> date;  ///< a month pattern gives the date with an unknown day
    DateFault fault = DateFault::malformed;
  };
  /// Reads the whole text. With `partial` zeros stand for unknown parts; without it they are `incomplete`.
  Reading read(std::string_view text, bool partial) const;
  /// Unknown parts become zeros.
  std::string write(Date date) const;

  bool is_month() const { return !has_day_; }
  const std::string& text() const { return pattern_; }

 private:
  // Where the digits stand when every part has its width: what nearly every pattern is.
  struct Places {
    std::uint8_t length = 0;  // 0: some part has no fixed width
    std::uint8_t year = 0, month = 0, day = 0;
  };
  std::optional<Date> read_in_place(std::string_view text) const;

  std::string pattern_;
  Places places_;
  bool has_day_ = false;
};

}  // namespace srgconv

template <>
struct fmt::formatter<srgconv::Date> : fmt::formatter<std::string> {
  auto format(const srgconv::Date& date, format_context& context) const { return formatter<std::string>::format(date.text(), context); }
};
template <>
struct fmt::formatter<srgconv::ReportMonth> : fmt::formatter<std::string> {
  auto format(const srgconv::ReportMonth& month, format_context& context) const { return formatter<std::string>::format(month.text(), context); }
};
