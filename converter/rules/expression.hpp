// A compiled expression: names resolved, types checked. A tree of nodes that later stages may compile further.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "rules/code_table.hpp"
#include "rules/rules.hpp"

namespace srgconv::rules {

struct Function;
class RegularExpression;

class Expression {
 public:
  enum class Kind {
    literal,
    column,     ///< `column`: index into Format::fields
    sender,     ///< parameter
    month,      ///< parameter
    parameter,  ///< of the mapping: `column` is its index
    mapped,     ///< this.`field`
    fact,       ///< of a check: `column` is its index (check.hpp)
    old_fact,   ///< old.`field`
    attribute,  ///< what list `list` says of the operand: `attribute`
    lookup,     ///< `table`[operand at operand]: without a date there is one operand
    choice,     ///< the value of the first branch whose condition holds: `operators` has a letter for each branch, as in the syntax tree
    call,       ///< `function` of the operands
    join,
    shift,    ///< a date or month, then numbers of the `units`, each added or taken off by its sign in `operators`
    sum,      ///< `operators`: a sign for each operand but the first
    product,  ///< the same
    negative,
    compare,  ///< `comparison` of two operands
    is_empty,
    is_known,  ///< the first operand in `list`; with a second one valid on that day
    one_of,    ///< the first operand among the others
    starts_with,
    ends_with,
    contains,
    matches,  ///< `regex`, whole text
    negation,
    conjunction,
    disjunction
  };
  enum class Attribute { role, category, name, max_months };
  enum class Sign { equal, unequal, less, less_or_equal, greater, greater_or_equal };

  Kind kind = Kind::literal;
  ValueType type = ValueType::text;
  SourceSpan span;
  std::vector<Expression> operands;

  Value literal;
  std::size_t column = 0;
  TargetField field = TargetField::id;
  Attribute attribute = Attribute::role;
  std::string list;
  std::shared_ptr<const CodeTable> table;
  const Function* function = nullptr;
  std::optional<DatePattern> pattern;  ///< of the functions that read dates and months
  std::string operators;
  std::string units;                               ///< of shift: `d` days or `m` months, for each operand but the first
  std::shared_ptr<const RegularExpression> regex;  ///< of matches and extract
  std::string reason;                              ///< of choice: why other rows are rejected
  Sign comparison = Sign::equal;
  bool negated = false;  ///< is not empty, is not known, not in
  bool trimmed = false, ignoring_case = false;
  std::string subject;    ///< the columns and fields below, as messages name them: `BSN, TRAJECT`
  bool personal = false;  ///< a personal column is below: values are never shown
};

/// The place of a branch of a choice, whose first operand is `at`: its condition, the value of `else`, or the whole choice.
const SourceSpan& choice_branch(const Expression& choice, char letter, std::size_t at);

/// The place of what could not be evaluated, and of which columns.
Diagnostic fault(std::string_view code, const Expression& node, std::map<std::string, std::string> arguments = {});

}  // namespace srgconv::rules
