// Calculation with the numbers of the rule language: ten-thousandths in 64 bits.
#pragma once

#include <cstdint>
#include <optional>

namespace srgconv::rules {

/// `a sign b` in ten-thousandths, for `+`, `-`, `*` and `/`; nothing when the result is too large or a divisor is zero. Products and quotients are rounded half
/// away from zero.
std::optional<std::int64_t> calculated(std::int64_t a, char sign, std::int64_t b);

}  // namespace srgconv::rules
