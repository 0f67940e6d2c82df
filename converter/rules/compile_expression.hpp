// From the expression as written to the expression that can be evaluated: names are found, types are checked.
#pragma once

#include <optional>
#include <set>
#include <vector>

#include "rules/environment.hpp"
#include "rules/expression.hpp"
#include "rules/syntax_tree.hpp"

namespace srgconv::rules {

/// What an expression may name, and what it turned out to name.
struct Visible {
  enum class This { none, not_yet, mapped };

  const Format* format = nullptr;                                 ///< bare names are its columns; null: there are none
  bool parameters = false;                                        ///< `sender`, `month`
  const std::vector<MappingParameter>* own_parameters = nullptr;  ///< of the mapping; null: there are none
  bool needs_only = false;                                        ///< in a scope: bare names are what it needs, and nothing else
  This mapped = This::none;                                       ///< `this.x`: not_yet in skip and reject, which run before the fields
  std::set<TargetField> assigned;                                 ///< the fields that the mapping fills
  bool old = false;                                               ///< `old.x`: in an identity rule
  enum class Facts { none, provision, link };
  Facts facts = Facts::none;  ///< in a check: `type`, or `old.type` and `new.type`, and nothing else
};

/// Nothing when something is wrong; that was reported, for all parts of the expression.
std::optional<Expression> compile(const syntax::Expression& expression, const Visible& visible, Environment& environment);
/// The same for an expression that must be of a type.
std::optional<Expression> compile_as(ValueType needed, const syntax::Expression& expression, const Visible& visible, Environment& environment);

/// The facts of a check that an expression looks at, as indices.
void collect_facts(const Expression& expression, std::set<std::size_t>& facts);
/// The columns and the `this` fields that an expression looks at.
void collect_columns(const Expression& expression, std::set<std::size_t>& columns);
void collect_mapped(const Expression& expression, std::set<TargetField>& fields);
/// Marks the parts below which a personal column lies, so that messages do not show their values.
void mark_personal(Expression& expression, const std::vector<bool>& personal_columns, const std::set<TargetField>& personal_fields);

/// The date or month that a literal says; nothing when there is no such day or month.
std::optional<Date> literal_date(std::string_view text);
std::optional<ReportMonth> literal_month(std::string_view text);

}  // namespace srgconv::rules
