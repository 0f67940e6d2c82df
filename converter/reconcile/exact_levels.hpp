// The levels of `match` that facts must meet to the letter: those before weighed evidence.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "reconcile/assignment.hpp"
#include "reconcile/reconcile.hpp"

namespace srgconv::reconcile {

class ExactLevels {
 public:
  /// Of the problem's `match`, which must be there.
  explicit ExactLevels(const Problem& problem);

  /// By the strongest level that the pair meets; nothing when it meets none. Without the numbers of the two.
  std::optional<Edge> edge(const Facts& old, const Facts& fresh) const;
  std::size_t count() const { return levels_.size(); }
  /// Does the first level need equal registration numbers?
  bool first_needs_numbers() const;

 private:
  // A level with everything it needs: one that measures the start also needs what the first level needs besides.
  struct Level {
    std::vector<rules::TargetField> equal;
    std::optional<int> start_within;
  };
  static std::vector<Level> completed(const std::vector<rules::MatchLevel>& declared);
  bool equal(rules::TargetField field, const Facts& old, const Facts& fresh) const;

  const Problem& problem_;
  std::vector<Level> levels_;
};

}  // namespace srgconv::reconcile
