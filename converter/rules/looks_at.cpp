// What expressions and mappings look at: columns, the sender and the month, code tables.
#include <algorithm>
#include <map>

#include "rules/expression.hpp"

namespace srgconv::rules {
namespace {

// Every expression of a mapping, guards and splits included.
template <class See>
void each_expression(const Mapping& mapping, See see) {
  const auto assigned = [&](const std::vector<Assignment>& assignments) {
    for (const Assignment& assignment : assignments) {
      see(*assignment.value);
      if (assignment.when) see(*assignment.when);
    }
  };
  for (const Guard& guard : mapping.guards) see(*guard.condition);
  assigned(mapping.assignments);
  for (const Split& split : mapping.splits) {
    see(*split.condition);
    for (const auto& branch : split.branches) assigned(branch);
  }
}

void look(const Expression& node, LooksAt& result) {
  if (node.kind == Expression::Kind::column) result.columns.insert(node.column);
  if (node.kind == Expression::Kind::sender) result.sender = true;
  if (node.kind == Expression::Kind::month) result.month = true;
  for (const Expression& operand : node.operands) look(operand, result);
}

void collect(const Expression& node, std::map<std::string, std::shared_ptr<const CodeTable>>& tables) {
  if (node.kind == Expression::Kind::lookup) tables.emplace(node.table->name, node.table);
  for (const Expression& operand : node.operands) collect(operand, tables);
}

OtherWord other_word(CodeTable::Otherwise way) {
  switch (way) {
    case CodeTable::Otherwise::reject: return OtherWord::reject;
    case CodeTable::Otherwise::skip: return OtherWord::skip;
    case CodeTable::Otherwise::empty: return OtherWord::empty;
    case CodeTable::Otherwise::keep: return OtherWord::keep;
    case CodeTable::Otherwise::code: break;
  }
  return OtherWord::code;
}

AskedTable asked(const CodeTable& table) {
  AskedTable result{table.name, table.list, other_word(table.otherwise), table.otherwise_code, table.reason, table.otherwise_span, table.span, {}};
  for (const auto& [word, entries] : table.words) {
    for (const CodeTable::Entry& entry : entries) result.lines.emplace_back(word, entry.span);
  }
  std::sort(result.lines.begin(), result.lines.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return result;
}

}  // namespace

LooksAt looks_at(const Expression& expression) {
  LooksAt result;
  look(expression, result);
  return result;
}

LooksAt looks_at(const Mapping& mapping) {
  LooksAt result;
  each_expression(mapping, [&](const Expression& expression) { look(expression, result); });
  return result;
}

std::vector<AskedTable> asked_tables(const Mapping& mapping) {
  std::map<std::string, std::shared_ptr<const CodeTable>> tables;
  each_expression(mapping, [&](const Expression& expression) { collect(expression, tables); });
  std::vector<AskedTable> result;
  for (const auto& [name, table] : tables) result.push_back(asked(*table));
  return result;
}

}  // namespace srgconv::rules
