#include "rules/letters.hpp"

#include <cstdint>

#include "domain/utf8.hpp"

namespace srgconv::rules {
namespace {

// Latin Extended-A comes in pairs of a capital and its small letter; in these two stretches capitals are odd.
bool capital_is_odd(std::uint32_t letter) { return (letter >= 0x139 && letter <= 0x148) || (letter >= 0x179 && letter <= 0x17E); }
bool has_no_pair(std::uint32_t letter) {
  return letter == 0x130 || letter == 0x131 || letter == 0x138 || letter == 0x149 || letter == 0x178 || letter == 0x17F;
}

std::uint32_t small(std::uint32_t letter) {
  if (letter >= 'A' && letter <= 'Z') return letter + 32;
  if (letter >= 0xC0 && letter <= 0xDE && letter != 0xD7) return letter + 32;
  if (letter == 0x178) return 0xFF;
  if (letter >= 0x100 && letter <= 0x17E && !has_no_pair(letter)) return (letter % 2 == 1) == capital_is_odd(letter) ? letter + 1 : letter;
  if (letter >= 0x391 && letter <= 0x3A9 && letter != 0x3A2) return letter + 32;
  if (letter >= 0x410 && letter <= 0x42F) return letter + 32;
  if (letter >= 0x400 && letter <= 0x40F) return letter + 80;
  return letter;
}

std::uint32_t capital(std::uint32_t letter) {
  if (letter >= 'a' && letter <= 'z') return letter - 32;
  if (letter >= 0xE0 && letter <= 0xFE && letter != 0xF7) return letter - 32;
  if (letter == 0xFF) return 0x178;
  if (letter >= 0x100 && letter <= 0x17E && !has_no_pair(letter)) return (letter % 2 == 1) == capital_is_odd(letter) ? letter : letter - 1;
  if (letter >= 0x3B1 && letter <= 0x3C9 && letter != 0x3C2) return letter - 32;
  if (letter >= 0x430 && letter <= 0x44F) return letter - 32;
  if (letter >= 0x450 && letter <= 0x45F) return letter - 80;
  return letter;
}

std::string change_case(std::string_view text, std::uint32_t (*change)(std::uint32_t)) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead < 0x80U) {
      result += static_cast<char>(change(lead));
    } else if (lead >= 0xC2U && lead < 0xE0U && at + 1 < text.size() && !starts_character(text[at + 1])) {
      // All letters with a case known here have two bytes.
      const std::uint32_t letter = change((lead & 0x1FU) << 6U | (static_cast<unsigned char>(text[at + 1]) & 0x3FU));
      result += static_cast<char>(0xC0U | letter >> 6U);
      result += static_cast<char>(0x80U | (letter & 0x3FU));
      ++at;
    } else {
      result += text[at];
    }
  }
  return result;
}

constexpr std::string_view no_break_space = "\u00A0";

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

}  // namespace

std::string_view characters(std::string_view text, std::size_t from, std::size_t length) {
  const auto offset_of = [&](std::size_t index) {
    std::size_t at = 0;
    for (std::size_t seen = 0; at < text.size(); ++at) {
      if (starts_character(text[at]) && seen++ == index) break;
    }
    return at;
  };
  const std::size_t begin = offset_of(from);
  return text.substr(begin, length >= text.size() ? std::string_view::npos : offset_of(from + length) - begin);
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty()) {
    if (is_blank(text.front()))
      text.remove_prefix(1);
    else if (text.starts_with(no_break_space))
      text.remove_prefix(no_break_space.size());
    else if (is_blank(text.back()))
      text.remove_suffix(1);
    else if (text.ends_with(no_break_space))
      text.remove_suffix(no_break_space.size());
    else
      break;
  }
  return text;
}

std::string lower(std::string_view text) { return change_case(text, small); }
std::string upper(std::string_view text) { return change_case(text, capital); }

}  // namespace srgconv::rules
