// FATES-OLD, FATES-NEW and EARLY-START: every provision on either side has one fate, counted here from the files alone.
#include <algorithm>
#include <cstdlib>
#include <numeric>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_set>
#include <vector>

#include "verify/conversion_checks.hpp"

namespace srgconv::verify {
namespace {

enum class NewFate { in_file, continuing, started_since, registered_late, unexplained };

// The open records, to be found by person and type.
class OpenRecords {
 public:
  explicit OpenRecords(const ConversionFiles& file) {
    for (const Record& record : file.records) {
      if (record.relation == Relation::open && record.facts.bsn) open_.push_back(&record);
    }
    std::sort(open_.begin(), open_.end(), [](const Record* a, const Record* b) {
      return std::tuple_cat(person(a->facts), std::tuple(a->line)) < std::tuple_cat(person(b->facts), std::tuple(b->line));
    });
  }
  /// The first open record of the same person and type; null when there is none.
  const Record* plausible_predecessor(const Facts& facts) const {
    if (!facts.bsn) return nullptr;
    const auto found =
        std::lower_bound(open_.begin(), open_.end(), facts, [](const Record* record, const Facts& wanted) { return person(record->facts) < person(wanted); });
    return found != open_.end() && person((*found)->facts) == person(facts) ? *found : nullptr;
  }

 private:
  static std::tuple<std::uint32_t, std::string_view> person(const Facts& facts) { return {facts.bsn->value(), *facts.type}; }
  std::vector<const Record*> open_;
};

// The records of some persons by the facts of their provision, for what stands in the new delivery without a record all the same.
class RecordsByFacts {
 public:
  RecordsByFacts(const Evidence& evidence, const std::unordered_set<std::uint32_t>& persons) : evidence_(evidence) {
    for (const Record& record : evidence.files.records) {
      if (record.facts.bsn && record.relation != Relation::open && persons.contains(record.facts.bsn->value())) records_.push_back(&record);
    }
    std::sort(records_.begin(), records_.end(),
              [](const Record* a, const Record* b) { return std::tuple_cat(order_of(*a), place_of(*a)) < std::tuple_cat(order_of(*b), place_of(*b)); });
  }
  /// A record with the same person, type and start that goes on under no key of its own, or under one that was delivered with the very same facts; null when
  /// there is none.
  const Record* twin_of(const Delivered& provision) const {
    for (const Record* record : of_person_and_type(provision.facts)) {
      if (record->facts.start != provision.facts.start) continue;
      const bool alone = record->relation == Relation::same || record->relation == Relation::split;
      if (!alone || is_delivered_as(*record, provision)) return record;
    }
    return nullptr;
  }
  /// A dropped record with the same person and type that started within a month of this start, or with month and day swapped; null when there is none.
  const Record* dropped_nearby(const Facts& facts) const {
    for (const Record* record : of_person_and_type(facts)) {
      if (record->relation == Relation::dropped && is_near(record->facts.start, facts.start)) return record;
    }
    return nullptr;
  }

 private:
  static std::tuple<std::uint32_t, std::string_view> order_of(const Facts& facts) { return {facts.bsn->value(), *facts.type}; }
  static std::tuple<std::uint32_t, std::string_view> order_of(const Record& record) { return order_of(record.facts); }
  static std::tuple<std::uint32_t, std::uint32_t> place_of(const Record& record) { return {record.file, record.line}; }
  bool is_delivered_as(const Record& record, const Delivered& provision) const {
    const auto keys = evidence_.keys_of(record);
    return std::any_of(keys.begin(), keys.end(), [&](const NewKey& key) {
      const Delivered* fresh = key.delivered;
      return fresh != nullptr && fresh->facts.end == provision.facts.end && fresh->goal == provision.goal && fresh->work_capacity == provision.work_capacity &&
             fresh->wage_value == provision.wage_value;
    });
  }
  static bool is_near(const Date& a, const Date& b) {
    if (!a.complete() || !b.complete()) return a.year() == b.year() && (a.month() == 0 || b.month() == 0 || a.month() == b.month());
    return std::abs(a.day_number() - b.day_number()) <= 31 || (a.year() == b.year() && a.month() == b.day() && a.day() == b.month());
  }
  std::span<const Record* const> of_person_and_type(const Facts& facts) const {
    if (!facts.bsn) return {};
    const auto first = std::lower_bound(records_.begin(), records_.end(), facts, [](const Record* a, const Facts& b) { return order_of(*a) < order_of(b); });
    const auto last = std::upper_bound(first, records_.end(), facts, [](const Facts& a, const Record* b) { return order_of(a) < order_of(*b); });
    return {first, last};
  }
  const Evidence& evidence_;
  std::vector<const Record*> records_;
};

class NewSideFates {
 public:
  explicit NewSideFates(const Evidence& evidence) : open_(evidence.files), last_old_day_(evidence.earliest_last_month().last_day()) {}

  NewFate of(const SideDelivery& delivery, std::size_t index) const {
    if (delivery.named[index]) return NewFate::in_file;
    // Under a number that its sender had already it is the same provision, or one too many.
    if (const Record* own = delivery.own_record(index)) return goes_on(*own) ? NewFate::continuing : NewFate::unexplained;
    const Facts& facts = delivery.provisions[index].facts;
    if (on_or_before(facts.start, last_old_day_) == Answer::no) return NewFate::started_since;
    return predecessor(delivery.provisions[index]) != nullptr ? NewFate::unexplained : NewFate::registered_late;
  }
  const Record* predecessor(const Delivered& provision) const { return open_.plausible_predecessor(provision.facts); }

 private:
  OpenRecords open_;
  Date last_old_day_;
};

Equation old_equation(const Evidence& evidence, const SideDelivery& delivery) {
  std::uint64_t linked = 0, ended = 0, ended_since = 0, stays = 0, dropped = 0, open = 0;
  for (const Record& record : evidence.files.records) {
    if (evidence.files.numbering(record).sender != delivery.sender) continue;
    switch (record.relation) {
      case Relation::same:
      case Relation::split:
      case Relation::joined: ++linked; break;
      case Relation::ended: ++ended; break;
      case Relation::ended_since: ++ended_since; break;
      case Relation::stays: ++stays; break;
      case Relation::dropped: ++dropped; break;
      case Relation::open: ++open; break;
    }
  }
  return {true,
          delivery.sender,
          delivery.month,
          delivery.provisions.size(),
          {{"linked", linked}, {"ended", ended}, {"ended-since", ended_since}, {"stays", stays}, {"dropped", dropped}, {"open", open}}};
}

// Linked is counted in the file, the other fates in the delivery: a key that the delivery does not have breaks the equation.
Equation new_equation(const Evidence& evidence, const SideDelivery& delivery, const NewSideFates& fates) {
  std::vector<std::string_view> linked;
  for (const NewKey& key : evidence.files.keys) {
    if (evidence.files.numbering(key).sender == delivery.sender) linked.push_back(key.id);
  }
  std::sort(linked.begin(), linked.end());
  linked.erase(std::unique(linked.begin(), linked.end()), linked.end());
  std::uint64_t continuing = 0, started_since = 0, registered_late = 0, unexplained = 0;
  for (std::size_t i = 0; i < delivery.provisions.size(); ++i) {
    switch (fates.of(delivery, i)) {
      case NewFate::in_file: break;
      case NewFate::continuing: ++continuing; break;
      case NewFate::started_since: ++started_since; break;
      case NewFate::registered_late: ++registered_late; break;
      case NewFate::unexplained: ++unexplained; break;
    }
  }
  return {false,
          delivery.sender,
          delivery.month,
          delivery.provisions.size(),
          {{"linked", linked.size()},
           {"continuing", continuing},
           {"started-since", started_since},
           {"registered-late", registered_late},
           {"unexplained", unexplained}}};
}

// Who has a new provision that the files do not explain: few, among a million.
std::unordered_set<std::uint32_t> unexplained_persons(const Evidence& evidence, const NewSideFates& fates) {
  std::unordered_set<std::uint32_t> persons;
  for (const SideDelivery& delivery : evidence.new_side.deliveries) {
    for (std::size_t i = 0; i < delivery.provisions.size(); ++i) {
      if (delivery.named[i] || !delivery.provisions[i].facts.bsn) continue;
      if (fates.of(delivery, i) == NewFate::registered_late) persons.insert(delivery.provisions[i].facts.bsn->value());
    }
  }
  return persons;
}

void judge_equations(const Evidence& evidence, bool old_side, std::string_view code, Tally& tally) {
  for (const Equation& equation : evidence.equations) {
    if (equation.old_side != old_side) continue;
    Case one(tally, evidence.files.name(), 0);
    if (equation.holds()) continue;
    one.violated(code, [&] {
      return Arguments{{"sender", equation.sender.text()},
                       {"month", equation.month.text()},
                       {"total", std::to_string(equation.total)},
                       {"counted", std::to_string(equation.sum())}};
    });
  }
}

}  // namespace

std::uint64_t Equation::sum() const {
  return std::accumulate(fates.begin(), fates.end(), std::uint64_t{0}, [](std::uint64_t sum, const auto& fate) { return sum + fate.second; });
}

std::vector<Equation> equations_of(const Evidence& evidence) {
  std::vector<Equation> equations;
  if (!evidence.files.readable() || !evidence.old_side.usable() || !evidence.new_side.usable()) return equations;
  for (const SideDelivery& delivery : evidence.old_side.deliveries) equations.push_back(old_equation(evidence, delivery));
  const NewSideFates fates(evidence);
  for (const SideDelivery& delivery : evidence.new_side.deliveries) equations.push_back(new_equation(evidence, delivery, fates));
  return equations;
}

void check_old_fates(const Evidence& evidence, Tally& tally) { judge_equations(evidence, true, "VER-070", tally); }
void check_new_fates(const Evidence& evidence, Tally& tally) { judge_equations(evidence, false, "VER-071", tally); }

void check_early_starts(const Evidence& evidence, Tally& tally) {
  const NewSideFates fates(evidence);
  const RecordsByFacts records(evidence, unexplained_persons(evidence, fates));
  const auto against = [&](const SideDelivery& delivery, const Delivered& provision, const Record& old) {
    return Arguments{
        {"key", shown_key(delivery.sender, provision)}, {"old", evidence.files.shown(old)}, {"relation", shown_code(evidence, "relation", name(old.relation))}};
  };
  for (const SideDelivery& delivery : evidence.new_side.deliveries) {
    for (std::size_t i = 0; i < delivery.provisions.size(); ++i) {
      const NewFate fate = fates.of(delivery, i);
      if (fate == NewFate::in_file || fate == NewFate::continuing || fate == NewFate::started_since) {
        tally.not_applicable();
        continue;
      }
      const Delivered& provision = delivery.provisions[i];
      Case one(tally, delivery.file, provision.line);
      if (!provision.facts.bsn) {
        one.undecided("VER-101", [&] { return Arguments{{"key", shown_key(delivery.sender, provision)}}; });
      } else if (const Record* own = delivery.own_record(i); own != nullptr) {
        one.violated("VER-157", [&] { return against(delivery, provision, *own); });
      } else if (fate == NewFate::unexplained) {
        one.violated("VER-100", [&] {
          return Arguments{{"key", shown_key(delivery.sender, provision)}, {"old", evidence.files.shown(*fates.predecessor(provision))}};
        });
      } else if (const Record* twin = records.twin_of(provision); twin != nullptr) {
        one.violated("VER-102", [&] { return against(delivery, provision, *twin); });
      } else if (const Record* dropped = records.dropped_nearby(provision.facts); dropped != nullptr) {
        one.violated("VER-234", [&] { return against(delivery, provision, *dropped); });
      }
    }
  }
}

}  // namespace srgconv::verify
