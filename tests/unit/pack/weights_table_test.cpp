// The table of weights: what is written can be read, and every fault has its place.
#include <algorithm>
#include <numeric>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "pack/pack.hpp"

namespace srgconv::pack {
namespace {

// Likelihoods of which those of a comparison add up to 1.
EvidenceWeights drawn_weights() {
  EvidenceWeights weights;
  for (const Comparison comparison : comparisons) {
    const std::size_t count = level_names(comparison).size();
    const auto parts = [&] {
      std::vector<std::int32_t> result;
      std::int32_t rest = 1'000'000;
      for (std::size_t level = 0; level + 1 < count; ++level) {
        result.push_back(*rc::gen::inRange(1, 120'000));
        rest -= result.back();
      }
      result.push_back(rest);
      return result;
    };
    const auto m = parts(), u = parts();
    for (std::uint8_t level = 0; level < count; ++level) weights.set(comparison, level, {m[level], u[level]});
  }
  return weights;
}

std::string sound() {
  EvidenceWeights weights;
  for (const Comparison comparison : comparisons) {
    const auto count = static_cast<std::int32_t>(level_names(comparison).size());
    for (std::uint8_t level = 0; level < count; ++level) {
      const std::int32_t likelihood = level == 0 ? 1'000'000 - 100'000 * (count - 1) : 100'000;
      weights.set(comparison, level, {likelihood, likelihood});
    }
  }
  return weights_table(weights, "invented");
}

// Code, line and column of each finding.
std::string faults(const std::string& text) {
  Diagnostics diagnostics;
  EXPECT_FALSE(read_weights(SourceText("weights.csv", text), diagnostics));
  std::string result;
  for (const Diagnostic& one : diagnostics.all()) result += one.code + "@" + std::to_string(one.primary.line) + ":" + std::to_string(one.primary.column) + " ";
  return result;
}

std::string with(std::string text, const std::string& old, const std::string& fresh) {
  const std::size_t at = text.find(old);
  EXPECT_NE(at, std::string::npos) << old;
  return text.replace(at, old.size(), fresh);
}

TEST(WeightsTable, WhatIsWrittenIsRead) {
  EXPECT_TRUE(rc::check("a table gives the weights it was made of", [] {
    const EvidenceWeights weights = drawn_weights();
    Diagnostics diagnostics;
    const auto read = read_weights(SourceText("weights.csv", weights_table(weights, "estimated from 2 pairs of 2 persons")), diagnostics);
    RC_ASSERT(read.has_value());
    RC_ASSERT(*read == weights);
    RC_ASSERT(diagnostics.all().empty());
  }));
}

TEST(WeightsTable, OrderOfLinesDoesNotMatter) {
  std::vector<std::string> lines;
  const std::string text = sound();
  for (std::size_t at = 0; at < text.size(); at = text.find('\n', at) + 1) lines.push_back(text.substr(at, text.find('\n', at) + 1 - at));
  std::reverse(lines.begin() + 1, lines.end());
  Diagnostics diagnostics;
  const auto turned = read_weights(SourceText("w", std::accumulate(lines.begin(), lines.end(), std::string())), diagnostics),
             straight = read_weights(SourceText("w", text), diagnostics);
  ASSERT_TRUE(turned && straight);
  EXPECT_EQ(*turned, *straight);
}

TEST(WeightsTable, UnknownNames) {
  EXPECT_EQ(faults(with(sound(), "type;equal", "colour;equal")), "PACK-048@2:1 ");
  EXPECT_EQ(faults(with(sound(), "type;equal", "type;alike")), "PACK-048@2:6 ");
}

TEST(WeightsTable, WhatIsNoLikelihood) {
  for (const char* value : {"0", "0.000000", "-0.1", "1.000001", "1.5", "0,6", ".6", "0.", "0.1234567", "", "weinig", "6e-1"})
    EXPECT_EQ(faults(with(sound(), "type;equal;0.600000", std::string("type;equal;") + value)), "PACK-049@2:12 ") << value;
}

TEST(WeightsTable, TwiceOrNotAtAll) {
  EXPECT_EQ(faults(sound() + "type;equal;0.1;0.1;invented\n"), "PACK-050@30:6 ");
  EXPECT_EQ(faults(with(sound(), "number;same;0.800000;0.800000;invented\n", "")), "PACK-051@0:0 ");
}

TEST(WeightsTable, LikelihoodsAddUpToOne) {
  EXPECT_EQ(faults(with(sound(), "type;equal;0.600000", "type;equal;0.6002")), "PACK-052@0:0 ");
  EXPECT_EQ(faults(with(sound(), "type;equal;0.600000;0.600000", "type;equal;0.5;0.5")), "PACK-052@0:0 PACK-052@0:0 ");
  Diagnostics diagnostics;  // what is lost by rounding is no fault
  EXPECT_TRUE(read_weights(SourceText("w", with(sound(), "type;equal;0.600000", "type;equal;0.60005")), diagnostics));
}

}  // namespace
}  // namespace srgconv::pack
