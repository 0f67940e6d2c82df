// Checks as rule files declare them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/rules/fake_imports.hpp"

namespace srgconv::rules::testing {
namespace {

using ::testing::HasSubstr;

constexpr const char* two_checks = R"(import 'test-pack'
check LKS-WAGE-VALUE : signal {
  on provision where type.role = 'wage-cost-subsidy'
  expect wage_value is not empty
  nl 'De loonwaarde ontbreekt'
    because 'Met de loonwaarde ziet het CBS hoeveel iemand verdient.'
    repair 'Vul de loonwaarde in.'
  en 'The wage value is missing' because 'By it CBS sees what somebody earns.' repair 'Record the wage value.'
  source 'CBS, nieuwsbrief SRG, juni 2024'
}
check CONTINUITY : reject {
  set with least_count = 5, least_percent = 2.5%, since = 2026-01
  nl 'a' because 'b' repair 'c'
  en 'd' because 'e' repair 'f'
  source 'g'
}
)";

TEST(Checks, HaveTheirTextsSeverityAndParameters) {
  FakeImports imports;
  const Parsed parsed = parse(two_checks, imports);
  ASSERT_EQ(parsed.messages, "");
  ASSERT_EQ(parsed.rules->checks.size(), 2U);
  const Check& row = parsed.rules->checks[0];
  EXPECT_EQ(row.code, "LKS-WAGE-VALUE");
  EXPECT_EQ(row.kind, CheckKind::provision);
  EXPECT_EQ(row.severity, CheckSeverity::signal);
  EXPECT_NE(row.where, nullptr);
  EXPECT_NE(row.expect, nullptr);
  EXPECT_EQ(row.nl.what, "De loonwaarde ontbreekt");
  EXPECT_EQ(row.nl.why, "Met de loonwaarde ziet het CBS hoeveel iemand verdient.");
  EXPECT_EQ(row.en.repair, "Record the wage value.");
  EXPECT_EQ(row.source, "CBS, nieuwsbrief SRG, juni 2024");
  EXPECT_EQ(row.span.line, 2U);
  const Check& set = parsed.rules->checks[1];
  EXPECT_EQ(set.kind, CheckKind::set);
  EXPECT_EQ(set.severity, CheckSeverity::reject);
  EXPECT_EQ(set.expect, nullptr);
  EXPECT_EQ(set.number("least_percent"), Decimal::parse("2.5"));
  EXPECT_EQ(set.number("since"), std::nullopt);
  EXPECT_EQ(set.parameters[2].text, "2026-01");
  EXPECT_EQ(set.number("most_count"), std::nullopt);
}

TEST(Checks, OfLinksSeeBothSidesAndTheRelation) {
  FakeImports imports;
  const Parsed parsed = parse(R"(import 'test-pack'
check LINK-TYPE : signal {
  on link where relation = 'same' and old.month < new.month expect old.type.category = new.type.category or old.sender = new.sender
  nl 'a' because 'b' repair 'c'
  en 'a' because 'b' repair 'c'
  source 's'
}
)",
                              imports);
  ASSERT_EQ(parsed.messages, "");
  const Check& check = parsed.rules->checks[0];
  EXPECT_EQ(check.kind, CheckKind::link);
  const Condition expect(check.expect, imports.lists());
  std::array<Possible, link_fact_count> facts;
  facts[old_fact_index(Fact::type)] = Possible::text("20");
  facts[new_fact_index(Fact::type)] = Possible::text("22");
  EXPECT_EQ(expect.judge(facts), Answer::yes);
  facts[new_fact_index(Fact::type)] = Possible::text("30");
  EXPECT_EQ(expect.judge(facts), Answer::no);
}

TEST(Checks, LackWhatTheyLackAllAtOnce) {
  FakeImports imports;
  const Parsed parsed = parse("import 'test-pack'\ncheck EMPTY : signal {\n}\n", imports);
  EXPECT_FALSE(parsed.rules);
  for (const char* statement : {"'EMPTY' lacks: on", "'EMPTY' lacks: nl", "'EMPTY' lacks: en", "'EMPTY' lacks: source"})
    EXPECT_THAT(parsed.messages, HasSubstr(statement));
}

TEST(Checks, SayNothingTwice) {
  FakeImports imports;
  const std::string text = two_checks;
  const Parsed parsed = parse(text + text.substr(text.find('\n') + 1), imports);
  EXPECT_FALSE(parsed.rules);
  EXPECT_EQ(parsed.diagnostics.all().size(), 2U) << parsed.messages;
  const Parsed lines = parse(R"(import 'test-pack'
check ENDS : signal {
  on provision expect end is empty
  on provision expect end is empty
  nl 'a' because 'b' repair ''
  nl 'a' because 'b' repair 'c'
  en 'a' because 'b' repair 'c'
  source 's'
  source 's'
}
)",
                             imports);
  std::vector<std::string> codes;
  for (const Diagnostic& each : lines.diagnostics.all()) codes.push_back(each.code + "@" + std::to_string(each.primary.line));
  EXPECT_THAT(codes, ::testing::UnorderedElementsAre("RULE-073@4", "RULE-058@5", "RULE-073@6", "RULE-073@9"));
}

TEST(Checks, ComparedWordsAreThoseOfThePack) {
  FakeImports imports;
  const Parsed parsed = parse(R"(import 'test-pack'
check WORDS : signal {
  on provision where type.role = 'wage-cost-subsidies' or goal = '3' expect type.max_months > 'a'
  nl 'a' because 'b' repair 'c'
  en 'a' because 'b' repair 'c'
  source 's'
}
check LINKS : signal {
  on link expect relation = 'gelijk'
  nl 'a' because 'b' repair 'c'
  en 'a' because 'b' repair 'c'
  source 's'
}
)",
                              imports);
  for (const char* code : {"[RULE-062]", "[RULE-061]", "[RULE-040]", "role 'gelijk'"}) EXPECT_THAT(parsed.messages, HasSubstr(code));
}

TEST(Checks, AreLaidOutWithTheirComments) {
  Diagnostics diagnostics;
  const SourceText text("checks.rules", R"(# all
check  A-1:signal{ # one
on provision
  where type.role='wage-cost-subsidy'   # of these
expect wage_value is not empty and work_capacity is not empty and goal is known on last_day(month); source 'CBS'
  nl 'Een tekst die zo lang is dat zij niet op een regel past, hoe graag men ook zou willen' because 'om deze reden, die ook niet kort is' repair 'zo; en niet anders'
}
)");
  const auto laid_out = format_rules(text, diagnostics);
  ASSERT_TRUE(laid_out) << render_all(diagnostics, Language::en);
  EXPECT_EQ(*laid_out, R"(# all
check A-1 : signal {  # one
  # of these
  on provision where type.role = 'wage-cost-subsidy'
    expect wage_value is not empty and work_capacity is not empty and goal is known on last_day(month)
  source 'CBS'
  nl 'Een tekst die zo lang is dat zij niet op een regel past, hoe graag men ook zou willen'
    because 'om deze reden, die ook niet kort is'
    repair 'zo; en niet anders'
}
)");
  EXPECT_EQ(format_rules(SourceText("checks.rules", *laid_out), diagnostics), laid_out);
}

}  // namespace
}  // namespace srgconv::rules::testing
