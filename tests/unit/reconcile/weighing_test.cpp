// Matching with weighed evidence on drawn persons: shortcuts change nothing, nor does the order of provisions; and what estimating gives.
#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "reconcile/assignment.hpp"
#include "reconcile/doubts.hpp"
#include "reconcile/matching.hpp"
#include "unit/reconcile/cases.hpp"

namespace srgconv::reconcile {
namespace {

using cases::Case;
using cases::run;

constexpr std::int64_t least = 6000, ahead = 2000;

std::string some_provision(const std::string& key, const std::string& bsn, std::mt19937& chance) {
  static const std::vector<std::string> starts = {"2021-03-02", "2021-03-03", "2021-02-03", "2021-03-01", "2021-03-07"};
  return fmt::format("{} {} {} {} {} {}", key, bsn, chance() % 2 == 0 ? "22" : "29", starts[chance() % starts.size()], chance() % 4 == 0 ? "2022-06-30" : "-",
                     1 + chance() % 2);
}

// Up to five provisions on a side of one person.
Case drawn_person(std::mt19937& chance) {
  Case given;
  for (auto count = 1 + chance() % 5; count > 0; --count) given.has_old(some_provision(fmt::format("0398@-/{}", count), "123456782", chance));
  for (auto count = 1 + chance() % 5; count > 0; --count) given.has_new(some_provision(fmt::format("1980@202201/{}", count + 10), "123456782", chance));
  return given.usual_match({"0398"}).evidence(least, ahead).recoded("22", "29");
}

std::vector<std::uint32_t> all(std::size_t count) {
  std::vector<std::uint32_t> result(count);
  std::iota(result.begin(), result.end(), 0U);
  return result;
}

// Links and what is undecided, by key.
std::string told(const Problem& problem, const Matching& matching) {
  std::vector<std::string> lines;
  const auto key = [&](std::uint32_t fresh) { return problem.fresh.key_text(fresh); };
  for (const MatchedPair& pair : matching.pairs) lines.push_back(fmt::format("{} {} level {}", problem.old.key_text(pair.old), key(pair.fresh), pair.level));
  for (const auto& [word, undecided] : {std::pair("tie", &matching.ties), {"unclear", &matching.unclear}, {"too many", &matching.too_many}}) {
    for (const Undecided& one : *undecided) {
      std::vector<std::string> keys;
      for (const std::uint32_t fresh : one.candidates) keys.push_back(key(fresh));
      std::sort(keys.begin(), keys.end());
      std::string line = fmt::format("{} {}", problem.old.key_text(one.old), word);
      for (const std::string& each : keys) line += " " + each;
      lines.push_back(line);
    }
  }
  std::sort(lines.begin(), lines.end());
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

// Might a weighed pair and an exact one be exchanged? Then both may go to people, whatever the assignment says.
bool may_be_exchanged(const Problem& problem) {
  const auto exact = [&](std::uint32_t i, std::uint32_t j) {
    const Facts &old = problem.old[i], &fresh = problem.fresh[j];
    return old.type == fresh.type && std::abs(old.start.day_number() - fresh.start.day_number()) <= 3;
  };
  const auto weight = [&](std::uint32_t i, std::uint32_t j) { return problem.weights.sum(evidence_of(problem, i, j)); };
  const std::vector<std::uint32_t> olds = all(problem.old.size()), freshes = all(problem.fresh.size());
  for (const std::uint32_t i : olds) {
    for (const std::uint32_t j : freshes) {
      if (exact(i, j) || weight(i, j) <= 0) continue;
      for (const std::uint32_t p : olds) {
        for (const std::uint32_t q : freshes) {
          if (p == i || q == j || !exact(p, q) || weight(i, q) <= 0 || weight(p, j) <= 0) continue;
          if (weight(i, q) + weight(p, j) > weight(i, j) + weight(p, q) - ahead) return true;
        }
      }
    }
  }
  return false;
}

// The same without any shortcut: every edge of the person in one assignment. Nothing may be split or joined here.
std::string assigned_as_a_whole(const Problem& problem) {
  std::vector<Edge> edges;
  for (std::uint32_t i = 0; i < problem.old.size(); ++i) {
    for (std::uint32_t j = 0; j < problem.fresh.size(); ++j) {
      const Facts &old = problem.old[i], &fresh = problem.fresh[j];
      const std::int32_t days = std::abs(old.start.day_number() - fresh.start.day_number());
      if (old.type == fresh.type && days <= 3) {
        const std::array<bool, 4> agrees = {old.end == fresh.end, old.goal == fresh.goal, true, true};
        edges.push_back({i, j, days == 0 ? 0U : 1U, agrees, days});
      } else if (const std::int64_t weight = problem.weights.sum(evidence_of(problem, i, j)); weight > 0) {
        edges.push_back({i, j, 2, {}, 0, weight + ahead});  // a link more is worth the margin
      }
    }
  }
  const auto edge_of = [&](std::uint32_t i, std::uint32_t j) {
    return *std::find_if(edges.begin(), edges.end(), [&](const Edge& one) { return one.old == i && one.fresh == j; });
  };
  const auto choices = optimal_choices(problem.old.size(), problem.fresh.size(), edges, ahead);
  // Facts that contradict, among what the exact levels leave.
  std::vector<std::optional<std::uint32_t>> chosen(problem.old.size());
  std::vector<bool> old_exact(problem.old.size(), false), fresh_exact(problem.fresh.size(), false);
  for (std::uint32_t i = 0; i < problem.old.size(); ++i) {
    if (choices[i].fresh.size() != 1 || choices[i].may_stay_alone) continue;
    chosen[i] = choices[i].fresh.front();
    if (edge_of(i, *chosen[i]).weight == 0) old_exact[i] = fresh_exact[*chosen[i]] = true;
  }
  std::vector<SpokenFor> pairs;
  for (const Edge& one : edges) {
    if (one.weight > 0 && !old_exact[one.old] && !fresh_exact[one.fresh])
      pairs.push_back({one.old, one.fresh, Comparing::contradicts(evidence_of(problem, one.old, one.fresh))});
  }
  const auto in_doubt = doubts(chosen, pairs);
  Matching result;
  for (std::uint32_t i = 0; i < problem.old.size(); ++i) {
    if (choices[i].fresh.empty()) continue;
    const bool exact = std::all_of(choices[i].fresh.begin(), choices[i].fresh.end(), [&](std::uint32_t j) { return edge_of(i, j).weight == 0; });
    const Edge first = edge_of(i, choices[i].fresh.front());
    const std::int64_t changes = Comparing::changes(evidence_of(problem, i, first.fresh));
    if (chosen[i] && (exact || (first.weight - ahead >= least + ahead * std::max<std::int64_t>(0, changes - 1) && in_doubt[i].empty()))) {
      result.pairs.push_back({i, first.fresh, first.level, false, false});
      continue;
    }
    std::set<std::uint32_t> candidates(choices[i].fresh.begin(), choices[i].fresh.end());
    candidates.insert(in_doubt[i].begin(), in_doubt[i].end());
    (exact ? result.ties : result.unclear).push_back({i, {candidates.begin(), candidates.end()}});
  }
  return told(problem, result);
}

TEST(Weighing, ShortcutsGiveWhatTheWholeAssignmentGives) {
  std::size_t exact = 0, weighed = 0, unclear = 0, ties = 0;
  EXPECT_TRUE(rc::check("lone edges and groups change nothing", [&](std::uint32_t seed) {
    std::mt19937 chance(seed);
    for (int person = 0; person < 60; ++person) {
      const Case given = drawn_person(chance);
      const Problem problem = cases::problem_of(given);
      if (may_be_exchanged(problem)) continue;
      const Matching matching = match(problem, all(problem.old.size()), all(problem.fresh.size()));
      for (const MatchedPair& pair : matching.pairs) ++(pair.level == 2 ? weighed : exact);
      unclear += matching.unclear.size();
      ties += matching.ties.size();
      RC_ASSERT(told(problem, matching) == assigned_as_a_whole(problem));
    }
  }));
  for (const std::size_t seen : {exact, weighed, unclear, ties}) EXPECT_GT(seen, 50U);
}

TEST(Weighing, OrderOfProvisionsDoesNotMatter) {
  EXPECT_TRUE(rc::check("shuffled provisions give the same links", [](std::uint32_t seed) {
    std::mt19937 chance(seed);
    Case given = drawn_person(chance);
    const Problem problem = cases::problem_of(given);
    const std::string before = told(problem, match(problem, all(problem.old.size()), all(problem.fresh.size())));
    std::shuffle(given.old.begin(), given.old.end(), chance);
    std::shuffle(given.fresh.begin(), given.fresh.end(), chance);
    const Problem shuffled = cases::problem_of(given);
    auto old = all(shuffled.old.size());
    std::shuffle(old.begin(), old.end(), chance);
    RC_ASSERT(told(shuffled, match(shuffled, old, all(shuffled.fresh.size()))) == before);
  }));
}

// Histories that are as likely as the one that facts and sums show first.

TEST(Doubt, AnExactPairThatMayBeExchangedForAWeighedOne) {
  // 1 is 7 by equal facts, and then 2 is 8. Or 1 was recoded to 8, and 2 to 7.
  Case given;
  given.has_old("0398@-/1 123456782 22 2021-03-01 - 1")
      .has_old("0398@-/2 123456782 29 2021-03-01 - 1")
      .has_new("1980@202201/7 123456782 22 2021-03-01 - 1")
      .has_new("1980@202201/8 123456782 30 2021-03-01 - 1")
      .level({rules::TargetField::type, rules::TargetField::start})
      .match_for("0398")
      .evidence(2000, 3000);
  EXPECT_EQ(run(given).links(), "0398@-/1 -> 1980@202201/7 equal\n0398@-/2 -> 1980@202201/8 evidence\n");
  given.recoded("29", "22");  // 2 + 11 bits against 7 + 2
  const auto result = run(given);
  EXPECT_EQ(result.links(), "");
  EXPECT_EQ(result.reviews(), "0398@-/1 RECO-050: 1980@202201/7 1980@202201/8\n0398@-/2 RECO-050: 1980@202201/7 1980@202201/8\n");
  EXPECT_EQ(result.new_fates(), "unexplained unexplained");
}

TEST(Doubt, ASecondChangeNeedsMoreEvidence) {
  const auto links = [](const std::string& fresh, std::int64_t margin) {
    return run(Case()
                   .has_old("0398@-/1 123456782 22 2021-03-05 - 1")
                   .has_new("1980@202201/7 123456782 " + fresh)
                   .level({rules::TargetField::type, rules::TargetField::start})
                   .match_for("0398")
                   .evidence(3000, margin))
        .links();
  };
  const std::string link = "0398@-/1 -> 1980@202201/7 evidence\n";
  EXPECT_EQ(links("29 2021-03-05 - 1", 3000), "");             // type other -3, start equal +3, end and goal +2
  EXPECT_EQ(links("29 2021-03-07 - 1", 0), link);              // days +4
  EXPECT_EQ(links("29 2021-03-07 - 1", 1), "");                // two changes: 3 bits and the margin besides
  EXPECT_EQ(links("22 2021-03-07 2022-06-30 1", 4000), link);  // +2 +4 0 +1
  EXPECT_EQ(links("22 2021-03-07 2022-06-30 1", 4001), "");
  EXPECT_EQ(links("22 2021-03-07 - 1", 100000), link);  // one change needs no more
}

TEST(Doubt, AnExactPairWhoseNewProvisionMayBeAPartOfAnother) {
  // 2 is either 8, as it stands, and 9 came from nowhere; or it is 9, two days later, and 8 is a part of 1.
  Case given;
  given.has_old("0398@-/1 123456782 40 2021-12-03 - 1")
      .has_old("0398@-/2 123456782 42 2021-12-03 - 1")
      .has_new("1980@202201/7 123456782 40 2021-12-03 - 1")
      .has_new("1980@202201/8 123456782 42 2021-12-03 - 1")
      .has_new("1980@202201/9 123456782 42 2021-12-01 - 1")
      .level({rules::TargetField::type, rules::TargetField::start})
      .match_for("0398")
      .evidence(2000, 3000);
  EXPECT_EQ(run(given).links(), "0398@-/1 -> 1980@202201/7 equal\n0398@-/2 -> 1980@202201/8 equal\n");
  given.allow(rules::Allow::Way::split, {"40"}, {"40", "42"});
  const auto result = run(given);
  EXPECT_EQ(result.relations(), "0398@-/1 -> 1980@202201/7 same equal\n");
  EXPECT_EQ(result.reviews(), "0398@-/2 RECO-050: 1980@202201/8 1980@202201/9\n");
  given.fresh[2] = cases::provision("1980@202201/9 123456782 30 2015-06-07 - 2");  // nothing like it
  EXPECT_EQ(run(given).relations(), "0398@-/1 -> 1980@202201/7 same equal\n0398@-/2 -> 1980@202201/8 same equal\n");
}

TEST(Doubt, WhatMayGoOnInAnotherIsNotWeighed) {
  // 2 goes on where 1 ended the day before, and 7 has run since 1 began; 8 has another wage value and starts a week earlier.
  Case given;
  given.has_old("0398@-/1 123456782 40 2019-06-30 2021-12-28 1")
      .has_old("0398@-/2 123456782 40 2021-12-29 2023-11-30 1")
      .has_new("1980@202201/7 123456782 40 2019-06-30 2023-11-30 1")
      .has_new("1980@202201/8 123456782 40 2021-12-27 - 1")
      .level({rules::TargetField::type, rules::TargetField::start})
      .match_for("0398")
      .evidence(2000, 3000);
  EXPECT_EQ(run(given).relations(), "0398@-/2 -> 1980@202201/8 same evidence\n");
  given.allow(rules::Allow::Way::join, {});
  EXPECT_EQ(run(given).relations(), "0398@-/2 -> 1980@202201/7 same evidence\n");
  // What another old provision is to the letter is not free to go on in.
  given.has_old("0398@-/3 123456782 40 2019-06-30 2023-11-30 1");
  EXPECT_EQ(run(given).relations(), "0398@-/2 -> 1980@202201/8 same evidence\n0398@-/3 -> 1980@202201/7 same equal\n");
}

TEST(Doubt, FactsThatContradictAreNoMatchForAHistoryWithoutContradiction) {
  // 2 may be 8 only if its wage value changed. The other way round nothing contradicts, but both types changed.
  Case given;
  given.has_old("0398@-/1 123456782 42 2019-04-07 - 1")
      .has_old("0398@-/2 123456782 10 2019-04-07 - 1")
      .has_new("1980@202201/8 123456782 10 2019-04-07 - 1")
      .has_new("1980@202201/9 123456782 40 2019-04-07 - 1")
      .level({rules::TargetField::type, rules::TargetField::start, rules::TargetField::wage_value})
      .match_for("0398")
      .evidence(2000, 3000)
      .recoded("42", "40");
  given.old[1].provision.wage_value = Decimal::parse("52.00", '.');
  given.fresh[0].wage_value = Decimal::parse("43.50", '.');
  const auto result = run(given);
  EXPECT_EQ(result.links(), "");
  EXPECT_EQ(result.reviews(), "0398@-/1 RECO-050: 1980@202201/8 1980@202201/9\n0398@-/2 RECO-050: 1980@202201/8 1980@202201/9\n");
  given.old.erase(given.old.begin());
  given.fresh.pop_back();
  EXPECT_EQ(run(given).links(), "0398@-/2 -> 1980@202201/8 evidence\n");  // alone, it is the same one with another wage value
}

// Persons with a provision that was recoded and one that has nothing to do with it, new ones likewise: pairs that belong together and pairs that do not.
Case many_persons() {
  Case given;
  std::uint32_t number = 100'000'000;
  for (int person = 0; person < 40; ++person) {
    do ++number;
    while (!Bsn::parse(std::to_string(number)).bsn);
    given.has_old(fmt::format("0398@-/{}a {} 22 2021-02-{:02} - 1", person, number, 3 + person % 9));
    given.has_old(fmt::format("0398@-/{}b {} 40 2020-06-{:02} - 2", person, number, 13 + person % 9));
    given.has_new(fmt::format("1980@202201/{}c {} 29 2021-{:02}-02 - 1", person, number, 3 + person % 9));
    given.has_new(fmt::format("1980@202201/{}d {} 30 2019-09-{:02} - 2", person, number, 13 + person % 9));
  }
  return given.usual_match({"0398"}).evidence(least, ahead).recoded("22", "29");
}

TEST(Estimate, LearnsWhatBelongsTogether) {
  const Case given = many_persons();
  const auto estimated = estimate(problem_of(given));
  ASSERT_TRUE(estimated);
  EXPECT_EQ(estimated->persons, 40U);
  EXPECT_EQ(estimated->pairs, 160U);
  EXPECT_EQ(estimated->provisions, 80U);
  for (const Comparison comparison : comparisons) {
    std::int64_t m = 0, u = 0;
    for (std::uint8_t level = 0; level < level_names(comparison).size(); ++level) {
      const Likelihood& one = estimated->weights.likelihood(comparison, level);
      EXPECT_GE(std::min(one.m, one.u), 1);
      m += one.m;
      u += one.u;
    }
    EXPECT_EQ(m, 1'000'000) << name(comparison);
    EXPECT_EQ(u, 1'000'000) << name(comparison);
  }
  EXPECT_GT(estimated->weights.weight(Comparison::type, static_cast<std::uint8_t>(TypeLevel::recoded)), 3000);
  EXPECT_GT(estimated->weights.weight(Comparison::start, static_cast<std::uint8_t>(StartLevel::swapped)), 3000);
  EXPECT_LT(estimated->weights.weight(Comparison::start, static_cast<std::uint8_t>(StartLevel::other)), -2000);
}

TEST(Estimate, OrderOfProvisionsDoesNotMatter) {
  Case given = many_persons();
  const auto before = estimate(problem_of(given));
  std::reverse(given.old.begin(), given.old.end());
  std::reverse(given.fresh.begin(), given.fresh.end());
  const auto after = estimate(problem_of(given));
  ASSERT_TRUE(before && after);
  EXPECT_EQ(before->weights, after->weights);
}

TEST(Estimate, NothingWhenTheExactLevelsLeaveNothing) {
  Case given;
  given.has_old("0398@-/1 123456782 22 2021-03-01").has_new("1980@202201/7 123456782 22 2021-03-01").has_new("1980@202201/8 111222333 22 2021-03-01");
  given.usual_match({"0398"}).evidence(least, ahead);
  EXPECT_FALSE(estimate(problem_of(given)));
  given.has_old("0398@-/2 111222333 29 2020-01-01");
  EXPECT_TRUE(estimate(problem_of(given)));
}

}  // namespace
}  // namespace srgconv::reconcile
