#include "parallel/parallel.hpp"

#include <atomic>
#include <chrono>
#include <numeric>
#include <stdexcept>

#include <gtest/gtest.h>

namespace srgconv::parallel {
namespace {

TEST(OrderedParallel, ConsumesInOrderForAnyNumberOfThreads) {
  for (const unsigned threads : {1U, 2U, 3U, 8U}) {
    std::vector<std::size_t> seen;
    ordered(
        200, threads,
        [](std::size_t i) {
          if (i % 7 == 0) std::this_thread::sleep_for(std::chrono::microseconds(300));
          return i * i;
        },
        [&](std::size_t i, std::size_t square) {
          EXPECT_EQ(square, i * i);
          seen.push_back(i);
          return true;
        });
    std::vector<std::size_t> expected(200);
    std::iota(expected.begin(), expected.end(), std::size_t{0});
    EXPECT_EQ(seen, expected) << threads;
  }
}

TEST(OrderedParallel, StopsWhenTheConsumerSaysSo) {
  std::size_t consumed = 0;
  std::atomic<std::size_t> produced = 0;
  ordered(
      10000, 4, [&](std::size_t i) { return ++produced, i; }, [&](std::size_t i, std::size_t) { return ++consumed, i < 5; });
  EXPECT_EQ(consumed, 6U);
  EXPECT_LT(produced, 100U) << "the producers run at most four pieces ahead per thread";
}

TEST(OrderedParallel, AnExceptionReachesTheCaller) {
  const auto run = [](unsigned threads) {
    ordered(
        50, threads,
        [](std::size_t i) {
          if (i == 20) throw std::runtime_error("broken");
          return i;
        },
        [](std::size_t, std::size_t) { return true; });
  };
  EXPECT_THROW(run(1), std::runtime_error);
  EXPECT_THROW(run(4), std::runtime_error);
}

}  // namespace
}  // namespace srgconv::parallel
