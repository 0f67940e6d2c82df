#include "domain/period.hpp"

#include <array>
#include <cassert>
#include <chrono>

namespace srgconv {
namespace {

namespace chrono = std::chrono;

constexpr char unknown_sign = '?';
const std::string two_signs(2, unknown_sign);

int last_day_of(int y, int m) { return static_cast<int>(static_cast<unsigned>((chrono::year{y} / m / chrono::last).day())); }

// The digits at `at`: exactly `width`, or one to two when width is 0. Moves `at` past them; -1 when there are none.
int read_digits(std::string_view text, std::size_t& at, std::size_t width) {
  const std::size_t most = width == 0 ? 2 : width;
  int value = 0;
  std::size_t count = 0;
  while (count < most && at < text.size() && text[at] >= '0' && text[at] <= '9') {
    value = value * 10 + (text[at] - '0');
    ++at;
    ++count;
  }
  return count == 0 || (width != 0 && count != width) ? -1 : value;
}

// Dutch names of months, and the short ones that the language has (Taalunie: mrt, the others their first three letters).
constexpr std::array<std::string_view, 12> month_names = {"januari", "februari", "maart",     "april",   "mei",      "juni",
                                                          "juli",    "augustus", "september", "oktober", "november", "december"};
constexpr std::array<std::string_view, 12> short_month_names = {"jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"};

bool starts_with_ignoring_case(std::string_view text, std::string_view name) {
  if (text.size() < name.size()) return false;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const char c = text[i] >= 'A' && text[i] <= 'Z' ? static_cast<char>(text[i] - 'A' + 'a') : text[i];
    if (c != name[i]) return false;
  }
  return true;
}

// The month whose name stands at `at`, behind a short name perhaps a point; moves past it. `00` is the unknown month; -1 when there is no name.
int read_month_name(std::string_view text, std::size_t& at, bool in_full) {
  const std::string_view rest = text.substr(std::min(at, text.size()));
  if (rest.starts_with("00")) {
    at += 2;
    return 0;
  }
  const auto& names = in_full ? month_names : short_month_names;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (!starts_with_ignoring_case(rest, names[i])) continue;
    at += names[i].size();
    if (!in_full && at < text.size() && text[at] == '.') ++at;
    return static_cast<int>(i) + 1;
  }
  return -1;
}

struct Part {
  char kind = 0;          // y, m, d, or 'l' for a literal sign; n: the name of a month, s: its short name
  std::size_t width = 0;  // 4 or 2; 0 for one or two digits
  char literal = 0;
};

// One part of a pattern at `at`; moves past it.
Part next_part(std::string_view pattern, std::size_t& at) {
  const auto starts = [&](std::string_view word) { return pattern.substr(at).starts_with(word); };
  const auto take = [&](char kind, std::size_t letters, std::size_t width) {
    at += letters;
    return Part{kind, width, 0};
  };
  if (starts("yyyy")) return take('y', 4, 4);
  if (starts("mmmm")) return take('n', 4, 1);
  if (starts("mmm")) return take('s', 3, 1);
  if (starts("mm")) return take('m', 2, 2);
  if (starts("dd")) return take('d', 2, 2);
  if (starts("m")) return take('m', 1, 0);
  if (starts("d")) return take('d', 1, 0);
  return Part{'l', 0, pattern[at++]};
}

}  // namespace

std::optional<Date> Date::from_parts(int y, int m, int d) {
  if (y < 0 || y > 9999 || m < 0 || m > 12 || d < 0 || d > 31) return std::nullopt;
  if (y == 0) return Date{};
  if (m == 0) return d == 0 ? std::optional(Date(y * 10000)) : std::nullopt;
  if (d > last_day_of(y, m)) return std::nullopt;
  return Date(y * 10000 + m * 100 + d);
}

std::optional<Date> Date::from_packed(std::int32_t packed) { return packed < 0 ? std::nullopt : from_parts(packed / 10000, packed / 100 % 100, packed % 100); }

Date Date::from_day_number(std::int32_t days) {
  const chrono::year_month_day ymd{chrono::sys_days{chrono::days{days}}};
  return Date(static_cast<int>(ymd.year()) * 10000 + static_cast<int>(static_cast<unsigned>(ymd.month())) * 100 +
              static_cast<int>(static_cast<unsigned>(ymd.day())));
}

Date Date::earliest() const {
  if (unknown()) return Date(10101);
  return Date(year() * 10000 + (month() == 0 ? 1 : month()) * 100 + (day() == 0 ? 1 : day()));
}

Date Date::latest() const {
  if (unknown()) return Date(99991231);
  const int m = month() == 0 ? 12 : month();
  return Date(year() * 10000 + m * 100 + (day() == 0 ? last_day_of(year(), m) : day()));
}

std::int32_t Date::day_number() const {
  assert(complete());
  const chrono::sys_days days{chrono::year{year()} / month() / day()};
  return static_cast<std::int32_t>(days.time_since_epoch().count());
}

std::string Date::text() const {
  if (unknown()) return std::string(4, unknown_sign) + "-" + two_signs + "-" + two_signs;
  const std::string m = month() == 0 ? two_signs : fmt::format("{:02}", month());
  const std::string d = day() == 0 ? two_signs : fmt::format("{:02}", day());
  return fmt::format("{:04}-{}-{}", year(), m, d);
}

Answer on_or_before(Date a, Date b) {
  if (a.latest() <= b.earliest()) return Answer::yes;
  if (a.earliest() > b.latest()) return Answer::no;
  return Answer::undecided;
}

std::optional<ReportMonth> ReportMonth::from_parts(int y, int m) {
  if (y < 1 || y > 9999 || m < 1 || m > 12) return std::nullopt;
  return ReportMonth(y * 12 + m - 1);
}

std::optional<ReportMonth> ReportMonth::parse(std::string_view text) {
  for (const std::string_view pattern : {"yyyymm", "yyyy-mm"}) {
    if (const auto date = DatePattern::compile(pattern)->read(text, false).date) return from_parts(date->year(), date->month());
  }
  return std::nullopt;
}

Date ReportMonth::first_day() const { return *Date::from_parts(year(), month(), 1); }
Date ReportMonth::last_day() const { return *Date::from_parts(year(), month(), last_day_of(year(), month())); }
ReportMonth ReportMonth::plus(int months) const { return ReportMonth(index_ + months); }
std::string ReportMonth::compact() const { return fmt::format("{:04}{:02}", year(), month()); }
std::string ReportMonth::text() const { return fmt::format("{:04}-{:02}", year(), month()); }

std::optional<DatePattern> DatePattern::compile(std::string_view pattern) {
  int years = 0, months = 0, days = 0;
  bool after_open_width = false;  // after `d` or `m` a literal sign must follow, or one digit more would be ambiguous
  std::size_t at = 0;
  while (at < pattern.size()) {
    const Part part = next_part(pattern, at);
    if (part.kind == 'l') {
      if (std::string_view("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789").find(part.literal) != std::string_view::npos) return std::nullopt;
      after_open_width = false;
      continue;
    }
    if (after_open_width) return std::nullopt;
    years += part.kind == 'y';
    months += part.kind == 'm' || part.kind == 'n' || part.kind == 's';
    days += part.kind == 'd';
    after_open_width = part.width == 0;
  }
  if (years != 1 || months != 1 || days > 1) return std::nullopt;
  DatePattern result;
  result.pattern_ = pattern;
  result.has_day_ = days == 1;
  const std::size_t year = pattern.find("yyyy"), month = pattern.find("mm"), day = pattern.find("dd");
  const bool in_digits = month != std::string_view::npos && pattern.find("mmm") == std::string_view::npos;
  if (in_digits && (days == 0 || day != std::string_view::npos) && pattern.size() < 32) {
    const auto place = [](std::size_t offset) { return static_cast<std::uint8_t>(offset); };
    result.places_ = {place(pattern.size()), place(year), place(month), place(days == 0 ? 0 : day)};
  }
  return result;
}

// A complete date that stands as the pattern has it, sign for sign; nothing for everything else, whether it is a date or not.
std::optional<Date> DatePattern::read_in_place(std::string_view text) const {
  if (places_.length == 0 || text.size() != places_.length) return std::nullopt;
  unsigned wrong = 0;
  const auto two = [&](std::size_t at) {
    const unsigned tens = static_cast<unsigned char>(text[at]) - static_cast<unsigned>('0');
    const unsigned ones = static_cast<unsigned char>(text[at + 1]) - static_cast<unsigned>('0');
    wrong |= static_cast<unsigned>(tens > 9) | static_cast<unsigned>(ones > 9);
    return tens * 10 + ones;
  };
  const unsigned y = two(places_.year) * 100 + two(places_.year + 2U);
  const unsigned m = two(places_.month);
  const unsigned d = has_day_ ? two(places_.day) : 1;
  if (wrong != 0 || y == 0 || m < 1 || m > 12 || d < 1 || d > 31) return std::nullopt;
  if (d > 28 && static_cast<int>(d) > last_day_of(static_cast<int>(y), static_cast<int>(m))) return std::nullopt;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char sign = pattern_[i];
    if (sign != 'y' && sign != 'm' && sign != 'd' && sign != text[i]) return std::nullopt;
  }
  return Date(static_cast<std::int32_t>(y * 10000 + m * 100 + (has_day_ ? d : 0)));
}

DatePattern::Reading DatePattern::read(std::string_view text, bool partial) const {
  if (const auto date = read_in_place(text)) return {date, DateFault::malformed};
  int y = 0, m = 0, d = 0;
  std::size_t at = 0;
  for (std::size_t p = 0; p < pattern_.size();) {
    const Part part = next_part(pattern_, p);
    if (part.kind == 'l') {
      if (at >= text.size() || text[at] != part.literal) return {};
      ++at;
      continue;
    }
    const bool named = part.kind == 'n' || part.kind == 's';
    const int value = named ? read_month_name(text, at, part.kind == 'n') : read_digits(text, at, part.width);
    if (value < 0) return {};
    (part.kind == 'y' ? y : part.kind == 'd' ? d : m) = value;
  }
  if (at != text.size()) return {};
  const auto date = Date::from_parts(y, m, d);
  if (!date || (!has_day_ && m == 0 && !partial)) return {std::nullopt, DateFault::impossible};
  const bool incomplete = date->unknown() || date->month() == 0 || (has_day_ && !date->complete());
  if (incomplete && !partial) return {std::nullopt, DateFault::incomplete};
  return {date, DateFault::malformed};
}

std::string DatePattern::write(Date date) const {
  std::string text;
  for (std::size_t p = 0; p < pattern_.size();) {
    const Part part = next_part(pattern_, p);
    if (part.kind == 'l')
      text += part.literal;
    else if (part.kind == 'y')
      text += fmt::format("{:04}", date.year());
    else if ((part.kind == 'n' || part.kind == 's') && date.month() > 0)
      text += (part.kind == 'n' ? month_names : short_month_names)[static_cast<std::size_t>(date.month() - 1)];
    else if (part.kind == 'n' || part.kind == 's')
      text += "00";
    else
      text += fmt::format(fmt::runtime(part.width == 2 ? "{:02}" : "{}"), part.kind == 'm' ? date.month() : date.day());
  }
  return text;
}

}  // namespace srgconv
