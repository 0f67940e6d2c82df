// Decisions as files say them: what spreadsheets do to a file is survived, what cannot be understood is told with its place.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fmt/format.h>

#include "review/review.hpp"
#include "support/test_folder.hpp"
#include "support/workbooks.hpp"
#include "xml/xml.hpp"

namespace srgconv::review {
namespace {

using testing::ElementsAre;

struct Told {
  std::vector<std::string> decisions, findings;
  bool usable = false;
};

Told told(const std::string& bytes, const std::string& name = "decisions.csv") {
  const xml::Library library;
  const test::TestFolder folder;
  Diagnostics diagnostics;
  const auto decisions = read_decisions({folder.write(name, bytes), name}, diagnostics);
  Told result;
  result.usable = decisions.has_value();
  if (decisions) {
    for (const Decision& one : *decisions) {
      result.decisions.push_back(fmt::format("{}: {} {}>{} {} {} {} {} {}", one.place.line, one.link_code, one.old_key, one.new_key, srgconv::name(one.choice),
                                             one.who, one.date ? one.date->text() : "-", one.why, one.pair_code));
    }
  }
  for (const Diagnostic& one : diagnostics.all()) result.findings.push_back(fmt::format("{} {}", one.primary.line, one.code));
  return result;
}

const std::string header = "link_code;old_key;new_key;decision;who;date;why\n";
const std::string line = "LABCDEF2;0398@-/1;1980@202201/H1;link;AB;2022-02-10;nagebeld\n";
const std::string understood = "2: LABCDEF2 0398@-/1>1980@202201/H1 link AB 2022-02-10 nagebeld ";

TEST(Decisions, SurviveSpreadsheets) {
  const auto replaced = [](std::string text, char sign, const std::string& by) {
    std::string result;
    for (const char c : text) result += c == sign ? by : std::string(1, c);
    return result;
  };
  const std::string plain = header + line;
  std::string quoted = "\"" + replaced(replaced(plain, ';', "\";\""), '\n', "\"\n\"");
  quoted.resize(quoted.size() - 1);
  std::string utf_16 = "\xFF\xFE";
  for (const char c : plain) utf_16 += std::string(1, c) + '\0';
  for (const std::string& text : {plain, "\xEF\xBB\xBF" + plain, replaced(plain, '\n', "\r\n"), replaced(plain, ';', ","), replaced(plain, ';', "\t"), quoted,
                                  plain + "\n\n;;;;;;\n \n", plain.substr(0, plain.size() - 1), utf_16}) {
    const Told result = told(text);
    EXPECT_THAT(result.decisions, ElementsAre(understood)) << text;
    EXPECT_THAT(result.findings, ElementsAre()) << text;
  }
}

TEST(Decisions, ColumnsMayStandInAnyOrderAmongOthersAndBelowTitles) {
  const Told result = told("Besluiten van ons team\n\nWhy;DECISION;kleur;Link code;new key;pair_code\nnagebeld;Link;rood;labcdefo; 1980@202201/H1 ;pabc\n");
  EXPECT_THAT(result.decisions, ElementsAre("4: LABCDEF0 >1980@202201/H1 link  - nagebeld PABC"));
}

TEST(Decisions, WordsOfBothLanguages) {
  std::string text = header;
  for (const char* word : {"koppelen", "LINK", "niet koppelen", "no-link", "No link", "vervallen", "drop", "Later"})
    text += std::string("L1;;;") + word + ";;;x\n";
  std::vector<std::string> choices;
  for (const std::string& one : told(text).decisions) choices.push_back(one.substr(8, one.find(' ', 8) - 8));
  EXPECT_THAT(choices, ElementsAre("link", "link", "no-link", "no-link", "no-link", "drop", "drop", "later"));
}

TEST(Decisions, DatesAsPeopleWriteThem) {
  std::string text = header;
  for (const char* date : {"2022-02-10", "10-02-2022", "10-2-2022", "10/02/2022", "20220210", "2022-02-10 00:00:00", "gisteren", "31-02-2022"})
    text += std::string("L1;;;later;;") + date + ";\n";
  const Told result = told(text);
  for (std::size_t i = 0; i < 6; ++i) EXPECT_NE(result.decisions.at(i).find("2022-02-10"), std::string::npos) << result.decisions.at(i);
  EXPECT_THAT(result.findings, ElementsAre("8 READ-147", "9 READ-147"));
}

TEST(Decisions, LinesThatSayNothingOrCannotBeUnderstood) {
  const Told result = told(header + "L1;a;b;;;;\n" + "L1;a;b;;AB;;\n" + "L1;a;b;misschien;;;\n" + "L1;a;b;lnk;;;\n" + "L1;a;b;\"link\" x;;;\n" + line);
  EXPECT_THAT(result.decisions.size(), 1U);
  EXPECT_THAT(result.findings, ElementsAre("3 READ-145", "4 READ-146", "5 READ-146", "6 READ-149"));
}

// What stands in a message is masked before it is shortened: half a BSN is no BSN, and would pass the mask.
TEST(Decisions, AWordThatIsNoDecisionIsShownWithoutBsnAndNotCutInsideACharacter) {
  const xml::Library library;
  const test::TestFolder folder;
  const auto word = [&](const std::string& said) {
    Diagnostics diagnostics;
    const std::string bytes = header + "L1;a;b;" + said + ";;;\n";
    read_decisions({folder.write("d.csv", bytes), "d.csv"}, diagnostics);
    return diagnostics.all().at(0).arguments.at("word");
  };
  EXPECT_EQ(word(std::string(32, 'x') + " 123456782"), std::string(32, 'x') + " *******");
  EXPECT_EQ(word(std::string(39, 'x') + "ééé"), std::string(39, 'x'));
}

TEST(Decisions, HugeCellsAreCutShort) {
  const Told result =
      told(header + std::string(5000, 'L') + ";" + std::string(5000, 'a') + ";" + std::string(5000, 'b') + ";link;" + std::string(5000, 'w') + ";;x\n");
  EXPECT_LT(result.decisions.at(0).size(), 900U);
}

TEST(Decisions, NoneIsNoKey) {
  EXPECT_THAT(told(header + "L1;a;none;no-link;;;\nL1;a;geen;no-link;;;\n").decisions, ElementsAre("2: L1 a> no-link  -  ", "3: L1 a> no-link  -  "));
}

TEST(Decisions, FreeTextIsOneLineWithoutBsnAndGuard) {
  EXPECT_THAT(told(header + "L1;a;b;link;'=AB;;\"BSN 123456782\ngezien\"\n").decisions, ElementsAre("2: L1 a>b link =AB - BSN ********* gezien "));
  const Told result = told(header + "L1;a;b;link;;;" + std::string(799, 'x') + "é en meer\n");
  EXPECT_THAT(result.findings, ElementsAre("2 READ-148"));
  EXPECT_EQ(result.decisions.at(0), "2: L1 a>b link  - " + std::string(799, 'x') + " ") << "not cut inside a character";
}

TEST(Decisions, FilesThatCannotBeUsed) {
  EXPECT_THAT(told("old_key;decision\na;link\n").findings, ElementsAre("0 READ-144"));
  EXPECT_THAT(told("link_code;besluit\na;link\n").findings, ElementsAre("1 READ-144"));
  for (const char* column : {"link_code", "Decision", "old key", "NEW_KEY", "pair-code", "who", "date", "why"})
    EXPECT_THAT(told("Titel\nlink_code;old_key;new_key;pair_code;decision;who;date;why;" + std::string(column) + "\nL1;a;b;;link;;;;\n").findings,
                ElementsAre("2 READ-150"))
        << column;
  EXPECT_TRUE(told("link_code;decision;kleur;kleur\nL1;link;;\n").usable) << "of columns that do not count there may be two";
  EXPECT_THAT(told(header + "L1;a;b;\"link;;;\n").findings, ElementsAre("2 READ-107"));
  EXPECT_THAT(told("PK\x03\x04 no workbook", "decisions.xlsx").usable, false);
  EXPECT_THAT(told("").usable, false);
  const Told empty = told(header);
  EXPECT_TRUE(empty.usable);
  EXPECT_THAT(empty.findings, ElementsAre("0 CASE-057"));
}

TEST(Decisions, FromAWorkbook) {
  test::HandmadeWorkbook workbook;
  workbook.sheets = {
      {"uitleg", test::sheet_of({{"link_code", "decision"}, {"LWRONG", "link"}})},
      {"review",
       test::sheet_of({{"Titels", "voor", "mensen"}, {"link_code", "new_key", "decision", "why"}, {"LABCDEF2", "1980@202201/H1", "koppelen", "ja"}})}};
  EXPECT_THAT(told(workbook.bytes(), "w.xlsx").decisions, ElementsAre("3: LABCDEF2 >1980@202201/H1 link  - ja "));
  workbook.sheets[1].first = "Blad2";  // then the first sheet counts
  EXPECT_THAT(told(workbook.bytes(), "w.xlsx").decisions, ElementsAre("2: LWR0NG > link  -  "));
}

}  // namespace
}  // namespace srgconv::review
