// What people typed into cells.
#include "domain/typed.hpp"

#include <array>

#include <gtest/gtest.h>

namespace srgconv {
namespace {

TEST(Typed, TextStandsWithoutWhatIsAroundIt) {
  EXPECT_EQ(typed_text(" \t a b\r\n"), "a b");
  EXPECT_EQ(typed_text(" \n"), "");
}

TEST(Typed, DateIsThatOfTheFirstPatternThatFits) {
  const std::array patterns{*DatePattern::compile("yyyy-mm-dd"), *DatePattern::compile("d-m-yyyy")};
  EXPECT_EQ(typed_date("2026-12-31 00:00:00", patterns)->text(), "2026-12-31");
  EXPECT_EQ(typed_date("1-2-2026", patterns)->text(), "2026-02-01");
  EXPECT_FALSE(typed_date("31-2-2026", patterns));
  EXPECT_FALSE(typed_date("later", patterns));
}

}  // namespace
}  // namespace srgconv
