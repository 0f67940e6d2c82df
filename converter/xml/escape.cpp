// Text as it stands in an XML document: five signs escaped, and refusal of what XML 1.0 cannot carry.
#include <array>

#include "xml/xerces_text.hpp"
#include "xml/xml.hpp"

namespace srgconv::xml {
namespace {

enum class Kind : unsigned char { plain, escaped, forbidden, multibyte };

constexpr auto kinds = [] {
  std::array<Kind, 256> table{};
  for (std::size_t c = 0; c < 256; ++c) table[c] = c < 0x20 ? Kind::forbidden : c < 0x80 ? Kind::plain : Kind::multibyte;
  for (const char c : {'&', '<', '>', '"', '\r', '\n', '\t'}) table[static_cast<unsigned char>(c)] = Kind::escaped;
  return table;
}();

// CR would reach the reader as LF, and line ends and tabs in an attribute as blanks: references keep them as they are.
std::string_view escape_of(char c, bool attribute) {
  switch (c) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    case '\r': return "&#13;";
    case '\n': return attribute ? "&#10;" : "\n";
    default: return attribute ? "&#9;" : "\t";
  }
}

}  // namespace

bool append_escaped(std::string& out, std::string_view text, bool attribute) {
  const std::size_t before = out.size();
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t run = at;
    while (at < text.size() && kinds[static_cast<unsigned char>(text[at])] == Kind::plain) ++at;
    out.append(text, run, at - run);
    if (at == text.size()) break;
    const Kind kind = kinds[static_cast<unsigned char>(text[at])];
    if (kind == Kind::escaped) {
      out += escape_of(text[at++], attribute);
      continue;
    }
    const auto character = kind == Kind::multibyte ? read_utf8(text, at) : std::nullopt;
    if (!character || character->code_point == 0xFFFE || character->code_point == 0xFFFF) {
      out.resize(before);
      return false;
    }
    out.append(text, at, character->length);
    at += character->length;
  }
  return true;
}

}  // namespace srgconv::xml
