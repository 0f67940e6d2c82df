// The table of built-in functions: their names, types, and what they do.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "rules/expression.hpp"

namespace srgconv::rules {

/// What may be given for a parameter of a function.
enum class Parameter {
  text,
  text_or_nothing,  ///< a text that may be empty: '' is allowed
  whole_number,     ///< a number without a fraction, 0 to 1000
  sign,             ///< a literal text of one character
  point,            ///< ',' or '.'
  date_pattern,     ///< a literal pattern with a day
  partial_pattern,  ///< a literal pattern with or without a day
  month_pattern,    ///< a literal pattern without a day
  month,
  day,  ///< a date
  date_or_month,
  capture,    ///< a literal regular expression with one group
  printable,  ///< a number, date or month
  any         ///< all parameters of one type, which is the type of the result
};

struct Function {
  std::string_view name;
  std::vector<Parameter> parameters;
  ValueType result = ValueType::text;
  bool more = false;  ///< the last parameter may be repeated
  /// Called with as many values as there are parameters; values are not empty unless the parameter is `text_or_nothing`. Null: evaluated by name (coalesce).
  Evaluated (*call)(const Expression& node, std::span<const Value> values) = nullptr;
};

/// Null when there is none of this name.
const Function* find_function(std::string_view name);
std::vector<std::string> function_names();

/// No function has more parameters, but for those that repeat one.
inline constexpr std::size_t most_parameters = 3;

}  // namespace srgconv::rules
