// A secret order of the numbers below a limit, without holding it in memory: a Feistel network on as many bits as the limit needs, walked until it lands below
// the limit.
#pragma once

#include <cstdint>

namespace srgconv::synthesize {

class Permutation {
 public:
  /// Of the numbers 0 to `size` - 1; size is 1 to 2^62.
  Permutation(std::uint64_t size, std::uint64_t key);
  /// Where `number` goes: different numbers to different places.
  std::uint64_t at(std::uint64_t number) const;
  /// The number that goes to `place`: the inverse of at().
  std::uint64_t number_at(std::uint64_t place) const;

 private:
  std::uint64_t forth(std::uint64_t number) const;
  std::uint64_t back(std::uint64_t place) const;
  std::uint64_t round(std::uint64_t half, unsigned number) const;

  std::uint64_t size_, key_, mask_ = 1;
  unsigned half_bits_ = 1;
};

}  // namespace srgconv::synthesize
