// SENDER-KNOWN, SENDER-ALIVE and SENDER-SUCCESSOR: are these senders, were they there, and may the new one submit for the old ones?
#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "verify/checks.hpp"

namespace srgconv::verify {
namespace {

// The senders that the file names, each with the months in which it is named and the first line that does so.
struct NamedSenders {
  std::map<std::pair<SenderCode, ReportMonth>, std::uint32_t> old_senders, new_senders;
};

NamedSenders senders_of(const Evidence& evidence) {
  NamedSenders named;
  const ConversionFile& file = evidence.file;
  if (file.header.sender) named.new_senders.emplace(std::pair(*file.header.sender, evidence.month), file.header.line);
  for (const Record& record : file.records) named.old_senders.emplace(std::pair(file.numbering(record).sender, record.last_month), record.line);
  for (const NewKey& key : file.keys) named.new_senders.emplace(std::pair(file.numbering(key).sender, evidence.month), key.line);
  return named;
}

// A day of the month on which a sender can have existed: the surest answer for its first and its last day, so that one that began inside the month counts.
Answer alive_in(const Evidence& evidence, const SenderCode& sender, ReportMonth month) {
  const Answer first = evidence.pack.senders.alive(sender, month.first_day());
  if (first == Answer::yes) return first;
  const Answer last = evidence.pack.senders.alive(sender, month.last_day());
  return last == Answer::no ? first : last;
}

void judge_known(const Evidence& evidence, const SenderCode& sender, ReportMonth month, std::uint32_t line, Tally& tally) {
  Case one(tally, evidence.file_name, line);
  if (evidence.pack.senders.find(sender) != nullptr) return;
  if (evidence.pack.senders.alive(sender, month.first_day()) == Answer::undecided) {
    one.undecided("VER-031", [&] { return Arguments{{"sender", sender.text()}, {"known_until", evidence.pack.senders.known_until().text()}}; });
  } else {
    one.violated(
        "VER-030",
        [&] {
          return Arguments{{"sender", sender.text()}};
        },
        similar_name(sender.text(), evidence.pack.senders.codes()).value_or(""));
  }
}

void judge_alive(const Evidence& evidence, const SenderCode& sender, ReportMonth month, Answer alive, std::uint32_t line, Tally& tally) {
  if (evidence.pack.senders.find(sender) == nullptr) return tally.not_applicable();
  Case one(tally, evidence.file_name, line);
  const auto arguments = [&] { return Arguments{{"sender", sender.text()}, {"month", month.text()}}; };
  if (alive == Answer::no) one.violated("VER-032", arguments);
  if (alive == Answer::undecided) one.undecided("VER-033", arguments);
}

}  // namespace

void check_senders_known(const Evidence& evidence, Tally& tally) {
  const NamedSenders named = senders_of(evidence);
  std::set<SenderCode> judged;
  for (const auto* side : {&named.old_senders, &named.new_senders}) {
    for (const auto& [sender, line] : *side) {
      if (judged.insert(sender.first).second) judge_known(evidence, sender.first, sender.second, line, tally);
    }
  }
}

void check_senders_alive(const Evidence& evidence, Tally& tally) {
  const NamedSenders named = senders_of(evidence);
  for (const auto& [sender, line] : named.old_senders) {
    // A sender that ended inside its last month was there on the first day of it.
    judge_alive(evidence, sender.first, sender.second, evidence.pack.senders.alive(sender.first, sender.second.first_day()), line, tally);
  }
  for (const auto& [sender, line] : named.new_senders)
    judge_alive(evidence, sender.first, sender.second, alive_in(evidence, sender.first, sender.second), line, tally);
}

void check_successors(const Evidence& evidence, Tally& tally) {
  const ConversionFile& file = evidence.file;
  // Old sender, new sender -> the first line that brings them together.
  std::map<std::pair<SenderCode, SenderCode>, std::uint32_t> pairs;
  for (const Record& record : file.records) {
    const SenderCode& old_sender = file.numbering(record).sender;
    if (file.header.sender) pairs.emplace(std::pair(old_sender, *file.header.sender), record.line);
    for (const NewKey& key : evidence.keys_of(record)) pairs.emplace(std::pair(old_sender, file.numbering(key).sender), key.line);
  }
  for (const auto& [pair, line] : pairs) {
    Case one(tally, evidence.file_name, line);
    const auto arguments = [&] { return Arguments{{"old", pair.first.text()}, {"sender", pair.second.text()}, {"month", evidence.month.text()}}; };
    // The last day: a step inside the month is one that the month's delivery already knows.
    const Answer lawful = evidence.pack.senders.lawful_successor(pair.first, pair.second, evidence.month.last_day());
    if (lawful == Answer::no) one.violated("VER-034", arguments);
    if (lawful == Answer::undecided) one.undecided("VER-035", arguments);
  }
}

}  // namespace srgconv::verify
