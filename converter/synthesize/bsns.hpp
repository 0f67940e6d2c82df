// Invented BSNs that pass the 11-test: one per number, none twice.
#pragma once

#include <cstdint>
#include <optional>

#include "synthesize/permutation.hpp"
#include "synthesize/random.hpp"

namespace srgconv::synthesize {

class Bsns {
 public:
  /// So many numbers have a BSN.
  static constexpr std::uint64_t count = 89'100'000;

  explicit Bsns(std::uint64_t seed);
  /// The BSN of a number below `count`, as its nine digits; at most one leading zero.
  std::uint32_t at(std::uint64_t number) const;
  /// The number whose BSN this is; nothing when it is that of none.
  std::optional<std::uint64_t> number_of(std::uint32_t bsn) const;
  /// The same BSN with two digits wrong, which passes the 11-test all the same. (Two digits swapped never do: the test was made for that.) Only such as
  /// at() gives to no number below `from`.
  std::uint32_t mistaken(std::uint32_t bsn, std::uint64_t from, Random& random) const;

 private:
  Permutation order_;
};

}  // namespace srgconv::synthesize
