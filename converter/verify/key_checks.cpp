// OLD-KEY, NEW-KEY and KEY-TWICE: are the keys those that were delivered, all of them, and none used twice?
#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "verify/conversion_checks.hpp"

namespace srgconv::verify {
namespace {

std::string numbering_name(const Numbering& numbering) { return numbering.first_month ? numbering.first_month->compact() : "-"; }

// The numbering that most records of each sender name; of equally many the one named first.
std::map<SenderCode, Numbering> usual_numberings(const ConversionFiles& file) {
  std::vector<std::uint64_t> uses(file.numberings.size());
  for (const Record& record : file.records) ++uses[record.numbering];
  std::map<SenderCode, Numbering> usual;
  std::map<SenderCode, std::uint64_t> most;
  for (std::size_t i = 0; i < uses.size(); ++i) {
    if (uses[i] <= most[file.numberings[i].sender]) continue;
    most[file.numberings[i].sender] = uses[i];
    usual[file.numberings[i].sender] = file.numberings[i];
  }
  return usual;
}

void check_old_numbering(const Evidence& evidence, const Record& record, const std::map<SenderCode, Numbering>& usual, Case& one) {
  const Numbering& numbering = evidence.files.numbering(record);
  const ReportMonth latest = std::min(record.last_month, evidence.month.plus(-1));
  if (numbering.first_month && *numbering.first_month > latest) {
    one.violated("VER-053", [&] { return Arguments{{"key", evidence.files.shown(record)}, {"month", latest.text()}}; });
  } else if (const Numbering& other = usual.at(numbering.sender); other != numbering) {
    one.violated("VER-054", [&] { return Arguments{{"key", evidence.files.shown(record)}, {"numbering", numbering_name(other)}}; });
  }
}

}  // namespace

void check_old_keys(const Evidence& evidence, Tally& tally) {
  const ConversionFiles& file = evidence.files;
  const std::map<SenderCode, Numbering> usual = usual_numberings(file);
  std::map<SenderCode, const Record*> undelivered;  // senders that the file names without a delivery of theirs
  for (const Record& record : file.records) {
    const Numbering& numbering = file.numbering(record);
    const SideDelivery* delivery = evidence.old_side.find(numbering.sender);
    if (delivery == nullptr) {
      undelivered.emplace(numbering.sender, &record);
      tally.undecided();
      continue;
    }
    Case one(tally, evidence.files.name_of(record), record.line);
    if (record.delivered == nullptr) {
      one.violated("VER-050", [&] { return Arguments{{"key", file.shown(record)}, {"month", delivery->month.text()}}; });
    }
    if (record.last_month != delivery->month) {
      one.violated("VER-051", [&] {
        return Arguments{{"key", file.shown(record)}, {"month", record.last_month.text()}, {"delivered", delivery->month.text()}};
      });
    }
    check_old_numbering(evidence, record, usual, one);
  }
  for (const SideDelivery& delivery : evidence.old_side.deliveries) {
    for (std::size_t i = 0; i < delivery.provisions.size(); ++i) {
      if (delivery.named[i]) continue;
      Case one(tally, delivery.file, delivery.provisions[i].line);
      one.violated("VER-052", [&] { return Arguments{{"key", shown_key(delivery.sender, delivery.provisions[i])}, {"month", delivery.month.text()}}; });
    }
  }
  for (const auto& [sender, first] : undelivered) tally.not_assessed("VER-055", file.name_of(*first), first->line, {{"sender", sender.text()}});
}

void check_new_keys(const Evidence& evidence, Tally& tally) {
  const ConversionFiles& file = evidence.files;
  std::map<SenderCode, std::optional<Numbering>> goes_on_as;
  for (const SideDelivery& delivery : evidence.new_side.deliveries) goes_on_as.emplace(delivery.sender, numbering_going_on(file, delivery.sender));
  for (const NewKey& key : file.keys) {
    Case one(tally, evidence.files.name_of(key), key.line);
    if (key.delivered == nullptr) {
      one.violated("VER-060", [&] { return Arguments{{"key", file.shown(key)}, {"month", evidence.month.text()}}; });
    }
    const auto& submitter = file.each[key.file].header.sender;
    if (submitter && file.numbering(key).sender != *submitter)
      one.violated("VER-152", [&] { return Arguments{{"key", file.shown(key)}, {"sender", submitter->text()}}; });
    const auto going_on = goes_on_as.find(file.numbering(key).sender);
    if (going_on != goes_on_as.end() && going_on->second) {
      if (file.numbering(key) != *going_on->second)
        one.violated("VER-158", [&] {
          return Arguments{{"key", file.shown(key)}, {"sender", file.numbering(key).sender.text()}, {"numbering", numbering_name(*going_on->second)}};
        });
    } else if (file.numbering(key).first_month != evidence.month) {
      one.violated("VER-061", [&] { return Arguments{{"key", file.shown(key)}, {"month", evidence.month.compact()}}; });
    }
  }
}

void check_keys_twice(const Evidence& evidence, Tally& tally) {
  const ConversionFiles& file = evidence.files;
  // Every use of a new key: sender, number, and the record that uses it.
  struct Use {
    std::uint32_t key, record;
  };
  std::vector<Use> uses;
  uses.reserve(file.keys.size());
  for (std::uint32_t r = 0; r < file.records.size(); ++r) {
    for (std::uint32_t k = 0; k < file.records[r].keys; ++k) uses.push_back({file.records[r].first_key + k, r});
  }
  const auto name = [&](const Use& use) -> std::tuple<const SenderCode&, const std::string&> {
    return {file.numbering(file.keys[use.key]).sender, file.keys[use.key].id};
  };
  std::sort(uses.begin(), uses.end(),
            [&](const Use& a, const Use& b) { return std::tuple_cat(name(a), std::tuple(a.key)) < std::tuple_cat(name(b), std::tuple(b.key)); });
  for (std::size_t first = 0; first < uses.size();) {
    std::size_t end = first + 1;
    while (end < uses.size() && name(uses[first]) == name(uses[end])) ++end;
    const NewKey& key = file.keys[uses[end - 1].key];
    Case one(tally, evidence.files.name_of(key), key.line);
    std::set<std::uint32_t> records;
    bool all_joined = true;
    for (std::size_t i = first; i < end; ++i) {
      records.insert(uses[i].record);
      all_joined = all_joined && file.records[uses[i].record].relation == Relation::joined;
    }
    if (end - first > 1 && (!all_joined || records.size() < end - first)) {
      one.violated("VER-065", [&] {
        return Arguments{{"key", file.shown(key)}, {"count", std::to_string(end - first)}, {"line", std::to_string(file.keys[uses[first].key].line)}};
      });
    }
    const SideDelivery* delivery = key.delivered == nullptr ? nullptr : evidence.new_side.find(file.numbering(key).sender);
    if (const Record* own = delivery == nullptr ? nullptr : delivery->own_record(*key.delivered))
      one.violated("VER-156", [&] { return Arguments{{"key", file.shown(key)}, {"old", file.shown(*own)}}; });
    first = end;
  }
  for (const Record& record : file.records) {
    if (record.keys < 2) continue;
    Case one(tally, evidence.files.name_of(record), record.line);
    if (record.relation == Relation::split) continue;
    one.violated("VER-066", [&] {
      return Arguments{
          {"key", file.shown(record)}, {"count", std::to_string(record.keys)}, {"relation", shown_code(evidence, "relation", verify::name(record.relation))}};
    });
  }
}

}  // namespace srgconv::verify
