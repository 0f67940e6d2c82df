// Several new senders: who goes where, who says so, and in whose conversion file a provision stands.
#include "reconcile/destinations.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "unit/reconcile/cases.hpp"

namespace srgconv::reconcile {
namespace {

using cases::Case;
using cases::place;
using cases::run;
using cases::sender;

using Lines = std::vector<std::pair<std::string, std::string>>;

// A transition of 0788 to 0757 and 0824, with a list of destinations in `ids.csv`.
struct Split : Case {
  explicit Split(const Lines& destinations) {
    for (const char* code : {"0757", "0824"}) transition.fresh.push_back({sender(code), {}, {}, {}, place("case.rules", 3)});
    const SourceSpan span = place("case.rules", 20);
    identity("0788").senders.emplace_back(rules::SenderList{span});
    std::uint32_t line = 2;
    for (const auto& [old_id, to] : destinations) lists[span].push_back({old_id, {}, place("ids.csv", line++), to});
    level({rules::TargetField::type, rules::TargetField::start}).match_for("0788");
  }
};

std::string files(const cases::Result& result) {
  std::string text;
  const auto senders = result.problem.transition.new_senders();
  for (const std::uint16_t file : result.outcome.files) text += (text.empty() ? "" : " ") + senders[file].text();
  return text;
}

TEST(Destinations, OnlyTheNewSenderThatIsSaidIsLookedAt) {
  Split split(Lines{{"1", "0824"}, {"2", "0757"}});
  split.has_old("0788@-/1 123456782 22 2019-03-01").has_old("0788@-/2 111222333 22 2019-03-01");
  // The same person, type and start at both: only one is the provision's own.
  for (const char* code : {"0757", "0824"}) {
    split.has_new(std::string(code) + "@202201/5 123456782 22 2019-03-01").has_new(std::string(code) + "@202201/6 111222333 22 2019-03-01");
  }
  const auto result = run(split);
  EXPECT_EQ(result.links(), "0788@-/1 -> 0824@202201/5 equal\n0788@-/2 -> 0757@202201/6 equal\n");
  EXPECT_EQ(files(result), "0824 0757");
}

TEST(Destinations, WithoutOneTheProvisionGoesToPeopleWithCandidatesOfAll) {
  Split split(Lines{{"2", "0757"}});
  split.has_old("0788@-/1 123456782 22 2019-03-01").has_new("0757@202201/5 123456782 22 2019-03-01").has_new("0824@202201/5 123456782 22 2019-03-01");
  const auto result = run(split);
  EXPECT_EQ(result.links(), "");
  EXPECT_EQ(result.reviews(), "0788@-/1 RECO-030: 0757@202201/5 0824@202201/5\n");
  EXPECT_EQ(files(result), "0757");
}

TEST(Destinations, LinesThatContradictEachOtherDecideNothing) {
  Split split(Lines{{"1", "0824"}, {"1", "0757"}});
  split.has_old("0788@-/1 123456782 22 2019-03-01").has_new("0824@202201/5 123456782 22 2019-03-01");
  const auto result = run(split);
  EXPECT_EQ(result.reviews(), "0788@-/1 RECO-032: 0824@202201/5\n");
  EXPECT_EQ(result.findings(), "ids.csv:2 RECO-032\n");
  EXPECT_EQ(result.outcome.list_contradictions, 1U);
}

TEST(Destinations, ASenderThatIsNotNewIsAnErrorWithItsPlace) {
  Split split(Lines{{"1", "0756"}});
  split.has_old("0788@-/1 123456782 22 2019-03-01").has_new("0824@202201/5 123456782 22 2019-03-01");
  const auto result = run(split);
  EXPECT_EQ(result.findings(), "ids.csv:2 RECO-031\n");
  EXPECT_TRUE(result.diagnostics.has_errors());
}

TEST(Destinations, EndedProvisionsStandWhereTheListSaysAndRaiseNothing) {
  Split split(Lines{{"1", "0824"}});
  split.has_old("0788@-/1 123456782 22 2019-03-01 2021-12-10").has_old("0788@-/2 111222333 22 2019-03-01 2021-12-10");
  split.has_new("0824@202201/5 999999990 22 2022-01-03");
  const auto result = run(split);
  EXPECT_EQ(files(result), "0824 0757");
  EXPECT_EQ(result.findings(), "");
}

// Whatever the list says and however the numbers collide: every old provision stands in exactly one file, and a link leads to where the list says.
RC_GTEST_PROP(DestinationsLaw, EveryProvisionStandsInTheFileOfItsSender, ()) {
  const std::vector<std::string> persons{"123456782", "111222333", "111111110", "444444440", "999999990"};
  const auto where = *rc::gen::container<std::vector<int>>(persons.size(), rc::gen::inRange(0, 3));
  Lines lines;
  for (std::size_t i = 0; i < where.size(); ++i) {
    if (where[i] < 2) lines.emplace_back(std::to_string(i), where[i] == 0 ? "0757" : "0824");
  }
  Split split(lines);
  for (std::size_t i = 0; i < where.size(); ++i) {
    split.has_old("0788@-/" + std::to_string(i) + " " + persons[i] + " 22 2019-03-01");
    for (const char* code : {"0757", "0824"}) split.has_new(std::string(code) + "@202201/" + std::to_string(i) + " " + persons[i] + " 22 2019-03-01");
  }
  const auto result = run(split);
  RC_ASSERT(result.outcome.files.size() == where.size());
  std::size_t linked = 0;
  for (const Link& link : result.outcome.links) {
    const std::string& to = result.problem.fresh.sender(link.fresh).text();
    RC_ASSERT(where[link.old] < 2 && to == (where[link.old] == 0 ? "0757" : "0824"));
    RC_ASSERT(result.problem.transition.new_senders()[result.outcome.files[link.old]].text() == to);
    ++linked;
  }
  RC_ASSERT(linked == lines.size());
}

}  // namespace
}  // namespace srgconv::reconcile
