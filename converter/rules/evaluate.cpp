// Evaluates compiled expressions on one record. Types were checked before: only values can be wrong here.
#include <array>
#include <compare>
#include "rules/calculate.hpp"
#include "rules/evaluate_dates.hpp"
#include "rules/expression.hpp"
#include "rules/functions.hpp"
#include "rules/letters.hpp"
#include "rules/regular_expression.hpp"

namespace srgconv::rules {
namespace {

using Kind = Expression::Kind;
using Sign = Expression::Sign;

constexpr std::size_t longest_shown = 30;

// A code word for a message: cut short, and not at all where it may be personal.
std::string shown_word(const std::string& word, const Expression& node) {
  if (node.personal) return "...";
  const std::string_view part = characters(word, 0, longest_shown);
  return part.size() == word.size() ? word : std::string(part) + "...";
}

const CodeLists& lists(const Scope& scope) {
  static const CodeLists none;
  return scope.codes == nullptr ? none : *scope.codes;
}

Evaluated column_value(const Expression& node, const Scope& scope) {
  const Field& field = scope.format->fields[node.column];
  const RawValue& raw = scope.record->values[node.column];
  // The common case, which read_value() would answer the same: a text.
  if (field.type == ValueType::text && field.role_list.empty() && raw.present && !raw.text.empty()) return Value{raw.text};
  auto read = read_value(field, raw, lists(scope));
  if (auto* unreadable = std::get_if<Diagnostic>(&read)) {
    unreadable->primary = node.span;
    if (scope.witness != nullptr && raw.present && !raw.text.empty()) scope.witness->unreadable(raw.text, *unreadable);
    return std::move(*unreadable);
  }
  return std::get<Value>(std::move(read));
}

Value text_fact(const std::string& text) { return text.empty() ? Value{} : Value{text}; }

Value old_fact(TargetField field, const Provision& old) {
  switch (field) {
    case TargetField::id: return text_fact(old.key.id);
    case TargetField::type: return text_fact(old.type);
    case TargetField::start: return old.start;
    case TargetField::end: return old.end ? Value{*old.end} : Value{};
    case TargetField::goal: return text_fact(old.goal);
    case TargetField::work_capacity: return text_fact(old.work_capacity);
    case TargetField::wage_value: return old.wage_value ? Value{*old.wage_value} : Value{};
    case TargetField::description: return text_fact(old.description);
    case TargetField::bsn:
    case TargetField::old_id:
    case TargetField::new_id:
    case TargetField::new_sender: break;
  }
  return {};
}

Evaluated attribute_value(const Expression& node, const Scope& scope) {
  auto operand = evaluate(node.operands[0], scope);
  const auto* value = std::get_if<Value>(&operand);
  if (value == nullptr || is_empty(*value)) return operand;
  const std::string& word = std::get<std::string>(*value);
  const CodeList* list = lists(scope).find(node.list);
  const Code* code = list == nullptr ? nullptr : list->find(word);
  if (code == nullptr) return fault("MAP-021", node, {{"code", shown_word(word, node)}, {"list", node.list}});
  switch (node.attribute) {
    case Expression::Attribute::role: return text_fact(code->role);
    case Expression::Attribute::category: return text_fact(code->category);
    case Expression::Attribute::name: return text_fact(code->name);
    case Expression::Attribute::max_months: break;
  }
  return code->max_months ? Value{Decimal::whole(*code->max_months)} : Value{};
}

// Does the list have the code, and have it on that day? An empty value is no code.
Evaluated known_value(const Expression& node, const Scope& scope) {
  auto code = evaluate(node.operands[0], scope);
  if (std::holds_alternative<Diagnostic>(code)) return code;
  std::optional<Date> day;
  if (node.operands.size() > 1) {
    auto on = evaluate(node.operands[1], scope);
    if (std::holds_alternative<Diagnostic>(on)) return on;
    if (const auto* date = std::get_if<Date>(&std::get<Value>(on))) day = *date;
    if (day && !day->complete()) return fault("MAP-081", node);
  }
  const CodeList* list = lists(scope).find(node.list);
  const auto* word = std::get_if<std::string>(&std::get<Value>(code));
  return Value{(word != nullptr && list != nullptr && (day ? list->find(*word, *day) : list->find(*word)) != nullptr) != node.negated};
}

// What a table says of a word that it does not have, or not at that time.
Evaluated other_word(const Expression& node, const std::string& word, const Scope& scope) {
  using Way = CodeTable::Otherwise;
  const CodeTable& table = *node.table;
  const std::map<std::string, std::string> arguments = {{"reason", table.reason}, {"code", shown_word(word, node)}, {"table", table.name}};
  switch (table.otherwise) {
    case Way::empty: return Value{};
    case Way::code: return Value{table.otherwise_code};
    case Way::keep: {
      const CodeList* list = lists(scope).find(table.list);
      if (list != nullptr && list->find(word) != nullptr) return Value{word};
      return fault("MAP-021", node, {{"code", shown_word(word, node)}, {"list", table.list}});
    }
    case Way::skip:
    case Way::reject: break;
  }
  Diagnostic refused = fault(table.otherwise == Way::skip ? skipped_by_table : "MAP-030", node, arguments);
  refused.primary = table.otherwise_span;
  return refused;
}

Evaluated lookup_value(const Expression& node, const Scope& scope) {
  auto operand = evaluate(node.operands[0], scope);
  const auto* value = std::get_if<Value>(&operand);
  if (value == nullptr || is_empty(*value)) return operand;
  const std::string& word = std::get<std::string>(*value);
  std::optional<Date> day;
  if (node.operands.size() > 1) {
    auto at = evaluate(node.operands[1], scope);
    if (std::holds_alternative<Diagnostic>(at)) return at;
    if (const auto* date = std::get_if<Date>(&std::get<Value>(at))) day = *date;
    if (const auto* month = std::get_if<ReportMonth>(&std::get<Value>(at))) day = month->last_day();
  }
  const CodeTable::Found found = node.table->find(word, day);
  if (scope.taken != nullptr && !found.undecided) scope.taken->insert(found.entry != nullptr ? found.entry->span : node.table->otherwise_span);
  if (found.undecided) return fault("MAP-084", node, {{"code", shown_word(word, node)}, {"table", node.table->name}});
  Evaluated result = found.entry != nullptr ? Evaluated(Value{found.entry->code}) : other_word(node, word, scope);
  if (scope.witness != nullptr) {
    const bool kept = node.table->otherwise == CodeTable::Otherwise::keep && std::holds_alternative<Value>(result);
    const SourceSpan* line = found.entry == nullptr ? nullptr : &found.entry->span;
    scope.witness->asked({node.table->name, word, node.operands[0].subject, line != nullptr || kept, node.operands[0].personal, line});
  }
  return result;
}

// The text that a function reads: its first parameter that must be one.
void tell_unreadable(const Expression& node, std::span<const Value> values, const Diagnostic& why, Witness& witness) {
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (node.function->parameters[i] != Parameter::text) continue;
    return witness.unreadable(std::get<std::string>(values[i]), why);
  }
}

Evaluated call_value(const Expression& node, const Scope& scope) {
  if (node.function->call == nullptr) {  // coalesce
    for (const Expression& operand : node.operands) {
      auto value = evaluate(operand, scope);
      if (std::holds_alternative<Diagnostic>(value) || !is_empty(std::get<Value>(value))) return value;
    }
    return Value{};
  }
  std::array<Value, most_parameters> values;
  for (std::size_t i = 0; i < node.operands.size(); ++i) {
    auto evaluated = evaluate(node.operands[i], scope);
    if (std::holds_alternative<Diagnostic>(evaluated)) return evaluated;
    values[i] = std::get<Value>(std::move(evaluated));
    if (is_empty(values[i]) && node.function->parameters[i] != Parameter::text_or_nothing) return Value{};
  }
  const auto given = std::span<const Value>(values).first(node.operands.size());
  auto result = node.function->call(node, given);
  if (scope.witness != nullptr) {
    if (const auto* why = std::get_if<Diagnostic>(&result)) tell_unreadable(node, given, *why, *scope.witness);
  }
  return result;
}

// The text of a plain column or a literal where it lies; null where that is not all there is to it.
const std::string* text_in_place(const Expression& node, const Scope& scope) {
  if (node.kind == Kind::literal) return std::get_if<std::string>(&node.literal);
  if (node.kind != Kind::column) return nullptr;
  const Field& field = scope.format->fields[node.column];
  const RawValue& raw = scope.record->values[node.column];
  return field.type == ValueType::text && field.role_list.empty() && raw.present && !raw.text.empty() ? &raw.text : nullptr;
}

Evaluated joined_value(const Expression& node, const Scope& scope) {
  std::string text;
  for (const Expression& operand : node.operands) {
    if (const std::string* part = text_in_place(operand, scope)) {
      text += *part;
      continue;
    }
    auto value = evaluate(operand, scope);
    if (std::holds_alternative<Diagnostic>(value) || is_empty(std::get<Value>(value))) return value;
    text += std::get<std::string>(std::get<Value>(value));
  }
  return Value{std::move(text)};
}

Evaluated calculated_value(const Expression& node, const Scope& scope) {
  std::int64_t units = 0;
  for (std::size_t i = 0; i < node.operands.size(); ++i) {
    auto value = evaluate(node.operands[i], scope);
    if (std::holds_alternative<Diagnostic>(value) || is_empty(std::get<Value>(value))) return value;
    const std::int64_t operand = std::get<Decimal>(std::get<Value>(value)).units();
    const auto result = i == 0 ? std::optional(operand) : calculated(units, node.operators[i - 1], operand);
    if (!result) return fault("MAP-010", node);
    units = *result;
  }
  return Value{Decimal::from_units(node.kind == Kind::negative ? -units : units)};
}

Evaluated shifted_value(const Expression& node, const Scope& scope) {
  auto base = evaluate(node.operands[0], scope);
  if (std::holds_alternative<Diagnostic>(base) || is_empty(std::get<Value>(base))) return base;
  Value value = std::get<Value>(std::move(base));
  for (std::size_t i = 1; i < node.operands.size(); ++i) {
    auto evaluated = evaluate(node.operands[i], scope);
    if (std::holds_alternative<Diagnostic>(evaluated) || is_empty(std::get<Value>(evaluated))) return evaluated;
    const Decimal number = std::get<Decimal>(std::get<Value>(evaluated));
    if (!number.is_whole()) return fault("MAP-080", node);
    const std::int64_t amount = number.units() / 10000 * (node.operators[i - 1] == '-' ? -1 : 1);
    Shifted moved = node.units[i - 1] == 'd' ? plus_days(value, amount) : plus_months(value, amount);
    if (moved.fault != Shifted::Fault::none) return fault(moved.fault == Shifted::Fault::incomplete ? "MAP-081" : "MAP-080", node);
    value = std::move(moved.value);
  }
  return value;
}

// A text as it is compared: `trimmed`, `ignoring case`.
class Compared {
 public:
  Compared(const Value& value, const Expression& node) : view_(std::get<std::string>(value)) {
    if (node.trimmed) view_ = trimmed(view_);
    if (node.ignoring_case) {
      folded_ = lower(view_);
      view_ = folded_;
    }
  }
  Compared(const Compared&) = delete;
  Compared& operator=(const Compared&) = delete;
  std::string_view text() const { return view_; }

 private:
  std::string folded_;
  std::string_view view_;
};

bool same(const Value& a, const Value& b, const Expression& node) {
  if (is_empty(a) || is_empty(b)) return false;
  if (std::holds_alternative<std::string>(a)) return Compared(a, node).text() == Compared(b, node).text();
  return a == b;
}

// Is a before b, or (when `equal_too`) the same? Undecided where incomplete dates leave it open.
Answer before(const Value& a, const Value& b, bool equal_too, const Expression& node) {
  if (std::holds_alternative<Date>(a)) {
    const Date first = std::get<Date>(a), second = std::get<Date>(b);
    if (equal_too) return on_or_before(first, second);
    const Answer reverse = on_or_before(second, first);
    return reverse == Answer::undecided ? reverse : reverse == Answer::yes ? Answer::no : Answer::yes;
  }
  const std::strong_ordering order = [&] {
    if (std::holds_alternative<std::string>(a)) return Compared(a, node).text() <=> Compared(b, node).text();
    if (std::holds_alternative<Decimal>(a)) return std::get<Decimal>(a) <=> std::get<Decimal>(b);
    return std::get<ReportMonth>(a) <=> std::get<ReportMonth>(b);
  }();
  return order < 0 || (equal_too && order == 0) ? Answer::yes : Answer::no;
}

Evaluated compared_value(const Expression& node, const Scope& scope) {
  auto left = evaluate(node.operands[0], scope);
  if (std::holds_alternative<Diagnostic>(left)) return left;
  auto right = evaluate(node.operands[1], scope);
  if (std::holds_alternative<Diagnostic>(right)) return right;
  const Value& a = std::get<Value>(left);
  const Value& b = std::get<Value>(right);
  if (node.comparison == Sign::equal) return Value{same(a, b, node)};
  if (node.comparison == Sign::unequal) return Value{!same(a, b, node) && !(is_empty(a) && is_empty(b))};
  if (is_empty(a) || is_empty(b)) return Value{false};
  const bool upward = node.comparison == Sign::less || node.comparison == Sign::less_or_equal;
  const bool equal_too = node.comparison == Sign::less_or_equal || node.comparison == Sign::greater_or_equal;
  const Answer answer = upward ? before(a, b, equal_too, node) : before(b, a, equal_too, node);
  if (answer == Answer::undecided) return fault("MAP-012", node);
  return Value{answer == Answer::yes};
}

Evaluated contained_value(const Expression& node, const Scope& scope) {
  auto left = evaluate(node.operands[0], scope);
  if (std::holds_alternative<Diagnostic>(left)) return left;
  auto right = evaluate(node.operands[1], scope);
  if (std::holds_alternative<Diagnostic>(right)) return right;
  if (is_empty(std::get<Value>(left)) || is_empty(std::get<Value>(right))) return Value{false};
  const Compared whole(std::get<Value>(left), node);
  const Compared part(std::get<Value>(right), node);
  if (node.kind == Kind::starts_with) return Value{whole.text().starts_with(part.text())};
  if (node.kind == Kind::ends_with) return Value{whole.text().ends_with(part.text())};
  return Value{whole.text().find(part.text()) != std::string_view::npos};
}

Evaluated matched_value(const Expression& node, const Scope& scope) {
  auto evaluated = evaluate(node.operands[0], scope);
  if (std::holds_alternative<Diagnostic>(evaluated)) return evaluated;
  const Value& value = std::get<Value>(evaluated);
  if (is_empty(value)) return Value{false};
  const std::string_view text = std::get<std::string>(value);
  return Value{node.regex->matches(node.trimmed ? trimmed(text) : text)};
}

// The first branch whose condition holds gives the value.
Evaluated chosen_value(const Expression& node, const Scope& scope) {
  std::size_t at = 0;
  const auto take = [&](char letter) {
    if (scope.taken != nullptr) scope.taken->insert(choice_branch(node, letter, at));
  };
  for (const char letter : node.operators) {
    if (letter != 'w') take(letter);
    if (letter == 'e') return Value{};
    if (letter == 'v') return evaluate(node.operands[at], scope);
    if (letter == 'r') return fault("MAP-082", node, {{"reason", node.reason}});
    auto condition = evaluate(node.operands[at], scope);
    if (std::holds_alternative<Diagnostic>(condition)) return condition;
    if (std::get<bool>(std::get<Value>(condition))) {
      take(letter);
      return evaluate(node.operands[at + 1], scope);
    }
    at += 2;
  }
  return Value{};
}

Evaluated one_of_value(const Expression& node, const Scope& scope) {
  auto sought = evaluate(node.operands[0], scope);
  if (std::holds_alternative<Diagnostic>(sought)) return sought;
  bool found = false;
  for (std::size_t i = 1; i < node.operands.size() && !found; ++i) {
    auto value = evaluate(node.operands[i], scope);
    if (std::holds_alternative<Diagnostic>(value)) return value;
    found = same(std::get<Value>(sought), std::get<Value>(value), node);
  }
  return Value{found != node.negated};
}

// `and` and `or` stop at the first operand that decides.
Evaluated logical_value(const Expression& node, const Scope& scope) {
  const bool decides = node.kind == Kind::disjunction;
  for (const Expression& operand : node.operands) {
    auto value = evaluate(operand, scope);
    if (std::holds_alternative<Diagnostic>(value) || std::get<bool>(std::get<Value>(value)) == decides) return value;
  }
  return Value{!decides};
}

}  // namespace

Diagnostic fault(std::string_view code, const Expression& node, std::map<std::string, std::string> arguments) {
  arguments.emplace("column", node.subject);
  return {std::string(code), node.span, std::move(arguments), {}, {}};
}

Evaluated evaluate(const Expression& node, const Scope& scope) {
  switch (node.kind) {
    case Kind::literal: return node.literal;
    case Kind::column: return column_value(node, scope);
    case Kind::sender: return Value{scope.parameters->sender.text()};
    case Kind::month: return scope.parameters->month ? Value{*scope.parameters->month} : Value{};
    case Kind::parameter: return (*scope.arguments)[node.column].value;
    case Kind::mapped: return (*scope.mapped)[static_cast<std::size_t>(node.field)];
    case Kind::old_fact: return old_fact(node.field, *scope.old);
    case Kind::fact: return Value{};  // only conditions of checks name facts
    case Kind::is_known: return known_value(node, scope);
    case Kind::attribute: return attribute_value(node, scope);
    case Kind::lookup: return lookup_value(node, scope);
    case Kind::call: return call_value(node, scope);
    case Kind::choice: return chosen_value(node, scope);
    case Kind::matches: return matched_value(node, scope);
    case Kind::shift: return shifted_value(node, scope);
    case Kind::join: return joined_value(node, scope);
    case Kind::sum:
    case Kind::product:
    case Kind::negative: return calculated_value(node, scope);
    case Kind::compare: return compared_value(node, scope);
    case Kind::is_empty: {
      auto value = evaluate(node.operands[0], scope);
      if (std::holds_alternative<Diagnostic>(value)) return value;
      return Value{is_empty(std::get<Value>(value)) != node.negated};
    }
    case Kind::one_of: return one_of_value(node, scope);
    case Kind::starts_with:
    case Kind::ends_with:
    case Kind::contains: return contained_value(node, scope);
    case Kind::negation: {
      auto value = evaluate(node.operands[0], scope);
      if (std::holds_alternative<Diagnostic>(value)) return value;
      return Value{!std::get<bool>(std::get<Value>(value))};
    }
    case Kind::conjunction:
    case Kind::disjunction: break;
  }
  return logical_value(node, scope);
}

}  // namespace srgconv::rules
