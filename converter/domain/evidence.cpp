// Names of comparisons and levels, weights from likelihoods, and the one text in which evidence is kept.
#include "domain/evidence.hpp"

#include <cassert>
#include <charconv>
#include <cmath>
#include <cstdlib>

#include <fmt/format.h>

namespace srgconv {
namespace {

constexpr std::array<std::string_view, 5> type_levels = {"equal", "recoded", "role", "category", "other"};
constexpr std::array<std::string_view, 8> start_levels = {"equal", "partial", "days", "swapped", "first_of_month", "change_date", "month", "other"};
constexpr std::array<std::string_view, 3> end_levels = {"equal", "one_side", "other"};
constexpr std::array<std::string_view, 3> code_levels = {"equal", "missing", "other"};
constexpr std::array<std::string_view, 3> number_levels = {"same", "contained", "other"};

// `+2.126` -> 2126
std::optional<std::int64_t> thousandths_of(std::string_view text) {
  const bool negative = !text.empty() && text.front() == '-';
  if (!text.empty() && (text.front() == '-' || text.front() == '+')) text.remove_prefix(1);
  const std::size_t point = text.find('.');
  if (point == std::string_view::npos || text.size() != point + 4) return std::nullopt;
  const std::string digits = std::string(text.substr(0, point)) + std::string(text.substr(point + 1));
  std::int64_t value = 0;
  const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (fault != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return negative ? -value : value;
}

}  // namespace

std::string_view name(Comparison comparison) {
  switch (comparison) {
    case Comparison::type: return "type";
    case Comparison::start: return "start";
    case Comparison::end: return "end";
    case Comparison::goal: return "goal";
    case Comparison::work_capacity: return "work_capacity";
    case Comparison::wage_value: return "wage_value";
    case Comparison::number: break;
  }
  return "number";
}

std::span<const std::string_view> level_names(Comparison comparison) {
  switch (comparison) {
    case Comparison::type: return type_levels;
    case Comparison::start: return start_levels;
    case Comparison::end: return end_levels;
    case Comparison::goal:
    case Comparison::work_capacity:
    case Comparison::wage_value: return code_levels;
    case Comparison::number: break;
  }
  return number_levels;
}

void EvidenceWeights::set(Comparison comparison, std::uint8_t level, Likelihood likelihood) {
  assert(likelihood.m > 0 && likelihood.u > 0 && level < level_names(comparison).size());
  const auto at = static_cast<std::size_t>(comparison);
  likelihoods_[at][level] = likelihood;
  weights_[at][level] = static_cast<std::int32_t>(std::lround(1000 * std::log2(static_cast<double>(likelihood.m) / likelihood.u)));
}

const Likelihood& EvidenceWeights::likelihood(Comparison comparison, std::uint8_t level) const {
  return likelihoods_[static_cast<std::size_t>(comparison)][level];
}

std::int64_t EvidenceWeights::sum(const Evidence& evidence) const {
  std::int64_t total = 0;
  for (const Comparison comparison : comparisons) total += weight(comparison, evidence.level(comparison));
  return total;
}

std::string bits_text(std::int64_t thousandths) {
  const std::int64_t size = std::abs(thousandths);
  return fmt::format("{}{}.{:03}", thousandths > 0 ? "+" : thousandths < 0 ? "-" : "", size / 1000, size % 1000);
}

std::string evidence_text(const Evidence& evidence, const EvidenceWeights& weights) {
  std::string text;
  for (const Comparison comparison : comparisons) {
    const std::uint8_t level = evidence.level(comparison);
    text += fmt::format("{} {} {}; ", name(comparison), level_names(comparison)[level], bits_text(weights.weight(comparison, level)));
  }
  return text + "sum " + bits_text(weights.sum(evidence));
}

std::vector<EvidenceLine> evidence_lines(std::string_view text) {
  std::vector<EvidenceLine> lines;
  while (!text.empty()) {
    const std::size_t end = text.find("; ");
    std::string_view line = text.substr(0, end);
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 2);
    const std::size_t first = line.find(' '), last = line.rfind(' ');
    const auto weight = first == std::string_view::npos ? std::nullopt : thousandths_of(line.substr(last + 1));
    if (!weight) return {};
    lines.push_back({std::string(line.substr(0, first)), std::string(first == last ? std::string_view() : line.substr(first + 1, last - first - 1)), *weight});
  }
  return lines;
}

}  // namespace srgconv
