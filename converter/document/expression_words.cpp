#include "document/expression_words.hpp"

#include <algorithm>
#include <array>

#include "document/target_words.hpp"
#include "document/wording.hpp"

namespace srgconv::document {
namespace {

using rules::syntax::Expression;
using Kind = Expression::Kind;

bool is_condition(const Expression& expression) {
  switch (expression.kind) {
    case Kind::compare:
    case Kind::is_empty:
    case Kind::is_known:
    case Kind::one_of:
    case Kind::starts_with:
    case Kind::ends_with:
    case Kind::contains:
    case Kind::matches:
    case Kind::negation:
    case Kind::conjunction:
    case Kind::disjunction: return true;
    case Kind::text:
    case Kind::number:
    case Kind::date:
    case Kind::month:
    case Kind::column:
    case Kind::name:
    case Kind::call:
    case Kind::lookup:
    case Kind::choice:
    case Kind::join:
    case Kind::sum:
    case Kind::product:
    case Kind::negative:
    case Kind::duration: break;
  }
  return false;
}

// Does the expression give a day or a month, as far as its look tells?
bool is_time(const Expression& expression) {
  if (expression.kind == Kind::date || expression.kind == Kind::month) return true;
  if (expression.kind == Kind::name) {
    constexpr std::array names = {"this.start", "this.end", "old.start", "old.end", "month", "start", "end", "new.start", "new.end", "old.month", "new.month"};
    return std::find(names.begin(), names.end(), expression.text) != names.end();
  }
  if (expression.kind == Kind::call) {
    constexpr std::array names = {"date", "partial_date", "month", "first_day", "last_day", "month_of", "earliest", "latest"};
    return std::find(names.begin(), names.end(), expression.text) != names.end();
  }
  if (expression.kind == Kind::sum) return is_time(expression.operands[0]);
  return false;
}

bool looks_at(const Expression& expression, const Expression& column) {
  if (expression.kind == column.kind && expression.text == column.text) return true;
  return std::any_of(expression.operands.begin(), expression.operands.end(), [&](const Expression& operand) { return looks_at(operand, column); });
}

}  // namespace

Phrase ExpressionWords::column(std::string_view name) const { return speech_.say(of_xml_ ? wording::element : wording::column, strong(name)); }

Phrase ExpressionWords::value(const Expression& expression) const {
  if (is_condition(expression)) return "(" + speech_.say(wording::whether, bare_condition(expression)) + ")";
  const Phrase phrase = bare_value(expression);
  return expression.bracketed && !phrase.ends_with(")") ? "(" + phrase + ")" : phrase;
}

Phrase ExpressionWords::condition(const Expression& expression) const {
  if (!is_condition(expression)) return speech_.say(wording::is_true, value(expression));
  const bool mixed = expression.kind == Kind::conjunction || expression.kind == Kind::disjunction;
  return expression.bracketed && mixed ? "(" + bare_condition(expression) + ")" : bare_condition(expression);
}

Phrase ExpressionWords::value(const Expression& expression, const NameOf& name_of) const {
  const Phrase plain = value(expression);
  const std::string name = name_of && expression.kind == Kind::text ? name_of(expression.text) : std::string();
  return name.empty() ? plain : speech_.say(wording::named, plain, clean(name));
}

std::vector<Phrase> ExpressionWords::value_lines(const Expression& expression, const NameOf& name_of) const {
  return expression.kind == Kind::choice ? branches(expression, name_of) : std::vector{value(expression, name_of)};
}

Phrase ExpressionWords::when(const Expression& condition, const Expression& value) const {
  const bool only_filled = condition.kind == Kind::is_empty && condition.negated;
  if (only_filled && condition.operands[0].operands.empty() && looks_at(value, condition.operands[0])) return speech_.say(wording::if_filled);
  return speech_.say(wording::if_condition, this->condition(condition));
}

Phrase ExpressionWords::bare_value(const Expression& expression) const {
  switch (expression.kind) {
    case Kind::text: return text(expression.text);
    case Kind::number: return number(expression);
    case Kind::date:
    case Kind::month: return speech_.day(expression.text);
    case Kind::column: return column(expression.text);
    case Kind::name: return name(expression.text);
    case Kind::call: return call(expression);
    case Kind::lookup: {
      const Phrase word = value(expression.operands[0]), table = strong(expression.text);
      return expression.operands.size() > 1 ? speech_.say(wording::looked_up_at, word, table, value(expression.operands[1]))
                                            : speech_.say(wording::looked_up, word, table);
    }
    case Kind::choice: {
      Phrase all;
      for (const Phrase& branch : branches(expression, {})) all += (all.empty() ? "" : "; ") + branch;
      return "(" + all + ")";
    }
    case Kind::join: return speech_.say(wording::joined, speech_.all_of(values(expression.operands, 0)));
    case Kind::sum:
    case Kind::product: return calculation(expression);
    case Kind::negative: return speech_.say(wording::negative, value(expression.operands[0]));
    case Kind::duration: return duration(expression);
    case Kind::compare:
    case Kind::is_empty:
    case Kind::is_known:
    case Kind::one_of:
    case Kind::starts_with:
    case Kind::ends_with:
    case Kind::contains:
    case Kind::matches:
    case Kind::negation:
    case Kind::conjunction:
    case Kind::disjunction: break;
  }
  return speech_.say(wording::whether, bare_condition(expression));
}

Phrase ExpressionWords::bare_condition(const Expression& expression) const {
  const auto operand = [&](std::size_t i) { return value(expression.operands[i]); };
  switch (expression.kind) {
    case Kind::compare: return how(expression, comparison(expression));
    case Kind::is_empty: return speech_.say(expression.negated ? wording::is_filled : wording::is_empty, operand(0));
    case Kind::is_known:
      if (expression.operands.size() > 1) return speech_.say(expression.negated ? wording::is_unknown_on : wording::is_known_on, operand(0), operand(1));
      return speech_.say(expression.negated ? wording::is_unknown : wording::is_known, operand(0));
    case Kind::one_of: {
      std::vector<Phrase> others;
      for (std::size_t i = 1; i < expression.operands.size(); ++i) others.push_back(compared_with(expression.operands[0], expression.operands[i]));
      return how(expression, speech_.say(expression.negated ? wording::none_of : wording::one_of, operand(0), speech_.one_of(others)));
    }
    case Kind::starts_with: return how(expression, speech_.say(wording::starts_with, operand(0), operand(1)));
    case Kind::ends_with: return how(expression, speech_.say(wording::ends_with, operand(0), operand(1)));
    case Kind::contains: return how(expression, speech_.say(wording::contains, operand(0), operand(1)));
    case Kind::matches: return how(expression, speech_.say(wording::matches, operand(0), operand(1)));
    case Kind::negation: return speech_.say(wording::denied, condition(expression.operands[0]));
    case Kind::conjunction: return speech_.all_of(conditions(expression.operands));
    case Kind::disjunction: return speech_.one_of(conditions(expression.operands));
    case Kind::text:
    case Kind::number:
    case Kind::date:
    case Kind::month:
    case Kind::column:
    case Kind::name:
    case Kind::call:
    case Kind::lookup:
    case Kind::choice:
    case Kind::join:
    case Kind::sum:
    case Kind::product:
    case Kind::negative:
    case Kind::duration: break;
  }
  return speech_.say(wording::is_true, value(expression));
}

Phrase ExpressionWords::name(const std::string& name) const {
  if (of_check_) {
    if (const auto words = checked_fact_words(name, speech_)) return *words;
  }
  if (parameters_.contains(name)) return speech_.say(wording::parameter, strong(name));
  if (name.starts_with("this.")) {
    if (const auto words = target_words(std::string_view(name).substr(5), speech_)) return *words;
  }
  if (name.starts_with("old.")) {
    if (const auto words = old_fact_words(std::string_view(name).substr(4), speech_)) return *words;
  }
  if (name == "sender") return speech_.say(wording::sender);
  if (name == "month") return speech_.say(wording::month);
  return column(name);
}

Phrase ExpressionWords::text(const std::string& text) const { return text == " " ? speech_.say(wording::blank) : in_quotes(text); }

// A role is followed by the name of its code.
Phrase ExpressionWords::compared_with(const Expression& left, const Expression& right) const {
  constexpr std::string_view ending = ".role";
  const Phrase plain = value(right);
  if (left.kind != Kind::name || !left.text.ends_with(ending) || right.kind != Kind::text || !names_) return plain;
  const std::string_view coded = std::string_view(left.text).substr(0, left.text.size() - ending.size());
  const std::string_view list = coded.substr(coded.rfind('.') + 1);  // npos + 1 is 0
  const std::string name = names_(list, right.text);
  return name.empty() ? plain : speech_.say(wording::named, plain, clean(name));
}

Phrase ExpressionWords::number(const Expression& expression) const {
  const Phrase number = speech_.number(expression.text);
  return expression.percent ? speech_.say(wording::percent, number) : number;
}

Phrase ExpressionWords::duration(const Expression& expression) const {
  const Expression& amount = expression.operands[0];
  const bool one = amount.kind == Kind::number && amount.text == "1";
  const bool of_days = expression.text.starts_with("day");
  return speech_.say(of_days ? (one ? wording::one_day : wording::days) : (one ? wording::one_month : wording::months), value(amount));
}

Phrase ExpressionWords::calculation(const Expression& expression) const {
  Phrase result = value(expression.operands[0]);
  for (std::size_t i = 1; i < expression.operands.size(); ++i) {
    const char sign = expression.operators[i - 1];
    const Words& words = sign == '+' ? wording::plus : sign == '-' ? wording::minus : sign == '*' ? wording::times : wording::divided;
    result = speech_.say(words, result, value(expression.operands[i]));
  }
  return result;
}

Phrase ExpressionWords::comparison(const Expression& expression) const {
  const Expression &left = expression.operands[0], &right = expression.operands[1];
  const bool time = is_time(left) || is_time(right);
  const std::string& sign = expression.text;
  const Words& words = sign == "="    ? wording::equal
                       : sign == "!=" ? wording::unequal
                       : sign == "<"  ? (time ? wording::before : wording::less)
                       : sign == "<=" ? (time ? wording::not_after : wording::at_most)
                       : sign == ">"  ? (time ? wording::after : wording::greater)
                                      : (time ? wording::not_before : wording::at_least);
  return speech_.say(words, value(left), compared_with(left, right));
}

Phrase ExpressionWords::call(const Expression& expression) const {
  const auto& operands = expression.operands;
  const Words* words = function_words(expression.text);
  const bool reads_pattern = (expression.text == "date" || expression.text == "partial_date" || expression.text == "month") && operands.size() == 2;
  if (words != nullptr && expression.text == "coalesce") return speech_.say(*words, speech_.all_of(values(operands, 0)));
  if (words != nullptr && expression.text == "decimal" && operands.size() == 2 && (operands[1].text == "," || operands[1].text == "."))
    return speech_.say(*words, value(operands[0]), speech_.say(operands[1].text == "," ? wording::comma : wording::point));
  if (words != nullptr && reads_pattern) return speech_.say(*words, value(operands[0]), speech_.pattern(operands[1].text));
  // The words have places for as many values as the function takes; the checker has seen that these are there.
  const std::string_view places = words == nullptr ? std::string_view() : words->nl;
  std::size_t wanted = 0;
  while (places.find('{' + std::to_string(wanted) + '}') != std::string_view::npos) ++wanted;
  if (words == nullptr || wanted != operands.size()) return speech_.say(wording::other_function, strong(expression.text), speech_.all_of(values(operands, 0)));
  const auto at = [&](std::size_t i) { return i < operands.size() ? value(operands[i]) : Phrase(); };
  return speech_.say(*words, at(0), at(1), at(2));
}

Phrase ExpressionWords::how(const Expression& expression, Phrase clause) const {
  if (expression.trimmed) clause = speech_.say(wording::how_trimmed, clause);
  if (expression.ignoring_case) clause = speech_.say(wording::how_case, clause);
  return clause;
}

std::vector<Phrase> ExpressionWords::values(const std::vector<Expression>& operands, std::size_t from) const {
  std::vector<Phrase> result;
  for (std::size_t i = from; i < operands.size(); ++i) result.push_back(value(operands[i]));
  return result;
}

std::vector<Phrase> ExpressionWords::conditions(const std::vector<Expression>& operands) const {
  std::vector<Phrase> result;
  for (const Expression& operand : operands) {
    // `and` within `or`, or the other way round, is kept together.
    const bool mixed = operand.kind == Kind::conjunction || operand.kind == Kind::disjunction;
    result.push_back(mixed ? "(" + bare_condition(operand) + ")" : condition(operand));
  }
  return result;
}

std::vector<Phrase> ExpressionWords::branches(const Expression& choice, const NameOf& name_of) const {
  std::vector<Phrase> result;
  std::size_t at = 0;
  for (const char letter : choice.operators) {
    if (letter == 'w') {
      result.push_back(speech_.say(wording::choice_branch, condition(choice.operands[at]), value(choice.operands[at + 1], name_of)));
      at += 2;
    } else if (letter == 'v') {
      result.push_back(speech_.say(wording::choice_else, value(choice.operands[at++], name_of)));
    } else if (letter == 'r') {
      result.push_back(speech_.say(wording::choice_reject, clean(choice.operands[at++].text)));
    } else {
      result.push_back(speech_.say(wording::choice_empty));
    }
  }
  return result;
}

}  // namespace srgconv::document
