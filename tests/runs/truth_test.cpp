// The fixtures come with the truth: the translation table must be it, line by line, but for what the truth leaves to people.
#include <algorithm>
#include <filesystem>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "support/fixtures.hpp"

namespace srgconv::test {
namespace {

std::vector<std::string> cells_of(std::string line) {
  while (!line.empty() && (line.back() == '\r' || line.back() == '\n')) line.pop_back();
  std::vector<std::string> cells(1);
  for (const char c : line) {
    if (c == ';')
      cells.emplace_back();
    else
      cells.back() += c;
  }
  return cells;
}

// `old_sender;old_id` -> sorted `new_sender;new_id;relation`.
std::map<std::string, std::vector<std::string>> links_in(const std::string& text) {
  std::map<std::string, std::vector<std::string>> result;
  std::istringstream lines(text.starts_with("\xEF\xBB\xBF") ? text.substr(3) : text);
  std::string line;
  std::getline(lines, line);
  EXPECT_TRUE(line.starts_with("old_sender;old_id;new_sender;new_id;relation")) << line;
  while (std::getline(lines, line)) {
    const auto cells = cells_of(line);
    if (cells.size() < 5) continue;
    result[cells[0] + ";" + cells[1]].push_back(cells[2] + ";" + cells[3] + ";" + cells[4]);
  }
  for (auto& [key, links] : result) std::sort(links.begin(), links.end());
  return result;
}

class Truth : public FixtureTest {};

TEST_P(Truth, TheTranslationTableIsTheTruth) {
  const auto finished = work.run(convert("out"));
  ASSERT_EQ(finished.exit_code, 0) << finished.err;
  const auto truth = links_in(read_text(work.path() / name() / "truth.csv"));
  ASSERT_GE(truth.size(), 15U);
  EXPECT_EQ(links_in(read_text(work.path() / "out" / "vertaaltabel.csv")), truth);
}

INSTANTIATE_TEST_SUITE_P(Fixtures, Truth, all_fixtures(), fixture_test_name);

}  // namespace
}  // namespace srgconv::test
