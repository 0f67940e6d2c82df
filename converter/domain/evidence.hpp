// What a link rests on: per fact how far old and new agree, and how much that says for or against the link.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace srgconv {

/// The facts that are compared. `number`: whether the new registration number holds the old one.
enum class Comparison : std::uint8_t { type, start, end, goal, work_capacity, wage_value, number };
inline constexpr std::size_t comparison_count = 7;
inline constexpr std::array<Comparison, comparison_count> comparisons = {Comparison::type,          Comparison::start,      Comparison::end,   Comparison::goal,
                                                                         Comparison::work_capacity, Comparison::wage_value, Comparison::number};

/// The outcomes of each comparison, from agreement to disagreement. `other` is always the last.
enum class TypeLevel : std::uint8_t { equal, recoded, role, category, other };
enum class StartLevel : std::uint8_t { equal, partial, days, swapped, first_of_month, change_date, month, other };
enum class EndLevel : std::uint8_t { equal, one_side, other };
enum class CodeLevel : std::uint8_t { equal, missing, other };  ///< goal, work_capacity, wage_value
enum class NumberLevel : std::uint8_t { same, contained, other };

/// `type`, `start`, `end`, `goal`, `work_capacity`, `wage_value`, `number`.
std::string_view name(Comparison comparison);
/// The names of a comparison's levels in the order of its enumeration: `equal`, `first_of_month`, ...
std::span<const std::string_view> level_names(Comparison comparison);

/// How the facts of one pair agree: a level per comparison.
struct Evidence {
  std::array<std::uint8_t, comparison_count> levels{};

  template <class Level>
  void set(Comparison comparison, Level level) {
    levels[static_cast<std::size_t>(comparison)] = static_cast<std::uint8_t>(level);
  }
  std::uint8_t level(Comparison comparison) const { return levels[static_cast<std::size_t>(comparison)]; }
  auto operator<=>(const Evidence&) const = default;
};

/// How often a level occurs among pairs that belong together (m) and among pairs that do not (u), in millionths. Both at least 1.
struct Likelihood {
  std::int32_t m = 1, u = 1;
  bool operator==(const Likelihood&) const = default;
};

/// The weights of Fellegi and Sunter (A theory for record linkage, 1969): of each level log2(m / u), here in whole thousandths of a bit, so that sums are exact
/// and the same on every machine. The facts are taken as independent, so the weights of a pair add up.
class EvidenceWeights {
 public:
  void set(Comparison comparison, std::uint8_t level, Likelihood likelihood);
  const Likelihood& likelihood(Comparison comparison, std::uint8_t level) const;
  /// Thousandths of a bit, rounded; positive speaks for the link.
  std::int32_t weight(Comparison comparison, std::uint8_t level) const { return weights_[static_cast<std::size_t>(comparison)][level]; }
  std::int64_t sum(const Evidence& evidence) const;
  bool operator==(const EvidenceWeights&) const = default;

 private:
  static constexpr std::size_t most_levels = 8;
  std::array<std::array<Likelihood, most_levels>, comparison_count> likelihoods_{};
  std::array<std::array<std::int32_t, most_levels>, comparison_count> weights_{};
};

/// One line of evidence as it is told: comparison, level and weight.
struct EvidenceLine {
  std::string comparison, level;
  std::int64_t weight = 0;  ///< thousandths of a bit
};
/// `type equal +2.126; start equal +7.966; ...; sum +11.841`: no values of facts. In bits.
std::string evidence_text(const Evidence& evidence, const EvidenceWeights& weights);
/// The lines of such a text, the last one being the `sum` (level empty). Empty when it is none.
std::vector<EvidenceLine> evidence_lines(std::string_view text);
/// Thousandths of a bit as bits: `+2.126`, `-0.500`, `0.000`.
std::string bits_text(std::int64_t thousandths);

}  // namespace srgconv
