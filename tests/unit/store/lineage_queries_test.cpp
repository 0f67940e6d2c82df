// A workspace of several transitions, and what earlier conversion files say.
#include <algorithm>
#include <string>
#include <vector>

#include "unit/store/sample_workspace.hpp"

namespace srgconv::store {
namespace {

class Lineage : public WorkspaceTest {
 protected:
  static void fill(Workspace& workspace) {
    workspace.add_earlier({key("0398@-/A"), key("0398@202001/1"), "same", month("2020-01"), "eerder.xml", 19, bsn(bsn_1), bsn(bsn_1)});
    workspace.add_earlier({key("0398@-/" + bsn_1), std::nullopt, "ended", month("2020-01"), "eerder.xml", 9, bsn(bsn_1), std::nullopt});
    workspace.begin_transition({"eerst", month("2022-01")});
    workspace.add_fate({true, key("0398@202001/1"), "linked", "", "1980"});
    workspace.add_fate({true, key("0363@-/7"), "stays", "", "1980"});
    workspace.add_fate({false, key("1980@202201/H1"), "linked", "", ""});
    workspace.add_link({key("0398@202001/1"), key("1980@202201/H1"), "same", "equal", "accepted", "case.rules:9", "", {}});
    workspace.begin_transition({"dan", month("2023-01")});
    workspace.add_fate({true, key("1980@202201/H1"), "open", "", "1980"});
    workspace.add_fate({true, key("0363@-/7"), "stays", "", "1980"});
    workspace.add_review({"L1234567", "RECO-001", "geen kandidaat", key("1980@202201/H1"), {}, {}, "no candidate"});
  }
  static std::vector<std::string> steps(const Workspace& workspace) {
    std::vector<std::string> told;
    workspace.for_each_step([&](const Step& step) {
      told.push_back(workspace.key(step.from).text() + " " + step.relation + " " + (step.to == 0 ? "-" : workspace.key(step.to).text()) + " " +
                     step.month.text() + (step.of_this_run ? "" : " earlier"));
    });
    std::sort(told.begin(), told.end());
    return told;
  }
};

TEST_F(Lineage, KnowsItsTransitionsAndWhatIsOfWhich) {
  {
    Workspace workspace = Workspace::create(file());
    fill(workspace);
    workspace.finish();
  }
  Diagnostics diagnostics;
  const auto workspace = Workspace::open(file(), diagnostics);
  ASSERT_TRUE(workspace.has_value());
  const auto transitions = workspace->transitions();
  ASSERT_EQ(transitions.size(), 2U);
  EXPECT_EQ(transitions[0].name + transitions[0].month.text(), "eerst2022-01");
  EXPECT_EQ(transitions[1].name + transitions[1].month.text(), "dan2023-01");
  std::vector<std::string> fates;
  workspace->for_each_fate([&](const Fate& fate) { fates.push_back(fate.key.text() + " " + fate.fate + " " + std::to_string(fate.transition)); });
  EXPECT_EQ(fates,
            (std::vector<std::string>{"0363@-/7 stays 0", "0363@-/7 stays 1", "0398@202001/1 linked 0", "1980@202201/H1 open 1", "1980@202201/H1 linked 0"}));
  const auto of_middle = workspace->fates(key("1980@202201/H1"));  // in order of transition
  ASSERT_EQ(of_middle.size(), 2U);
  EXPECT_EQ(of_middle[0].fate + of_middle[1].fate, "linkedopen");
  EXPECT_EQ(workspace->links_of(key("1980@202201/H1")).at(0).transition, 0U);
  workspace->for_each_review([&](const ReviewItem& item) { EXPECT_EQ(item.transition, 1U); });
}

TEST_F(Lineage, GivesEveryStepOfThisRunAndOfEarlierFiles) {
  Workspace workspace = Workspace::create(file());
  fill(workspace);
  const std::vector<std::string> expected{"0363@-/7 stays - 2022-01",
                                          "0363@-/7 stays - 2023-01",
                                          "0398@-/123456782 ended - 2020-01 earlier",
                                          "0398@-/A same 0398@202001/1 2020-01 earlier",
                                          "0398@202001/1 same 1980@202201/H1 2022-01",
                                          "1980@202201/H1 open - 2023-01"};
  EXPECT_EQ(steps(workspace), expected);
  workspace.finish();
  EXPECT_EQ(steps(workspace), expected);
}

TEST_F(Lineage, RanksNumbersInTheOrderOfTheirKeys) {
  Workspace workspace = Workspace::create(file());
  fill(workspace);
  const auto ranks = workspace.key_ranks();
  ASSERT_GT(ranks.size(), 5U);
  EXPECT_EQ(ranks[0], 0U);
  for (std::uint32_t a = 1; a < ranks.size(); ++a) {
    for (std::uint32_t b = 1; b < ranks.size(); ++b) EXPECT_EQ(ranks[a] < ranks[b], workspace.key(a) < workspace.key(b)) << a << " " << b;
  }
}

TEST_F(Lineage, FindsWhatEarlierFilesSayOfAKeyOnEitherSide) {
  Workspace workspace = Workspace::create(file());
  fill(workspace);
  workspace.finish();
  for (const char* either : {"0398@-/A", "0398@202001/1"}) {
    const auto earlier = workspace.earlier_of(key(either));
    ASSERT_EQ(earlier.size(), 1U) << either;
    EXPECT_EQ(earlier[0].old_key, key("0398@-/A"));
    EXPECT_EQ(earlier[0].new_key, key("0398@202001/1"));
    EXPECT_EQ(earlier[0].relation + " " + earlier[0].month.text() + " " + earlier[0].file + ":" + std::to_string(earlier[0].line),
              "same 2020-01 eerder.xml:19");
  }
  EXPECT_FALSE(workspace.earlier_of(key("0398@-/" + bsn_1)).at(0).new_key.has_value());
  EXPECT_TRUE(workspace.earlier_of(key("1980@202201/H1")).empty());
}

TEST_F(Lineage, KnowsEarlierKeysThatHoldTheirOwnBsn) {
  Workspace workspace = Workspace::create(file());
  fill(workspace);
  const auto keys = workspace.keys_with_own_bsn();
  ASSERT_EQ(keys.size(), 1U);
  EXPECT_EQ(keys.begin()->first, key("0398@-/" + bsn_1));
}

}  // namespace
}  // namespace srgconv::store
