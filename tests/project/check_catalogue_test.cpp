// The catalogue of checks: its pages follow from checks.rules, and a code never changes its meaning.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>

#include <gtest/gtest.h>

#include "support/work_folder.hpp"

namespace srgconv::test {
namespace {

namespace fs = std::filesystem;

const fs::path root = SRGCONV_SOURCE_DIR;
const fs::path rules = root / "schemas" / "srg-2026" / "checks.rules";

bool updating() { return std::getenv("SRGCONV_UPDATE_GOLDEN") != nullptr; }

// What each check asks: the lines of it between its head and its texts. Severity and texts may be improved; this may not.
std::map<std::string, std::string> meanings(const std::string& text) {
  std::map<std::string, std::string> result;
  std::istringstream lines(text);
  std::string code;
  bool asks = false;
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words(line);
    std::string first, second;
    words >> first >> second;
    if (first == "check") {
      code = second;
      asks = true;
    } else if (first == "nl" || first == "en" || first == "source" || first == "}") {
      asks = false;
    } else if (asks && !first.empty() && first[0] != '#') {
      result[code] += line + "\n";
    }
  }
  return result;
}

std::string text_of(const std::map<std::string, std::string>& meanings) {
  std::string text;
  for (const auto& [code, meaning] : meanings) text += "check " + code + "\n" + meaning;
  return text;
}

TEST(CheckCatalogue, ACodeNeverChangesItsMeaning) {
  const fs::path recorded = root / "tests" / "project" / "check_meanings.txt";
  auto known = fs::exists(recorded) ? meanings(read_text(recorded)) : std::map<std::string, std::string>();
  const auto now = meanings(read_text(rules));
  ASSERT_FALSE(now.empty());
  for (const auto& [code, meaning] : now) {
    const auto before = known.find(code);
    if (before == known.end() && updating()) known[code] = meaning;
    if (before == known.end()) {
      EXPECT_TRUE(updating()) << code << " is new: SRGCONV_UPDATE_GOLDEN=1 records it";
    } else {
      EXPECT_EQ(before->second, meaning) << code << " asks something else than it did: give the new check a code of its own";
    }
  }
  if (updating()) std::ofstream(recorded, std::ios::binary) << text_of(known);
}

TEST(CheckCatalogue, ItsPagesAreThoseOfTheRules) {
  for (const auto& [page, language] : {std::pair{"checks.md", "en"}, std::pair{"checks.nl.md", "nl"}}) {
    WorkFolder work;
    work.copy(root / "schemas", "schemas");
    const Finished made = work.run("rules document schemas/srg-2026/checks.rules --lang " + std::string(language));
    ASSERT_EQ(made.exit_code, 0) << made.err;
    const fs::path path = root / "docs" / page;
    if (updating()) std::ofstream(path, std::ios::binary) << made.out;
    ASSERT_TRUE(fs::exists(path)) << path;
    EXPECT_EQ(read_text(path), made.out) << page << ": SRGCONV_UPDATE_GOLDEN=1 writes it anew";
  }
}

}  // namespace
}  // namespace srgconv::test
