// What expressions yield, and why there is no value.
#include <algorithm>
#include <stdexcept>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/rules/fake_imports.hpp"

namespace srgconv::rules::testing {
namespace {

using ::testing::HasSubstr;

const Value empty;

// Evaluates `expression`, assigned to `target`, on columns A, B, C, BSN and a date field D.
class Evaluation {
 public:
  explicit Evaluation(const std::string& expression, const std::string& target = "description", const std::string& more = "") : target_(target) {
    std::string content = R"(import 'test-pack'
codes soort { 'LKS' => 'wage-cost-subsidy' as role; 'PPL', 'ppl' => '22'; else reject because 'onbekend' }
codes streng { 'LKS' => '10'; else reject because 'alleen LKS' }
format bron : xml {
  root 'R'
  record 'X' {
    A = 'A' optional
    B = 'B' optional
    C = 'C' optional
    BSN = 'D' optional
    D = 'E' as 'yyyymmdd' partial optional
    N = 'F' as number 2
  }
}
mapping m from bron to provision {
)";
    content += "  " + target + " = " + expression + "\n";
    for (const auto& [name, value] : {std::pair{"bsn", "BSN"}, {"id", "A"}, {"type", "'22'"}, {"start", "2021-01-01"}}) {
      if (target != name) content += "  " + std::string(name) + " = " + value + "\n";
    }
    content += more + "}\n";
    parsed_ = parse(content, imports_);
    record_.values.resize(6);
    record_.values[5] = {"1.50", true, 0};
    parameters_.sender = *SenderCode::parse("0398");
    parameters_.month = ReportMonth::from_parts(2022, 1);
  }

  Evaluation& with(std::size_t column, const std::string& text) {
    record_.values[column] = {text, true, 0};
    return *this;
  }

  Evaluated run() {
    if (!parsed_.rules) throw std::runtime_error(parsed_.messages);
    const rules::Mapping& mapping = *parsed_.rules->mapping("m");
    Scope scope;
    scope.format = mapping.format.get();
    scope.record = &record_;
    scope.parameters = &parameters_;
    scope.arguments = &mapping.parameters;
    scope.mapped = &mapped_;
    scope.codes = &imports_.lists();
    mapped_[static_cast<std::size_t>(TargetField::type)] = std::string("10");
    const auto assignment =
        std::find_if(mapping.assignments.begin(), mapping.assignments.end(), [&](const Assignment& each) { return target_name(each.target) == target_; });
    return evaluate(*assignment->value, scope);
  }

  Value value() {
    auto result = run();
    if (const auto* fault = std::get_if<Diagnostic>(&result)) throw std::runtime_error(render(*fault, parsed_.diagnostics, Language::en));
    return std::get<Value>(result);
  }

  std::string fault(Language language = Language::en) {
    auto result = run();
    const auto* fault = std::get_if<Diagnostic>(&result);
    return fault == nullptr ? "" : fault->code + " " + sentence(*fault, language);
  }

 private:
  std::string target_;
  FakeImports imports_;
  Parsed parsed_;
  SourceRecord record_;
  Parameters parameters_;
  TargetValues mapped_;
};

Value text(const char* content) { return std::string(content); }

// The condition as yes or no, made visible by way of `when`-less coalesce: conditions have no type of their own outside rules.
bool holds(const std::string& condition, const std::string& a, const std::string& b = "", const std::string& date = "") {
  FakeImports imports;
  const Parsed parsed = parse(R"(import 'test-pack'
format bron : xml { root 'R'; record 'X' { A = 'A' optional; B = 'B' optional; D = 'D' as 'yyyymmdd' partial optional } }
mapping m from bron to link {
  skip when )" + condition + R"( because 'x'
  old.id = A; new.id = B
})",
                              imports);
  if (!parsed.rules) throw std::runtime_error(parsed.messages);
  const rules::Mapping& mapping = *parsed.rules->mapping("m");
  SourceRecord record;
  record.values = {{a, true, 0}, {b, true, 0}, {date, true, 0}};
  const Parameters parameters{*SenderCode::parse("0398"), ReportMonth::from_parts(2022, 1)};
  Scope scope;
  scope.format = mapping.format.get();
  scope.record = &record;
  scope.parameters = &parameters;
  scope.codes = &imports.lists();
  auto result = evaluate(*mapping.guards[0].condition, scope);
  if (const auto* fault = std::get_if<Diagnostic>(&result)) throw std::runtime_error(fault->code);
  return std::get<bool>(std::get<Value>(result));
}

TEST(Functions, Texts) {
  EXPECT_EQ(Evaluation("pad_left(digits(A), 9, '0')").with(0, "12.345").value(), text("000012345"));
  EXPECT_EQ(Evaluation("pad_left(A, 2, '0')").with(0, "123").value(), text("123"));
  EXPECT_EQ(Evaluation("pad_right(A, 4, 'é')").with(0, "ë1").value(), text("ë1éé"));
  EXPECT_EQ(Evaluation("trim(A)").with(0, "\t a b \u00A0").value(), text("a b"));
  EXPECT_EQ(Evaluation("upper(A)").with(0, "höhe łódź ÿ").value(), text("HÖHE ŁÓDŹ Ÿ"));
  EXPECT_EQ(Evaluation("lower(A)").with(0, "HÖHE ŁÓDŹ Ÿ ÀÞ×").value(), text("höhe łódź ÿ àþ×"));
  EXPECT_EQ(Evaluation("substring(A, 2, 3)").with(0, "aëïöb").value(), text("ëïö"));
  EXPECT_EQ(Evaluation("substring(A, 4, 9)").with(0, "abcde").value(), text("de"));
  EXPECT_EQ(Evaluation("replace(A, '-', '')").with(0, "1-2-3").value(), text("123"));
  EXPECT_EQ(Evaluation("replace(A, 'aa', 'a')").with(0, "aaaa").value(), text("aa"));
}

TEST(Functions, KeepEmptyEmpty) {
  for (const char* expression :
       {"pad_left(digits(A), 9, '0')", "pad_right(A, 9, '0')", "trim(A)", "upper(A)", "substring(A, 1, 2)", "replace(A, 'a', 'b')", "A & 'x'", "'x' & A"}) {
    EXPECT_EQ(Evaluation(expression).value(), empty) << expression;
  }
  EXPECT_EQ(Evaluation("digits(A)").with(0, "geen").value(), empty);
  EXPECT_EQ(Evaluation("trim(A)").with(0, "   ").value(), empty);
  EXPECT_EQ(Evaluation("substring(A, 9, 2)").with(0, "abc").value(), empty);
  EXPECT_EQ(Evaluation("replace(A, 'abc', '')").with(0, "abc").value(), empty);
  EXPECT_EQ(Evaluation("date(A, 'yyyymmdd')", "end").value(), empty);
  EXPECT_EQ(Evaluation("decimal(A, ',')", "wage_value").value(), empty);
}

TEST(Functions, DatesAndNumbers) {
  EXPECT_EQ(Evaluation("date(A, 'dd-mm-yyyy')", "end").with(0, "01-03-2021").value(), Value(*Date::from_parts(2021, 3, 1)));
  EXPECT_EQ(Evaluation("partial_date(A, 'yyyymmdd')", "end").with(0, "20210300").value(), Value(*Date::from_parts(2021, 3, 0)));
  EXPECT_EQ(Evaluation("partial_date(A, 'yyyy-mm')", "end").with(0, "2021-03").value(), Value(*Date::from_parts(2021, 3, 0)));
  EXPECT_EQ(Evaluation("last_day(month(A, 'yyyymm'))", "end").with(0, "202402").value(), Value(*Date::from_parts(2024, 2, 29)));
  EXPECT_EQ(Evaluation("first_day(month)", "end").value(), Value(*Date::from_parts(2022, 1, 1)));
  EXPECT_EQ(Evaluation("decimal(A, ',')", "wage_value").with(0, "45,5").value(), Value(*Decimal::parse("45.5")));
  EXPECT_EQ(Evaluation("signed_percentage(B, A)", "wage_value").with(0, "04550").with(1, "-").value(), Value(*Decimal::parse("-45.5")));
  EXPECT_EQ(Evaluation("signed_percentage(B, A)", "wage_value").with(0, "04550").value(), Value(*Decimal::parse("45.5")));
  EXPECT_EQ(Evaluation("text(N) & ' ' & text(month) & ' ' & text(D)").with(4, "20210300").value(), text("1.5 2022-01 2021-03-??"));
  EXPECT_EQ(Evaluation("coalesce(A, B, C)").with(1, "b").with(2, "c").value(), text("b"));
  EXPECT_EQ(Evaluation("coalesce(A, B)").value(), empty);
  EXPECT_EQ(Evaluation("sender & '/' & text(month)").value(), text("0398/2022-01"));
}

TEST(Arithmetic, IsExact) {
  EXPECT_EQ(Evaluation("N * 2 + 0.25 - 1 / 4", "wage_value").value(), Value(*Decimal::parse("3")));
  EXPECT_EQ(Evaluation("(N - 2) * -3", "wage_value").value(), Value(*Decimal::parse("1.5")));
  EXPECT_EQ(Evaluation("2 / 3", "wage_value").value(), Value(*Decimal::parse("0.6667")));
  EXPECT_EQ(Evaluation("- 2 / 3", "wage_value").value(), Value(*Decimal::parse("-0.6667")));
  EXPECT_EQ(Evaluation("N - - 1", "wage_value").value(), Value(*Decimal::parse("2.5")));
  EXPECT_EQ(Evaluation("50% + 1", "wage_value").value(), Value(*Decimal::parse("51")));
  EXPECT_EQ(Evaluation("N / (N - N)", "wage_value").fault(), "MAP-010 the calculation with 'N' fails: a division by zero, or too large a number");
  EXPECT_EQ(Evaluation("800000000000000 * 800000000000000", "wage_value").fault(Language::nl),
            "MAP-010 de berekening met '' lukt niet: delen door nul, of een te groot getal");
}

TEST(Faults, NameTheColumnAndNeverItsValue) {
  EXPECT_EQ(Evaluation("date(A, 'dd-mm-yyyy')", "end").with(0, "1-3-21").fault(), "MAP-002 the value in 'A' is no date by 'dd-mm-yyyy'");
  EXPECT_EQ(Evaluation("date(A, 'dd-mm-yyyy')", "end").with(0, "31-02-2021").fault(Language::nl),
            "MAP-003 de datum in 'A' bestaat niet (gelezen als 'dd-mm-yyyy')");
  EXPECT_EQ(Evaluation("date(A & B, 'yyyymmdd')", "end").with(0, "2021").with(1, "0300").fault(),
            "MAP-004 the date in 'A, B' is incomplete (read as 'yyyymmdd')");
  EXPECT_EQ(Evaluation("decimal(A, ',')", "wage_value").with(0, "1.000,5").fault(), "MAP-005 the value in 'A' is no number with ',' before the decimals");
  EXPECT_EQ(Evaluation("first_day(month(A, 'yyyymm'))", "end").with(0, "202113").fault(), "MAP-007 the value in 'A' is no month by 'yyyymm'");
  EXPECT_EQ(Evaluation("signed_percentage(B, A)", "wage_value").with(0, "45,5").fault(),
            "MAP-008 the value in 'A, B' is no percentage made of a sign and digits");
  EXPECT_EQ(Evaluation("N", "wage_value").with(5, "1.555").fault(), "MAP-009 the value in 'N' has more than 2 decimals");
  EXPECT_EQ(Evaluation("N", "wage_value").with(5, "").fault(), "MAP-001 the required value 'N' is missing or empty");
  EXPECT_EQ(Evaluation("pad_left(A, N * 1.5, '0')").with(0, "x").fault(), "MAP-011 a length or position from 'A, N' is no whole number up to 1000");
}

TEST(Lookups, AreExactAndNeverGuess) {
  EXPECT_EQ(Evaluation("soort[A]", "type").with(0, "LKS").value(), text("10"));
  EXPECT_EQ(Evaluation("soort[A]", "type").with(0, "ppl").value(), text("22"));
  EXPECT_EQ(Evaluation("soort[A]", "type").value(), empty);
  EXPECT_EQ(Evaluation("soort[A]", "type").with(0, "lks").fault(), "MAP-030 rejected by code table 'soort': onbekend (code 'lks' of 'A')");
  EXPECT_EQ(Evaluation("soort[A]", "type").with(0, "een heel lange omschrijving met meer dan dertig tekens").fault(),
            "MAP-030 rejected by code table 'soort': onbekend (code 'een heel lange omschrijving me...' of 'A')");
  EXPECT_EQ(Evaluation("soort[BSN]", "type").with(3, "12345").fault(), "MAP-030 rejected by code table 'soort': onbekend (code '...' of 'BSN')");
  EXPECT_EQ(Evaluation("soort[A]", "type").with(0, "123456782").fault(), "MAP-030 rejected by code table 'soort': onbekend (code '*********' of 'A')");
  EXPECT_EQ(Evaluation("streng[A]", "type").with(0, "PPL").fault(), "MAP-030 rejected by code table 'streng': alleen LKS (code 'PPL' of 'A')");
}

TEST(Lookups, PlaceOfARejectionIsItsRule) {
  auto result = Evaluation("streng[A]", "type").with(0, "PPL").run();
  EXPECT_EQ(rule_name(std::get<Diagnostic>(result).primary), "case.rules:3");
  EXPECT_EQ(std::get<Diagnostic>(result).arguments.at("reason"), "alleen LKS");
}

TEST(Attributes, ComeFromThePacksList) {
  EXPECT_EQ(Evaluation("this.type.role & ' ' & this.type.category & ' ' & this.type.name").value(),
            text("wage-cost-subsidy financiële compensatie Loonkostensubsidie"));
}

TEST(Comparisons, OfTexts) {
  EXPECT_TRUE(holds("A = 'x'", "x"));
  EXPECT_FALSE(holds("A = 'x'", "X"));
  EXPECT_TRUE(holds("A = 'x' ignoring case", "X"));
  EXPECT_FALSE(holds("A = 'x' ignoring case", " X"));
  EXPECT_TRUE(holds("A = 'É' trimmed ignoring case", " é "));
  EXPECT_TRUE(holds("A != 'x'", "y"));
  EXPECT_TRUE(holds("A < 'b'", "a"));
  EXPECT_TRUE(holds("A starts with 'TEST'", "TEST1"));
  EXPECT_TRUE(holds("A starts with 'test' ignoring case", "TEST1"));
  EXPECT_TRUE(holds("A ends with '1'", "TEST1"));
  EXPECT_TRUE(holds("A contains 'ES'", "TEST1"));
  EXPECT_FALSE(holds("A contains 'X'", "TEST1"));
  EXPECT_TRUE(holds("A in ('a', 'b')", "b"));
  EXPECT_TRUE(holds("A not in ('a', 'b')", "c"));
  EXPECT_TRUE(holds("A = B", "c", "c"));
}

TEST(Comparisons, OfEmptySayNo) {
  for (const char* condition : {"A = 'x'", "A = B", "A < 'x'", "A >= 'x'", "A in ('x')", "A starts with 'x'", "A contains B", "A != B"})
    EXPECT_FALSE(holds(condition, "")) << condition;
  EXPECT_TRUE(holds("A != 'x'", ""));
  EXPECT_TRUE(holds("A not in ('x')", ""));
  EXPECT_TRUE(holds("A is empty", ""));
  EXPECT_TRUE(holds("A is not empty", " "));
}

TEST(Comparisons, OfDates) {
  EXPECT_TRUE(holds("D < 2021-03-01", "", "", "20210200"));
  EXPECT_FALSE(holds("D > 2021-03-01", "", "", "20210200"));
  EXPECT_TRUE(holds("D >= 2021-03-01", "", "", "20210301"));
  EXPECT_FALSE(holds("D > 2021-03-01", "", "", "20210301"));
  EXPECT_FALSE(holds("D = 2021-03-01", "", "", "20210300"));
  EXPECT_TRUE(holds("D != 2021-03-01", "", "", "20210300"));
  EXPECT_FALSE(holds("D < 2021-03-01", "", "", ""));
  EXPECT_THROW(holds("D < 2021-03-15", "", "", "20210300"), std::runtime_error);
  EXPECT_TRUE(holds("month >= 2022-01 and sender = '0398'", ""));
}

TEST(Conditions, BindAsExpected) {
  EXPECT_TRUE(holds("A = 'x' or A = 'y' and B = 'z'", "x", ""));
  EXPECT_FALSE(holds("(A = 'x' or A = 'y') and B = 'z'", "x", ""));
  EXPECT_TRUE(holds("not A = 'x' and B = 'z'", "y", "z"));
  EXPECT_TRUE(holds("not not A = 'x'", "x"));
  EXPECT_TRUE(holds("A & B = 'xz'", "x", "z"));
  EXPECT_TRUE(holds("decimal(A, '.') + 1 * 2 = 5", "3"));
}

TEST(Conditions, GoOnOverLines) { EXPECT_TRUE(holds("A = 'x'\n    or A =\n 'y' # een opmerking met een ' erin\n  and (B = 'z'\n  or B = 'w')\n", "y", "w")); }

TEST(Identity, SeesTheOldProvision) {
  FakeImports imports;
  const Parsed parsed = parse(R"(import 'test-pack'
transition t {
  reason merger; month 2022-01
  old '0398' from 'a.xml'; new '1980' from 'b.xml'
  identity '0398' { new.id = 'H' & old.id & '-' & old.type when old.start < 2022-01-01 and old.end is empty }
})",
                              imports);
  ASSERT_TRUE(parsed.rules) << parsed.messages;
  const auto& step = std::get<RuleIdentity>(parsed.rules->transitions[0].identities[0].steps[0]);
  const Provision old{*ProvisionKey::parse("0398@-/12"), *Bsn::parse("123456782").bsn, "10", *Date::from_parts(2021, 3, 1), {}, {}, {}, {}, {}};
  Scope scope;
  scope.old = &old;
  EXPECT_EQ(std::get<Value>(evaluate(*step.new_id, scope)), text("H12-10"));
  EXPECT_EQ(std::get<Value>(evaluate(*step.when, scope)), Value(true));
}

TEST(Evaluate, CaseTakesTheFirstBranchThatHolds) {
  const std::string written = "case(A = 'x' and B is empty => 'one', A starts with 'x' => 'two', else => C)";
  EXPECT_EQ(Evaluation(written).with(0, "x").value(), Value("one"));
  EXPECT_EQ(Evaluation(written).with(0, "x").with(1, "b").value(), Value("two"));
  EXPECT_EQ(Evaluation(written).with(0, "y").with(2, "c").value(), Value("c"));
  EXPECT_EQ(Evaluation(written).with(0, "y").value(), empty);
  EXPECT_EQ(Evaluation("case(A = 'x' => 'one', else empty)").with(0, "y").value(), empty);
  EXPECT_EQ(Evaluation("case(A = 'x' => 'one', else reject because 'te vreemd')").with(0, "y").fault(), "MAP-082 rejected by 'case': te vreemd ('A')");
  EXPECT_EQ(Evaluation("case(A = 'x' => D, else => D + 1 day)", "end").with(4, "20211231").value(), Value(*Date::from_parts(2022, 1, 1)));
}

TEST(Evaluate, MatchesIsAboutTheWholeText) {
  const auto holds = [](const std::string& condition, const std::string& text) {
    return !is_empty(Evaluation("'yes' when " + condition).with(0, text).value()) &&
           Evaluation("case(" + condition + " => 'yes', else => 'no')").with(0, text).value() == Value("yes");
  };
  EXPECT_TRUE(holds("A matches '[A-Z]{2}[0-9]+'", "AB12"));
  EXPECT_FALSE(holds("A matches '[A-Z]{2}[0-9]+'", "AB12x"));
  EXPECT_FALSE(holds("A matches '[A-Z]{2}[0-9]+'", "ab12"));
  EXPECT_TRUE(holds("A matches '[A-Z]{2}[0-9]+' ignoring case", "ab12"));
  EXPECT_TRUE(holds("A matches 'x' trimmed", " x "));
  EXPECT_TRUE(holds("A matches '.'", "ë"));   // a character, not a byte
  EXPECT_FALSE(holds("A matches '.*'", ""));  // empty is no value
}

TEST(Evaluate, ExtractGivesTheGroup) {
  EXPECT_EQ(Evaluation("extract(A, '([0-9]+)-.*')").with(0, "77-1").value(), Value("77"));
  EXPECT_EQ(Evaluation("extract(A, '([0-9]+)-.*')").with(0, "x77-1").value(), empty);
  EXPECT_EQ(Evaluation("extract(A, '(?:a|b)([0-9]*)')").with(0, "a").value(), empty);
}

TEST(Evaluate, ARegularExpressionTakesTimeInStepWithTheText) {
  const std::string text(200'000, 'a');
  EXPECT_EQ(Evaluation("extract(A, '((?:a*)*)b')").with(0, text).value(), empty);  // exponential where backtracking is used
}

TEST(Evaluate, DatesAndMonthsCanBeMoved) {
  EXPECT_EQ(Evaluation("D + 3 days - 1 month", "end").with(4, "20210330").value(), Value(*Date::from_parts(2021, 3, 2)));
  EXPECT_EQ(Evaluation("D + decimal(A, '.') months", "end").with(4, "20210131").with(0, "1").value(), Value(*Date::from_parts(2021, 2, 28)));
  EXPECT_EQ(Evaluation("last_day(month - 1 month)", "end").value(), Value(*Date::from_parts(2021, 12, 31)));
  EXPECT_EQ(Evaluation("D + 3 days", "end").value(), empty);
  EXPECT_EQ(Evaluation("D + 3 days", "end").with(4, "20210300").fault(), "MAP-081 the incomplete date in 'D' cannot be calculated with");
  EXPECT_THAT(Evaluation("D + decimal(A, '.') days", "end").with(4, "20210301").with(0, "1.5").fault(), HasSubstr("MAP-080"));
  EXPECT_THAT(Evaluation("D + 9000 months", "end").with(4, "99990301").fault(), HasSubstr("MAP-080"));
  EXPECT_EQ(Evaluation("text(days_between(D, 2021-03-11))").with(4, "20210301").value(), Value("10"));
  EXPECT_EQ(Evaluation("text(months_between(D, 2022-03-01))").with(4, "20210301").value(), Value("12"));
  EXPECT_EQ(Evaluation("text(month_of(D)) & ' ' & text(year(D)) & ' ' & text(year(month))").with(4, "20210300").value(), Value("2021-03 2021 2022"));
  EXPECT_THAT(Evaluation("text(month_of(D))").with(4, "20210000").fault(), HasSubstr("MAP-081"));
}

}  // namespace
}  // namespace srgconv::rules::testing
