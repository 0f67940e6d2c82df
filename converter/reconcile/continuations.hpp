// Joins of periods that touch: an old provision that goes on where another ended the day before, and a new one that has run since that one began.
#pragma once

#include <cstdint>
#include <vector>

#include "reconcile/progress.hpp"

namespace srgconv::reconcile {

/// An old provision that is open and allowed to be joined, and a new one that is left over: both have the same type and goal and the same end, and the new one
/// has the start of a provision of the same person, sender, type and goal that ended the day before the old one started.
struct Continuation {
  std::uint32_t old = 0, fresh = 0;
  const rules::Allow* by = nullptr;
  auto operator<=>(const Continuation& other) const { return std::pair(old, fresh) <=> std::pair(other.old, other.fresh); }
  bool operator==(const Continuation& other) const { return old == other.old && fresh == other.fresh; }
};

/// All of them, in order and each once; an old provision may have several, and so may a new one.
std::vector<Continuation> continuations(const Progress& progress);

/// Those whose old and new provision occur in no other.
std::vector<Continuation> only_ones(const std::vector<Continuation>& all);

}  // namespace srgconv::reconcile
