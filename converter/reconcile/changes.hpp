// What a link declares as changed, and why that is no contradiction.
#pragma once

#include <vector>

#include "reconcile/progress.hpp"

namespace srgconv::reconcile {

/// The facts among type, start and end that the conversion file must declare as changed (the end when both sides give one), each with its reason in Dutch.
std::vector<Change> changes(const Problem& problem, const Pairing& pairing);

}  // namespace srgconv::reconcile
