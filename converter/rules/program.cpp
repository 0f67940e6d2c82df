// Expressions to steps: one step per node of the tree, with what can be known before the first row settled.
#include "rules/program.hpp"

#include <array>
#include <deque>

#include "rules/calculate.hpp"
#include "rules/evaluate_dates.hpp"
#include "rules/letters.hpp"
#include "rules/regular_expression.hpp"

namespace srgconv::rules {
namespace {

using Kind = Expression::Kind;

constexpr std::size_t most_joined = 16;

ValueView always_unsettled(const Program&, Frame&) { return ValueView::unsettled(); }
ValueView constant(const Program& program, Frame&) { return program.constant; }
ValueView mapped(const Program& program, Frame& frame) { return frame.mapped[program.index]; }

ValueView joined(const Program& program, Frame& frame) {
  std::array<std::string_view, most_joined> parts;
  std::size_t size = 0;
  for (std::size_t i = 0; i < program.operands.size(); ++i) {
    const ValueView value = program.operands[i](frame);
    if (!value.is_text()) return value;
    parts[i] = value.text();
    size += parts[i].size();
  }
  char* const made = frame.texts.take(size);
  char* at = made;
  for (std::size_t i = 0; i < program.operands.size(); ++i) {
    std::memcpy(at, parts[i].data(), parts[i].size());
    at += parts[i].size();
  }
  return ValueView::text({made, size});
}

ValueView calculation(const Program& program, Frame& frame) {
  std::int64_t units = 0;
  for (std::size_t i = 0; i < program.operands.size(); ++i) {
    const ValueView value = program.operands[i](frame);
    if (value.kind() != ValueView::Kind::number) return value;
    const std::int64_t operand = value.number().units();
    const auto result = i == 0 ? std::optional(operand) : calculated(units, program.source->operators[i - 1], operand);
    if (!result) return ValueView::unsettled();
    units = *result;
  }
  return ValueView::of(Decimal::from_units(program.source->kind == Kind::negative ? -units : units));
}

ValueView shifted(const Program& program, Frame& frame) {
  const ValueView base = program.operands[0](frame);
  if (base.is_unsettled() || base.is_empty()) return base;
  Value value = value_of(base);
  for (std::size_t i = 1; i < program.operands.size(); ++i) {
    const ValueView number = program.operands[i](frame);
    if (number.kind() != ValueView::Kind::number) return number;
    if (!number.number().is_whole()) return ValueView::unsettled();
    const std::int64_t amount = number.number().units() / 10000 * (program.source->operators[i - 1] == '-' ? -1 : 1);
    Shifted moved = program.source->units[i - 1] == 'd' ? plus_days(value, amount) : plus_months(value, amount);
    if (moved.fault != Shifted::Fault::none) return ValueView::unsettled();
    value = std::move(moved.value);
  }
  return view_in_place(value);
}

ValueView choice(const Program& program, Frame& frame) {
  std::size_t at = 0;
  for (const char letter : program.source->operators) {
    if (letter == 'e') return {};
    if (letter == 'v') return program.operands[at](frame);
    if (letter == 'r') return ValueView::unsettled();
    const ValueView condition = program.operands[at](frame);
    if (condition.is_unsettled()) return condition;
    if (condition.yes()) return program.operands[at + 1](frame);
    at += 2;
  }
  return {};
}

ValueView matches(const Program& program, Frame& frame) {
  const ValueView value = program.operands[0](frame);
  if (value.is_unsettled()) return value;
  if (value.is_empty()) return ValueView::of(false);
  const std::string_view text = value.text();
  return ValueView::of(program.source->regex->matches(program.source->trimmed ? trimmed(text) : text));
}

ValueView negation(const Program& program, Frame& frame) {
  const ValueView value = program.operands[0](frame);
  return value.is_unsettled() ? value : ValueView::of(!value.yes());
}

// `and` and `or` stop at the first operand that decides.
template <bool decides>
ValueView logical(const Program& program, Frame& frame) {
  for (const Program& operand : program.operands) {
    const ValueView value = operand(frame);
    if (value.is_unsettled() || value.yes() == decides) return value;
  }
  return ValueView::of(!decides);
}

void settle(Program& program, ValueView value) {
  program.run = constant;
  program.constant = value;
}

// The step of an expression whose operands are steps, in their order.
Program::Run step_of(const Expression& expression) {
  switch (expression.kind) {
    case Kind::choice: return choice;
    case Kind::matches: return matches;
    case Kind::shift: return shifted;
    case Kind::join: return expression.operands.size() <= most_joined ? joined : always_unsettled;
    case Kind::sum:
    case Kind::product:
    case Kind::negative: return calculation;
    case Kind::negation: return negation;
    case Kind::conjunction: return logical<false>;
    case Kind::disjunction: return logical<true>;
    default: return always_unsettled;
  }
}

}  // namespace

Program compile_step(const Expression& expression, const Surroundings& around) {
  Program program;
  program.source = &expression;
  switch (expression.kind) {
    case Kind::literal: settle(program, view_in_place(expression.literal)); break;
    case Kind::sender: settle(program, ValueView::text(around.parameters.sender.text())); break;
    case Kind::month: settle(program, around.parameters.month ? ValueView::of(*around.parameters.month) : ValueView{}); break;
    case Kind::parameter: settle(program, view_in_place(around.arguments[expression.column].value)); break;
    case Kind::mapped:
      program.run = mapped;
      program.index = static_cast<std::size_t>(expression.field);
      break;
    case Kind::column: compile_column(program, around); break;
    case Kind::attribute: compile_attribute(program, around); break;
    case Kind::lookup: compile_lookup(program, around); break;
    case Kind::call: compile_call(program, around); break;
    case Kind::compare:
    case Kind::is_empty:
    case Kind::one_of:
    case Kind::starts_with:
    case Kind::ends_with:
    case Kind::contains: compile_comparison(program, around); break;
    default:
      program.run = step_of(expression);
      if (program.run == always_unsettled) break;
      for (const Expression& operand : expression.operands) program.operands.push_back(compile_step(operand, around));
  }
  return program;
}

ValueView view_in_place(const Value& value) {
  struct Visitor {
    ValueView operator()(std::monostate) const { return {}; }
    ValueView operator()(const std::string& text) const { return ValueView::text(text); }
    ValueView operator()(const Decimal& number) const { return ValueView::of(number); }
    ValueView operator()(const Date& date) const { return ValueView::of(date); }
    ValueView operator()(const ReportMonth& month) const { return ValueView::of(month); }
    ValueView operator()(bool yes) const { return ValueView::of(yes); }
  };
  return std::visit(Visitor{}, value);
}

ValueView view_of(const Evaluated& evaluated, Frame& frame) {
  const auto* value = std::get_if<Value>(&evaluated);
  if (value == nullptr) return ValueView::unsettled();
  const auto* text = std::get_if<std::string>(value);
  return text == nullptr ? view_in_place(*value) : ValueView::text(frame.texts.copy(*text));
}

Value value_of(ValueView view) {
  switch (view.kind()) {
    case ValueView::Kind::text: return std::string(view.text());
    case ValueView::Kind::number: return view.number();
    case ValueView::Kind::date: return view.date();
    case ValueView::Kind::month: return view.month();
    case ValueView::Kind::boolean: return view.yes();
    case ValueView::Kind::empty:
    case ValueView::Kind::unsettled: break;
  }
  return {};
}

class Programs::Contents {
 public:
  Contents(const Format& format, const std::vector<MappingParameter>& arguments, const Parameters& given, const CodeLists& codes)
      : parameters(given), around{format, arguments, parameters, codes} {}

  Parameters parameters;  // its own: constants lie in it
  Surroundings around;
  std::deque<Program> programs;
  Frame frame;
};

Programs::Programs(const Format& format, const std::vector<MappingParameter>& arguments, const Parameters& parameters, const CodeLists& codes)
    : contents_(std::make_unique<Contents>(format, arguments, parameters, codes)) {}
Programs::~Programs() = default;
Programs::Programs(Programs&&) noexcept = default;
Programs& Programs::operator=(Programs&&) noexcept = default;

const Program& Programs::compile(const Expression& expression) { return contents_->programs.emplace_back(compile_step(expression, contents_->around)); }

void Programs::begin(SourceRow& row) {
  contents_->frame.row = &row;
  contents_->frame.texts.clear();
}
void Programs::let_mapped(const ValueView* values) { contents_->frame.mapped = values; }
ValueView Programs::run(const Program& program) { return program(contents_->frame); }

}  // namespace srgconv::rules
