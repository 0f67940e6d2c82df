// The arithmetic of the dials.
#include <cmath>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "synthesize/dials.hpp"
#include "synthesize/person.hpp"

namespace srgconv::synthesize {
namespace {

std::string code_of(const Diagnostics& diagnostics) { return diagnostics.all().empty() ? std::string() : diagnostics.all().front().code; }

TEST(Dials, HaveTheDefaultsOfTheContract) {
  const Dials dials;
  EXPECT_EQ(dials[Dial::recoded], 30'000U);
  EXPECT_EQ(dials[Dial::swapped], 2'000U);
  EXPECT_EQ(dials[Dial::wrong_bsn], 500U);
  EXPECT_EQ(dial_names().size(), dial_count);
  for (const std::string& one : dial_names()) EXPECT_EQ(name(*dial_called(one)), one);
  Diagnostics none;
  EXPECT_TRUE(dials.hold(none));
}

TEST(Dials, AreReadAsPercentages) {
  Dials dials;
  Diagnostics none;
  EXPECT_TRUE(dials.read("recoded=2.5%", none));
  EXPECT_EQ(dials[Dial::recoded], 25'000U);
  EXPECT_TRUE(dials.read("ended-since=0.0001", none));
  EXPECT_EQ(dials[Dial::ended_since], 1U);
  EXPECT_TRUE(dials.read("twins=100%", none));
  EXPECT_EQ(dials[Dial::twins], whole);
  EXPECT_TRUE(none.all().empty());
  EXPECT_EQ(percentage(25'000), "2.5");
}

TEST(Dials, RefuseWhatIsNoSetting) {
  for (const auto& [setting, code] : {std::pair("recodet=1%", "USE-030"), std::pair("recoded", "USE-034"), std::pair("recoded=", "USE-031"),
                                      std::pair("recoded=100.0001", "USE-031"), std::pair("recoded=-1", "USE-031"), std::pair("=3%", "USE-030")}) {
    Dials dials;
    Diagnostics diagnostics;
    EXPECT_FALSE(dials.read(setting, diagnostics)) << setting;
    EXPECT_EQ(code_of(diagnostics), code) << setting;
    EXPECT_EQ(dials, Dials()) << setting;
  }
}

TEST(Dials, FatesAreAtMostEverything) {
  Dials dials = Dials::none();
  dials.set(Dial::dropped, 600'000);
  dials.set(Dial::joined, 400'000);
  Diagnostics diagnostics;
  EXPECT_TRUE(dials.hold(diagnostics));
  dials.set(Dial::twins, 1);
  EXPECT_FALSE(dials.hold(diagnostics));
  EXPECT_EQ(code_of(diagnostics), "USE-032");
}

RC_GTEST_PROP(Dials, PairsAreTheirShareOfTheProvisions, ()) {
  const auto twins = *rc::gen::inRange<Share>(0, 500'001), joined = *rc::gen::inRange<Share>(0, 500'001);
  const double p = pair_draws(twins, joined) / 1e6, q = pair_draws(joined, twins) / 1e6;
  RC_ASSERT(std::abs(2 * p / (1 + p + q) - twins / 1e6) < 1e-5);
  RC_ASSERT(std::abs(2 * q / (1 + p + q) - joined / 1e6) < 1e-5);
}

TEST(DialSet, TellsItsNamesInOrder) {
  DialSet set;
  EXPECT_TRUE(set.empty());
  set.add(Dial::twins);
  set.add(Dial::recoded);
  EXPECT_EQ(set.text(), "recoded twins");
  EXPECT_TRUE(set.has(Dial::twins));
  EXPECT_FALSE(set.has(Dial::late));
}

}  // namespace
}  // namespace srgconv::synthesize
