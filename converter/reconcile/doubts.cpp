// Contradictions among the pairs of one group.
#include "reconcile/doubts.hpp"

#include <algorithm>

namespace srgconv::reconcile {

std::vector<std::vector<std::uint32_t>> doubts(std::span<const std::optional<std::uint32_t>> chosen, std::span<const SpokenFor> pairs) {
  const auto clean = [&](std::uint32_t old, std::uint32_t fresh) {
    return std::any_of(pairs.begin(), pairs.end(), [&](const SpokenFor& one) { return one.old == old && one.fresh == fresh && !one.contradicts; });
  };
  const auto taken_by = [&](std::uint32_t fresh) -> std::optional<std::uint32_t> {
    const auto found = std::find(chosen.begin(), chosen.end(), std::optional(fresh));
    return found == chosen.end() ? std::nullopt : std::optional(static_cast<std::uint32_t>(found - chosen.begin()));
  };
  std::vector<std::vector<std::uint32_t>> result(chosen.size());
  for (const SpokenFor& held : pairs) {
    if (!held.contradicts || chosen[held.old] != held.fresh) continue;
    for (const SpokenFor& instead : pairs) {
      if (instead.contradicts) continue;
      if (instead.old != held.old && instead.fresh == held.fresh && !chosen[instead.old]) result[held.old].push_back(held.fresh);
      if (instead.old != held.old || instead.fresh == held.fresh) continue;
      const auto other = taken_by(instead.fresh);
      if (!other) result[held.old].push_back(instead.fresh);
      if (!other || !clean(*other, held.fresh)) continue;
      result[held.old].push_back(instead.fresh);
      result[*other].push_back(held.fresh);
    }
  }
  return result;
}

}  // namespace srgconv::reconcile
