// What a rule file comes to mean: formats, mappings and transitions as the rest of the program sees them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/rules/design_example.hpp"
#include "unit/rules/fake_imports.hpp"

namespace srgconv::rules::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::vector<std::string> targets(const std::vector<Assignment>& assignments) {
  std::vector<std::string> names;
  for (const Assignment& assignment : assignments) names.emplace_back(target_name(assignment.target));
  return names;
}

TEST(DesignExample, ParsesWithoutItsUnusedColumn) {
  FakeImports imports;
  const Parsed parsed = parse(design_example, imports);
  ASSERT_TRUE(parsed.rules) << parsed.messages;
  EXPECT_EQ(parsed.messages, R"(case.rules:5:72: warning [RULE-098] no rule uses column 'DOEL' of format 'a-export'
   5 |   columns CLIENTNR, BSN, TRAJECT, INSTRUMENT, "DATUM IN", "DATUM UIT", DOEL, LOONW, BUDGET, OPMERKING
     |                                                                        ^^^^
     = tip: use the column, or say at the format why not: ignore "DOEL" because '...'
)");
}

TEST(DesignExample, Formats) {
  FakeImports imports;
  const Parsed parsed = parse(design_example, imports);
  ASSERT_TRUE(parsed.rules);
  const Format* csv = parsed.rules->format("a-export");
  ASSERT_NE(csv, nullptr);
  EXPECT_EQ(csv->kind, FormatKind::csv);
  EXPECT_EQ(csv->encoding, TextEncoding::windows_1252);
  EXPECT_EQ(csv->separator, ';');
  EXPECT_EQ(csv->header_lines, 1U);
  ASSERT_EQ(csv->fields.size(), 10U);
  EXPECT_EQ(csv->fields[4].name, "DATUM IN");
  EXPECT_TRUE(csv->fields[4].optional);
  ASSERT_EQ(csv->ignored.size(), 1U);
  EXPECT_EQ(csv->ignored[0].reason, "free text, not part of SRG");

  const Format* xml = parsed.rules->format("suwiml");
  ASSERT_NE(xml, nullptr);
  EXPECT_EQ(xml->kind, FormatKind::xml);
  EXPECT_EQ(xml->schema, "levering.xsd");
  EXPECT_EQ(xml->root, "Levering");
  EXPECT_EQ(xml->namespace_uri, "urn:example:srg");
  EXPECT_TRUE(xml->qualified);
  EXPECT_EQ(xml->record_path, "Persoon/Voorziening");
  ASSERT_EQ(xml->header.size(), 3U);
  EXPECT_EQ(xml->header[1].type, ValueType::month);
  ASSERT_TRUE(xml->header[2].count);
  EXPECT_EQ(xml->header[2].path, "");
  EXPECT_EQ(xml->fields[0].path, "../Burgerservicenummer");
  EXPECT_EQ(xml->fields[4].type, ValueType::date);
  EXPECT_TRUE(xml->fields[4].partial);
  EXPECT_TRUE(xml->fields[4].optional);
  EXPECT_FALSE(xml->fields[3].optional);
}

TEST(DesignExample, FormatsAreImportedFirst) {
  FakeImports imports;
  const Parsed parsed = parse(design_example, imports);
  ASSERT_TRUE(parsed.rules);
  EXPECT_EQ(parsed.rules->formats.front()->name, "levering");
  EXPECT_THAT(parsed.rules->packs, ElementsAre("test-pack"));
  EXPECT_THAT(parsed.rules->file_names, ElementsAre("case.rules", "schemas/test-pack/formats.rules"));
}

TEST(DesignExample, Mapping) {
  FakeImports imports;
  const Parsed parsed = parse(design_example, imports);
  ASSERT_TRUE(parsed.rules);
  const rules::Mapping* mapping = parsed.rules->mapping("a-provisions");
  ASSERT_NE(mapping, nullptr);
  EXPECT_EQ(mapping->format.get(), parsed.rules->format("a-export"));
  ASSERT_EQ(mapping->guards.size(), 2U);
  EXPECT_FALSE(mapping->guards[0].reject);
  EXPECT_EQ(mapping->guards[1].reason, "test provision");
  EXPECT_THAT(targets(mapping->assignments), ElementsAre("bsn", "id", "type", "start", "end", "wage_value"));
  EXPECT_EQ(rule_name(mapping->assignments[0].span), "case.rules:29");
  EXPECT_EQ(mapping->assignments[0].when, nullptr);
  EXPECT_NE(mapping->assignments[4].when, nullptr);
  ASSERT_EQ(mapping->splits.size(), 1U);
  ASSERT_EQ(mapping->splits[0].branches.size(), 2U);
  EXPECT_THAT(targets(mapping->splits[0].branches[1]), ElementsAre("type", "id"));
  ASSERT_EQ(mapping->examples.size(), 1U);
  EXPECT_EQ(mapping->examples[0].given[2], (std::pair<std::size_t, std::string>(4, "01-03-2021")));
  EXPECT_EQ(mapping->examples[0].expect[1].second, Value(*Date::from_parts(2021, 3, 1)));
  EXPECT_THAT(mapping->column_used, ElementsAre(true, true, true, true, true, true, false, true, true, false));
  EXPECT_THAT(mapping->column_personal, ElementsAre(false, true, false, false, false, false, false, false, false, false));
}

TEST(DesignExample, Transition) {
  FakeImports imports;
  const Parsed parsed = parse(design_example, imports);
  ASSERT_TRUE(parsed.rules);
  ASSERT_EQ(parsed.rules->transitions.size(), 1U);
  const Transition& transition = parsed.rules->transitions[0];
  EXPECT_EQ(transition.name, "dijk-en-waard");
  EXPECT_EQ(transition.reason, "merger");
  EXPECT_EQ(transition.month, *ReportMonth::from_parts(2022, 1));
  EXPECT_EQ(transition.assessed_on, Date::from_parts(2022, 2, 10));
  ASSERT_EQ(transition.old.size(), 2U);
  EXPECT_EQ(transition.old[0].sender.text(), "0398");
  EXPECT_TRUE(std::holds_alternative<MonthInFileName>(transition.old[0].month));
  EXPECT_EQ(transition.old[0].mapping.get(), parsed.rules->mapping("a-provisions"));
  EXPECT_EQ(std::get<Snapshot>(transition.old[1].month).day, *Date::from_parts(2021, 12, 31));
  EXPECT_EQ(transition.old[1].mapping->format->name, "suwiml");
  ASSERT_EQ(transition.delivered.size(), 2U);
  EXPECT_EQ(transition.delivered[0].mapping->format->name, "levering");
  EXPECT_EQ(transition.delivered[0].mapping, transition.delivered[1].mapping);
  EXPECT_TRUE(std::holds_alternative<MonthInHeader>(transition.delivered[0].month));
  ASSERT_EQ(transition.fresh.size(), 1U);
  ASSERT_EQ(transition.identities.size(), 2U);
  ASSERT_EQ(transition.identities[1].steps.size(), 2U);
  EXPECT_EQ(std::get<ListIdentity>(transition.identities[1].steps[0]).mapping.get(), parsed.rules->mapping("a-ids"));
  EXPECT_TRUE(std::holds_alternative<MatchIdentity>(transition.identities[1].steps[1]));
  ASSERT_TRUE(transition.match);
  ASSERT_EQ(transition.match->levels.size(), 2U);
  EXPECT_THAT(transition.match->levels[0].equal, ElementsAre(TargetField::type, TargetField::start));
  EXPECT_THAT(transition.match->levels[1].equal, ElementsAre(TargetField::type));
  EXPECT_EQ(transition.match->levels[1].start_within, 3);
  EXPECT_EQ(transition.drops[0].id, "77-1");
  ASSERT_EQ(transition.requirements.size(), 2U);
  EXPECT_EQ(transition.requirements[0].text, "coverage >= 99.5%");
  EXPECT_EQ(transition.requirements[0].limit, *Decimal::parse("99.5"));
  EXPECT_EQ(transition.requirements[1].metric, Metric::open);
}

TEST(ImplicitMapping, TakesTheFieldsThatAreTargets) {
  FakeImports imports;
  const Parsed parsed = parse(design_example, imports);
  ASSERT_TRUE(parsed.rules);
  const rules::Mapping& mapping = *parsed.rules->transitions[0].fresh[0].mapping;
  EXPECT_EQ(mapping.name, "levering");
  EXPECT_THAT(targets(mapping.assignments), ElementsAre("bsn", "id", "type", "start", "end", "wage_value", "description"));
  EXPECT_TRUE(mapping.column_personal[0]);
  EXPECT_FALSE(mapping.column_personal[1]);
  const auto& fields = mapping.format->fields;
  for (std::size_t i = 0; i < fields.size(); ++i) EXPECT_EQ(mapping.column_described[i], fields[i].name == "description") << fields[i].name;
}

constexpr const char* table = "import 'test-pack'\nformat bron : csv { columns NR, BSN, Geboortedatum, BEGIN, \"sender\" }\n";

TEST(MappingOrder, FillsAFieldBeforeItIsLookedAt) {
  FakeImports imports;
  const Parsed parsed = parse(std::string(table) + R"(
mapping m from bron to provision {
  goal = '1' when this.type.role = 'job-coach' and this.id starts with 'A'
  id = this.type & '-' & NR
  description = "sender" & "Geboortedatum" & sender & text(month)
  bsn = BSN; type = '30'; start = date(BEGIN, 'yyyymmdd')
})",
                              imports);
  ASSERT_TRUE(parsed.rules) << parsed.messages;
  EXPECT_THAT(targets(parsed.rules->mapping("m")->assignments), ElementsAre("description", "bsn", "type", "id", "goal", "start"));
}

TEST(PersonalColumns, FollowThisAndNames) {
  FakeImports imports;
  const Parsed parsed = parse(std::string(table) + R"(
mapping m from bron to provision {
  description = BSN & "sender"
  bsn = substring(this.description, 1, 9) when BEGIN is not empty
  id = NR; type = '30'; start = date(BEGIN, 'yyyymmdd')
  skip when Geboortedatum is empty because 'x'
})",
                              imports);
  ASSERT_TRUE(parsed.rules) << parsed.messages;
  EXPECT_THAT(parsed.rules->mapping("m")->column_personal, ElementsAre(false, true, true, true, true));
}

TEST(Imports, AreReadOnceAndSeeTheirOwnImports) {
  FakeImports imports;
  imports.add("leverancier",
              "import 'test-pack'\nformat bron : csv { columns OUD, NIEUW }\nmapping lijst from bron to link { old.id = OUD; new.id = NIEUW }\n");
  const Parsed parsed =
      parse("import 'test-pack'\nimport 'leverancier'\nimport 'leverancier'\nmapping tweede from bron to link { old.id = NIEUW; new.id = OUD }\n", imports);
  ASSERT_TRUE(parsed.rules) << parsed.messages;
  EXPECT_THAT(parsed.rules->file_names, ElementsAre("case.rules", "schemas/test-pack/formats.rules", "leverancier"));
  EXPECT_EQ(parsed.rules->mappings.front()->name, "lijst");
  EXPECT_THAT(parsed.rules->packs, ElementsAre("test-pack"));
}

TEST(Imports, ErrorsOfAnImportArePlacedInIt) {
  FakeImports imports;
  imports.add("leverancier", "format bron : csv { columns A, B }\nmapping m from bron to link { old.id = C; new.id = B }\n");
  const Parsed parsed = parse("import 'leverancier'\n", imports);
  EXPECT_FALSE(parsed.rules);
  EXPECT_EQ(parsed.messages, R"(leverancier:2:40: error [RULE-012] unknown column 'C'
   2 | mapping m from bron to link { old.id = C; new.id = B }
     |                                        ^
     = tip: the format declares 'A'
)");
}

TEST(Imports, ALoopOfThreeFilesIsFound) {
  FakeImports imports;
  imports.add("a", "import 'b'\n");
  imports.add("b", "import 'itself'\n");
  const Parsed parsed = parse("import 'a'\n", imports);
  EXPECT_FALSE(parsed.rules);
  EXPECT_THAT(parsed.messages, HasSubstr("b:1:8: error [RULE-093]"));
}

TEST(FollowUps, ALostDeclarationIsNotReportedAgain) {
  FakeImports imports;
  const Parsed parsed = parse(R"(import 'test-pack'
format bron ; csv { columns NR }
mapping m from bron to link { old.id = NR; new.id = NRR }
codes soort for { 'A' => '10' }
format ids : csv { columns A, , B }
mapping n from ids to link { old.id = A; new.id = B }
)",
                              imports);
  EXPECT_EQ(parsed.diagnostics.error_count(), 4U) << parsed.messages;  // the columns of `bron` were understood, so NRR is a mistake of its own
}

TEST(FollowUps, AnUnclosedBlockIsOneMistake) {
  FakeImports imports;
  const Parsed parsed = parse(R"(format f : xml {
  root 'A'
  record 'B' {
    id = 'C'
    each g 'D' {
      x = 'E'

format bron : csv { columns NR }
)",
                              imports);
  ASSERT_EQ(parsed.diagnostics.error_count(), 1U) << parsed.messages;
  EXPECT_THAT(parsed.messages, HasSubstr("case.rules:5:16: error [RULE-011]"));
}

}  // namespace
}  // namespace srgconv::rules::testing
