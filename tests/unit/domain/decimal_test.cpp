#include "domain/decimal.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace srgconv {
namespace {

TEST(Decimal, ReadsExactly) {
  EXPECT_EQ(Decimal::parse("45.50"), Decimal::from_units(455000));
  EXPECT_EQ(Decimal::parse("45,5", ','), Decimal::from_units(455000));
  EXPECT_EQ(Decimal::parse("-0.0001"), Decimal::from_units(-1));
  for (const char* text : {"", ".5", "5.", "1.23456", "1,5", "1e3", " 1", "99999999999999999999"}) EXPECT_FALSE(Decimal::parse(text)) << text;
}

TEST(Decimal, WritesWithoutLosing) {
  EXPECT_EQ(Decimal::from_units(455000).text(), "45.5");
  EXPECT_EQ(Decimal::from_units(455000).fixed(2), "45.50");
  EXPECT_EQ(Decimal::from_units(455050).fixed(2), std::nullopt);
  EXPECT_EQ(Decimal::from_units(-2500).text(), "-0.25");
  EXPECT_EQ(Decimal::whole(99).fixed(0), "99");
}

TEST(Decimal, ReadingWhatWasWrittenGivesItBack) {
  EXPECT_TRUE(rc::check("parse(text(d)) = d", [] {
    const auto number = Decimal::from_units(*rc::gen::inRange<std::int64_t>(-1'000'000'000'000, 1'000'000'000'000));
    RC_ASSERT(Decimal::parse(number.text()) == number);
  }));
}

}  // namespace
}  // namespace srgconv
