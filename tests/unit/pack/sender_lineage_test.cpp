// The lineage of the shipped pack, and of small tables: real mergers, splits, and what the table cannot know.
#include <filesystem>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "pack/pack.hpp"

namespace srgconv::pack {
namespace {

SenderCode code(std::string_view text) { return *SenderCode::parse(text); }
Date day(int year, int month, int of_month) { return *Date::from_parts(year, month, of_month); }

// The senders of srg-2026, read once.
const SenderLineage& shipped() {
  static Diagnostics diagnostics;
  static Library library({SRGCONV_SOURCE_DIR}, diagnostics);
  static const Pack* pack = library.pack("srg-2026");
  if (pack == nullptr) throw std::runtime_error(render_all(diagnostics, Language::en));
  return pack->senders;
}

Answer lawful(std::string_view earlier, std::string_view later, Date on) { return shipped().lawful_successor(code(earlier), code(later), on); }
Answer alive(std::string_view sender, Date on) { return shipped().alive(code(sender), on); }

std::vector<std::string> texts(const std::vector<SenderLineage::Step>& steps) {
  std::vector<std::string> result;
  for (const auto& step : steps) result.push_back(step.from.text() + ">" + step.to.text() + "@" + (step.date ? step.date->text() : "?"));
  return result;
}

TEST(ShippedSenders, HoldTheTableAndOneAssumedCode) {
  std::size_t from_table = 0, steps = 0;
  std::vector<std::string> others, assumed;
  for (const Sender& sender : shipped().all()) {
    if (sender.source.starts_with("Tabel 33")) ++from_table;
    if (sender.source.find("assumed") != std::string::npos) assumed.push_back(sender.code.text());
    if (sender.kind == SenderKind::other) others.push_back(sender.code.text());
    if (!sender.successors.empty()) ++steps;
  }
  EXPECT_EQ(from_table, 1478U);
  EXPECT_EQ(shipped().all().size(), 1479U);
  EXPECT_EQ(steps, 1127U + 3U);
  EXPECT_THAT(others, testing::ElementsAre("0000", "0997", "0998", "0999", "1999"));
  EXPECT_THAT(assumed, testing::ElementsAre("0501", "0530", "0614", "0788", "1992"));
  EXPECT_EQ(shipped().codes().size(), 1474U);
  EXPECT_EQ(shipped().known_until(), day(2022, 11, 30));
  EXPECT_EQ(shipped().find(code("0344"))->name, "Utrecht");
}

TEST(ShippedSenders, RegularMergerHoldsFromItsFirstDay) {
  EXPECT_EQ(lawful("0398", "1980", day(2021, 12, 31)), Answer::no);
  EXPECT_EQ(lawful("0398", "1980", day(2022, 1, 1)), Answer::yes);
  EXPECT_EQ(lawful("0416", "1980", day(2022, 1, 1)), Answer::yes);
  EXPECT_EQ(lawful("1980", "0398", day(2022, 1, 1)), Answer::no);
  EXPECT_EQ(lawful("0398", "1982", day(2022, 1, 1)), Answer::no);
  EXPECT_EQ(alive("0398", day(2021, 12, 31)), Answer::yes);
  EXPECT_EQ(alive("0398", day(2022, 1, 1)), Answer::no);
  EXPECT_EQ(alive("1980", day(2021, 12, 31)), Answer::no);
  EXPECT_EQ(alive("1980", day(2022, 1, 1)), Answer::yes);
}

TEST(ShippedSenders, ChainOfFourHops) {
  EXPECT_THAT(texts(shipped().onward(code("1332"))),
              testing::ElementsAre("1332>0490@1855-09-01", "0490>0646@1991-01-01", "0646>1672@1993-01-01", "1672>0484@2014-01-01"));
  EXPECT_EQ(lawful("1332", "0484", day(2013, 12, 31)), Answer::no);
  EXPECT_EQ(lawful("1332", "0484", day(2014, 1, 1)), Answer::yes);
  EXPECT_EQ(lawful("0646", "0484", day(2014, 1, 1)), Answer::yes);
}

TEST(ShippedSenders, WeespPassesIntoAmsterdamInsideAMonth) {
  EXPECT_EQ(lawful("0457", "0363", day(2022, 3, 23)), Answer::no);
  EXPECT_EQ(lawful("0457", "0363", day(2022, 3, 24)), Answer::yes);
  EXPECT_EQ(alive("0457", day(2022, 3, 23)), Answer::yes);
  EXPECT_EQ(alive("0457", day(2022, 3, 24)), Answer::no);
  EXPECT_EQ(alive("0363", day(2022, 3, 1)), Answer::yes);
  // A date without a day leaves both open.
  EXPECT_EQ(lawful("0457", "0363", day(2022, 3, 0)), Answer::undecided);
  EXPECT_EQ(alive("0457", day(2022, 3, 0)), Answer::undecided);
}

TEST(ShippedSenders, HaarenIsDividedOverFour) {
  for (const auto* later : {"0757", "0824", "0855", "0865"}) {
    EXPECT_EQ(lawful("0788", later, day(2020, 12, 31)), Answer::no) << later;
    EXPECT_EQ(lawful("0788", later, day(2021, 1, 1)), Answer::yes) << later;
  }
  EXPECT_EQ(lawful("0788", "0772", day(2021, 1, 1)), Answer::no);
  EXPECT_THAT(texts(shipped().onward(code("0788"))),
              testing::ElementsAre("0788>0757@2021-01-01", "0788>0824@2021-01-01", "0788>0855@2021-01-01", "0788>0865@2021-01-01"));
}

TEST(ShippedSenders, LandVanCuijkRestsOnCuijkWhichItselfWasMerged) {
  EXPECT_EQ(alive("1684", day(1993, 12, 31)), Answer::no);
  EXPECT_EQ(alive("1684", day(1994, 1, 1)), Answer::yes);
  EXPECT_EQ(lawful("1684", "1982", day(2022, 1, 1)), Answer::yes);
  const auto steps = texts(shipped().backward(code("1982")));
  ASSERT_GE(steps.size(), 6U);
  const std::vector<std::string> last(steps.end() - 5, steps.end());
  EXPECT_THAT(last,
              testing::ElementsAre("0756>1982@2022-01-01", "0786>1982@2022-01-01", "0815>1982@2022-01-01", "1684>1982@2022-01-01", "1702>1982@2022-01-01"));
  EXPECT_THAT(steps, testing::Contains("0756>1982@2022-01-01").Times(1));
}

TEST(ShippedSenders, StepsOfOneDayFollowOneAnother) {
  // Bingelrade went over Schinveld into Onderbanken on one day.
  EXPECT_THAT(texts(shipped().onward(code("0894"))), testing::ElementsAre("0894>0963@1982-01-01", "0963>0881@1982-01-01", "0881>1954@2019-01-01"));
  const auto back = texts(shipped().backward(code("0881")));
  ASSERT_FALSE(back.empty());
  EXPECT_EQ(back.back(), "0963>0881@1982-01-01");
  EXPECT_EQ(lawful("0894", "0881", day(1982, 1, 1)), Answer::yes);
}

TEST(ShippedSenders, UnknownCodesAreWrongUntilTheTableEndsAndUndecidedAfter) {
  EXPECT_EQ(alive("9876", day(2022, 11, 30)), Answer::no);
  EXPECT_EQ(alive("9876", day(2022, 12, 1)), Answer::undecided);
  EXPECT_EQ(lawful("0398", "9876", day(2022, 11, 30)), Answer::no);
  EXPECT_EQ(lawful("0398", "9876", day(2022, 12, 1)), Answer::undecided);
  EXPECT_EQ(lawful("9876", "0363", day(2022, 11, 30)), Answer::no);
  EXPECT_EQ(lawful("9876", "0363", day(2024, 1, 1)), Answer::undecided);
  EXPECT_EQ(lawful("9876", "9876", day(2020, 1, 1)), Answer::yes);
}

TEST(ShippedSenders, EventsAfterTheTableStayOpen) {
  EXPECT_EQ(lawful("0363", "0599", day(2022, 11, 30)), Answer::no);
  EXPECT_EQ(lawful("0363", "0599", day(2024, 1, 1)), Answer::undecided);
  EXPECT_EQ(lawful("0501", "1992", day(2022, 12, 31)), Answer::no);
  EXPECT_EQ(lawful("0501", "1992", day(2023, 1, 1)), Answer::yes);
  EXPECT_EQ(alive("0501", day(2023, 1, 1)), Answer::no);
  EXPECT_EQ(alive("1992", day(2023, 1, 1)), Answer::yes);
  EXPECT_EQ(alive("0363", day(2026, 1, 1)), Answer::yes);
}

TEST(ShippedSenders, CodesOfNoSenderAreNeverAlive) {
  for (const auto* other : {"0000", "0997", "0998", "0999", "1999"}) {
    EXPECT_NE(shipped().find(code(other)), nullptr) << other;
    EXPECT_EQ(alive(other, day(1985, 1, 1)), Answer::no) << other;
    EXPECT_EQ(alive(other, day(2026, 1, 1)), Answer::no) << other;
    EXPECT_EQ(lawful("0398", other, day(2026, 1, 1)), Answer::no) << other;
  }
}

TEST(ShippedSenders, UnknownStartIsDecidedFromTheDayACodeIsKnownToExist) {
  EXPECT_EQ(shipped().find(code("0398"))->start, std::nullopt);
  EXPECT_EQ(alive("0398", day(1995, 1, 1)), Answer::yes);
  EXPECT_EQ(alive("0398", day(1801, 1, 1)), Answer::undecided);
}

// ------------------------------------------------------------------------------------------------ small tables

Sender sender(std::string_view name, std::optional<Date> start, std::optional<Date> end, std::vector<Successor> successors = {}) {
  return {code(name), std::string(name), SenderKind::municipality, start, end, std::move(successors), "test"};
}

// Whether a code delivers on a day, is not there yet, or which codes deliver in its place: those that its steps by then lead to and that exist.
std::size_t successors_on(const Sender& sender, Date on) {
  std::set<SenderCode> there;
  for (const auto& step : shipped().onward(sender.code)) {
    if (step.date && *step.date <= on && shipped().alive(step.to, on) == Answer::yes && shipped().lawful_successor(sender.code, step.to, on) == Answer::yes)
      there.insert(step.to);
  }
  return there.size();
}

TEST(ShippedSenders, EveryCodeResolvesForEveryMonthFrom1990) {
  std::size_t delivers = 0, not_yet = 0, succeeded = 0, gone = 0, no_sender = 0;
  std::string undecided;
  std::set<std::string> without_successor;
  const ReportMonth last = *ReportMonth::from_parts(2022, 11);
  for (const Sender& sender : shipped().all()) {
    if (sender.code == code("1992")) continue;  // after the table, added by hand
    for (ReportMonth month = *ReportMonth::from_parts(1990, 1); month <= last; month = month.plus(1)) {
      const Date on = month.first_day();
      const Answer is_there = shipped().alive(sender.code, on);
      if (sender.kind == SenderKind::other) {
        EXPECT_EQ(is_there, Answer::no) << sender.code.text() << on.text();
        ++no_sender;
      } else if (is_there == Answer::undecided) {
        undecided += " " + sender.code.text();
      } else if (is_there == Answer::yes) {
        ++delivers;
      } else if (sender.start && on < *sender.start) {
        ++not_yet;
      } else if (successors_on(sender, on) > 0) {
        ++succeeded;
      } else {
        ++gone;
        without_successor.insert(sender.code.text());
      }
    }
  }
  EXPECT_EQ(undecided, "");
  EXPECT_THAT(without_successor, testing::ElementsAre("1055", "1204"));  // ceded to Germany in 1963
  EXPECT_EQ(delivers + not_yet + succeeded + gone + no_sender, 1478U * 395U);
  EXPECT_EQ(delivers, 191'206U);
  EXPECT_EQ(not_yet, 19'242U);
  EXPECT_EQ(succeeded, 370'597U);
  EXPECT_EQ(gone, 2U * 395U);
  EXPECT_EQ(no_sender, 5U * 395U);
}

TEST(ShippedSenders, AfterTheTableNothingIsSurelyWrong) {
  const Date later = day(2031, 1, 1);
  for (const Sender& sender : shipped().all()) {
    if (sender.kind == SenderKind::other || sender.end) continue;
    EXPECT_EQ(lawful(sender.code.text(), "2099", later), Answer::undecided) << sender.code.text();
  }
  EXPECT_EQ(alive("2099", later), Answer::undecided);
}

TEST(SenderLineage, WithoutAStartOnlyWhatIsKnownDecides) {
  const SenderLineage lineage({sender("B", {}, {}), sender("A", {}, day(2010, 1, 1), {{code("B"), day(2010, 1, 1)}})}, day(2020, 6, 30));
  EXPECT_EQ(lineage.alive(code("A"), day(2009, 12, 31)), Answer::yes);
  EXPECT_EQ(lineage.alive(code("A"), day(2009, 12, 30)), Answer::undecided);
  EXPECT_EQ(lineage.alive(code("B"), day(2010, 1, 1)), Answer::yes);
  EXPECT_EQ(lineage.alive(code("B"), day(2009, 12, 31)), Answer::undecided);
}

TEST(SenderLineage, WhoLeavesAJointBodySucceedsItButNotTheOthersInIt) {
  const SenderLineage lineage({{code("1"), "A", SenderKind::municipality, {}, {}, {{code("9"), day(2019, 1, 1)}}, ""},
                               {code("2"), "B", SenderKind::municipality, {}, {}, {{code("9"), day(2019, 1, 1)}}, ""},
                               {code("9"), "W", SenderKind::joint_body, {}, {}, {{code("1"), day(2023, 1, 1)}}, ""}},
                              day(2024, 12, 31));
  EXPECT_EQ(lineage.lawful_successor(code("2"), code("9"), day(2023, 1, 31)), Answer::yes);
  EXPECT_EQ(lineage.lawful_successor(code("9"), code("1"), day(2022, 12, 31)), Answer::no);
  EXPECT_EQ(lineage.lawful_successor(code("9"), code("1"), day(2023, 1, 31)), Answer::yes);
  EXPECT_EQ(lineage.lawful_successor(code("2"), code("1"), day(2023, 1, 31)), Answer::no);
}

TEST(SenderLineage, AStepWithoutADateIsUndecided) {
  const SenderLineage lineage({sender("A", {}, {}, {{code("B"), {}}}), sender("B", {}, {})}, day(2020, 6, 30));
  EXPECT_EQ(lineage.lawful_successor(code("A"), code("B"), day(2020, 1, 1)), Answer::undecided);
  EXPECT_THAT(texts(lineage.onward(code("A"))), testing::ElementsAre("A>B@?"));
}

TEST(SenderLineage, ACircleEnds) {
  const Date when = day(2010, 1, 1);
  const SenderLineage lineage({sender("A", {}, when, {{code("B"), when}}), sender("B", {}, when, {{code("A"), when}})}, day(2020, 6, 30));
  EXPECT_EQ(lineage.lawful_successor(code("A"), code("B"), when), Answer::yes);
  EXPECT_EQ(lineage.onward(code("A")).size(), 2U);
  EXPECT_EQ(lineage.backward(code("A")).size(), 2U);
}

TEST(SenderLineage, IsEmptyByDefault) {
  const SenderLineage lineage;
  EXPECT_EQ(lineage.find(code("0363")), nullptr);
  EXPECT_TRUE(lineage.onward(code("0363")).empty());
  EXPECT_TRUE(lineage.backward(code("0363")).empty());
}

TEST(SenderLineage, LawfulStaysLawful) {
  EXPECT_TRUE(rc::check("once lawful, a successor stays lawful on every later day", [] {
    const auto& all = shipped().all();
    const auto& from = all[*rc::gen::inRange<std::size_t>(0, all.size())];
    const auto steps = shipped().onward(from.code);
    RC_PRE(!steps.empty() && from.kind != SenderKind::other);
    const auto& step = steps[*rc::gen::inRange<std::size_t>(0, steps.size())];
    const Date later = Date::from_day_number(step.date->day_number() + *rc::gen::inRange(0, 40000));
    RC_ASSERT(shipped().lawful_successor(from.code, step.to, later) == Answer::yes);
    RC_ASSERT(shipped().lawful_successor(step.to, from.code, *Date::from_parts(2022, 11, 30)) == Answer::no);
  }));
}

}  // namespace
}  // namespace srgconv::pack
