// Text between Xerces (UTF-16) and the rest of the program (UTF-8); internal to this room.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include <xercesc/util/XercesDefs.hpp>

namespace srgconv::xml {

/// Appends UTF-16 as UTF-8. Xerces hands over well-formed UTF-16 only; half a surrogate pair would become U+FFFD.
void append_utf8(std::string& out, const XMLCh* text, std::size_t length);
std::string to_utf8(const XMLCh* text);  ///< null gives an empty text

/// UTF-8 as UTF-16. Bytes that are not UTF-8 (a file name can hold any) become U+FFFD.
std::u16string to_utf16(std::string_view utf8);

/// One character of UTF-8: its code point and its length in bytes; nothing when the bytes at `at` are not strict UTF-8.
struct Utf8Character {
  char32_t code_point;
  std::size_t length;
};
std::optional<Utf8Character> read_utf8(std::string_view text, std::size_t at);

}  // namespace srgconv::xml
