#include "domain/decimal.hpp"

namespace srgconv {

std::optional<Decimal> Decimal::parse(std::string_view text, char point) {
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  std::int64_t units = 0;
  int whole_digits = 0, decimals = -1;  // -1: no point seen yet
  for (const char c : text) {
    if (c == point && decimals < 0) {
      decimals = 0;
    } else if (c >= '0' && c <= '9') {
      if (decimals == 4 || units >= 90'000'000'000'000'000) return std::nullopt;
      units = units * 10 + (c - '0');
      ++(decimals < 0 ? whole_digits : decimals);
    } else {
      return std::nullopt;
    }
  }
  if (whole_digits == 0 || decimals == 0) return std::nullopt;
  for (int d = decimals < 0 ? 0 : decimals; d < 4; ++d) {
    if (units >= 900'000'000'000'000'000) return std::nullopt;
    units *= 10;
  }
  return from_units(negative ? -units : units);
}

std::optional<std::string> Decimal::fixed(int decimals) const {
  std::int64_t scale = 1;
  for (int d = decimals; d < 4; ++d) scale *= 10;
  if (units_ % scale != 0) return std::nullopt;
  const std::int64_t magnitude = units_ < 0 ? -units_ : units_;
  const std::string sign = units_ < 0 ? "-" : "";
  if (decimals == 0) return fmt::format("{}{}", sign, magnitude / 10000);
  return fmt::format("{}{}.{:0{}}", sign, magnitude / 10000, magnitude % 10000 / scale, decimals);
}

std::string Decimal::text() const {
  int decimals = 4;
  for (std::int64_t rest = units_; decimals > 0 && rest % 10 == 0; rest /= 10) --decimals;
  return *fixed(decimals);
}

}  // namespace srgconv
