#include "report/text_layout.hpp"

#include <algorithm>

#include "domain/utf8.hpp"

namespace srgconv::report {
namespace {

// The bytes of the first `characters` characters.
std::size_t bytes_of(std::string_view text, std::size_t characters) {
  std::size_t at = 0;
  for (; at < text.size(); ++at) {
    if (!starts_character(text[at])) continue;
    if (characters == 0) break;
    --characters;
  }
  return at;
}

}  // namespace

std::size_t width(std::string_view text) { return count_characters(text); }

std::string clip(std::string_view text, std::size_t columns) {
  if (width(text) <= columns) return std::string(text);
  std::string_view kept = text.substr(0, bytes_of(text, columns - 1));
  while (!kept.empty() && kept.back() == ' ') kept.remove_suffix(1);
  return std::string(kept) + "…";
}

std::string fill_right(std::string_view text, std::size_t columns) {
  const std::size_t taken = width(text);
  return std::string(text) + std::string(taken < columns ? columns - taken : 0, ' ');
}

std::string fill_left(std::string_view text, std::size_t columns) {
  const std::size_t taken = width(text);
  return std::string(taken < columns ? columns - taken : 0, ' ') + std::string(text);
}

std::vector<std::string> wrap(std::string_view text, std::size_t indent, std::size_t columns) {
  std::vector<std::string> lines;
  std::string line;
  while (width(text) > columns - (lines.empty() ? 0 : indent)) {
    const std::size_t room = columns - (lines.empty() ? 0 : indent);
    // A blank right behind the last column is a place to break as well. Blanks that only lead the line are none.
    const std::size_t text_begins = text.find_first_not_of(' ');
    std::size_t end = text.rfind(' ', bytes_of(text, room));
    if (end == std::string_view::npos || end < text_begins) end = bytes_of(text, room);
    line = text.substr(0, end);
    lines.push_back(lines.empty() ? line : std::string(indent, ' ') + line);
    text.remove_prefix(end);
    text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
  }
  if (!text.empty() || lines.empty()) lines.push_back((lines.empty() ? "" : std::string(indent, ' ')) + std::string(text));
  return lines;
}

}  // namespace srgconv::report
