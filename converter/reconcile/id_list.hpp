// A supplier's id list, checked against itself and against the facts, before any of its lines is used.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "reconcile/id_index.hpp"
#include "reconcile/progress.hpp"

namespace srgconv::reconcile {

/// The lines of one list that may be used, by old provision.
class IdList {
 public:
  /// Checks every line of a list of `sender`: lines that contradict each other, lines that contradict BSN or type, numbers that were not delivered, and numbers
  /// of provisions that have ended or are dropped become findings. To be called before anything is linked.
  IdList(const std::vector<ListLine>& lines, const SenderCode& sender, const IdIndex& old_ids, const IdIndex& new_ids, Progress& progress);

  /// The line that may be used for this old provision; null when there is none.
  const ListLine* line_of(std::uint32_t old) const;
  const std::vector<std::pair<std::uint32_t, const ListLine*>>& usable() const { return usable_; }

 private:
  std::vector<std::pair<std::uint32_t, const ListLine*>> usable_;  // ordered by old
};

/// The facts that must agree across a link by rule or list and do not: `bsn`, `type` or `bsn, type`; empty when they agree. A type that the transition declares
/// as recoded agrees.
std::string contradiction(const Problem& problem, std::uint32_t old, std::uint32_t fresh);

/// A finding that an old provision which is over according to the declarations goes on in the new delivery: RECO-002 when it was dropped, RECO-012 when it had
/// ended.
Diagnostic goes_on_all_the_same(const Progress& progress, std::uint32_t old, std::uint32_t fresh, const SourceSpan& place);

}  // namespace srgconv::reconcile
