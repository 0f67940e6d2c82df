// Conditions of checks. Their answers are held against the evaluator of mappings, with every completion of the partial dates filled in.
#include <functional>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "unit/rules/fake_imports.hpp"

namespace srgconv::rules::testing {
namespace {

// What a provision says; `nothing` is empty.
struct Row {
  std::string type, goal, id = "1001";
  std::optional<Date> start, end;
  std::optional<Decimal> wage_value;
  ReportMonth month = *ReportMonth::from_parts(2026, 1);
};

CodeLists lists() {
  CodeLists lists;
  Code subsidy = code("10", "Loonkostensubsidie", "financieel", "wage-cost-subsidy"), flat = code("11", "Forfaitair", "financieel", "flat-rate");
  flat.max_months = 6;
  Code old = code("22", "Participatieplaats", "werkplekken", "participation-place");
  old.valid_until = Date::from_parts(2025, 12, 31);
  Code again = old;
  again.valid_from = Date::from_parts(2026, 3, 1);
  again.valid_until = {};
  lists.add(CodeList("type", {subsidy, flat, old, again}));
  lists.add(CodeList("goal", {code("1", "Re-integratie", "", "reintegration"), code("2", "Participatie", "", "participation")}));
  lists.add(CodeList("work_capacity", {code("01", "Onder", "", "below")}));
  lists.add(CodeList("relation", {code("gelijk", "Gelijk", "", "same")}));
  return lists;
}

class Imports : public ImportResolver {
 public:
  std::optional<Import> find(std::string_view, const std::filesystem::path&) override {
    return Import{SourceText("formats.rules", "format bron : csv { columns NR; ignore NR because 'x' }\n"), "formats.rules", true, &lists_};
  }
  std::vector<std::string> names() override { return {}; }
  CodeLists lists_ = lists();
};

std::string with_facts(std::string text, const std::string& prefix) {
  for (std::size_t at = text.find('@'); at != std::string::npos; at = text.find('@', at)) text.replace(at, 1, prefix);
  return text;
}

// A condition of a check; `@` stands before every fact but month.
class Judged {
 public:
  explicit Judged(const std::string& text) {
    Diagnostics diagnostics;
    const std::string file = "import 'p'\ncheck X : signal {\n  on provision expect " + with_facts(text, "") +
                             "\n  nl 'a' because 'b' repair 'c'\n  en 'a' because 'b' repair 'c'\n  source 's'\n}\n";
    auto rules = parse_rules(SourceText("checks.rules", file), "checks.rules", imports_, diagnostics);
    if (!rules) throw std::runtime_error(render_all(diagnostics, Language::en));
    condition_.emplace(rules->checks[0].expect, imports_.lists_);
  }
  Answer of(const Row& row) const { return condition_->judge(facts(row)); }
  Answer of(const std::array<Possible, fact_count>& facts) const { return condition_->judge(facts); }
  const Condition& condition() const { return *condition_; }

  static std::array<Possible, fact_count> facts(const Row& row) {
    std::array<Possible, fact_count> result;
    const auto date = [](const std::optional<Date>& given) { return given ? Possible::of(*given) : Possible::empty(Possible::Kind::date); };
    result[fact_index(Fact::month)] = Possible::of(row.month);
    result[fact_index(Fact::id)] = Possible::text(row.id);
    result[fact_index(Fact::start)] = date(row.start);
    result[fact_index(Fact::end)] = date(row.end);
    result[fact_index(Fact::type)] = Possible::text(row.type);
    result[fact_index(Fact::goal)] = Possible::text(row.goal);
    result[fact_index(Fact::wage_value)] = row.wage_value ? Possible::of(*row.wage_value) : Possible::empty(Possible::Kind::number);
    return result;
  }

 private:
  Imports imports_;
  std::optional<Condition> condition_;
};

// The same condition, evaluated as a mapping evaluates it.
class Evaluated {
 public:
  explicit Evaluated(const std::string& text) {
    Diagnostics diagnostics;
    const std::string file =
        "import 'p'\nformat f : csv { columns A, B, C, D, E, F, G, H }\nmapping m from f to provision {\n  bsn = A\n  id = B\n  type = C\n"
        "  start = date(D, 'yyyymmdd')\n  end = date(E, 'yyyymmdd')\n  goal = F\n  wage_value = decimal(G, '.')\n  work_capacity = H\n  description = case(" +
        with_facts(text, "this.") + " => 'yes', else => 'no')\n}\n";
    rules_ = parse_rules(SourceText("case.rules", file), "case.rules", imports_, diagnostics);
    if (!rules_) throw std::runtime_error(render_all(diagnostics, Language::en));
    for (const Assignment& each : rules_->mappings[0]->assignments) {
      if (each.target == TargetField::description) value_ = each.value;
    }
  }
  // Nothing where evaluation gives a diagnostic.
  std::optional<bool> of(const Row& row) const {
    const auto text = [](const std::string& word) { return word.empty() ? Value{} : Value{word}; };
    TargetValues mapped;
    const auto put = [&](TargetField field, Value value) { mapped[static_cast<std::size_t>(field)] = std::move(value); };
    put(TargetField::type, text(row.type));
    put(TargetField::goal, text(row.goal));
    put(TargetField::id, text(row.id));
    put(TargetField::start, row.start ? Value{*row.start} : Value{});
    put(TargetField::end, row.end ? Value{*row.end} : Value{});
    put(TargetField::wage_value, row.wage_value ? Value{*row.wage_value} : Value{});
    Scope scope;
    const Parameters parameters{*SenderCode::parse("0363"), row.month};
    scope.parameters = &parameters;
    scope.mapped = &mapped;
    scope.codes = &imports_.lists_;
    const auto result = evaluate(*value_, scope);
    const Value* value = std::get_if<Value>(&result);
    return value == nullptr ? std::nullopt : std::optional(*value == Value{std::string("yes")});
  }

 private:
  Imports imports_;
  std::optional<RuleSet> rules_;
  ExpressionPointer value_;
};

Date day(int year, int month, int number) { return *Date::from_parts(year, month, number); }

TEST(Condition, AnswersYesAndNoOnCompleteFacts) {
  const Judged order("@end is empty or @start <= @end");
  EXPECT_EQ(order.of({"10", "1", "a", day(2025, 1, 1), day(2025, 1, 1), {}}), Answer::yes);
  EXPECT_EQ(order.of({"10", "1", "a", day(2025, 1, 2), day(2025, 1, 1), {}}), Answer::no);
  EXPECT_EQ(order.of({"10", "1", "a", day(2025, 1, 2), {}, {}}), Answer::yes);
}

TEST(Condition, APartialDateLeavesOpenWhatItsDaysLeaveOpen) {
  const Judged order("@end is empty or @start <= @end");
  EXPECT_EQ(order.of({"10", "1", "a", day(2025, 4, 0), day(2025, 4, 15), {}}), Answer::undecided);
  EXPECT_EQ(order.of({"10", "1", "a", day(2025, 4, 0), day(2025, 4, 30), {}}), Answer::yes);
  EXPECT_EQ(order.of({"10", "1", "a", day(2025, 5, 0), day(2025, 4, 30), {}}), Answer::no);
  EXPECT_EQ(order.of({"10", "1", "a", Date{}, day(2025, 4, 30), {}}), Answer::undecided);
}

TEST(Condition, MeasuresADurationToTheEndOfTheMonthOrTheEarlierEnd) {
  const Judged duration("@type.max_months is empty or months_between(@start, earliest(coalesce(@end, last_day(month)), last_day(month))) < @type.max_months");
  EXPECT_EQ(duration.of({"11", "1", "a", day(2025, 8, 1), {}, {}}), Answer::yes);  // to 31 January 2026 is six months
  EXPECT_EQ(duration.of({"11", "1", "a", day(2025, 7, 31), {}, {}}), Answer::no);  // a day more
  EXPECT_EQ(duration.of({"11", "1", "a", day(2025, 7, 15), day(2026, 1, 14), {}}), Answer::yes);
  EXPECT_EQ(duration.of({"11", "1", "a", day(2025, 7, 15), day(2026, 1, 15), {}}), Answer::no);
  EXPECT_EQ(duration.of({"11", "1", "a", day(2025, 8, 0), day(2027, 1, 1), {}}), Answer::yes);  // what is planned does not count
  EXPECT_EQ(duration.of({"11", "1", "a", day(2025, 7, 0), {}, {}}), Answer::no);
  EXPECT_EQ(duration.of({"11", "1", "a", day(2025, 0, 0), {}, {}}), Answer::undecided);
  EXPECT_EQ(duration.of({"10", "1", "a", day(1990, 1, 1), {}, {}}), Answer::yes);
  EXPECT_EQ(duration.of({"99", "1", "a", day(1990, 1, 1), {}, {}}), Answer::undecided);  // nobody knows this type
}

TEST(Condition, KnowsWhetherACodeIsInTheListOnADay) {
  const Judged known("@type is known"), on("@type is known on coalesce(@end, last_day(month))");
  EXPECT_EQ(known.of({"22", "", "a", {}, {}, {}}), Answer::yes);
  EXPECT_EQ(known.of({"23", "", "a", {}, {}, {}}), Answer::no);
  EXPECT_EQ(known.of({"", "", "a", {}, {}, {}}), Answer::no);
  EXPECT_EQ(on.of({"22", "", "a", {}, {}, {}}), Answer::no);
  EXPECT_EQ(on.of({"22", "", "a", {}, day(2025, 12, 31), {}}), Answer::yes);
  EXPECT_EQ(on.of({"22", "", "a", {}, day(2026, 3, 1), {}}), Answer::yes);
  EXPECT_EQ(on.of({"22", "", "a", {}, day(2026, 0, 0), {}}), Answer::undecided);
  EXPECT_EQ(on.of({"22", "", "a", {}, day(2026, 2, 0), {}}), Answer::no);
  EXPECT_EQ(on.of({"22", "", "a", {}, day(2025, 0, 0), {}}), Answer::yes);
}

TEST(Condition, WorksOutTextsOnceTheyAreKnown) {
  const Judged text("substring(@id, 1, 2) & @goal = 'TE1' and @id matches '[A-Z]+[0-9]*'");
  EXPECT_EQ(text.of({"10", "1", "TEST1", {}, {}, {}}), Answer::yes);
  EXPECT_EQ(text.of({"10", "2", "TEST1", {}, {}, {}}), Answer::no);
  auto facts = Judged::facts({"10", "1", "TEST1", {}, {}, {}});
  facts[fact_index(Fact::goal)] = Possible::anything(Possible::Kind::text);
  EXPECT_EQ(text.of(facts), Answer::undecided);
}

TEST(Condition, SaysWhatItLooksAtAndComparesWith) {
  const Judged judged("@wage_value <= 100 and @goal in ('1', '2')");
  EXPECT_TRUE(judged.condition().looks_at()[fact_index(Fact::wage_value)]);
  EXPECT_FALSE(judged.condition().looks_at()[fact_index(Fact::end)]);
  ASSERT_EQ(judged.condition().limits().size(), 3U);
  EXPECT_EQ(judged.condition().limits()[0].fact, fact_index(Fact::wage_value));
  EXPECT_EQ(judged.condition().limits()[2].value.text(), "2");
}

// ---------------------------------------------------------------------------------------------- properties

std::string pick(const std::vector<std::string>& from) { return from[static_cast<std::size_t>(*rc::gen::inRange<int>(0, static_cast<int>(from.size())))]; }

std::string random_date(int depth) {
  const int chosen = *rc::gen::inRange(0, depth > 0 ? 9 : 4);
  switch (chosen) {
    case 0:
    case 1: return "@start";
    case 2: return "@end";
    case 3: return pick({"last_day(month)", "first_day(month)", "2025-02-28"});
    case 4: return "(" + random_date(depth - 1) + pick({" + ", " - "}) + pick({"1 day", "31 days", "1 month", "6 months"}) + ")";
    case 5: return pick({"earliest(", "latest("}) + random_date(depth - 1) + ", " + random_date(depth - 1) + ")";
    case 6: return "coalesce(" + random_date(depth - 1) + ", " + random_date(depth - 1) + ")";
    case 7: return "last_day(month_of(" + random_date(depth - 1) + "))";
    default:
      return "case(" + pick({"@type = '10'", "@start < @end", "@end is empty"}) + " => " + random_date(depth - 1) + ", else => " + random_date(depth - 1) + ")";
  }
}

std::string random_number(int depth) {
  const int chosen = *rc::gen::inRange(0, depth > 0 ? 7 : 3);
  switch (chosen) {
    case 0: return pick({"0", "6", "30", "100"});
    case 1: return "@wage_value";
    case 2: return "@type.max_months";
    case 3: return "months_between(" + random_date(depth - 1) + ", " + random_date(depth - 1) + ")";
    case 4: return "days_between(" + random_date(depth - 1) + ", " + random_date(depth - 1) + ")";
    case 5: return "year(" + random_date(depth - 1) + ")";
    default: return "(" + random_number(depth - 1) + pick({" + ", " - ", " * "}) + random_number(depth - 1) + ")";
  }
}

std::string random_condition(int depth) {
  const int chosen = *rc::gen::inRange(0, depth > 0 ? 9 : 6);
  switch (chosen) {
    case 0: return random_date(2) + pick({" < ", " <= ", " > ", " >= "}) + random_date(2);
    case 1: return random_number(2) + pick({" = ", " != ", " < ", " <= ", " > ", " >= "}) + random_number(2);
    case 2: return pick({"@end is empty", "@wage_value is not empty", "@goal is empty", "@type is known", "@goal is not known"});
    case 3: return pick({"@type.role = 'wage-cost-subsidy'", "@goal = '1'", "@goal != '2'", "@type in ('10', '22')", "@goal not in ('1', '2')"});
    case 4: return "month_of(" + random_date(1) + ")" + pick({" < ", " <= ", " = ", " != "}) + "month";
    case 5: return "@type is known on " + random_date(1);
    case 6: return "not (" + random_condition(depth - 1) + ")";
    default: return "(" + random_condition(depth - 1) + pick({" and ", " or "}) + random_condition(depth - 1) + ")";
  }
}

// Looks at one fact at least, as the conditions of checks have to.
std::string some_condition() { return "(" + random_condition(2) + ") and @id is not empty"; }

std::optional<Date> random_day() {
  if (*rc::gen::inRange(0, 5) == 0) return std::nullopt;
  const int year = *rc::gen::inRange(2024, 2027), month = *rc::gen::inRange(0, 13), number = month == 0 ? 0 : *rc::gen::inRange(-6, 29);
  return Date::from_parts(year, month, std::max(number, 0));
}

Row random_row() {
  Row row;
  row.type = pick({"10", "11", "22", "99"});
  row.goal = pick({"", "1", "2"});
  row.start = random_day();
  row.end = random_day();
  if (*rc::gen::inRange(0, 2) == 0) row.wage_value = Decimal::whole(*rc::gen::inRange(0, 120));
  return row;
}

std::vector<std::optional<Date>> completions(const std::optional<Date>& date) {
  if (!date) return {std::nullopt};
  std::vector<std::optional<Date>> result;
  const std::int32_t last = date->latest().day_number();
  for (std::int32_t at = date->earliest().day_number(); at <= last; at += date->month() == 0 && at + 7 < last ? 7 : 1)
    result.emplace_back(Date::from_day_number(at));
  return result;
}

RC_GTEST_PROP(ConditionProperty, SaysYesOrNoOnlyWhereEveryCompletionDoes, ()) {
  const std::string text = some_condition();
  RC_LOG() << text << std::endl;
  const Judged judged(text);
  const Evaluated evaluated(text);
  for (int i = 0; i < 4; ++i) {
    const Row row = random_row();
    const Answer answer = judged.of(row);
    for (const auto& start : completions(row.start)) {
      for (const auto& end : completions(row.end)) {
        Row complete = row;
        complete.start = start;
        complete.end = end;
        const auto expected = evaluated.of(complete);
        const Answer own = judged.of(complete);
        // On complete facts the two evaluators agree wherever both know; more facts never take an answer away.
        if (expected && own != Answer::undecided) RC_ASSERT((own == Answer::yes) == *expected);
        if (answer != Answer::undecided) RC_ASSERT(own == answer);
        if (answer != Answer::undecided && expected) RC_ASSERT((answer == Answer::yes) == *expected);
      }
    }
  }
}

// What is decided without knowing some facts stays so, whatever they are: what searching for explanations rests on.
RC_GTEST_PROP(ConditionProperty, WhatIsDecidedWithoutAFactHoldsForEveryValueOfIt, ()) {
  const std::string text = some_condition();
  const Judged judged(text);
  const Row row = random_row(), other = random_row();
  auto open = Judged::facts(row), filled = open;
  const auto all = Judged::facts(other);
  for (const Fact fact : {Fact::start, Fact::end, Fact::type, Fact::goal, Fact::wage_value}) {
    if (*rc::gen::inRange(0, 2) == 0) continue;
    open[fact_index(fact)] = Possible::anything(all[fact_index(fact)].kind());
    filled[fact_index(fact)] = all[fact_index(fact)];
  }
  const Answer answer = judged.of(open);
  if (answer != Answer::undecided) RC_ASSERT(judged.of(filled) == answer);
}

RC_GTEST_PROP(ConditionProperty, DecidesWhateverTheEvaluatorDecidesOnCompleteFacts, ()) {
  const std::string text = some_condition();
  RC_LOG() << text << std::endl;
  const Judged judged(text);
  const Evaluated evaluated(text);
  Row row = random_row();
  row.type = pick({"10", "11"});
  for (auto* date : {&row.start, &row.end}) {
    if (*date) *date = (*date)->earliest();
  }
  if (const auto expected = evaluated.of(row)) RC_ASSERT(judged.of(row) == (*expected ? Answer::yes : Answer::no));
}

}  // namespace
}  // namespace srgconv::rules::testing
