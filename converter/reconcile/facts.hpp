// The facts of provisions in a compact form, gathered per person, so that millions of them can be compared.
#pragma once

#include <cstdint>
#include <functional>
#include <limits>
#include <span>
#include <string>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "reconcile/reconcile.hpp"

namespace srgconv::reconcile {

/// Gives codes numbers: equal codes the same, different codes different ones. The numbers mean nothing else, and no result depends on their order.
class CodeNumbers {
 public:
  std::uint32_t of(const std::string& code);

 private:
  std::unordered_map<std::string, std::uint32_t> longer_;
};

/// What matching compares. Dates agree when all their known parts are the same and the same parts are unknown.
struct Facts {
  static constexpr std::int32_t no_end = -1;
  static constexpr std::int64_t no_wage_value = std::numeric_limits<std::int64_t>::min();

  std::uint32_t bsn = 0;
  std::uint32_t index = 0;  ///< into Problem::old or Problem::fresh
  Date start;
  std::int32_t end = no_end;        ///< packed
  std::int32_t end_since = no_end;  ///< an end that the old export knows and the delivery does not; otherwise the same as `end`
  std::uint32_t type = 0, goal = 0, work_capacity = 0;
  std::int64_t wage_value = no_wage_value;
};

Facts facts_of(const Provision& provision, std::uint32_t index, CodeNumbers& numbers);
Facts facts_of(const OldProvision& old, std::uint32_t index, CodeNumbers& numbers);

/// An old provision's end agrees when the delivered one does, or the one recorded since.
inline bool same_end(const Facts& old, const Facts& fresh) { return old.end == fresh.end || old.end_since == fresh.end; }

/// Every fact of a provision but its number and its person.
inline auto told(const Facts& facts) {
  return std::tie(facts.start, facts.end, facts.end_since, facts.type, facts.goal, facts.work_capacity, facts.wage_value);
}
inline bool alike(const Facts& a, const Facts& b) { return told(a) == told(b); }

/// Orders facts by BSN and then index, in about linear time.
std::vector<Facts> ordered_by_person(const std::vector<Facts>& facts);

/// Calls `visit` for every BSN that both sides know, with its facts on both sides. Both are ordered by person.
void for_each_person(std::span<const Facts> old, std::span<const Facts> fresh,
                     const std::function<void(std::span<const Facts> old, std::span<const Facts> fresh)>& visit);

}  // namespace srgconv::reconcile
