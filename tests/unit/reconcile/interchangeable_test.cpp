// Equal provisions of one person, paired in order of key where nothing tells them apart.
#include "reconcile/interchangeable.hpp"

#include <algorithm>
#include <random>
#include <string>

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "unit/reconcile/cases.hpp"

namespace srgconv::reconcile {
namespace {

using cases::Case;

// `OLD NEW, OLD NEW`, by registration numbers, in the order that is given.
std::string pairs(const Case& given) {
  const Problem problem = cases::problem_of(given);
  std::vector<Facts> old, fresh;
  for (std::uint32_t i = 0; i < problem.old.size(); ++i) old.push_back(problem.old[i]);
  for (std::uint32_t j = 0; j < problem.fresh.size(); ++j) fresh.push_back(problem.fresh[j]);
  std::string text;
  for (const auto& [i, j] : interchangeable(problem, old, fresh))
    text += fmt::format("{}{} {}", text.empty() ? "" : ", ", problem.old.id(old[i].index), problem.fresh.id(fresh[j].index));
  return text;
}

Case twins() {
  return Case()
      .has_old("0398@-/2 123456782 22 2021-03-01 - 1")
      .has_old("0398@-/1 123456782 22 2021-03-01 - 1")
      .has_new("1980@202201/9 123456782 22 2021-03-01 - 1")
      .has_new("1980@202201/8 123456782 22 2021-03-01 - 1");
}

TEST(Interchangeable, EqualOnesInOrderOfKey) { EXPECT_EQ(pairs(twins()), "1 8, 2 9"); }

TEST(Interchangeable, AloneIsNone) {
  EXPECT_EQ(pairs(Case().has_old("0398@-/1 123456782 22 2021-03-01").has_new("1980@202201/8 123456782 22 2021-03-01")), "");
}

TEST(Interchangeable, OfDifferentSizeNone) {
  EXPECT_EQ(pairs(twins().has_new("1980@202201/7 123456782 22 2021-03-01 - 1")), "");
  EXPECT_EQ(pairs(twins().has_old("0398@-/3 123456782 22 2021-03-01 - 1")), "");
}

TEST(Interchangeable, OneFactThatDiffersTellsThemApart) {
  for (const char* other : {"22 2021-03-01 - 2", "22 2021-03-01 2022-06-30 1", "22 2021-03-02 - 1", "23 2021-03-01 - 1"}) {
    Case given = twins();
    given.old[0] = cases::OldProvision{cases::provision(std::string("0398@-/2 123456782 ") + other), {}};
    EXPECT_EQ(pairs(given), "") << other;
  }
  Case given = twins();
  given.old[0].end_recorded_since = cases::day("2022-01-10");
  EXPECT_EQ(pairs(given), "");
}

TEST(Interchangeable, EachClassByItself) {
  Case given = twins();
  given.has_old("0398@-/4 123456782 30 2021-03-01").has_old("0398@-/3 123456782 30 2021-03-01").has_old("0398@-/5 123456782 40 2021-03-01");
  given.has_new("1980@202201/5 123456782 30 2021-03-01").has_new("1980@202201/6 123456782 30 2021-03-01").has_new("1980@202201/7 123456782 40 2021-03-01");
  EXPECT_EQ(pairs(given), "1 8, 2 9, 3 5, 4 6");
}

TEST(Interchangeable, OrderOfProvisionsDoesNotMatter) {
  EXPECT_TRUE(rc::check("shuffled provisions give the same pairs", [](std::uint32_t seed) {
    std::mt19937 chance(seed);
    Case given;
    for (int i = 0; i < 6; ++i) given.has_old(fmt::format("0398@-/{} 123456782 {} 2021-03-01", i, 22 + chance() % 2));
    for (int i = 0; i < 6; ++i) given.has_new(fmt::format("1980@202201/{} 123456782 {} 2021-03-01", 10 + i, 22 + chance() % 2));
    const std::string before = pairs(given);
    std::shuffle(given.old.begin(), given.old.end(), chance);
    std::shuffle(given.fresh.begin(), given.fresh.end(), chance);
    RC_ASSERT(pairs(given) == before);
  }));
}

}  // namespace
}  // namespace srgconv::reconcile
