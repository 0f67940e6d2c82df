// One record check, compiled, and the facts it is judged on; internal to this room.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "content/content.hpp"

namespace srgconv::content {

using Facts = std::array<rules::Possible, rules::fact_count>;

class RecordCheck {
 public:
  RecordCheck(const rules::Check& check, const CodeLists& codes);

  const rules::Check& declared() const { return *check_; }
  /// `final`: is the outcome certain, whatever is still unknown among the facts?
  struct Judged {
    Outcome outcome = Outcome::undecided;
    bool final = false;
  };
  Judged judge(const Facts& facts) const;
  bool looks_at(rules::Fact fact) const;
  /// Literals that it compares facts with.
  std::vector<rules::Limit> limits() const;

 private:
  const rules::Check* check_;
  std::optional<rules::Condition> where_;
  rules::Condition expect_;
};

std::vector<RecordCheck> record_checks(const pack::Pack& pack);

/// The facts of a provision in a delivery. `bsn` keeps the digits, which only checks that look at the BSN need; null: they are not needed.
Facts facts_of(const delivery::Delivery& delivery, const delivery::Delivered& provision, std::string* bsn);

}  // namespace srgconv::content
