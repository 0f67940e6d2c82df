// The files of each sender, month by month, and which of several holds, inside this room.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "delivery/delivery.hpp"
#include "monthly/monthly.hpp"

namespace srgconv::monthly {

/// What became of reading a file.
enum class FileState {
  usable,
  invalid,     ///< not well-formed, not valid, or with values that cannot be read: rejected
  unavailable  ///< the file or its schema cannot be opened, or which of several holds is not known: nothing can be judged
};

/// The deliveries of one sender for one month.
struct MonthFiles {
  ReportMonth month;
  std::optional<delivery::Head> holds;  ///< nothing: which of several holds is not known
  std::vector<std::string> replaced;    ///< the others, by name
  std::vector<Diagnostic> why_not;      ///< CASE-082 when none holds
};

/// A file of which the sender or month cannot be read.
struct Unattributed {
  std::string name;
  FileState state = FileState::invalid;
  std::uint64_t errors = 0;
  std::uint32_t error_line = 0;
};

struct SortedDeliveries {
  std::map<SenderCode, std::vector<MonthFiles>> senders;  ///< months in order
  std::vector<Unattributed> unattributed;                 ///< in order of name
  std::vector<Diagnostic> why_unusable;                   ///< VER-131: the format lacks what the checks need
};

SortedDeliveries sort_deliveries(const Request& request, Diagnostics& diagnostics);

/// A delivery as read, and what stood in the way.
struct ReadDelivery {
  delivery::Delivery delivery;
  FileState state = FileState::usable;
  std::vector<Diagnostic> format_findings;  ///< VER-001 or VER-002
  std::vector<Diagnostic> count_findings;   ///< VER-020; a delivery that only counts wrongly is usable
  bool states_counts = false;               ///< the format has a count in the header
};

ReadDelivery read_month(const delivery::Head& head, const Request& request, delivery::Words& words, Diagnostics& diagnostics);

}  // namespace srgconv::monthly
