// Expectation maximisation over the few ways in which pairs agree.
#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <span>
#include <utility>
#include <vector>

#include "reconcile/comparing.hpp"
#include "reconcile/fates.hpp"
#include "reconcile/matching.hpp"
#include "reconcile/persons.hpp"
#include "reconcile/reconcile.hpp"

namespace srgconv::reconcile {
namespace {

constexpr std::size_t most_levels = 8;
constexpr int most_rounds = 500;
constexpr double close_enough = 1e-9;
constexpr double added_to_each_level = 0.5;
constexpr std::size_t largest_person = 64;  // provisions on a side; more say little of how provisions agree

using Patterns = std::map<Evidence, std::uint64_t>;
using Table = std::array<std::array<double, most_levels>, comparison_count>;

std::uint64_t scattered(std::uint64_t value) {  // splitmix64
  value += 0x9E37'79B9'7F4A'7C15U;
  value = (value ^ value >> 30U) * 0xBF58'476D'1CE4'E5B9U;
  value = (value ^ value >> 27U) * 0x94D0'49BB'1331'11EBU;
  return value ^ value >> 31U;
}

// What the exact levels leave over, on both sides: what will be weighed.
struct LeftOver {
  std::vector<std::uint32_t> old, fresh;
};

LeftOver after_exact_levels(const Problem& problem) {
  const Date last_day = last_old_day(problem);
  std::vector<std::uint32_t> old, fresh;
  for (std::uint32_t index = 0; index < problem.old.size(); ++index) {
    const auto end = problem.old.end(index);
    const bool ended = end && on_or_before(*end, last_month_of(problem, problem.old.sender(index)).last_day()) == Answer::yes;
    if (!ended) old.push_back(index);
  }
  for (std::uint32_t index = 0; index < problem.fresh.size(); ++index) {
    if (!started_since(last_day, problem.fresh[index])) fresh.push_back(index);
  }
  std::vector<bool> old_linked(problem.old.size(), false), fresh_linked(problem.fresh.size(), false);
  for (const MatchedPair& pair : match(problem, old, fresh, Weigh::no).pairs) old_linked[pair.old] = fresh_linked[pair.fresh] = true;
  std::erase_if(old, [&](std::uint32_t index) { return old_linked[index]; });
  std::erase_if(fresh, [&](std::uint32_t index) { return fresh_linked[index]; });
  return {std::move(old), std::move(fresh)};
}

Estimate count_patterns(const Problem& problem, Patterns& patterns) {
  const LeftOver left = after_exact_levels(problem);
  const auto old_members = ordered_by_person(problem.old, left.old), fresh_members = ordered_by_person(problem.fresh, left.fresh);
  const auto each_person = [&](const auto& visit) {
    for_each_person({problem.old, problem.fresh, old_members, fresh_members}, [&](std::span<const Facts> old, std::span<const Facts> fresh) {
      if (old.size() <= largest_person && fresh.size() <= largest_person) visit(old, fresh);
    });
  };
  std::uint64_t all = 0;
  each_person([&](std::span<const Facts> old, std::span<const Facts> fresh) { all += old.size() * fresh.size(); });
  const std::uint64_t most = all <= most_estimated_pairs ? ~0ULL : ~0ULL / all * most_estimated_pairs;

  Estimate result;
  const Comparing comparing(problem);
  each_person([&](std::span<const Facts> old, std::span<const Facts> fresh) {
    if (scattered(old.front().bsn) > most) return;
    ++result.persons;
    result.pairs += old.size() * fresh.size();
    result.provisions += std::min(old.size(), fresh.size());
    for (const Facts& one : old) {
      for (const Facts& other : fresh) ++patterns[comparing.all(one, other)];
    }
  });
  return result;
}

// Likelihoods that add up to 1, from likelihoods that nearly do: the largest takes the difference.
void set_all(EvidenceWeights& weights, Comparison comparison, const std::array<double, most_levels>& m, const std::array<double, most_levels>& u) {
  constexpr double whole = 1'000'000;
  const std::size_t count = level_names(comparison).size();
  const auto rounded = [&](const std::array<double, most_levels>& from) {
    std::vector<std::int32_t> millionths;
    for (std::size_t level = 0; level < count; ++level) millionths.push_back(std::max(1, static_cast<std::int32_t>(std::lround(from[level] * whole))));
    std::int32_t rest = 1'000'000;
    for (const std::int32_t one : millionths) rest -= one;
    *std::max_element(millionths.begin(), millionths.end()) += rest;
    return millionths;
  };
  const auto whole_m = rounded(m), whole_u = rounded(u);
  for (std::uint8_t level = 0; level < count; ++level) weights.set(comparison, level, {whole_m[level], whole_u[level]});
}

}  // namespace

std::optional<Estimate> estimate(const Problem& problem) {
  Patterns patterns;
  Estimate result = count_patterns(problem, patterns);
  if (result.pairs == 0) return std::nullopt;

  Table m{}, u{};
  for (const Comparison comparison : comparisons) {
    for (std::uint8_t level = 0; level < level_names(comparison).size(); ++level) {
      m[static_cast<std::size_t>(comparison)][level] = problem.weights.likelihood(comparison, level).m / 1e6;
      u[static_cast<std::size_t>(comparison)][level] = problem.weights.likelihood(comparison, level).u / 1e6;
    }
  }
  double belonging = 0.5;  // the share of pairs that belong together
  for (int round = 0; round < most_rounds; ++round) {
    Table new_m{}, new_u{};
    double together = 0, apart = 0;
    for (const auto& [pattern, count] : patterns) {
      double if_together = belonging, if_apart = 1 - belonging;
      for (std::size_t at = 0; at < comparison_count; ++at) {
        if_together *= m[at][pattern.levels[at]];
        if_apart *= u[at][pattern.levels[at]];
      }
      const double share = if_together / (if_together + if_apart) * static_cast<double>(count), rest = static_cast<double>(count) - share;
      together += share;
      apart += rest;
      for (std::size_t at = 0; at < comparison_count; ++at) {
        new_m[at][pattern.levels[at]] += share;
        new_u[at][pattern.levels[at]] += rest;
      }
    }
    double change = 0;
    for (const Comparison comparison : comparisons) {
      const auto at = static_cast<std::size_t>(comparison);
      const std::size_t count = level_names(comparison).size();
      const double added = added_to_each_level * static_cast<double>(count);
      for (std::size_t level = 0; level < count; ++level) {
        const double next_m = (new_m[at][level] + added_to_each_level) / (together + added),
                     next_u = (new_u[at][level] + added_to_each_level) / (apart + added);
        change = std::max({change, std::abs(next_m - m[at][level]), std::abs(next_u - u[at][level])});
        m[at][level] = next_m;
        u[at][level] = next_u;
      }
    }
    belonging = std::clamp(together / (together + apart), 1e-6, 1 - 1e-6);
    if (change < close_enough) break;
  }
  for (const Comparison comparison : comparisons)
    set_all(result.weights, comparison, m[static_cast<std::size_t>(comparison)], u[static_cast<std::size_t>(comparison)]);
  return result;
}

}  // namespace srgconv::reconcile
