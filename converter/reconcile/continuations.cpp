// Few old provisions have ended the day before another started, so that is looked for first, and the new side of their persons only.
#include "reconcile/continuations.hpp"

#include <algorithm>
#include <tuple>
#include <unordered_map>

#include "reconcile/allowances.hpp"
#include "reconcile/fates.hpp"

namespace srgconv::reconcile {
namespace {

// A provision that ended, and the day on which another may go on.
struct Ended {
  std::uint32_t bsn = 0;
  std::int32_t next_day = 0;
  std::uint32_t type = 0, goal = 0;
  Date start;
  std::uint32_t index = 0;

  auto place() const { return std::tie(bsn, next_day, type, goal); }
};

bool allows_joins(const rules::Transition& transition) {
  return std::any_of(transition.allowed.begin(), transition.allowed.end(), [](const rules::Allow& allow) { return allow.way == rules::Allow::Way::join; });
}

// What an old provision would have become.
struct Whole {
  std::uint32_t part = 0;
  Date start;
  const rules::Allow* by = nullptr;
};

}  // namespace

std::vector<Continuation> continuations(const Progress& progress) {
  const Problem& problem = progress.problem;
  std::vector<Continuation> result;
  if (!allows_joins(problem.transition)) return result;
  const Allowances allowances(problem);
  std::vector<Ended> ended;
  for (std::uint32_t index = 0; index < problem.old.size(); ++index) {
    if (progress.fates[index] != OldFate::ended) continue;
    const Facts& facts = problem.old[index];
    const Date end = *Date::from_packed(facts.end);
    if (end.complete()) ended.push_back({facts.bsn, end.day_number() + 1, facts.type, facts.goal, facts.start, index});
  }
  if (ended.empty()) return result;
  std::sort(ended.begin(), ended.end(), [](const Ended& a, const Ended& b) { return std::tuple(a.place(), a.index) < std::tuple(b.place(), b.index); });

  std::unordered_map<std::uint32_t, std::vector<Whole>> wholes;  // by BSN
  for (std::uint32_t index = 0; index < problem.old.size(); ++index) {
    if (!progress.undecided(index)) continue;
    const Facts& part = problem.old[index];
    const rules::Allow* by = allowances.join(part);
    if (by == nullptr || !part.start.complete()) continue;
    const Ended wanted{part.bsn, part.start.day_number(), part.type, part.goal, {}, 0};
    const auto [first, last] = std::equal_range(ended.begin(), ended.end(), wanted, [](const Ended& a, const Ended& b) { return a.place() < b.place(); });
    for (auto one = first; one != last; ++one) {
      if (problem.old.sender(one->index) == problem.old.sender(index)) wholes[part.bsn].push_back({index, one->start, by});
    }
  }
  if (wholes.empty()) return result;

  for (std::uint32_t index = 0; index < problem.fresh.size(); ++index) {
    const auto found = wholes.find(problem.fresh[index].bsn);
    if (found == wholes.end() || !left_over(progress, index)) continue;
    const Facts& fresh = problem.fresh[index];
    for (const Whole& whole : found->second) {
      const Facts& part = problem.old[whole.part];
      const bool fits = fresh.type == part.type && fresh.goal == part.goal && fresh.start == whole.start && same_end(part, fresh);
      if (fits && progress.may_link(part.index, index)) result.push_back({part.index, index, whole.by});
    }
  }
  std::sort(result.begin(), result.end());
  result.erase(std::unique(result.begin(), result.end()), result.end());
  return result;
}

std::vector<Continuation> only_ones(const std::vector<Continuation>& all) {
  std::unordered_map<std::uint32_t, int> of_old, of_fresh;
  for (const Continuation& one : all) {
    ++of_old[one.old];
    ++of_fresh[one.fresh];
  }
  std::vector<Continuation> result;
  std::copy_if(all.begin(), all.end(), std::back_inserter(result), [&](const Continuation& one) { return of_old[one.old] == 1 && of_fresh[one.fresh] == 1; });
  return result;
}

}  // namespace srgconv::reconcile
