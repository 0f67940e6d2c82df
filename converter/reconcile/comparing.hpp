// How the facts of an old and a new provision agree, comparison by comparison.
#pragma once

#include <cstdint>
#include <set>
#include <unordered_map>
#include <utility>
#include <vector>

#include "domain/evidence.hpp"
#include "reconcile/reconcile.hpp"

namespace srgconv::reconcile {

/// Days between two starts that still count as `days`, and as `month`.
inline constexpr std::int32_t days_level = 3, month_level = 31;

/// Compares pairs of one problem, which may not change while it is used.
///
/// type: `equal`; `recoded` when the transition declares it; the same `role` or `category` in the pack's list; `other`.
/// start: `equal` (the same known parts); `partial`, when the known parts allow the same day; at most 3 `days` apart, unless the new one lies after the last
/// old delivery, in which the old one ran; day and month `swapped`; the new one is the `first_of_month` of the old one; the new one is a `change_date` of the
/// transition; within a `month`; `other`. end: `equal`, where an end recorded since the last delivery counts instead of none; given on `one_side` only;
/// `other`. goal, work_capacity, wage_value: `equal`, `missing` on one side, `other`. number: the `same`; the old one `contained` in the new one (of at least
/// four signs); `other`.
class Comparing {
 public:
  explicit Comparing(const Problem& problem);

  Evidence all(const Facts& old, const Facts& fresh) const;
  /// Does a fact that both sides know differ besides type and start: end, goal, work capacity or wage value?
  static bool contradicts(const Evidence& evidence);
  /// How many facts have changed: a type that is neither equal nor declared as recoded, a start or end that does not agree, another goal, work capacity or wage
  /// value. What is missing on one side is no change, but for the end.
  static std::int64_t changes(const Evidence& evidence);

 private:
  struct Kind {
    std::uint32_t role = 0, category = 0;  // 0: none
  };
  TypeLevel type(std::uint32_t old, std::uint32_t fresh) const;
  StartLevel start(Date old, Date fresh) const;

  const Problem& problem_;
  Date last_old_day_;
  std::unordered_map<std::uint32_t, Kind> kinds_;
  std::set<std::pair<std::uint32_t, std::uint32_t>> recoded_;
};

/// The evidence of one pair, by indices into the problem.
Evidence evidence_of(const Problem& problem, std::uint32_t old, std::uint32_t fresh);

}  // namespace srgconv::reconcile
