// CHANGES: is every declared change real, every real change of a start declared, and no pair of links crossed?
#include <algorithm>
#include <map>
#include <tuple>

#include "verify/conversion_checks.hpp"

namespace srgconv::verify {
namespace {

// Is the field different under a new key? Undecided where a delivery is needed that does not have the key.
Answer is_real(const Record& record, const NewKey& key, std::string_view field) {
  const auto differs = [](bool different) { return different ? Answer::yes : Answer::no; };
  if (field == "start") return differs(record.facts.start != key.facts.start);
  if (field == "end") return differs(record.facts.end != key.facts.end);
  if (field == "type") return differs(record.facts.type != key.facts.type);
  if (field == "bsn") return record.facts.bsn || key.facts.bsn ? differs(record.facts.bsn != key.facts.bsn) : Answer::undecided;
  if (record.delivered == nullptr || key.delivered == nullptr) return Answer::undecided;
  if (field == "goal") return differs(record.delivered->goal != key.delivered->goal);
  if (field == "work_capacity") return differs(record.delivered->work_capacity != key.delivered->work_capacity);
  return differs(record.delivered->wage_value != key.delivered->wage_value);
}

bool can_change(std::string_view field) {
  static constexpr std::string_view fields[] = {"start", "end", "type", "bsn", "goal", "work_capacity", "wage_value"};
  return std::find(std::begin(fields), std::end(fields), field) != std::end(fields);
}

void judge_declared(const Evidence& evidence, const Record& record, const DeclaredChange& change, Case& one) {
  const auto arguments = [&] { return Arguments{{"key", evidence.files.shown(record)}, {"field", *change.field}}; };
  if (!can_change(*change.field)) return one.violated("VER-092", arguments);
  if (!change.has_reason) one.violated("VER-093", arguments);
  Answer real = Answer::no;
  for (const NewKey& key : evidence.keys_of(record)) {
    const Answer here = is_real(record, key, *change.field);
    if (here == Answer::yes || real == Answer::no) real = here;
  }
  if (real == Answer::no) one.violated("VER-090", arguments);
  if (real == Answer::undecided) one.undecided("VER-094", arguments);
}

// What was delivered for the last month cannot have started after it.
void judge_declared_start(const Evidence& evidence, const Record& record, Tally& tally) {
  for (const NewKey& key : evidence.keys_of(record)) {
    if (key.facts.start == record.facts.start || on_or_before(key.facts.start, record.last_month.last_day()) != Answer::no) continue;
    Case one(tally, evidence.files.name_of(key), key.line);
    one.undecided("VER-230", [&] {
      return Arguments{{"field", "start"},
                       {"key", evidence.files.shown(record)},
                       {"found", key.facts.start.text()},
                       {"delivered", record.facts.start.text()},
                       {"month", record.last_month.text()}};
    });
  }
}

// Links whose facts do not agree, while those of the old provision stand under the new key of another such link: probably the two are crossed.
class CrossedLinks {
 public:
  explicit CrossedLinks(const Evidence& evidence) : evidence_(evidence) {
    for (const Record& record : evidence.files.records) {
      const Delivered* fresh = new_side_of(record);
      if (fresh != nullptr && differs(record, *fresh)) by_new_facts_.emplace(facts_of(*fresh), &record);
    }
  }
  /// The other link; null when there is none.
  const Record* other_of(const Record& record) const {
    const Delivered* fresh = new_side_of(record);
    if (fresh == nullptr || !differs(record, *fresh)) return nullptr;
    const auto found = by_new_facts_.find(facts_of(*record.delivered));
    return found != by_new_facts_.end() ? found->second : nullptr;
  }

 private:
  using Key = std::tuple<std::uint32_t, std::string_view, Date, std::optional<Date>, std::string_view, std::string_view, std::optional<Decimal>>;

  static Key facts_of(const Delivered& delivered) {
    const Facts& facts = delivered.facts;
    return {facts.bsn->value(), *facts.type, facts.start, facts.end, *delivered.goal, *delivered.work_capacity, delivered.wage_value};
  }
  static bool differs(const Record& record, const Delivered& fresh) { return facts_of(*record.delivered) != facts_of(fresh); }
  // What the one new key was delivered with; null where a side is not there or has no person.
  const Delivered* new_side_of(const Record& record) const {
    if (record.relation != Relation::same || record.keys != 1 || record.delivered == nullptr || !record.delivered->facts.bsn) return nullptr;
    const Delivered* fresh = evidence_.keys_of(record).front().delivered;
    return fresh != nullptr && fresh->facts.bsn ? fresh : nullptr;
  }

  const Evidence& evidence_;
  std::map<Key, const Record*> by_new_facts_;
};

}  // namespace

void check_changes(const Evidence& evidence, Tally& tally) {
  const CrossedLinks crossed(evidence);
  for (const Record& record : evidence.files.records) {
    const auto changes = evidence.changes_of(record);
    const auto keys = evidence.keys_of(record);
    const bool start_changes = std::any_of(keys.begin(), keys.end(), [&](const NewKey& key) { return key.facts.start != record.facts.start; });
    const bool start_declared = std::any_of(changes.begin(), changes.end(), [](const DeclaredChange& change) { return *change.field == "start"; });
    const Record* other = crossed.other_of(record);
    if (changes.empty() && !start_changes && other == nullptr) tally.not_applicable();
    if (other != nullptr) {
      Case one(tally, evidence.files.name_of(record), record.line);
      one.undecided("VER-095", [&] { return Arguments{{"key", evidence.files.shown(record)}, {"other", evidence.files.shown(*other)}}; });
    }
    for (const DeclaredChange& change : changes) {
      Case one(tally, evidence.files.name_of(record), record.line);
      judge_declared(evidence, record, change, one);
    }
    if (start_declared) judge_declared_start(evidence, record, tally);
    if (!start_changes || start_declared) continue;
    Case one(tally, evidence.files.name_of(record), record.line);
    one.violated("VER-091", [&] { return Arguments{{"key", evidence.files.shown(record)}}; });
  }
}

}  // namespace srgconv::verify
