// Judges the monthly deliveries of senders: each by itself, and from month to month. Deliveries are read in order of month, one at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "checks/checks.hpp"
#include "content/content.hpp"
#include "diagnostics/diagnostics.hpp"
#include "domain/identifiers.hpp"
#include "domain/period.hpp"
#include "pack/pack.hpp"
#include "read/read.hpp"
#include "rules/rules.hpp"

namespace srgconv::monthly {

/// The dates of birth of persons, from a file beside the deliveries. Personal data: nothing of it is ever shown.
class BirthDates {
 public:
  /// Reads a table with the columns `bsn` and `birth_date` (or `geboortedatum`), dates as yyyy-mm-dd, yyyymmdd or dd-mm-yyyy, unknown parts as zeros or
  /// question marks. Rows that cannot be used are warnings without their values (USE-041 to USE-044); nothing, with USE-040 or READ-0xx, when the file cannot.
  static std::optional<BirthDates> read(const read::InputFile& file, Diagnostics& diagnostics);
  /// Nothing: this person is not in the file, or twice with different dates.
  std::optional<Date> of(Bsn bsn) const;
  std::size_t size() const { return dates_.size(); }

 private:
  std::vector<std::pair<std::uint32_t, Date>> dates_;  // by BSN
};

struct Request {
  const pack::Pack& pack;
  const rules::Format& delivery_format;                              ///< the pack's `levering`
  std::vector<read::InputFile> deliveries;                           ///< of any senders and months, in any order
  const BirthDates* birth_dates = nullptr;                           ///< null: PENSION-AGE is not applicable
  unsigned threads = 1;                                              ///< how many deliveries are read at a time; the outcome is the same
  checks::EveryFinding* every_finding = nullptr;                     ///< takes every finding, beside the first ones that results keep
  std::function<void(const std::string& sender)> begin_sender = {};  ///< called before the findings of each sender come; empty for files without one
};

/// What one month of a sender came to.
struct ReportedMonth {
  ReportMonth month;
  std::string file;                           ///< the delivery that holds, as shown; empty when which one holds is not known
  std::optional<std::int64_t> sequence;       ///< of that delivery
  std::vector<std::string> replaced;          ///< deliveries of the same month that it replaces, by name
  bool usable = false;                        ///< read to its end: the months after it can be compared with it
  std::uint64_t provisions = 0, running = 0;  ///< of a usable delivery: all, and those surely running at the end of the month
};

/// A provision about which a check said something, over all months in which it did.
struct ListedProvision {
  std::string check;
  bool violated = true;  ///< false: undecided
  std::string number;    ///< the registration number as it may be shown
  std::string type;
  ReportMonth first, last;   ///< months of the deliveries in which it was seen; of a disappeared provision the month in which it is missing
  std::uint32_t months = 0;  ///< how many months
};

/// A row of the second table that CBS sends each quarter.
struct LongProvisions {
  std::string type, name;
  int max_months = 0;
  std::uint64_t provisions = 0;
};

/// The two tables of the letter that CBS sends each quarter: how many provisions each signal is about.
struct QuarterFeedback {
  int year = 0, quarter = 0;
  std::vector<std::pair<std::string, std::uint64_t>> quality;  ///< check and number of provisions, in the order of the checks; none that is zero
  std::vector<LongProvisions> durations;                       ///< in order of type; none that is zero
};

/// What was found of one sender; or of the files of which the sender cannot be read, whose `sender` is empty.
struct SenderResult {
  std::optional<SenderCode> sender;
  checks::Verdict verdict = checks::Verdict::not_assessed;
  std::vector<ReportedMonth> months;            ///< those of which there is a delivery, in order
  std::vector<checks::CheckResult> checks;      ///< every planned check, in the order of check_ids(), then every record check of the pack
  std::uint64_t bad_rows = 0;                   ///< provisions in deliveries that violate record checks
  std::vector<content::BadRow> first_bad_rows;  ///< the first of them, each with its smallest explanation
  std::vector<ListedProvision> listed;          ///< in order of check, then number
  std::vector<QuarterFeedback> feedback;        ///< every quarter of which a month was judged, in order
};

/// Judges every sender by itself, in order of code; files of which the sender is unknown come last. The order of files never matters. Never throws for bad
/// data.
std::vector<SenderResult> check_deliveries(const Request& request, Diagnostics& diagnostics);

/// The checks of this room, in order; the record checks of the pack come behind them.
const std::vector<std::string>& check_ids();

}  // namespace srgconv::monthly
