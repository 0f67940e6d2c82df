// Code tables and functions in expressions.
#include <algorithm>
#include <utility>

#include "domain/utf8.hpp"
#include "rules/expression_compiler.hpp"
#include "rules/letters.hpp"
#include "rules/lexemes.hpp"

namespace srgconv::rules {
namespace {

using Kind = Expression::Kind;

}  // namespace

ExpressionCompiler::Result ExpressionCompiler::lookup(const Written& written) {
  Result operand = compile_as(ValueType::text, written.operands[0]);
  const auto table = environment_.table(written.text);
  if (table == nullptr) {
    if (environment_.may_be_lost(written.text)) return std::nullopt;
    environment_.report("RULE-035", written.word, {{"table", written.text}}, near_name(written.text, environment_.table_names()));
    return std::nullopt;
  }
  const bool at = written.operands.size() > 1;
  Result day = at ? dated(written.operands[1]) : std::nullopt;
  if (!operand || (at && !day)) return std::nullopt;
  if (at != table->dated) {
    environment_.report(at ? "RULE-122" : "RULE-121", at ? written.operands[1].span : written.span, {{"table", table->name}}, {}, {{table->span, "RULE-127"}});
    return std::nullopt;
  }
  Expression result = start(Kind::lookup, ValueType::text, written);
  result.table = table;
  result.operands.push_back(*std::move(operand));
  if (at) result.operands.push_back(*std::move(day));
  return result;
}

ExpressionCompiler::Result ExpressionCompiler::call(const Written& written) {
  const Function* function = find_function(written.text);
  if (function == nullptr) {
    environment_.report("RULE-036", written.word, {{"function", written.text}, {"functions", listed(function_names())}},
                        near_name(written.text, function_names()));
    for (const Written& argument : written.operands) compile(argument);
    return std::nullopt;
  }
  const std::size_t given = written.operands.size(), wanted = function->parameters.size();
  if (given < wanted || (given > wanted && !function->more)) {
    environment_.report("RULE-038", written.span, {{"function", written.text}, {"given", std::to_string(given)}, {"wanted", std::to_string(wanted)}});
    return std::nullopt;
  }
  Expression result = start(Kind::call, function->result, written);
  result.function = function;
  bool sound = true;
  for (std::size_t i = 0; i < given; ++i) {
    Result operand = argument(written.operands[i], function->parameters[std::min(i, wanted - 1)], result);
    sound = sound && operand;
    if (operand) result.operands.push_back(*std::move(operand));
  }
  return sound ? Result(std::move(result)) : std::nullopt;
}

// One argument; `call` takes its type from the first of several arguments of any type, and its pattern.
ExpressionCompiler::Result ExpressionCompiler::argument(const Written& written, Parameter parameter, Expression& call) {
  switch (parameter) {
    case Parameter::text: return compile_as(ValueType::text, written);
    case Parameter::text_or_nothing:
      if (written.kind == Written::Kind::text && written.text.empty()) return start(Kind::literal, ValueType::text, written);
      return compile_as(ValueType::text, written);
    case Parameter::whole_number: return whole_number(written);
    case Parameter::sign: return constant(written, "RULE-046", [](const std::string& text) { return count_characters(text) == 1; });
    case Parameter::point: return constant(written, "RULE-048", [](const std::string& text) { return text == "," || text == "."; });
    case Parameter::date_pattern: return pattern(written, call, "RULE-028", [](const DatePattern& compiled) { return !compiled.is_month(); });
    case Parameter::partial_pattern: return pattern(written, call, "RULE-028", [](const DatePattern&) { return true; });
    case Parameter::month_pattern: return pattern(written, call, "RULE-027", [](const DatePattern& compiled) { return compiled.is_month(); });
    case Parameter::month: return compile_as(ValueType::month, written);
    case Parameter::day: return compile_as(ValueType::date, written);
    case Parameter::date_or_month: return dated(written);
    case Parameter::capture: return capture(written, call);
    case Parameter::printable: return printable(written);
    case Parameter::any: break;
  }
  if (call.operands.empty()) {
    Result operand = compile(written);
    if (operand && operand->type == ValueType::boolean) {
      environment_.report("RULE-041", written.span, {}, {}, {{operand->span, label_code(operand->type)}});
      return std::nullopt;
    }
    if (operand) call.type = operand->type;
    return operand;
  }
  return compile_as(call.type, written);
}

ExpressionCompiler::Result ExpressionCompiler::whole_number(const Written& written) {
  Result operand = compile_as(ValueType::number, written);
  if (!operand || operand->kind != Kind::literal) return operand;
  const Decimal number = std::get<Decimal>(operand->literal);
  if (number.is_whole() && number <= Decimal::whole(1000)) return operand;
  environment_.report("RULE-047", written.span, {{"text", written.text}});
  return std::nullopt;
}

template <class Test>
ExpressionCompiler::Result ExpressionCompiler::constant(const Written& written, const char* code, Test test) {
  if (written.kind == Written::Kind::text && !written.bracketed && test(written.text))
    return literal(written, ValueType::text, std::optional(written.text), code);
  environment_.report(code, written.span);
  return std::nullopt;
}

template <class Test>
ExpressionCompiler::Result ExpressionCompiler::pattern(const Written& written, Expression& call, const char* code, Test test) {
  if (written.kind != Written::Kind::text || written.bracketed) {
    environment_.report("RULE-049", written.span);
    return std::nullopt;
  }
  const auto compiled = DatePattern::compile(written.text);
  if (!compiled || !test(*compiled)) {
    environment_.report(compiled ? code : "RULE-026", written.span, {{"pattern", written.text}});
    return std::nullopt;
  }
  call.pattern = compiled;
  return literal(written, ValueType::text, std::optional(written.text), code);
}

ExpressionCompiler::Result ExpressionCompiler::dated(const Written& written) {
  Result operand = compile(written);
  if (!operand || operand->type == ValueType::date || operand->type == ValueType::month) return operand;
  environment_.report("RULE-043", written.span, {}, {}, {{operand->span, label_code(operand->type)}});
  return std::nullopt;
}

ExpressionCompiler::Result ExpressionCompiler::capture(const Written& written, Expression& call) {
  if (written.kind != Written::Kind::text || written.bracketed) {
    environment_.report("RULE-118", written.span);
    return std::nullopt;
  }
  call.regex = regular_expression(written, false);
  if (call.regex == nullptr) return std::nullopt;
  if (call.regex->groups() != 1) {
    environment_.report("RULE-119", written.span, {{"pattern", written.text}, {"groups", std::to_string(call.regex->groups())}});
    return std::nullopt;
  }
  return literal(written, ValueType::text, std::optional(written.text), "");
}

ExpressionCompiler::Result ExpressionCompiler::printable(const Written& written) {
  Result operand = compile(written);
  if (!operand || (operand->type != ValueType::text && operand->type != ValueType::boolean)) return operand;
  environment_.report("RULE-042", written.span, {}, {}, {{operand->span, label_code(operand->type)}});
  return std::nullopt;
}

}  // namespace srgconv::rules
