#include "rules/compile_expression.hpp"

#include <utility>

#include "rules/expression_compiler.hpp"

namespace srgconv::rules {
namespace {

using Kind = Expression::Kind;
using Sign = Expression::Sign;

Sign sign_of(std::string_view text) {
  if (text == "=") return Sign::equal;
  if (text == "!=") return Sign::unequal;
  if (text == "<") return Sign::less;
  if (text == "<=") return Sign::less_or_equal;
  return text == ">" ? Sign::greater : Sign::greater_or_equal;
}

template <class Visit>
void walk(const Expression& expression, const Visit& visit) {
  visit(expression);
  for (const Expression& operand : expression.operands) walk(operand, visit);
}

int number_at(std::string_view text, std::size_t at, std::size_t digits) {
  int result = 0;
  for (const char c : text.substr(at, digits)) result = result * 10 + (c - '0');
  return result;
}

}  // namespace

std::string needed_code(ValueType type) { return "RULE-04" + std::to_string(1 + static_cast<int>(type)); }
std::string label_code(ValueType type) { return "RULE-10" + std::to_string(1 + static_cast<int>(type)); }
static_assert(static_cast<int>(ValueType::text) == 0 && static_cast<int>(ValueType::number) == 1 && static_cast<int>(ValueType::date) == 2 &&
              static_cast<int>(ValueType::month) == 3 && static_cast<int>(ValueType::boolean) == 4);

ExpressionCompiler::Result ExpressionCompiler::compile(const Written& written) {
  Result result = node(written);
  if (result) result->subject = listed(subjects(*result));
  return result;
}

ExpressionCompiler::Result ExpressionCompiler::compile_as(ValueType needed, const Written& written) {
  Result result = compile(written);
  if (!result || result->type == needed) return result;
  environment_.report(needed_code(needed), written.span, {}, {}, {{result->span, label_code(result->type)}});
  return std::nullopt;
}

Expression ExpressionCompiler::start(Kind kind, ValueType type, const Written& written) const {
  Expression result;
  result.kind = kind;
  result.type = type;
  result.span = environment_.place(written.span);
  return result;
}

ExpressionCompiler::Result ExpressionCompiler::node(const Written& written) {
  switch (written.kind) {
    case Written::Kind::text: return text_literal(written);
    case Written::Kind::number: return literal(written, ValueType::number, Decimal::parse(written.text), "RULE-024");
    case Written::Kind::date: return literal(written, ValueType::date, literal_date(written.text), "RULE-022");
    case Written::Kind::month: return literal(written, ValueType::month, literal_month(written.text), "RULE-023");
    case Written::Kind::column: return column(written);
    case Written::Kind::name: return name(written);
    case Written::Kind::call: return call(written);
    case Written::Kind::lookup: return lookup(written);
    case Written::Kind::choice: return choice(written);
    case Written::Kind::matches: return matches(written);
    case Written::Kind::duration: return misplaced_duration(written);
    case Written::Kind::join: return operation(written, Kind::join, ValueType::text, ValueType::text);
    case Written::Kind::sum:
    case Written::Kind::product: return calculation(written);
    case Written::Kind::negative: return operation(written, Kind::negative, ValueType::number, ValueType::number);
    case Written::Kind::compare: return comparison(written);
    case Written::Kind::is_empty: return emptiness(written);
    case Written::Kind::is_known: return knowledge(written);
    case Written::Kind::one_of: return one_of(written);
    case Written::Kind::starts_with: return operation(written, Kind::starts_with, ValueType::text, ValueType::boolean);
    case Written::Kind::ends_with: return operation(written, Kind::ends_with, ValueType::text, ValueType::boolean);
    case Written::Kind::contains: return operation(written, Kind::contains, ValueType::text, ValueType::boolean);
    case Written::Kind::negation: return operation(written, Kind::negation, ValueType::boolean, ValueType::boolean);
    case Written::Kind::conjunction: return operation(written, Kind::conjunction, ValueType::boolean, ValueType::boolean);
    case Written::Kind::disjunction: break;
  }
  return operation(written, Kind::disjunction, ValueType::boolean, ValueType::boolean);
}

ExpressionCompiler::Result ExpressionCompiler::operation(const Written& written, Kind kind, ValueType operands, ValueType type) {
  Expression result = start(kind, type, written);
  result.operators = written.operators;
  result.trimmed = written.trimmed;
  result.ignoring_case = written.ignoring_case;
  bool sound = true;
  for (const Written& each : written.operands) {
    Result operand = compile_as(operands, each);
    sound = sound && operand;
    if (operand) result.operands.push_back(*std::move(operand));
  }
  return sound ? Result(std::move(result)) : std::nullopt;
}

ExpressionCompiler::Result ExpressionCompiler::calculation(const Written& written) {
  const Kind kind = written.kind == Written::Kind::sum ? Kind::sum : Kind::product;
  if (kind == Kind::sum && written.operands[1].kind == Written::Kind::duration) return shift(written);
  Expression result = start(kind, ValueType::number, written);
  result.operators = written.operators;
  bool sound = true;
  for (const Written& each : written.operands) {
    Result operand = compile(each);
    sound = sound && operand;
    if (!operand) continue;
    if (kind == Kind::sum && &each == &written.operands[0] && (operand->type == ValueType::date || operand->type == ValueType::month)) {
      environment_.report("RULE-111", written.operands[1].span);
      return std::nullopt;
    }
    if (operand->type != ValueType::number) {
      environment_.report(needed_code(ValueType::number), each.span, {}, {}, {{operand->span, label_code(operand->type)}});
      sound = false;
    }
    result.operands.push_back(*std::move(operand));
  }
  return sound ? Result(std::move(result)) : std::nullopt;
}

// A date or a month, and what is added to it or taken off.
ExpressionCompiler::Result ExpressionCompiler::shift(const Written& written) {
  Result base = compile(written.operands[0]);
  bool sound = base.has_value();
  if (base && base->type != ValueType::date && base->type != ValueType::month) {
    environment_.report("RULE-110", written.operands[1].span, {{"duration", written.operands[1].text}}, {}, {{base->span, label_code(base->type)}});
    sound = false;
  }
  Expression result = start(Kind::shift, base ? base->type : ValueType::date, written);
  result.operators = written.operators;
  if (base) result.operands.push_back(*std::move(base));
  for (std::size_t i = 1; i < written.operands.size(); ++i) {
    const Written& each = written.operands[i];
    if (each.kind != Written::Kind::duration) {
      environment_.report("RULE-111", each.span);
      sound = false;
      continue;
    }
    const bool days = each.text.starts_with("day");
    if (sound && days && result.type == ValueType::month) {
      environment_.report("RULE-112", each.span);
      sound = false;
    }
    Result amount = compile_as(ValueType::number, each.operands[0]);
    sound = sound && amount;
    if (amount && amount->kind == Kind::literal && !std::get<Decimal>(amount->literal).is_whole()) {
      environment_.report("RULE-113", each.operands[0].span, {{"text", each.operands[0].text}});
      sound = false;
    }
    result.units += days ? 'd' : 'm';
    if (amount) result.operands.push_back(*std::move(amount));
  }
  return sound ? Result(std::move(result)) : std::nullopt;
}

// `5 + 3 days`, `date - date` and the like end in calculation; a duration by itself, or behind a number, means nothing.
ExpressionCompiler::Result ExpressionCompiler::misplaced_duration(const Written& written) {
  environment_.report("RULE-110", written.span, {{"duration", written.text}});
  return std::nullopt;
}

ExpressionCompiler::Result ExpressionCompiler::matches(const Written& written) {
  Result text = compile_as(ValueType::text, written.operands[0]);
  Expression result = start(Kind::matches, ValueType::boolean, written);
  result.trimmed = written.trimmed;
  result.regex = regular_expression(written.operands[1], written.ignoring_case);
  if (!text || result.regex == nullptr) return std::nullopt;
  result.operands.push_back(*std::move(text));
  return result;
}

std::shared_ptr<const RegularExpression> ExpressionCompiler::regular_expression(const Written& written, bool ignoring_case) {
  auto compiled = RegularExpression::compile(written.text, ignoring_case);
  if (auto* regex = std::get_if<std::shared_ptr<const RegularExpression>>(&compiled)) return *regex;
  environment_.report("RULE-114", written.span, {{"pattern", written.text}, {"why", std::get<std::string>(compiled)}});
  return nullptr;
}

// All branches give one type: that of the first. The last one says what holds for every other row.
ExpressionCompiler::Result ExpressionCompiler::choice(const Written& written) {
  Expression result = start(Kind::choice, ValueType::text, written);
  bool sound = true, typed = false;
  std::size_t at = 0;
  const auto value = [&](const Written& each) {
    Result branch = typed ? compile_as(result.type, each) : compile(each);
    sound = sound && branch;
    if (!branch) return;
    if (!typed && branch->type == ValueType::boolean) {
      environment_.report("RULE-041", each.span, {}, {}, {{branch->span, label_code(branch->type)}});
      sound = false;
    }
    result.type = branch->type;
    typed = true;
    result.operands.push_back(*std::move(branch));
  };
  for (std::size_t i = 0; i < written.operators.size(); ++i) {
    const char letter = written.operators[i];
    if (letter == 'w') {
      Result condition = compile_as(ValueType::boolean, written.operands[at++]);
      sound = sound && condition;
      if (condition) result.operands.push_back(*std::move(condition));
      value(written.operands[at++]);
    } else {
      if (i + 1 < written.operators.size()) {
        environment_.report("RULE-115", written.word);
        sound = false;
      }
      if (letter == 'v') value(written.operands[at++]);
      if (letter == 'r') result.reason = written.operands[at++].text;
    }
  }
  result.operators = written.operators;
  if (result.operators.find_first_not_of('w') == std::string::npos) {
    environment_.report("RULE-116", written.word);
    sound = false;
  }
  if (result.operators[0] != 'w' && sound) {
    environment_.report("RULE-117", written.word);
    sound = false;
  }
  return sound ? Result(std::move(result)) : std::nullopt;
}

ExpressionCompiler::Result ExpressionCompiler::comparison(const Written& written) {
  Result left = compile(written.operands[0]);
  Result right = compile(written.operands[1]);
  if (!left || !right || !comparable(written, *left, *right)) return std::nullopt;
  if (!word_known(*left, written.operands[1]) || !word_known(*right, written.operands[0])) return std::nullopt;
  Expression result = start(Kind::compare, ValueType::boolean, written);
  result.comparison = sign_of(written.text);
  result.trimmed = written.trimmed;
  result.ignoring_case = written.ignoring_case;
  result.operands = {*std::move(left), *std::move(right)};
  return result;
}

ExpressionCompiler::Result ExpressionCompiler::one_of(const Written& written) {
  Expression result = start(Kind::one_of, ValueType::boolean, written);
  result.negated = written.negated;
  result.trimmed = written.trimmed;
  result.ignoring_case = written.ignoring_case;
  Result sought = compile(written.operands[0]);
  bool sound = sought.has_value();
  if (sought) result.operands.push_back(*sought);
  for (std::size_t i = 1; i < written.operands.size(); ++i) {
    Result each = compile(written.operands[i]);
    sound = sound && each && comparable(written, *sought, *each) && word_known(*sought, written.operands[i]);
    if (each) result.operands.push_back(*std::move(each));
  }
  return sound ? Result(std::move(result)) : std::nullopt;
}

ExpressionCompiler::Result ExpressionCompiler::emptiness(const Written& written) {
  Result operand = compile(written.operands[0]);
  if (!operand) return std::nullopt;
  Expression result = start(Kind::is_empty, ValueType::boolean, written);
  result.negated = written.negated;
  result.operands.push_back(*std::move(operand));
  return result;
}

// Does the pack's list have the code, and have it on that day?
ExpressionCompiler::Result ExpressionCompiler::knowledge(const Written& written) {
  Result code = compile(written.operands[0]);
  Result day = written.operands.size() > 1 ? compile_as(ValueType::date, written.operands[1]) : std::nullopt;
  if (!code || (written.operands.size() > 1 && !day)) return std::nullopt;
  const std::string list = list_of_value(*code);
  if (list.empty()) {
    environment_.report("RULE-177", written.operands[0].span);
    return std::nullopt;
  }
  if (environment_.required_list(list, written.span) == nullptr) return std::nullopt;
  Expression result = start(Kind::is_known, ValueType::boolean, written);
  result.negated = written.negated;
  result.list = list;
  result.operands.push_back(*std::move(code));
  if (day) result.operands.push_back(*std::move(day));
  return result;
}

bool ExpressionCompiler::comparable(const Written& written, const Expression& left, const Expression& right) {
  const std::vector<RelatedSpan> sides = {{left.span, label_code(left.type)}, {right.span, label_code(right.type)}};
  if (left.type != right.type || left.type == ValueType::boolean) {
    environment_.report("RULE-040", written.span, {}, {}, sides);
    return false;
  }
  if (left.type != ValueType::text && (written.trimmed || written.ignoring_case)) {
    environment_.report("RULE-059", written.span, {}, {}, {sides[0]});
    return false;
  }
  return true;
}

std::vector<std::string> ExpressionCompiler::subjects(const Expression& expression) const {
  std::set<std::size_t> columns;
  std::set<TargetField> fields;
  collect_columns(expression, columns);
  collect_mapped(expression, fields);
  std::vector<std::string> result;
  for (const std::size_t index : columns) result.push_back(visible_.format->fields[index].name);
  for (const TargetField field : fields) result.push_back("this." + std::string(target_name(field)));
  return result;
}

std::optional<Expression> compile(const syntax::Expression& expression, const Visible& visible, Environment& environment) {
  return ExpressionCompiler(visible, environment).compile(expression);
}

std::optional<Expression> compile_as(ValueType needed, const syntax::Expression& expression, const Visible& visible, Environment& environment) {
  return ExpressionCompiler(visible, environment).compile_as(needed, expression);
}

void collect_columns(const Expression& expression, std::set<std::size_t>& columns) {
  walk(expression, [&](const Expression& each) {
    if (each.kind == Kind::column) columns.insert(each.column);
  });
}

void collect_facts(const Expression& expression, std::set<std::size_t>& facts) {
  walk(expression, [&](const Expression& each) {
    if (each.kind == Kind::fact) facts.insert(each.column);
  });
}

void collect_mapped(const Expression& expression, std::set<TargetField>& fields) {
  walk(expression, [&](const Expression& each) {
    if (each.kind == Kind::mapped) fields.insert(each.field);
  });
}

void mark_personal(Expression& expression, const std::vector<bool>& personal_columns, const std::set<TargetField>& personal_fields) {
  expression.personal = (expression.kind == Kind::column && personal_columns[expression.column]) ||
                        (expression.kind == Kind::mapped && personal_fields.count(expression.field) > 0);
  for (Expression& operand : expression.operands) {
    mark_personal(operand, personal_columns, personal_fields);
    expression.personal = expression.personal || operand.personal;
  }
}

std::optional<Date> literal_date(std::string_view text) {
  const auto date = Date::from_parts(number_at(text, 0, 4), number_at(text, 5, 2), number_at(text, 8, 2));
  return date && date->complete() ? date : std::nullopt;
}

std::optional<ReportMonth> literal_month(std::string_view text) { return ReportMonth::from_parts(number_at(text, 0, 4), number_at(text, 5, 2)); }

}  // namespace srgconv::rules
