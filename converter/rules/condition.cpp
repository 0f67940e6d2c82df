// Conditions of checks: the operators that give an answer. What is possible on both sides of a comparison decides, or leaves it open.
#include <algorithm>
#include <bit>
#include <set>
#include <utility>

#include "rules/compile_expression.hpp"
#include "rules/condition_step.hpp"
#include "rules/letters.hpp"
#include "rules/regular_expression.hpp"

namespace srgconv::rules {
namespace {

using Kind = Expression::Kind;
using Sign = Expression::Sign;

constexpr std::int64_t no_such_day_after = 99991231, no_such_day_before = 10101;

// A text as it is compared: `trimmed`, `ignoring case`.
std::string compared(std::string_view text, const Expression& node) {
  if (node.trimmed) text = trimmed(text);
  return node.ignoring_case ? lower(text) : std::string(text);
}

bool as_written(const Expression& node) { return !node.trimmed && !node.ignoring_case; }

// Are the values, when there are both, the same?
Answers same_values(const Possible& a, const Possible& b, const Expression& node) {
  if (a.kind() == Possible::Kind::text) {
    if (!a.is_known_text() || !b.is_known_text()) return answers::both;
    return answers::of(as_written(node) ? a.text() == b.text() : compared(a.text(), node) == compared(b.text(), node));
  }
  if (a.last() < b.first() || b.last() < a.first()) return answers::no;
  return a.first() == a.last() && b.first() == b.last() ? answers::yes : answers::both;
}

// Does the first value, when there are both, come before the second, or (when `equal_too`) on it?
Answers values_before(const Possible& a, const Possible& b, bool equal_too, const Expression& node) {
  if (a.kind() == Possible::Kind::text) {
    if (!a.is_known_text() || !b.is_known_text()) return answers::both;
    const auto order = compared(a.text(), node) <=> compared(b.text(), node);
    return answers::of(order < 0 || (equal_too && order == 0));
  }
  if (equal_too ? a.last() <= b.first() : a.last() < b.first()) return answers::yes;
  if (equal_too ? a.first() > b.last() : a.first() >= b.last()) return answers::no;
  return answers::both;
}

Answers same(const Possible& a, const Possible& b, const Expression& node) {
  Answers result = a.may_be_empty() || b.may_be_empty() ? answers::no : Answers{0};
  if (a.may_be_value() && b.may_be_value()) result |= same_values(a, b, node);
  return result;
}

Answers equality(const ConditionStep& step, FactFrame& frame) {
  const Possible a = step.operands[0].value(frame), b = step.operands[1].value(frame);
  if (step.source->comparison == Sign::equal) return same(a, b, *step.source);
  Answers result = 0;
  if (a.may_be_empty() && b.may_be_empty()) result |= answers::no;
  if ((a.may_be_empty() && b.may_be_value()) || (a.may_be_value() && b.may_be_empty())) result |= answers::yes;
  if (a.may_be_value() && b.may_be_value()) result |= answers::reversed(same_values(a, b, *step.source));
  return result;
}

Answers order(const ConditionStep& step, FactFrame& frame) {
  const Possible a = step.operands[0].value(frame), b = step.operands[1].value(frame);
  Answers result = a.may_be_empty() || b.may_be_empty() ? answers::no : Answers{0};
  if (!a.may_be_value() || !b.may_be_value()) return result;
  const Sign sign = step.source->comparison;
  const bool upward = sign == Sign::less || sign == Sign::less_or_equal, equal_too = sign == Sign::less_or_equal || sign == Sign::greater_or_equal;
  return result | (upward ? values_before(a, b, equal_too, *step.source) : values_before(b, a, equal_too, *step.source));
}

Answers emptiness(const ConditionStep& step, FactFrame& frame) {
  const Possible value = step.operands[0].value(frame);
  const Answers result = (value.may_be_empty() ? answers::yes : Answers{0}) | (value.may_be_value() ? answers::no : Answers{0});
  return step.source->negated ? answers::reversed(result) : result;
}

// Is the code in the list on every day from `first` to `last`, on none, or only on some?
Answers known_between(const CodeList& list, std::string_view code, std::int64_t first, std::int64_t last) {
  Answers result = answers::no;
  std::int64_t covered_to = 0;  // all days from `first` up to this one are covered
  for (bool more = true; more;) {
    more = false;
    for (const Code& entry : list.codes()) {
      if (entry.code != code) continue;
      const std::int64_t from = entry.valid_from ? entry.valid_from->earliest().packed() : no_such_day_before;
      const std::int64_t until = entry.valid_until ? entry.valid_until->latest().packed() : no_such_day_after;
      if (from > last || until < first) continue;
      result = answers::both;
      const std::int64_t next = covered_to == 0                   ? first
                                : covered_to == no_such_day_after ? covered_to
                                                                  : Date::from_day_number(date_of(covered_to).day_number() + 1).packed();
      if (from > next || until < next || covered_to >= last) continue;
      covered_to = until;
      more = true;
    }
  }
  return result == answers::both && covered_to >= last ? answers::yes : result;
}

// An empty value is no code, and is not known.
Answers knowledge(const ConditionStep& step, FactFrame& frame) {
  const Possible code = step.operands[0].value(frame);
  Answers result = code.may_be_empty() ? answers::no : Answers{0};
  if (code.may_be_value()) {
    if (!code.is_known_text() || step.list == nullptr) {
      result = answers::both;
    } else if (step.operands.size() == 1) {
      result |= answers::of(step.list->find(code.text()) != nullptr);
    } else {
      const Possible day = step.operands[1].value(frame);
      if (day.may_be_value()) result |= known_between(*step.list, code.text(), day.first(), day.last());
      if (day.may_be_empty()) result |= answers::of(step.list->find(code.text()) != nullptr);
    }
  }
  return step.source->negated ? answers::reversed(result) : result;
}

Answers membership(const ConditionStep& step, FactFrame& frame) {
  const Possible sought = step.operands[0].value(frame);
  Answers result = answers::no;
  for (std::size_t i = 1; i < step.operands.size() && result != answers::yes; ++i) {
    const Answers equal = same(sought, step.operands[i].value(frame), *step.source);
    if (equal == answers::yes) result = answers::yes;
    if (equal == answers::both) result = answers::both;
  }
  return step.source->negated ? answers::reversed(result) : result;
}

Answers containment(const ConditionStep& step, FactFrame& frame) {
  const Possible whole = step.operands[0].value(frame), part = step.operands[1].value(frame);
  Answers result = whole.may_be_empty() || part.may_be_empty() ? answers::no : Answers{0};
  if (!whole.may_be_value() || !part.may_be_value()) return result;
  if (!whole.is_known_text() || !part.is_known_text()) return answers::both;
  const std::string text = compared(whole.text(), *step.source), sought = compared(part.text(), *step.source);
  switch (step.source->kind) {
    case Kind::starts_with: return result | answers::of(text.starts_with(sought));
    case Kind::ends_with: return result | answers::of(text.ends_with(sought));
    default: return result | answers::of(text.find(sought) != std::string::npos);
  }
}

Answers pattern(const ConditionStep& step, FactFrame& frame) {
  const Possible text = step.operands[0].value(frame);
  Answers result = text.may_be_empty() ? answers::no : Answers{0};
  if (!text.may_be_value()) return result;
  if (!text.is_known_text()) return answers::both;
  return result | answers::of(step.source->regex->matches(step.source->trimmed ? trimmed(text.text()) : text.text()));
}

Answers negation(const ConditionStep& step, FactFrame& frame) { return answers::reversed(step.operands[0].answer(frame)); }

Answers conjunction(const ConditionStep& step, FactFrame& frame) {
  Answers result = answers::yes;
  for (const ConditionStep& operand : step.operands) {
    const Answers answer = operand.answer(frame);
    if (answer == answers::no) return answers::no;
    if (answer == answers::both) result = answers::both;
  }
  return result;
}

Answers disjunction(const ConditionStep& step, FactFrame& frame) {
  Answers result = answers::no;
  for (const ConditionStep& operand : step.operands) {
    const Answers answer = operand.answer(frame);
    if (answer == answers::yes) return answers::yes;
    if (answer == answers::both) result = answers::both;
  }
  return result;
}

ConditionStep::Judge judge_of(const Expression& expression) {
  switch (expression.kind) {
    case Kind::compare: return expression.comparison == Sign::equal || expression.comparison == Sign::unequal ? equality : order;
    case Kind::is_empty: return emptiness;
    case Kind::is_known: return knowledge;
    case Kind::one_of: return membership;
    case Kind::starts_with:
    case Kind::ends_with:
    case Kind::contains: return containment;
    case Kind::matches: return pattern;
    case Kind::negation: return negation;
    case Kind::conjunction: return conjunction;
    case Kind::disjunction: return disjunction;
    default: return nullptr;
  }
}

void collect_limits(const Expression& expression, std::vector<Limit>& limits) {
  if ((expression.kind == Kind::compare || expression.kind == Kind::one_of) && expression.operands[0].kind == Kind::fact) {
    for (std::size_t i = 1; i < expression.operands.size(); ++i) {
      const Expression& other = expression.operands[i];
      if (other.kind != Kind::literal) continue;
      Possible value;
      if (const auto* text = std::get_if<std::string>(&other.literal)) value = Possible::text(*text);
      if (const auto* number = std::get_if<Decimal>(&other.literal)) value = Possible::of(*number);
      if (const auto* date = std::get_if<Date>(&other.literal)) value = Possible::of(*date);
      if (const auto* month = std::get_if<ReportMonth>(&other.literal)) value = Possible::of(*month);
      limits.push_back({expression.operands[0].column, value});
    }
  }
  for (const Expression& operand : expression.operands) collect_limits(operand, limits);
}

}  // namespace

ConditionStep compile_condition(const Expression& expression, const CodeLists& codes) {
  ConditionStep step;
  step.source = &expression;
  step.codes = &codes;
  for (const Expression& operand : expression.operands) step.operands.push_back(compile_condition(operand, codes));
  if (!expression.list.empty()) step.list = codes.find(expression.list);
  if (expression.type == ValueType::boolean) {
    step.judge = judge_of(expression);
  } else {
    step.kind = kind_of(expression.type);
    compile_value(step);
  }
  return step;
}

struct Condition::Contents {
  ExpressionPointer expression;
  ConditionStep step;
  std::vector<bool> looks_at;
  std::vector<Limit> limits;
};

Condition::Condition(ExpressionPointer expression, const CodeLists& codes) : contents_(std::make_unique<Contents>()) {
  contents_->expression = std::move(expression);
  contents_->step = compile_condition(*contents_->expression, codes);
  std::set<std::size_t> facts;
  collect_facts(*contents_->expression, facts);
  contents_->looks_at.resize(link_fact_count);
  for (const std::size_t fact : facts) contents_->looks_at[fact] = true;
  collect_limits(*contents_->expression, contents_->limits);
}
Condition::~Condition() = default;
Condition::Condition(Condition&&) noexcept = default;
Condition& Condition::operator=(Condition&&) noexcept = default;

Answer Condition::judge(std::span<const Possible> facts) const {
  FactFrame frame{facts};
  const Answers answer = contents_->step.answer(frame);
  return answer == answers::yes ? Answer::yes : answer == answers::no ? Answer::no : Answer::undecided;
}

const std::vector<bool>& Condition::looks_at() const { return contents_->looks_at; }
const std::vector<Limit>& Condition::limits() const { return contents_->limits; }

}  // namespace srgconv::rules
