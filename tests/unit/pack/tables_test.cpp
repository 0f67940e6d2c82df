// Code lists and senders from their tables: values, and faults with their place in both languages.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pack/code_table.hpp"
#include "pack/sender_table.hpp"

namespace srgconv::pack {
namespace {

using testing::ElementsAre;

constexpr auto code_header = "code;name;category;role;max_months;valid_from;valid_until;source\n";
constexpr auto sender_header = "code;name;kind;start;end;successors;source\n";

// What is wrong with the rows below the header: code, line and column of each finding.
template <class Read>
std::vector<std::string> places(const Read& read) {
  Diagnostics diagnostics;
  EXPECT_FALSE(read(diagnostics));
  std::vector<std::string> result;
  for (const Diagnostic& diagnostic : diagnostics.all())
    result.push_back(diagnostic.code + "@" + std::to_string(diagnostic.primary.line) + ":" + std::to_string(diagnostic.primary.column));
  return result;
}

std::vector<std::string> code_faults(const std::string& rows) {
  return places([&](Diagnostics& diagnostics) { return read_code_list("type", SourceText("codes/type.csv", code_header + rows), diagnostics); });
}

std::vector<std::string> sender_faults(const std::string& rows) {
  return places([&](Diagnostics& diagnostics) { return read_senders(SourceText("senders.csv", sender_header + rows), diagnostics); });
}

TEST(CodeTable, ReadsEveryColumn) {
  Diagnostics diagnostics;
  const auto list = read_code_list(
      "type",
      SourceText("t", std::string(code_header) + "22;Participatieplaats;werkplekken;participation-place;24;2019-01-01;2025-12-31;CBS\n99;Rest;;;;;;assumed\n"),
      diagnostics);
  ASSERT_TRUE(list) << render_all(diagnostics, Language::en);
  EXPECT_EQ(list->name(), "type");
  ASSERT_EQ(list->codes().size(), 2U);
  const Code& first = list->codes()[0];
  EXPECT_EQ(first.name, "Participatieplaats");
  EXPECT_EQ(first.category, "werkplekken");
  EXPECT_EQ(first.role, "participation-place");
  EXPECT_EQ(first.max_months, 24);
  EXPECT_EQ(first.valid_from, Date::from_parts(2019, 1, 1));
  EXPECT_EQ(first.valid_until, Date::from_parts(2025, 12, 31));
  EXPECT_EQ(first.source, "CBS");
  EXPECT_EQ(list->codes()[1].max_months, std::nullopt);
  EXPECT_EQ(list->codes()[1].valid_from, std::nullopt);
}

TEST(CodeTable, OneCodeMayMeanOtherThingsAtOtherTimes) {
  Diagnostics diagnostics;
  const auto list = read_code_list("type", SourceText("t", std::string(code_header) + "22;Oud;;;;;2018-12-31;x\n22;Nieuw;;;;2019-01-01;;x\n"), diagnostics);
  ASSERT_TRUE(list) << render_all(diagnostics, Language::en);
  EXPECT_EQ(list->find("22", *Date::from_parts(2018, 12, 31))->name, "Oud");
  EXPECT_EQ(list->find("22", *Date::from_parts(2019, 1, 1))->name, "Nieuw");
}

TEST(CodeTable, ReportsEveryFault) {
  EXPECT_THAT(code_faults("22;A;;;;;2019-01-01;x\n22;B;;;;2019-01-01;;x\n"), ElementsAre("PACK-034@3:1"));
  EXPECT_THAT(code_faults("22;A;;;0;;;x\n23;B;;;9999999999999;;;x\n24;C;;;-1;;;x\n"), ElementsAre("PACK-031@2:8", "PACK-031@3:8", "PACK-031@4:8"));
  EXPECT_THAT(code_faults(";A;;;;;;x\n23;;;;;;;x\n24;C;;;;;;\n"), ElementsAre("PACK-032@2:1", "PACK-032@3:4", "PACK-032@4:11"));
  EXPECT_THAT(code_faults("22;A;;;;2020-01-01;2019-01-01;x\n23;B;;;;1 jan;;x\n"), ElementsAre("PACK-033@2:20", "PACK-030@3:9"));
}

TEST(CodeTable, FaultsAreShownWithTheirLine) {
  Diagnostics diagnostics;
  EXPECT_FALSE(read_code_list("type", SourceText("codes/type.csv", std::string(code_header) + "22;A;;;veel;;;x\n"), diagnostics));
  EXPECT_EQ(render_all(diagnostics, Language::nl),
            "codes/type.csv:2:8 (max_months): fout [PACK-031] 'veel' in kolom 'max_months' is geen geheel getal van 1 tot en met 1200\n"
            "   2 | 22;A;;;veel;;;x\n"
            "     |        ^^^^\n"
            "     = tip: schrijf een aantal maanden, of laat de cel leeg als er geen maximum bekend is\n");
}

TEST(SenderTable, ReadsEveryColumn) {
  Diagnostics diagnostics;
  const auto senders =
      read_senders(SourceText("t", std::string(sender_header) + "0788;Haaren;municipality;1996-01-01;2021-01-01;0824@2021-01-01,0855;Tabel "
                                                                "33\n0824;Oisterwijk;municipality;;;;Tabel 33\n0855;Tilburg;joint-body;;;;x\n"),
                   diagnostics);
  ASSERT_TRUE(senders) << render_all(diagnostics, Language::en);
  ASSERT_EQ(senders->size(), 3U);
  const Sender& haaren = senders->at(0);
  EXPECT_EQ(haaren.name, "Haaren");
  EXPECT_EQ(haaren.start, Date::from_parts(1996, 1, 1));
  EXPECT_EQ(haaren.end, Date::from_parts(2021, 1, 1));
  ASSERT_EQ(haaren.successors.size(), 2U);
  EXPECT_EQ(haaren.successors[0].code.text(), "0824");
  EXPECT_EQ(haaren.successors[0].date, Date::from_parts(2021, 1, 1));
  EXPECT_EQ(haaren.successors[1].date, std::nullopt);
  EXPECT_EQ(senders->at(2).kind, SenderKind::joint_body);
}

TEST(SenderTable, ReportsEveryFault) {
  EXPECT_THAT(sender_faults("03-63;A;municipality;;;;x\n"), ElementsAre("PACK-040@2:1"));
  EXPECT_THAT(sender_faults("0363;A;municipality;2020-01-01;2020-01-01;;x\n"), ElementsAre("PACK-041@2:32"));
  EXPECT_THAT(sender_faults("0363;A;gemeente;;;;x\n"), ElementsAre("PACK-042@2:8"));
  EXPECT_THAT(sender_faults("0363;A;municipality;;;0@2020-01-01,,1;x\n"), ElementsAre("PACK-043@2:23", "PACK-045@2:23", "PACK-045@2:23"));
  EXPECT_THAT(sender_faults("0363;A;municipality;;;0364@;x\n0364;B;municipality;;;;x\n"), ElementsAre("PACK-043@2:23"));
  EXPECT_THAT(sender_faults("0363;A;municipality;;;0364,;x\n0364;B;municipality;;;;x\n"), ElementsAre("PACK-043@2:23"));
  EXPECT_THAT(sender_faults("0363;A;municipality;;;0364,0364;x\n0364;B;municipality;;;;x\n"), ElementsAre("PACK-043@2:23"));
  EXPECT_THAT(sender_faults("0363;A;municipality;;;0364@2020-02-30;x\n0364;B;municipality;;;;x\n"), ElementsAre("PACK-030@2:23"));
  EXPECT_THAT(sender_faults("0363;A;municipality;;;;x\n0363;B;municipality;;;;x\n"), ElementsAre("PACK-044@3:1"));
  EXPECT_THAT(sender_faults("0363;A;municipality;;;0364@2020-01-01;x\n0364;B;municipality;2020-01-02;;;x\n"), ElementsAre("PACK-046@2:23"));
  EXPECT_THAT(sender_faults("0363;A;municipality;;;0364@2020-01-02;x\n0364;B;municipality;;2020-01-01;;x\n"), ElementsAre("PACK-046@2:23"));
  EXPECT_THAT(sender_faults("1;A;municipality;;;2;x\n2;B;municipality;;;3;x\n3;C;municipality;;;1;x\n"), ElementsAre("PACK-047@4:20"));
  EXPECT_THAT(sender_faults("1;A;municipality;;;1;x\n"), ElementsAre("PACK-047@2:20"));
}

TEST(SenderTable, AMunicipalityMayJoinAJointBodyAndLeaveItAgain) {
  Diagnostics diagnostics;
  const std::string rows = "1;A;municipality;;;9@2019-01-01;x\n9;W;joint-body;;;1@2023-01-01;x\n";
  EXPECT_TRUE(read_senders(SourceText("t", std::string(sender_header) + rows), diagnostics)) << render_all(diagnostics, Language::en);
}

TEST(SenderTable, AChainWithinOneDayIsLawful) {
  Diagnostics diagnostics;
  EXPECT_TRUE(read_senders(
      SourceText("t", std::string(sender_header) +
                          "1;A;municipality;;1982-01-01;2@1982-01-01;x\n2;B;municipality;;1982-01-01;3@1982-01-01;x\n3;C;municipality;1982-01-01;;;x\n"),
      diagnostics))
      << render_all(diagnostics, Language::en);
}

TEST(SenderTable, FaultsAreShownWithTheirLine) {
  Diagnostics diagnostics;
  EXPECT_FALSE(read_senders(SourceText("senders.csv", std::string(sender_header) + "0398;Heerhugowaard;municipalty;;;;x\n"), diagnostics));
  EXPECT_EQ(render_all(diagnostics, Language::en),
            "senders.csv:2:20 (kind): error [PACK-042] 'municipalty' is not a kind of sender\n"
            "   2 | 0398;Heerhugowaard;municipalty;;;;x\n"
            "     |                    ^^^^^^^^^^^\n"
            "     = tip: perhaps 'municipality' is meant\n");
}

}  // namespace
}  // namespace srgconv::pack
