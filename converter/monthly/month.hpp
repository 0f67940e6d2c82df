// The month that is being judged and what came before it, inside this room; and the checks that look at it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "delivery/delivery.hpp"
#include "monthly/found.hpp"
#include "monthly/monthly.hpp"
#include "monthly/trails.hpp"

namespace srgconv::monthly {

using checks::Arguments;

/// A usable delivery, with the trails as the months before it left them.
struct Month {
  const Request& request;
  const delivery::Delivery& delivery;
  const Trails& trails;
  const std::vector<std::string>& files;     ///< names of the deliveries that trails stood in
  const std::vector<std::uint32_t>& before;  ///< trails of the previous usable delivery
  std::optional<ReportMonth> previous;       ///< its month
  std::vector<std::uint32_t> trail_of;       ///< per provision of the delivery
  std::vector<bool> twice;                   ///< per provision: its number stands in the delivery more than once, so it is not compared
  std::vector<std::uint32_t> by_person;      ///< provisions whose BSN passes the 11-test, ordered by BSN, start, end, type and number

  ReportMonth month() const { return delivery.month; }
  /// Are there months between this delivery and the previous one?
  bool after_gap() const { return previous && month().months_since(*previous) > 1; }
  const Trail& trail(std::size_t provision) const { return trails[trail_of[provision]]; }
  /// Was this provision delivered before, so that it can be compared?
  bool comparable(std::size_t provision) const { return trail(provision).known && !twice[provision]; }
  /// Does its number now belong to somebody else?
  bool other_person(std::size_t provision) const;
  std::string shown(std::size_t provision) const { return delivery::shown_key(delivery.sender, delivery.provisions[provision]); }
  std::string shown(const Trail& trail) const;
  const std::string& file_of(const Trail& trail) const { return files[trail.file]; }
};

/// A provision that is not in this delivery, by its trail.
struct Gone {
  std::uint32_t trail = 0;
};

/// One provision under one check: counted and noted at its end.
class ProvisionCase {
 public:
  ProvisionCase(Found& found, const Month& month, std::size_t provision)
      : ProvisionCase(found, month, month.trail_of[provision], month.delivery.file, month.delivery.provisions[provision].line,
                      month.delivery.provisions[provision].facts.type) {}
  /// Told where it stood last.
  ProvisionCase(Found& found, const Month& month, Gone gone)
      : ProvisionCase(found, month, gone.trail, month.file_of(month.trails[gone.trail]), month.trails[gone.trail].line, month.trails[gone.trail].facts.type) {}
  ~ProvisionCase() {
    if (violated_ || undecided_) found_.note(trail_, month_.month(), violated_ ? Outcome::violated : Outcome::undecided, type_);
  }
  ProvisionCase(const ProvisionCase&) = delete;
  ProvisionCase& operator=(const ProvisionCase&) = delete;

  template <class MakeArguments>
  void violated(std::string_view code, MakeArguments&& arguments) {
    violated_ = true;
    case_.violated(code, std::forward<MakeArguments>(arguments));
  }
  template <class MakeArguments>
  void undecided(std::string_view code, MakeArguments&& arguments) {
    undecided_ = true;
    case_.undecided(code, std::forward<MakeArguments>(arguments));
  }

 private:
  ProvisionCase(Found& found, const Month& month, std::uint32_t trail, const std::string& file, std::uint32_t line, const std::string* type)
      : found_(found), month_(month), trail_(trail), type_(type), case_(found.tally, file, line) {}

  Found& found_;
  const Month& month_;
  std::uint32_t trail_;
  const std::string* type_;
  checks::Case case_;
  bool violated_ = false, undecided_ = false;
};

/// Calls `visit` with the provisions of every person that has several, in order of start, then type and number.
template <class Visit>
void for_each_person(const Month& month, Visit&& visit) {
  const auto& provisions = month.delivery.provisions;
  for (std::size_t first = 0; first < month.by_person.size();) {
    std::size_t end = first + 1;
    while (end < month.by_person.size() && provisions[month.by_person[end]].facts.bsn == provisions[month.by_person[first]].facts.bsn) ++end;
    if (end - first > 1)
      visit(
          std::vector<std::uint32_t>(month.by_person.begin() + static_cast<std::ptrdiff_t>(first), month.by_person.begin() + static_cast<std::ptrdiff_t>(end)));
    first = end;
  }
}

// What dates say, three-valued.

/// Was it over at the end of the month? Something without an end is not.
Answer over_by(const std::optional<Date>& end, ReportMonth month);
/// Does it last into the month: no end, or one on or after the first day of the month?
Answer lasts_into(const std::optional<Date>& end, ReportMonth month);
/// Are the two the same day?
Answer same_day(Date a, Date b);
/// A date as findings show it: `-` for none.
std::string shown_date(const std::optional<Date>& date);

// The checks of a month, one file each.

// number_checks.cpp: UNIQUE, BSN, OWN-BSN
void check_unique(const Month& month, Found& found);
void check_bsns(const Month& month, Found& found);
void check_own_bsn(const Month& month, Found& found);
// running_check.cpp: RUNNING-LAST-MONTH
void check_running(const Month& month, Found& found);
// resurrected_check.cpp: RESURRECTED
void check_resurrected(const Month& month, Found& found);
// changed_checks.cpp: CHANGED-BSN, CHANGED-TYPE, CHANGED-START, CHANGED-END
void check_changed_bsn(const Month& month, Found& found);
void check_changed_type(const Month& month, Found& found);
void check_changed_start(const Month& month, Found& found);
void check_changed_end(const Month& month, Found& found);
// late_check.cpp: LATE
inline constexpr const char* months_in_time = "months_in_time";  ///< its parameter: how many months late still counts
void check_late(const Month& month, Found& found);
// duplicate_check.cpp: DUPLICATE-PROVISION
void check_duplicates(const Month& month, Found& found);
// combinations_check.cpp: COMBINATIONS
void check_combinations(const Month& month, Found& found);
// pension_check.cpp: PENSION-AGE
void check_pension_age(const Month& month, Found& found);

}  // namespace srgconv::monthly
