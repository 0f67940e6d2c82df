// Which ways a row can take through a mapping.
#include <algorithm>
#include <map>

#include "rules/expression.hpp"

namespace srgconv::rules {
namespace {

using Kind = WayThrough::Kind;

void collect(const Expression& expression, std::set<WayThrough>& ways) {
  if (expression.kind == Expression::Kind::choice) {
    std::size_t at = 0;
    for (const char letter : expression.operators) {
      ways.insert({Kind::choice, choice_branch(expression, letter, at)});
      at += letter == 'w' ? 2 : 1;
    }
  }
  if (expression.kind == Expression::Kind::lookup) {
    for (const auto& [word, entries] : expression.table->words) {
      for (const CodeTable::Entry& entry : entries) ways.insert({Kind::word, entry.span});
    }
    ways.insert({Kind::other_word, expression.table->otherwise_span});
  }
  for (const Expression& operand : expression.operands) collect(operand, ways);
}

void collect(const Assignment& assignment, std::set<WayThrough>& ways) {
  collect(*assignment.value, ways);
  if (!assignment.when) return;
  collect(*assignment.when, ways);
  ways.insert({Kind::condition, assignment.span});
}

// The values that an expression can give, where they stand in the rules: a literal, or a `case` of literals.
std::optional<std::vector<Value>> possible_values(const Expression& expression) {
  if (expression.kind == Expression::Kind::literal) return std::vector<Value>{expression.literal};
  if (expression.kind != Expression::Kind::choice) return std::nullopt;
  std::vector<Value> values;
  std::size_t at = 0;
  for (const char letter : expression.operators) {
    if (letter == 'e') values.emplace_back();
    if (letter == 'w' || letter == 'v') {
      const auto given = possible_values(expression.operands[at + (letter == 'w' ? 1 : 0)]);
      if (!given) return std::nullopt;
      values.insert(values.end(), given->begin(), given->end());
    }
    at += letter == 'w' ? 2 : 1;
  }
  return values;
}

// What the guards of a mapping, one after the other, leave of the values that a scope looks at.
class Remaining {
 public:
  // Can the condition hold for a row that no guard before took?
  bool may_hold(const Expression& condition) {
    const bool about_a_value = condition.kind == Expression::Kind::compare || condition.kind == Expression::Kind::one_of ||
                               condition.kind == Expression::Kind::is_empty || condition.kind == Expression::Kind::starts_with;
    if (!about_a_value) return true;
    const auto literal = [](const Expression& each) { return each.kind == Expression::Kind::literal; };
    const Expression& value = condition.operands.front();
    const auto possible = possible_values(value);
    if (!possible || !std::all_of(condition.operands.begin() + 1, condition.operands.end(), literal)) return true;
    auto& left = left_.try_emplace(value.span, *possible).first->second;
    Expression tried = condition;
    tried.operands.front() = Expression{};
    tried.operands.front().type = value.type;
    const auto taken = std::erase_if(left, [&](const Value& each) {
      tried.operands.front().literal = each;
      const auto judged = evaluate(tried, Scope{});
      const auto* held = std::get_if<Value>(&judged);
      return held != nullptr && std::holds_alternative<bool>(*held) && std::get<bool>(*held);
    });
    return taken > 0;
  }

 private:
  std::map<SourceSpan, std::vector<Value>> left_;
};

}  // namespace

const SourceSpan& choice_branch(const Expression& choice, char letter, std::size_t at) {
  return letter == 'w' || letter == 'v' ? choice.operands[at].span : choice.span;
}

std::set<WayThrough> ways_through(const Mapping& mapping) {
  std::set<WayThrough> ways;
  Remaining remaining;
  for (const Guard& guard : mapping.guards) {
    collect(*guard.condition, ways);
    if (remaining.may_hold(*guard.condition)) ways.insert({Kind::guard, guard.span});
  }
  for (const Assignment& assignment : mapping.assignments) collect(assignment, ways);
  for (const Split& split : mapping.splits) {
    collect(*split.condition, ways);
    ways.insert({Kind::split, split.span});
    for (const auto& branch : split.branches) {
      for (const Assignment& assignment : branch) collect(assignment, ways);
    }
  }
  return ways;
}

}  // namespace srgconv::rules
