// The workbook: what can be changed in it and what cannot, that it holds what review.csv holds, and that it comes back as decisions.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "support/bsn_search.hpp"
#include "support/repacked.hpp"
#include "unit/review/asked.hpp"
#include "xml/xml.hpp"

namespace srgconv::review {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

class AskedInAWorkbook : public Asked {
 protected:
  void ask() {
    old_provision(provision("0398@-/0012", "123456782"));
    old_provision(provision("0398@-/2", "012345672"));
    new_provision(provision("1980@202201/007", "123456782", 20210302));
    new_provision(provision("1980@202201/H2", "123456782"));
    workspace_->add_review(
        {"LABCDEF2", "RECO-020", "=twee kandidaten", key("0398@-/0012"), {key("1980@202201/007"), key("1980@202201/H2")}, {"PAAA", "PBBB"}, "two candidates"});
    workspace_->add_review({"LABCDEF3", "RECO-025", "geen kandidaat", key("0398@-/2"), {}, {}, "no candidate"});
  }
  std::filesystem::path written(Language language, const std::string& name = "w.xlsx") const {
    const auto path = folder_.path() / name;
    write_workbook(*workspace_, codes_, path, pseudonym_key, language);
    return path;
  }
  std::vector<read::CutRow> rows(const std::filesystem::path& path, std::string_view sheet = sheet_name) const {
    Diagnostics diagnostics;
    const auto result = read::read_filled_in({path, "w.xlsx"}, sheet, diagnostics);
    EXPECT_EQ(diagnostics.all().size(), 0U);
    return result.value_or(std::vector<read::CutRow>{});
  }

  xml::Library library_;
};

TEST_F(AskedInAWorkbook, HoldsTheLinesOfTheListAsText) {
  ask();
  const auto all = rows(written(Language::nl));
  const auto asked = lines();
  ASSERT_EQ(all.size(), asked.size() + 1);
  std::size_t compared = 0;
  for (std::size_t column = 0; column < all[0].cells.size(); ++column) {
    const std::string& title = all[0].cells[column];
    const std::string named = title.substr(title.find('\n') + 1);
    for (std::size_t i = 0; i < column_count; ++i) {
      if (named != name(static_cast<Column>(i))) continue;
      ++compared;
      for (std::size_t line = 0; line < asked.size(); ++line) {
        const auto& cells = all[line + 1].cells;
        EXPECT_EQ(column < cells.size() ? cells[column] : "", asked[line][static_cast<Column>(i)]) << named;
      }
    }
  }
  EXPECT_EQ(compared, column_count);
}

TEST_F(AskedInAWorkbook, OnlyWhatPeopleDecideCanBeChanged) {
  ask();
  const auto parts = test::parts_of(written(Language::nl));
  const std::string& sheet = parts.at("xl/worksheets/sheet2.xml");
  EXPECT_THAT(sheet, HasSubstr("<sheetProtection sheet=\"1\""));
  EXPECT_THAT(parts.at("xl/worksheets/sheet1.xml"), HasSubstr("<sheetProtection sheet=\"1\""));
  EXPECT_THAT(sheet, HasSubstr("state=\"frozen\""));
  EXPECT_THAT(sheet, HasSubstr("sqref=\"D2:D4\""));
  EXPECT_THAT(sheet, HasSubstr("\"koppelen,niet koppelen,vervallen,later\""));
  // The looks of the cells of a line: which of them are unlocked?
  const std::string& styles = parts.at("xl/styles.xml");
  std::vector<bool> unlocked;
  for (std::size_t at = styles.find("<xf ", styles.find("<cellXfs")); at != std::string::npos; at = styles.find("<xf ", at + 1)) {
    const std::size_t end = std::min(styles.find("<xf ", at + 1), styles.find("</cellXfs>"));
    unlocked.push_back(styles.substr(at, end - at).find("locked=\"0\"") != std::string::npos);
  }
  std::string open;
  for (const std::string column : {"A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "AA", "AF"}) {
    const std::size_t cell = sheet.find("<c r=\"" + column + "2\"");
    ASSERT_NE(cell, std::string::npos) << column;
    if (unlocked.at(std::stoul(sheet.substr(sheet.find("s=\"", cell) + 3)))) open += column;
  }
  EXPECT_EQ(open, "DEFG");
}

TEST_F(AskedInAWorkbook, SpeaksTheLanguageThatIsAskedFor) {
  ask();
  const auto dutch = written(Language::nl), english = written(Language::en, "en.xlsx");
  EXPECT_EQ(rows(dutch, "uitleg").at(0).cells.at(0), "Voorzieningen waarover u moet beslissen: 2");
  EXPECT_EQ(rows(english, "explanation").at(0).cells.at(0), "Provisions that you must decide about: 2");
  EXPECT_EQ(rows(english).at(1).cells.at(8), "two candidates");
  EXPECT_THAT(test::parts_of(english).at("xl/worksheets/sheet2.xml"), HasSubstr("\"link,no-link,drop,later\""));
}

TEST_F(AskedInAWorkbook, TheSameBytesForTheUserAlone) {
  ask();
  written(Language::nl);
  const std::string first = folder_.read("w.xlsx");
  ::sleep(2);  // longer than the moments that a packed file can tell apart
  const auto mask = ::umask(0);
  written(Language::nl);
  ::umask(mask);
  EXPECT_EQ(folder_.read("w.xlsx") == first, true);
  struct stat status {};
  ASSERT_EQ(::stat((folder_.path() / "w.xlsx").c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777U, 0600U);
}

TEST_F(AskedInAWorkbook, FilledInItComesBackAsDecisions) {
  ask();
  for (const Language language : {Language::nl, Language::en}) {
    auto parts = test::parts_of(written(language));
    std::string& sheet = parts.at("xl/worksheets/sheet2.xml");
    test::fill_in(sheet, "D3", std::string(word(Choice::link, language)));
    test::fill_in(sheet, "E3", "AB");
    test::fill_in(sheet, "F3", "10-02-2022");
    test::fill_in(sheet, "G3", "nagebeld");
    Diagnostics diagnostics;
    const auto decisions = read_decisions({folder_.write("filled.xlsx", test::packed_again(parts)), "filled.xlsx"}, diagnostics);
    ASSERT_TRUE(decisions && decisions->size() == 1) << render_all(diagnostics, Language::en);
    const Decision& one = decisions->front();
    EXPECT_EQ(one.link_code + " " + one.old_key + " " + one.new_key + " " + one.pair_code, "LABCDEF2 0398@-/0012 1980@202201/H2 PBBB");
    EXPECT_EQ(one.who + one.why + one.date->text(), "ABnagebeld2022-02-10");
    EXPECT_EQ(one.place.line, 3U);
  }
}

TEST_F(AskedInAWorkbook, HoldsNoBsnInAnySpelling) {
  const std::string own = "123456782", other = "012345672";
  for (const std::string id : {"H123.456.782-7", "123 45 67 82", "T12345672", "0012345672"}) {
    old_provision(provision("0398@-/" + id, own));
    new_provision(provision("1980@202201/N" + id, other));
    workspace_->add_review({"L", "RECO-001", "nummer " + id, key("0398@-/" + id), {key("1980@202201/N" + id)}, {"P"}, "number " + id});
  }
  for (const auto& [part, text] : test::parts_of(written(Language::en))) test::expect_free_of({own, other}, text, part);
}

TEST_F(AskedInAWorkbook, AFileThatCannotBeWrittenBreaksTheWorld) {
  ask();
  EXPECT_THROW(write_workbook(*workspace_, codes_, folder_.path() / "no-folder" / "w.xlsx", pseudonym_key, Language::nl), BrokenWorld);
  std::filesystem::create_directories(folder_.path() / "taken.xlsx" / "in");
  EXPECT_THROW(write_workbook(*workspace_, codes_, folder_.path() / "taken.xlsx", pseudonym_key, Language::nl), BrokenWorld);
  for (const auto& entry : std::filesystem::directory_iterator(folder_.path())) EXPECT_THAT(entry.path().filename().string(), Not(HasSubstr("srgconv-new")));
}

TEST_F(AskedInAWorkbook, AThousandCandidatesDoNotFillEveryCell) {
  old_provision(provision("0398@-/1", "123456782"));
  std::vector<ProvisionKey> candidates;
  for (int i = 0; i < 1000; ++i) {
    candidates.push_back(key("1980@202201/" + std::to_string(1000 + i)));
    new_provision(provision(candidates.back().text(), "123456782"));
  }
  workspace_->add_review({"L", "RECO-021", "x", key("0398@-/1"), candidates});
  const auto all = lines();
  ASSERT_EQ(all.size(), 1000U);
  EXPECT_LT(all[0][Column::candidates].size(), 500U);
  EXPECT_THAT(all[0][Column::candidates], HasSubstr("1980@202201/1019, ... (1000)"));
}

}  // namespace
}  // namespace srgconv::review
