// Short codes that people read aloud, type over and keep in spreadsheets: a letter first, then signs of which none looks like another.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace srgconv {

/// The hash FNV-1a of a text, the same everywhere; `hash` goes on from what was hashed before.
constexpr std::uint64_t hash_of(std::string_view text, std::uint64_t hash = 0xCBF2'9CE4'8422'2325U) {
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x0000'0100'0000'01B3U;
  return hash;
}

/// `letter` and so many signs, five bits of the hash each, the lowest ones last.
std::string short_code(char letter, std::uint64_t hash, std::size_t signs);
/// Is it such a code?
bool is_short_code(std::string_view text, char letter, std::size_t signs);
/// A code as somebody typed it, as it was meant: capitals, and behind the letter 0 for O, 1 for I and L.
std::string typed_code(std::string_view text);

}  // namespace srgconv
