// Dates of birth: what a file says, what of it cannot be used, and that nothing of it is ever shown.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/monthly/sent.hpp"

namespace srgconv::monthly::test {
namespace {

using testing::ElementsAre;

struct Reading {
  std::optional<BirthDates> births;
  Diagnostics diagnostics;
  std::vector<std::string> told() const {
    std::vector<std::string> result;
    for (const Diagnostic& each : diagnostics.all()) result.push_back(each.code + "@" + std::to_string(each.primary.line));
    return result;
  }
};

Reading read(const std::string& text) {
  const srgconv::test::TestFolder folder;
  Reading reading;
  reading.births = BirthDates::read({folder.write("geboren.csv", text), "geboren.csv"}, reading.diagnostics);
  return reading;
}

Bsn bsn(const std::string& digits) { return *Bsn::parse(digits).bsn; }
std::optional<Date> date(std::int32_t yyyymmdd) { return Date::from_packed(yyyymmdd); }

TEST(BirthDates, AreReadInEveryNotation) {
  const Reading reading =
      read("naam;bsn;birth_date\nx;" + anna + ";1958-12-15\nx;" + bert + ";19590100\nx;" + carla + ";05-05-1960\nx;" + dirk + ";1961-?\?-?\?\n");
  ASSERT_TRUE(reading.births);
  EXPECT_THAT(reading.told(), ElementsAre());
  EXPECT_EQ(reading.births->of(bsn(anna)), date(19581215));
  EXPECT_EQ(reading.births->of(bsn(bert)), date(19590100));
  EXPECT_EQ(reading.births->of(bsn(carla)), date(19600505));
  EXPECT_EQ(reading.births->of(bsn(dirk)), date(19610000));
  EXPECT_EQ(reading.births->of(bsn(eva)), std::nullopt);
}

TEST(BirthDates, WhatCannotBeUsedIsToldByItsLine) {
  const Reading reading = read("bsn;geboortedatum\n" + anna + ";1958-12-15\n123456789;1960-01-01\n" + bert + ";1960-13-01\n" + carla + ";1961-01-01\n" + carla +
                               ";1962-01-01\n" + dirk + ";1963-01-01\n" + dirk + ";1963-01-01\n");
  ASSERT_TRUE(reading.births);
  EXPECT_THAT(reading.told(), ElementsAre("USE-041@3", "USE-042@4", "USE-043@6", "USE-044@8"));
  EXPECT_EQ(reading.births->size(), 2U);
  EXPECT_EQ(reading.births->of(bsn(carla)), std::nullopt);
  EXPECT_EQ(reading.births->of(bsn(dirk)), date(19630101));
  const std::string text = render_all(reading.diagnostics, Language::nl) + render_all(reading.diagnostics, Language::en);
  for (const char* personal : {"123456789", "1960", "1962", "111111110"}) EXPECT_EQ(text.find(personal), std::string::npos) << personal;
}

TEST(BirthDates, WithoutItsColumnsAFileIsNone) {
  EXPECT_THAT(read("nummer;datum\n1;2\n").told(), ElementsAre("USE-040@1"));
  EXPECT_FALSE(read("bsn;datum\n").births);
}

TEST(PensionAge, IsJudgedOnTheLastDayOfTheMonth) {
  const auto births = read("bsn;birth_date\n" + anna + ";1959-01-31\n" + bert + ";1959-02-01\n" + carla + ";1959-00-00\n" + dirk + ";1990-01-01\n").births;
  ASSERT_TRUE(births);
  const Row running{anna, "V1", "40", "20251101", ""};
  const auto of = [&](const std::string& person, const std::string& end) {
    return found_in({std::vector<Row>{Row{person, "V1", "40", "20251101", end}}}, &*births);
  };
  EXPECT_EQ(of(anna, ""), "PENSION-AGE 1/0");
  EXPECT_EQ(of(anna, "20260131"), "PENSION-AGE 1/0");  // its last day
  EXPECT_EQ(of(anna, "20260130"), "");
  EXPECT_EQ(of(anna, "20260100"), "PENSION-AGE 0/1");
  EXPECT_EQ(of(bert, ""), "");
  EXPECT_EQ(of(carla, ""), "PENSION-AGE 0/1");
  EXPECT_EQ(of(dirk, ""), "");
  EXPECT_EQ(of(eva, ""), "PENSION-AGE 0/1");  // not in the file
  EXPECT_EQ(check_of(judge({{"0193", "202601", {running}}}).front(), "PENSION-AGE").state, checks::State::not_applicable);
}

}  // namespace
}  // namespace srgconv::monthly::test
