// The texts of RECO messages: both languages complete, with the same named places.
#include <regex>
#include <set>
#include <string>

#include <gtest/gtest.h>

#include "diagnostics/diagnostics.hpp"

namespace srgconv {
namespace {

std::set<std::string> places(std::string_view text) {
  std::set<std::string> result;
  const std::string whole(text);
  const std::regex place("\\{([a-z_]+)\\}");
  for (std::sregex_iterator at(whole.begin(), whole.end(), place), end; at != end; ++at) result.insert((*at)[1]);
  return result;
}

TEST(RecoMessages, BothLanguagesAreCompleteAndAlike) {
  std::set<std::string> codes;
  for (const Message& row : reconcile_messages()) {
    EXPECT_TRUE(std::string(row.code).starts_with("RECO-0")) << row.code;
    EXPECT_TRUE(codes.insert(std::string(row.code)).second) << row.code;
    for (const std::string_view text : {row.nl, row.en, row.tip_nl, row.tip_en}) EXPECT_FALSE(text.empty()) << row.code;
    EXPECT_EQ(places(row.nl), places(row.en)) << row.code;
    EXPECT_EQ(places(row.tip_nl), places(row.tip_en)) << row.code;
    EXPECT_NE(row.severity, Severity::error) << row.code;  // reconciliation warns; requirements and verification judge
  }
  EXPECT_GE(codes.size(), 37U);
}

}  // namespace
}  // namespace srgconv
