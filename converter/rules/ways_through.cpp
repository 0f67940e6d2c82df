// Which ways a row can take through a mapping.
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

}  // namespace

const SourceSpan& choice_branch(const Expression& choice, char letter, std::size_t at) {
  return letter == 'w' || letter == 'v' ? choice.operands[at].span : choice.span;
}

std::set<WayThrough> ways_through(const Mapping& mapping) {
  std::set<WayThrough> ways;
  for (const Guard& guard : mapping.guards) {
    collect(*guard.condition, ways);
    ways.insert({Kind::guard, guard.span});
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
