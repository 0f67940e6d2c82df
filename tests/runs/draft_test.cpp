// A conversion file that is not accepted stays a draft, and says so by its name.
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/fixtures.hpp"

namespace srgconv::test {
namespace {

using testing::ElementsAre;

std::vector<std::string> conversion_files(const WorkFolder& work) {
  std::vector<std::string> names;
  for (const auto& [name, content] : work.contents(work.path() / "out")) {
    if (name.starts_with("conversie-")) names.push_back(name);
  }
  return names;
}

class Draft : public testing::Test {
 protected:
  Draft() { work.copy(std::filesystem::path(SRGCONV_SOURCE_DIR) / "fixtures" / "dijk-en-waard"); }
  WorkFolder work;
};

TEST_F(Draft, AcceptedWithSignalsIsNoDraft) {
  ASSERT_EQ(work.run("convert dijk-en-waard.rules -o out --key key.txt").exit_code, 0);
  EXPECT_THAT(conversion_files(work), ElementsAre("conversie-1980-202201.xml"));
}

TEST_F(Draft, AFailedRequirementLeavesOnlyADraft) {
  std::string rules = read_text(work.path() / "dijk-en-waard.rules");
  const std::string allowed = "require open <= 1";
  ASSERT_NE(rules.find(allowed), std::string::npos);
  rules.replace(rules.find(allowed), allowed.size(), "require open = 0");
  write_text(work.path() / "dijk-en-waard.rules", rules);
  const Finished finished = work.run("convert dijk-en-waard.rules -o out --key key.txt");
  EXPECT_EQ(finished.exit_code, 2) << finished.err;
  EXPECT_THAT(conversion_files(work), ElementsAre("conversie-1980-202201.draft.xml"));
}

TEST_F(Draft, AnAcceptedFileTakesThePlaceOfAnEarlierDraft) {
  const std::string accepted = read_text(work.path() / "dijk-en-waard.rules");
  std::string rules = accepted;
  rules.replace(rules.find("require open <= 1"), std::string("require open <= 1").size(), "require open = 0");
  write_text(work.path() / "dijk-en-waard.rules", rules);
  ASSERT_EQ(work.run("convert dijk-en-waard.rules -o out --key key.txt").exit_code, 2);
  write_text(work.path() / "dijk-en-waard.rules", accepted);
  ASSERT_EQ(work.run("convert dijk-en-waard.rules -o out --key key.txt --force").exit_code, 0);
  EXPECT_THAT(conversion_files(work), ElementsAre("conversie-1980-202201.xml"));
}

}  // namespace
}  // namespace srgconv::test
