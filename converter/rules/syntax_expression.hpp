// Words and expressions as they were written, each with its place.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace srgconv::rules::syntax {

/// Bytes [begin, end) of the rule file.
struct Span {
  std::size_t begin = 0, end = 0;
};

/// A name, a text, a number, a month or a date, and where it stands. A text is held without its quotes, `''` undone.
struct Word {
  std::string text;
  Span span;
  bool quoted = false;  ///< `"DATUM IN"`: always a column
};

// ---------------------------------------------------------------------------------------------- expressions

struct Expression {
  enum class Kind {
    text,      ///< 'merger'
    number,    ///< 45.50, 99.5%
    date,      ///< 2021-03-01
    month,     ///< 2022-01
    column,    ///< "DATUM IN"
    name,      ///< BUDGET, this.type, old.id, sender
    call,      ///< digits(BSN): `text` is the function
    lookup,    ///< instrument[CODE at DATE]: `text` is the table; the date, when there is one, is the second operand
    choice,    ///< case(C => x, else => y): `operators` has a letter for each branch
    join,      ///< operands joined by &
    sum,       ///< operands joined by the signs of `operators`
    product,   ///< operands joined by the signs of `operators`
    negative,  ///< - operand
    compare,   ///< two operands, `text` is the sign
    is_empty,  ///< X is [not] empty
    is_known,  ///< X is [not] known [on D]
    one_of,    ///< X [not] in (a, b): the first operand is X
    starts_with,
    ends_with,
    contains,
    matches,      ///< X matches 'regex'
    duration,     ///< 3 days: the operand is the number, `text` the unit
    negation,     ///< not operand
    conjunction,  ///< operands joined by and
    disjunction   ///< operands joined by or
  };

  Kind kind = Kind::text;
  std::string text;  ///< the literal, the name or the sign
  Span word;         ///< the place of `text`
  /// Of sum and product: one sign for each operand but the first. Of choice: a letter for each branch, `w` for `C => x` (two operands),
  /// `v` for `else => x` (one), `e` for `else empty` (none), `r` for `else reject because T` (one, the text).
  std::string operators;
  std::vector<Expression> operands;
  bool negated = false;  ///< is not empty, is not known, not in
  bool trimmed = false, ignoring_case = false;
  bool bracketed = false;
  bool percent = false;  ///< 99.5%
  Span span;             ///< with the brackets
};

}  // namespace srgconv::rules::syntax
