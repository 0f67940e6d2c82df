// Links of several transitions compose to what following each key step by step gives.
#include "chains/chains.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace srgconv::chains {
namespace {

Step link(std::uint32_t from, std::uint32_t to, std::int32_t month, const std::string& relation = "same", bool of_this_run = true) {
  return {from, to, relation, month, of_this_run};
}
Step fate(std::uint32_t from, const std::string& word, std::int32_t month, bool of_this_run = true) { return {from, 0, word, month, of_this_run}; }

std::vector<std::string> told(const std::vector<Step>& steps) {
  std::vector<std::string> lines;
  for (const Composed& one : compose(steps))
    lines.push_back(std::to_string(one.first) + " " + one.relation + " " + std::to_string(one.last) + " in " + std::to_string(one.steps));
  return lines;
}

using Lines = std::vector<std::string>;

TEST(Compose, GivesALineFromEveryKeyToTheLast) {
  EXPECT_EQ(told({link(1, 2, 1), link(2, 3, 2), link(3, 4, 3), link(4, 5, 4)}), (Lines{"1 same 5 in 4", "2 same 5 in 3", "3 same 5 in 2"}));
}

TEST(Compose, GivesNothingForOneTransition) { EXPECT_TRUE(compose({link(1, 2, 1), link(3, 4, 1), fate(5, "open", 1)}).empty()); }

TEST(Compose, TellsTheFateThatEndedALineage) {
  EXPECT_EQ(told({link(1, 2, 1), link(2, 3, 2), fate(3, "ended", 3)}), (Lines{"1 ended 0 in 3", "2 ended 0 in 2"}));
}

TEST(Compose, SaysSplitOfTheFirstAndJoinedOfTheLast) {
  EXPECT_EQ(told({link(1, 2, 1, "split"), link(1, 3, 1, "split"), link(2, 4, 2), link(3, 5, 2)}), (Lines{"1 split 4 in 2", "1 split 5 in 2"}));
  EXPECT_EQ(told({link(1, 3, 1, "joined"), link(2, 3, 1, "joined"), link(3, 4, 2)}), (Lines{"1 joined 4 in 2", "2 joined 4 in 2"}));
  EXPECT_EQ(told({link(1, 2, 1), link(2, 4, 2, "joined"), link(3, 4, 2, "joined")}), (Lines{"1 joined 4 in 2"}));
}

TEST(Compose, ASplitOfWhichOneHalfEndedIsASplit) {
  EXPECT_EQ(told({link(1, 2, 1, "split"), link(1, 3, 1, "split"), link(2, 4, 2), fate(3, "ended", 2)}), (Lines{"1 ended 0 in 2", "1 split 4 in 2"}));
  EXPECT_EQ(told({link(1, 2, 1, "split"), link(1, 3, 1, "split"), link(2, 4, 2)}), (Lines{"1 split 4 in 2"}));  // 3 goes on elsewhere
}

TEST(Compose, WhatWasSplitAndJoinedAgainIsTheSame) {
  EXPECT_EQ(told({link(1, 2, 1, "split"), link(1, 3, 1, "split"), link(2, 4, 2, "joined"), link(3, 4, 2, "joined"), link(4, 5, 3)}),
            (Lines{"1 same 5 in 3", "2 joined 5 in 2", "3 joined 5 in 2"}));
}

TEST(Compose, AProvisionThatStaysKeepsItsKey) {
  EXPECT_EQ(told({link(1, 2, 1), fate(2, "stays", 2)}), (Lines{"1 same 2 in 2"}));
  EXPECT_EQ(told({fate(1, "stays", 1), link(1, 2, 2), link(2, 3, 3)}), (Lines{"1 same 3 in 2"}));
}

TEST(Compose, TheLatestThatIsToldOfAKeyHolds) {
  EXPECT_EQ(told({link(1, 2, 1), fate(2, "open", 2), link(2, 3, 3)}), (Lines{"1 same 3 in 2"}));
  EXPECT_EQ(told({link(1, 2, 1), fate(2, "open", 2), fate(2, "ended", 3)}), (Lines{"1 ended 0 in 2"}));
}

TEST(Compose, LeavesOutWhatOnlyEarlierFilesTell) {
  EXPECT_TRUE(compose({link(1, 2, 1, "same", false), link(2, 3, 2, "same", false)}).empty());
  EXPECT_EQ(told({link(1, 2, 1, "same", false), link(2, 3, 2, "same", true)}), (Lines{"1 same 3 in 2"}));
  EXPECT_EQ(told({link(1, 2, 1, "same", false), fate(2, "stays", 2)}), (Lines{"1 same 2 in 2"}));
}

TEST(Compose, ACircleHasNoEnd) {
  EXPECT_TRUE(compose({link(1, 2, 1), link(2, 1, 2)}).empty());
  EXPECT_EQ(told({link(1, 2, 1), link(2, 1, 2), link(2, 3, 3)}), (Lines{"1 same 3 in 2"}));
}

// ------------------------------------------------------------------------------------------------------------------------------------------ laws

using Transitions = std::vector<std::vector<Step>>;

// A random lineage: in each transition keys go on, stay, are split over two, joined in twos, end or stay open, and keys that nobody had before begin.
Transitions any_transitions() {
  const int count = *rc::gen::inRange(1, 6);
  Transitions transitions;
  std::uint32_t keys = 0;
  std::vector<std::uint32_t> running;
  for (int month = 1; month <= count; ++month) {
    for (int begun = *rc::gen::inRange(0, 4); begun > 0; --begun) running.push_back(++keys);
    std::vector<Step>& steps = transitions.emplace_back();
    std::vector<std::uint32_t> fresh;
    for (std::size_t i = 0; i < running.size(); ++i) {
      const int what = *rc::gen::inRange(0, 9);
      if (what == 0) {
        steps.push_back(fate(running[i], "ended", month));
      } else if (what == 1) {
        steps.push_back(fate(running[i], "open", month));
      } else if (what == 2) {
        steps.push_back(fate(running[i], "stays", month));
        fresh.push_back(running[i]);
      } else if (what == 3) {
        for (int half = 0; half < 2; ++half) {
          fresh.push_back(++keys);
          steps.push_back(link(running[i], keys, month, "split"));
        }
      } else if (what == 4 && i + 1 < running.size()) {
        fresh.push_back(++keys);
        steps.push_back(link(running[i], keys, month, "joined"));
        steps.push_back(link(running[++i], keys, month, "joined"));
      } else {
        fresh.push_back(++keys);
        steps.push_back(link(running[i], keys, month));
      }
    }
    running = std::move(fresh);
  }
  return transitions;
}

std::vector<Step> together(const Transitions& transitions) {
  std::vector<Step> steps;
  for (const auto& each : transitions) steps.insert(steps.end(), each.begin(), each.end());
  return steps;
}

std::vector<Step> shuffled(std::vector<Step> steps) {
  for (std::size_t i = steps.size(); i > 1; --i) std::swap(steps[i - 1], steps[*rc::gen::inRange<std::size_t>(0, i)]);
  return steps;
}

// An end: its last key, or 0 with the fate.
using End = std::pair<std::uint32_t, std::string>;

// Follows a key from one transition to the next, as somebody would with the tables in hand: where it is after each, and over how many it came there.
void follow(const Transitions& transitions, std::size_t next, std::uint32_t key, std::uint32_t links, bool stayed_last, std::map<End, std::uint32_t>& ends) {
  const auto note = [&](const End& end, std::uint32_t steps) {
    const auto known = ends.emplace(end, steps).first;
    known->second = std::min(known->second, steps);
  };
  for (std::size_t at = next; at < transitions.size(); ++at) {
    std::vector<const Step*> own;
    for (const Step& step : transitions[at]) {
      if (step.from == key) own.push_back(&step);
    }
    if (own.empty()) continue;
    if (own.front()->relation == "stays") {
      stayed_last = true;
      continue;
    }
    for (const Step* step : own) {
      if (step->to == 0)
        note({0, step->relation}, links + 1);
      else
        follow(transitions, at + 1, step->to, links + 1, false, ends);
    }
    return;
  }
  note({key, ""}, links + (stayed_last ? 1 : 0));
}

std::map<End, std::uint32_t> ends_of(const Transitions& transitions, std::uint32_t key) {
  std::map<End, std::uint32_t> ends;
  follow(transitions, 0, key, 0, false, ends);
  return ends;
}

std::set<std::uint32_t> old_keys(const std::vector<Step>& steps) {
  std::set<std::uint32_t> keys;
  for (const Step& step : steps) keys.insert(step.from);
  return keys;
}

RC_GTEST_PROP(ComposeLaw, EachKeyReachesWhatFollowingItReaches, ()) {
  const Transitions transitions = any_transitions();
  std::map<std::pair<std::uint32_t, End>, std::uint32_t> expected, got;
  for (const std::uint32_t key : old_keys(together(transitions))) {
    for (const auto& [end, steps] : ends_of(transitions, key)) {
      if (steps > 1 && end.first != key) expected.emplace(std::pair(key, end), steps);
    }
  }
  const auto composed = compose(together(transitions));
  for (const Composed& one : composed) got.emplace(std::pair(one.first, End{one.last, one.last == 0 ? one.relation : ""}), one.steps);
  RC_ASSERT(got == expected);
  RC_ASSERT(got.size() == composed.size());
  for (const Composed& one : composed) {
    if (one.last != 0) RC_ASSERT((one.relation == "split") == (ends_of(transitions, one.first).size() > 1));
  }
}

RC_GTEST_PROP(ComposeLaw, TheOrderOfTheStepsDoesNotMatter, ()) {
  const std::vector<Step> steps = together(any_transitions());
  RC_ASSERT(compose(shuffled(steps)) == compose(steps));
}

// Composing the first transitions into one, and that one with the rest, comes to the same as composing all.
RC_GTEST_PROP(ComposeLaw, IsAssociative, ()) {
  const Transitions transitions = any_transitions();
  const std::size_t cut = *rc::gen::inRange<std::size_t>(1, transitions.size() + 1);
  const Transitions head(transitions.begin(), transitions.begin() + static_cast<std::ptrdiff_t>(cut));
  std::vector<Step> halves;
  std::vector<Step> before;  // a link to every first key, so that what the first half brings to its end at once is composed too
  constexpr std::uint32_t far = 1000;
  std::uint32_t part = 500;
  std::set<std::uint32_t> begun = old_keys(together(head));
  for (const Step& step : together(head)) begun.erase(step.to);
  for (const std::uint32_t key : begun) {
    before.push_back(link(far + key, key, 0));
    for (const auto& [end, steps] : ends_of(head, key)) {
      if (end.first != 0) {
        halves.push_back(end.first == key ? fate(key, "stays", 1) : link(key, end.first, 1));
        continue;
      }
      // A part that ended is a key of its own: beside it another may go on.
      halves.push_back(link(key, ++part, 1));
      halves.push_back(fate(part, end.second, 1));
    }
  }
  for (std::size_t at = cut; at < transitions.size(); ++at) halves.insert(halves.end(), transitions[at].begin(), transitions[at].end());
  const auto lineages = [&](std::vector<Step> steps) {
    steps.insert(steps.end(), before.begin(), before.end());
    std::set<std::tuple<std::uint32_t, std::uint32_t, std::string>> found;
    for (const Composed& one : compose(steps)) {
      if (one.first > far) found.emplace(one.first, one.last, one.relation);
    }
    return found;
  };
  RC_ASSERT(lineages(together(transitions)) == lineages(halves));
}

}  // namespace
}  // namespace srgconv::chains
