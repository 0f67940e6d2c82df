// One sender on its way through the months, inside this room; and the checks that look at all of them together.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "content/content.hpp"
#include "monthly/deliveries.hpp"
#include "monthly/month.hpp"

namespace srgconv::monthly {

/// A month of the sender as it was read, without its provisions.
struct MonthRead {
  const MonthFiles* files = nullptr;
  FileState state = FileState::unavailable;
  std::vector<Diagnostic> format_findings, count_findings;
  bool states_counts = false;
  std::uint64_t provisions = 0;

  ReportMonth month() const { return files->month; }
  /// The file that holds; of several among which none does the first by name.
  const std::string& name() const { return files->holds ? files->holds->file.name : files->why_not.front().primary.file; }
  bool usable() const { return state == FileState::usable; }
};

/// All months of a sender of which there is a delivery, in order.
struct History {
  const Request& request;
  SenderCode sender;
  std::vector<MonthRead> months;
};

// format_checks.cpp: XSD, COUNTS, REDELIVERY
void check_format(const History& history, Found& found);
void check_counts(const History& history, Found& found);
void check_redeliveries(const History& history, Found& found);
// sender_checks.cpp: SENDER-KNOWN, SENDER-ALIVE
void check_sender_known(const History& history, Found& found);
void check_sender_alive(const History& history, Found& found);
// months_check.cpp: EMPTY-DELIVERY, MISSING-MONTH
void check_empty(const History& history, Found& found);
void check_missing_months(const History& history, Found& found);
// pension_check.cpp: PENSION-AGE, as far as it needs no delivery
void check_has_birth_dates(const History& history, Found& found);

/// A planned check: it looks at each usable month, in order, then at the history. Its texts, severity and parameter stand in checks.rules of the pack.
struct Check {
  const char* id;
  void (*of_month)(const Month&, Found&);
  void (*of_history)(const History&, Found&);
  const char* parameter = nullptr;  ///< a whole number that the pack must give
};
const std::vector<Check>& planned_checks();

/// Reads the deliveries of a sender in order of month and judges them.
SenderResult judge_sender(const Request& request, const SenderCode& sender, const std::vector<MonthFiles>& months, Diagnostics& diagnostics);

/// The result on files of which the sender is unknown: nothing of them is accepted.
SenderResult judge_unattributed(const Request& request, const std::vector<Unattributed>& files);

}  // namespace srgconv::monthly
