// The record checks of the shipped pack, each on a provision that meets it, one that does not, and one that leaves it open.
#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "content/record_check.hpp"
#include "unit/content/shipped.hpp"

namespace srgconv::content::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const Row subsidy{"10", "1", "01", day(2025, 3, 1), {}, Decimal::whole(45)};

Row with(Row row, auto change) {
  change(row);
  return row;
}

std::vector<std::string> violated(const Row& row, int year = 2026, int month = 1) {
  const Content content = Sent(*ReportMonth::from_parts(year, month)).add(row).judged();
  return content.rows.empty() ? std::vector<std::string>() : content.rows[0].violated;
}
std::vector<std::string> undecided(const Row& row) {
  std::vector<std::string> ids;
  for (const checks::CheckResult& each : Sent().add(row).judged().checks) {
    if (each.undecided > 0) ids.push_back(each.id);
  }
  return ids;
}

TEST(ShippedChecks, CleanProvisionsViolateNothing) {
  EXPECT_THAT(violated(subsidy), IsEmpty());
  EXPECT_THAT(undecided(subsidy), IsEmpty());
  EXPECT_THAT(violated(Row{}), IsEmpty());
  EXPECT_THAT(violated(with(Row{}, [](Row& row) { row.goal = ""; })), IsEmpty());
  EXPECT_THAT(violated(with(Row{}, [](Row& row) { row.end = day(2027, 6, 30); })), IsEmpty()) << "a planned end is allowed";
  EXPECT_THAT(violated(with(Row{}, [](Row& row) { row.end = day(2025, 6, 30); })), IsEmpty()) << "a late update is allowed";
}

TEST(ShippedChecks, EachIsViolatedByWhatItIsAbout) {
  EXPECT_THAT(violated(with(Row{}, [](Row& row) { row.end = row.start = day(2025, 6, 30), row.end = day(2025, 6, 29); })), ElementsAre("START-END"));
  EXPECT_THAT(violated(with(Row{}, [](Row& row) { row.start = day(2026, 2, 1); })), ElementsAre("START-AFTER-MONTH"));
  EXPECT_THAT(violated(with(Row{}, [](Row& row) { row.end = day(9999, 12, 31); })), ElementsAre("END-FAR-FUTURE"));
  EXPECT_THAT(violated(with(Row{}, [](Row& row) { row.type = "77"; })), ElementsAre("TYPE-KNOWN"));
  EXPECT_THAT(violated(with(Row{}, [](Row& row) { row.goal = "9"; })), ElementsAre("GOAL-KNOWN"));
  EXPECT_THAT(violated(with(Row{}, [](Row& row) { row.work_capacity = "99"; })), ElementsAre("WORK-CAPACITY-KNOWN"));
  EXPECT_THAT(violated(with(subsidy, [](Row& row) { row.work_capacity = "02"; })), ElementsAre("LKS-WORK-CAPACITY"));
  EXPECT_THAT(violated(with(subsidy, [](Row& row) { row.work_capacity = ""; })), ElementsAre("LKS-WORK-CAPACITY"));
  EXPECT_THAT(violated(with(subsidy, [](Row& row) { row.goal = "2"; })), ElementsAre("LKS-GOAL"));
  EXPECT_THAT(violated(with(subsidy, [](Row& row) { row.wage_value = {}; })), ElementsAre("LKS-WAGE-VALUE"));
  EXPECT_THAT(violated(with(subsidy, [](Row& row) { row.wage_value = Decimal::parse("100.5"); })), ElementsAre("WAGE-VALUE-RANGE"));
  EXPECT_THAT(violated(with(subsidy, [](Row& row) { row.type = "11", row.start = day(2025, 7, 31); })), ElementsAre("LKS-FLAT-RATE-DURATION"));
  EXPECT_THAT(violated(with(subsidy, [](Row& row) { row.type = "11", row.start = day(2025, 8, 1); })), IsEmpty());
  EXPECT_THAT(violated(with(Row{}, [](Row& row) { row.type = "22", row.start = day(2024, 1, 31); })), ElementsAre("MAX-DURATION"));
  EXPECT_THAT(violated(with(Row{}, [](Row& row) { row.type = "22", row.start = day(2024, 2, 1); })), IsEmpty());
  EXPECT_THAT(violated(with(Row{}, [](Row& row) { row.type = "22", row.start = day(2020, 1, 1), row.end = day(2021, 12, 31); })), IsEmpty());
  EXPECT_THAT(violated(with(Row{}, [](Row& row) { row.type = "22", row.start = day(2020, 1, 1), row.end = day(2022, 1, 1); })), ElementsAre("MAX-DURATION"));
  EXPECT_THAT(violated(with(subsidy, [](Row& row) { row.goal = "2", row.wage_value = {}, row.work_capacity = "02"; })),
              ElementsAre("LKS-WORK-CAPACITY", "LKS-GOAL", "LKS-WAGE-VALUE"));
}

TEST(ShippedChecks, EveryOneIsTriedHere) {
  std::vector<std::string> ids;
  for (const checks::CheckResult& each : Sent().judged().checks) ids.push_back(each.id);
  EXPECT_THAT(ids, ElementsAre("START-END", "START-AFTER-MONTH", "END-FAR-FUTURE", "TYPE-KNOWN", "GOAL-KNOWN", "WORK-CAPACITY-KNOWN", "LKS-WORK-CAPACITY",
                               "LKS-GOAL", "LKS-WAGE-VALUE", "WAGE-VALUE-RANGE", "LKS-FLAT-RATE-DURATION", "MAX-DURATION"));
}

TEST(ShippedChecks, PartialDatesLeaveOpenWhatTheyLeaveOpen) {
  EXPECT_THAT(undecided(with(Row{}, [](Row& row) { row.start = day(2025, 6, 0), row.end = day(2025, 6, 15); })), ElementsAre("START-END"));
  EXPECT_THAT(undecided(with(Row{}, [](Row& row) { row.start = day(2026, 0, 0); })), ElementsAre("START-AFTER-MONTH"));
  EXPECT_THAT(undecided(with(Row{}, [](Row& row) { row.type = "22", row.start = day(2024, 0, 0); })), ElementsAre("MAX-DURATION"));
  EXPECT_THAT(undecided(with(Row{}, [](Row& row) { row.type = "22", row.start = Date{}; })), ElementsAre("START-AFTER-MONTH", "MAX-DURATION"));
}

TEST(RecordChecks, CountAndSayWhere) {
  Sent sent;
  sent.add(subsidy).add(with(subsidy, [](Row& row) { row.wage_value = {}; })).add(Row{}).add(with(subsidy, [](Row& row) { row.wage_value = {}; }));
  const Content content = sent.judged();
  const checks::CheckResult& check = result(content, "LKS-WAGE-VALUE");
  EXPECT_EQ(check.examined, 3U);
  EXPECT_EQ(check.satisfied, 1U);
  EXPECT_EQ(check.violated, 2U);
  EXPECT_EQ(check.not_applicable, 1U);
  EXPECT_EQ(check.severity, pack::CheckSeverity::signal);
  ASSERT_EQ(check.findings.size(), 2U);
  EXPECT_EQ(check.findings[0].primary.line, 11U);
  EXPECT_EQ(sentence(check.findings[0], Language::nl), "Loonwaarde niet gevuld: 0363/1001");
  EXPECT_EQ(sentence(check.findings[0], Language::en), "The wage value is missing with a wage-cost subsidy: 0363/1001");
  EXPECT_EQ(tip(check.findings[0], Language::en), "Record the wage value, or correct the type of provision.");
  EXPECT_EQ(result(content, "LKS-FLAT-RATE-DURATION").state, checks::State::not_applicable);
  EXPECT_EQ(content.bad_rows, 2U);
}

TEST(RecordChecks, AnEmptyDeliveryIsNotApplicableAndAMissingOneNotAssessed) {
  for (const checks::CheckResult& each : Sent().judged().checks) EXPECT_EQ(each.state, checks::State::not_applicable);
  RecordChecks checks(shipped_pack());
  checks.look_at(Sent().add(Row{}).delivery);
  checks.not_assessed({"VER-139", {}, {}, {}, {}});
  for (const checks::CheckResult& each : std::move(checks).result().checks) EXPECT_EQ(each.state, checks::State::not_assessed);
}

TEST(RecordChecks, TheOrderOfDeliveriesChangesNothing) {
  Sent january, february(*ReportMonth::from_parts(2026, 2), "0363-202602.xml");
  for (std::size_t i = 0; i < most_rows; ++i) {
    january.add(with(subsidy, [](Row& row) { row.wage_value = {}; }));
    february.add(with(subsidy, [](Row& row) { row.goal = "2"; }));
  }
  const auto read = [](const std::vector<const delivery::Delivery*>& in_order) {
    RecordChecks checks(shipped_pack());
    for (const delivery::Delivery* each : in_order) checks.look_at(*each);
    return std::move(checks).result();
  };
  const Content a = read({&january.delivery, &february.delivery}), b = read({&february.delivery, &january.delivery});
  EXPECT_EQ(a.bad_rows, 2 * most_rows);
  ASSERT_EQ(a.rows.size(), most_rows);
  ASSERT_EQ(b.rows.size(), most_rows);
  for (std::size_t i = 0; i < most_rows; ++i) {
    EXPECT_EQ(a.rows[i].line, b.rows[i].line);
    EXPECT_EQ(a.rows[i].file, "0363-202601.xml");
  }
}

TEST(RecordChecks, TellEveryViolationToWhomAsks) {
  Sent sent;
  sent.add(subsidy).add(with(subsidy, [](Row& row) { row.wage_value = {}; }));
  RecordChecks checks(shipped_pack());
  std::vector<std::string> told;
  checks.look_at(sent.delivery, [&](const Violations& bad) { told.push_back(bad.provision.id + " " + std::to_string(bad.violated.size())); });
  EXPECT_THAT(told, ElementsAre("1001 1"));
}

// Patterns of codes settle most checks at once: judging every row by itself gives the same counts.
RC_GTEST_PROP(RecordChecksProperty, CountWhatJudgingRowByRowCounts, ()) {
  Sent sent;
  const auto word = [](const std::vector<std::string>& from) {
    return from[static_cast<std::size_t>(*rc::gen::inRange<int>(0, static_cast<int>(from.size())))];
  };
  const auto some_day = [] {
    const int month = *rc::gen::inRange(0, 13);
    return *Date::from_parts(*rc::gen::inRange(2019, 2028), month, month == 0 ? 0 : *rc::gen::inRange(0, 29));
  };
  const int rows = *rc::gen::inRange(1, 30);
  for (int i = 0; i < rows; ++i) {
    Row row{word({"10", "11", "12", "22", "30", "77"}), word({"", "1", "2", "9"}), word({"", "01", "02"}), some_day(), {}, {}};
    if (*rc::gen::inRange(0, 2) == 0) row.end = some_day();
    if (*rc::gen::inRange(0, 2) == 0) row.wage_value = Decimal::whole(*rc::gen::inRange(-2, 110));
    sent.add(row);
  }
  const Content content = sent.judged();
  const auto checks = record_checks(shipped_pack());
  for (std::size_t i = 0; i < checks.size(); ++i) {
    std::array<std::uint64_t, 4> counts{};
    for (const delivery::Delivered& each : sent.delivery.provisions)
      ++counts[static_cast<std::size_t>(checks[i].judge(facts_of(sent.delivery, each, nullptr)).outcome)];
    const checks::CheckResult& found = content.checks[i];
    RC_ASSERT((std::array<std::uint64_t, 4>{found.not_applicable, found.satisfied, found.violated, found.undecided}) == counts);
    RC_ASSERT(found.examined == found.satisfied + found.violated + found.undecided);
  }
}

}  // namespace
}  // namespace srgconv::content::testing
