// Relations, and the checks that give signals: open and early provisions, continuity, agreement of the mapping.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "broken_scenario.hpp"
#include "verify/late_share.hpp"

namespace srgconv::verify::test {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

struct RelationCase {
  Relation relation;
  std::optional<std::int32_t> end;
  std::vector<std::string> codes;
};

TEST(Relations, FitTheirDates) {
  const std::vector<RelationCase> cases{{Relation::ended, 20211231, {}},
                                        {Relation::ended, 20220101, {"VER-081"}},
                                        {Relation::ended, {}, {"VER-081"}},
                                        {Relation::ended, 20210000, {}},
                                        {Relation::ended, 20220000, {"VER-081"}},
                                        {Relation::ended, 0, {"VER-088"}},
                                        {Relation::open, 20211231, {"VER-082"}},
                                        {Relation::open, 0, {}},
                                        {Relation::dropped, 20211231, {}},
                                        {Relation::ended_since, 20211231, {"VER-082"}},
                                        {Relation::ended_since, 20220131, {}},
                                        {Relation::ended_since, 20220201, {"VER-083"}},
                                        {Relation::ended_since, 20220000, {"VER-089"}},
                                        {Relation::ended_since, {}, {"VER-084"}},
                                        {Relation::stays, {}, {"VER-087"}}};
  for (const RelationCase& one : cases) {
    Scenario scenario;
    scenario.old_record("0398", "1", scenario.facts(anna, "22", 20200101, one.end), one.relation).explained();
    scenario.new_delivered("N1", scenario.facts(bert, "22", 20220105));
    EXPECT_EQ(codes(scenario.check("RELATION")), one.codes) << name(one.relation) << " " << one.end.value_or(-1);
  }
}

TEST(Relations, StaysWithASenderThatGoesOn) {
  Scenario scenario;
  scenario.old_record("0363", "1", scenario.facts(anna, "22", 20200101), Relation::stays);
  EXPECT_THAT(codes(scenario.check("RELATION")), IsEmpty());
}

TEST_F(Checks, RelationsFitTheirKeys) {
  for (const Relation none : {Relation::ended, Relation::ended_since, Relation::dropped, Relation::open, Relation::stays, Relation::split}) {
    draft.relation(none).explained();
    EXPECT_THAT(codes(scenario.check("RELATION")), Contains("VER-080")) << name(none);
  }
  draft.relation(Relation::joined);
  EXPECT_THAT(codes(scenario.check("RELATION")), ElementsAre("VER-086"));
  draft.relation(Relation::dropped);
  draft.keys.clear();
  draft.record.has_explanation = false;
  EXPECT_THAT(codes(scenario.check("RELATION")), ElementsAre("VER-085"));
  EXPECT_EQ(scenario.verdict(), Verdict::rejected);
}

TEST_F(Checks, OpenProvisionsAreASignal) {
  scenario.old_record("0398", "1002", scenario.facts(eva, "10", 20200101), Relation::open);
  const auto result = scenario.check("OPEN-REVIEW");
  EXPECT_THAT(codes(result), ElementsAre("VER-120"));
  EXPECT_EQ(result.severity, pack::CheckSeverity::signal);
  EXPECT_EQ(scenario.verdict(), Verdict::accepted_with_signals);
}

TEST_F(Checks, EarlyStartIsUnexplainedOnlyWhenAPredecessorIsOpen) {
  scenario.new_delivered("N1", scenario.facts(eva, "10", 20200301));
  EXPECT_EQ(scenario.check("EARLY-START").satisfied, 1U);
  EXPECT_EQ(scenario.verdict(), Verdict::accepted);
  scenario.old_record("0398", "1002", scenario.facts(eva, "10", 20200101), Relation::open);
  const auto result = scenario.check("EARLY-START");
  EXPECT_THAT(codes(result), ElementsAre("VER-100"));
  EXPECT_EQ(english(result), "1980/N1 started before the change and is not explained, while 0398@-/1002 of the same person and type is open");
  EXPECT_EQ(scenario.evidence.equations.back().fates.back(), (std::pair<std::string, std::uint64_t>{"unexplained", 1}));
  EXPECT_EQ(scenario.verdict(), Verdict::accepted_with_signals);
}

TEST_F(Checks, PartialStartCountsAsEarlyUnlessItIsSurelyLater) {
  scenario.new_delivered("N1", scenario.facts(eva, "10", 20210000));
  scenario.new_delivered("N2", scenario.facts(eva, "10", 0));
  scenario.new_delivered("N3", scenario.facts(eva, "10", 20220000));
  EXPECT_EQ(scenario.check("EARLY-START").examined, 2U);
}

TEST_F(Checks, EarlyStartWithoutABsnIsUndecided) {
  Facts unknown = scenario.facts(eva, "10", 20200301);
  unknown.bsn.reset();
  scenario.new_delivered("N1", unknown);
  EXPECT_THAT(codes(scenario.check("EARLY-START")), ElementsAre("VER-101"));
}

TEST(Continuity, ComparesPersons) {
  Scenario scenario;
  for (int i = 0; i < 20; ++i) {
    std::string person;  // the ninth digit that makes 10000xxx a BSN, where there is one
    for (int last = 0; last < 10 && person.empty(); ++last) {
      const std::string digits = std::to_string(10000200 + i) + std::to_string(last);
      if (Bsn::parse(digits).bsn) person = digits;
    }
    if (person.empty()) continue;
    scenario.old_record("0398", std::to_string(1000 + i), scenario.facts(person, "22", 20200101), Relation::open);
    scenario.new_delivered("N" + std::to_string(i), scenario.facts(anna, "22", 20200101));
  }
  EXPECT_THAT(codes(scenario.check("CONTINUITY")), ElementsAre("VER-106", "VER-107"));
}

TEST_F(Checks, EarlyStartOfWhatTheFileLeavesBehind) {
  for (const Relation relation : {Relation::dropped, Relation::ended, Relation::ended_since, Relation::stays, Relation::joined}) {
    Scenario one;
    one.old_record("0398", "7", one.facts(anna, "22", 20200101), relation);
    one.new_delivered("N7", one.facts(anna, "22", 20200101));
    one.new_delivered("N8", one.facts(anna, "22", 20200602));  // another start: registered late
    one.new_delivered("N9", one.facts(bert, "22", 20200101));  // another person: registered late
    const auto result = one.check("EARLY-START");
    EXPECT_THAT(codes(result), ElementsAre("VER-102")) << name(relation);
    EXPECT_EQ(result.examined, 3U);
    EXPECT_EQ(english(result),
              "1980/N7 started before the change and is not explained, while 0398@-/7 of the same person, type and start date has the relation '" +
                  std::string(name(relation)) + "'");
  }
}

TEST_F(Checks, EarlyStartBesideALinkWithTheSameFactsIsDeliveredTwice) {
  Scenario one;
  one.link(one.old_record("0398", "7", one.facts(anna, "22", 20200101), Relation::same), "N7", one.facts(anna, "22", 20200101));
  one.new_delivered("N8", one.facts(anna, "22", 20200101));
  one.new_delivered("N9", one.facts(anna, "22", 20200101, 20991231));  // another end: registered late
  const auto result = one.check("EARLY-START");
  EXPECT_THAT(codes(result), ElementsAre("VER-102"));
  EXPECT_EQ(result.examined, 2U);
}

TEST_F(Checks, EarlyStartNearThatOfADroppedOne) {
  // A day later; a month later; month and day swapped; and what is another provision.
  for (const auto& [start, near] : {std::pair{20200103, true}, {20200204, false}, {20200201, true}, {20210102, false}, {20200300, false}}) {
    Scenario one;
    one.old_record("0398", "7", one.facts(anna, "22", 20200102), Relation::dropped).explained();
    one.new_delivered("N7", one.facts(anna, "22", start));
    EXPECT_THAT(codes(one.check("EARLY-START")), near ? std::vector<std::string>{"VER-234"} : std::vector<std::string>{}) << start;
  }
}

TEST(Continuity, ComparesMeanDurationsPerType) {
  for (const int days : {30, 60}) {
    for (const int provisions : {19, 20}) {
      Scenario scenario;
      const Facts before = scenario.facts(anna, "22", 20211001);  // 91 days
      Facts after = before;
      after.start = Date::from_day_number(before.start.day_number() - days);
      for (int i = 0; i < provisions; ++i)
        scenario.link(scenario.old_record("0398", std::to_string(i), before, Relation::same), "H" + std::to_string(i), after);
      const bool jumps = days == 60 && provisions == 20;
      EXPECT_EQ(codes(scenario.check("CONTINUITY")), jumps ? std::vector<std::string>{"VER-242"} : std::vector<std::string>{}) << days << " " << provisions;
    }
  }
}

TEST(DeliveredTwice, TellsOfTwoOldSendersUnlessTheyAreJoined) {
  Scenario scenario;
  const Facts facts = scenario.facts(anna, "22", 20200101);
  Draft& first = scenario.old_record("0398", "7", facts, Relation::same);
  scenario.link(first, "N7", facts);
  Draft& second = scenario.old_record("0416", "7", facts, Relation::same);
  scenario.link(second, "N8", facts);
  const auto result = scenario.check("DELIVERED-TWICE");
  EXPECT_EQ(english(result), "0416/7 and 0398/7 were delivered by two senders in 2021-12: the same person, type and start date");
  EXPECT_EQ(result.violated, 1U);
  scenario.drafts[0].relation(Relation::joined);
  scenario.drafts[1].relation(Relation::joined);
  EXPECT_EQ(scenario.check("DELIVERED-TWICE").violated, 1U);  // into two keys
  scenario.drafts[1].keys.front().second.id = "N7";
  EXPECT_EQ(scenario.check("DELIVERED-TWICE").violated, 0U);
  EXPECT_EQ(scenario.check("DELIVERED-TWICE").satisfied, 1U);
}

TEST(DeliveredTwice, IsAboutPersonTypeAndStartOfTwoSendersThatRunOn) {
  const auto violated = [](const Facts& a, const Facts& b, const char* other_sender) {
    Scenario scenario;
    scenario.delivered("1980", "1", a, false);
    scenario.delivered(other_sender, "2", b, false);
    return scenario.check("DELIVERED-TWICE").violated;
  };
  Scenario words;
  const Facts facts = words.facts(anna, "22", 20200101);
  EXPECT_EQ(violated(facts, facts, "1991"), 1U);
  EXPECT_EQ(violated(facts, facts, "1980"), 0U);
  EXPECT_EQ(violated(facts, words.facts(bert, "22", 20200101), "1991"), 0U);
  EXPECT_EQ(violated(facts, words.facts(anna, "23", 20200101), "1991"), 0U);
  EXPECT_EQ(violated(facts, words.facts(anna, "22", 20200102), "1991"), 0U);
  EXPECT_EQ(violated(words.facts(anna, "22", 20200100), words.facts(anna, "22", 20200100), "1991"), 0U);
  EXPECT_EQ(violated(facts, words.facts(anna, "22", 20200101, 20220131), "1991"), 0U);
}

delivery::Delivery month_of(const char* text, std::vector<std::pair<std::string, std::int32_t>> ids_and_starts) {
  delivery::Delivery made;
  made.sender = sender("0398");
  made.month = month(text);
  for (auto& [id, start] : ids_and_starts) {
    delivery::Delivered& provision = made.provisions.emplace_back();
    provision.id = id;
    provision.facts.start = *Date::from_packed(start);
  }
  made.order();
  return made;
}

TEST(LateShare, CountsWhatTheMonthBeforeShouldHaveHad) {
  LateCount count;
  count.add(month_of("202109", {{"1", 20200101}}));
  count.add(month_of("202110", {{"1", 20200101}, {"2", 20210930}, {"3", 20211001}, {"4", 20210900}, {"5", 20211000}, {"6", 0}}));
  EXPECT_EQ(count.share().months, 1U);
  EXPECT_EQ(count.share().provisions, 6U);
  EXPECT_EQ(count.share().late, 2U);                 // 2 and 4; of 6 nobody knows
  count.add(month_of("202112", {{"9", 20200101}}));  // a month was not delivered
  EXPECT_EQ(count.share().months, 1U);
  count.add(month_of("202201", {{"9", 20200101}, {"8", 20211231}}));
  EXPECT_EQ(count.share().months, 2U);
  EXPECT_EQ(count.share().late, 3U);
}

TEST(LateShare, IsComparedWhereEnoughMonthsAreKnown) {
  for (const std::uint64_t months : {2U, 3U}) {
    for (const std::uint64_t late_before : {1U, 10U}) {
      Scenario scenario;
      scenario.link(scenario.old_record("0398", "7", scenario.facts(anna, "22", 20200101), Relation::same), "N7", scenario.facts(anna, "22", 20200101));
      for (int i = 0; i < 6; ++i) scenario.new_delivered("L" + std::to_string(i), scenario.facts(bert, "40", 20200101));
      scenario.evidence.late_shares = {{sender("0398"), months, late_before, 30}};
      const auto result = scenario.check("LATE-SHARE");
      if (months < 3) {
        EXPECT_EQ(result.state, State::not_applicable);
      } else {
        EXPECT_EQ(codes(result), late_before == 1 ? std::vector<std::string>{"VER-241"} : std::vector<std::string>{});
      }
    }
  }
}

TEST(Continuity, LevelIsMoreThanFiveAndMoreThanFivePercent) {
  for (const int missing : {5, 6}) {
    Scenario scenario;
    const Facts facts = scenario.facts(anna, "22", 20200101);
    for (int i = 0; i < 100; ++i) {
      Draft& draft = scenario.old_record("0398", std::to_string(1000 + i), facts, i < missing ? Relation::open : Relation::same);
      if (i >= missing) scenario.link(draft, "H" + std::to_string(i), facts);
    }
    const auto result = scenario.check("CONTINUITY");
    if (missing == 5) {
      EXPECT_THAT(codes(result), IsEmpty());
    } else {
      EXPECT_THAT(codes(result), ElementsAre("VER-105", "VER-107"));
      EXPECT_EQ(english(result), "type 22: 100 running provisions before the change, 94 after it (level: a difference of more than 5 and more than 5 %)");
    }
  }
}

TEST(Continuity, LeavesOutWhatTheFileSaysLeft) {
  Scenario scenario;
  const Facts facts = scenario.facts(anna, "22", 20200101);
  for (int i = 0; i < 20; ++i) scenario.old_record("0398", std::to_string(1000 + i), facts, Relation::dropped).explained();
  scenario.new_delivered("N1", scenario.facts(bert, "22", 20220105));
  EXPECT_EQ(scenario.check("CONTINUITY").violated, 0U);
}

Provision exported(const std::string& id, const std::string& person, const std::string& type, std::int32_t start) {
  return {{{sender("0398"), {}}, id}, bsn(person), type, date(start), {}, "", "", {}, ""};
}

TEST_F(Checks, MappingThatBuildsTheKeyDifferently) {
  scenario.exports = {{sender("0398"), month("202112"), {exported("1001-01", anna, "22", 20210301)}}};
  const auto result = scenario.check("MAPPING-AGREES");
  EXPECT_THAT(codes(result), ElementsAre("VER-112"));
  EXPECT_EQ(english(result), "0398: the export builds the key differently: export 0398/1001-01, delivered 0398/1001");
  EXPECT_EQ(result.violated, 2U);
  EXPECT_EQ(scenario.verdict(), Verdict::accepted_with_signals);
}

TEST_F(Checks, MappingThatDisagrees) {
  Provision ended_before = exported("7", carla, "22", 20190101);
  ended_before.end = date(20211130);
  scenario.exports = {{sender("0398"), month("202112"), {exported("1001", anna, "30", 20210301), exported("5", bert, "22", 20210301), ended_before}}};
  scenario.old_record("0398", "6", scenario.facts(carla, "22", 20210301), Relation::dropped).explained();
  const auto result = scenario.check("MAPPING-AGREES");
  EXPECT_THAT(codes(result), testing::UnorderedElementsAre("VER-114", "VER-110", "VER-111"));
  EXPECT_EQ(result.not_applicable, 1U);
  scenario.exports.front().provisions = {exported("1001", anna, "22", 20210301), exported("6", carla, "22", 20210301)};
  EXPECT_EQ(scenario.check("MAPPING-AGREES").satisfied, 2U);
  EXPECT_EQ(scenario.verdict(), Verdict::accepted);
}

TEST_F(Checks, WhatRestsOnTheMappingIsNeverAcceptedByItself) {
  EXPECT_EQ(scenario.check("MAPPING-AGREES").state, State::not_applicable);
  scenario.evidence.old_side.deliveries.back().from_mapping = true;
  const auto result = scenario.check("MAPPING-AGREES");
  EXPECT_THAT(codes(result), ElementsAre("VER-113"));
  EXPECT_EQ(result.undecided, 1U);
  EXPECT_EQ(result.violated, 0U);
  EXPECT_EQ(scenario.verdict(), Verdict::accepted_with_signals);
}

}  // namespace
}  // namespace srgconv::verify::test
