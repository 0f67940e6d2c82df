// Classes of equal facts on both sides, and those that are of one size.
#include "reconcile/interchangeable.hpp"

#include <algorithm>
#include <numeric>

namespace srgconv::reconcile {

std::vector<std::pair<std::uint32_t, std::uint32_t>> interchangeable(const Problem& problem, std::span<const Facts> old, std::span<const Facts> fresh) {
  const auto ordered = [](std::span<const Facts> facts, const Provisions& side) {
    std::vector<std::uint32_t> order(facts.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
      return alike(facts[a], facts[b]) ? side.key_before(facts[a].index, facts[b].index) : told(facts[a]) < told(facts[b]);
    });
    return order;
  };
  const auto old_order = ordered(old, problem.old), fresh_order = ordered(fresh, problem.fresh);
  const auto class_end = [](std::span<const Facts> facts, const std::vector<std::uint32_t>& order, std::size_t from) {
    std::size_t to = from;
    while (to < order.size() && alike(facts[order[from]], facts[order[to]])) ++to;
    return to;
  };
  std::vector<std::pair<std::uint32_t, std::uint32_t>> result;
  for (std::size_t i = 0; i < old_order.size();) {
    const std::size_t i_end = class_end(old, old_order, i);
    const auto same = std::find_if(fresh_order.begin(), fresh_order.end(), [&](std::uint32_t n) { return alike(old[old_order[i]], fresh[n]); });
    const auto j = static_cast<std::size_t>(same - fresh_order.begin());
    const std::size_t count = i_end - i;
    if (count > 1 && j < fresh_order.size() && class_end(fresh, fresh_order, j) - j == count) {
      for (std::size_t n = 0; n < count; ++n) result.emplace_back(old_order[i + n], fresh_order[j + n]);
    }
    i = i_end;
  }
  return result;
}

}  // namespace srgconv::reconcile
