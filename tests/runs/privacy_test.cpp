// No BSN that was put in comes out where it must not, in any spelling.
#include <algorithm>
#include <filesystem>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "domain/identifiers.hpp"
#include "support/fixtures.hpp"

namespace srgconv::test {
namespace {

namespace fs = std::filesystem;

std::string digits_of(const std::string& text) {
  std::string digits;
  for (const char c : text) {
    if (c >= '0' && c <= '9') digits += c;
  }
  return digits;
}

// Every number among the inputs that is or may be somebody's BSN: nine digits, eight without the leading zero, with dots or blanks between them; those that
// fail the 11-test too, where they stand in a BSN's place.
std::set<std::string> bsns_in(const fs::path& folder) {
  std::set<std::string> found;
  const std::regex in_place("<(?:\\w+:)?Burgerservicen[^>]*>([0-9]{9})<");
  const std::regex number("(?:^|[^0-9])([0-9]{8,9}|[0-9]{3,4}[. ][0-9]{2}[. ][0-9]{3})(?![0-9])");
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    const std::string text = read_text(entry.path());
    for (const std::regex* pattern : {&in_place, &number}) {
      for (std::sregex_iterator at(text.begin(), text.end(), *pattern), end; at != end; ++at) {
        std::string digits = digits_of((*at)[1].str());
        if (digits.size() == 8) digits.insert(0, "0");
        if (pattern == &in_place || Bsn::parse(digits).bsn) found.insert(digits);
      }
    }
  }
  return found;
}

// All ways in which it may be spelled.
std::vector<std::string> spellings(const std::string& nine) {
  std::vector<std::string> all{nine};
  if (nine.front() == '0') all.push_back(nine.substr(1));
  for (const char sign : {'.', ' ', '-'}) {
    const std::string s(1, sign);
    all.push_back(nine.substr(0, 4) + s + nine.substr(4, 2) + s + nine.substr(6));
    all.push_back(nine.substr(0, 3) + s + nine.substr(3, 3) + s + nine.substr(6));
    all.push_back(nine.substr(0, 3) + s + nine.substr(3, 2) + s + nine.substr(5, 2) + s + nine.substr(7));
  }
  return all;
}

void expect_free_of(const std::set<std::string>& bsns, const std::string& text, const std::string& where) {
  for (const std::string& bsn : bsns) {
    for (const std::string& spelling : spellings(bsn)) EXPECT_EQ(text.find(spelling), std::string::npos) << "a BSN of the input stands in " << where;
  }
}

bool may_hold_personal_data(const std::string& file) { return file == "workspace.sqlite" || (file.starts_with("conversie-") && file.ends_with(".xml")); }

class Privacy : public FixtureTest {};

TEST_P(Privacy, NoBsnLeavesThroughLogsListsAndReports) {
  const auto bsns = bsns_in(work.path() / name());
  ASSERT_GE(bsns.size(), 20U) << "the search for BSNs found too few to prove anything";

  for (const char* options : {"--lang nl --verbose", "--lang en --json"}) {
    const auto finished = work.run(convert("out", std::string("--force ") + options));
    ASSERT_EQ(finished.exit_code, 0) << finished.err;
    expect_free_of(bsns, finished.out, "stdout");
    expect_free_of(bsns, finished.err, "stderr");
  }
  const auto outputs = work.contents(work.path() / "out");
  bool target_holds_them = false;
  for (const auto& [file, content] : outputs) {
    if (may_hold_personal_data(file)) {
      target_holds_them = target_holds_them || content.find(*bsns.rbegin()) != std::string::npos;
    } else {
      expect_free_of(bsns, content, file);
    }
  }
  EXPECT_TRUE(target_holds_them) << "the target file holds none of them either: the test proves nothing";

  // Every key of the output traced, in both languages.
  const std::string table = outputs.at("vertaaltabel.csv");
  std::istringstream lines(table);
  std::string line;
  std::getline(lines, line);
  for (int traced = 0; std::getline(lines, line) && traced < 12; ++traced) {
    std::vector<std::string> cells;
    std::istringstream row(line);
    for (std::string cell; std::getline(row, cell, ';');) cells.push_back(cell);
    ASSERT_GE(cells.size(), 8U);
    const auto finished = work.run("trace out '" + cells[7] + "/" + cells[1] + "' --lang " + (traced % 2 == 0 ? "nl" : "en --json"));
    EXPECT_EQ(finished.exit_code, 0) << finished.err;
    expect_free_of(bsns, finished.out + finished.err, "trace");
  }
}

TEST_P(Privacy, FilesAreForTheUserAlone) {
  ASSERT_EQ(work.run(convert("out"), "umask 000;").exit_code, 0);
  for (const auto& entry : fs::recursive_directory_iterator(work.path() / "out")) {
    EXPECT_EQ(entry.status().permissions() & (fs::perms::group_all | fs::perms::others_all), fs::perms::none) << entry.path().filename();
  }
}

INSTANTIATE_TEST_SUITE_P(Fixtures, Privacy, all_fixtures(), fixture_test_name);

}  // namespace
}  // namespace srgconv::test
