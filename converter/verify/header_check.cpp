// HEADER and COUNTS: does the head of a conversion file agree with the new delivery, with itself, with what stands below it, and with the other files?
#include <algorithm>
#include <map>

#include "verify/conversion_checks.hpp"

namespace srgconv::verify {
namespace {

std::string senders_of(const DeliveredSide& side) {
  std::string text;
  for (const SideDelivery& delivery : side.deliveries) text += (text.empty() ? "" : ", ") + delivery.sender.text();
  return text;
}

void check_sender(const Evidence& evidence, const ConversionFile& file, Tally& tally) {
  if (!file.header.sender || !evidence.new_side.usable()) return;
  Case one(tally, file.name, file.header.line);
  if (evidence.new_side.find(*file.header.sender) != nullptr) return;
  one.violated("VER-011", [&] { return Arguments{{"sender", file.header.sender->text()}, {"delivered", senders_of(evidence.new_side)}}; });
}

void check_month(const Evidence& evidence, const ConversionFile& file, Tally& tally) {
  const FileHeader& header = file.header;
  if (!header.month) return;
  Case one(tally, file.name, header.line);
  for (const SideDelivery& delivery : evidence.new_side.deliveries) {
    if (delivery.month == *header.month) continue;
    one.violated("VER-012", [&] {
      return Arguments{{"month", header.month->text()}, {"sender", delivery.sender.text()}, {"delivered", delivery.month.text()}};
    });
    return;
  }
}

// Do the provisions of an old sender go to more than one sender, itself counted where they stay?
bool divides(const Evidence& evidence) {
  std::map<SenderCode, SenderCode> destination;
  for (const Record& record : evidence.files.records) {
    const SenderCode& sender = evidence.files.numbering(record).sender;
    const auto goes_to = [&](const SenderCode& to) { return destination.emplace(sender, to).first->second != to; };
    if (record.relation == Relation::stays && goes_to(sender)) return true;
    for (const NewKey& key : evidence.keys_of(record)) {
      if (goes_to(evidence.files.numbering(key).sender)) return true;
    }
  }
  return false;
}

// Another software keeps the sender; a merger brings in at least one other.
void check_reason(const Evidence& evidence, const ConversionFile& file, Tally& tally) {
  const FileHeader& header = file.header;
  if (!header.reason) return;
  Case one(tally, file.name, header.line);
  if (!header.sender) return;
  const ConversionFiles& files = evidence.files;
  const Record* other = nullptr;
  bool brings_others = false;  // any of the files
  for (const Record& record : files.records) {
    const ConversionFile& its_file = files.each[record.file];
    if (!its_file.header.sender || files.numbering(record).sender == *its_file.header.sender) continue;
    brings_others = true;
    if (other == nullptr && &its_file == &file) other = &record;
  }
  if (*header.reason == "software-change" && other != nullptr) {
    one.violated("VER-013", [&] {
      return Arguments{{"reason", shown_code(evidence, "reason", *header.reason)},
                       {"sender", header.sender->text()},
                       {"old", evidence.files.numbering(*other).sender.text()}};
    });
  }
  if (*header.reason == "merger" && file.records > 0 && !brings_others) {
    one.violated("VER-014", [&] { return Arguments{{"reason", shown_code(evidence, "reason", *header.reason)}, {"sender", header.sender->text()}}; });
  }
  if (*header.reason == "split" && file.records > 0 && files.each.size() == 1 && !divides(evidence))
    one.violated("VER-238", [&] { return Arguments{{"reason", shown_code(evidence, "reason", *header.reason)}}; });
}

void check_sequence(const ConversionFile& file, Tally& tally) {
  const FileHeader& header = file.header;
  if (header.sequence) {
    Case one(tally, file.name, header.line);
    if (*header.sequence < 1) one.violated("VER-015", [&] { return Arguments{{"sequence", std::to_string(*header.sequence)}}; });
  }
  if (header.sequence && header.replaces) {
    Case one(tally, file.name, header.line);
    if (*header.replaces >= *header.sequence || *header.replaces < 1) {
      one.violated("VER-016", [&] { return Arguments{{"sequence", std::to_string(*header.sequence)}, {"replaces", std::to_string(*header.replaces)}}; });
    }
  } else if (!header.replaces) {
    tally.not_applicable();
  }
}

// Every new delivery is of a sender that hands in a file, or whose own provisions the files tell of.
void check_deliveries(const Evidence& evidence, Tally& tally) {
  const ConversionFiles& files = evidence.files;
  const auto undelivered = [&](const ConversionFile& file) { return file.header.sender && evidence.new_side.find(*file.header.sender) == nullptr; };
  if (std::any_of(files.each.begin(), files.each.end(), undelivered)) return;  // a finding already, of which this is the other side
  for (const SideDelivery& delivery : evidence.new_side.deliveries) {
    Case one(tally, delivery.file, 0);
    const bool submits = std::any_of(files.each.begin(), files.each.end(), [&](const ConversionFile& file) { return file.header.sender == delivery.sender; });
    if (submits || evidence.old_side.find(delivery.sender) != nullptr) continue;
    one.undecided("VER-237", [&] { return Arguments{{"sender", delivery.sender.text()}}; });
  }
}

// The files of one transition agree on what it is, and each is of another new sender.
void check_together(const ConversionFiles& files, Tally& tally) {
  const ConversionFile& first = files.each.front();
  for (std::size_t i = 1; i < files.each.size(); ++i) {
    const ConversionFile& file = files.each[i];
    Case one(tally, file.name, file.header.line);
    if (file.header.month != first.header.month || file.header.reason != first.header.reason)
      one.violated("VER-150", [&] { return Arguments{{"other", first.name}}; });
    for (std::size_t j = 0; j < i; ++j) {
      const ConversionFile& other = files.each[j];
      if (!file.header.sender || other.header.sender != file.header.sender) continue;
      one.violated("VER-151", [&] { return Arguments{{"sender", file.header.sender->text()}, {"other", other.name}}; });
      break;
    }
  }
}

}  // namespace

void check_header(const Evidence& evidence, Tally& tally) {
  for (const ConversionFile& file : evidence.files.each) {
    for (const std::string& field : file.header.unreadable) {
      Case one(tally, file.name, file.header.line);
      one.violated("VER-010", [&] { return Arguments{{"field", field}}; });
    }
    check_sender(evidence, file, tally);
    check_month(evidence, file, tally);
    check_reason(evidence, file, tally);
    check_sequence(file, tally);
  }
  check_together(evidence.files, tally);
  check_deliveries(evidence, tally);
}

void check_counts(const Evidence& evidence, Tally& tally) {
  bool stated = false;
  for (const ConversionFile& file : evidence.files.each) {
    for (const StatedCount& count : file.counts) {
      stated = true;
      if (!count.stated) {
        tally.not_applicable();
        continue;
      }
      Case one(tally, file.name, count.line);
      if (*count.stated >= 0 && static_cast<std::uint64_t>(*count.stated) == count.counted) continue;
      one.violated("VER-020", [&] {
        return Arguments{{"field", count.field}, {"stated", std::to_string(*count.stated)}, {"counted", std::to_string(count.counted)}};
      });
    }
  }
  if (!stated) tally.nothing_to_assess();
}

}  // namespace srgconv::verify
