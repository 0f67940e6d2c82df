// Contradictions among the pairs of a group: which links they put in doubt, and what else might be linked.
#include "reconcile/doubts.hpp"

#include <gtest/gtest.h>

namespace srgconv::reconcile {
namespace {

using Chosen = std::vector<std::optional<std::uint32_t>>;
using Instead = std::vector<std::vector<std::uint32_t>>;

Instead of(const Chosen& chosen, const std::vector<SpokenFor>& pairs) { return doubts(chosen, pairs); }

TEST(Doubts, NoneWhereNothingContradicts) { EXPECT_EQ(of({0, 1}, {{0, 0}, {0, 1}, {1, 0}, {1, 1}}), (Instead{{}, {}})); }

TEST(Doubts, NoneWhereNothingElseIsPossible) {
  EXPECT_EQ(of({0}, {{0, 0, true}}), (Instead{{}}));
  EXPECT_EQ(of({0, std::nullopt}, {{0, 0, true}, {1, 0, true}}), (Instead{{}, {}}));  // what is possible contradicts as well
}

TEST(Doubts, ANewOneThatIsLeft) { EXPECT_EQ(of({0}, {{0, 0, true}, {0, 1}}), (Instead{{1}})); }

TEST(Doubts, AnOldOneThatIsLeft) { EXPECT_EQ(of({0, std::nullopt}, {{0, 0, true}, {1, 0}}), (Instead{{0}, {}})); }

TEST(Doubts, AnExchangeIsInDoubtOnBothSides) {
  EXPECT_EQ(of({0, 1}, {{0, 0, true}, {0, 1}, {1, 0}, {1, 1}}), (Instead{{1}, {0}}));
  EXPECT_EQ(of({0, 1}, {{0, 0, true}, {0, 1}, {1, 1}}), (Instead{{}, {}}));                // the other one would be left alone
  EXPECT_EQ(of({0, 1}, {{0, 0, true}, {0, 1}, {1, 0, true}, {1, 1}}), (Instead{{}, {}}));  // one contradiction for another
}

TEST(Doubts, APairThatIsNotChosenPutsNothingInDoubt) { EXPECT_EQ(of({1, std::nullopt}, {{0, 0, true}, {0, 1}, {1, 0}}), (Instead{{}, {}})); }

}  // namespace
}  // namespace srgconv::reconcile
