// Where a check tells what it found, inside this room: counts and first findings in its tally, every provision in its list.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "checks/checks.hpp"
#include "domain/period.hpp"

namespace srgconv::monthly {

enum class Outcome : std::uint8_t { violated, undecided };

/// The quarter of a month, as a number that counts on over the years.
inline int quarter_of(ReportMonth month) { return month.year() * 4 + (month.month() - 1) / 3; }

/// In which months a provision was told.
struct Told {
  ReportMonth first, last;
  std::uint32_t months = 0;
};

/// The provisions that one check is about, month by month.
class Noted {
 public:
  /// Notes a provision, by its trail. Months come in order.
  void note(std::uint32_t trail, ReportMonth month, Outcome outcome, const std::string* type);

  using Provisions = std::unordered_map<std::uint32_t, Told>;
  const Provisions& provisions(Outcome outcome) const { return provisions_[static_cast<std::size_t>(outcome)]; }
  /// How many different provisions were violated in each quarter, by type.
  const std::map<std::pair<int, const std::string*>, std::uint64_t>& by_quarter() const { return by_quarter_; }

 private:
  Provisions provisions_[2];
  std::map<std::pair<int, const std::string*>, std::uint64_t> by_quarter_;
};

/// What one check of this room found.
class Found : public Noted {
 public:
  Found(checks::CheckResult& of, checks::EveryFinding* every) : tally(of, every) {}
  checks::Tally tally;
};

}  // namespace srgconv::monthly
