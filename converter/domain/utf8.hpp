// UTF-8 itself: how long a character is, how many there are, and how a code point is written.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace srgconv {

/// The length in bytes (1 to 4) of the well-formed UTF-8 sequence at `at`, by the table of Unicode (chapter 3, "Well-Formed UTF-8 Byte Sequences"); 0 when
/// there is none: overlong, a surrogate, beyond U+10FFFF, or cut off. `at` lies within the text.
std::size_t utf8_length(std::string_view text, std::size_t at);

/// Does a character begin with this byte? Else it goes on with it.
inline bool starts_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }

/// How many characters a text has: the bytes that begin one.
std::size_t count_characters(std::string_view text);

/// The first bytes of a text, at most `most` of them, not cut inside a character.
std::string beginning(std::string_view text, std::size_t most);

/// Appends a code point; it must be one (not a surrogate, at most U+10FFFF).
void append_utf8(std::string& out, char32_t point);

}  // namespace srgconv
