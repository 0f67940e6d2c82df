// RELATION and OPEN-REVIEW: does what a record says became of a provision fit its keys and dates, and what is still to be decided?
#include <algorithm>
#include <string>
#include <tuple>

#include "verify/conversion_checks.hpp"

namespace srgconv::verify {
namespace {

// How many new keys a relation has: at least, at most.
std::pair<std::uint32_t, std::uint32_t> lawful_keys(Relation relation) {
  switch (relation) {
    case Relation::same:
    case Relation::joined: return {1, 1};
    case Relation::split: return {2, UINT32_MAX};
    default: return {0, 0};
  }
}

// The new keys of joined records, ordered, so that one can be counted.
class JoinedKeys {
 public:
  explicit JoinedKeys(const Evidence& evidence) : file_(evidence.files) {
    for (const Record& record : file_.records) {
      if (record.relation != Relation::joined) continue;
      for (const NewKey& key : evidence.keys_of(record)) keys_.push_back(&key);
    }
    std::sort(keys_.begin(), keys_.end(), [this](const NewKey* a, const NewKey* b) { return name(*a) < name(*b); });
  }
  std::size_t uses(const NewKey& key) const {
    const auto [first, last] = std::equal_range(keys_.begin(), keys_.end(), &key, [this](const NewKey* a, const NewKey* b) { return name(*a) < name(*b); });
    return static_cast<std::size_t>(last - first);
  }

 private:
  std::tuple<const SenderCode&, const std::string&> name(const NewKey& key) const { return {file_.numbering(key).sender, key.id}; }
  const ConversionFiles& file_;
  std::vector<const NewKey*> keys_;
};

void judge_ended(const Evidence& evidence, const Record& record, Case& one) {
  const Date last_day = record.last_month.last_day();
  const auto arguments = [&] {
    return Arguments{{"key", evidence.files.shown(record)}, {"end", record.facts.end ? record.facts.end->text() : "-"}, {"month", record.last_month.text()}};
  };
  const Answer ended = record.facts.end ? on_or_before(*record.facts.end, last_day) : Answer::no;
  if (ended == Answer::no) one.violated("VER-081", arguments);
  if (ended == Answer::undecided) one.undecided("VER-088", arguments);
}

// Whatever goes on, stays open or ended later was running after the last month.
void judge_not_ended(const Evidence& evidence, const Record& record, Case& one) {
  if (!record.facts.end || on_or_before(*record.facts.end, record.last_month.last_day()) != Answer::yes) return;
  one.violated("VER-082", [&] {
    return Arguments{{"key", evidence.files.shown(record)},
                     {"end", record.facts.end->text()},
                     {"month", record.last_month.text()},
                     {"relation", shown_code(evidence, "relation", name(record.relation))}};
  });
}

void judge_ended_since(const Evidence& evidence, const Record& record, Case& one) {
  if (!record.facts.end) {
    one.undecided("VER-084", [&] { return Arguments{{"key", evidence.files.shown(record)}}; });
    return;
  }
  const auto arguments = [&] { return Arguments{{"key", evidence.files.shown(record)}, {"end", record.facts.end->text()}, {"month", evidence.month.text()}}; };
  const Answer ended = on_or_before(*record.facts.end, evidence.month.last_day());
  if (ended == Answer::no) one.violated("VER-083", arguments);
  if (ended == Answer::undecided) one.undecided("VER-089", arguments);
}

std::string text_of(const std::optional<Date>& date) { return date ? date->text() : "-"; }

// What ran in the last month cannot have ended by then, unless that was corrected and is declared.
void judge_later_end(const Evidence& evidence, const Record& record, const std::optional<Date>& end, Case& one) {
  if (!end || end == record.facts.end || declares(evidence, record, "end")) return;
  if (on_or_before(*end, record.last_month.last_day()) != Answer::yes) return;
  one.undecided("VER-230", [&] {
    return Arguments{{"field", "end"},
                     {"key", evidence.files.shown(record)},
                     {"found", end->text()},
                     {"delivered", text_of(record.facts.end)},
                     {"month", record.last_month.text()}};
  });
}

void judge_stays(const Evidence& evidence, const Record& record, Case& one) {
  const SenderCode& sender = evidence.files.numbering(record).sender;
  // Where its own later delivery is at hand the provision stands in it, and is the same one.
  const SideDelivery* later = evidence.new_side.usable() ? evidence.new_side.find(sender) : nullptr;
  const Delivered* same = later == nullptr ? nullptr : later->find(record.id);
  const auto in_delivery = [&] { return Arguments{{"key", evidence.files.shown(record)}, {"sender", sender.text()}, {"month", evidence.month.text()}}; };
  if (later != nullptr && same == nullptr) one.violated("VER-154", in_delivery);
  if (same != nullptr && (same->facts.bsn != record.facts.bsn || same->facts.type != record.facts.type)) {
    one.violated("VER-155", in_delivery);
  } else if (same != nullptr) {
    judge_later_end(evidence, record, same->facts.end, one);
    if (same->facts.start != record.facts.start) {
      one.undecided("VER-230", [&] {
        return Arguments{{"field", "start"},
                         {"key", evidence.files.shown(record)},
                         {"found", same->facts.start.text()},
                         {"delivered", record.facts.start.text()},
                         {"month", record.last_month.text()}};
      });
    }
  }
  // A sender that ended inside the month has no delivery of that month any more.
  if (evidence.pack.senders.alive(sender, evidence.month.last_day()) != Answer::no) return;
  one.violated("VER-087", [&] { return Arguments{{"key", evidence.files.shown(record)}, {"sender", sender.text()}, {"month", evidence.month.text()}}; });
}

// A sender that goes on with its numbers gives none of them out again.
void judge_own_number(const Evidence& evidence, const Record& record, Case& one) {
  const SideDelivery* later = evidence.new_side.usable() ? evidence.new_side.find(evidence.files.numbering(record).sender) : nullptr;
  const Delivered* same = later == nullptr ? nullptr : later->find(record.id);
  if (same == nullptr || later->own_record(*same) == nullptr) return;
  const bool runs_again = !same->facts.end || on_or_before(*same->facts.end, record.last_month.last_day()) == Answer::no;
  if (!runs_again && same->facts.bsn == record.facts.bsn && same->facts.type == record.facts.type) return;
  one.violated("VER-232", [&] { return Arguments{{"key", evidence.files.shown(record)}, {"month", evidence.month.text()}}; });
}

void judge_key_count(const Evidence& evidence, const Record& record, const JoinedKeys& joined, Case& one) {
  const auto [least, most] = lawful_keys(record.relation);
  if (record.keys < least || record.keys > most) {
    one.violated("VER-080", [&] {
      return Arguments{
          {"key", evidence.files.shown(record)}, {"relation", shown_code(evidence, "relation", name(record.relation))}, {"count", std::to_string(record.keys)}};
    });
    return;
  }
  if (record.relation != Relation::joined || joined.uses(evidence.keys_of(record).front()) > 1) return;
  one.violated("VER-086", [&] {
    return Arguments{{"key", evidence.files.shown(record)}, {"new_key", evidence.files.shown(evidence.keys_of(record).front())}};
  });
}

}  // namespace

void check_relations(const Evidence& evidence, Tally& tally) {
  const JoinedKeys joined(evidence);
  for (const Record& record : evidence.files.records) {
    Case one(tally, evidence.files.name_of(record), record.line);
    judge_key_count(evidence, record, joined, one);
    if (record.relation == Relation::ended) {
      judge_ended(evidence, record, one);
      judge_own_number(evidence, record, one);
    } else if (record.relation != Relation::dropped) {
      judge_not_ended(evidence, record, one);
    }
    for (const NewKey& key : evidence.keys_of(record)) judge_later_end(evidence, record, key.facts.end, one);
    if (record.relation == Relation::ended_since) judge_ended_since(evidence, record, one);
    if (record.relation == Relation::stays) judge_stays(evidence, record, one);
    if (record.relation == Relation::dropped && !record.has_explanation)
      one.violated("VER-085", [&] { return Arguments{{"key", evidence.files.shown(record)}}; });
  }
}

void check_open(const Evidence& evidence, Tally& tally) {
  for (const Record& record : evidence.files.records) {
    Case one(tally, evidence.files.name_of(record), record.line);
    if (record.relation == Relation::open) one.violated("VER-120", [&] { return Arguments{{"key", evidence.files.shown(record)}}; });
  }
}

}  // namespace srgconv::verify
