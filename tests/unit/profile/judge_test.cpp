// What is told of a column, and above all what is not.
#include <algorithm>

#include <gtest/gtest.h>

#include "profile/census.hpp"

namespace srgconv::profile {
namespace {

Column judged(const std::string& name, const std::vector<std::string>& values) {
  ColumnCensus census(nullptr);
  for (const std::string& value : values) census.add(value);
  return judge(name, census, values.size(), nullptr);
}

// Each value as often as asked for.
std::vector<std::string> repeated(const std::vector<std::string>& values, std::size_t times) {
  std::vector<std::string> all;
  for (std::size_t i = 0; i < times; ++i) all.insert(all.end(), values.begin(), values.end());
  return all;
}

TEST(Judge, CodesUnderAKnownHeaderAreShown) {
  const Column column = judged("INSTRUMENT", repeated({"LKS", "WERKPLEK-OVERIG", "Jobcoach"}, 6));
  EXPECT_EQ(column.kind, Kind::code);
  EXPECT_EQ(column.codes.size(), 3U);
}

TEST(Judge, NothingThatMayBeANameIsShown) {
  for (const auto& [header, values] : std::vector<std::pair<std::string, std::vector<std::string>>>{
           {"NAAM", {"LKS", "JC"}},                                  // by the header alone
           {"CONSULENT", {"JDB", "AKR"}},                            //
           {"xx", {"Jansen", "Grutto"}},                             // by a name that many bear
           {"xx", {"J. Tureluur", "P. Grutto"}},                     // by initials
           {"xx", {"Anouk Tureluur", "Sjaak Grutto"}},               // by capitals
           {"xx", {"van Tureluur", "de Grutto"}},                    //
           {"xx", {"TURELUUR", "GRUTTO"}},                           // by not being plainly codes
           {"xx", {"Tureluur", "Grutto"}},                           //
           {"xx", {"1961", "1972"}},                                 // perhaps years of birth
           {"STATUS", {"06-12345678", "06-87654321"}},               // a telephone number, whatever the header
           {"SOORT CONTACT", {"a@voorbeeld.nl", "b@voorbeeld.nl"}},  //
           {"TYPE", {"NL12 BANK 0123456789", "1234567"}},            // long numbers
           {"INSTRUMENT", {"Jansen", "Hendriks", "Kramer"}},         //
       }) {
    const Column column = judged(header, repeated(values, 7));
    EXPECT_TRUE(column.codes.empty()) << header << ": " << values.front();
    EXPECT_NE(column.withheld, Withheld::nothing) << header << ": " << values.front();
  }
}

TEST(Judge, PlainCodesNeedNoKnownHeader) {
  const Column column = judged("xx", repeated({"J", "N", "A1", "actief"}, 6));
  EXPECT_EQ(column.codes.size(), 4U);
}

TEST(Judge, BsnsAreKnownWithoutAHeader) {
  const Column column = judged("xx", repeated({"123456782", "1112.22.333", "111111110", "444444440"}, 3));
  EXPECT_EQ(column.kind, Kind::bsn);
  EXPECT_EQ(column.eleven_passed, 12U);
  EXPECT_GT(column.odd_bsns, 0U);
  EXPECT_TRUE(column.codes.empty());
}

TEST(Judge, BirthDatesShowNoRange) {
  std::vector<std::string> births, starts;
  for (int i = 0; i < 20; ++i) {
    births.push_back("0" + std::to_string(1 + i % 9) + "-03-19" + std::to_string(60 + i));
    starts.push_back("0" + std::to_string(1 + i % 9) + "-0" + std::to_string(1 + i % 5) + "-2021");
  }
  EXPECT_EQ(judged("xx", births).kind, Kind::birth_date);
  EXPECT_FALSE(judged("xx", births).dates->range);
  EXPECT_FALSE(judged("DATUM IN", births).dates->range);
  EXPECT_FALSE(judged("geboortedatum", starts).dates->range);
  const Column column = judged("DATUM IN", starts);
  ASSERT_TRUE(column.dates && column.dates->range);
  EXPECT_EQ(column.dates->pattern, "dd-mm-yyyy");
  EXPECT_EQ(column.dates->range->first.text(), "2021-02");  // the four earliest are left out
}

TEST(Judge, DutchMonthsAreDates) { EXPECT_EQ(judged("start", repeated({"1 maart 2021", "12 december 2020"}, 6)).dates->pattern, "d mmmm yyyy"); }

TEST(Judge, RangesOfAmountsNeedTenOfThem) {
  std::vector<std::string> wages;
  for (int i = 0; i < 12; ++i) wages.push_back(std::to_string(30 + i) + ",5");
  const Column column = judged("LOONW", wages);
  ASSERT_TRUE(column.numbers && column.numbers->range);
  EXPECT_EQ(column.numbers->range->first.text(), "34.5");
  wages.resize(9);
  EXPECT_FALSE(judged("LOONW", wages).numbers->range);
}

TEST(Patterns, RunsAreCounted) {
  EXPECT_EQ(pattern_of("01-03-2021"), "99-99-9999");
  EXPECT_EQ(pattern_of("123456782"), "9{9}");
  EXPECT_EQ(pattern_of("Zoë"), "Aaa");
  EXPECT_EQ(pattern_of("WERKPLEK-1"), "A{8}-9");
}

TEST(DistinctCount, IsExactUpToItsLimit) {
  DistinctCount count;
  for (std::size_t i = 0; i < 1000; ++i) count.add(hash_of(std::to_string(i % 300)));
  EXPECT_EQ(count.count(), 300U);
  for (std::size_t i = 0; i < 2 * DistinctCount::limit; ++i) count.add(hash_of(std::to_string(i)));
  EXPECT_FALSE(count.exact());
}

}  // namespace
}  // namespace srgconv::profile
