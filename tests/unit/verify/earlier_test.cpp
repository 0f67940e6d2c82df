// EARLIER: what files say beside conversion files that were made before.
#include <algorithm>
#include <numeric>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "broken_scenario.hpp"

namespace srgconv::verify::test {
namespace {

ProvisionKey key(const std::string& text) { return *ProvisionKey::parse(text); }

// An earlier conversion file in memory.
class Earlier {
 public:
  Earlier(Scenario& scenario, const char* code, const char* first_month, std::int64_t sequence) : earlier_(scenario.evidence.earlier) {
    ConversionFile& file = earlier_.files.each.emplace_back();
    file.name = std::string(code) + "-" + first_month + ".xml";
    file.state = FileState::readable;
    file.header = {sender(code), month(first_month), "merger", sequence, {}, {}, 3};
    const auto index = static_cast<std::uint32_t>(earlier_.files.each.size() - 1);
    const auto place = std::find_if(earlier_.in_force.begin(), earlier_.in_force.end(),
                                    [&](std::uint32_t other) { return file.header.month < earlier_.files.each[other].header.month; });
    earlier_.in_force.insert(place, index);
  }
  Earlier& record(const std::string& old, Relation relation, const std::vector<std::string>& fresh = {}) {
    ConversionFiles& files = earlier_.files;
    Record made;
    made.file = static_cast<std::uint32_t>(files.each.size() - 1);
    made.numbering = files.numbering_index(key(old).numbering);
    made.id = key(old).id;
    made.relation = relation;
    made.first_key = static_cast<std::uint32_t>(files.keys.size());
    made.keys = static_cast<std::uint32_t>(fresh.size());
    for (const std::string& text : fresh) {
      NewKey& added = files.keys.emplace_back();
      added.file = made.file;
      added.numbering = files.numbering_index(key(text).numbering);
      added.id = key(text).id;
    }
    files.records.push_back(made);
    return *this;
  }

 private:
  EarlierFiles& earlier_;
};

class EarlierFilesCheck : public Checks {
 protected:
  CheckResult found() { return scenario.check("EARLIER"); }
};

TEST_F(EarlierFilesCheck, IsNotApplicableWithoutEarlierFiles) { EXPECT_EQ(found().state, State::not_applicable); }

TEST_F(EarlierFilesCheck, FindsACircleInsideTheFilesThemselves) {
  for (std::size_t i = 0; i < 2; ++i) {  // each is linked to the old key of the other
    scenario.drafts[i].keys[0].first = scenario.drafts[1 - i].numbering;
    scenario.drafts[i].keys[0].second.id = scenario.drafts[1 - i].record.id;
  }
  EXPECT_EQ(codes(found()), (std::vector<std::string>{"VER-166", "VER-166"}));
}

TEST_F(EarlierFilesCheck, ALinkToALinkedKeyOfTheSameFilesIsNoCircleYet) {
  scenario.drafts[0].keys[0].first = scenario.drafts[1].numbering;
  scenario.drafts[0].keys[0].second.id = scenario.drafts[1].record.id;
  const CheckResult result = found();
  EXPECT_EQ(result.satisfied, 2U);
  EXPECT_EQ(result.violated, 0U);
}

TEST_F(EarlierFilesCheck, AcceptsTheSameLinksInAFileThatIsReplaced) {
  scenario.evidence.files.each[0].header.sequence = 2;
  scenario.evidence.files.each[0].header.replaces = 1;
  Earlier(scenario, "1980", "202201", 1)
      .record("0398@-/1001", Relation::same, {"1980@202201/H1001"})
      .record("0416@-/1001", Relation::same, {"1980@202201/L1001"});
  EXPECT_EQ(found().satisfied, 2U);
}

TEST_F(EarlierFilesCheck, ListsEveryLinkThatAReplacingFileChanges) {
  scenario.evidence.files.each[0].header.sequence = 2;
  scenario.evidence.files.each[0].header.replaces = 1;
  Earlier before(scenario, "1980", "202201", 1);
  before.record("0398@-/1001", Relation::same, {"1980@202201/H1002"});
  for (int id = 1; id <= 40; ++id) before.record("0398@-/9" + std::to_string(id), Relation::open);
  const CheckResult result = found();
  EXPECT_EQ(result.violated, 0U);
  EXPECT_EQ(result.undecided, 42U);
  EXPECT_EQ(result.findings.size(), 42U) << "more than the first ones";
  const auto number = [&](const char* code) {
    return std::count_if(result.findings.begin(), result.findings.end(), [&](const Diagnostic& finding) { return finding.code == code; });
  };
  EXPECT_EQ(number("VER-160"), 1);
  EXPECT_EQ(number("VER-161"), 1);
  EXPECT_EQ(number("VER-162"), 40);
}

TEST_F(EarlierFilesCheck, RejectsAnotherLinkThanAFileThatIsNotReplaced) {
  Earlier(scenario, "1980", "202201", 1)
      .record("0398@-/1001", Relation::same, {"1980@202201/H1002"})
      .record("0416@-/1001", Relation::same, {"1980@202201/L1001"});
  EXPECT_EQ(codes(found()), std::vector<std::string>{"VER-163"});
}

TEST_F(EarlierFilesCheck, SeesAForkOverFilesOfTwoNewSenders) {
  Earlier(scenario, "1991", "202201", 1).record("0398@-/1001", Relation::same, {"1991@202201/1"});
  EXPECT_EQ(codes(found()), std::vector<std::string>{"VER-164"});
}

TEST_F(EarlierFilesCheck, SeesKeysThatHadEndedWereDroppedOrMovedOn) {
  for (const Relation relation : {Relation::ended, Relation::ended_since, Relation::dropped}) {
    Scenario fresh;
    const Facts given = fresh.facts(anna, "22", 20210301);
    fresh.link(fresh.old_record("0398", "1001", given, Relation::same), "H1001", given);
    Earlier(fresh, "0398", "202106", 1).record("0398@-/1001", relation);
    EXPECT_EQ(codes(fresh.check("EARLIER")), std::vector<std::string>{"VER-165"}) << name(relation);
  }
  for (const Relation relation : {Relation::open, Relation::stays}) {
    Scenario fresh;
    const Facts given = fresh.facts(anna, "22", 20210301);
    fresh.link(fresh.old_record("0398", "1001", given, Relation::same), "H1001", given);
    Earlier(fresh, "0398", "202106", 1).record("0398@-/1001", relation);
    EXPECT_EQ(codes(fresh.check("EARLIER")), std::vector<std::string>{}) << name(relation);
  }
}

TEST_F(EarlierFilesCheck, SeesLinksThatLeadBack) {
  Earlier(scenario, "0398", "202301", 1).record("1980@202201/H1001", Relation::same, {"0398@-/1001"});
  const auto found_codes = codes(found());
  EXPECT_TRUE(std::find(found_codes.begin(), found_codes.end(), "VER-166") != found_codes.end());
}

TEST_F(EarlierFilesCheck, SeesANewKeyThatWasGivenBefore) {
  Earlier(scenario, "1980", "202112", 1).record("0400@-/7", Relation::same, {"1980@202201/H1001"});
  EXPECT_EQ(codes(found()), std::vector<std::string>{"VER-167"});
}

template <class T>
std::vector<T> shuffled(std::vector<T> values) {
  for (std::size_t i = 0; i < values.size(); ++i) std::swap(values[i], values[*rc::gen::inRange(i, values.size())]);
  return values;
}

// Software changes of 0398 before the merger, each giving the same few numbers out again in another order.
RC_GTEST_PROP(EarlierFilesLaw, NumbersMayReturnInAnotherNumberingAndNotInTheSame, ()) {
  const std::vector<std::string> ids{"1", "2", "3", "4"};
  const std::vector<const char*> months{"201801", "201907", "202001", "202103"};
  const auto hops = *rc::gen::inRange<std::size_t>(1, months.size() + 1);
  const auto used = *rc::gen::inRange<std::size_t>(0, hops + 1);  // the numbering whose keys the merger uses
  std::vector<std::size_t> order(hops);
  std::iota(order.begin(), order.end(), std::size_t{0});
  order = shuffled(order);
  const auto numbering = [&](std::size_t hop) { return hop == 0 ? std::string("0398@-/") : "0398@" + std::string(months[hop - 1]) + "/"; };

  Scenario scenario;
  for (const std::size_t hop : order) {
    const auto given = shuffled(ids);
    Earlier file(scenario, "0398", months[hop], 1);
    for (std::size_t i = 0; i < ids.size(); ++i) file.record(numbering(hop) + ids[i], Relation::same, {numbering(hop + 1) + given[i]});
  }
  const Facts facts = scenario.facts(anna, "22", 20170301);
  Draft& draft = scenario.old_record("0398", *rc::gen::elementOf(ids), facts, Relation::same);
  draft.numbering = key(numbering(used) + "1").numbering;
  scenario.link(draft, "H1", facts);
  const CheckResult result = scenario.check("EARLIER");
  if (used == hops) {
    RC_ASSERT(result.findings.empty());
    RC_ASSERT(result.satisfied == 1U);
  } else {
    RC_ASSERT(codes(result) == (std::vector<std::string>{"VER-164", "VER-165", "VER-168"}));
  }
}

}  // namespace
}  // namespace srgconv::verify::test
