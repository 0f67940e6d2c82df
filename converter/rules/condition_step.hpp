// The steps of which a condition is made; internal to this room.
#pragma once

#include <cstdint>
#include <forward_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rules/expression.hpp"
#include "rules/word_table.hpp"

namespace srgconv::rules {

/// The answers that are still possible: Answers::no, Answers::yes, or both.
using Answers = std::uint8_t;
namespace answers {
inline constexpr Answers no = 1, yes = 2, both = 3;
constexpr Answers of(bool is) { return is ? yes : no; }
constexpr Answers reversed(Answers answers) { return static_cast<Answers>(((answers & no) << 1U) | ((answers & yes) >> 1U)); }
}  // namespace answers

/// What a condition looks at while it is judged.
struct FactFrame {
  std::span<const Possible> facts;
  std::forward_list<std::string> texts = {};  ///< that steps made
};

/// A step: a function and what it works with. It gives a value (`run`) or answers (`judge`), by the type of its expression.
struct ConditionStep {
  using Run = Possible (*)(const ConditionStep&, FactFrame&);
  using Judge = Answers (*)(const ConditionStep&, FactFrame&);

  Possible value(FactFrame& frame) const { return run(*this, frame); }
  Answers answer(FactFrame& frame) const { return judge(*this, frame); }

  Run run = nullptr;
  Judge judge = nullptr;
  std::size_t index = 0;  ///< of a fact
  Possible::Kind kind = Possible::Kind::text;
  Possible constant;  ///< a literal
  const Expression* source = nullptr;
  const CodeLists* codes = nullptr;
  const CodeList* list = nullptr;
  WordTable<Possible> words;  ///< what the list says of codes
  std::vector<ConditionStep> operands;
};

ConditionStep compile_condition(const Expression& expression, const CodeLists& codes);

/// Steps that give values (condition_values.cpp), and calls among them (condition_calls.cpp): their operands are compiled already.
void compile_value(ConditionStep& step);
void compile_possible_call(ConditionStep& step);

Possible::Kind kind_of(ValueType type);
/// A value as the only possible one, its text kept in the frame.
Possible possible(const Value& value, Possible::Kind kind, FactFrame& frame);
/// The value, when exactly one is possible ("empty" too); nothing otherwise.
std::optional<Value> settled_value(const Possible& possible);
/// A step that is evaluated like any expression, once each of its operands is settled; anything otherwise.
Possible evaluated_when_settled(const ConditionStep& step, FactFrame& frame);

/// Between packed dates (yyyymmdd) and dates; a packed date is one of a Possible.
Date date_of(std::int64_t packed);

}  // namespace srgconv::rules
