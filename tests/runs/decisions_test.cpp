// From what is open to links by decision, through the list and through the workbook; and that links stay whatever is added.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "read/read.hpp"
#include "support/bsn_search.hpp"
#include "support/fixtures.hpp"
#include "support/repacked.hpp"
#include "xml/xml.hpp"

namespace srgconv::test {
namespace {

namespace fs = std::filesystem;

class Decided : public testing::Test {
 protected:
  Decided() { work.copy(fs::path(SRGCONV_SOURCE_DIR) / "fixtures" / "dijk-en-waard"); }

  Finished convert(const std::string& out, const std::string& more = {}) const {
    return work.run("convert dijk-en-waard.rules -o " + out + " --force --key key.txt " + more);
  }
  std::string table(const std::string& out) const { return read_text(work.path() / out / "vertaaltabel.csv"); }
  // The lines of the vertaaltabel that are links.
  std::set<std::string> links(const std::string& out) const {
    std::set<std::string> result;
    std::istringstream lines(table(out));
    for (std::string line; std::getline(lines, line);) {
      if (line.find(";accepted;") != std::string::npos) result.insert(line);
    }
    return result;
  }
  std::vector<read::CutRow> list(const std::string& out) const {
    Diagnostics diagnostics;
    return read::read_filled_in({work.path() / out / "review.csv", "review.csv"}, "", diagnostics).value();
  }
  // review.csv with a decision in the line of this new key.
  std::string filled_in(const std::string& out, const std::string& new_key, const std::string& decision, const std::string& why) const {
    const auto rows = list(out);
    const auto column = [&](const std::string& name) {
      return static_cast<std::size_t>(std::find(rows[0].cells.begin(), rows[0].cells.end(), name) - rows[0].cells.begin());
    };
    std::string text;
    for (read::CutRow row : rows) {
      if (row.cells[column("new_key")] == new_key) {
        row.cells[column("decision")] = decision;
        row.cells[column("why")] = why;
      }
      for (const std::string& cell : row.cells) text += "\"" + cell + "\",";
      text.back() = '\n';
    }
    return text;
  }

  WorkFolder work;
  xml::Library library;
};

const std::string chosen = "1980@202201/D220022";

TEST_F(Decided, ThroughTheListAndThroughTheWorkbookTheLinksAreTheSame) {
  ASSERT_EQ(convert("first").exit_code, 0);
  EXPECT_EQ(table("first").find(";decision;"), std::string::npos);
  write_text(work.path() / "filled.csv", filled_in("first", chosen, "link", "nagebeld met de consulent"));
  ASSERT_EQ(convert("by-list", "--decisions filled.csv").exit_code, 0);

  ASSERT_EQ(work.run("review first dijk-en-waard.rules --key key.txt --workbook asked.xlsx").exit_code, 0);
  auto parts = parts_of(work.path() / "asked.xlsx");
  std::string& sheet = parts.at("xl/worksheets/sheet2.xml");
  fill_in(sheet, "D3", "koppelen");  // the second candidate
  fill_in(sheet, "G3", "nagebeld met de consulent");
  write_text(work.path() / "filled.xlsx", packed_again(parts));
  ASSERT_EQ(convert("by-workbook", "--decisions filled.xlsx").exit_code, 0);

  EXPECT_NE(table("by-list").find("0416;2007-1;1980;D220022;same;decision;accepted"), std::string::npos) << table("by-list");
  EXPECT_EQ(table("by-list"), table("by-workbook"));
  const std::string file = "conversie-1980-202201.xml";
  EXPECT_EQ(read_text(work.path() / "by-list" / file) == read_text(work.path() / "by-workbook" / file), true);
  EXPECT_NE(read_text(work.path() / "by-list" / "manifest.json").find("filled.csv"), std::string::npos);
  EXPECT_NE(read_text(work.path() / "by-workbook" / "manifest.json").find("filled.xlsx"), std::string::npos);
  // Nothing that was linked without the decision is linked otherwise with it.
  for (const std::string& link : links("first")) EXPECT_TRUE(links("by-list").contains(link)) << link;
}

TEST_F(Decided, NeitherTheListNorTheWorkbookHoldsABsn) {
  const auto bsns = bsns_in(work.path());
  ASSERT_GE(bsns.size(), 20U);
  ASSERT_EQ(convert("out").exit_code, 0);
  write_text(work.path() / "filled.csv", filled_in("out", chosen, "later", "BSN " + *bsns.begin() + " nog uitzoeken"));
  ASSERT_EQ(convert("out", "--decisions filled.csv").exit_code, 0);
  const std::string list_text = read_text(work.path() / "out" / "review.csv");
  EXPECT_NE(list_text.find("nog uitzoeken"), std::string::npos);
  expect_free_of(bsns, list_text, "review.csv");
  for (const char* language : {"nl", "en"}) {
    const auto told = work.run(std::string("review out dijk-en-waard.rules --key key.txt --force --workbook w.xlsx --lang ") + language);
    ASSERT_EQ(told.exit_code, 0) << told.err;
    expect_free_of(bsns, told.out + told.err, "the screen");
    for (const auto& [part, text] : parts_of(work.path() / "w.xlsx")) expect_free_of(bsns, text, part);
  }
}

// Months, an export and files of decisions are added in every order: what is linked then depends on what is there alone, so it is enough that no link is lost
// or changed from any set to any larger one. What a decision links, the decision file must be there for.
TEST_F(Decided, LinksStayWhateverIsAddedInWhateverOrder) {
  ASSERT_EQ(convert("whole").exit_code, 0);
  const std::string decided = filled_in("whole", chosen, "link", "");
  const auto aside = work.path() / "aside";
  fs::create_directories(aside);
  // Two earlier months, and the half of an export.
  std::vector<std::vector<std::string>> things{{"sent/0398-202111.xml"}, {"sent/0416-202111.xml"}, {}};
  for (int dossier = 10; dossier <= 18; ++dossier) things[2].push_back("langedijk/dossier-" + std::to_string(dossier) + ".xml");
  for (const auto& files : things) {
    for (const std::string& file : files) fs::rename(work.path() / file, aside / fs::path(file).filename());
  }
  write_text(work.path() / "decided.csv", decided);
  write_text(work.path() / "other.csv", "link_code;decision\nLXA70GRS;later\n");

  std::map<unsigned, std::set<std::string>> found;
  for (unsigned added = 0; added < 32; ++added) {  // a bit for each thing that may be there
    const auto has = [&](unsigned bit) { return (added >> bit & 1U) == 1; };
    for (unsigned thing = 0; thing < things.size(); ++thing) {
      for (const std::string& file : things[thing]) {
        const fs::path place = work.path() / file;
        fs::remove(place);
        if (has(thing)) fs::copy_file(aside / place.filename(), place);
      }
    }
    std::string options = has(3) || has(4) ? "--decisions" : "";
    if (has(3)) options += " decided.csv";
    if (has(4)) options += " other.csv";
    const auto finished = convert("out", options);
    ASSERT_EQ(finished.exit_code, 0) << added << finished.err;
    found[added] = links("out");
    if (has(3) && has(4)) {
      ASSERT_EQ(convert("turned", "--decisions other.csv decided.csv").exit_code, 0);
      EXPECT_EQ(table("turned"), table("out")) << "the order of the files of decisions changes something";
      EXPECT_EQ(read_text(work.path() / "turned" / "manifest.json") == read_text(work.path() / "out" / "manifest.json"), true);
    }
  }
  ASSERT_GE(found[0].size(), 40U);
  for (const auto& [fewer, links_then] : found) {
    for (unsigned bit = 0; bit < 5; ++bit) {
      if ((fewer >> bit & 1U) == 1) continue;
      const auto& links_now = found.at(fewer | 1U << bit);
      for (const std::string& link : links_then) EXPECT_TRUE(links_now.contains(link)) << link << " is lost when " << bit << " is added to " << fewer;
      EXPECT_EQ(links_now.size(), links_then.size() + (bit == 3 ? 1U : 0U)) << bit << " added to " << fewer;
    }
  }
}

}  // namespace
}  // namespace srgconv::test
