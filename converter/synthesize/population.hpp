// What provisions look like: volumes and mix after StatLine where it tells them, assumed where it does not. Every table is one of integer weights, so that
// drawing is exact, and so that whoever judges links can compute how likely facts are.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

#include "domain/period.hpp"
#include "synthesize/random.hpp"

namespace srgconv::synthesize {

/// A type of provision by its code.
struct TypeRow {
  int code;
  std::uint32_t weight;    ///< of 233,980 provisions a month
  std::uint32_t most_age;  ///< months that it lasts at most, of running provisions
};
/// StatLine, January 2023: 33,460 wage-cost subsidies, 3,340 flat-rate, 810 temporary, 6,980 sheltered work, and 189,390 others. (Its 240 WIW/ID jobs have no
/// established code.) How the others divide over the codes is assumed. Codes 10, 11, 12 and 20 are the pack's placeholders.
inline constexpr std::array<TypeRow, 12> types{{{10, 33'460, 180},
                                                {11, 3'340, 6},
                                                {12, 810, 60},
                                                {20, 6'980, 180},
                                                {22, 7'000, 24},
                                                {23, 4'200, 6},
                                                {29, 16'400, 60},
                                                {30, 33'500, 180},
                                                {31, 2'400, 180},
                                                {40, 76'800, 180},
                                                {42, 28'600, 60},
                                                {59, 20'490, 180}}};
inline constexpr int wage_cost_subsidy = 10, coaching = 40, training = 42;
std::size_t place_of_type(int code);
/// The main category is the first digit.
inline int category(int code) { return code / 10; }
inline bool is_wage_subsidy(int code) { return category(code) == 1; }

/// Recoded to another type of the same category in so many cases, where there is one; else to any other type; by weight.
inline constexpr Share recoded_within_category = 850'000;
int draw_type(Random& random);
int draw_recoded(int code, Random& random);

/// The facts of a provision that links are judged by.
struct Facts {
  int type = 0;
  Date start;
  std::optional<Date> end;
  char goal = ' ';         ///< `1`, `2`, or a blank for none
  std::uint32_t wage = 0;  ///< wage value in hundredths of a percent; 0 for none
  bool operator==(const Facts&) const = default;
};

/// The age of a running provision in months: young ones are many, `6000 / (age + 8)` of each age below the most of its type.
inline constexpr std::uint32_t age_weight(std::uint32_t age) { return 6'000 / (age + 8); }
/// So many start on the first of a month; the others on any day of it, each as likely.
inline constexpr Share first_of_month = 400'000;
/// The start of a provision that runs in the month `last`.
Date draw_start(int type, ReportMonth last, Random& random);
/// A day of the month, by the rule above.
Date draw_day(ReportMonth month, Random& random);

inline constexpr Share goal_reintegration = 700'000, goal_participation = 250'000;  // the others: none. Wage-cost subsidies are always re-integration.
char draw_goal(int type, Random& random);

inline constexpr Share wage_known = 970'000;                                            // of wage-cost subsidies
inline constexpr std::uint32_t wage_least = 3'000, wage_step = 50, wage_choices = 101;  // 30.00 to 80.00
std::uint32_t draw_wage(int type, Random& random);

inline constexpr Share end_planned = 300'000;
inline constexpr int planned_months = 24;  ///< a planned end is the last day of one of the months from the transition on, each as likely
std::optional<Date> draw_planned_end(ReportMonth transition, Random& random);

/// How many provisions a person has: the number of persons of each, from one on. Most have one or two, a few have dozens.
inline constexpr std::array<std::uint32_t, 40> provisions_per_person = [] {
  std::array<std::uint32_t, 40> weights{580'000, 240'000, 100'000, 44'000, 18'000, 8'000, 4'000, 2'000};
  for (std::size_t i = 8; i < weights.size(); ++i) weights[i] = static_cast<std::uint32_t>(20'000 / ((i + 1) * (i + 1)));
  return weights;
}();

inline constexpr Share same_start_as_before = 250'000;  ///< a person's next provision starts on the day of the one before
inline constexpr Share day_unknown = 5'000;             ///< a start of which only the month is known
inline constexpr Share at_two_senders = 20'000;         ///< of the persons
inline constexpr Share known_person = 500'000;          ///< of what the new system adds
inline constexpr Share started_since = 25'000;          ///< new provisions that start in the month of the transition, beside the old ones
inline constexpr Share out_of_scope = 10'000;           ///< rows of a supplier's CSV that do not belong to SRG
inline constexpr Share twins_differ = 600'000;          ///< twins of which one fact differs; the others are equal in every fact
inline constexpr Share split_of_coaching = 700'000;     ///< what is split was of type 40; the others of type 42
inline constexpr Share joined_touching = 333'333;       ///< joined of two periods that touch; the others have equal periods

}  // namespace srgconv::synthesize
