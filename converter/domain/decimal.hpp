// Exact decimal numbers: wage values and percentages must not pass through binary fractions.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <fmt/format.h>

namespace srgconv {

/// A number with at most four decimals, held as ten-thousandths; |value| < 9e14.
class Decimal {
 public:
  constexpr Decimal() = default;
  static constexpr Decimal from_units(std::int64_t ten_thousandths) { return Decimal(ten_thousandths); }
  static constexpr Decimal whole(std::int64_t number) { return Decimal(number * 10000); }
  /// Reads an optional sign, digits, and at most four digits behind `point`. Nothing for any other text, or too large a number.
  static std::optional<Decimal> parse(std::string_view text, char point = '.');

  std::int64_t units() const { return units_; }
  bool is_whole() const { return units_ % 10000 == 0; }
  /// The shortest exact form: `45.5`, `99`, `-0.25`.
  std::string text() const;
  /// With exactly `decimals` (0..4) behind the point; nothing when that would lose a digit.
  std::optional<std::string> fixed(int decimals) const;

  auto operator<=>(const Decimal&) const = default;

 private:
  explicit constexpr Decimal(std::int64_t units) : units_(units) {}
  std::int64_t units_ = 0;
};

}  // namespace srgconv

template <>
struct fmt::formatter<srgconv::Decimal> : fmt::formatter<std::string> {
  auto format(const srgconv::Decimal& number, format_context& context) const { return formatter<std::string>::format(number.text(), context); }
};
