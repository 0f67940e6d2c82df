// The shipped formats and mappings are sound rule files, and have the fields that the rest of the program relies on.
#include <algorithm>
#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pack/pack.hpp"

namespace srgconv::pack {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;

// Shipped rules, read once.
class ShippedRules : public testing::Test {
 protected:
  const rules::RuleSet* read(const std::string& imports) {
    set_ = rules::parse_rules(SourceText("test.rules", imports), fs::path(SRGCONV_SOURCE_DIR) / "test.rules", library_, diagnostics_);
    EXPECT_EQ(render_all(diagnostics_, Language::en), "");
    return set_ ? &*set_ : nullptr;
  }

  Diagnostics diagnostics_;
  Library library_{{SRGCONV_SOURCE_DIR}, diagnostics_};
  std::optional<rules::RuleSet> set_;
};

std::vector<std::string> names(const std::vector<rules::Field>& fields) {
  std::vector<std::string> result;
  for (const rules::Field& field : fields) result.push_back(field.name);
  return result;
}

std::vector<std::string> optional_names(const std::vector<rules::Field>& fields) {
  std::vector<std::string> result;
  for (const rules::Field& field : fields) {
    if (field.optional) result.push_back(field.name);
  }
  return result;
}

bool fills(const rules::Mapping& mapping, rules::TargetField target) {
  return std::any_of(mapping.assignments.begin(), mapping.assignments.end(), [&](const rules::Assignment& one) { return one.target == target; });
}

TEST_F(ShippedRules, TheDeliveryFormatHasItsFields) {
  const rules::RuleSet* set = read("import 'srg-2026'\n");
  ASSERT_NE(set, nullptr);
  EXPECT_THAT(set->packs, ElementsAre("srg-2026"));
  const rules::Format* format = set->format("levering");
  ASSERT_NE(format, nullptr);
  EXPECT_EQ(format->schema, "levering.xsd");
  EXPECT_EQ(format->folder, fs::path(SRGCONV_SOURCE_DIR) / "schemas/srg-2026");
  EXPECT_EQ(format->root, "Levering");
  EXPECT_EQ(format->namespace_uri, "urn:srgconv:srg-2026:levering");
  EXPECT_TRUE(format->qualified);
  EXPECT_EQ(format->record_path, "Persoon/Voorziening");
  EXPECT_THAT(names(format->header), ElementsAre("sender", "month", "sequence", "count"));
  EXPECT_TRUE(format->header[3].count);
  EXPECT_THAT(names(format->fields), ElementsAre("bsn", "id", "start", "end", "type", "goal", "work_capacity", "wage_value", "description"));
  EXPECT_THAT(optional_names(format->fields), ElementsAre("end", "goal", "work_capacity", "wage_value", "description"));
}

TEST_F(ShippedRules, TheConversionFormatHasItsFields) {
  const rules::RuleSet* set = read("import 'srg-2026'\n");
  ASSERT_NE(set, nullptr);
  const rules::Format* format = set->format("conversie");
  ASSERT_NE(format, nullptr);
  EXPECT_EQ(format->schema, "conversie.xsd");
  EXPECT_EQ(format->root, "Conversiebestand");
  EXPECT_EQ(format->record_path, "Voorziening");
  EXPECT_THAT(names(format->header), ElementsAre("sender", "month", "reason", "sequence", "replaces", "count", "count_same", "count_split", "count_joined",
                                                 "count_ended", "count_ended_since", "count_dropped", "count_open", "count_stays", "count_new"));
  EXPECT_EQ(format->header[2].role_list, "reason");
  ASSERT_TRUE(format->header[9].count && format->header[14].count);
  EXPECT_EQ(format->header[10].count->field, "relation");
  EXPECT_EQ(format->header[10].count->equals, "ended-since");
  EXPECT_EQ(format->header[14].count->group, "new");
  EXPECT_THAT(names(format->fields),
              ElementsAre("old.sender", "old.numbering", "old.id", "last_month", "bsn", "start", "end", "type", "relation", "explanation"));
  EXPECT_THAT(optional_names(format->fields), ElementsAre("end", "explanation"));
  ASSERT_EQ(format->groups.size(), 2U);
  EXPECT_EQ(format->groups[0].name, "new");
  EXPECT_THAT(names(format->groups[0].fields), ElementsAre("sender", "numbering", "id", "bsn", "start", "end", "type"));
  EXPECT_EQ(format->groups[1].name, "change");
  EXPECT_THAT(names(format->groups[1].fields), ElementsAre("field", "reason"));
}

TEST_F(ShippedRules, EveryShippedMappingIsSound) {
  std::size_t seen = 0;
  for (const std::string& name : library_.names()) {
    if (library_.pack(name == "srg-2026" ? name : "srg-2026") == nullptr || name == "srg-2026") continue;
    SCOPED_TRACE(name);
    const rules::RuleSet* set = read("import '" + name + "'\n");
    ASSERT_NE(set, nullptr);
    // A file without mappings has scopes, which the mappings beside it use.
    EXPECT_TRUE(!set->mappings.empty() || name == "srg-scope");
    for (const auto& mapping : set->mappings) {
      SCOPED_TRACE(mapping->name);
      EXPECT_FALSE(mapping->examples.empty());
      ++seen;
    }
  }
  EXPECT_EQ(seen, 5U);
}

TEST_F(ShippedRules, MappingsFillWhatTheyPromise) {
  const rules::RuleSet* set = read("import 'voorbeeld-a'\nimport 'voorbeeld-b'\nimport 'suwiml'\n");
  ASSERT_NE(set, nullptr);
  for (const auto* name : {"a-provisions", "b-provisions", "suwiml-provisions"}) {
    const rules::Mapping* mapping = set->mapping(name);
    ASSERT_NE(mapping, nullptr) << name;
    EXPECT_EQ(mapping->target, rules::MappingTarget::provision);
    EXPECT_TRUE(fills(*mapping, rules::TargetField::wage_value)) << name;
    EXPECT_FALSE(mapping->guards.empty()) << name;
  }
  for (const auto* name : {"a-ids", "b-ids"}) {
    const rules::Mapping* mapping = set->mapping(name);
    ASSERT_NE(mapping, nullptr) << name;
    EXPECT_EQ(mapping->target, rules::MappingTarget::link);
    EXPECT_THAT(names(mapping->format->fields), ElementsAre("OUD", "NIEUW"));
  }
  ASSERT_EQ(set->mapping("b-provisions")->splits.size(), 1U);
  EXPECT_EQ(set->mapping("b-provisions")->splits[0].branches.size(), 2U);
  EXPECT_EQ(set->mapping("b-provisions")->format->encoding, TextEncoding::windows_1252);
  const rules::Format& suwiml = *set->mapping("suwiml-provisions")->format;
  EXPECT_FALSE(suwiml.qualified);
  EXPECT_TRUE(fs::exists(suwiml.folder / suwiml.schema));
}

TEST_F(ShippedRules, TheBsnIsMarkedPersonal) {
  const rules::RuleSet* set = read("import 'voorbeeld-a'\nimport 'voorbeeld-b'\nimport 'suwiml'\n");
  ASSERT_NE(set, nullptr);
  for (const auto& [mapping_name, column] : {std::pair{"a-provisions", "burgerservicenummer"}, {"b-provisions", "BSN"}, {"suwiml-provisions", "bsn"}}) {
    const rules::Mapping* mapping = set->mapping(mapping_name);
    ASSERT_NE(mapping, nullptr);
    for (std::size_t i = 0; i < mapping->format->fields.size(); ++i)
      EXPECT_EQ(mapping->column_personal[i], mapping->format->fields[i].name == column) << mapping_name << ' ' << mapping->format->fields[i].name;
  }
}

}  // namespace
}  // namespace srgconv::pack
