// What a word of the source stands for, at its time, and what becomes of other words.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/rules/fake_imports.hpp"

namespace srgconv::rules::testing {
namespace {

using ::testing::HasSubstr;

// The type that a table gives for a word, or the code of the refusal.
std::string looked_up(const std::string& table, const std::string& lookup, const std::string& word, const std::string& begin = "20210301") {
  FakeImports imports;
  const Parsed parsed =
      parse("import 'test-pack'\ncodes t {\n" + table +
                "\n}\nformat bron : xml {\n root 'R'\n record 'X' {\n A = 'A' optional\n D = 'D' as 'yyyymmdd' partial optional\n B = 'B'\n }\n}\n"
                "mapping m from bron to provision {\n bsn = B\n id = B\n start = D\n type = " +
                lookup + "\n}\n",
            imports);
  if (!parsed.rules) return parsed.messages;
  const rules::Mapping& mapping = *parsed.rules->mapping("m");
  SourceRecord record;
  record.values = {{word, true, 0}, {begin, true, 0}, {"b", true, 0}};
  Parameters parameters{*SenderCode::parse("0398"), ReportMonth::from_parts(2020, 12)};
  TargetValues mapped;
  Scope scope;
  scope.format = mapping.format.get();
  scope.record = &record;
  scope.parameters = &parameters;
  scope.arguments = &mapping.parameters;
  scope.codes = &imports.lists();
  scope.mapped = &mapped;
  for (const Assignment& assignment : mapping.assignments) {
    const auto evaluated = evaluate(*assignment.value, scope);
    if (assignment.target != TargetField::type) {
      mapped[static_cast<std::size_t>(assignment.target)] = std::get<Value>(evaluated);
      continue;
    }
    if (const auto* fault = std::get_if<Diagnostic>(&evaluated)) return fault->code;
    return is_empty(std::get<Value>(evaluated)) ? "empty" : std::get<std::string>(std::get<Value>(evaluated));
  }
  return "not assigned";
}

const std::string periods = "'LKS' => '10' until 2020-12-31\n'LKS' => '22' from 2021-01-01\n'PP' => '22'\nelse reject because 'x'";

TEST(CodeTable, AWordMayMeanAnotherCodeAfterADate) {
  EXPECT_EQ(looked_up(periods, "t[A at D]", "LKS", "20201231"), "10");
  EXPECT_EQ(looked_up(periods, "t[A at D]", "LKS", "20210101"), "22");
  EXPECT_EQ(looked_up(periods, "t[A at this.start]", "LKS", "20210101"), "22");
  EXPECT_EQ(looked_up(periods, "t[A at month]", "LKS"), "10");  // the last day of December 2020
  EXPECT_EQ(looked_up(periods, "t[A at month + 1 month]", "LKS"), "22");
}

TEST(CodeTable, AnIncompleteDateIsUndecidedOnlyWhereItMatters) {
  EXPECT_EQ(looked_up(periods, "t[A at D]", "LKS", "20201200"), "10");
  EXPECT_EQ(looked_up(periods, "t[A at D]", "LKS", "20210000"), "22");
  EXPECT_EQ(looked_up(periods, "t[A at D]", "LKS", "00000000"), "MAP-084");
  EXPECT_EQ(looked_up(periods, "t[A at D]", "LKS", ""), "MAP-084");
  EXPECT_EQ(looked_up(periods, "t[A at D]", "PP", ""), "22");
  const std::string later = "'LKS' => '10' from 2021-06-15\nelse reject because 'x'";
  EXPECT_EQ(looked_up(later, "t[A at D]", "LKS", "20210600"), "MAP-084");  // before or after the fifteenth
  EXPECT_EQ(looked_up(later, "t[A at D]", "LKS", "20210500"), "MAP-030");  // certainly before: not in the table then
}

TEST(CodeTable, SaysWhatBecomesOfOtherWords) {
  const auto other = [](const std::string& policy, const std::string& word = "XX") {
    return looked_up("'LKS' => '10'\nelse " + policy + " because 'x'", "t[A]", word);
  };
  EXPECT_EQ(other("reject"), "MAP-030");
  EXPECT_EQ(other("skip"), "MAP-083");
  EXPECT_EQ(other("empty"), "empty");
  EXPECT_EQ(other("keep", "22"), "22");
  EXPECT_EQ(other("keep"), "MAP-021");  // not a code of the list
  EXPECT_EQ(other("'22'"), "22");
  EXPECT_EQ(other("'wage-cost-subsidy' as role"), "10");
  EXPECT_THAT(other("'99'"), HasSubstr("RULE-061"));
}

}  // namespace
}  // namespace srgconv::rules::testing
