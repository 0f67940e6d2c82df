// Evidence: weights in whole thousandths of a bit, sums, and the text in which evidence is kept.
#include "domain/evidence.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace srgconv {
namespace {

Evidence drawn_evidence() {
  Evidence evidence;
  for (const Comparison comparison : comparisons)
    evidence.levels[static_cast<std::size_t>(comparison)] = *rc::gen::inRange<std::uint8_t>(0, static_cast<std::uint8_t>(level_names(comparison).size()));
  return evidence;
}

EvidenceWeights drawn_weights() {
  EvidenceWeights weights;
  for (const Comparison comparison : comparisons) {
    for (std::uint8_t level = 0; level < level_names(comparison).size(); ++level)
      weights.set(comparison, level, {*rc::gen::inRange(1, 1'000'001), *rc::gen::inRange(1, 1'000'001)});
  }
  return weights;
}

TEST(Evidence, NamesAreDifferentAndOtherIsLast) {
  std::set<std::string_view> names;
  for (const Comparison comparison : comparisons) {
    names.insert(name(comparison));
    const auto levels = level_names(comparison);
    EXPECT_EQ(std::set<std::string_view>(levels.begin(), levels.end()).size(), levels.size());
    EXPECT_EQ(levels.back(), "other");
  }
  EXPECT_EQ(names.size(), comparison_count);
}

TEST(Evidence, AWeightIsTheLogarithmOfTheRatio) {
  EvidenceWeights weights;
  weights.set(Comparison::start, 0, {800'000, 100'000});
  weights.set(Comparison::start, 1, {100'000, 800'000});
  weights.set(Comparison::start, 2, {7, 7});
  weights.set(Comparison::start, 3, {1'000'000, 1});
  weights.set(Comparison::start, 4, {3, 2});
  EXPECT_EQ(weights.weight(Comparison::start, 0), 3000);
  EXPECT_EQ(weights.weight(Comparison::start, 1), -3000);
  EXPECT_EQ(weights.weight(Comparison::start, 2), 0);
  EXPECT_EQ(weights.weight(Comparison::start, 3), 19'932);  // log2(1000000) = 19.9316
  EXPECT_EQ(weights.weight(Comparison::start, 4), 585);     // log2(1.5) = 0.58496
  EXPECT_EQ(weights.likelihood(Comparison::start, 4), (Likelihood{3, 2}));
}

TEST(Evidence, TheSumIsThatOfItsLines) {
  EXPECT_TRUE(rc::check("the lines of the text add up to the sum, to the thousandth", [] {
    const Evidence evidence = drawn_evidence();
    const EvidenceWeights weights = drawn_weights();
    const auto lines = evidence_lines(evidence_text(evidence, weights));
    RC_ASSERT(lines.size() == comparison_count + 1);
    std::int64_t sum = 0;
    for (std::size_t at = 0; at < comparison_count; ++at) {
      RC_ASSERT(lines[at].comparison == name(comparisons[at]));
      RC_ASSERT(lines[at].level == level_names(comparisons[at])[evidence.levels[at]]);
      RC_ASSERT(lines[at].weight == weights.weight(comparisons[at], evidence.levels[at]));
      sum += lines[at].weight;
    }
    RC_ASSERT(lines.back().comparison == "sum");
    RC_ASSERT(lines.back().level.empty());
    RC_ASSERT(lines.back().weight == sum);
    RC_ASSERT(weights.sum(evidence) == sum);
  }));
}

TEST(Evidence, BitsAreWrittenWithTheirSign) {
  EXPECT_EQ(bits_text(2126), "+2.126");
  EXPECT_EQ(bits_text(-500), "-0.500");
  EXPECT_EQ(bits_text(0), "0.000");
  EXPECT_EQ(bits_text(7), "+0.007");
  EXPECT_EQ(bits_text(-19'932), "-19.932");
}

TEST(Evidence, OtherTextHasNoLines) {
  for (const char* text : {"", "type", "type equal", "type equal 2", "type equal +2.12", "type equal two.126", "type equal +2.126; sum"})
    EXPECT_TRUE(evidence_lines(text).empty()) << text;
  ASSERT_EQ(evidence_lines("type equal +2.126; sum +2.126").size(), 2U);
}

}  // namespace
}  // namespace srgconv
