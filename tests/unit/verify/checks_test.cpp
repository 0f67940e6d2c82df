// Each check by itself, on evidence in memory: what violates it, what it leaves undecided, and what must not raise anything.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "broken_scenario.hpp"

namespace srgconv::verify::test {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(CleanTransition, RaisesNothing) {
  Scenario scenario;
  make_merger(scenario);
  for (const CheckResult& result : run_checks(scenario.ready())) {
    EXPECT_EQ(result.violated, 0U) << result.id << ": " << english(result);
    EXPECT_EQ(result.undecided, 0U) << result.id << ": " << english(result);
    EXPECT_NE(result.state, State::not_assessed) << result.id;
    EXPECT_EQ(result.examined, result.satisfied + result.violated + result.undecided) << result.id;
    EXPECT_THAT(result.findings, IsEmpty()) << result.id;
  }
  EXPECT_EQ(scenario.verdict(), Verdict::accepted);
}

TEST(CleanTransition, AccountsForEveryProvisionOnBothSides) {
  Scenario scenario;
  make_merger(scenario);
  const auto& equations = scenario.ready().equations;
  ASSERT_EQ(equations.size(), 3U);
  using Fates = std::vector<std::pair<std::string, std::uint64_t>>;
  EXPECT_EQ(equations[0].total, 6U);
  EXPECT_EQ(equations[0].fates, (Fates{{"linked", 3}, {"ended", 1}, {"ended-since", 1}, {"stays", 0}, {"dropped", 1}, {"open", 0}}));
  EXPECT_EQ(equations[1].total, 4U);
  EXPECT_EQ(equations[1].fates, (Fates{{"linked", 4}, {"ended", 0}, {"ended-since", 0}, {"stays", 0}, {"dropped", 0}, {"open", 0}}));
  EXPECT_FALSE(equations[2].old_side);
  EXPECT_EQ(equations[2].total, 9U);
  EXPECT_EQ(equations[2].fates, (Fates{{"linked", 7}, {"continuing", 0}, {"started-since", 1}, {"registered-late", 1}, {"unexplained", 0}}));
  for (const Equation& equation : equations) EXPECT_TRUE(equation.holds());
}

TEST_F(Checks, HeaderOfAnotherSender) {
  scenario.evidence.files.each[0].header.sender = sender("1991");
  const auto result = scenario.check("HEADER");
  EXPECT_THAT(codes(result), ElementsAre("VER-011"));
  EXPECT_EQ(dutch(result), "de kop noemt berichtgever 1991, maar de nieuwe levering is van 1980");
  EXPECT_EQ(english(result), "the header names sender 1991, but the new delivery is by 1980");
}

TEST_F(Checks, HeaderOfAnotherMonth) {
  scenario.evidence.files.each[0].header.month = month("202202");
  EXPECT_THAT(codes(scenario.check("HEADER")), ElementsAre("VER-012"));
}

TEST_F(Checks, ReasonThatDoesNotFitTheSenders) {
  scenario.evidence.files.each[0].header.reason = "software-change";
  EXPECT_THAT(codes(scenario.check("HEADER")), ElementsAre("VER-013"));
  scenario.evidence.files.each[0].header.sender = sender("0398");
  scenario.evidence.files.each[0].header.reason = "merger";
  EXPECT_THAT(codes(scenario.check("HEADER")), ElementsAre("VER-011"));  // 0416 is another sender
}

TEST(Header, MergerOfOneSenderWithItself) {
  Scenario scenario;
  scenario.evidence.files.each[0].header.sender = sender("0363");
  const Facts facts = scenario.facts(anna, "22", 20210301);
  scenario.old_record("0363", "1", facts, Relation::open);
  scenario.delivered("0363", "2", facts, false);
  EXPECT_THAT(codes(scenario.check("HEADER")), ElementsAre("VER-014"));
  scenario.evidence.files.each[0].header.reason = "software-change";
  EXPECT_EQ(scenario.check("HEADER").violated, 0U);
}

TEST_F(Checks, SequenceAndTheOneItReplaces) {
  scenario.evidence.files.each[0].header.sequence = 0;
  EXPECT_THAT(codes(scenario.check("HEADER")), ElementsAre("VER-015"));
  scenario.evidence.files.each[0].header.sequence = 2;
  scenario.evidence.files.each[0].header.replaces = 2;
  EXPECT_THAT(codes(scenario.check("HEADER")), ElementsAre("VER-016"));
  scenario.evidence.files.each[0].header.replaces = 1;
  EXPECT_EQ(scenario.check("HEADER").violated, 0U);
}

TEST_F(Checks, UnreadableHeaderValue) {
  scenario.evidence.files.each[0].header.reason.reset();
  scenario.evidence.files.each[0].header.unreadable = {"reason"};
  EXPECT_THAT(codes(scenario.check("HEADER")), ElementsAre("VER-010"));
}

TEST_F(Checks, CountThatDoesNotHold) {
  EXPECT_EQ(scenario.check("COUNTS").state, State::not_applicable);
  scenario.evidence.files.each[0].counts = {{"count", 2, 2, 5}, {"count_same", 3, 2, 6}, {"count_open", -1, 0, 7}, {"count_new", {}, 2, 0}};
  const auto result = scenario.check("COUNTS");
  EXPECT_THAT(codes(result), ElementsAre("VER-020", "VER-020"));
  EXPECT_EQ(result.examined, 3U);
  EXPECT_EQ(result.not_applicable, 1U);
  EXPECT_EQ(dutch(result), "'count_same' vermeldt 3, geteld zijn er 2");
}

TEST_F(Checks, SenderThatDoesNotExist) {
  scenario.record("0399", "7", facts, Relation::dropped).explained();
  const auto known = scenario.check("SENDER-KNOWN");
  ASSERT_THAT(codes(known), ElementsAre("VER-030"));
  EXPECT_EQ(tip(known.findings.front(), Language::en), "check the code; is 0398 meant?");
  EXPECT_EQ(scenario.check("SENDER-ALIVE").not_applicable, 1U);
}

TEST_F(Checks, SenderBeyondTheTableIsUndecided) {
  scenario.evidence.month = month("202401");
  scenario.evidence.files.each[0].header.sender = sender("2050");
  EXPECT_THAT(codes(scenario.check("SENDER-KNOWN")), ElementsAre("VER-031"));
  EXPECT_EQ(scenario.check("SENDER-KNOWN").undecided, 1U);
}

TEST_F(Checks, SenderThatNoLongerExists) {
  draft.record.last_month = month("202201");
  EXPECT_THAT(codes(scenario.check("SENDER-ALIVE")), ElementsAre("VER-032"));
}

TEST_F(Checks, SenderThatIsNoSuccessor) {
  scenario.evidence.files.each[0].header.sender = sender("1991");
  EXPECT_THAT(codes(scenario.check("SENDER-SUCCESSOR")), ElementsAre("VER-034", "VER-034"));
}

TEST_F(Checks, SenderBeyondTheTableMayBeASuccessor) {
  scenario.evidence.month = month("202401");
  scenario.evidence.files.each[0].header.sender = sender("2050");
  EXPECT_THAT(codes(scenario.check("SENDER-SUCCESSOR")), Contains("VER-035"));
  EXPECT_EQ(scenario.check("SENDER-SUCCESSOR").violated, 0U);
}

TEST(Senders, WithoutAKnownStartAreUndecided) {
  Scenario scenario;
  scenario.old_record("0400", "1", scenario.facts(anna, "22", 20200101), Relation::dropped).explained();
  scenario.new_delivered("N1", scenario.facts(bert, "22", 20220105));
  const auto result = scenario.check("SENDER-ALIVE");
  EXPECT_THAT(codes(result), ElementsAre("VER-033"));
  EXPECT_EQ(result.undecided, 1U);
}

TEST(Senders, ThatBeganInsideTheMonthWereThere) {
  Scenario scenario;
  scenario.evidence.files.each[0].header.sender = sender("1992");  // began on 2022-01-15
  EXPECT_EQ(scenario.check("SENDER-ALIVE").violated, 0U);
}

TEST_F(Checks, OldKeyTwiceInTheFile) {
  scenario.record("0398", "1001", facts, Relation::dropped).explained();
  EXPECT_THAT(codes(scenario.check("UNIQUE")), ElementsAre("VER-040"));
  const auto fates = scenario.check("FATES-OLD");
  ASSERT_THAT(codes(fates), ElementsAre("VER-070"));
  EXPECT_EQ(dutch(fates), "0398 leverde over 2021-12 1 voorzieningen, het bestand verklaart er 2");
}

TEST_F(Checks, KeyTwiceInADelivery) {
  scenario.new_delivered("H1001", facts);
  EXPECT_THAT(codes(scenario.check("UNIQUE")), ElementsAre("VER-041"));
  EXPECT_THAT(scenario.violated(), Contains("FATES-NEW"));
}

TEST_F(Checks, BsnThatFailsTheElevenTest) {
  draft.record.facts.bsn.reset();
  draft.keys.front().second.facts.bsn.reset();
  const auto result = scenario.check("BSN");
  EXPECT_THAT(codes(result), ElementsAre("VER-045", "VER-046"));
  EXPECT_EQ(dutch(result), "het BSN bij 0398@-/1001 voldoet niet aan de elfproef");
}

TEST_F(Checks, OldKeyThatWasNotDelivered) {
  scenario.record("0398", "9", facts, Relation::dropped).explained();
  const auto result = scenario.check("OLD-KEY");
  EXPECT_THAT(codes(result), ElementsAre("VER-050"));
  EXPECT_EQ(english(result), "the old key 0398@-/9 does not stand in the delivery of 2021-12");
}

TEST_F(Checks, DeliveredKeyThatTheFileForgets) {
  scenario.old_delivered("0416", "9", scenario.facts(eva, "10", 20200101));
  const auto result = scenario.check("OLD-KEY");
  EXPECT_THAT(codes(result), ElementsAre("VER-052"));
  EXPECT_EQ(dutch(result), "0416/9 is geleverd in 2021-12, maar staat niet in het conversiebestand");
  EXPECT_EQ(scenario.check("FATES-OLD").violated, 1U);
  EXPECT_EQ(scenario.verdict(), Verdict::rejected);
}

TEST_F(Checks, LastMonthThatIsNotTheDelivered) {
  draft.record.last_month = month("202111");
  EXPECT_THAT(codes(scenario.check("OLD-KEY")), ElementsAre("VER-051"));
}

TEST_F(Checks, NumberingOfOldKeys) {
  draft.numbering.first_month = month("202201");
  EXPECT_THAT(codes(scenario.check("OLD-KEY")), ElementsAre("VER-053"));
  draft.numbering.first_month = month("201901");
  EXPECT_EQ(scenario.check("OLD-KEY").violated, 0U);
  scenario.old_record("0398", "1002", facts, Relation::dropped).explained();
  EXPECT_THAT(codes(scenario.check("OLD-KEY")), ElementsAre("VER-054"));
}

TEST_F(Checks, SenderWithoutADeliveryCannotBeAssessed) {
  scenario.record("0363", "9", facts, Relation::dropped).explained();
  const auto result = scenario.check("OLD-KEY");
  EXPECT_EQ(result.state, State::not_assessed);
  EXPECT_THAT(codes(result), ElementsAre("VER-055"));
  EXPECT_EQ(result.undecided, 1U);
}

TEST_F(Checks, NewKeyThatWasNotDelivered) {
  draft.keys.front().second.id = "H9";
  EXPECT_THAT(codes(scenario.check("NEW-KEY")), ElementsAre("VER-060"));
  const auto fates = scenario.check("FATES-NEW");  // H1001 counts as registered late now, and H9 breaks the sum
  ASSERT_THAT(codes(fates), ElementsAre("VER-071"));
  EXPECT_EQ(english(fates), "1980 delivered 2 provisions for 2022-01, 3 are accounted for");
  EXPECT_EQ(scenario.verdict(), Verdict::rejected);
}

TEST_F(Checks, NewKeyOfAnotherNumbering) {
  draft.keys.front().first.first_month = month("202112");
  EXPECT_THAT(codes(scenario.check("NEW-KEY")), ElementsAre("VER-061"));
}

TEST_F(Checks, NewKeyTwice) {
  scenario.link(scenario.old_record("0398", "1002", facts, Relation::same), "H1001", facts);
  const auto result = scenario.check("KEY-TWICE");
  EXPECT_THAT(codes(result), ElementsAre("VER-065"));
  EXPECT_EQ(english(result), "the new key 1980@202201/H1001 is used 2 times, on line 101 too");
  draft.relation(Relation::joined);
  EXPECT_THAT(codes(scenario.check("KEY-TWICE")), ElementsAre("VER-065"));
  scenario.drafts.back().relation(Relation::joined);
  EXPECT_THAT(codes(scenario.check("KEY-TWICE")), IsEmpty());
}

TEST_F(Checks, SeveralNewKeysWithoutASplit) {
  scenario.link(draft, "H1002", facts);
  EXPECT_THAT(codes(scenario.check("KEY-TWICE")), ElementsAre("VER-066"));
  EXPECT_THAT(codes(scenario.check("RELATION")), ElementsAre("VER-080"));
  draft.relation(Relation::split);
  EXPECT_THAT(scenario.violated(), IsEmpty());
}

TEST_F(Checks, FactsThatWereNotDelivered) {
  draft.record.facts.end = date(20230101);
  draft.keys.front().second.facts.type = scenario.word("30");
  draft.record.facts.type = scenario.word("30");
  const auto result = scenario.check("FACTS");
  EXPECT_THAT(codes(result), ElementsAre("VER-075", "VER-075", "VER-076"));
  EXPECT_EQ(english(result), "'type' of 0398@-/1001 is 30, in the old delivery 22");
  EXPECT_EQ(result.violated, 2U);
}

TEST_F(Checks, AnotherPerson) {
  draft.record.facts.bsn = bsn(bert);
  const auto result = scenario.check("FACTS");
  EXPECT_THAT(codes(result), ElementsAre("VER-074", "VER-077"));
  EXPECT_EQ(english(result), "the BSN of 0398@-/1001 differs from the old delivery");
}

TEST_F(Checks, AnotherPersonUnderTheNewKey) {
  draft.keys.front().second.facts.bsn = bsn(bert);
  EXPECT_THAT(codes(scenario.check("FACTS")), ElementsAre("VER-073", "VER-077"));
}

TEST_F(Checks, PersonsWithoutABsnCannotBeCompared) {
  for (Facts* given : {&draft.record.facts, &draft.keys.front().second.facts, &scenario.evidence.old_side.deliveries.front().provisions.front().facts})
    given->bsn.reset();
  const auto result = scenario.check("FACTS");
  EXPECT_THAT(codes(result), ElementsAre("VER-079", "VER-073"));
  EXPECT_EQ(result.undecided, 1U);
  EXPECT_THAT(scenario.violated(), Contains("BSN"));
}

TEST_F(Checks, TypeMayOnlyChangeWhenThatIsDeclared) {
  const Facts other = scenario.facts(anna, "42", 20210301);
  Draft& divided = scenario.old_record("0398", "1002", facts, Relation::split);
  scenario.link(divided, "H1002A", facts);
  scenario.link(divided, "H1002B", other);
  EXPECT_THAT(codes(scenario.check("FACTS")), ElementsAre("VER-078"));
  scenario.change(divided, "type");
  EXPECT_THAT(scenario.violated(), IsEmpty());
  Draft& same = scenario.old_record("0398", "1003", facts, Relation::same);
  scenario.link(same, "H1003", other);
  EXPECT_THAT(codes(scenario.check("FACTS")), ElementsAre("VER-078"));
  scenario.change(same, "type");
  EXPECT_THAT(scenario.violated(), IsEmpty());
}

TEST_F(Checks, PersonMayOnlyChangeWhenThatIsDeclared) {
  Draft& same = scenario.old_record("0398", "1002", facts, Relation::same);
  scenario.link(same, "H1002", scenario.facts(bert, "22", 20210301));
  EXPECT_THAT(codes(scenario.check("FACTS")), ElementsAre("VER-077"));
  scenario.change(same, "bsn", false);
  EXPECT_THAT(codes(scenario.check("CHANGES")), ElementsAre("VER-093"));
  same.changes.clear();
  scenario.change(same, "bsn");
  EXPECT_THAT(codes(scenario.check("FACTS")), IsEmpty());
  EXPECT_THAT(codes(scenario.check("CHANGES")), IsEmpty());
}

TEST_F(Checks, StartThatChanges) {
  const Facts later = scenario.facts(eva, "10", 20200110);
  Draft& moved = scenario.old_record("0398", "1002", scenario.facts(eva, "10", 20200101), Relation::same);
  scenario.link(moved, "H1002", later);
  EXPECT_THAT(codes(scenario.check("FACTS")), ElementsAre("VER-078"));
  EXPECT_THAT(codes(scenario.check("CHANGES")), ElementsAre("VER-091"));
  scenario.change(moved, "start");
  EXPECT_THAT(scenario.violated(), IsEmpty());
}

TEST_F(Checks, DeclaredChanges) {
  scenario.change(draft, "start");
  EXPECT_THAT(codes(scenario.check("CHANGES")), ElementsAre("VER-090"));
  draft.changes.clear();
  scenario.change(draft, "start", false);
  scenario.change(draft, "colour");
  scenario.change(draft, "goal");
  EXPECT_THAT(codes(scenario.check("CHANGES")), ElementsAre("VER-090", "VER-090", "VER-092", "VER-093"));
  draft.changes.clear();
  scenario.change(draft, "goal");
  scenario.evidence.new_side.deliveries.front().provisions.front().goal = scenario.word("2");
  EXPECT_EQ(scenario.check("CHANGES").violated, 0U);
}

TEST_F(Checks, DeclaredChangeOfWhatIsNotDeliveredIsUndecided) {
  scenario.change(draft, "goal");
  draft.keys.front().second.id = "H9";
  EXPECT_THAT(codes(scenario.check("CHANGES")), ElementsAre("VER-094"));
}

TEST_F(Checks, CrossedLinksOfOnePersonAreUndecided) {
  const Facts shorter = scenario.facts(eva, "10", 20200101, 20230101), longer = scenario.facts(eva, "10", 20200101, 20240101);
  scenario.link(scenario.old_record("0398", "1002", shorter, Relation::same), "H1002", longer);
  EXPECT_THAT(codes(scenario.check("CHANGES")), IsEmpty());  // an end that was moved
  scenario.link(scenario.old_record("0398", "1003", longer, Relation::same), "H1003", shorter);
  const auto result = scenario.check("CHANGES");
  EXPECT_THAT(codes(result), ElementsAre("VER-095", "VER-095"));
  EXPECT_EQ(english(result), "0398@-/1002 and 0398@-/1003 may be crossed: the facts of 0398@-/1002 stand under the new key of 0398@-/1003");
  EXPECT_EQ(result.undecided, 2U);
  EXPECT_EQ(scenario.verdict(), Verdict::accepted_with_signals);
}

TEST_F(Checks, TwinThatKeepsItsFactsIsNotCrossed) {
  const Facts same = scenario.facts(eva, "10", 20200101), ended = scenario.facts(eva, "10", 20200101, 20240101);
  scenario.link(scenario.old_record("0398", "1002", same, Relation::same), "H1002", ended);
  scenario.link(scenario.old_record("0398", "1003", same, Relation::same), "H1003", same);
  EXPECT_THAT(codes(scenario.check("CHANGES")), IsEmpty());
}

TEST_F(Checks, EndThatChangesNeedNotBeDeclaredButADeclaredOneMustBeReal) {
  const Facts planned = scenario.facts(eva, "10", 20200101, 20230101);
  Draft& ending = scenario.old_record("0398", "1002", scenario.facts(eva, "10", 20200101), Relation::same);
  scenario.link(ending, "H1002", planned);
  EXPECT_THAT(scenario.violated(), IsEmpty());
  scenario.change(ending, "end");
  EXPECT_THAT(scenario.violated(), IsEmpty());
  scenario.change(draft, "end");
  EXPECT_THAT(codes(scenario.check("CHANGES")), ElementsAre("VER-090"));
}

TEST_F(Checks, FindingsNeverHoldABsn) {
  const std::string spelled = "1234.56782";
  scenario.record("0398", spelled, facts, Relation::open);
  scenario.record("0398", "X0" + dirk + "1", scenario.facts(dirk, "22", 20200101), Relation::open);
  scenario.new_delivered(anna, facts);
  for (const CheckResult& result : run_checks(scenario.ready())) {
    for (const Diagnostic& finding : result.findings) {
      for (const auto& [argument, value] : finding.arguments) {
        EXPECT_THAT(value, testing::Not(testing::HasSubstr(anna))) << finding.code;
        EXPECT_THAT(value, testing::Not(testing::HasSubstr(spelled))) << finding.code;
        EXPECT_THAT(value, testing::Not(testing::HasSubstr(dirk))) << finding.code;
      }
    }
  }
}

TEST_F(Checks, KeepsTheFirstFindingsInOrderOfPlace) {
  for (int i = 0; i < 50; ++i) scenario.record("0398", "x" + std::to_string(i), facts, Relation::open);
  const auto result = scenario.check("OLD-KEY");
  EXPECT_EQ(result.violated, 50U);
  ASSERT_EQ(result.findings.size(), checks::most_findings);
  EXPECT_TRUE(
      std::is_sorted(result.findings.begin(), result.findings.end(), [](const Diagnostic& a, const Diagnostic& b) { return a.primary.line < b.primary.line; }));
  EXPECT_EQ(result.findings.front().primary.line, 300U);
}

}  // namespace
}  // namespace srgconv::verify::test
