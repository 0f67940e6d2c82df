// The generator of everything that is drawn: SplitMix64 (Steele, Lea, Flood 2014) and exact sampling from it. No floating point, nothing of the machine: the
// same seed gives the same numbers everywhere.
#pragma once

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <span>

namespace srgconv::synthesize {

/// Parts in a million; a million is always.
using Share = std::uint32_t;
inline constexpr Share whole = 1'000'000;

class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    state_ += 0x9E3779B97F4A7C15U;
    return scrambled(state_);
  }
  /// Every number below `limit` (at least 1) is equally likely: numbers of the last, incomplete round are drawn again.
  std::uint64_t below(std::uint64_t limit) {
    assert(limit > 0);
    const std::uint64_t incomplete = (0 - limit) % limit;
    std::uint64_t drawn = next();
    while (drawn < incomplete) drawn = next();
    return drawn % limit;
  }
  int between(int first, int last) { return first + static_cast<int>(below(static_cast<std::uint64_t>(last - first) + 1)); }
  bool happens(Share share) { return below(whole) < share; }
  /// The place of one of the weights, each as likely as it weighs; they are not all zero.
  std::size_t weighted(std::span<const std::uint32_t> weights) {
    std::uint64_t at = below(std::accumulate(weights.begin(), weights.end(), std::uint64_t{0}));
    std::size_t place = 0;
    while (at >= weights[place]) at -= weights[place++];
    return place;
  }

  /// A number that depends on every bit of `value`.
  static constexpr std::uint64_t scrambled(std::uint64_t value) {
    value = (value ^ (value >> 30U)) * 0xBF58476D1CE4E5B9U;
    value = (value ^ (value >> 27U)) * 0x94D049BB133111EBU;
    return value ^ (value >> 31U);
  }

 private:
  std::uint64_t state_;
};

/// The seed of one part (a person, a permutation) of what a seed makes; parts do not depend on each other.
constexpr std::uint64_t seed_of(std::uint64_t seed, std::uint64_t purpose, std::uint64_t part = 0) {
  return Random::scrambled(Random::scrambled(Random::scrambled(seed + 0x632BE59BD9B4E019U) ^ purpose) + part * 0x9E3779B97F4A7C15U);
}

}  // namespace srgconv::synthesize
