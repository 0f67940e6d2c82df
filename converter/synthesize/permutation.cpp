// The Feistel network: each round mixes one half with a scrambled copy of the other, so it can be undone whatever the scrambling is.
#include "synthesize/permutation.hpp"

#include <cassert>

#include "synthesize/random.hpp"

namespace srgconv::synthesize {
namespace {

constexpr unsigned rounds = 6;

}  // namespace

Permutation::Permutation(std::uint64_t size, std::uint64_t key) : size_(size), key_(key) {
  assert(size > 0 && size <= (std::uint64_t{1} << 62U));
  while ((std::uint64_t{1} << (2 * half_bits_)) < size) ++half_bits_;
  mask_ = (std::uint64_t{1} << half_bits_) - 1;
}

std::uint64_t Permutation::round(std::uint64_t half, unsigned number) const { return Random::scrambled(key_ + number * 0x9E3779B97F4A7C15U + half) & mask_; }

std::uint64_t Permutation::forth(std::uint64_t number) const {
  std::uint64_t left = number >> half_bits_, right = number & mask_;
  for (unsigned i = 0; i < rounds; ++i) {
    const std::uint64_t mixed = left ^ round(right, i);
    left = right;
    right = mixed;
  }
  return left << half_bits_ | right;
}

std::uint64_t Permutation::back(std::uint64_t place) const {
  std::uint64_t left = place >> half_bits_, right = place & mask_;
  for (unsigned i = rounds; i-- > 0;) {
    const std::uint64_t mixed = right ^ round(left, i);
    right = left;
    left = mixed;
  }
  return left << half_bits_ | right;
}

// The network permutes a power of four; following its cycle until a number below the size is reached permutes those (the power is below four sizes).
std::uint64_t Permutation::at(std::uint64_t number) const {
  std::uint64_t place = forth(number);
  while (place >= size_) place = forth(place);
  return place;
}

std::uint64_t Permutation::number_at(std::uint64_t place) const {
  std::uint64_t number = back(place);
  while (number >= size_) number = back(number);
  return number;
}

}  // namespace srgconv::synthesize
