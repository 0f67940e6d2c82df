// No BSN that was put in comes out where it must not, in any spelling.
#include <algorithm>
#include <filesystem>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "support/bsn_search.hpp"
#include "support/fixtures.hpp"

namespace srgconv::test {
namespace {

namespace fs = std::filesystem;

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

// The sides swapped, so that nearly everything is a finding; and dates of birth of everybody beside the deliveries.
TEST_P(Privacy, NoBsnOrBirthDateLeavesThroughVerifyAndCheck) {
  const auto bsns = bsns_in(work.path() / name());
  ASSERT_EQ(work.run(convert("out")).exit_code, 0);
  std::string conversions;
  for (const auto& entry : fs::directory_iterator(work.path() / "out")) {
    const std::string file = entry.path().filename();
    if (file.starts_with("conversie-")) conversions += " out/" + file;
  }
  ASSERT_FALSE(conversions.empty());
  std::string birth_dates = "bsn;birth_date\n";
  for (const std::string& bsn : bsns) birth_dates += bsn + ";1931-04-17\n";
  write_text(work.path() / "born.csv", birth_dates);
  const fs::path new_side = fs::exists(work.path() / name() / "new") ? name() + "/new" : name() + "/" + name();
  const std::string sent = name() + "/sent", fresh = new_side.string();
  for (const std::string& command :
       {"verify" + conversions + " --old " + fresh + " --new " + sent, "verify" + conversions + " --old " + sent + " --new " + fresh + " --json",
        "check " + sent + " " + fresh + " --birth-dates born.csv", "check " + sent + " --birth-dates born.csv --lang en --json"}) {
    SCOPED_TRACE(command);
    const auto finished = work.run(command + " -o judged --force --results junit,ess,sarif");
    EXPECT_TRUE(finished.exit_code == 0 || finished.exit_code == 2 || finished.exit_code == 5) << finished.err;
    expect_free_of(bsns, finished.out + finished.err, "screen");
    const auto outputs = work.contents(work.path() / "judged");
    EXPECT_GE(outputs.size(), 7U);
    for (const auto& [file, content] : outputs) {
      expect_free_of(bsns, content, file);
      for (const char* spelling : {"1931-04-17", "17-04-1931", "19310417"}) EXPECT_EQ(content.find(spelling), std::string::npos) << file;
    }
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
