// The generator gives the published numbers, and samples exactly.
#include <array>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "synthesize/random.hpp"

namespace srgconv::synthesize {
namespace {

TEST(Random, IsSplitMix64) {
  Random random(1234567);  // the values of its reference implementation
  EXPECT_EQ(random.next(), 6457827717110365317U);
  EXPECT_EQ(random.next(), 3203168211198807973U);
  EXPECT_EQ(random.next(), 9817491932198370423U);
}

RC_GTEST_PROP(Random, StaysBelowItsLimit, (std::uint64_t seed)) {
  Random random(seed);
  const auto limit = *rc::gen::nonZero<std::uint64_t>();
  for (int i = 0; i < 10; ++i) RC_ASSERT(random.below(limit) < limit);
}

TEST(Random, GivesEveryNumberAboutAsOften) {
  Random random(1);
  std::array<int, 7> counts{};
  for (int i = 0; i < 70'000; ++i) ++counts[random.below(7)];
  for (const int count : counts) EXPECT_NEAR(count, 10'000, 400);
}

TEST(Random, WeighsAsTold) {
  Random random(2);
  const std::array<std::uint32_t, 4> weights{1, 0, 3, 6};
  std::array<int, 4> counts{};
  for (int i = 0; i < 100'000; ++i) ++counts[random.weighted(weights)];
  EXPECT_NEAR(counts[0], 10'000, 500);
  EXPECT_EQ(counts[1], 0);
  EXPECT_NEAR(counts[2], 30'000, 800);
  EXPECT_NEAR(counts[3], 60'000, 800);
}

TEST(Random, SharesAreOfAMillion) {
  Random random(3);
  int often = 0;
  for (int i = 0; i < 100'000; ++i) {
    EXPECT_FALSE(random.happens(0));
    EXPECT_TRUE(random.happens(whole));
    often += random.happens(250'000) ? 1 : 0;
  }
  EXPECT_NEAR(often, 25'000, 800);
}

TEST(Random, PartsOfASeedDiffer) {
  EXPECT_NE(seed_of(1, 1, 0), seed_of(1, 1, 1));
  EXPECT_NE(seed_of(1, 1, 0), seed_of(1, 2, 0));
  EXPECT_NE(seed_of(1, 1, 0), seed_of(2, 1, 0));
}

}  // namespace
}  // namespace srgconv::synthesize
