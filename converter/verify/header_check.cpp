// HEADER and COUNTS: does the head of the conversion file agree with the new delivery, with itself, and with what stands below it?
#include <algorithm>

#include "verify/checks.hpp"

namespace srgconv::verify {
namespace {

std::string senders_of(const DeliveredSide& side) {
  std::string text;
  for (const Delivery& delivery : side.deliveries) text += (text.empty() ? "" : ", ") + delivery.sender.text();
  return text;
}

void check_sender(const Evidence& evidence, Tally& tally) {
  const FileHeader& header = evidence.file.header;
  if (!header.sender) return;
  Case one(tally, evidence.file_name, header.line);
  if (evidence.new_side.find(*header.sender) != nullptr) return;
  one.violated("VER-011", [&] { return Arguments{{"sender", header.sender->text()}, {"delivered", senders_of(evidence.new_side)}}; });
}

void check_month(const Evidence& evidence, Tally& tally) {
  const FileHeader& header = evidence.file.header;
  if (!header.month) return;
  Case one(tally, evidence.file_name, header.line);
  for (const Delivery& delivery : evidence.new_side.deliveries) {
    if (delivery.month == *header.month) continue;
    one.violated("VER-012", [&] {
      return Arguments{{"month", header.month->text()}, {"sender", delivery.sender.text()}, {"delivered", delivery.month.text()}};
    });
    return;
  }
}

// Another software keeps the sender; a merger brings in at least one other.
void check_reason(const Evidence& evidence, Tally& tally) {
  const FileHeader& header = evidence.file.header;
  if (!header.reason) return;
  Case one(tally, evidence.file_name, header.line);
  if (!header.sender) return;
  const auto& records = evidence.file.records;
  const auto other =
      std::find_if(records.begin(), records.end(), [&](const Record& record) { return evidence.file.numbering(record).sender != *header.sender; });
  if (*header.reason == "software-change" && other != records.end()) {
    one.violated("VER-013", [&] {
      return Arguments{{"reason", shown_code(evidence, "reason", *header.reason)},
                       {"sender", header.sender->text()},
                       {"old", evidence.file.numbering(*other).sender.text()}};
    });
  }
  if (*header.reason == "merger" && !records.empty() && other == records.end()) {
    one.violated("VER-014", [&] { return Arguments{{"reason", shown_code(evidence, "reason", *header.reason)}, {"sender", header.sender->text()}}; });
  }
}

void check_sequence(const Evidence& evidence, Tally& tally) {
  const FileHeader& header = evidence.file.header;
  if (header.sequence) {
    Case one(tally, evidence.file_name, header.line);
    if (*header.sequence < 1) one.violated("VER-015", [&] { return Arguments{{"sequence", std::to_string(*header.sequence)}}; });
  }
  if (header.sequence && header.replaces) {
    Case one(tally, evidence.file_name, header.line);
    if (*header.replaces >= *header.sequence || *header.replaces < 1) {
      one.violated("VER-016", [&] { return Arguments{{"sequence", std::to_string(*header.sequence)}, {"replaces", std::to_string(*header.replaces)}}; });
    }
  } else if (!header.replaces) {
    tally.not_applicable();
  }
}

}  // namespace

void check_header(const Evidence& evidence, Tally& tally) {
  for (const std::string& field : evidence.file.header.unreadable) {
    Case one(tally, evidence.file_name, evidence.file.header.line);
    one.violated("VER-010", [&] { return Arguments{{"field", field}}; });
  }
  check_sender(evidence, tally);
  check_month(evidence, tally);
  check_reason(evidence, tally);
  check_sequence(evidence, tally);
}

void check_counts(const Evidence& evidence, Tally& tally) {
  if (evidence.file.counts.empty()) return tally.nothing_to_assess();
  for (const StatedCount& count : evidence.file.counts) {
    if (!count.stated) {
      tally.not_applicable();
      continue;
    }
    Case one(tally, evidence.file_name, count.line);
    if (*count.stated >= 0 && static_cast<std::uint64_t>(*count.stated) == count.counted) continue;
    one.violated("VER-020", [&] {
      return Arguments{{"field", count.field}, {"stated", std::to_string(*count.stated)}, {"counted", std::to_string(count.counted)}};
    });
  }
}

}  // namespace srgconv::verify
