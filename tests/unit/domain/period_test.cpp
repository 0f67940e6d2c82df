#include "domain/period.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace srgconv {
namespace {

Date day(int packed) { return Date::from_packed(packed).value(); }

TEST(Date, RefusesWhatCannotExist) {
  EXPECT_FALSE(Date::from_parts(2019, 2, 31));
  EXPECT_FALSE(Date::from_parts(2019, 0, 15));
  EXPECT_FALSE(Date::from_parts(2019, 13, 1));
  EXPECT_FALSE(Date::from_parts(2021, 2, 29));
  EXPECT_TRUE(Date::from_parts(2020, 2, 29));
  EXPECT_FALSE(Date::from_parts(1900, 2, 29));
  EXPECT_FALSE(Date::from_parts(-1, 1, 1));
}

TEST(Date, AnUnknownYearMakesItUnknown) {
  EXPECT_EQ(Date::from_parts(0, 4, 12), Date{});
  EXPECT_EQ(Date{}.text(), "\?\?\?\?-\?\?-\?\?");
}

TEST(Date, PartialDatesSpanTheirMonthOrYear) {
  EXPECT_EQ(day(20190400).earliest(), day(20190401));
  EXPECT_EQ(day(20190400).latest(), day(20190430));
  EXPECT_EQ(day(20200200).latest(), day(20200229));
  EXPECT_EQ(day(20190000).latest(), day(20191231));
  EXPECT_EQ(day(20190400).text(), "2019-04-\?\?");
}

TEST(Date, OnOrBeforeLeavesOpenWhatAPartialDateLeavesOpen) {
  EXPECT_EQ(on_or_before(day(20211231), day(20211231)), Answer::yes);
  EXPECT_EQ(on_or_before(day(20220101), day(20211231)), Answer::no);
  EXPECT_EQ(on_or_before(day(20211200), day(20211231)), Answer::yes);
  EXPECT_EQ(on_or_before(day(20210000), day(20211130)), Answer::undecided);
  EXPECT_EQ(on_or_before(Date{}, day(20211231)), Answer::undecided);
}

TEST(Date, DayNumbersAndDatesAreInverse) {
  EXPECT_EQ(day(19700101).day_number(), 0);
  EXPECT_TRUE(rc::check("from_day_number(day_number(d)) = d", [] {
    const auto days = *rc::gen::inRange(-700000, 2900000);
    RC_ASSERT(Date::from_day_number(days).day_number() == days);
    RC_ASSERT(Date::from_packed(Date::from_day_number(days).packed()) == Date::from_day_number(days));
  }));
}

TEST(ReportMonth, ReadsBothFormsAndCounts) {
  EXPECT_EQ(ReportMonth::parse("202201"), ReportMonth::from_parts(2022, 1));
  EXPECT_EQ(ReportMonth::parse("2022-01"), ReportMonth::from_parts(2022, 1));
  EXPECT_FALSE(ReportMonth::parse("202213"));
  EXPECT_FALSE(ReportMonth::parse("202200"));
  EXPECT_FALSE(ReportMonth::parse("20220"));
  const auto month = *ReportMonth::from_parts(2022, 1);
  EXPECT_EQ(month.plus(-1).text(), "2021-12");
  EXPECT_EQ(month.months_since(*ReportMonth::from_parts(2021, 11)), 2);
  EXPECT_EQ(ReportMonth::from_parts(2020, 2)->last_day(), day(20200229));
}

TEST(DatePattern, ReadsAndWrites) {
  const auto dutch = DatePattern::compile("dd-mm-yyyy").value();
  EXPECT_EQ(dutch.read("01-03-2021", false).date, day(20210301));
  EXPECT_EQ(dutch.write(day(20210301)), "01-03-2021");
  EXPECT_EQ(dutch.read("31-02-2021", false).fault, DateFault::impossible);
  EXPECT_EQ(dutch.read("1-3-2021", false).fault, DateFault::malformed);
  EXPECT_EQ(dutch.read("01-03-2021 ", false).fault, DateFault::malformed);
  EXPECT_EQ(DatePattern::compile("d/m/yyyy")->read("1/3/2021", false).date, day(20210301));
}

TEST(DatePattern, PartialDatesOnlyWhereTheyAreAllowed) {
  const auto packed = DatePattern::compile("yyyymmdd").value();
  EXPECT_EQ(packed.read("20190400", true).date, day(20190400));
  EXPECT_EQ(packed.read("20190400", false).fault, DateFault::incomplete);
  EXPECT_EQ(packed.read("00000000", true).date, Date{});
  EXPECT_EQ(packed.read("00000412", true).date, Date{});
  EXPECT_FALSE(packed.read("20190015", true).date);
  EXPECT_FALSE(packed.read("20190231", true).date);
}

TEST(DatePattern, KnowsTheDutchNamesOfMonths) {
  const auto full = DatePattern::compile("d mmmm yyyy").value();
  EXPECT_EQ(full.read("1 maart 2021", false).date, day(20210301));
  EXPECT_EQ(full.read("31 December 2021", false).date, day(20211231));
  EXPECT_EQ(full.read("31 februari 2021", false).fault, DateFault::impossible);
  EXPECT_EQ(full.read("1 mrt 2021", false).fault, DateFault::malformed);
  EXPECT_EQ(full.read("1 march 2021", false).fault, DateFault::malformed);
  EXPECT_EQ(full.read("1 ", false).fault, DateFault::malformed);
  EXPECT_EQ(full.write(day(20210801)), "1 augustus 2021");
  const auto brief = DatePattern::compile("dd-mmm-yyyy").value();
  EXPECT_EQ(brief.read("01-MRT-2021", false).date, day(20210301));
  EXPECT_EQ(brief.read("01-okt.-2021", false).date, day(20211001));
  EXPECT_EQ(brief.read("01-oct-2021", false).fault, DateFault::malformed);
  EXPECT_TRUE(DatePattern::compile("mmmm yyyy")->is_month());
}

TEST(DatePattern, RefusesWhatIsNone) {
  for (const char* text : {"", "yyyy", "mm-dd", "yyyy-mm-dd-dd", "dmyyyy", "yyyymmddhh"}) EXPECT_FALSE(DatePattern::compile(text)) << text;
  EXPECT_TRUE(DatePattern::compile("yyyymm")->is_month());
}

TEST(DatePattern, ReadingWhatWasWrittenGivesItBack) {
  EXPECT_TRUE(rc::check("read(write(d)) = d", [] {
    const auto text = *rc::gen::element<std::string>("yyyymmdd", "dd-mm-yyyy", "d-m-yyyy", "yyyy/mm/dd", "d mmmm yyyy", "dd-mmm-yyyy");
    const auto pattern = DatePattern::compile(text).value();
    const int year = *rc::gen::inRange(1, 9999);
    const int month = *rc::gen::inRange(0, 13);
    const int dayOfMonth = month == 0 ? 0 : *rc::gen::inRange(0, 29);
    const auto date = Date::from_parts(year, month, dayOfMonth).value();
    RC_ASSERT(pattern.read(pattern.write(date), true).date == date);
  }));
}

}  // namespace
}  // namespace srgconv
