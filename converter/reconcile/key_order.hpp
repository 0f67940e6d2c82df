// The order of keys, for millions of them.
#pragma once

#include <cstdint>
#include <vector>

#include "reconcile/provisions.hpp"

namespace srgconv::reconcile {

/// The indices of provisions in order of key (equal keys in order of index).
std::vector<std::uint32_t> in_key_order(const Provisions& provisions);

}  // namespace srgconv::reconcile
