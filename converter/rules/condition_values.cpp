// Conditions of checks: the values that they compare, as far as they are known.
#include <algorithm>
#include <array>
#include <bit>
#include <utility>

#include "rules/calculate.hpp"
#include "rules/condition_step.hpp"
#include "rules/evaluate_dates.hpp"

namespace srgconv::rules {
namespace {

using Kind = Expression::Kind;

Possible of_fact(const ConditionStep& step, FactFrame& frame) { return frame.facts[step.index]; }
Possible of_literal(const ConditionStep& step, FactFrame&) { return step.constant; }
Possible nobody_knows(const ConditionStep& step, FactFrame&) { return Possible::anything(step.kind); }

// What the list says of a code; of a code that it does not have nothing is known.
Possible of_code(const ConditionStep& step, FactFrame& frame) {
  const Possible code = step.operands[0].value(frame);
  if (code.is_empty()) return Possible::empty(step.kind);
  if (!code.is_known_text()) return Possible::anything(step.kind);
  const Possible* found = step.words.find(code.text());
  const Possible said = found == nullptr ? Possible::anything(step.kind) : *found;
  return code.may_be_empty() ? said.perhaps_empty() : said;
}

Possible said_of(const Code& code, const Expression& node) {
  switch (node.attribute) {
    case Expression::Attribute::role: return Possible::text(code.role);
    case Expression::Attribute::category: return Possible::text(code.category);
    case Expression::Attribute::name: return Possible::text(code.name);
    case Expression::Attribute::max_months: break;
  }
  return code.max_months ? Possible::of(Decimal::whole(*code.max_months)) : Possible::empty(Possible::Kind::number);
}

// The first branch whose condition holds; several where that is open.
Possible choice(const ConditionStep& step, FactFrame& frame) {
  std::optional<Possible> result;
  const auto take = [&](const Possible& value) { result = result ? Possible::either(*result, value) : value; };
  std::size_t at = 0;
  for (const char letter : step.source->operators) {
    if (letter == 'e') take(Possible::empty(step.kind));
    if (letter == 'v') take(step.operands[at].value(frame));
    if (letter == 'r') take(Possible::anything(step.kind));
    if (letter != 'w') break;
    const Answers holds = step.operands[at].answer(frame);
    if (holds != answers::no) take(step.operands[at + 1].value(frame));
    if (holds == answers::yes) break;
    at += 2;
  }
  return result.value_or(Possible::empty(step.kind));
}

// Number stretches: sums and differences of their ends; a product only of what is settled.
Possible calculation(const ConditionStep& step, FactFrame& frame) {
  if (step.source->kind == Kind::product) return evaluated_when_settled(step, frame);
  bool empty = false;
  std::int64_t first = 0, last = 0;
  for (std::size_t i = 0; i < step.operands.size(); ++i) {
    const Possible operand = step.operands[i].value(frame);
    if (operand.is_empty()) return Possible::empty(step.kind);
    empty = empty || operand.may_be_empty();
    const char sign = i == 0 ? '+' : step.source->operators[i - 1];
    const auto low = calculated(first, sign, sign == '-' ? operand.last() : operand.first());
    const auto high = calculated(last, sign, sign == '-' ? operand.first() : operand.last());
    if (!low || !high) return Possible::anything(step.kind);
    first = *low;
    last = *high;
  }
  const Possible result = step.source->kind == Kind::negative ? Possible::stretch(step.kind, -last, -first) : Possible::stretch(step.kind, first, last);
  return empty ? result.perhaps_empty() : result;
}

// One end of a stretch, moved; nothing when there is no such day or month.
std::optional<std::int64_t> moved(std::int64_t end, Possible::Kind kind, std::int64_t amount, char unit) {
  const bool is_month = kind == Possible::Kind::month;
  const Value value = is_month ? Value{std::bit_cast<ReportMonth>(static_cast<std::int32_t>(end))} : Value{date_of(end)};
  const Shifted shifted = unit == 'd' ? plus_days(value, amount) : plus_months(value, amount);
  if (shifted.fault != Shifted::Fault::none) return std::nullopt;
  return is_month ? std::bit_cast<std::int32_t>(std::get<ReportMonth>(shifted.value)) : std::get<Date>(shifted.value).packed();
}

Possible shift(const ConditionStep& step, FactFrame& frame) {
  Possible value = step.operands[0].value(frame);
  if (value.is_empty()) return value;
  for (std::size_t i = 1; i < step.operands.size(); ++i) {
    const Possible amount = step.operands[i].value(frame);
    if (amount.is_empty()) return Possible::empty(step.kind);
    const Decimal number = Decimal::from_units(amount.first());
    if (!amount.filled().is_settled() || !number.is_whole()) return Possible::anything(step.kind);
    const std::int64_t by = number.units() / 10000 * (step.source->operators[i - 1] == '-' ? -1 : 1);
    const auto first = moved(value.first(), step.kind, by, step.source->units[i - 1]), last = moved(value.last(), step.kind, by, step.source->units[i - 1]);
    if (!first || !last) return Possible::anything(step.kind);
    const bool empty = value.may_be_empty() || amount.may_be_empty();
    value = Possible::stretch(step.kind, *first, *last);
    if (empty) value = value.perhaps_empty();
  }
  return value;
}

}  // namespace

Possible::Kind kind_of(ValueType type) {
  switch (type) {
    case ValueType::number: return Possible::Kind::number;
    case ValueType::date: return Possible::Kind::date;
    case ValueType::month: return Possible::Kind::month;
    case ValueType::text:
    case ValueType::boolean: break;
  }
  return Possible::Kind::text;
}

Date date_of(std::int64_t packed) { return std::bit_cast<Date>(static_cast<std::int32_t>(packed)); }

Possible possible(const Value& value, Possible::Kind kind, FactFrame& frame) {
  if (const auto* text = std::get_if<std::string>(&value)) {
    frame.texts.push_front(*text);
    return Possible::text(frame.texts.front());
  }
  if (const auto* number = std::get_if<Decimal>(&value)) return Possible::of(*number);
  if (const auto* date = std::get_if<Date>(&value)) return Possible::of(*date);
  if (const auto* month = std::get_if<ReportMonth>(&value)) return Possible::of(*month);
  return Possible::empty(kind);
}

std::optional<Value> settled_value(const Possible& possible) {
  if (possible.is_empty()) return Value{};
  if (!possible.is_settled()) return std::nullopt;
  switch (possible.kind()) {
    case Possible::Kind::text: return Value{std::string(possible.text())};
    case Possible::Kind::number: return Value{Decimal::from_units(possible.first())};
    case Possible::Kind::date: return Value{date_of(possible.first())};
    case Possible::Kind::month: break;
  }
  return Value{std::bit_cast<ReportMonth>(static_cast<std::int32_t>(possible.first()))};
}

Possible evaluated_when_settled(const ConditionStep& step, FactFrame& frame) {
  Expression settled = *step.source;
  for (std::size_t i = 0; i < step.operands.size(); ++i) {
    auto value = settled_value(step.operands[i].value(frame));
    if (!value) return Possible::anything(step.kind);
    Expression& operand = settled.operands[i];
    const ValueType type = operand.type;
    operand = Expression{};
    operand.type = type;
    operand.literal = *std::move(value);
  }
  Scope scope;
  scope.codes = step.codes;
  const Evaluated evaluated = evaluate(settled, scope);
  const Value* value = std::get_if<Value>(&evaluated);
  return value == nullptr ? Possible::anything(step.kind) : possible(*value, step.kind, frame);
}

void compile_value(ConditionStep& step) {
  const Expression& source = *step.source;
  switch (source.kind) {
    case Kind::fact:
      step.index = source.column;
      step.run = of_fact;
      break;
    case Kind::literal: {
      step.run = of_literal;
      FactFrame frame;
      step.constant = possible(source.literal, step.kind, frame);
      if (const auto* text = std::get_if<std::string>(&source.literal)) step.constant = Possible::text(*text);  // where it lies, in the rules
      break;
    }
    case Kind::attribute:
      step.run = step.list == nullptr ? nobody_knows : of_code;
      for (const Code& code : step.list == nullptr ? std::vector<Code>() : step.list->codes()) {
        const Code& kept = *step.list->find(code.code);
        if (!code.code.empty() && code.code.size() <= WordTable<Possible>::longest_word) step.words.add(code.code, said_of(kept, source));
      }
      break;
    case Kind::choice: step.run = choice; break;
    case Kind::shift: step.run = shift; break;
    case Kind::sum:
    case Kind::product:
    case Kind::negative: step.run = calculation; break;
    case Kind::call: compile_possible_call(step); break;
    case Kind::join:
    case Kind::lookup: step.run = evaluated_when_settled; break;
    default: step.run = nobody_knows; break;
  }
}

}  // namespace srgconv::rules
