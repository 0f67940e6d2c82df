// What can be known of provisions whose truth is known, in cases small enough to think through.
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "support/ideal_observer.hpp"
#include "synthesize/world.hpp"

namespace srgconv::test {
namespace {

using synthesize::Circumstances;
using synthesize::Dial;
using synthesize::Dials;
using synthesize::Facts;
using synthesize::Fresh;
using synthesize::Old;
using synthesize::Person;

const Circumstances usual{1, {}, 3, 1, *ReportMonth::from_parts(2022, 1)};

Facts facts(int type, int year, int month, int day, char goal = '1', std::optional<Date> end = {}) {
  return {type, *Date::from_parts(year, month, day), end, goal, 0};
}

Person person(const std::vector<Facts>& olds, const std::vector<Facts>& freshes, const std::vector<synthesize::Became>& links) {
  Person result;
  for (const Facts& one : olds) {
    result.old.emplace_back();
    result.old.back().facts = one;
  }
  for (const Facts& one : freshes) {
    result.fresh.emplace_back();
    result.fresh.back().facts = one;
  }
  result.links = links;
  return result;
}

using Outcomes = std::set<std::vector<std::size_t>>;

TEST(IdealObserver, EqualFactsAreOneProvision) {
  const auto judged = judge(person({facts(40, 2020, 3, 1)}, {facts(40, 2020, 3, 1)}, {{0, 0}}), usual);
  EXPECT_TRUE(judged[0].decidable);
  EXPECT_EQ(judged[0].outcomes, (Outcomes{{0}}));
}

TEST(IdealObserver, EqualTwinsCannotBeTold) {
  const Facts one = facts(40, 2020, 3, 1);
  const auto judged = judge(person({one, one}, {one, one}, {{0, 0}, {1, 1}}), usual);
  for (const Judgement& judgement : judged) {
    EXPECT_FALSE(judgement.decidable);
    EXPECT_EQ(judgement.outcomes, (Outcomes{{0}, {1}}));
  }
}

TEST(IdealObserver, TwinsOfWhichAFactDiffersCan) {
  const Facts one = facts(40, 2020, 3, 1), other = facts(40, 2020, 3, 1, '2');
  const auto judged = judge(person({one, other}, {other, one}, {{0, 1}, {1, 0}}), usual);
  EXPECT_TRUE(judged[0].decidable);
  EXPECT_TRUE(judged[1].decidable);
}

TEST(IdealObserver, OfEqualTwinsOnlyOneIsLeftEitherOfThemOrBothJoined) {
  const Facts one = facts(40, 2020, 3, 1);
  const auto judged = judge(person({one, one}, {one}, {{0, 0}}), usual);
  // Joining is likelier than that one of the twins was dropped.
  EXPECT_TRUE(judged[0].decidable);
  EXPECT_EQ(judged[0].outcomes, (Outcomes{{0}}));
  EXPECT_EQ(judged[1].outcomes, (Outcomes{{0}}));
  EXPECT_FALSE(judged[1].decidable);
  Circumstances unjoined = usual;
  unjoined.dials.set(Dial::joined, 0);
  for (const Judgement& judgement : judge(person({one, one}, {one}, {{0, 0}}), unjoined)) {
    EXPECT_EQ(judgement.outcomes, (Outcomes{{}, {0}}));
    EXPECT_FALSE(judgement.decidable);
  }
}

TEST(IdealObserver, TheLikelierWayCanBeTheWrongOne) {
  // The coaching was dropped and the training recoded to coaching; that the coaching went on and the training was dropped is likelier.
  const auto judged = judge(person({facts(40, 2020, 3, 1), facts(42, 2020, 3, 1)}, {facts(40, 2020, 3, 1)}, {{1, 0}}), usual);
  EXPECT_FALSE(judged[0].decidable);
  EXPECT_EQ(judged[0].outcomes, (Outcomes{{0}}));
  EXPECT_EQ(judged[1].outcomes, (Outcomes{{}}));
}

TEST(IdealObserver, ARecodedProvisionIsLikelierThanOneThatVanishedAndOneThatAppeared) {
  const auto judged = judge(person({facts(40, 2015, 3, 17)}, {facts(42, 2017, 3, 17)}, {}), usual);
  EXPECT_TRUE(judged[0].decidable);  // other starts: no step connects them
  EXPECT_EQ(judged[0].outcomes, (Outcomes{{}}));
  EXPECT_TRUE(judge(person({facts(40, 2019, 3, 17)}, {facts(42, 2019, 3, 17)}, {{0, 0}}), usual)[0].decidable);
  Circumstances never_recoded = usual;
  never_recoded.dials.set(Dial::recoded, 0);
  EXPECT_EQ(judge(person({facts(40, 2019, 3, 17)}, {facts(42, 2019, 3, 17)}, {}), never_recoded)[0].outcomes, (Outcomes{{}}));
}

TEST(IdealObserver, ShiftsAndSwapsAreSteps) {
  EXPECT_TRUE(judge(person({facts(30, 2018, 3, 17)}, {facts(30, 2018, 3, 20)}, {{0, 0}}), usual)[0].decidable);
  EXPECT_FALSE(judge(person({facts(30, 2018, 3, 17)}, {facts(30, 2018, 3, 21)}, {{0, 0}}), usual)[0].decidable);
  EXPECT_TRUE(judge(person({facts(30, 2018, 3, 7)}, {facts(30, 2018, 7, 3)}, {{0, 0}}), usual)[0].decidable);
  EXPECT_FALSE(judge(person({facts(30, 2018, 3, 7)}, {facts(30, 2018, 7, 4)}, {{0, 0}}), usual)[0].decidable);
}

TEST(IdealObserver, ASplitTakesBoth) {
  const auto judged = judge(person({facts(40, 2020, 3, 1)}, {facts(42, 2020, 3, 1), facts(40, 2020, 3, 1)}, {{0, 0}, {0, 1}}), usual);
  EXPECT_TRUE(judged[0].decidable);
  EXPECT_EQ(judged[0].outcomes, (Outcomes{{0, 1}}));
}

TEST(IdealObserver, PeriodsThatTouchGoOnAsOne) {
  const Person one = person({facts(30, 2019, 5, 1, '1', *Date::from_parts(2021, 12, 14)), facts(30, 2021, 12, 15)}, {facts(30, 2019, 5, 1)}, {{0, 0}, {1, 0}});
  const auto judged = judge(one, usual);
  EXPECT_FALSE(judged[0].judged);  // it had ended
  EXPECT_TRUE(judged[1].judged && judged[1].decidable);
}

TEST(IdealObserver, WhatASourceSaysIsKnown) {
  Person one = person({facts(30, 2019, 5, 1)}, {facts(30, 2019, 5, 1)}, {});
  one.old[0].end_recorded_since = Date::from_parts(2021, 12, 14);
  EXPECT_EQ(judge(one, usual)[0].outcomes, (Outcomes{{}}));
}

TEST(IdealObserver, GroupsTooLargeAreNotExcused) {
  const std::vector<Facts> many(largest_group + 1, facts(40, 2020, 3, 1));
  std::vector<synthesize::Became> links;
  for (std::size_t i = 0; i < many.size(); ++i) links.push_back({i, i});
  for (const Judgement& judgement : judge(person(many, many, links), usual)) {
    EXPECT_FALSE(judgement.judged);
    EXPECT_TRUE(judgement.decidable);
  }
}

// Its likelihoods are those by which the provisions were made: what it holds for the only likely way nearly always is the truth, and of two equally likely
// ways each is the truth about half the time.
TEST(IdealObserver, IsAsOftenRightAsItThinks) {
  synthesize::Settings settings;
  settings.provisions = 40'000;
  for (const Dial dial : {Dial::recoded, Dial::shifted, Dial::swapped, Dial::dropped, Dial::added, Dial::late, Dial::split, Dial::joined, Dial::twins})
    settings.dials.set(dial, settings.dials[dial] * 10);
  const synthesize::World world(settings);
  double sure = 0, sure_right = 0, torn = 0, torn_first = 0, torn_neither = 0;
  world.for_each_person([&](const Person& person) {
    const auto judged = judge(person, world.circumstances());
    for (std::size_t i = 0; i < judged.size(); ++i) {
      if (!judged[i].judged) continue;
      std::vector<std::size_t> truth;
      for (const auto& link : person.links) {
        if (link.old == i) truth.push_back(link.fresh);
      }
      const auto& outcomes = judged[i].outcomes;
      if (outcomes.size() == 1) {
        ++sure;
        sure_right += *outcomes.begin() == truth ? 1 : 0;
      } else if (outcomes.size() == 2) {
        ++torn;
        torn_first += *outcomes.begin() == truth ? 1 : 0;
        torn_neither += outcomes.contains(truth) ? 0 : 1;
      }
    }
  });
  EXPECT_GT(sure_right / sure, 0.99);
  EXPECT_GT(torn, 200);
  EXPECT_LT(torn_neither / torn, 0.15);
  EXPECT_NEAR(torn_first / (torn - torn_neither), 0.5, 0.1);
}

}  // namespace
}  // namespace srgconv::test
