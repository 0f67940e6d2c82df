#include "rules/print_expression.hpp"

namespace srgconv::rules {
namespace {

using syntax::Expression;
using Kind = Expression::Kind;

std::string how(const Expression& expression) { return std::string(expression.trimmed ? " trimmed" : "") + (expression.ignoring_case ? " ignoring case" : ""); }

std::string listed(const std::vector<Expression>& operands, std::size_t from, const std::string& separator) {
  std::string result;
  for (std::size_t i = from; i < operands.size(); ++i) result += (i == from ? "" : separator) + expression_text(operands[i]);
  return result;
}

std::string calculation(const Expression& expression) {
  std::string result = expression_text(expression.operands[0]);
  for (std::size_t i = 1; i < expression.operands.size(); ++i)
    result += std::string(" ") + expression.operators[i - 1] + " " + expression_text(expression.operands[i]);
  return result;
}

std::string written(const Expression& expression) {
  const auto& operands = expression.operands;
  const auto operand = [&](std::size_t i) { return expression_text(operands[i]); };
  switch (expression.kind) {
    case Kind::text: return quoted_text(expression.text);
    case Kind::number: return expression.text + (expression.percent ? "%" : "");
    case Kind::column: return '"' + expression.text + '"';
    case Kind::date:
    case Kind::month:
    case Kind::name: return expression.text;
    case Kind::call: return expression.text + "(" + listed(operands, 0, ", ") + ")";
    case Kind::lookup: return expression.text + "[" + operand(0) + (operands.size() > 1 ? " at " + operand(1) : "") + "]";
    case Kind::choice: {
      std::string result;
      for (const std::string& branch : branch_texts(expression)) result += (result.empty() ? "" : ", ") + branch;
      return "case(" + result + ")";
    }
    case Kind::join: return listed(operands, 0, " & ");
    case Kind::sum:
    case Kind::product: return calculation(expression);
    case Kind::negative: return "-" + std::string(operands[0].kind == Kind::negative && !operands[0].bracketed ? " " : "") + operand(0);
    case Kind::compare: return operand(0) + " " + expression.text + " " + operand(1) + how(expression);
    case Kind::is_empty: return operand(0) + (expression.negated ? " is not empty" : " is empty");
    case Kind::is_known: return operand(0) + (expression.negated ? " is not known" : " is known") + (operands.size() > 1 ? " on " + operand(1) : "");
    case Kind::one_of: return operand(0) + (expression.negated ? " not in (" : " in (") + listed(operands, 1, ", ") + ")" + how(expression);
    case Kind::starts_with: return operand(0) + " starts with " + operand(1) + how(expression);
    case Kind::ends_with: return operand(0) + " ends with " + operand(1) + how(expression);
    case Kind::contains: return operand(0) + " contains " + operand(1) + how(expression);
    case Kind::matches: return operand(0) + " matches " + operand(1) + how(expression);
    case Kind::duration: return operand(0) + " " + expression.text;
    case Kind::negation: return "not " + operand(0);
    case Kind::conjunction: return listed(operands, 0, " and ");
    case Kind::disjunction: break;
  }
  return listed(operands, 0, " or ");
}

}  // namespace

std::string quoted_text(const std::string& text) {
  std::string result = "'";
  for (const char c : text) result += c == '\'' ? std::string("''") : std::string(1, c);
  return result + "'";
}

std::string column_text(const syntax::Word& column) { return column.quoted ? '"' + column.text + '"' : column.text; }

std::string columns_text(const std::vector<syntax::Word>& columns) {
  std::string result;
  for (const syntax::Word& column : columns) result += (result.empty() ? "" : ", ") + column_text(column);
  return result;
}

std::string texts_text(const std::vector<syntax::Word>& texts) {
  std::string result;
  for (const syntax::Word& text : texts) result += (result.empty() ? "" : ", ") + quoted_text(text.text);
  return result;
}

std::string expression_text(const Expression& expression) {
  const std::string text = written(expression);
  return expression.bracketed ? "(" + text + ")" : text;
}

std::vector<std::string> branch_texts(const Expression& choice) {
  std::vector<std::string> result;
  std::size_t at = 0;
  for (const char letter : choice.operators) {
    if (letter == 'w') {
      result.push_back(expression_text(choice.operands[at]) + " => " + expression_text(choice.operands[at + 1]));
      at += 2;
    } else if (letter == 'e') {
      result.emplace_back("else empty");
    } else {
      result.push_back((letter == 'v' ? "else => " : "else reject because ") + expression_text(choice.operands[at++]));
    }
  }
  return result;
}

}  // namespace srgconv::rules
