// Compiles one expression: the parts that names, calls and operators share. compile_expression.hpp is what others use.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "rules/compile_expression.hpp"
#include "rules/functions.hpp"
#include "rules/regular_expression.hpp"

namespace srgconv::rules {

class ExpressionCompiler {
 public:
  using Written = syntax::Expression;
  using Result = std::optional<Expression>;  ///< nothing: something is wrong, and was reported

  ExpressionCompiler(const Visible& visible, Environment& environment) : visible_(visible), environment_(environment) {}

  Result compile(const Written& written);
  Result compile_as(ValueType needed, const Written& written);

 private:
  Expression start(Expression::Kind kind, ValueType type, const Written& written) const;
  Result node(const Written& written);
  std::vector<std::string> subjects(const Expression& expression) const;

  // Literals and names: compile_names.cpp.
  template <class T>
  Result literal(const Written& written, ValueType type, const std::optional<T>& value, const char* code) {
    if (!value) {
      environment_.report(code, written.span, {{"text", written.text}});
      return std::nullopt;
    }
    Expression result = start(Expression::Kind::literal, type, written);
    result.literal = *value;
    return result;
  }
  Result text_literal(const Written& written);
  Result column(const Written& written);
  Result name(const Written& written);
  Result fact(const Written& written, Expression::Kind kind, std::string_view path);
  Result checked_fact(const Written& written);
  Result attribute_value(const Written& written, Expression value, const std::string& attribute);
  static std::string list_of_value(const Expression& value);
  bool word_known(const Expression& value, const Written& other);

  // Tables and functions: compile_calls.cpp.
  Result lookup(const Written& written);
  Result call(const Written& written);
  Result argument(const Written& written, Parameter parameter, Expression& call);
  Result whole_number(const Written& written);
  template <class Test>
  Result constant(const Written& written, const char* code, Test test);
  template <class Test>
  Result pattern(const Written& written, Expression& call, const char* code, Test test);
  Result printable(const Written& written);
  Result dated(const Written& written);
  Result capture(const Written& written, Expression& call);

  // Operators: compile_expression.cpp.
  Result operation(const Written& written, Expression::Kind kind, ValueType operands, ValueType type);
  Result calculation(const Written& written);
  Result shift(const Written& written);
  Result misplaced_duration(const Written& written);
  Result matches(const Written& written);
  std::shared_ptr<const RegularExpression> regular_expression(const Written& written, bool ignoring_case);
  Result choice(const Written& written);
  Result comparison(const Written& written);
  Result one_of(const Written& written);
  Result emptiness(const Written& written);
  Result knowledge(const Written& written);
  bool comparable(const Written& written, const Expression& left, const Expression& right);

  const Visible& visible_;
  Environment& environment_;
};

/// The message for "a text is needed here", and the label "this is a text".
std::string needed_code(ValueType type);
std::string label_code(ValueType type);

}  // namespace srgconv::rules
