// Drawing from the tables of the population.
#include "synthesize/population.hpp"

#include <algorithm>
#include <cassert>
#include <vector>

namespace srgconv::synthesize {
namespace {

// One of the types that fit, by weight.
template <class Fits>
int draw_type_that(const Fits& fits, Random& random) {
  std::array<std::uint32_t, types.size()> weights{};
  std::transform(types.begin(), types.end(), weights.begin(), [&](const TypeRow& row) { return fits(row.code) ? row.weight : 0; });
  return types[random.weighted(weights)].code;
}

const std::vector<std::uint32_t>& age_weights(std::uint32_t most_age) {
  static const auto tables = [] {
    std::array<std::vector<std::uint32_t>, types.size()> result;
    for (std::size_t i = 0; i < types.size(); ++i) {
      for (std::uint32_t age = 0; age < types[i].most_age; ++age) result[i].push_back(age_weight(age));
    }
    return result;
  }();
  return *std::find_if(tables.begin(), tables.end(), [&](const auto& table) { return table.size() == most_age; });
}

}  // namespace

std::size_t place_of_type(int code) {
  const auto found = std::find_if(types.begin(), types.end(), [&](const TypeRow& row) { return row.code == code; });
  assert(found != types.end());
  return static_cast<std::size_t>(found - types.begin());
}

int draw_type(Random& random) {
  return draw_type_that([](int) { return true; }, random);
}

int draw_recoded(int code, Random& random) {
  const auto beside = [&](int other) { return other != code && category(other) == category(code); };
  const bool some_beside = std::any_of(types.begin(), types.end(), [&](const TypeRow& row) { return beside(row.code); });
  if (random.happens(recoded_within_category) && some_beside) return draw_type_that(beside, random);
  return draw_type_that([&](int other) { return other != code; }, random);
}

Date draw_day(ReportMonth month, Random& random) {
  if (random.happens(first_of_month)) return month.first_day();
  return Date::from_day_number(month.first_day().day_number() + random.between(0, month.last_day().day() - 1));
}

Date draw_start(int type, ReportMonth last, Random& random) {
  const auto& weights = age_weights(types[place_of_type(type)].most_age);
  return draw_day(last.plus(-static_cast<int>(random.weighted(weights))), random);
}

char draw_goal(int type, Random& random) {
  if (is_wage_subsidy(type)) return '1';
  const auto drawn = random.below(whole);
  if (drawn < goal_reintegration) return '1';
  return drawn < goal_reintegration + goal_participation ? '2' : ' ';
}

std::uint32_t draw_wage(int type, Random& random) {
  if (type != wage_cost_subsidy || !random.happens(wage_known)) return 0;
  return wage_least + wage_step * static_cast<std::uint32_t>(random.below(wage_choices));
}

std::optional<Date> draw_planned_end(ReportMonth transition, Random& random) {
  if (!random.happens(end_planned)) return std::nullopt;
  return transition.plus(random.between(0, planned_months - 1)).last_day();
}

}  // namespace srgconv::synthesize
