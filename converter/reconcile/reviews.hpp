// What people are asked about every open old provision.
#pragma once

#include <cstdint>
#include <vector>

#include "reconcile/matching.hpp"
#include "reconcile/progress.hpp"

namespace srgconv::reconcile {

/// One review per open old provision, in the order of `in_key_order` (all old provisions). The strongest reason leads: a tie, a group too large, a number
/// claimed twice, a contradiction, a doubtful start, another fact that differs, a number that was not delivered, and at last: no candidate. Numbers that rules
/// and lists name for open provisions and that were not delivered become findings.
std::vector<Review> reviews(Progress& progress, const Matching& matching, const std::vector<std::uint32_t>& in_key_order);

}  // namespace srgconv::reconcile
