// Weights of evidence as a table: comparison;level;m;u;source. Every level of every comparison once.
#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <map>
#include <set>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "pack/pack.hpp"
#include "pack/pack_file.hpp"
#include "pack/table_file.hpp"

namespace srgconv::pack {
namespace {

enum Column : std::size_t { comparison, level, m, u, source };
constexpr std::array<std::string_view, 5> columns{"comparison", "level", "m", "u", "source"};
constexpr std::int64_t whole = 1'000'000;  // a probability of 1, in millionths
constexpr std::int64_t rounding = 100;     // what the likelihoods of a comparison may miss of 1, in millionths

std::string listed(const auto& names) { return fmt::format("{}", fmt::join(names, ", ")); }

// Millionths of a probability above 0 and at most 1, written with at most six decimals.
std::optional<std::int32_t> probability(const Cell& cell, Diagnostics& diagnostics) {
  const std::string& text = cell.text;
  const std::size_t point = std::min(text.find('.'), text.size());
  std::string digits = text.substr(0, point);
  const std::string decimals = point < text.size() ? text.substr(point + 1) : "";
  bool sound = !digits.empty() && digits.size() <= 3 && decimals.size() <= 6 && (point == text.size() || !decimals.empty());
  digits += decimals + std::string(6 - std::min<std::size_t>(decimals.size(), 6), '0');
  std::int32_t millionths = 0;
  const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), millionths);
  sound = sound && fault == std::errc() && end == digits.data() + digits.size() && millionths > 0 && millionths <= whole;
  if (sound) return millionths;
  diagnostics.add(finding("PACK-049", cell.span, {{"column", cell.span.field}, {"value", cell.text}}));
  return std::nullopt;
}

class WeightsReader {
 public:
  WeightsReader(const SourceText& text, Diagnostics& diagnostics) : text_(text), diagnostics_(diagnostics) {}

  std::optional<EvidenceWeights> run() {
    const std::size_t errors = diagnostics_.error_count();
    const auto rows = read_table(text_, columns, diagnostics_);
    if (!rows) return std::nullopt;
    for (const TableRow& row : *rows) take(row);
    if (diagnostics_.error_count() == errors) check_whole();
    if (diagnostics_.error_count() == errors) return weights_;
    diagnostics_.keep_text(text_);
    return std::nullopt;
  }

 private:
  void take(const TableRow& row) {
    const auto known = std::find_if(comparisons.begin(), comparisons.end(), [&](Comparison each) { return name(each) == row[comparison].text; });
    if (known == comparisons.end()) {
      std::vector<std::string_view> names;
      for (const Comparison each : comparisons) names.push_back(name(each));
      return diagnostics_.add(
          finding("PACK-048", row[comparison].span, {{"column", row[comparison].span.field}, {"value", row[comparison].text}, {"names", listed(names)}}));
    }
    const auto names = level_names(*known);
    const auto found = std::find(names.begin(), names.end(), row[level].text);
    if (found == names.end())
      return diagnostics_.add(finding("PACK-048", row[level].span, {{"column", row[level].span.field}, {"value", row[level].text}, {"names", listed(names)}}));
    const auto number = static_cast<std::uint8_t>(found - names.begin());
    if (!seen_.emplace(*known, number).second)
      return diagnostics_.add(finding("PACK-050", row[level].span, {{"comparison", row[comparison].text}, {"level", row[level].text}}));
    const auto belonging = probability(row[m], diagnostics_), strange = probability(row[u], diagnostics_);
    if (!belonging || !strange) return;
    weights_.set(*known, number, {*belonging, *strange});
    sums_[*known].first += *belonging;
    sums_[*known].second += *strange;
  }

  // Nothing may be missing, and the likelihoods of a comparison are those of all its levels: they add up to 1.
  void check_whole() {
    const SourceSpan place{text_.name(), 0, 0, 0, {}};
    for (const Comparison each : comparisons) {
      std::vector<std::string_view> missing;
      for (std::uint8_t number = 0; number < level_names(each).size(); ++number) {
        if (!seen_.contains({each, number})) missing.push_back(level_names(each)[number]);
      }
      if (!missing.empty()) {
        diagnostics_.add(finding("PACK-051", place, {{"comparison", std::string(name(each))}, {"levels", listed(missing)}}));
        continue;
      }
      const auto [all_m, all_u] = sums_[each];
      for (const auto& [column, sum] : {std::pair("m", all_m), std::pair("u", all_u)}) {
        if (std::abs(sum - whole) > rounding)
          diagnostics_.add(finding("PACK-052", place,
                                   {{"comparison", std::string(name(each))}, {"column", column}, {"sum", fmt::format("{}.{:06}", sum / whole, sum % whole)}}));
      }
    }
  }

  const SourceText& text_;
  Diagnostics& diagnostics_;
  EvidenceWeights weights_;
  std::set<std::pair<Comparison, std::uint8_t>> seen_;
  std::map<Comparison, std::pair<std::int64_t, std::int64_t>> sums_;
};

}  // namespace

std::optional<EvidenceWeights> read_weights(const SourceText& text, Diagnostics& diagnostics) { return WeightsReader(text, diagnostics).run(); }

std::string weights_table(const EvidenceWeights& weights, const std::string& source) {
  std::string text = fmt::format("{}\n", fmt::join(columns, ";"));
  for (const Comparison each : comparisons) {
    for (std::uint8_t number = 0; number < level_names(each).size(); ++number) {
      const Likelihood& likelihood = weights.likelihood(each, number);
      text += fmt::format("{};{};{}.{:06};{}.{:06};{}\n", name(each), level_names(each)[number], likelihood.m / whole, likelihood.m % whole,
                          likelihood.u / whole, likelihood.u % whole, source);
    }
  }
  return text;
}

}  // namespace srgconv::pack
