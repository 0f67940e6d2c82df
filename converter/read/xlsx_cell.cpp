// Cells as text.
#include "read/xlsx_cell.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>

#include <fmt/format.h>

#include "domain/utf8.hpp"

namespace srgconv::read {
namespace {

constexpr std::uint32_t last_row = 1048576, last_column = 16384;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

// 15 digits and an exponent, `4.55000000000000e+01`, without the exponent and the zeros at the end.
std::string plain_number(std::string_view scientific) {
  const std::size_t e = scientific.find('e');
  int exponent = 0;
  const std::string_view power = scientific.substr(e + (scientific[e + 1] == '+' ? 2 : 1));
  std::from_chars(power.data(), power.data() + power.size(), exponent);
  std::string digits;
  for (const char c : scientific.substr(0, e)) {
    if (is_digit(c)) digits += c;
  }
  digits.erase(std::max<std::size_t>(digits.find_last_not_of('0') + 1, 1));
  const bool negative = scientific.front() == '-';
  if (digits == "0") return digits;
  std::string text = negative ? "-" : "";
  if (exponent < 0) return text + "0." + std::string(static_cast<std::size_t>(-exponent - 1), '0') + digits;
  const auto whole = static_cast<std::size_t>(exponent) + 1;
  if (digits.size() <= whole) return text + digits + std::string(whole - digits.size(), '0');
  return text + digits.substr(0, whole) + "." + digits.substr(whole);
}

bool is_plain_whole(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  if (text.empty() || (text.front() == '0' && text.size() > 1) || text.size() > 20) return false;
  return std::all_of(text.begin(), text.end(), is_digit);
}

}  // namespace

std::optional<CellPlace> cell_place(std::string_view text) {
  CellPlace place;
  std::size_t at = 0;
  for (; at < text.size() && at < 4 && lower(text[at]) >= 'a' && lower(text[at]) <= 'z'; ++at) {
    place.column = place.column * 26 + static_cast<std::uint32_t>(lower(text[at]) - 'a' + 1);
  }
  const auto [end, error] = std::from_chars(text.data() + at, text.data() + text.size(), place.row);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  if (place.column == 0 || place.column > last_column || place.row == 0 || place.row > last_row) return std::nullopt;
  return place;
}

std::string column_letters(std::uint32_t column) {
  std::string letters;
  for (; column > 0; column = (column - 1) / 26) letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % 26));
  return letters;
}

std::optional<std::string> number_text(std::string_view written) {
  while (!written.empty() && written.front() == ' ') written.remove_prefix(1);
  while (!written.empty() && written.back() == ' ') written.remove_suffix(1);
  if (written == "-0") return "0";
  if (is_plain_whole(written)) return std::string(written);
  if (written.starts_with('+')) written.remove_prefix(1);
  double value = 0;
  const auto [end, error] = std::from_chars(written.data(), written.data() + written.size(), value);
  if (error != std::errc{} || end != written.data() + written.size() || !std::isfinite(value)) return std::nullopt;
  return plain_number(fmt::format("{:.14e}", value));
}

bool shows_date(std::uint32_t builtin_format) {
  const auto within = [&](std::uint32_t first, std::uint32_t last) { return first <= builtin_format && builtin_format <= last; };
  return within(14, 22) || within(27, 36) || builtin_format == 45 || builtin_format == 47 || within(50, 58);
}

bool shows_date(std::string_view format_code) {
  bool date = false;
  for (std::size_t at = 0; at < format_code.size(); ++at) {
    const char c = lower(format_code[at]);
    if (c == ';') break;
    if (c == '\\' || c == '_' || c == '*') {
      ++at;
    } else if (c == '"') {
      at = std::min(format_code.find('"', at + 1), format_code.size());
    } else if (c == '[') {
      const std::size_t end = std::min(format_code.find(']', at), format_code.size());
      const std::string_view inside = format_code.substr(at + 1, end - at - 1);
      const auto counts = [&](char unit) {
        return !inside.empty() && std::all_of(inside.begin(), inside.end(), [&](char each) { return lower(each) == unit; });
      };
      if (counts('h') || counts('m') || counts('s')) return false;
      at = end;
    } else if (c == 'd' || c == 'm' || c == 'y' || c == 'h' || c == 's') {
      date = true;
    }
  }
  return date;
}

std::optional<std::string> date_text(double serial, bool since_1904) {
  constexpr double beyond = 2958466;  // 10000-01-01, in the system of 1900
  if (!(serial >= 0 && serial < beyond)) return std::nullopt;
  auto day = static_cast<int>(serial);
  auto second = static_cast<int>(std::lround((serial - day) * 86400));
  if (second == 86400) {
    ++day;
    second = 0;
  }
  const std::string time = fmt::format("{:02}:{:02}:{:02}", second / 3600, second / 60 % 60, second % 60);
  if (day == 0 && (!since_1904 || second != 0)) return time;
  using namespace std::chrono;
  std::string date = "1900-02-29";
  if (since_1904 || day != 60) {
    const sys_days begin = since_1904 ? sys_days{year{1904} / 1 / 1} : day < 60 ? sys_days{year{1899} / 12 / 31} : sys_days{year{1899} / 12 / 30};
    const year_month_day ymd{begin + days{day}};
    if (int{ymd.year()} > 9999) return std::nullopt;
    date = fmt::format("{:04}-{:02}-{:02}", int{ymd.year()}, unsigned{ymd.month()}, unsigned{ymd.day()});
  }
  return second == 0 ? date : date + " " + time;
}

std::string date_text(std::string_view iso) {
  const std::size_t t = iso.find('T');
  if (t == std::string_view::npos) return std::string(iso);
  const std::string_view time = iso.substr(t + 1, 8);
  std::string text(iso.substr(0, t));
  if (time != "00:00:00") text += " " + std::string(time);
  return text;
}

std::string unescaped(std::string text) {
  std::size_t at = text.find("_x");
  if (at == std::string::npos) return text;
  std::string result;
  std::size_t done = 0;
  for (; at != std::string::npos; at = text.find("_x", at)) {
    std::uint32_t point = 0;
    const char* first = text.data() + at + 2;
    const bool whole = at + 7 <= text.size() && text[at + 6] == '_';
    if (!whole || std::from_chars(first, first + 4, point, 16).ptr != first + 4 || point == 0 || (point >= 0xD800 && point < 0xE000)) {
      ++at;
      continue;
    }
    result.append(text, done, at - done);
    append_utf8(result, static_cast<char32_t>(point));
    at += 7;
    done = at;
  }
  return result.append(text, done);
}

}  // namespace srgconv::read
