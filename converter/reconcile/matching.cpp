// Levels -> candidate edges per person -> groups that depend on each other -> pairs and ties.
#include "reconcile/matching.hpp"

#include <algorithm>
#include <cstdlib>
#include <numeric>
#include <optional>
#include <span>
#include <tuple>

#include "reconcile/assignment.hpp"
#include "reconcile/evidence.hpp"
#include "reconcile/facts.hpp"

namespace srgconv::reconcile {
namespace {

// A level with everything it needs: one that measures the start also needs what the first level needs besides.
struct Level {
  std::vector<rules::TargetField> equal;
  std::optional<int> start_within;
};

std::vector<Level> completed(const std::vector<rules::MatchLevel>& declared) {
  std::vector<Level> result;
  for (const rules::MatchLevel& level : declared) {
    Level complete{level.equal, level.start_within};
    if (level.start_within) {
      complete.equal.insert(complete.equal.end(), declared.front().equal.begin(), declared.front().equal.end());
      std::erase(complete.equal, rules::TargetField::start);
    }
    std::sort(complete.equal.begin(), complete.equal.end());
    complete.equal.erase(std::unique(complete.equal.begin(), complete.equal.end()), complete.equal.end());
    result.push_back(std::move(complete));
  }
  return result;
}

class Matcher {
 public:
  Matcher(const Problem& problem, const std::vector<rules::MatchLevel>& levels) : problem_(problem), levels_(completed(levels)) {}

  void person(std::span<const Facts> old, std::span<const Facts> fresh);
  Matching take() { return std::move(result_); }

 private:
  bool equal(rules::TargetField field, const Facts& old, const Facts& fresh) const;
  std::optional<Edge> edge(const Facts& old, const Facts& fresh) const;
  void pair(const Facts& old, const Facts& fresh, std::uint32_t level) { result_.pairs.push_back({old.index, fresh.index, level, agreement(old, fresh)}); }
  void group(std::span<const Facts> old, std::span<const Facts> fresh, std::vector<Edge> edges);

  const Problem& problem_;
  std::vector<Level> levels_;
  Matching result_;
  std::vector<Edge> edges_;            // of the person at hand
  std::vector<std::uint32_t> parent_;  // old provisions, then new ones: sets that are connected
};

bool Matcher::equal(rules::TargetField field, const Facts& old, const Facts& fresh) const {
  switch (field) {
    case rules::TargetField::bsn: return old.bsn == fresh.bsn;
    case rules::TargetField::id: return problem_.old[old.index].provision.key.id == problem_.fresh[fresh.index].key.id;
    case rules::TargetField::type: return old.type == fresh.type;
    case rules::TargetField::start: return old.start == fresh.start;
    case rules::TargetField::end: return same_end(old, fresh);
    case rules::TargetField::goal: return old.goal == fresh.goal;
    case rules::TargetField::work_capacity: return old.work_capacity == fresh.work_capacity;
    case rules::TargetField::wage_value: return old.wage_value == fresh.wage_value;
    case rules::TargetField::description:  // free text is never compared
    case rules::TargetField::old_id:
    case rules::TargetField::new_id:
    case rules::TargetField::new_sender: break;
  }
  return false;
}

std::optional<Edge> Matcher::edge(const Facts& old, const Facts& fresh) const {
  for (std::size_t number = 0; number < levels_.size(); ++number) {
    const Level& level = levels_[number];
    std::int32_t days = 0;
    if (level.start_within) {
      if (!old.start.complete() || !fresh.start.complete()) continue;
      days = std::abs(old.start.day_number() - fresh.start.day_number());
      if (days > *level.start_within) continue;
    }
    if (!std::all_of(level.equal.begin(), level.equal.end(), [&](rules::TargetField field) { return equal(field, old, fresh); })) continue;
    return Edge{0,
                0,
                static_cast<std::uint32_t>(number),
                {same_end(old, fresh), old.goal == fresh.goal, old.wage_value == fresh.wage_value, old.work_capacity == fresh.work_capacity},
                days};
  }
  return std::nullopt;
}

void Matcher::person(std::span<const Facts> old, std::span<const Facts> fresh) {
  if (old.size() > most_pairs / fresh.size()) {
    for (const Facts& one : old) result_.too_many.push_back({one.index, {}});
    return;
  }
  edges_.clear();
  parent_.resize(old.size() + fresh.size());
  std::iota(parent_.begin(), parent_.end(), 0U);
  const auto root = [&](std::uint32_t node) {
    while (parent_[node] != node) node = parent_[node] = parent_[parent_[node]];
    return node;
  };
  const auto olds = static_cast<std::uint32_t>(old.size());
  for (std::uint32_t i = 0; i < olds; ++i) {
    for (std::uint32_t j = 0; j < fresh.size(); ++j) {
      auto found = edge(old[i], fresh[j]);
      if (!found) continue;
      found->old = i;
      found->fresh = j;
      edges_.push_back(*found);
      parent_[root(i)] = root(olds + j);
    }
  }
  if (edges_.size() == 1) {  // nearly everybody
    pair(old[edges_[0].old], fresh[edges_[0].fresh], edges_[0].level);
    return;
  }
  // Edges of one group side by side.
  std::sort(edges_.begin(), edges_.end(), [&](const Edge& a, const Edge& b) {
    const std::uint32_t group_a = root(a.old), group_b = root(b.old);
    return std::tie(group_a, a.old, a.fresh) < std::tie(group_b, b.old, b.fresh);
  });
  for (auto begin = edges_.begin(); begin != edges_.end();) {
    const auto end = std::find_if(begin, edges_.end(), [&](const Edge& other) { return root(other.old) != root(begin->old); });
    group(old, fresh, std::vector<Edge>(begin, end));
    begin = end;
  }
}

// `edges`: all of one group, ordered by old; numbers are those within the person.
void Matcher::group(std::span<const Facts> old, std::span<const Facts> fresh, std::vector<Edge> edges) {
  if (edges.size() == 1) {
    pair(old[edges[0].old], fresh[edges[0].fresh], edges[0].level);
    return;
  }
  std::vector<std::uint32_t> olds, freshes;
  for (const Edge& one : edges) {
    olds.push_back(one.old);
    freshes.push_back(one.fresh);
  }
  for (auto* numbers : {&olds, &freshes}) {
    std::sort(numbers->begin(), numbers->end());
    numbers->erase(std::unique(numbers->begin(), numbers->end()), numbers->end());
  }
  if (olds.size() > largest_group || freshes.size() > largest_group) {
    for (const Edge& one : edges) {
      if (result_.too_many.empty() || result_.too_many.back().old != old[one.old].index) result_.too_many.push_back({old[one.old].index, {}});
      result_.too_many.back().candidates.push_back(fresh[one.fresh].index);
    }
    return;
  }
  const auto number_in = [](const std::vector<std::uint32_t>& numbers, std::uint32_t wanted) {
    return static_cast<std::uint32_t>(std::lower_bound(numbers.begin(), numbers.end(), wanted) - numbers.begin());
  };
  for (Edge& one : edges) {
    one.old = number_in(olds, one.old);
    one.fresh = number_in(freshes, one.fresh);
  }
  const std::vector<Choices> choices = optimal_choices(olds.size(), freshes.size(), edges);
  for (std::uint32_t i = 0; i < olds.size(); ++i) {
    const Choices& choice = choices[i];
    const std::uint32_t index = old[olds[i]].index;
    if (choice.fresh.empty()) continue;
    if (choice.fresh.size() == 1 && !choice.may_stay_alone) {
      const auto chosen = std::find_if(edges.begin(), edges.end(), [&](const Edge& one) { return one.old == i && one.fresh == choice.fresh[0]; });
      pair(old[olds[i]], fresh[freshes[choice.fresh[0]]], chosen->level);
      continue;
    }
    Undecided tie{index, {}};
    for (const std::uint32_t j : choice.fresh) tie.candidates.push_back(fresh[freshes[j]].index);
    result_.ties.push_back(std::move(tie));
  }
}

}  // namespace

Matching match(const Problem& problem, const std::vector<rules::MatchLevel>& levels, const std::vector<std::uint32_t>& old,
               const std::vector<std::uint32_t>& fresh) {
  CodeNumbers numbers;
  std::vector<Facts> facts;
  facts.reserve(old.size());
  for (const std::uint32_t index : old) facts.push_back(facts_of(problem.old[index], index, numbers));
  const std::vector<Facts> old_facts = ordered_by_person(facts);
  facts.clear();
  facts.reserve(fresh.size());
  for (const std::uint32_t index : fresh) facts.push_back(facts_of(problem.fresh[index], index, numbers));
  const std::vector<Facts> fresh_facts = ordered_by_person(facts);
  facts = {};
  Matcher matcher(problem, levels);
  for_each_person(old_facts, fresh_facts,
                  [&](std::span<const Facts> theirs_old, std::span<const Facts> theirs_fresh) { matcher.person(theirs_old, theirs_fresh); });
  return matcher.take();
}

}  // namespace srgconv::reconcile
