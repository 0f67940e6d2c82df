// Each check on the smallest history that violates it, leaves it undecided, or only looks like it.
#include <gtest/gtest.h>

#include "unit/monthly/sent.hpp"

namespace srgconv::monthly::test {
namespace {

const Row coach{anna, "V1", "40", "20251101", ""}, course{bert, "V2", "42", "20251015", ""};

Row with_end(Row row, const std::string& end) {
  row.end = end;
  return row;
}
Row with_start(Row row, const std::string& start) {
  row.start = start;
  return row;
}
using Rows = std::vector<Row>;

TEST(CleanHistory, RaisesNothing) {
  EXPECT_EQ(found_in({Rows{coach, course}, Rows{coach, with_end(course, "20260210")}, Rows{coach}}), "");
  const Row started = with_start(course, "20260105");
  // Started a month ago, a planned end that moves, and an end that is told in the month of it.
  EXPECT_EQ(found_in({Rows{with_end(coach, "20260601")}, Rows{with_end(coach, "20260301"), started}, Rows{with_end(coach, "20260310"), started}}), "");
}

TEST(OneMonth, IsComparedWithNothing) {
  const auto sender = judge({{"0193", "202601", {coach}}}).front();
  EXPECT_EQ(found(sender), "");
  for (const char* id : {"RUNNING-LAST-MONTH", "RESURRECTED", "CHANGED-BSN", "CHANGED-TYPE", "CHANGED-START", "CHANGED-END", "LATE", "MISSING-MONTH"})
    EXPECT_EQ(check_of(sender, id).state, checks::State::not_applicable) << id;
}

TEST(Running, WhatRanAndIsGoneHasDisappeared) {
  EXPECT_EQ(found_in({Rows{coach, course}, Rows{coach}}), "RUNNING-LAST-MONTH 1/0");
  EXPECT_EQ(found_in({Rows{coach, with_end(course, "20260228")}, Rows{coach}}), "RUNNING-LAST-MONTH 1/0");  // a planned end
}

TEST(Running, WhatEndedInTheMonthMayBeGone) {
  EXPECT_EQ(found_in({Rows{coach, with_end(course, "20260131")}, Rows{coach}}), "");
  EXPECT_EQ(found_in({Rows{coach, with_end(course, "20260100")}, Rows{coach}}), "");
}

TEST(Running, APartialEndOrAMonthThatIsMissingLeavesItOpen) {
  EXPECT_EQ(found_in({Rows{coach, with_end(course, "20260000")}, Rows{coach}}), "RUNNING-LAST-MONTH 0/1");
  EXPECT_EQ(found_in({Rows{coach, course}, {}, Rows{coach}}), "MISSING-MONTH 1/0, RUNNING-LAST-MONTH 0/1");
}

TEST(Resurrected, WhatHadEndedRunsAgain) {
  EXPECT_EQ(found_in({Rows{with_end(coach, "20260115")}, Rows{coach}}), "RESURRECTED 1/0");
  EXPECT_EQ(found_in({Rows{with_end(coach, "20260115")}, Rows{with_end(coach, "20260215")}}), "RESURRECTED 1/0");
  EXPECT_EQ(found_in({Rows{with_end(coach, "20260000")}, Rows{coach}}), "RESURRECTED 0/1");
}

TEST(Resurrected, WhatWasAwayWhileItRanComesBack) {
  EXPECT_EQ(found_in({Rows{coach, course}, Rows{coach}, Rows{coach, course}}), "RUNNING-LAST-MONTH 1/0, RESURRECTED 1/0");
  // One that had ended may be sent again later, unchanged.
  EXPECT_EQ(found_in({Rows{coach, with_end(course, "20260110")}, Rows{coach}, Rows{coach, with_end(course, "20260110")}}), "");
}

TEST(Changed, ANumberStaysWithOnePersonTypeAndStart) {
  Row other = coach;
  other.bsn = eva;
  other.type = "42";  // a provision of somebody else is told once
  EXPECT_EQ(found_in({Rows{coach}, Rows{other}}), "CHANGED-BSN 1/0");
  Row retyped = coach;
  retyped.type = "42";
  EXPECT_EQ(found_in({Rows{coach}, Rows{retyped}}), "CHANGED-TYPE 1/0");
  EXPECT_EQ(found_in({Rows{coach}, Rows{with_start(coach, "20251102")}}), "CHANGED-START 1/0");
  EXPECT_EQ(found_in({Rows{coach}, Rows{with_start(coach, "20251100")}}), "CHANGED-START 0/1");
  EXPECT_EQ(found_in({Rows{with_start(coach, "20251100")}, Rows{with_start(coach, "20251100")}}), "");
}

TEST(Changed, AnEndThatHadPassedStays) {
  EXPECT_EQ(found_in({Rows{with_end(coach, "20260110")}, Rows{with_end(coach, "20260112")}}), "CHANGED-END 1/0");
  EXPECT_EQ(found_in({Rows{with_end(coach, "20260100")}, Rows{with_end(coach, "20260112")}}), "CHANGED-END 0/1");
  EXPECT_EQ(found_in({Rows{with_end(coach, "20260110")}, Rows{with_end(coach, "20260110")}}), "");
}

TEST(Late, MoreThanThreeMonthsCountsForResearchOnly) {
  EXPECT_EQ(found_in({Rows{coach}, Rows{coach, with_start(course, "20251101")}}), "");  // November in February: three months
  EXPECT_EQ(found_in({Rows{coach}, Rows{coach, with_start(course, "20251031")}}), "LATE 1/0");
  EXPECT_EQ(found_in({Rows{coach}, Rows{coach, with_start(course, "20250000")}}), "LATE 0/1");
  EXPECT_EQ(found_in({Rows{with_start(coach, "20250101")}, Rows{with_end(with_start(coach, "20250101"), "20251031")}}), "LATE 1/0");
  EXPECT_EQ(found_in({Rows{with_start(coach, "20250101")}, Rows{with_end(with_start(coach, "20250101"), "20251101")}}), "");
}

TEST(Late, TheMonthsThatAreMissingMayHaveHadIt) {
  EXPECT_EQ(found_in({Rows{coach}, {}, Rows{coach, with_start(course, "20251130")}}), "MISSING-MONTH 1/0, LATE 0/1");
  EXPECT_EQ(found_in({Rows{coach}, {}, Rows{coach, with_start(course, "20251031")}}), "MISSING-MONTH 1/0, LATE 1/0");
}

TEST(Duplicates, OnePersonTypeAndStartIsOneProvision) {
  Row again = coach;
  again.id = "V9";
  EXPECT_EQ(found_in({Rows{coach, again}}), "DUPLICATE-PROVISION 1/0");
  EXPECT_EQ(found_in({Rows{coach, with_start(again, "20251100")}}), "DUPLICATE-PROVISION 0/1");
  EXPECT_EQ(found_in({Rows{coach, with_start(again, "20251102")}}), "");
  again.type = "42";
  EXPECT_EQ(found_in({Rows{coach, again}}), "");
}

TEST(Combinations, WhatTheTableNamesIsTold) {
  const Row subsidy{eva, "L", "10", "20251001", ""}, place{eva, "P", "22", "20251101", ""};
  EXPECT_EQ(found_in({Rows{subsidy, place}}), "COMBINATIONS 1/0");
  EXPECT_EQ(found_in({Rows{subsidy, with_start(place, "20260102")}}), "");  // thirty days at the end of the month
  EXPECT_EQ(found_in({Rows{subsidy, with_start(place, "20260101")}}), "COMBINATIONS 1/0");
  EXPECT_EQ(found_in({Rows{subsidy, with_start(place, "20250000")}}), "COMBINATIONS 1/0");
  EXPECT_EQ(found_in({Rows{subsidy, with_start(place, "20260000")}}), "COMBINATIONS 0/1");
  EXPECT_EQ(found_in({Rows{subsidy, Row{dirk, "P", "22", "20251101", ""}}}), "");
}

TEST(Numbers, AreUniqueAndGiveNobodyAway) {
  Row twice = course;
  twice.id = "V1";
  EXPECT_EQ(found_in({Rows{coach, twice}}), "UNIQUE 1/0");
  EXPECT_EQ(found_in({Rows{Row{"123456789", "V1", "40", "20251101", ""}}}), "BSN 1/0");
  EXPECT_EQ(found_in({Rows{Row{anna, "X" + anna, "40", "20251101", ""}}}), "OWN-BSN 1/0");
}

TEST(Deliveries, AreThereAndHaveProvisions) {
  EXPECT_EQ(found_in({Rows{coach}, Rows{}}), "EMPTY-DELIVERY 1/0, RUNNING-LAST-MONTH 1/0");
  EXPECT_EQ(judge({{"0193", "202601", {}}}).front().verdict, checks::Verdict::rejected);
}

TEST(Redeliveries, TheHigherSequenceHolds) {
  const std::vector<Sent> deliveries{{"0193", "202601", {coach, course}, 1}, {"0193", "202602", {coach}, 1}, {"0193", "202602", {coach, course}, 2}};
  const SenderResult sender = judge(deliveries).front();
  EXPECT_EQ(found(sender), "");
  ASSERT_EQ(sender.months.size(), 2U);
  EXPECT_EQ(sender.months[1].file, "0193-202602-2.xml");
  EXPECT_EQ(sender.months[1].replaced, std::vector<std::string>{"0193-202602-1.xml"});
}

TEST(Redeliveries, WithoutAnOrderNothingIsJudged) {
  const SenderResult sender = judge({{"0193", "202601", {coach}, 1, "a.xml"}, {"0193", "202601", {coach, course}, 1, "b.xml"}}).front();
  EXPECT_EQ(found(sender), "REDELIVERY 0/0 not assessed");
  EXPECT_EQ(sender.verdict, checks::Verdict::not_assessed);
  // The same file under two names is one delivery.
  EXPECT_EQ(found(judge({{"0193", "202601", {coach}, 0, "a.xml"}, {"0193", "202601", {coach}, 0, "b.xml"}}).front()), "");
}

TEST(Senders, AreJudgedEachByItself) {
  const auto senders = judge({{"0398", "202101", {coach}}, {"0193", "202601", {coach}}, {"0398", "202102", {}}});
  ASSERT_EQ(senders.size(), 2U);
  EXPECT_EQ(senders[0].sender->text(), "0193");
  EXPECT_EQ(senders[0].verdict, checks::Verdict::accepted);
  EXPECT_EQ(senders[1].verdict, checks::Verdict::rejected);
  EXPECT_EQ(checks::worst_of({senders[0].verdict, senders[1].verdict}), checks::Verdict::rejected);
  EXPECT_EQ(found(judge({{"9876", "202201", {coach}}}).front()), "SENDER-KNOWN 1/0");
  EXPECT_EQ(found(judge({{"0398", "202203", {coach}}}).front()), "SENDER-ALIVE 1/0");
}

TEST(Feedback, CountsAProvisionOnceAQuarter) {
  const Row subsidy{eva, "L", "10", "20251001", ""}, place{eva, "P", "22", "20251101", ""};
  std::vector<Sent> deliveries;
  for (const char* month : {"202601", "202602", "202603", "202604"}) deliveries.push_back({"0193", month, {subsidy, place}});
  const SenderResult sender = judge(deliveries).front();
  EXPECT_EQ(check_of(sender, "COMBINATIONS").violated, 4U);
  ASSERT_EQ(sender.feedback.size(), 2U);
  const auto combinations = [](const QuarterFeedback& tables) {
    std::uint64_t provisions = 0;
    for (const auto& [check, count] : tables.quality) provisions += check == "COMBINATIONS" ? count : 0;
    return provisions;
  };
  EXPECT_EQ(combinations(sender.feedback[0]), 1U);
  EXPECT_EQ(combinations(sender.feedback[1]), 1U);
  EXPECT_EQ(sender.feedback[1].quarter, 2);
  ASSERT_FALSE(sender.listed.empty());
  EXPECT_EQ(sender.listed[0].check, "COMBINATIONS");
  EXPECT_EQ(sender.listed[0].number, "P");
  EXPECT_EQ(sender.listed[0].months, 4U);
}

// The letter of June 2024: what has no wage value stands in the first table, what lasts too long in the second, by type.
TEST(Feedback, HasTheRecordChecksOfThePack) {
  const SenderResult sender = judge({{"0193",
                                      "202603",
                                      {{anna, "L", "10", "20260101", ""},
                                       {bert, "P1", "22", "20230101", ""},
                                       {carla, "P2", "22", "20240301", ""},
                                       {dirk, "P3", "22", "20250101", ""},
                                       {eva, "T", "42", "20200101", ""}}}})
                                  .front();
  ASSERT_EQ(sender.feedback.size(), 1U);
  std::string quality, durations;
  for (const auto& [check, count] : sender.feedback[0].quality) quality += fmt::format("{} {};", check, count);
  for (const LongProvisions& row : sender.feedback[0].durations) durations += fmt::format("{} {} {};", row.type, row.max_months, row.provisions);
  EXPECT_EQ(quality, "LKS-WORK-CAPACITY 1;LKS-WAGE-VALUE 1;");
  EXPECT_EQ(durations, "22 24 2;42 60 1;");
  std::string listed;
  for (const ListedProvision& each : sender.listed) listed += fmt::format("{} {};", each.check, each.number);
  EXPECT_EQ(listed, "LKS-WORK-CAPACITY L;LKS-WAGE-VALUE L;MAX-DURATION P1;MAX-DURATION P2;MAX-DURATION T;");
}

}  // namespace
}  // namespace srgconv::monthly::test
