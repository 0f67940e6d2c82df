#include "rules/calculate.hpp"

namespace srgconv::rules {

std::optional<std::int64_t> calculated(std::int64_t a, char sign, std::int64_t b) {
  constexpr std::int64_t scale = 10000;
  constexpr std::int64_t limit = 9'000'000'000'000'000'000;
  __extension__ using Wide = __int128;
  Wide result = 0;
  const auto divided = [](Wide dividend, Wide divisor) {
    const bool negative = (dividend < 0) != (divisor < 0);
    if (dividend < 0) dividend = -dividend;
    if (divisor < 0) divisor = -divisor;
    const Wide rounded = (2 * dividend + divisor) / (2 * divisor);
    return negative ? -rounded : rounded;
  };
  switch (sign) {
    case '+': result = static_cast<Wide>(a) + b; break;
    case '-': result = static_cast<Wide>(a) - b; break;
    case '*': result = divided(static_cast<Wide>(a) * b, scale); break;
    default:
      if (b == 0) return std::nullopt;
      result = divided(static_cast<Wide>(a) * scale, b);
  }
  if (result >= limit || result <= -limit) return std::nullopt;
  return static_cast<std::int64_t>(result);
}

}  // namespace srgconv::rules
