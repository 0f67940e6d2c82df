// Builds evidence in memory, so that a check is tested without files: two old senders that merge into one on 2022-01-01.
#pragma once

#include <algorithm>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "verify/conversion_checks.hpp"

namespace srgconv::verify::test {

inline SenderCode sender(std::string_view code) { return *SenderCode::parse(code); }
inline ReportMonth month(std::string_view text) { return *ReportMonth::parse(text); }
inline Date date(std::int32_t yyyymmdd) { return *Date::from_packed(yyyymmdd); }
inline Bsn bsn(std::string_view digits) { return *Bsn::parse(digits).bsn; }

inline const std::string anna = "123456782", bert = "111222333", carla = "111111110", dirk = "444444440", eva = "999999990";

/// 0398 and 0416 end on 2022-01-01 and become 1980; 0363 goes on; 0400 has no known start; the table knows events up to 2022-11-30.
inline pack::Pack merger_pack() {
  pack::Pack pack;
  const auto make = [](const char* code, std::optional<Date> start, std::optional<Date> end, std::vector<pack::Successor> successors) {
    pack::Sender result;
    result.code = sender(code);
    result.name = code;
    result.start = start;
    result.end = end;
    result.successors = std::move(successors);
    return result;
  };
  const pack::Successor to_1980{sender("1980"), date(20220101)};
  pack.senders = pack::SenderLineage(
      {make("0363", date(19000101), {}, {}), make("0398", date(19000101), date(20220101), {to_1980}), make("0416", date(19410801), date(20220101), {to_1980}),
       make("1980", date(20220101), {}, {}), make("1991", date(20220101), {}, {}), make("1992", date(20220115), {}, {}), make("0400", {}, {}, {})},
      date(20221130));
  const std::set<std::string> signals = {"EARLY-START", "DELIVERED-TWICE", "LATE-SHARE", "CONTINUITY", "MAPPING-AGREES", "OPEN-REVIEW"};
  for (const std::string& id : check_ids()) {
    rules::Check& check = pack.checks.emplace_back();
    check.code = id;
    check.severity = signals.contains(id) ? pack::CheckSeverity::signal : pack::CheckSeverity::reject;
  }
  const auto give = [&](std::string_view code, const char* name, int number) {
    for (rules::Check& check : pack.checks) {
      if (check.code == code) check.parameters.push_back({name, std::to_string(number), Decimal::whole(number), {}});
    }
  };
  give("LATE-SHARE", "least_months", 3), give("LATE-SHARE", "least_count", 5), give("LATE-SHARE", "factor", 3);
  give("CONTINUITY", "least_count", 5), give("CONTINUITY", "least_percent", 5);
  give("CONTINUITY", "least_durations", 20), give("CONTINUITY", "least_days", 31), give("CONTINUITY", "least_days_percent", 10);
  return pack;
}

/// A record of the conversion file while it is being made.
struct Draft {
  Record record;
  Numbering numbering;
  std::vector<std::pair<Numbering, NewKey>> keys;
  std::vector<DeclaredChange> changes;

  Draft& relation(Relation relation) {
    record.relation = relation;
    return *this;
  }
  Draft& explained() {
    record.has_explanation = true;
    return *this;
  }
};

class Scenario {
 public:
  Scenario() : pack_(merger_pack()) {
    evidence.files.each.emplace_back();
    evidence.files.each[0].name = "conversie.xml";
    evidence.files.each[0].state = FileState::readable;
    evidence.month = month("202201");
    evidence.exports = &exports;
    evidence.files.each[0].header = {sender("1980"), month("202201"), "merger", 1, {}, {}, 3};
  }

  pack::Pack& pack() { return pack_; }

  Facts facts(const std::string& person, const std::string& type, std::int32_t start, std::optional<std::int32_t> end = {}) {
    Facts result{Bsn::parse(person).bsn, words_.keep(type), date(start), {}};
    if (end) result.end = date(*end);
    return result;
  }
  /// A provision that was delivered; `old_side` in 2021-12, else in 2022-01.
  void delivered(const char* code, const std::string& id, const Facts& given, bool old_side) {
    DeliveredSide& side = old_side ? evidence.old_side : evidence.new_side;
    auto found = std::find_if(side.deliveries.begin(), side.deliveries.end(), [&](const SideDelivery& delivery) { return delivery.sender == sender(code); });
    if (found == side.deliveries.end()) {
      side.deliveries.push_back({sender(code), month(old_side ? "202112" : "202201"), std::string(code) + ".xml", false, {}, {}, {}});
      found = side.deliveries.end() - 1;
    }
    const auto line = static_cast<std::uint32_t>(10 + found->provisions.size());
    found->provisions.push_back({id, given, words_.keep("1"), words_.keep(""), {}, line});
  }
  void old_delivered(const char* code, const std::string& id, const Facts& given) { delivered(code, id, given, true); }
  void new_delivered(const std::string& id, const Facts& given) { delivered("1980", id, given, false); }

  /// An old provision that was delivered, with its record.
  Draft& old_record(const char* code, const std::string& id, const Facts& given, Relation relation) {
    old_delivered(code, id, given);
    return record(code, id, given, relation);
  }
  Draft& record(const char* code, const std::string& id, const Facts& given, Relation relation) {
    Draft& draft = drafts.emplace_back();
    draft.numbering = {sender(code), {}};
    draft.record.id = id;
    draft.record.last_month = month("202112");
    draft.record.facts = given;
    draft.record.relation = relation;
    draft.record.line = static_cast<std::uint32_t>(100 * drafts.size());
    return draft;
  }
  /// A new key of a record, which was delivered (once).
  void link(Draft& draft, const std::string& id, const Facts& given) {
    const auto named = [&](const SideDelivery& delivery) {
      return std::any_of(delivery.provisions.begin(), delivery.provisions.end(), [&](const Delivered& one) { return one.id == id; });
    };
    if (std::none_of(evidence.new_side.deliveries.begin(), evidence.new_side.deliveries.end(), named)) new_delivered(id, given);
    key(draft, id, given);
  }
  void key(Draft& draft, const std::string& id, const Facts& given) {
    NewKey fresh;
    fresh.id = id;
    fresh.facts = given;
    fresh.line = draft.record.line + static_cast<std::uint32_t>(draft.keys.size()) + 1;
    draft.keys.push_back({{sender("1980"), month("202201")}, fresh});
  }
  void change(Draft& draft, const std::string& field, bool has_reason = true) { draft.changes.push_back({words_.keep(field), has_reason}); }
  const std::string* word(std::string_view text) { return words_.keep(text); }

  /// Puts the drafts into the file and joins it with the deliveries.
  Evidence& ready() {
    ConversionFiles& file = evidence.files;
    file.records.clear();
    file.keys.clear();
    file.changes.clear();
    for (Draft& draft : drafts) {
      Record& made = file.records.emplace_back(draft.record);
      made.numbering = file.numbering_index(draft.numbering);
      made.first_key = static_cast<std::uint32_t>(file.keys.size());
      made.keys = static_cast<std::uint32_t>(draft.keys.size());
      for (auto& [numbering, fresh] : draft.keys) file.keys.emplace_back(fresh).numbering = file.numbering_index(numbering);
      made.first_change = static_cast<std::uint32_t>(file.changes.size());
      made.changes = static_cast<std::uint32_t>(draft.changes.size());
      file.changes.insert(file.changes.end(), draft.changes.begin(), draft.changes.end());
    }
    file.each[0].records_read = file.each[0].records = file.records.size();
    for (DeliveredSide* side : {&evidence.old_side, &evidence.new_side}) {
      std::sort(side->deliveries.begin(), side->deliveries.end(), [](const SideDelivery& a, const SideDelivery& b) { return a.sender < b.sender; });
      for (SideDelivery& delivery : side->deliveries) delivery.order();
    }
    join(evidence);
    return evidence;
  }
  /// What one check finds.
  CheckResult check(std::string_view id) {
    const auto results = run_checks(ready());
    return *std::find_if(results.begin(), results.end(), [&](const CheckResult& result) { return result.id == id; });
  }
  /// The ids of the checks that found a violation, in order.
  std::vector<std::string> violated() {
    std::vector<std::string> ids;
    for (const CheckResult& result : run_checks(ready())) {
      if (result.violated > 0) ids.push_back(result.id);
    }
    return ids;
  }
  Verdict verdict() {
    const auto results = run_checks(ready());
    return judge(results, evidence.equations, {});
  }

 private:
  pack::Pack pack_;  // of which `evidence` is a view
  Words words_;

 public:
  std::vector<MappedSide> exports;
  std::deque<Draft> drafts;
  Evidence evidence{pack_};
};

/// The codes of the findings, in order.
inline std::vector<std::string> codes(const CheckResult& result) {
  std::vector<std::string> found;
  for (const Diagnostic& finding : result.findings) found.push_back(finding.code);
  return found;
}

/// A merger of every kind that raises nothing: same, split, joined, ended, ended since, dropped, a declared change, a late registration and one that started
/// since.
inline void make_merger(Scenario& scenario) {
  const Facts place = scenario.facts(anna, "22", 20210301), coach = scenario.facts(anna, "30", 20210401), moved = scenario.facts(anna, "30", 20210405);
  const Facts course = scenario.facts(bert, "42", 20210900), work = scenario.facts(dirk, "29", 20210801),
              subsidy = scenario.facts(eva, "10", 20200201, 20230101);
  scenario.link(scenario.old_record("0398", "1001", place, Relation::same), "H1001", place);
  Draft& changed = scenario.old_record("0398", "1002", coach, Relation::same);
  scenario.link(changed, "H1002", moved);
  scenario.change(changed, "start");
  scenario.old_record("0398", "1003", scenario.facts(bert, "40", 20200101, 20211215), Relation::ended);
  Draft& divided = scenario.old_record("0398", "1004", course, Relation::split);
  scenario.link(divided, "H1004A", course);
  scenario.link(divided, "H1004B", course);
  scenario.old_record("0398", "1005", scenario.facts(carla, "31", 20190501), Relation::dropped).explained();
  scenario.old_record("0398", "1006", scenario.facts(carla, "59", 20211101, 20220110), Relation::ended_since);
  scenario.link(scenario.old_record("0416", "1001", scenario.facts(dirk, "22", 20210701), Relation::same), "L1001", scenario.facts(dirk, "22", 20210701));
  scenario.link(scenario.old_record("0416", "1002", work, Relation::joined), "L1002", work);
  scenario.link(scenario.old_record("0416", "1003", work, Relation::joined), "L1002", work);
  scenario.link(scenario.old_record("0416", "1004", subsidy, Relation::same), "L1004", subsidy);
  scenario.new_delivered("N1", scenario.facts(carla, "22", 20220110));
  scenario.new_delivered("N2", scenario.facts(carla, "30", 20211105));
}

}  // namespace srgconv::verify::test
