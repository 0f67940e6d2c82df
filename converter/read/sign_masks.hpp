// Where the signs of CSV stand in sixty-four bytes; internal to this room.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace srgconv::read {

/// A bit for each of sixty-four bytes, the first byte in the lowest.
struct SignMasks {
  std::uint64_t cuts = 0;          ///< separators, quotes, line feeds, carriage returns
  std::uint64_t beyond_ascii = 0;  ///< bytes of 0x80 and more
};

#ifdef __SSE2__

/// Sixty-four bytes from `at` on are looked at.
inline SignMasks sign_masks(const char* at, char separator) {
  const __m128i separators = _mm_set1_epi8(separator), quotes = _mm_set1_epi8('"'), feeds = _mm_set1_epi8('\n'), returns = _mm_set1_epi8('\r');
  SignMasks masks;
  for (unsigned i = 0; i < 4; ++i) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at + std::size_t{16} * i));
    const __m128i cells = _mm_or_si128(_mm_cmpeq_epi8(bytes, separators), _mm_cmpeq_epi8(bytes, quotes));
    const __m128i rows = _mm_or_si128(_mm_cmpeq_epi8(bytes, feeds), _mm_cmpeq_epi8(bytes, returns));
    masks.cuts |= static_cast<std::uint64_t>(static_cast<std::uint32_t>(_mm_movemask_epi8(_mm_or_si128(cells, rows)))) << (16U * i);
    masks.beyond_ascii |= static_cast<std::uint64_t>(static_cast<std::uint32_t>(_mm_movemask_epi8(bytes))) << (16U * i);
  }
  return masks;
}

#else

inline SignMasks sign_masks(const char* at, char separator) {
  SignMasks masks;
  for (unsigned i = 0; i < 64; ++i) {
    const char sign = at[i];
    masks.cuts |= static_cast<std::uint64_t>(sign == separator || sign == '"' || sign == '\n' || sign == '\r') << i;
    masks.beyond_ascii |= static_cast<std::uint64_t>(static_cast<unsigned char>(sign) >= 0x80U) << i;
  }
  return masks;
}

#endif

}  // namespace srgconv::read
