// What the transition allows besides one-to-one links, by types as numbers.
#pragma once

#include <cstdint>
#include <vector>

#include "reconcile/reconcile.hpp"

namespace srgconv::reconcile {

/// Person and period must agree for a split or a join: the start, and the end as far as both know it.
inline bool same_period(const Facts& old, const Facts& fresh) { return old.start == fresh.start && same_end(old, fresh); }

class Allowances {
 public:
  explicit Allowances(const Problem& problem);

  bool none() const { return entries_.empty(); }
  /// The statement by which the new provision may be a part of the old one: types and period fit, and the goal is the same. Null when there is none.
  const rules::Allow* part(const Facts& old, const Facts& fresh) const;
  /// The statement by which an old provision of the one type may be split into new ones of the other, whatever else they are; null when there is none.
  const rules::Allow* split(const Facts& old, const Facts& fresh) const;
  /// The statement by which old provisions of this type may be joined; null when there is none.
  const rules::Allow* join(const Facts& old) const;

 private:
  struct Entry {
    const rules::Allow* statement = nullptr;
    std::vector<std::uint32_t> types, into;  // empty: all
  };
  std::vector<Entry> entries_;
};

}  // namespace srgconv::reconcile
