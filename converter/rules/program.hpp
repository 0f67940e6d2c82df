// The steps of which a program is made; internal to this room.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "domain/text_arena.hpp"
#include "rules/expression.hpp"
#include "rules/programs.hpp"
#include "rules/word_table.hpp"

namespace srgconv::rules {

/// What a step may look at while a row is mapped.
struct Frame {
  SourceRow* row = nullptr;
  const ValueView* mapped = nullptr;
  TextArena texts;  ///< that steps made of this row
};

/// A step: a function and what it works with. Operands are steps; each calls those it needs, in the order of evaluate().
class Program {
 public:
  using Run = ValueView (*)(const Program&, Frame&);

  ValueView operator()(Frame& frame) const { return run(*this, frame); }

  Run run = nullptr;
  std::size_t index = 0;  ///< a column, a target field, a width
  ValueView constant;     ///< a literal, what a table gives for other words, padding
  const Expression* source = nullptr;
  const Field* field = nullptr;
  const CodeList* list = nullptr;
  WordTable<ValueView> words;  ///< of a code table, or what a list says of codes
  std::vector<Program> operands;
};

/// What compile_step needs to know.
struct Surroundings {
  const Format& format;
  const std::vector<MappingParameter>& arguments;
  const Parameters& parameters;
  const CodeLists& codes;
};

/// Never fails: what has no step of its own gets one that is always unsettled.
Program compile_step(const Expression& expression, const Surroundings& around);

/// Expressions of these kinds, their operands not yet compiled: function calls (program_calls.cpp); columns, code tables and what lists say of codes
/// (program_words.cpp); comparisons (program_comparisons.cpp).
void compile_call(Program& program, const Surroundings& around);
void compile_column(Program& program, const Surroundings& around);
void compile_attribute(Program& program, const Surroundings& around);
void compile_lookup(Program& program, const Surroundings& around);
void compile_comparison(Program& program, const Surroundings& around);

/// Between the two kinds of values. A text is copied into the frame.
ValueView view_of(const Evaluated& evaluated, Frame& frame);
/// A view of a value that stays where it is.
ValueView view_in_place(const Value& value);
Value value_of(ValueView view);

}  // namespace srgconv::rules
