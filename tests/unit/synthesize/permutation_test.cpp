// Every number goes to one place, and comes back.
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "synthesize/permutation.hpp"

namespace srgconv::synthesize {
namespace {

RC_GTEST_PROP(Permutation, TakesEveryPlaceOnce, (std::uint64_t key)) {
  const auto size = *rc::gen::inRange<std::uint64_t>(1, 2'000);
  const Permutation permutation(size, key);
  std::vector<bool> taken(size, false);
  for (std::uint64_t number = 0; number < size; ++number) {
    const std::uint64_t place = permutation.at(number);
    RC_ASSERT(place < size);
    RC_ASSERT(!taken[place]);
    taken[place] = true;
    RC_ASSERT(permutation.number_at(place) == number);
  }
}

TEST(Permutation, DependsOnItsKey) {
  const Permutation one(1'000'000, 1), other(1'000'000, 2);
  int equal = 0, fixed = 0;
  for (std::uint64_t number = 0; number < 1'000; ++number) {
    equal += one.at(number) == other.at(number) ? 1 : 0;
    fixed += one.at(number) == number ? 1 : 0;
  }
  EXPECT_LT(equal, 5);
  EXPECT_LT(fixed, 5);
}

}  // namespace
}  // namespace srgconv::synthesize
