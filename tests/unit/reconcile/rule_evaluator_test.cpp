// The whole route with rules as people write them.
#include <algorithm>

#include <gtest/gtest.h>

#include "reconcile/reconcile.hpp"
#include "unit/reconcile/cases.hpp"
#include "unit/rules/fake_imports.hpp"

namespace srgconv::reconcile {
namespace {

constexpr const char* transition = R"(import 'test-pack'
format id-list : csv { columns OUD, NIEUW }
mapping a-ids from id-list to link { old.id = OUD; new.id = NIEUW }
transition dijk-en-waard {
  reason merger; month 2022-01
  old '0398' from 'heerhugowaard/*.xml'
  old '0416' from 'langedijk/*.xml'
  new '1980' from 'dijk-en-waard/*.xml'
  identity '0398' { new.id = 'H' & old.id when old.type = '22'; else match }
  identity '0416' { links from 'ids.csv' using a-ids; else match }
  match { within bsn; equal type, start; else start within 3 days }
  drop '0416' id '77-1' because 'test provision, redelivered without it'
}
)";

TEST(RuleEvaluator, RulesListsAndMatchOfAWrittenTransition) {
  rules::testing::FakeImports imports;
  auto parsed = rules::testing::parse(transition, imports);
  ASSERT_TRUE(parsed.rules) << parsed.messages;
  const rules::Transition& written = parsed.rules->transitions.at(0);
  const auto& list = std::get<rules::ListIdentity>(written.identities.at(1).steps.at(0));

  Problem problem{written, imports.lists(), {}, {}, {{cases::sender("0398"), cases::month("2021-12")}, {cases::sender("0416"), cases::month("2021-12")}}, {}};
  for (const char* old : {"0398@-/1001 123456782 22 2021-03-01", "0398@-/1002 111222333 30 2021-03-01", "0416@-/1001 123456782 22 2021-03-01",
                          "0416@-/1002 111111110 22 2021-03-05", "0416@-/77-1 444444440 22 2021-03-01"}) {
    problem.add_old(cases::provision(old));
  }
  for (const char* fresh : {"1980@202201/H1001 123456782 22 2021-03-01", "1980@202201/9 111222333 30 2021-03-02", "1980@202201/L7 123456782 22 2021-03-01",
                            "1980@202201/10 111111110 22 2021-03-05"}) {
    problem.add_new(cases::provision(fresh));
  }
  problem.lists[list.span] = {{"1001", "L7", {"ids.csv", 2, 0, 0, {}}}};

  Diagnostics diagnostics;
  const Outcome outcome = reconcile(problem, diagnostics);
  std::string told;
  for (const Link& link : outcome.links) {
    told +=
        fmt::format("{} -> {} {} {}\n", problem.old.key_text(link.old), problem.fresh.key_text(link.fresh), name(link.proof), rules::rule_name(*link.place));
  }
  EXPECT_EQ(told,
            "0398@-/1001 -> 1980@202201/H1001 rule case.rules:9\n"
            "0398@-/1002 -> 1980@202201/9 near case.rules:11\n"
            "0416@-/1001 -> 1980@202201/L7 list ids.csv:2\n"
            "0416@-/1002 -> 1980@202201/10 equal case.rules:11\n");
  EXPECT_EQ(name(outcome.old_fates[4]), "dropped");
  EXPECT_EQ(render_all(diagnostics, Language::en), "");
  EXPECT_TRUE(outcome.reviews.empty());
}

TEST(RuleEvaluator, FaultWhileEvaluatingIsTold) {
  rules::testing::FakeImports imports;
  std::string text = transition;
  const std::string step = "new.id = 'H' & old.id when old.type = '22'";
  text.replace(text.find(step), step.size(), "new.id = text(decimal(old.id, ','))");
  auto parsed = rules::testing::parse(text, imports);
  ASSERT_TRUE(parsed.rules) << parsed.messages;
  Problem problem{parsed.rules->transitions.at(0), imports.lists(), {}, {}, {{cases::sender("0398"), cases::month("2021-12")}}, {}};
  problem.add_old(cases::provision("0398@-/12a 123456782 22 2021-03-01"));
  problem.add_old(cases::provision("0398@-/0012 111222333 22 2021-03-01"));
  problem.add_new(cases::provision("1980@202201/12 111222333 22 2021-03-01"));
  Diagnostics diagnostics;
  const Outcome outcome = reconcile(problem, diagnostics);
  ASSERT_EQ(outcome.links.size(), 1U);
  EXPECT_EQ(outcome.links[0].old, 1U);
  const auto fault = std::find_if(diagnostics.all().begin(), diagnostics.all().end(), [](const Diagnostic& finding) { return finding.code == "RECO-013"; });
  ASSERT_NE(fault, diagnostics.all().end());
  EXPECT_EQ(fault->primary.line, 9U);
  EXPECT_EQ(fault->arguments.at("old"), "0398@-/12a");
}

}  // namespace
}  // namespace srgconv::reconcile
