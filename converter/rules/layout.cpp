#include "rules/layout.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "domain/utf8.hpp"

#include "rules/lexemes.hpp"

namespace srgconv::rules {
namespace {

using namespace std::string_view_literals;

constexpr std::array going_on = {"when"sv, "because"sv, "else"sv, "and"sv, "or"sv, "into"sv, "expect"sv};
constexpr std::array going_on_before_no_field = {"where"sv, "repair"sv};  // unless they are the name of a field: `repair = ...`
constexpr std::array joining_words = {"and"sv, "or"sv, "not"sv};
constexpr std::array joining_signs = {',', '&', '+', '-', '*', '/', '=', '<', '>'};
constexpr std::array curved_quotes = {"\u2018"sv, "\u2019"sv, "\u201A"sv, "\u201B"sv, "\u00B4"sv, "`"sv,
                                      "\u201C"sv, "\u201D"sv, "\u201E"sv, "\u00AB"sv, "\u00BB"sv};
constexpr std::size_t first_double_quote = 6;
constexpr std::array invisible_signs = {std::pair{"\u00A0"sv, "U+00A0"sv}, std::pair{"\u200B"sv, "U+200B"sv}, std::pair{"\u202F"sv, "U+202F"sv},
                                        std::pair{"\u2007"sv, "U+2007"sv}, std::pair{"\uFEFF"sv, "U+FEFF"sv}, std::pair{"\u00AD"sv, "U+00AD"sv}};
constexpr auto byte_order_mark = "\uFEFF"sv;

template <class List, class T>
bool contains(const List& list, const T& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

std::size_t curved_width(std::string_view text) {
  for (const auto quote : curved_quotes) {
    if (text.starts_with(quote)) return quote.size();
  }
  return 0;
}

bool is_curved_double(std::string_view text) {
  return std::any_of(curved_quotes.begin() + first_double_quote, curved_quotes.end(), [&](std::string_view quote) { return text.starts_with(quote); });
}

// Does this line go on with the statement before it?
bool goes_on(std::string_view line) {
  const std::string_view word = first_word(line);
  if (contains(going_on, word)) return true;
  const std::size_t next = line.find_first_not_of(" \t\r", word.size());
  return contains(going_on_before_no_field, word) && next != std::string_view::npos && line[next] != '=';
}

// Can this line only be the beginning of a statement, even where a bracket is open?
bool surely_begins_statement(std::string_view line) {
  const std::string_view word = first_word(line);
  const std::string_view rest = line.substr(std::min(line.find_first_not_of(" \t\r", word.size()), line.size()));
  if (contains(std::array{"skip"sv, "reject"sv, "split"sv}, word)) return first_word(rest) == "when";
  if (word == "example") return first_word(rest) == "given";
  if (word == "import") return rest.starts_with('\'');
  return contains(std::array{"format"sv, "codes"sv, "mapping"sv, "transition"sv, "check"sv}, word) && scan_name(rest) > 0;
}

}  // namespace

std::size_t valid_utf8(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t length = utf8_length(text, at);
    if (length == 0) return at;
    at += length;
  }
  return at;
}

Layout::Layout(std::string_view content) : lines_(content) {
  const std::size_t valid = valid_utf8(content);
  if (valid < content.size()) {
    faults_.push_back({"RULE-019", valid, 1, {}});
    std::replace_if(
        lines_.begin(), lines_.end(), [](char c) { return c != '\n'; }, ' ');
  } else {
    clean(content);
  }
  joined_ = lines_;
  join_from(0);
}

bool Layout::faulty(std::size_t begin, std::size_t end) const {
  return std::any_of(faults_.begin(), faults_.end(), [&](const SignFault& fault) { return fault.begin >= begin && fault.begin < end; });
}

void Layout::clean(std::string_view content) {
  std::size_t at = 0;
  if (content.starts_with(byte_order_mark)) {
    at = byte_order_mark.size();
    std::fill_n(lines_.begin(), at, ' ');
  }
  while (at < content.size()) {
    const std::string_view rest = content.substr(at);
    if (rest[0] == '#') {
      const std::size_t end = std::min(content.find_first_of("\r\n", at), content.size());
      comments_.emplace_back(at, end);
      for (; at < content.size() && content[at] != '\n'; ++at) lines_[at] = ' ';
    } else if (rest[0] == '\'' || rest[0] == '"') {
      at = clean_quoted(content, at);
    } else if (const std::size_t width = curved_width(rest)) {
      at = clean_curved(content, at, width);
    } else if (rest.starts_with("==")) {
      const std::size_t run = std::min(rest.find_first_not_of('='), rest.size());
      faults_.push_back({"RULE-016", at, run, {}});
      std::fill_n(lines_.begin() + static_cast<std::ptrdiff_t>(at) + 1, run - 1, ' ');
      at += run;
    } else {
      const auto sign = std::find_if(invisible_signs.begin(), invisible_signs.end(), [&](const auto& entry) { return rest.starts_with(entry.first); });
      const std::size_t length = sign == invisible_signs.end() ? 1 : sign->first.size();
      if (sign != invisible_signs.end()) {
        faults_.push_back({"RULE-017", at, length, {{"sign", std::string(sign->second)}}});
        std::fill_n(lines_.begin() + static_cast<std::ptrdiff_t>(at), length, ' ');
      }
      at += length;
    }
  }
}

// A text or a quoted column; the offset behind it.
std::size_t Layout::clean_quoted(std::string_view content, std::size_t at) {
  const std::string_view rest = content.substr(at);
  const std::size_t length = rest[0] == '\'' ? scan_text(rest) : scan_quoted_column(rest);
  if (length == 0) {
    const std::size_t end = std::min(content.find_first_of("\r\n", at), content.size());
    faults_.push_back({"RULE-014", at, end - at, {{"quote", std::string(1, rest[0])}}});
    blank_rest_of_line(at);
    return end;
  }
  const std::string_view quoted = rest.substr(0, length);
  const auto control = std::find_if(quoted.begin(), quoted.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20U || c == 0x7F; });
  if (control != quoted.end()) {
    constexpr auto digits = "0123456789ABCDEF"sv;
    const auto value = static_cast<unsigned char>(*control);
    const std::string sign = std::string("U+00") + digits[value >> 4U] + digits[value & 15U];
    faults_.push_back({"RULE-017", at + static_cast<std::size_t>(control - quoted.begin()), 1, {{"sign", sign}}});
  }
  return at + length;
}

// A text between quotes as word processors make them: reported, then straightened, so that reading goes on.
std::size_t Layout::clean_curved(std::string_view content, std::size_t at, std::size_t width) {
  const std::size_t line_end = std::min(content.find_first_of("\r\n", at), content.size());
  const char straight = is_curved_double(content.substr(at)) ? '"' : '\'';
  std::size_t end = at + width;
  while (end < line_end && content[end] != straight && curved_width(content.substr(end)) == 0) ++end;
  const std::size_t end_width = end == line_end ? 0 : std::max<std::size_t>(curved_width(content.substr(end)), 1);
  faults_.push_back({"RULE-015", at, end + end_width - at, {}});
  if (end == line_end) {
    blank_rest_of_line(at);
    return line_end;
  }
  std::fill_n(lines_.begin() + static_cast<std::ptrdiff_t>(at), width, ' ');
  lines_[at + width - 1] = straight;
  std::fill_n(lines_.begin() + static_cast<std::ptrdiff_t>(end), end_width, ' ');
  lines_[end] = straight;
  return end + end_width;
}

// Blanks to the line end, but for a brace that ends the line: the block it opens or closes is still meant.
void Layout::blank_rest_of_line(std::size_t at) {
  const std::size_t end = std::min(lines_.find('\n', at), lines_.size());
  std::size_t last = end;
  while (last > at && (lines_[last - 1] == ' ' || lines_[last - 1] == '\t' || lines_[last - 1] == '\r')) --last;
  if (last > at && (lines_[last - 1] == '{' || lines_[last - 1] == '}')) --last;
  std::fill(lines_.begin() + static_cast<std::ptrdiff_t>(at), lines_.begin() + static_cast<std::ptrdiff_t>(last), ' ');
}

// Did a quote that is not closed cut off the line that ends at `end`? What is left of it joins nothing.
bool Layout::cut_off(std::size_t end) const {
  const std::size_t begin = end == 0 ? 0 : lines_.rfind('\n', end - 1) + 1;  // npos + 1 is 0
  return std::any_of(faults_.begin(), faults_.end(),
                     [&](const SignFault& fault) { return fault.code == "RULE-014" && fault.begin >= begin && fault.begin < end; });
}

void Layout::join_from(std::size_t from) {
  std::copy(lines_.begin() + static_cast<std::ptrdiff_t>(from), lines_.end(), joined_.begin() + static_cast<std::ptrdiff_t>(from));
  const std::string_view text = lines_;
  int depth = 0;
  std::string_view last;  // the name, text or sign before
  std::size_t at = from;
  while (at < text.size()) {
    const char c = text[at];
    if (c == ' ' || c == '\t' || c == '\r') {
      ++at;
      continue;
    }
    if (c == '\n') {
      const std::size_t next = std::min(text.find_first_not_of(" \t\r\n", at), text.size());
      const std::string_view line = text.substr(next);
      if (depth > 0 && surely_begins_statement(line)) depth = 0;
      const bool unfinished = !last.empty() && !cut_off(at) && ((last.size() <= 2 && contains(joining_signs, last.back())) || contains(joining_words, last));
      if (next < text.size() && line[0] != '}' && (depth > 0 || unfinished || goes_on(line))) {
        std::fill(joined_.begin() + static_cast<std::ptrdiff_t>(at), joined_.begin() + static_cast<std::ptrdiff_t>(next), ' ');
      } else {
        last = {};
      }
      at = next;
      continue;
    }
    last = text.substr(at, scan_anything(text.substr(at)));
    if (c == '(' || c == '[') {
      if (++depth > deepest) {
        if (depth == deepest + 1) faults_.push_back({"RULE-018", at, 1, {}});
        lines_[at] = joined_[at] = '\x01';
      }
    } else if (c == ')' || c == ']') {
      depth = std::max(depth - 1, 0);
    } else if (c == '{' || c == '}' || c == ';') {
      depth = 0;
    }
    at += last.size();
  }
}

}  // namespace srgconv::rules
