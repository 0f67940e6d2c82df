#include "rules/lexemes.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "diagnostics/diagnostics.hpp"
#include "domain/utf8.hpp"

namespace srgconv::rules {
namespace {

using namespace std::string_view_literals;

constexpr std::array reserved = {"when"sv, "because"sv,  "else"sv, "and"sv,    "or"sv,    "not"sv,     "in"sv,       "is"sv,   "starts"sv,
                                 "ends"sv, "contains"sv, "into"sv, "expect"sv, "given"sv, "trimmed"sv, "ignoring"sv, "case"sv, "matches"sv};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool begins_name(char c) { return is_name_byte(c) && !is_digit(c); }

// Digits, name bytes, and `-` and `.` between them: a number, month or date ends where this ends.
std::size_t scan_figure(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    if (is_name_byte(text[at]))
      ++at;
    else if ((text[at] == '-' || text[at] == '.') && at > 0 && at + 1 < text.size() && is_name_byte(text[at + 1]))
      ++at;
    else
      break;
  }
  return at > 0 && is_digit(text[0]) ? at : 0;
}

// The length of the figure when it has the shape, in which `0` stands for a digit.
std::size_t scan_shape(std::string_view text, std::string_view shape) {
  const std::string_view figure = text.substr(0, scan_figure(text));
  if (figure.size() != shape.size()) return 0;
  for (std::size_t i = 0; i < shape.size(); ++i) {
    if (shape[i] == '0' ? !is_digit(figure[i]) : figure[i] != shape[i]) return 0;
  }
  return shape.size();
}

std::size_t scan_rest_of_name(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    if (is_name_byte(text[at])) {
      ++at;
      continue;
    }
    const std::size_t after = text.find_first_not_of('-', at);
    if (after == at || after == std::string_view::npos || !is_name_byte(text[after])) break;
    at = after;
  }
  return at;
}

std::size_t character_length(std::string_view text) {
  std::size_t length = 1;
  while (length < text.size() && !starts_character(text[length])) ++length;
  return length;
}

}  // namespace

bool is_name_byte(char byte) {
  return is_digit(byte) || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '_' || static_cast<unsigned char>(byte) >= 0x80U;
}

std::size_t scan_name(std::string_view text) { return !text.empty() && begins_name(text[0]) ? scan_rest_of_name(text) : 0; }

std::size_t scan_dotted_name(std::string_view text) {
  std::size_t at = scan_name(text);
  while (at > 0 && at < text.size() && text[at] == '.') {
    const std::size_t more = scan_name(text.substr(at + 1));
    if (more == 0) break;
    at += 1 + more;
  }
  return at;
}

std::size_t scan_value_name(std::string_view text) {
  const std::size_t length = scan_dotted_name(text);
  return is_reserved(text.substr(0, length)) ? 0 : length;
}

bool is_reserved(std::string_view word) { return std::find(reserved.begin(), reserved.end(), word) != reserved.end(); }

std::size_t scan_text(std::string_view text) {
  if (!text.starts_with('\'')) return 0;
  for (std::size_t at = 1; at < text.size() && text[at] != '\n'; ++at) {
    if (text[at] != '\'') continue;
    if (at + 1 == text.size() || text[at + 1] != '\'') return at + 1;
    ++at;
  }
  return 0;
}

std::size_t scan_quoted_column(std::string_view text) {
  if (!text.starts_with('"')) return 0;
  const std::size_t end = text.find_first_of("\"\n", 1);
  return end == std::string_view::npos || text[end] == '\n' || end == 1 ? 0 : end + 1;
}

std::size_t scan_number(std::string_view text) {
  const std::string_view figure = text.substr(0, scan_figure(text));
  const std::size_t point = std::min(figure.find('.'), figure.size());
  const auto digits = [](std::string_view part) { return !part.empty() && std::all_of(part.begin(), part.end(), is_digit); };
  return digits(figure.substr(0, point)) && (point == figure.size() || digits(figure.substr(point + 1))) ? figure.size() : 0;
}

std::size_t scan_month(std::string_view text) { return scan_shape(text, "0000-00"); }

std::size_t scan_date(std::string_view text) { return scan_shape(text, "0000-00-00"); }

std::size_t scan_position(std::string_view text) {
  const auto behind = [&](std::string_view signs, std::size_t at) { return std::min(text.find_first_not_of(signs, at), text.size()); };
  constexpr std::string_view digits = "0123456789", blanks = " \t\r";
  std::size_t end = behind(digits, 0);
  if (end == 0) return 0;
  if (const std::size_t hyphen = behind(blanks, end); hyphen < text.size() && text[hyphen] == '-') {
    const std::size_t last = behind(blanks, hyphen + 1);
    end = behind(digits, last);
    if (end == last) return 0;
  }
  return end < text.size() && (is_name_byte(text[end]) || text[end] == '.' || text[end] == '-') ? 0 : end;
}

std::size_t scan_anything(std::string_view text) {
  if (text.empty()) return 0;
  for (const auto scan : {scan_dotted_name, scan_text, scan_quoted_column, scan_figure}) {
    if (const std::size_t length = scan(text)) return length;
  }
  for (const auto sign : {"=>"sv, "<="sv, ">="sv, "!="sv}) {
    if (text.starts_with(sign)) return sign.size();
  }
  return character_length(text);
}

std::string unquoted(std::string_view text) {
  std::string result;
  for (std::size_t at = 1; at + 1 < text.size(); ++at) {
    result += text[at];
    if (text[at] == '\'' && text[at + 1] == '\'') ++at;
  }
  return result;
}

std::string_view first_word(std::string_view text) { return text.substr(0, scan_name(text)); }

std::optional<std::string> near_name(std::string_view wanted, const std::vector<std::string>& names) {
  constexpr std::size_t longest = 100;
  if (wanted.size() > longest) return std::nullopt;
  std::vector<std::string> short_names;
  std::copy_if(names.begin(), names.end(), std::back_inserter(short_names), [](const std::string& name) { return name.size() <= longest; });
  return similar_name(wanted, short_names);
}

}  // namespace srgconv::rules
