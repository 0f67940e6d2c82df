// SENDER-KNOWN, SENDER-ALIVE and SENDER-SUCCESSOR: are these senders, were they there, and may the new one submit for the old ones?
#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "checks/sender_checks.hpp"
#include "verify/conversion_checks.hpp"

namespace srgconv::verify {
namespace {

struct Place {
  const std::string* file = nullptr;
  std::uint32_t line = 0;
};

// The senders that the files name, each with the months in which it is named and the first place that does so.
struct NamedSenders {
  std::map<std::pair<SenderCode, ReportMonth>, Place> old_senders, new_senders;
};

NamedSenders senders_of(const Evidence& evidence) {
  NamedSenders named;
  const ConversionFiles& file = evidence.files;
  for (const ConversionFile& one : file.each) {
    if (one.header.sender) named.new_senders.emplace(std::pair(*one.header.sender, evidence.month), Place{&one.name, one.header.line});
  }
  for (const Record& record : file.records)
    named.old_senders.emplace(std::pair(file.numbering(record).sender, record.last_month), Place{&file.name_of(record), record.line});
  for (const NewKey& key : file.keys) named.new_senders.emplace(std::pair(file.numbering(key).sender, evidence.month), Place{&file.name_of(key), key.line});
  return named;
}

}  // namespace

void check_senders_known(const Evidence& evidence, Tally& tally) {
  const NamedSenders named = senders_of(evidence);
  std::set<SenderCode> judged;
  for (const auto* side : {&named.old_senders, &named.new_senders}) {
    for (const auto& [sender, place] : *side) {
      if (judged.insert(sender.first).second) checks::judge_sender_known(evidence.pack.senders, sender.first, sender.second, *place.file, place.line, tally);
    }
  }
}

void check_senders_alive(const Evidence& evidence, Tally& tally) {
  const NamedSenders named = senders_of(evidence);
  for (const auto& [sender, place] : named.old_senders) {
    // A sender that ended inside its last month was there on the first day of it.
    const Answer alive = evidence.pack.senders.alive(sender.first, sender.second.first_day());
    checks::judge_sender_alive(evidence.pack.senders, sender.first, sender.second, alive, *place.file, place.line, tally);
  }
  for (const auto& [sender, place] : named.new_senders) {
    const Answer alive = checks::sender_alive_in(evidence.pack.senders, sender.first, sender.second);
    checks::judge_sender_alive(evidence.pack.senders, sender.first, sender.second, alive, *place.file, place.line, tally);
  }
}

void check_successors(const Evidence& evidence, Tally& tally) {
  const ConversionFiles& file = evidence.files;
  // Old sender, new sender -> the first place that brings them together.
  std::map<std::pair<SenderCode, SenderCode>, Place> pairs;
  for (const Record& record : file.records) {
    const SenderCode& old_sender = file.numbering(record).sender;
    const auto& submitter = file.each[record.file].header.sender;
    if (submitter) pairs.emplace(std::pair(old_sender, *submitter), Place{&file.name_of(record), record.line});
    for (const NewKey& key : evidence.keys_of(record)) pairs.emplace(std::pair(old_sender, file.numbering(key).sender), Place{&file.name_of(key), key.line});
  }
  for (const auto& [pair, place] : pairs) {
    Case one(tally, *place.file, place.line);
    const auto arguments = [&] { return Arguments{{"old", pair.first.text()}, {"sender", pair.second.text()}, {"month", evidence.month.text()}}; };
    // The last day: a step inside the month is one that the month's delivery already knows.
    const Answer lawful = evidence.pack.senders.lawful_successor(pair.first, pair.second, evidence.month.last_day());
    if (lawful == Answer::no) one.violated("VER-034", arguments);
    if (lawful == Answer::undecided) one.undecided("VER-035", arguments);
  }
}

}  // namespace srgconv::verify
