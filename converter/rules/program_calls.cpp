// Steps of built-in functions. The frequent ones work on views; the others are called as evaluate() calls them.
#include <array>
#include <optional>

#include "domain/utf8.hpp"
#include "rules/evaluate_dates.hpp"
#include "rules/functions.hpp"
#include "rules/letters.hpp"
#include "rules/program.hpp"

namespace srgconv::rules {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_ascii(std::string_view text) {
  unsigned char all = 0;
  for (const char c : text) all |= static_cast<unsigned char>(c);
  return all < 0x80U;
}

// Any function: its values are made, and what it gives is copied.
ValueView called(const Program& program, Frame& frame) {
  const Function& function = *program.source->function;
  std::array<Value, most_parameters> values;
  for (std::size_t i = 0; i < program.operands.size(); ++i) {
    const ValueView value = program.operands[i](frame);
    if (value.is_unsettled()) return value;
    if (value.is_empty() && function.parameters[i] != Parameter::text_or_nothing) return {};
    values[i] = value_of(value);
  }
  return view_of(function.call(*program.source, std::span(values).first(program.operands.size())), frame);
}

ValueView coalesced(const Program& program, Frame& frame) {
  for (const Program& operand : program.operands) {
    const ValueView value = operand(frame);
    if (!value.is_empty()) return value;
  }
  return {};
}

// `index`: the width; `constant`: the sign to fill with, of one byte.
template <bool left>
ValueView padded(const Program& program, Frame& frame) {
  const ValueView value = program.operands[0](frame);
  if (!value.is_text()) return value;
  const std::string_view text = value.text();
  const std::size_t width = program.index;
  const std::size_t characters = is_ascii(text) ? text.size() : count_characters(text);
  if (characters >= width) return value;
  const std::size_t missing = width - characters;
  char* const made = frame.texts.take(text.size() + missing);
  std::memset(left ? made : made + text.size(), program.constant.text()[0], missing);
  std::memcpy(left ? made + missing : made, text.data(), text.size());
  return ValueView::text({made, text.size() + missing});
}

ValueView only_digits(const Program& program, Frame& frame) {
  const ValueView value = program.operands[0](frame);
  if (!value.is_text()) return value;
  const std::string_view text = value.text();
  std::size_t first = 0;
  while (first < text.size() && is_digit(text[first])) ++first;
  if (first == text.size()) return value;
  char* const made = frame.texts.take(text.size());
  std::size_t size = 0;
  for (const char c : text) {
    if (is_digit(c)) made[size++] = c;
  }
  return ValueView::text({made, size});
}

ValueView without_blanks(const Program& program, Frame& frame) {
  const ValueView value = program.operands[0](frame);
  return value.is_text() ? ValueView::text(trimmed(value.text())) : value;
}

template <bool partial>
ValueView date_read(const Program& program, Frame& frame) {
  const ValueView value = program.operands[0](frame);
  if (!value.is_text()) return value;
  const auto reading = program.source->pattern->read(value.text(), partial);
  return reading.date ? ValueView::of(*reading.date) : ValueView::unsettled();
}

ValueView month_read(const Program& program, Frame& frame) {
  const ValueView value = program.operands[0](frame);
  if (!value.is_text()) return value;
  const auto reading = program.source->pattern->read(value.text(), false);
  const auto month = reading.date ? ReportMonth::from_parts(reading.date->year(), reading.date->month()) : std::nullopt;
  return month ? ValueView::of(*month) : ValueView::unsettled();
}

// `index`: the point.
ValueView number_read(const Program& program, Frame& frame) {
  const ValueView value = program.operands[0](frame);
  if (!value.is_text()) return value;
  const auto number = Decimal::parse(value.text(), static_cast<char>(program.index));
  return number ? ValueView::of(*number) : ValueView::unsettled();
}

// `index`: the first character, from 1; `constant`: how many.
ValueView part(const Program& program, Frame& frame) {
  const ValueView value = program.operands[0](frame);
  if (!value.is_text()) return value;
  const auto length = static_cast<std::size_t>(program.constant.number().units() / 10000);
  const std::string_view text = value.text();
  if (is_ascii(text)) return program.index > text.size() ? ValueView{} : ValueView::text(text.substr(program.index - 1, length));
  return ValueView::text(characters(text, program.index - 1, length));
}

// A whole number between `least` and 1000 that stands in the rules.
std::optional<std::size_t> literal_size(const Expression& expression, std::int64_t least) {
  const auto* number = std::get_if<Decimal>(&expression.literal);
  if (expression.kind != Expression::Kind::literal || number == nullptr || !number->is_whole()) return std::nullopt;
  const std::int64_t whole = number->units() / 10000;
  return whole < least || whole > 1000 ? std::nullopt : std::optional(static_cast<std::size_t>(whole));
}

// A step that looks at its first operand only: the others are settled.
void settle(Program& program, Program::Run run) {
  program.run = run;
  program.operands.resize(1);
}

}  // namespace

void compile_call(Program& program, const Surroundings& around) {
  const Expression& call = *program.source;
  for (const Expression& operand : call.operands) program.operands.push_back(compile_step(operand, around));
  if (call.function->call == nullptr) {
    program.run = coalesced;
    return;
  }
  program.run = called;
  const std::string_view name = call.function->name;
  if (name == "digits") return settle(program, only_digits);
  if (name == "trim") return settle(program, without_blanks);
  if (name == "date") return settle(program, date_read<false>);
  if (name == "partial_date") return settle(program, date_read<true>);
  if (name == "month") return settle(program, month_read);
  if (name == "decimal") {
    program.index = static_cast<unsigned char>(std::get<std::string>(call.operands[1].literal)[0]);
    return settle(program, number_read);
  }
  if (name == "pad_left" || name == "pad_right") {
    const auto width = literal_size(call.operands[1], 0);
    const auto* sign = std::get_if<std::string>(&call.operands[2].literal);
    if (!width || sign == nullptr || sign->size() != 1) return;
    program.index = *width;
    program.constant = ValueView::text(*sign);
    return settle(program, name == "pad_left" ? padded<true> : padded<false>);
  }
  if (name == "substring") {
    const auto from = literal_size(call.operands[1], 1);
    const auto length = literal_size(call.operands[2], 0);
    if (!from || !length) return;
    program.index = *from;
    program.constant = ValueView::of(Decimal::whole(static_cast<std::int64_t>(*length)));
    return settle(program, part);
  }
}

}  // namespace srgconv::rules
