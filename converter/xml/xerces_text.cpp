// Converts between UTF-16 and UTF-8, with a fast path for ASCII, which is nearly all there is.
#include "xml/xerces_text.hpp"

#include <array>

#include <xercesc/util/XMLString.hpp>

#include "domain/utf8.hpp"

namespace srgconv::xml {
namespace {

constexpr char32_t replacement = 0xFFFD;

bool is_high(char32_t unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool is_low(char32_t unit) { return unit >= 0xDC00 && unit < 0xE000; }

}  // namespace

void append_utf8(std::string& out, const XMLCh* text, std::size_t length) {
  std::size_t at = 0;
  while (at < length) {
    // A run of ASCII is narrowed in one go.
    std::size_t end = at;
    while (end < length && text[end] < 0x80) ++end;
    const std::size_t before = out.size();
    out.resize(before + (end - at));
    for (std::size_t i = 0; i < end - at; ++i) out[before + i] = static_cast<char>(text[at + i]);
    at = end;
    while (at < length && text[at] >= 0x80) {
      char32_t point = text[at++];
      if (is_high(point) && at < length && is_low(text[at])) {
        point = 0x10000 + ((point - 0xD800) << 10) + (char32_t{text[at++]} - 0xDC00);
      } else if (is_high(point) || is_low(point)) {
        point = replacement;
      }
      srgconv::append_utf8(out, point);
    }
  }
}

std::string to_utf8(const XMLCh* text) {
  std::string result;
  if (text != nullptr) append_utf8(result, text, xercesc::XMLString::stringLen(text));
  return result;
}

std::u16string to_utf16(std::string_view utf8) {
  std::u16string result;
  for (std::size_t at = 0; at < utf8.size();) {
    const auto character = read_utf8(utf8, at);
    const char32_t point = character ? character->code_point : replacement;
    at += character ? character->length : 1;
    if (point < 0x10000) {
      result += static_cast<char16_t>(point);
    } else {
      result += static_cast<char16_t>(0xD800 + ((point - 0x10000) >> 10));
      result += static_cast<char16_t>(0xDC00 + ((point - 0x10000) & 0x3FF));
    }
  }
  return result;
}

std::optional<Utf8Character> read_utf8(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(at);
  if (lead < 0x80) return Utf8Character{lead, 1};
  const std::size_t length = lead >= 0xC2 && lead < 0xE0 ? 2U : lead >= 0xE0 && lead < 0xF0 ? 3U : lead >= 0xF0 && lead < 0xF5 ? 4U : 0U;
  if (length == 0 || at + length > text.size()) return std::nullopt;
  constexpr std::array<unsigned char, 5> lead_bits = {0, 0x7F, 0x1F, 0x0F, 0x07};
  char32_t point = lead & lead_bits[length];
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(at + i) & 0xC0U) != 0x80U) return std::nullopt;
    point = point << 6 | (byte(at + i) & 0x3FU);
  }
  constexpr std::array<char32_t, 5> least = {0, 0, 0x80, 0x800, 0x10000};
  if (point < least[length] || point > 0x10FFFF || is_high(point) || is_low(point)) return std::nullopt;
  return Utf8Character{point, length};
}

}  // namespace srgconv::xml
