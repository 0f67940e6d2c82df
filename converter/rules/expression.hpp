// A compiled expression: names resolved, types checked. A tree of nodes that later stages may compile further.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "rules/rules.hpp"

namespace srgconv::rules {

struct Function;

/// A checked `codes` block. Immutable; shared by the expressions that look something up in it.
struct CodeTable {
  std::string name;
  std::string list;                                       ///< of the pack: `type`
  std::map<std::string, std::string, std::less<>> codes;  ///< the file's word -> the pack's code
  std::optional<std::string> reject_reason;               ///< `else reject because '...'`
  SourceSpan reject_span;
  SourceSpan span;
};

class Expression {
 public:
  enum class Kind {
    literal,
    column,     ///< `column`: index into Format::fields
    sender,     ///< parameter
    month,      ///< parameter
    mapped,     ///< this.`field`
    old_fact,   ///< old.`field`
    attribute,  ///< what list `list` says of the operand: `attribute`
    lookup,     ///< `table`[operand]
    call,       ///< `function` of the operands
    join,
    sum,      ///< `operators`: a sign for each operand but the first
    product,  ///< the same
    negative,
    compare,  ///< `comparison` of two operands
    is_empty,
    one_of,  ///< the first operand among the others
    starts_with,
    ends_with,
    contains,
    negation,
    conjunction,
    disjunction
  };
  enum class Attribute { role, category, name };
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
  Sign comparison = Sign::equal;
  bool negated = false;  ///< is not empty, not in
  bool trimmed = false, ignoring_case = false;
  std::string subject;    ///< the columns and fields below, as messages name them: `BSN, TRAJECT`
  bool personal = false;  ///< a personal column is below: values are never shown
};

/// The place of what could not be evaluated, and of which columns.
Diagnostic fault(std::string_view code, const Expression& node, std::map<std::string, std::string> arguments = {});

}  // namespace srgconv::rules
