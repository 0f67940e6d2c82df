// How the requirements of a transition measure up, in whole numbers: no rounding decides.
#include <algorithm>
#include <string>

#include "verify/conversion_checks.hpp"

namespace srgconv::verify {
namespace {

// A part of a whole, exactly.
struct Fraction {
  std::int64_t part = 0, whole = 1;
};

// The sign of a - b.
int compare(std::int64_t a, std::int64_t b) { return a < b ? -1 : a > b ? 1 : 0; }

// 100 % as Decimal has it, in ten-thousandths of a percent.
constexpr std::int64_t hundred_percent = 1'000'000;

// The sign of fraction - limit. A limit below 0 % or above 100 % compares like one just outside.
int compare(const Fraction& fraction, Decimal limit) {
  const std::int64_t units = std::clamp<std::int64_t>(limit.units(), -1, hundred_percent + 1);
  return compare(fraction.part * hundred_percent, units * fraction.whole);
}

bool fits(rules::Comparison comparison, int sign) {
  switch (comparison) {
    case rules::Comparison::less: return sign < 0;
    case rules::Comparison::less_or_equal: return sign <= 0;
    case rules::Comparison::equal: return sign == 0;
    case rules::Comparison::greater_or_equal: return sign >= 0;
    case rules::Comparison::greater: return sign > 0;
  }
  return false;
}

std::int64_t count_of(const Equation& equation, std::string_view fate) {
  const auto found = std::find_if(equation.fates.begin(), equation.fates.end(), [&](const auto& entry) { return entry.first == fate; });
  return found == equation.fates.end() ? 0 : static_cast<std::int64_t>(found->second);
}

std::uint64_t total_of(const std::vector<Equation>& equations, bool old_side, std::string_view fate) {
  std::int64_t sum = 0;
  for (const Equation& equation : equations) {
    if (equation.old_side == old_side) sum += count_of(equation, fate);
  }
  return static_cast<std::uint64_t>(sum);
}

// Per old sender: linked / (total - ended - ended since - stays). A sender of which nothing was to go on is left out.
std::vector<Fraction> coverages(const std::vector<Equation>& equations) {
  std::vector<Fraction> result;
  for (const Equation& equation : equations) {
    if (!equation.old_side) continue;
    const std::int64_t going_on =
        static_cast<std::int64_t>(equation.total) - count_of(equation, "ended") - count_of(equation, "ended-since") - count_of(equation, "stays");
    if (going_on > 0) result.push_back({count_of(equation, "linked"), going_on});
  }
  return result;
}

bool is_lower(const Fraction& a, const Fraction& b) { return a.part * b.whole < b.part * a.whole; }

// Rounded down, so that what is shown is never more than what was reached.
std::string percent_text(const Fraction& fraction) { return Decimal::from_units(fraction.part * hundred_percent / fraction.whole).text() + "%"; }

RequirementResult measure_coverage(const rules::Requirement& requirement, const std::vector<Equation>& equations) {
  RequirementResult result{requirement.text, "100%", true, requirement.span};
  const std::vector<Fraction> all = coverages(equations);
  if (all.empty()) {
    result.met = fits(requirement.comparison, compare(Fraction{1, 1}, requirement.limit));
    return result;
  }
  result.measured = percent_text(*std::min_element(all.begin(), all.end(), is_lower));
  result.met = std::all_of(all.begin(), all.end(), [&](const Fraction& one) { return fits(requirement.comparison, compare(one, requirement.limit)); });
  return result;
}

RequirementResult measure_count(const rules::Requirement& requirement, std::uint64_t count) {
  // Counts beyond this compare alike with every limit a Decimal can hold.
  constexpr std::uint64_t most = 90'000'000'000'000;
  const std::int64_t units = Decimal::whole(static_cast<std::int64_t>(std::min(count, most))).units();
  return {requirement.text, std::to_string(count), fits(requirement.comparison, compare(units, requirement.limit.units())), requirement.span};
}

}  // namespace

std::vector<RequirementResult> measure_requirements(const Request& request, const std::vector<Equation>& equations) {
  std::vector<RequirementResult> results;
  for (const rules::Requirement& requirement : request.requirements) {
    if (requirement.metric == rules::Metric::rejected) {
      results.push_back(measure_count(requirement, request.rejected_rows));
    } else if (requirement.metric == rules::Metric::list_contradictions) {
      results.push_back(measure_count(requirement, request.list_contradictions));
    } else if (equations.empty()) {
      results.push_back({requirement.text, "-", false, requirement.span});
    } else if (requirement.metric == rules::Metric::coverage) {
      results.push_back(measure_coverage(requirement, equations));
    } else if (requirement.metric == rules::Metric::open) {
      results.push_back(measure_count(requirement, total_of(equations, true, "open")));
    } else {
      results.push_back(measure_count(requirement, total_of(equations, false, "unexplained")));
    }
  }
  return results;
}

}  // namespace srgconv::verify
