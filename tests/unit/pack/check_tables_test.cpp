// The tables that checks look things up in: pension ages by date of birth, and combinations of provisions.
#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "pack/pack.hpp"

namespace srgconv::pack {
namespace {

using testing::ElementsAre;

constexpr auto pension_header = "reached_in;born_from;born_until;years;months;source\n";
constexpr auto combination_header = "first;second;min_days;nl;en;source\n";

Date date(std::int32_t yyyymmdd) { return *Date::from_packed(yyyymmdd); }

std::vector<std::string> places(const Diagnostics& diagnostics) {
  std::vector<std::string> result;
  for (const Diagnostic& diagnostic : diagnostics.all())
    result.push_back(diagnostic.code + "@" + std::to_string(diagnostic.primary.line) + ":" + std::to_string(diagnostic.primary.column));
  return result;
}

PensionAges pension_ages(const std::string& rows) {
  Diagnostics diagnostics;
  auto ages = read_pension_ages(SourceText("pension-age.csv", pension_header + rows), diagnostics);
  EXPECT_TRUE(ages) << render_all(diagnostics, Language::en);
  return ages.value_or(PensionAges());
}

std::vector<std::string> pension_faults(const std::string& rows) {
  Diagnostics diagnostics;
  EXPECT_FALSE(read_pension_ages(SourceText("pension-age.csv", pension_header + rows), diagnostics));
  return places(diagnostics);
}

CodeList types() {
  return CodeList("type",
                  {{"10", "LKS", "", "subsidy", {}, {}, {}, ""}, {"11", "LKS", "", "subsidy", {}, {}, {}, ""}, {"22", "PPL", "", "place", {}, {}, {}, ""}});
}

std::vector<std::string> combination_faults(const std::string& rows) {
  Diagnostics diagnostics;
  EXPECT_FALSE(read_combinations(SourceText("combinations.csv", combination_header + rows), types(), diagnostics));
  return places(diagnostics);
}

const std::string two_ages = "2012;;1947-12-31;65;0;law\n2013;1948-01-01;1948-11-30;65;1;law\n";

TEST(PensionTable, TheAgeIsReachedOnItsDay) {
  const PensionAges ages = pension_ages(two_ages);
  EXPECT_EQ(ages.reached(date(19470301), date(20120229)), Answer::no);
  EXPECT_EQ(ages.reached(date(19470301), date(20120301)), Answer::yes);
  EXPECT_EQ(ages.reached(date(19480110), date(20130209)), Answer::no);
  EXPECT_EQ(ages.reached(date(19480110), date(20130210)), Answer::yes);
}

TEST(PensionTable, ADayThatTheMonthLacksIsTheFirstOfTheNext) {
  EXPECT_EQ(reaches(date(19480131), 65, 1), date(20130301));
  EXPECT_EQ(reaches(date(19480229), 65, 0), date(20130301));
  EXPECT_EQ(reaches(date(19481115), 65, 1), date(20131215));
}

TEST(PensionTable, APartialDateIsUndecidedOnlyWhileItMatters) {
  const PensionAges ages = pension_ages(two_ages);
  EXPECT_EQ(ages.reached(date(19470000), date(20111231)), Answer::no);
  EXPECT_EQ(ages.reached(date(19470000), date(20120630)), Answer::undecided);
  EXPECT_EQ(ages.reached(date(19470000), date(20121231)), Answer::yes);
  EXPECT_EQ(ages.reached(date(19470300), date(20120229)), Answer::no);
  EXPECT_EQ(ages.reached(date(19470300), date(20120331)), Answer::yes);
  EXPECT_EQ(ages.reached(Date(), date(20121231)), Answer::undecided);
}

TEST(PensionTable, BeyondTheTableNobodyIsTooOldAndNobodyIsPassed) {
  const PensionAges ages = pension_ages(two_ages);
  EXPECT_EQ(ages.reached(date(19490101), date(20140131)), Answer::no);
  EXPECT_EQ(ages.reached(date(19490101), date(20140201)), Answer::undecided);
  EXPECT_EQ(PensionAges().reached(date(19300101), date(20140201)), Answer::undecided);
}

TEST(PensionTable, FaultsHaveTheirPlace) {
  EXPECT_THAT(pension_faults("2012;;1947-12-31;65;0;law\n2013;1948-02-01;1948-11-30;65;1;law\n"), ElementsAre("PACK-065@3:6"));
  EXPECT_THAT(pension_faults("2012;;1947-12-31;65;0;law\n2013;1948-01-01;1948-11-30;64;11;law\n"), ElementsAre("PACK-066@3:28", "PACK-067@3:6"));
  EXPECT_THAT(pension_faults("2013;;1947-12-31;65;0;law\n"), ElementsAre("PACK-067@2:6"));
  EXPECT_THAT(pension_faults("2013;1948-12-01;1948-11-30;65;1;law\n"), ElementsAre("PACK-065@2:17", "PACK-067@2:6"));
  EXPECT_THAT(pension_faults("20x3;;1947-12-31;;12;\n"), ElementsAre("PACK-064@2:1", "PACK-064@2:18", "PACK-064@2:19", "PACK-032@2:22"));
  EXPECT_THAT(pension_faults("2012;;;65;0;law\n"), ElementsAre("PACK-032@2:7"));
}

// Growing older never undoes it, and of two persons the elder has it first.
RC_GTEST_PROP(PensionTableLaws, OnceReachedStaysReached, ()) {
  const PensionAges ages = pension_ages(two_ages);
  const auto born = Date::from_day_number(*rc::gen::inRange(-12000, -7700));
  const auto elder = Date::from_day_number(born.day_number() - *rc::gen::inRange(0, 400));
  const auto day = *rc::gen::inRange(14000, 17000), later = day + *rc::gen::inRange(0, 400);
  if (ages.reached(born, Date::from_day_number(day)) != Answer::yes) return;
  RC_ASSERT(ages.reached(born, Date::from_day_number(later)) == Answer::yes);
  RC_ASSERT(ages.reached(elder, Date::from_day_number(day)) == Answer::yes);
}

TEST(CombinationsTable, ARoleStandsForAllItsCodes) {
  Diagnostics diagnostics;
  const auto read = read_combinations(SourceText("c", std::string(combination_header) + "subsidy;22;31;niet samen;not together;x\n"), types(), diagnostics);
  ASSERT_TRUE(read) << render_all(diagnostics, Language::en);
  ASSERT_EQ(read->size(), 1U);
  EXPECT_THAT(read->front().first, ElementsAre("10", "11"));
  EXPECT_THAT(read->front().second, ElementsAre("22"));
  EXPECT_EQ(read->front().min_days, 31);
  EXPECT_EQ(read->front().nl, "niet samen");
}

TEST(CombinationsTable, FaultsHaveTheirPlace) {
  EXPECT_THAT(combination_faults("subsidie;22;31;a;b;x\n"), ElementsAre("PACK-061@2:1"));
  EXPECT_THAT(combination_faults("10;22;0;a;b;x\n"), ElementsAre("PACK-062@2:7"));
  EXPECT_THAT(combination_faults("10;22;1;a;b;x\nplace;10;2;a;b;x\n"), ElementsAre("PACK-063@3:1"));
  EXPECT_THAT(combination_faults("10;22;1;;b;\n"), ElementsAre("PACK-032@2:9", "PACK-032@2:12"));
}

TEST(ShippedTables, AreSound) {
  Diagnostics diagnostics;
  Library library({SRGCONV_SOURCE_DIR}, diagnostics);
  const Pack* pack = library.pack("srg-2026");
  ASSERT_TRUE(pack) << render_all(diagnostics, Language::en);
  EXPECT_FALSE(pack->combinations.empty());
  // The Act: born on 1 September 1955 is 66 years and 7 months; born on 28 February 1957 is 66 years and 10 months; the day after it is 67 years.
  EXPECT_EQ(pack->pension_ages.reached(date(19550901), date(20220331)), Answer::no);
  EXPECT_EQ(pack->pension_ages.reached(date(19550901), date(20220401)), Answer::yes);
  EXPECT_EQ(pack->pension_ages.reached(date(19570228), date(20231228)), Answer::yes);
  EXPECT_EQ(pack->pension_ages.reached(date(19570301), date(20240229)), Answer::no);
  EXPECT_EQ(pack->pension_ages.reached(date(19640930), date(20311230)), Answer::yes);
  EXPECT_EQ(pack->pension_ages.reached(date(19641001), date(20320101)), Answer::undecided);
}

}  // namespace
}  // namespace srgconv::pack
