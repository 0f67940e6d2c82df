// A program gives what evaluate() gives, or leaves it to evaluate(): for random expressions on random rows.
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include "rules/word_table.hpp"
#include "unit/rules/fake_imports.hpp"

namespace srgconv::rules::testing {
namespace {

// Well-typed expressions as a person could write them, on the columns A, B, C (texts), D (a date), N (a number) and M (a month).
class Expressions {
 public:
  std::string text(int depth) {
    switch (below(depth > 0 ? 16 : 5)) {
      case 0: return "A";
      case 1: return "B";
      case 2: return "C";
      case 3: return pick({"'LKS'", "'a'", "'12'", "' x '", "'É'", "sender", "this.type", "voorvoegsel"});
      case 4: return pick({"this.type.role", "this.type.name", "A"});
      case 5: return text(depth - 1) + " & " + text(depth - 1);
      case 6: return "pad_left(" + text(depth - 1) + ", " + pick({"3", "0", "9", "N"}) + ", '" + pick({"0", "é"}) + "')";
      case 7: return "pad_right(" + text(depth - 1) + ", 4, 'x')";
      case 8: return "digits(" + text(depth - 1) + ")";
      case 9: return "trim(" + text(depth - 1) + ")";
      case 10: return pick({"upper(", "lower("}) + text(depth - 1) + ")";
      case 11: return "substring(" + text(depth - 1) + ", " + pick({"1", "2", "5", "N"}) + ", " + pick({"0", "1", "3"}) + ")";
      case 12: return "replace(" + text(depth - 1) + ", " + text(depth - 1) + ", " + pick({"''", "'-'", "A"}) + ")";
      case 13: return "case(" + condition(depth - 1) + " => " + text(depth - 1) + ", else " + pick({"empty", "'9'", "reject because 'nee'"}) + ")";
      case 14: return "coalesce(" + text(depth - 1) + ", " + text(depth - 1) + ")";
      default: return pick({"soort[", "bewaar[", "leeg[", "anders[", "lang["}) + text(depth - 1) + "]";
    }
  }
  std::string number(int depth) {
    switch (below(depth > 0 ? 7 : 2)) {
      case 0: return "N";
      case 1: return pick({"1", "0", "2.5"});
      case 2: return "decimal(" + text(depth - 1) + ", ',')";
      case 3: return "(" + number(depth - 1) + pick({" + ", " - ", " * ", " / "}) + number(depth - 1) + ")";
      case 4: return "-(" + number(depth - 1) + ")";
      case 5: return pick({"days_between(", "months_between("}) + date(depth - 1) + ", " + date(depth - 1) + ")";
      default: return "year(" + date(depth - 1) + ")";
    }
  }
  std::string date(int depth) {
    switch (below(depth > 0 ? 7 : 2)) {
      case 0: return "D";
      case 1: return "2021-01-31";
      case 2: return "date(" + text(depth - 1) + ", " + pick({"'dd-mm-yyyy'", "'d-m-yyyy'", "'d mmm yyyy'", "'yyyymmdd'"}) + ")";
      case 3: return "partial_date(" + text(depth - 1) + ", 'dd-mm-yyyy')";
      case 4: return "(" + date(depth - 1) + pick({" + ", " - "}) + number(0) + pick({" days)", " months)"});
      case 5: return pick({"first_day(", "last_day("}) + month(depth - 1) + ")";
      default: return "coalesce(" + date(depth - 1) + ", D)";
    }
  }
  std::string month(int depth) {
    switch (below(depth > 0 ? 5 : 2)) {
      case 0: return "M";
      case 1: return pick({"month", "2022-01"});
      case 2: return "month(" + text(depth - 1) + ", 'yyyy-mm')";
      case 3: return "month_of(" + date(depth - 1) + ")";
      default: return "(M + 2 months)";
    }
  }
  std::string condition(int depth) {
    const std::string how = pick({"", "", " trimmed", " ignoring case", " trimmed ignoring case"});
    switch (below(depth > 0 ? 11 : 3)) {
      case 0: return text(0) + pick({" = ", " != "}) + text(0) + how;
      case 1: return pick({"A", "D", "N", "M"}) + pick({" is empty", " is not empty"});
      case 2: return text(0) + pick({" in ", " not in "}) + "('a', 'LKS', B)" + how;
      case 3: return text(depth - 1) + pick({" < ", " <= ", " > ", " >= ", " = ", " != "}) + text(depth - 1) + how;
      case 4: return date(depth - 1) + pick({" < ", " <= ", " > ", " >= ", " = ", " != "}) + date(depth - 1);
      case 5: return number(depth - 1) + pick({" < ", " <= ", " > ", " >= ", " = ", " != "}) + number(depth - 1);
      case 6: return month(depth - 1) + pick({" < ", " <= ", " > ", " >= ", " = ", " != "}) + month(depth - 1);
      case 7: return text(depth - 1) + pick({" starts with ", " ends with ", " contains "}) + text(depth - 1) + how;
      case 8: return text(depth - 1) + " matches '[a-z]*[0-9]*'" + pick({"", " ignoring case"});
      case 9: return "not (" + condition(depth - 1) + ")";
      default: return "(" + condition(depth - 1) + pick({" and ", " or "}) + condition(depth - 1) + ")";
    }
  }
  // An expression of any type, in the brackets of `()`.
  std::string any() {
    switch (below(5)) {
      case 0: return "case(" + condition(3) + " => 'yes', else 'no')";
      case 1: return "text(" + number(3) + ")";
      case 2: return "text(" + date(3) + ")";
      case 3: return "text(" + month(3) + ")";
      default: return text(3);
    }
  }

 private:
  static int below(int limit) { return *rc::gen::inRange(0, limit); }
  static std::string pick(const std::vector<std::string>& words) { return words[static_cast<std::size_t>(below(static_cast<int>(words.size())))]; }
};

constexpr std::string_view before_mapping = R"(import 'test-pack'
codes soort { 'LKS' => 'wage-cost-subsidy' as role; '12' => '22'; 'a' => '40'; else reject because 'onbekend' }
codes bewaar { 'LKS' => '10'; else keep because 'al een code' }
codes leeg { 'LKS' => '10'; 'a', 'b' => '22'; else empty because 'geen' }
codes anders { 'a' => '10'; else '22' because 'de rest' }
codes lang { 'een woord van meer dan vijftien tekens' => '10'; 'x' => '22'; else empty because 'geen' }
format bron : xml {
  root 'R'
  record 'X' {
    A = 'A' optional
    B = 'B' optional
    C = 'C'
    D = 'E' as 'yyyymmdd' partial optional
    N = 'F' as number 2 optional
    M = 'G' as 'yyyymm' optional
  }
}
mapping m from bron to provision {
  parameter voorvoegsel = 'H'
  bsn = '123456782'; id = 'A'; start = 2021-01-01
  type = 'x' & A
)";

RC_GTEST_PROP(Programs, give_what_evaluation_gives, ()) {
  FakeImports imports;
  Expressions expressions;
  const std::string content = std::string(before_mapping) + "  description = " + expressions.any() + "\n}\n";
  const Parsed parsed = parse(content, imports);
  if (!parsed.rules) RC_DISCARD("not well-typed: " + parsed.messages);
  const Mapping& mapping = *parsed.rules->mapping("m");
  const Expression* expression = nullptr;
  for (const Assignment& each : mapping.assignments) {
    if (each.target == TargetField::description) expression = each.value.get();
  }
  const Parameters parameters{*SenderCode::parse("0398"), ReportMonth::from_parts(2022, 1)};
  Programs programs(*mapping.format, mapping.parameters, parameters, imports.lists());
  const Program& program = programs.compile(*expression);
  for (int i = 0; i < 40; ++i) {
    const auto text = [] {
      return *rc::gen::elementOf(std::vector<std::string>{"", "LKS", "lks", "a", "A", "12", "1,5", " 7 ", "É", "é", "01-03-2021", "31-02-2021", "00-03-2021",
                                                          "1-3-2021", "3 mrt 2021", "20210301", "2021-03", "een woord van meer dan vijftien tekens"});
    };
    SourceRecord record;
    for (int column = 0; column < 3; ++column) record.values.push_back({text(), true, 1});
    record.values.push_back({*rc::gen::elementOf(std::vector<std::string>{"", "20210131", "20210200", "20210000", "00000000", "x"}), true, 1});
    record.values.push_back({*rc::gen::elementOf(std::vector<std::string>{"", "1", "-2.5", "3.333", "1000", "x"}), true, 1});
    record.values.push_back({*rc::gen::elementOf(std::vector<std::string>{"", "202112", "202113"}), true, 1});
    TargetValues mapped;
    const std::string type = *rc::gen::elementOf(std::vector<std::string>{"", "10", "22", "x"});
    std::array<ValueView, target_field_count> mapped_views{};
    if (!type.empty()) mapped[static_cast<std::size_t>(TargetField::type)] = type;
    mapped_views[static_cast<std::size_t>(TargetField::type)] = ValueView::text(type);
    Scope scope{mapping.format.get(), &record, &parameters, &mapping.parameters, &mapped};
    scope.codes = &imports.lists();
    RecordRow row;
    row.look_at(record);
    programs.begin(row);
    programs.let_mapped(mapped_views.data());
    const ValueView view = programs.run(program);
    const Evaluated evaluated = evaluate(*expression, scope);
    const auto* value = std::get_if<Value>(&evaluated);
    // What has a value is settled here too: nothing in these expressions is too rare for a program.
    RC_ASSERT(view.is_unsettled() == (value == nullptr));
    if (value == nullptr) continue;
    RC_ASSERT(view.is_empty() == is_empty(*value));
    if (!view.is_empty()) RC_ASSERT(std::string(view.text()) == std::get<std::string>(*value));
  }
}

RC_GTEST_PROP(WordTable, has_the_words_that_were_put_in, ()) {
  const auto words = *rc::gen::container<std::vector<std::string>>(rc::gen::nonEmpty(rc::gen::container<std::string>(rc::gen::element('a', 'b', '\xFF'))));
  WordTable<int> table;
  std::map<std::string, int> expected;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].size() > 15) continue;
    table.add(words[i], static_cast<int>(i));
    expected.emplace(words[i], static_cast<int>(i));
  }
  for (const auto& [word, number] : expected) {
    RC_ASSERT(table.find(word) != nullptr);
    RC_ASSERT(*table.find(word) == number);
    RC_ASSERT((table.find(word + "a") != nullptr) == expected.contains(word + "a"));
  }
  RC_ASSERT(table.find("") == nullptr);
}

}  // namespace
}  // namespace srgconv::rules::testing
