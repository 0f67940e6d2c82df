// Links that the sums of weights decide and people should all the same: facts contradict, and another history would have no contradiction.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace srgconv::reconcile {

/// A pair of a group for which the evidence speaks. `contradicts`: a fact besides type and start differs, though both sides know it.
struct SpokenFor {
  std::uint32_t old = 0, fresh = 0;  ///< numbers within the group
  bool contradicts = false;
};

/// Per old provision of a group whether its link is in doubt, and if so what else it might have. `chosen`: per old provision the new one that the sums give it.
///
/// A chosen pair that contradicts is in doubt when the old provision might have a new one that is left, or the new provision an old one that is left, or when
/// both might be exchanged with another chosen pair (which is then in doubt too), each time without a contradiction.
std::vector<std::vector<std::uint32_t>> doubts(std::span<const std::optional<std::uint32_t>> chosen, std::span<const SpokenFor> pairs);

}  // namespace srgconv::reconcile
