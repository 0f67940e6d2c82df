// `ties interchangeable`: provisions of one person that no fact tells apart.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "reconcile/reconcile.hpp"

namespace srgconv::reconcile {

/// Old provisions that agree in every fact with each other and with just as many new ones, two or more, paired in order of their keys: positions in `old` and
/// `fresh`, the facts of one person on both sides. The order of the facts does not matter.
std::vector<std::pair<std::uint32_t, std::uint32_t>> interchangeable(const Problem& problem, std::span<const Facts> old, std::span<const Facts> fresh);

}  // namespace srgconv::reconcile
