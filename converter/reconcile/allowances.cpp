// Statements `allow split` and `allow join`.
#include "reconcile/allowances.hpp"

#include <algorithm>

namespace srgconv::reconcile {
namespace {

bool among(const std::vector<std::uint32_t>& types, std::uint32_t type) { return types.empty() || std::find(types.begin(), types.end(), type) != types.end(); }

}  // namespace

Allowances::Allowances(const Problem& problem) {
  for (const rules::Allow& allow : problem.transition.allowed) {
    Entry& entry = entries_.emplace_back(Entry{&allow, {}, {}});
    for (const std::string& type : allow.types) entry.types.push_back(problem.numbers.find(type));
    for (const std::string& type : allow.into) entry.into.push_back(problem.numbers.find(type));
  }
}

const rules::Allow* Allowances::part(const Facts& old, const Facts& fresh) const {
  return same_period(old, fresh) && old.goal == fresh.goal ? split(old, fresh) : nullptr;
}

const rules::Allow* Allowances::split(const Facts& old, const Facts& fresh) const {
  for (const Entry& entry : entries_) {
    if (entry.statement->way == rules::Allow::Way::split && among(entry.types, old.type) && among(entry.into, fresh.type)) return entry.statement;
  }
  return nullptr;
}

const rules::Allow* Allowances::join(const Facts& old) const {
  for (const Entry& entry : entries_) {
    if (entry.statement->way == rules::Allow::Way::join && among(entry.types, old.type)) return entry.statement;
  }
  return nullptr;
}

}  // namespace srgconv::reconcile
