// Steps that compare: equal, before, among, within, and the like.
#include "rules/letters.hpp"
#include "rules/program.hpp"

namespace srgconv::rules {
namespace {

using Kind = Expression::Kind;
using Sign = Expression::Sign;

// In small letters: where it lies when it has no capitals, else in the frame's memory.
std::string_view folded(std::string_view text, Frame& frame) {
  unsigned char all = 0;
  bool capital = false;
  for (const char c : text) {
    all |= static_cast<unsigned char>(c);
    capital |= c >= 'A' && c <= 'Z';
  }
  if (all >= 0x80U) return frame.texts.copy(lower(text));
  if (!capital) return text;
  char* const made = frame.texts.take(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) made[i] = static_cast<char>(text[i] >= 'A' && text[i] <= 'Z' ? text[i] - 'A' + 'a' : text[i]);
  return {made, text.size()};
}

// A text as it is compared: `trimmed`, `ignoring case`.
std::string_view compared(ValueView value, const Program& program, Frame& frame) {
  std::string_view text = value.text();
  if (program.source->trimmed) text = trimmed(text);
  return program.source->ignoring_case ? folded(text, frame) : text;
}

// Both of one type, as was checked.
bool same(ValueView a, ValueView b, const Program& program, Frame& frame) {
  if (a.is_empty() || b.is_empty()) return false;
  switch (a.kind()) {
    case ValueView::Kind::text: return compared(a, program, frame) == compared(b, program, frame);
    case ValueView::Kind::number: return a.number() == b.number();
    case ValueView::Kind::date: return a.date() == b.date();
    default: return a.month() == b.month();
  }
}

Answer answer(bool yes) { return yes ? Answer::yes : Answer::no; }

// Is a before b, or (when `equal_too`) the same? Undecided where incomplete dates leave it open.
Answer before(ValueView a, ValueView b, bool equal_too, const Program& program, Frame& frame) {
  switch (a.kind()) {
    case ValueView::Kind::date: {
      if (equal_too) return on_or_before(a.date(), b.date());
      const Answer reverse = on_or_before(b.date(), a.date());
      return reverse == Answer::undecided ? reverse : answer(reverse == Answer::no);
    }
    case ValueView::Kind::text: {
      const std::string_view first = compared(a, program, frame), second = compared(b, program, frame);
      return answer(equal_too ? first <= second : first < second);
    }
    case ValueView::Kind::number: return answer(equal_too ? a.number() <= b.number() : a.number() < b.number());
    default: return answer(equal_too ? a.month() <= b.month() : a.month() < b.month());
  }
}

ValueView equal(const Program& program, Frame& frame) {
  const ValueView a = program.operands[0](frame);
  if (a.is_unsettled()) return a;
  const ValueView b = program.operands[1](frame);
  return b.is_unsettled() ? b : ValueView::of(same(a, b, program, frame));
}

ValueView unequal(const Program& program, Frame& frame) {
  const ValueView a = program.operands[0](frame);
  if (a.is_unsettled()) return a;
  const ValueView b = program.operands[1](frame);
  if (b.is_unsettled()) return b;
  return ValueView::of(!same(a, b, program, frame) && !(a.is_empty() && b.is_empty()));
}

template <bool upward, bool equal_too>
ValueView ordered(const Program& program, Frame& frame) {
  const ValueView a = program.operands[0](frame);
  if (a.is_unsettled()) return a;
  const ValueView b = program.operands[1](frame);
  if (b.is_unsettled()) return b;
  if (a.is_empty() || b.is_empty()) return ValueView::of(false);
  const Answer judged = upward ? before(a, b, equal_too, program, frame) : before(b, a, equal_too, program, frame);
  return judged == Answer::undecided ? ValueView::unsettled() : ValueView::of(judged == Answer::yes);
}

ValueView one_of(const Program& program, Frame& frame) {
  const ValueView sought = program.operands[0](frame);
  if (sought.is_unsettled()) return sought;
  bool found = false;
  for (std::size_t i = 1; i < program.operands.size() && !found; ++i) {
    const ValueView value = program.operands[i](frame);
    if (value.is_unsettled()) return value;
    found = same(sought, value, program, frame);
  }
  return ValueView::of(found != program.source->negated);
}

template <Kind kind>
ValueView holds_part(const Program& program, Frame& frame) {
  const ValueView a = program.operands[0](frame);
  if (a.is_unsettled()) return a;
  const ValueView b = program.operands[1](frame);
  if (b.is_unsettled()) return b;
  if (a.is_empty() || b.is_empty()) return ValueView::of(false);
  const std::string_view whole = compared(a, program, frame), part = compared(b, program, frame);
  if (kind == Kind::starts_with) return ValueView::of(whole.starts_with(part));
  if (kind == Kind::ends_with) return ValueView::of(whole.ends_with(part));
  return ValueView::of(whole.find(part) != std::string_view::npos);
}

ValueView emptiness(const Program& program, Frame& frame) {
  const ValueView value = program.operands[0](frame);
  return value.is_unsettled() ? value : ValueView::of(value.is_empty() != program.source->negated);
}

Program::Run step_of(const Expression& expression) {
  switch (expression.kind) {
    case Kind::is_empty: return emptiness;
    case Kind::one_of: return one_of;
    case Kind::starts_with: return holds_part<Kind::starts_with>;
    case Kind::ends_with: return holds_part<Kind::ends_with>;
    case Kind::contains: return holds_part<Kind::contains>;
    default: break;
  }
  switch (expression.comparison) {
    case Sign::equal: return equal;
    case Sign::unequal: return unequal;
    case Sign::less: return ordered<true, false>;
    case Sign::less_or_equal: return ordered<true, true>;
    case Sign::greater: return ordered<false, false>;
    case Sign::greater_or_equal: break;
  }
  return ordered<false, true>;
}

}  // namespace

void compile_comparison(Program& program, const Surroundings& around) {
  program.run = step_of(*program.source);
  for (const Expression& operand : program.source->operands) program.operands.push_back(compile_step(operand, around));
}

}  // namespace srgconv::rules
