// CHANGES: is every declared change real, and every real change of a start declared?
#include <algorithm>

#include "verify/checks.hpp"

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
  const auto arguments = [&] { return Arguments{{"key", evidence.file.shown(record)}, {"field", *change.field}}; };
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

}  // namespace

void check_changes(const Evidence& evidence, Tally& tally) {
  for (const Record& record : evidence.file.records) {
    const auto changes = evidence.changes_of(record);
    const auto keys = evidence.keys_of(record);
    const bool start_changes = std::any_of(keys.begin(), keys.end(), [&](const NewKey& key) { return key.facts.start != record.facts.start; });
    const bool start_declared = std::any_of(changes.begin(), changes.end(), [](const DeclaredChange& change) { return *change.field == "start"; });
    if (changes.empty() && !start_changes) tally.not_applicable();
    for (const DeclaredChange& change : changes) {
      Case one(tally, evidence.file_name, record.line);
      judge_declared(evidence, record, change, one);
    }
    if (!start_changes || start_declared) continue;
    Case one(tally, evidence.file_name, record.line);
    one.violated("VER-091", [&] { return Arguments{{"key", evidence.file.shown(record)}}; });
  }
}

}  // namespace srgconv::verify
