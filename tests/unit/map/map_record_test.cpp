#include "map/map.hpp"

#include <gtest/gtest.h>

#include "support/test_rules.hpp"

namespace srgconv::map {
namespace {

const std::string mapping_text = R"(
format export : csv {
  separator ';'; header yes
  columns NR, BSN, SOORT, VAN, TOT, DOEL, LOON, STATUS
}
codes soort { 'LKS' => 'wage-cost-subsidy' as role; 'PPL' => '22'; 'COACH' => '40'; 'OUD' => '99'; else reject because 'unknown type' }
mapping provisions from export to provision {
  skip when STATUS = 'test' because 'test provision'
  reject when STATUS = 'fout' because 'marked as wrong'
  bsn = pad_left(digits(BSN), 9, '0')
  id = NR
  type = soort[SOORT]
  start = date(VAN, 'dd-mm-yyyy')
  end = date(TOT, 'dd-mm-yyyy') when TOT is not empty
  goal = DOEL
  wage_value = decimal(LOON, ',') when this.type.role = 'wage-cost-subsidy'
  split when SOORT = 'COACH' into { id = this.id & 'A'; type = '40' } { id = this.id & 'B'; type = '42' }
}
)";

class MapRecord : public testing::Test {
 protected:
  MapRecord() : rules(test::parse_right(mapping_text, pack)) {}

  MappedRow map(const std::vector<std::string>& cells) {
    SourceRecord record;
    record.line = 7;
    for (const std::string& cell : cells) record.values.push_back({cell, true, 7});
    const SenderCode sender = *SenderCode::parse("0398");
    return map_record({*rules->mapping("provisions"), {sender, ReportMonth::from_parts(2021, 12)}, {sender, {}}, pack.codes}, record);
  }
  std::string code_of(const std::vector<std::string>& cells) { return map(cells).why.code; }

  test::TestPack pack;
  std::optional<rules::RuleSet> rules;
};

TEST_F(MapRecord, MakesOneProvision) {
  const MappedRow row = map({"77-1", "123456782", "LKS", "01-03-2021", "", "1", "45,5", ""});
  ASSERT_EQ(row.outcome, RowOutcome::used) << sentence(row.why, Language::en);
  ASSERT_EQ(row.provisions.size(), 1U);
  const Provision& made = row.provisions.front().provision;
  EXPECT_EQ(made.key.text(), "0398@-/77-1");
  EXPECT_EQ(made.bsn.reveal(), "123456782");
  EXPECT_EQ(made.type, "10");
  EXPECT_EQ(made.start, Date::from_packed(20210301));
  EXPECT_FALSE(made.end);
  EXPECT_EQ(made.goal, "1");
  EXPECT_EQ(made.wage_value, Decimal::from_units(455000));
  EXPECT_EQ(row.provisions.front().rule.file, "test.rules");
}

TEST_F(MapRecord, AnOptionalFieldStaysEmptyWhenItsConditionFails) {
  const MappedRow row = map({"77-1", "123456782", "PPL", "01-03-2021", "", "", "45,5", ""});
  ASSERT_EQ(row.outcome, RowOutcome::used);
  EXPECT_FALSE(row.provisions.front().provision.wage_value);
}

TEST_F(MapRecord, ASplitMakesAProvisionPerBranch) {
  const MappedRow row = map({"80-3", "123456782", "COACH", "06-09-2021", "31-12-2021", "2", "", ""});
  ASSERT_EQ(row.provisions.size(), 2U);
  EXPECT_EQ(row.provisions[0].provision.key.id, "80-3A");
  EXPECT_EQ(row.provisions[0].provision.type, "40");
  EXPECT_EQ(row.provisions[1].provision.key.id, "80-3B");
  EXPECT_EQ(row.provisions[1].provision.type, "42");
  EXPECT_EQ(row.provisions[1].provision.end, Date::from_packed(20211231));
  EXPECT_NE(row.provisions[0].rule, SourceSpan{});
}

TEST_F(MapRecord, GuardsRunFirstAndInOrder) {
  EXPECT_EQ(map({"", "", "", "", "", "", "", "test"}).outcome, RowOutcome::skipped);
  const MappedRow wrong = map({"1", "123456782", "PPL", "01-03-2021", "", "", "", "fout"});
  EXPECT_EQ(wrong.outcome, RowOutcome::rejected);
  EXPECT_EQ(wrong.why.code, "MAP-051");
  EXPECT_EQ(sentence(wrong.why, Language::en), "rejected: marked as wrong");
  EXPECT_EQ(wrong.rule.line, wrong.why.primary.line);
}

TEST_F(MapRecord, EveryFaultOfABsnHasItsOwnCode) {
  EXPECT_EQ(code_of({"1", "", "PPL", "01-03-2021", "", "", "", ""}), "MAP-052");
  EXPECT_EQ(code_of({"1", "1234567820", "PPL", "01-03-2021", "", "", "", ""}), "MAP-060");
  EXPECT_EQ(code_of({"1", "000000000", "PPL", "01-03-2021", "", "", "", ""}), "MAP-061");
  EXPECT_EQ(code_of({"1", "123456789", "PPL", "01-03-2021", "", "", "", ""}), "MAP-062");
}

TEST_F(MapRecord, ARowWhoseBsnFailsTheTestStillTellsTheRest) {
  const MappedRow row = map({"77-1", "123456789", "PPL", "01-03-2021", "31-12-2021", "2", "", ""});
  EXPECT_EQ(row.outcome, RowOutcome::rejected);
  EXPECT_TRUE(row.provisions.empty());
  ASSERT_TRUE(row.misspelt);
  EXPECT_EQ(row.misspelt->digits, 123456789U);
  EXPECT_EQ(row.misspelt->id, "77-1");
  EXPECT_EQ(row.misspelt->type, "22");
  EXPECT_EQ(row.misspelt->start, Date::from_packed(20210301));
  EXPECT_EQ(row.misspelt->end, Date::from_packed(20211231));
  EXPECT_EQ(row.misspelt->goal, "2");
  EXPECT_FALSE(map({"77-1", "123456782", "PPL", "01-03-2021", "", "", "", ""}).misspelt);
  EXPECT_FALSE(map({"77-1", "000000000", "PPL", "01-03-2021", "", "", "", ""}).misspelt);
  EXPECT_FALSE(map({"77-1", "123456789", "PPL", "31-02-2021", "", "", "", ""}).misspelt);  // rejected for something else
}

TEST_F(MapRecord, PaddingKeepsEmptyEmpty) { EXPECT_EQ(code_of({"1", "", "PPL", "01-03-2021", "", "", "", ""}), "MAP-052"); }

TEST_F(MapRecord, RefusesNumbersThatAreNone) {
  EXPECT_EQ(code_of({"", "123456782", "PPL", "01-03-2021", "", "", "", ""}), "MAP-052");
  EXPECT_EQ(code_of({"R123456782", "123456782", "PPL", "01-03-2021", "", "", "", ""}), "MAP-063");
  EXPECT_EQ(code_of({"1234567890123456", "123456782", "PPL", "01-03-2021", "", "", "", ""}), "MAP-064");
  EXPECT_EQ(code_of({"1 ", "123456782", "PPL", "01-03-2021", "", "", "", ""}), "MAP-065");
  EXPECT_EQ(code_of({"\xC3\xA9"
                     "234567890123\xC3\xA9",
                     "123456782", "PPL", "01-03-2021", "", "", "", ""}),
            "")
      << "characters count, not bytes";
}

TEST_F(MapRecord, RefusesCodesThatAreNotInTheList) {
  EXPECT_EQ(code_of({"1", "123456782", "PPL", "01-03-2021", "", "7", "", ""}), "MAP-066");
  EXPECT_EQ(code_of({"1", "123456782", "OUD", "01-03-2021", "", "", "", ""}), "MAP-067");
  EXPECT_EQ(code_of({"1", "123456782", "OUD", "01-03-2017", "", "", "", ""}), "");
  const MappedRow unknown = map({"1", "123456782", "XYZ", "01-03-2021", "", "", "", ""});
  EXPECT_EQ(unknown.outcome, RowOutcome::rejected);
  EXPECT_NE(sentence(unknown.why, Language::en).find("unknown type"), std::string::npos) << sentence(unknown.why, Language::en);
}

TEST_F(MapRecord, AnImpossibleDateRejectsTheRow) {
  const MappedRow row = map({"1", "123456782", "PPL", "31-02-2021", "", "", "", ""});
  EXPECT_EQ(row.outcome, RowOutcome::rejected);
  EXPECT_TRUE(row.provisions.empty());
  EXPECT_NE(row.rule.line, 0U);
}

TEST_F(MapRecord, NoReasonShowsTheBsn) {
  for (const auto& cells : std::vector<std::vector<std::string>>{{"R123456782", "123456782", "PPL", "01-03-2021", "", "", "", ""},
                                                                 {"1", "123456782", "123456782", "01-03-2021", "", "", "", ""},
                                                                 {"1", "123456782", "PPL", "123456782", "", "", "", ""}}) {
    const MappedRow row = map(cells);
    ASSERT_EQ(row.outcome, RowOutcome::rejected);
    EXPECT_EQ(sentence(row.why, Language::nl).find("123456782"), std::string::npos);
    EXPECT_EQ(tip(row.why, Language::nl).find("123456782"), std::string::npos);
  }
}

TEST_F(MapRecord, LinksComeFromMappingsToLink) {
  const auto lists =
      test::parse_right("format ids : csv { separator ';'; columns OUD, NIEUW }\nmapping m from ids to link { old.id = OUD; new.id = NIEUW }\n", pack);
  SourceRecord record;
  record.values = {{"1001", true, 2}, {"2001", true, 2}};
  const SenderCode sender = *SenderCode::parse("0398");
  const MappedRow row = map_record({*lists->mapping("m"), {sender, {}}, {sender, {}}, pack.codes}, record);
  ASSERT_TRUE(row.link.has_value());
  EXPECT_EQ(row.link->old_id, "1001");
  EXPECT_EQ(row.link->new_id, "2001");
  EXPECT_TRUE(row.provisions.empty());
}

TEST_F(MapRecord, ExamplesThatFailSayWhatTheyGot) {
  const auto wrong =
      test::parse_right(mapping_text.substr(0, mapping_text.rfind('}')) +
                            "  example given NR = '1', BSN = '123456782', SOORT = 'PPL', VAN = '01-03-2021' expect type = '40'\n"
                            "  example given NR = '1', BSN = '123456782', SOORT = 'XYZ', VAN = '01-03-2021' expect type = '22'\n"
                            "  example given NR = '1', BSN = '123456782', SOORT = 'PPL', VAN = '01-03-2021' expect type = '22', start = 2021-03-01\n}\n",
                        pack);
  Diagnostics diagnostics;
  run_examples(*wrong->mapping("provisions"), pack.codes, diagnostics);
  ASSERT_EQ(diagnostics.error_count(), 2U) << render_all(diagnostics, Language::en);
  EXPECT_EQ(sentence(diagnostics.all()[0], Language::en), "an example of mapping 'provisions' gives '22' for 'type' instead of '40'");
  EXPECT_EQ(sentence(diagnostics.all()[1], Language::en), "an example of mapping 'provisions' gives 'reject' instead of 'provision'");
}

}  // namespace
}  // namespace srgconv::map
