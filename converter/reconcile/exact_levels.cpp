// Facts that agree, level by level.
#include "reconcile/exact_levels.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace srgconv::reconcile {

ExactLevels::ExactLevels(const Problem& problem) : problem_(problem), levels_(completed(problem.transition.match->levels)) {}

bool ExactLevels::first_needs_numbers() const {
  const auto& fields = levels_.front().equal;
  return std::find(fields.begin(), fields.end(), rules::TargetField::id) != fields.end();
}

// The levels before weighted evidence, which is the last one.
std::vector<ExactLevels::Level> ExactLevels::completed(const std::vector<rules::MatchLevel>& declared) {
  std::vector<Level> result;
  for (const rules::MatchLevel& level : declared) {
    if (level.evidence) break;
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

bool ExactLevels::equal(rules::TargetField field, const Facts& old, const Facts& fresh) const {
  switch (field) {
    case rules::TargetField::bsn: return old.bsn == fresh.bsn;
    case rules::TargetField::id: return problem_.old.id(old.index) == problem_.fresh.id(fresh.index);
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

std::optional<Edge> ExactLevels::edge(const Facts& old, const Facts& fresh) const {
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

}  // namespace srgconv::reconcile
