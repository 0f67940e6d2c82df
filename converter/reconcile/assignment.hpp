// One group of provisions of one person that may belong together: what all its optimal one-to-one assignments have in common.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace srgconv::reconcile {

/// A group with more than this many provisions on a side is not assigned but goes to people.
inline constexpr std::size_t largest_group = 64;

/// An old and a new provision that a declared level lets belong together.
struct Edge {
  std::uint32_t old = 0, fresh = 0;  ///< numbers within the group
  std::uint32_t level = 0;           ///< the strongest level that holds; 0 is the first
  std::array<bool, 4> agrees{};      ///< end, goal, wage value, work capacity
  std::int32_t days = 0;             ///< between the starts; 0 where the level does not measure them
  std::int64_t weight = 0;           ///< thousandths of a bit, above 0, on the level of weighted evidence; then `agrees` and `days` do not count
};

/// What the optimal assignments do with one old provision. Exactly one choice in all means that every optimum agrees.
struct Choices {
  std::vector<std::uint32_t> fresh;  ///< new provisions that some optimum gives it, ascending
  bool may_stay_alone = false;       ///< some optimum gives it none
};

/// The choices per old provision. Edges with a weight are those of one level, the weakest. Optimal is lexicographic: for each level, the strongest first, as
/// many links as can be, then as many that agree on the end, on the goal, on the wage value and on the work capacity, then the smallest sum of days; on the
/// level of weighted evidence the largest sum of weights. A weaker level never wins from a stronger one. `ahead`, in thousandths of a bit: assignments that are
/// optimal but for a sum of weights which falls short by less than this count as optimal too, so that what is left as the only choice is ahead of every other
/// by at least that much. At most `largest_group` on each side, and at most one edge for a pair.
std::vector<Choices> optimal_choices(std::size_t old_count, std::size_t fresh_count, std::span<const Edge> edges, std::int64_t ahead = 0);

}  // namespace srgconv::reconcile
