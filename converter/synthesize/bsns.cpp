// Seven digits are free, the eighth is one of nine that leave a check digit below ten, the ninth is the check digit.
#include "synthesize/bsns.hpp"

#include <array>

namespace srgconv::synthesize {
namespace {

constexpr std::uint32_t first_digits = 100'000;  // seven digits with at most one leading zero
constexpr std::uint32_t choices = 9;             // of the eighth digit: of ten at least nine will do

// The digits of the 11-test's sum for the first seven digits: 9a + 8b + ... + 3g.
std::uint32_t weighted_sum(std::uint32_t seven) {
  std::uint32_t sum = 0;
  for (std::uint32_t weight = 3; weight <= 9; ++weight, seven /= 10) sum += weight * (seven % 10);
  return sum;
}

// The check digit is the sum modulo 11, for 9a + ... + 2h - i must be divisible; ten is no digit.
std::uint32_t check_digit(std::uint32_t seven, std::uint32_t eighth) { return (weighted_sum(seven) + 2 * eighth) % 11; }

bool passes(std::uint32_t bsn) { return check_digit(bsn / 100, bsn / 10 % 10) == bsn % 10; }

}  // namespace

Bsns::Bsns(std::uint64_t seed) : order_(count, seed) {}

std::uint32_t Bsns::at(std::uint64_t number) const {
  const std::uint64_t place = order_.at(number);
  const auto seven = first_digits + static_cast<std::uint32_t>(place / choices);
  auto left = static_cast<std::uint32_t>(place % choices);
  std::uint32_t eighth = 0;
  while (true) {
    const std::uint32_t check = check_digit(seven, eighth);
    if (check < 10 && left-- == 0) return seven * 100 + eighth * 10 + check;
    ++eighth;
  }
}

std::optional<std::uint64_t> Bsns::number_of(std::uint32_t bsn) const {
  const std::uint32_t seven = bsn / 100, eighth = bsn / 10 % 10;
  if (seven < first_digits || seven > 9'999'999 || !passes(bsn)) return std::nullopt;
  std::uint32_t choice = 0;
  for (std::uint32_t other = 0; other < eighth; ++other) {
    if (check_digit(seven, other) < 10) ++choice;
  }
  if (choice >= choices) return std::nullopt;
  return order_.number_at(std::uint64_t{seven - first_digits} * choices + choice);
}

std::uint32_t Bsns::mistaken(std::uint32_t bsn, std::uint64_t from, Random& random) const {
  static constexpr std::array<std::uint32_t, 9> powers{1, 10, 100, 1'000, 10'000, 100'000, 1'000'000, 10'000'000, 100'000'000};
  const auto with_digit = [](std::uint32_t number, std::size_t place, std::uint32_t digit) {
    return number - number / powers[place] % 10 * powers[place] + digit * powers[place];
  };
  while (true) {
    const std::size_t first = random.below(9), second = random.below(9);
    if (first == second) continue;
    const std::uint32_t once = with_digit(bsn, first, static_cast<std::uint32_t>(random.below(10)));
    const std::uint32_t twice = with_digit(once, second, static_cast<std::uint32_t>(random.below(10)));
    if (once == bsn || twice / powers[second] % 10 == bsn / powers[second] % 10 || twice < first_digits * 100 || !passes(twice)) continue;
    const auto number = number_of(twice);
    if (!number || *number >= from) return twice;
  }
}

}  // namespace srgconv::synthesize
