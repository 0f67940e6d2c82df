#include "rehearse/rehearse.hpp"

#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

#include "support/test_folder.hpp"
#include "support/test_rules.hpp"

namespace srgconv::rehearse {
namespace {

const std::string source = R"(
format source : csv { columns NR, BSN, SOORT, VAN, DOEL }
codes soort { 'PP' => '22'; 'CO' => '40'; else reject because 'unknown type' }
mapping provisions from source to provision {
  skip when SOORT = 'X' because 'no provision'
  bsn = BSN
  id = NR
  type = soort[SOORT]
  start = date(VAN, 'dd-mm-yyyy')
  goal = DOEL
}
)";
const std::string header = "NR;BSN;SOORT;VAN;DOEL\n";

class Rehearse : public testing::Test {
 protected:
  std::vector<Rehearsed> run(const std::string& rules, const std::string& content) {
    const auto set = test::parse_right(rules, pack);
    if (!set) return {};
    std::ofstream(folder.path() / "data.csv", std::ios::binary) << content;
    return rehearse({*set, pack.codes, 15, folder.path(), others}, {folder.path() / "data.csv", "data.csv"}, found);
  }
  const Diagnostic* finding(std::string_view code) const {
    for (const Diagnostic& each : found.all()) {
      if (each.code == code) return &each;
    }
    return nullptr;
  }
  std::string argument(std::string_view code, const std::string& name) const {
    return finding(code) == nullptr ? "no finding" : finding(code)->arguments.at(name);
  }

  test::TestFolder folder;
  test::TestPack pack;
  std::vector<OtherRules> others;
  Diagnostics found;
};

TEST_F(Rehearse, CountsWhatBecomesOfTheRows) {
  const auto rows = run(source, header + "1;123456782;PP;01-03-2021;1\n2;123456782;X;;\n3;123456782;ZZ;01-03-2021;\n4;123456782;CO;x;\n");
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0].mapping, "provisions");
  EXPECT_EQ(rows[0].rows, 4U);
  EXPECT_EQ(rows[0].used, 1U);
  EXPECT_EQ(rows[0].skipped, 1U);
  EXPECT_EQ(rows[0].rejected, 2U);
}

TEST_F(Rehearse, ARowThatIsRejectedForOneFieldStillShowsTheOthers) {
  run(source, header + "1;1;ZZ;2021-03-01;7\n");
  EXPECT_EQ(argument("DATA-003", "words"), "'ZZ' (<5)");
  EXPECT_EQ(argument("DATA-010", "shapes"), "'9999-99-99' (<5)");
  EXPECT_EQ(argument("DATA-008", "words"), "'7' (<5)");
}

TEST_F(Rehearse, WordsOfSkippedRowsAreNoneOfTheTablesBusiness) {
  run(source, header + "1;123456782;X;;\n");
  EXPECT_EQ(finding("DATA-003"), nullptr);
  EXPECT_EQ(finding("DATA-030"), nullptr) << "a table that was never asked";
}

TEST_F(Rehearse, NamesTheWordsOfATableThatNeverOccur) {
  run(source, header + "1;123456782;PP;01-03-2021;1\n");
  EXPECT_EQ(argument("DATA-030", "words"), "'CO'");
}

TEST_F(Rehearse, ColumnsThatDifferDoNotHideTheRest) {
  const auto rows = run(source, "BSN;NR;EXTRA;SOORT;DOEL\n123456782;1;x;ZZ;1\n");
  EXPECT_EQ(argument("READ-101", "column"), "EXTRA");
  EXPECT_EQ(argument("READ-102", "column"), "VAN");
  EXPECT_EQ(argument("DATA-003", "words"), "'ZZ' (<5)");
  EXPECT_EQ(finding("DATA-020"), nullptr) << "that no row has a start follows from the missing column";
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0].rows, 1U);
}

TEST_F(Rehearse, TakesTheFormatThatFits) {
  const auto rows =
      run(source + "format ids : csv { columns OUD, NIEUW }\nmapping links from ids to link { old.id = OUD; new.id = NIEUW }\n", "OUD;NIEUW\n1;2\n");
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0].mapping, "links");
  EXPECT_TRUE(found.all().empty()) << render_all(found, Language::en);
}

TEST_F(Rehearse, SaysThatTheFileIsAnotherSuppliers) {
  others.push_back({"other", *test::parse_right(source, pack)});
  const std::string own =
      "format own : csv { columns A, B, NR }\nmapping m from own to provision { bsn = A; id = NR; type = B; start = date(B, 'dd-mm-yyyy') }\n";
  EXPECT_TRUE(run(own, header + "1;123456782;PP;01-03-2021;1\n").empty());
  ASSERT_EQ(found.all().size(), 1U) << render_all(found, Language::en);
  EXPECT_EQ(argument("DATA-001", "import"), "other");
  EXPECT_EQ(argument("DATA-001", "found"), "5");
  EXPECT_EQ(argument("DATA-001", "found_at_hand"), "1");
}

TEST_F(Rehearse, AColumnTooFewIsNoOtherSupplier) {
  others.push_back({"other", *test::parse_right(source, pack)});
  std::string own = source;
  own.replace(own.find("source"), 6, "mine  ");
  own.replace(own.find("from source"), 11, "from mine  ");
  own.replace(own.find("DOEL }"), 6, "DOEL, EXTRA }");
  run(own, header + "1;123456782;PP;01-03-2021;1\n");
  EXPECT_EQ(finding("DATA-001"), nullptr);
  EXPECT_EQ(argument("READ-102", "column"), "EXTRA");
}

TEST_F(Rehearse, ReadsAFileAsTheTransitionSays) {
  const std::string transition =
      "format levering2 : csv { columns X, Y }\nmapping m2 from levering2 to link { old.id = X; new.id = Y }\n"
      "transition t { reason merger; month 2022-01\n old '0398' from '*.csv' as snapshot 2021-12-31 using provisions\n new '1980' from 'n.xml'\n"
      " identity '0398' { match }\n match { within bsn; equal type } }\n";
  run(source + transition, "X;Y\n1;2\n");
  EXPECT_EQ(argument("DATA-009", "format"), "levering2");
  EXPECT_EQ(argument("DATA-009", "mapping"), "m2");
}

TEST_F(Rehearse, TheSenderOfATransitionIsTheSender) {
  const std::string rules =
      "format s : csv { columns NR, BSN, VAN, CODE }\nmapping m from s to provision { reject when CODE != sender because 'other'\n"
      " bsn = BSN; id = NR; type = '22'; start = date(VAN, 'dd-mm-yyyy') }\n";
  const std::string data = "NR;BSN;VAN;CODE\n1;123456782;01-03-2021;0398\n";
  auto rows = run(rules, data);
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0].used, 0U);
  EXPECT_NE(finding("DATA-024"), nullptr);
  found = {};
  rows = run(rules +
                 "transition t { reason merger; month 2022-01\n old '0398' from '*.csv' as snapshot 2021-12-31 using m\n new '1980' from 'n.xml'\n"
                 " identity '0398' { match }\n match { within bsn; equal type } }\n",
             data);
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0].used, 1U) << render_all(found, Language::en);
  EXPECT_EQ(finding("DATA-024"), nullptr);
}

TEST_F(Rehearse, RowsThatBelongTogetherAndContradictEachOtherAreRejected) {
  std::string rules = source;
  rules.replace(rules.find("  goal = DOEL"), 13, "  goal = DOEL\n  merge rows with equal bsn, id { start earliest }");
  const auto rows = run(rules, header + "1;123456782;PP;01-03-2021;1\n1;123456782;PP;01-05-2021;1\n2;123456782;PP;01-03-2021;1\n2;123456782;CO;01-03-2021;1\n");
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0].used, 2U);
  EXPECT_EQ(rows[0].rejected, 2U);
  EXPECT_EQ(argument("DATA-020", "rows"), "<5");
}

TEST_F(Rehearse, AFileThatIsNotThereIsSaidToBe) {
  const auto set = test::parse_right(source, pack);
  EXPECT_TRUE(rehearse({*set, pack.codes, 15, folder.path(), others}, {folder.path() / "none.csv", "none.csv"}, found).empty());
  ASSERT_EQ(found.all().size(), 1U) << render_all(found, Language::en);
  EXPECT_EQ(found.all()[0].code, "READ-001");
}

// Whatever stands in the cells: no value of the BSN, the number or a date is shown.
TEST_F(Rehearse, ShowsNoValueOfAPerson) {
  std::string rows = header;
  for (int i = 0; i < 20; ++i)
    rows += std::to_string(7000000 + i) + ";111222333;Pietersen " + std::to_string(i) + ";1985-03-0" + std::to_string(i % 9) + ";J. Jansen\n";
  run(source, rows);
  const std::string shown = render_all(found, Language::nl);
  for (const char* hidden : {"70000", "111222333", "Pietersen", "1985", "Jansen"}) EXPECT_EQ(shown.find(hidden), std::string::npos) << shown;
  EXPECT_NE(finding("DATA-003"), nullptr);
}

}  // namespace
}  // namespace srgconv::rehearse
