// The assignment against plain enumeration: the same total, and exactly the right choices.
#include "reconcile/assignment.hpp"

#include <algorithm>
#include <numeric>
#include <random>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace srgconv::reconcile {
namespace {

// Every assignment with what it is worth by the definition in the header: the exact levels digit by digit, and the sum of weights.
class Enumeration {
 public:
  Enumeration(std::size_t olds, std::size_t freshes, const std::vector<Edge>& edges) : edges_(edges), assigned_(olds, alone), taken_(freshes, false) {
    for (const Edge& edge : edges) levels_ = std::max<std::size_t>(levels_, edge.level + 1);
    go_on(0);
  }

  std::vector<Choices> choices(std::int64_t ahead = 0) const {
    const auto best =
        std::max_element(all_.begin(), all_.end(), [](const One& a, const One& b) { return std::tie(a.digits, a.weight) < std::tie(b.digits, b.weight); });
    std::vector<Choices> result(assigned_.size());
    for (std::size_t old = 0; old < assigned_.size(); ++old) {
      std::set<std::uint32_t> seen;
      for (const One& one : all_) {
        const std::int64_t short_by = best->weight - one.weight;
        if (one.digits != best->digits || (short_by != 0 && short_by >= ahead)) continue;
        if (one.assigned[old] == alone)
          result[old].may_stay_alone = true;
        else
          seen.insert(one.assigned[old]);
      }
      result[old].fresh.assign(seen.begin(), seen.end());
    }
    return result;
  }

 private:
  static constexpr std::uint32_t alone = 99;
  struct One {
    std::vector<int> digits;
    std::int64_t weight = 0;
    std::vector<std::uint32_t> assigned;
  };

  void go_on(std::uint32_t old) {
    if (old == assigned_.size()) return weigh();
    go_on(old + 1);
    for (const Edge& edge : edges_) {
      if (edge.old != old || taken_[edge.fresh]) continue;
      taken_[edge.fresh] = true;
      assigned_[old] = edge.fresh;
      used_.push_back(&edge);
      go_on(old + 1);
      used_.pop_back();
      assigned_[old] = alone;
      taken_[edge.fresh] = false;
    }
  }
  void weigh() {
    One one{std::vector<int>(levels_ * 6, 0), 0, assigned_};
    for (const Edge* edge : used_) {
      one.weight += edge->weight;
      if (edge->weight > 0) continue;
      int* digits = &one.digits[edge->level * 6];
      ++digits[0];
      for (std::size_t fact = 0; fact < 4; ++fact) digits[fact + 1] += edge->agrees[fact];
      digits[5] -= edge->days;
    }
    all_.push_back(std::move(one));
  }

  const std::vector<Edge>& edges_;
  std::size_t levels_ = 0;
  std::vector<std::uint32_t> assigned_;
  std::vector<bool> taken_;
  std::vector<const Edge*> used_;
  std::vector<One> all_;
};

std::string text(const std::vector<Choices>& choices) {
  std::string result;
  for (const Choices& one : choices) {
    for (const std::uint32_t fresh : one.fresh) result += std::to_string(fresh) + " ";
    result += one.may_stay_alone ? "alone;" : ";";
  }
  return result;
}

TEST(Assignment, GroupWithoutEdgesStaysAlone) { EXPECT_EQ(text(optimal_choices(2, 1, {})), "alone;alone;"); }

TEST(Assignment, GreedyWouldTakeTheNearestAndLeaveOneAlone) {
  // Old 0 is nearest to new 0, but old 1 has nothing else: both are linked when old 0 takes new 1.
  const std::vector<Edge> edges = {{0, 0, 0, {}, 0}, {0, 1, 0, {}, 3}, {1, 0, 0, {}, 1}};
  EXPECT_EQ(text(optimal_choices(2, 2, edges)), "1 ;0 ;");
}

TEST(Assignment, SmallestSumOfDaysCrosses) {
  const std::vector<Edge> edges = {{0, 0, 0, {}, 2}, {0, 1, 0, {}, 1}, {1, 0, 0, {}, 1}, {1, 1, 0, {}, 1}};
  EXPECT_EQ(text(optimal_choices(2, 2, edges)), "1 ;0 ;");
}

TEST(Assignment, EndDecidesBeforeGoalAndDays) {
  const std::vector<Edge> edges = {{0, 0, 0, {true, false, false, false}, 9}, {0, 1, 0, {false, true, true, true}, 0}};
  EXPECT_EQ(text(optimal_choices(1, 2, edges)), "0 ;");
}

TEST(Assignment, WeakerLevelNeverWins) {
  // One link of level 0 against two of level 1.
  const std::vector<Edge> edges = {{0, 0, 0, {}, 0}, {0, 1, 1, {true, true, true, true}, 0}, {1, 0, 1, {true, true, true, true}, 0}};
  EXPECT_EQ(text(optimal_choices(2, 2, edges)), "0 ;alone;");
}

TEST(Assignment, TwinsAreATie) {
  const std::vector<Edge> edges = {{0, 0, 0, {}, 0}, {0, 1, 0, {}, 0}, {1, 0, 0, {}, 0}, {1, 1, 0, {}, 0}};
  EXPECT_EQ(text(optimal_choices(2, 2, edges)), "0 1 ;0 1 ;");
}

TEST(Assignment, TwoForOneAreATieThatMayStayAlone) {
  const std::vector<Edge> edges = {{0, 0, 0, {}, 0}, {1, 0, 0, {}, 0}};
  EXPECT_EQ(text(optimal_choices(2, 1, edges)), "0 alone;0 alone;");
}

TEST(Assignment, TieInOnePlaceDoesNotSpoilWhatAllOptimaShare) {
  // 0 and 1 are twins on 0 and 1; 2 fits new 1 as well, but new 2 only is left for it in every optimum.
  const std::vector<Edge> edges = {{0, 0, 0, {}, 0}, {0, 1, 0, {}, 0}, {1, 0, 0, {}, 0}, {1, 1, 0, {}, 0}, {2, 1, 0, {}, 0}, {2, 2, 0, {}, 0}};
  EXPECT_EQ(text(optimal_choices(3, 3, edges)), "0 1 ;0 1 ;2 ;");
}

TEST(Assignment, LargestGroupWithLongestDaysStaysExact) {
  // A chain i - i, i - i+1 in which only the diagonal links all; days as long as four-digit years allow.
  std::vector<Edge> edges;
  for (std::uint32_t i = 0; i < largest_group; ++i) {
    edges.push_back({i, i, i % 3, {true, false, true, false}, 3'652'058});
    if (i + 1 < largest_group) edges.push_back({i, i + 1, i % 3, {true, false, true, false}, 3'652'057});
  }
  const auto choices = optimal_choices(largest_group, largest_group, edges);
  const Enumeration small(6, 6, std::vector<Edge>(edges.begin(), edges.begin() + 11));
  EXPECT_EQ(text(optimal_choices(6, 6, std::vector<Edge>(edges.begin(), edges.begin() + 11))), text(small.choices()));
  ASSERT_EQ(choices.size(), largest_group);
  for (const Choices& one : choices) EXPECT_EQ(one.fresh.size() + (one.may_stay_alone ? 1U : 0U), 1U);
}

TEST(Assignment, CompleteLargestGroupIsOneTie) {
  std::vector<Edge> edges;
  for (std::uint32_t i = 0; i < largest_group; ++i) {
    for (std::uint32_t j = 0; j < largest_group; ++j) edges.push_back({i, j, 0, {true, true, true, true}, 0});
  }
  for (const Choices& one : optimal_choices(largest_group, largest_group, edges)) {
    EXPECT_EQ(one.fresh.size(), largest_group);
    EXPECT_FALSE(one.may_stay_alone);
  }
}

// Groups of up to five on a side, drawn from a seed; the fewer kinds of edges, the more ties.
std::vector<Edge> drawn(std::mt19937& chance, std::uint32_t olds, std::uint32_t freshes, std::uint32_t kinds) {
  const auto below = [&](std::uint32_t limit) { return static_cast<std::uint32_t>(chance() % limit); };
  std::vector<Edge> edges;
  for (std::uint32_t i = 0; i < olds; ++i) {
    for (std::uint32_t j = 0; j < freshes; ++j) {
      if (below(5) < 2) continue;
      edges.push_back(
          {i, j, below(kinds), {below(kinds) == 1, below(kinds) == 2, below(kinds) == 1, below(kinds) == 2}, static_cast<std::int32_t>(below(kinds))});
    }
  }
  return edges;
}

TEST(Assignment, AgreesWithEnumeration) {
  int tied = 0, clear = 0;
  EXPECT_TRUE(rc::check("the choices are those of all best assignments", [&](std::uint32_t seed) {
    std::mt19937 chance(seed);
    for (std::uint32_t kinds = 1; kinds <= 4; ++kinds) {
      for (int group = 0; group < 10; ++group) {
        const auto olds = 1 + static_cast<std::uint32_t>(chance() % 5), freshes = 1 + static_cast<std::uint32_t>(chance() % 5);
        const std::vector<Edge> edges = drawn(chance, olds, freshes, kinds);
        const auto expected = Enumeration(olds, freshes, edges).choices();
        ++(std::all_of(expected.begin(), expected.end(), [](const Choices& one) { return one.fresh.size() + (one.may_stay_alone ? 1U : 0U) == 1; }) ? clear
                                                                                                                                                    : tied);
        RC_ASSERT(text(optimal_choices(olds, freshes, edges)) == text(expected));
      }
    }
  }));
  EXPECT_GT(tied, 500);  // or the law would be tested on one kind only
  EXPECT_GT(clear, 500);
}

TEST(Assignment, OrderOfEdgesAndNamesDoNotMatter) {
  EXPECT_TRUE(rc::check("renaming the new provisions renames the choices", [](std::uint32_t seed) {
    std::mt19937 chance(seed);
    const std::uint32_t olds = 5, freshes = 6;
    std::vector<Edge> edges = drawn(chance, olds, freshes, 3);
    const auto before = optimal_choices(olds, freshes, edges);
    std::vector<std::uint32_t> name(freshes);
    std::iota(name.begin(), name.end(), 0U);
    std::shuffle(name.begin(), name.end(), chance);
    for (Edge& edge : edges) edge.fresh = name[edge.fresh];
    std::shuffle(edges.begin(), edges.end(), chance);
    auto expected = before;
    for (Choices& one : expected) {
      for (std::uint32_t& fresh : one.fresh) fresh = name[fresh];
      std::sort(one.fresh.begin(), one.fresh.end());
    }
    RC_ASSERT(text(optimal_choices(olds, freshes, edges)) == text(expected));
  }));
}

TEST(Assignment, HeaviestSumWinsAndIsAhead) {
  const std::vector<Edge> edges = {{0, 0, 0, {}, 0, 9000}, {0, 1, 0, {}, 0, 5000}, {1, 0, 0, {}, 0, 5000}, {1, 1, 0, {}, 0, 2000}};
  EXPECT_EQ(text(optimal_choices(2, 2, edges)), "0 ;1 ;");  // 11 against 10
  EXPECT_EQ(text(optimal_choices(2, 2, edges, 1000)), "0 ;1 ;");
  EXPECT_EQ(text(optimal_choices(2, 2, edges, 1001)), "0 1 ;0 1 ;");
  EXPECT_EQ(text(optimal_choices(2, 2, edges, 2001)), "0 1 ;0 1 alone;");
}

TEST(Assignment, WeightsNeverOutbidAnExactLevel) {
  const std::vector<Edge> edges = {{0, 0, 0, {}, 3}, {0, 1, 1, {}, 0, 90'000}, {1, 0, 1, {}, 0, 90'000}};
  EXPECT_EQ(text(optimal_choices(2, 2, edges, 5000)), "0 ;alone;");
}

TEST(Assignment, WeighedAgreesWithEnumeration) {
  int tied = 0, clear = 0, weighed = 0;
  EXPECT_TRUE(rc::check("the choices are those of all assignments within the margin", [&](std::uint32_t seed) {
    std::mt19937 chance(seed);
    for (std::uint32_t levels = 0; levels <= 2; ++levels) {
      for (int group = 0; group < 12; ++group) {
        const auto olds = 1 + static_cast<std::uint32_t>(chance() % 4), freshes = 1 + static_cast<std::uint32_t>(chance() % 4);
        std::vector<Edge> edges = levels == 0 ? std::vector<Edge>() : drawn(chance, olds, freshes, levels);
        if (levels > 0) std::erase_if(edges, [&](const Edge&) { return chance() % 2 == 0; });
        for (std::uint32_t i = 0; i < olds; ++i) {
          for (std::uint32_t j = 0; j < freshes; ++j) {
            const bool known = std::any_of(edges.begin(), edges.end(), [&](const Edge& one) { return one.old == i && one.fresh == j; });
            if (!known && chance() % 3 != 0) edges.push_back({i, j, levels, {}, 0, 500 * (1 + static_cast<std::int64_t>(chance() % 24))});
          }
        }
        const Enumeration enumeration(olds, freshes, edges);
        for (const std::int64_t ahead : {0, 1, 500, 501, 3000}) {
          const auto expected = enumeration.choices(ahead);
          for (const Choices& one : expected) ++(one.fresh.size() + (one.may_stay_alone ? 1U : 0U) == 1 ? clear : tied);
          RC_ASSERT(text(optimal_choices(olds, freshes, edges, ahead)) == text(expected));
        }
        weighed += std::any_of(edges.begin(), edges.end(), [](const Edge& one) { return one.weight > 0; });
      }
    }
  }));
  EXPECT_GT(tied, 500);
  EXPECT_GT(clear, 500);
  EXPECT_GT(weighed, 500);
}

}  // namespace
}  // namespace srgconv::reconcile
