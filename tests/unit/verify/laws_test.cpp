// Laws: a transition of any shape that is right raises nothing that rejects, and one fault planted anywhere in it does.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "scenario.hpp"

namespace srgconv::verify::test {
namespace {

// Start and end in years around the change; nothing there needs more.
std::int32_t any_day(int first_year, int last_year) {
  return *rc::gen::inRange(first_year, last_year + 1) * 10000 + *rc::gen::inRange(1, 13) * 100 + *rc::gen::inRange(1, 29);
}

const std::vector<std::string> people{anna, bert, carla, dirk, eva};
const std::vector<std::string> types{"10", "22", "29", "30", "42"};

Facts any_facts(Scenario& scenario, std::int32_t start) { return scenario.facts(*rc::gen::elementOf(people), *rc::gen::elementOf(types), start); }

// One old provision with a fate that is right for it.
void add_old(Scenario& scenario, const char* code, int number) {
  const std::string id = std::to_string(1000 + number), fresh = std::string(code) + "-" + id;
  Facts facts = any_facts(scenario, any_day(2018, 2021));
  const auto relation = *rc::gen::elementOf(
      std::vector<Relation>{Relation::same, Relation::split, Relation::joined, Relation::ended, Relation::ended_since, Relation::dropped, Relation::open});
  if (relation == Relation::ended) facts.end = date(20211200 + *rc::gen::inRange(1, 32));
  if (relation == Relation::ended_since) facts.end = date(20220100 + *rc::gen::inRange(1, 32));
  Draft& draft = scenario.old_record(code, id, facts, relation);
  if (relation == Relation::dropped) draft.explained();
  if (relation == Relation::same) {
    Facts moved = facts;
    if (*rc::gen::arbitrary<bool>()) moved.start = date(20211215);
    if (moved.start != facts.start) scenario.change(draft, "start");
    scenario.link(draft, fresh, moved);
  }
  if (relation == Relation::split) {
    for (int i = 0; i < *rc::gen::inRange(2, 4); ++i) scenario.link(draft, fresh + std::string(1, static_cast<char>('A' + i)), facts);
    if (draft.keys.size() < 2) scenario.link(draft, fresh + "Z", facts);
  }
  if (relation == Relation::joined) {
    scenario.link(draft, fresh, facts);
    scenario.link(scenario.old_record(code, id + "b", facts, Relation::joined), fresh, facts);
  }
}

void make_any_transition(Scenario& scenario) {
  for (const char* code : {"0398", "0416"}) {
    const int provisions = *rc::gen::inRange(1, 12);
    for (int i = 0; i < provisions; ++i) add_old(scenario, code, i);
  }
  const int others = *rc::gen::inRange(1, 6);
  for (int i = 0; i < others; ++i) scenario.new_delivered("N" + std::to_string(i), any_facts(scenario, any_day(2020, 2022)));
}

bool rejects(const CheckResult& result) { return result.severity == pack::CheckSeverity::reject && result.violated > 0; }

TEST(Laws, WhatIsRightIsNotRejectedAndEveryProvisionHasOneFate) {
  EXPECT_TRUE(rc::check("a transition that is right", [] {
    Scenario scenario;
    make_any_transition(scenario);
    for (const CheckResult& result : run_checks(scenario.ready())) {
      RC_ASSERT(!rejects(result));
      RC_ASSERT(result.examined == result.satisfied + result.violated + result.undecided);
    }
    for (const Equation& equation : scenario.evidence.equations) RC_ASSERT(equation.holds());
    const bool open = std::any_of(scenario.drafts.begin(), scenario.drafts.end(), [](const Draft& draft) { return draft.record.relation == Relation::open; });
    RC_ASSERT(scenario.verdict() == Verdict::accepted_with_signals || (scenario.verdict() == Verdict::accepted && !open));
  }));
}

enum class Fault {
  record_lost,
  record_invented,
  other_person,
  other_type,
  other_start,
  other_end,
  other_last_month,
  other_id,
  key_lost,
  key_invented,
  delivered_lost,
  relation_turned
};

const std::vector<Fault> faults{Fault::record_lost, Fault::record_invented, Fault::other_person,     Fault::other_type,
                                Fault::other_start, Fault::other_end,       Fault::other_last_month, Fault::other_id,
                                Fault::key_lost,    Fault::key_invented,    Fault::delivered_lost,   Fault::relation_turned};

// A relation that cannot be right for the provision.
Relation turned(const Draft& draft) {
  if (is_link(draft.record.relation)) return Relation::ended;
  return draft.record.relation == Relation::ended ? Relation::open : Relation::same;
}

void plant(Scenario& scenario, Fault fault) {
  Draft& draft = scenario.drafts[*rc::gen::inRange<std::size_t>(0, scenario.drafts.size())];
  Facts& facts = draft.record.facts;
  auto& deliveries = scenario.evidence.old_side.deliveries;
  switch (fault) {
    case Fault::record_lost: scenario.drafts.pop_back(); break;
    case Fault::record_invented: scenario.record("0398", "9999", facts, Relation::dropped).explained(); break;
    case Fault::other_person: facts.bsn = bsn(*facts.bsn == bsn(anna) ? bert : anna); break;
    case Fault::other_type: facts.type = scenario.word(*facts.type == "10" ? "22" : "10"); break;
    case Fault::other_start: facts.start = date(20170101); break;
    case Fault::other_end: facts.end = date(20250101); break;
    case Fault::other_last_month: draft.record.last_month = month("202111"); break;
    case Fault::other_id: draft.record.id += "x"; break;
    case Fault::key_lost: draft.keys.empty() ? scenario.key(draft, "NONE", facts) : draft.keys.clear(); break;
    case Fault::key_invented: scenario.key(draft, "NONE", facts); break;
    case Fault::delivered_lost: deliveries[*rc::gen::inRange<std::size_t>(0, deliveries.size())].provisions.pop_back(); break;
    case Fault::relation_turned: draft.relation(turned(draft)); break;
  }
}

TEST(Laws, EveryPlantedFaultIsRejected) {
  EXPECT_TRUE(rc::check("a transition with one fault", [] {
    Scenario scenario;
    make_any_transition(scenario);
    const auto fault = *rc::gen::elementOf(faults);
    plant(scenario, fault);
    RC_TAG(static_cast<int>(fault));
    RC_ASSERT(scenario.verdict() == Verdict::rejected);
  }));
}

}  // namespace
}  // namespace srgconv::verify::test
