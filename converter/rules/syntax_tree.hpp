// What a rule file says, as it was written and in the order of writing: the grammar builds this tree, resolving reads it.
// Every node keeps its place, so that a formatter can lay the tree out again and find the comments between its nodes.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
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
  bool negated = false;  ///< is not empty, not in
  bool trimmed = false, ignoring_case = false;
  bool bracketed = false;
  bool percent = false;  ///< 99.5%
  Span span;             ///< with the brackets
};

// ---------------------------------------------------------------------------------------------- formats

/// `encoding utf-8`, `separator ';'`, `header yes`, `schema 'x.xsd'`, `elements qualified`
struct Setting {
  Word key, value;
  Span span;
};

struct Columns {
  std::vector<Word> columns;
  Span span;
};

struct Ignore {
  std::vector<Word> columns;
  Word reason;
  Span span;
};

struct Root {
  Word element;
  std::optional<Word> namespace_uri;
  Span span;
};

/// `count(record where relation = 'same')`
struct Count {
  Word of;
  std::optional<Word> field, equals;
  Span span;
};

/// `start = 'DatumBegin' as 'yyyymmdd' partial`
struct Field {
  enum class Reading { as_written, pattern, number, role };
  Word name;
  std::optional<Word> path;
  Reading reading = Reading::as_written;
  std::optional<Word> argument;  ///< the pattern, the decimals, the list of roles
  bool partial = false, optional = false;
  std::optional<Count> count;
  Span span;
};

/// `each new 'NieuweSleutel' { ... }`
struct Group {
  Word name, path;
  std::vector<Field> fields;
  Span span;
  bool faulty = false;  ///< a line of it was not understood; the same in all that have it
};

struct Header {
  std::vector<Field> fields;
  Span span;
  bool faulty = false;
};

using RecordLine = std::variant<Field, Group, Ignore>;

struct Record {
  Word path;
  std::vector<RecordLine> lines;
  Span span;
  bool faulty = false;
};

using FormatLine = std::variant<Setting, Columns, Ignore, Root, Header, Record>;

struct Format {
  Word name, kind;
  std::vector<FormatLine> lines;
  Span span;
  bool faulty = false;
};

// ---------------------------------------------------------------------------------------------- code tables

/// `'JC', 'JCX' => '30' from 2020-01-01 until 2021-12-31`
struct CodeEntry {
  std::vector<Word> keys;
  Word value;
  bool as_role = false;
  std::optional<Word> from, until;
  Span span;
};

/// `else reject because 'unknown instrument'`: what becomes of words that are not in the table.
struct Otherwise {
  Word way;                   ///< `reject`, `skip`, `empty` or `keep`; empty when there is a `value`
  std::optional<Word> value;  ///< `else '59' because ...`
  bool as_role = false;
  Word reason;
  Span span;
};

using CodesLine = std::variant<CodeEntry, Otherwise>;

struct Codes {
  Word name;
  std::optional<Word> list;
  std::vector<CodesLine> lines;
  Span span;
  bool faulty = false;
};

// ---------------------------------------------------------------------------------------------- mappings

struct Guard {
  bool reject = false;
  Expression condition;
  Word reason;
  Span span;
};

struct Assignment {
  Word target;
  Expression value;
  std::optional<Expression> when;
  Span span;
};

struct Branch {
  std::vector<Assignment> assignments;
  Span span;
  bool faulty = false;
};

struct Split {
  Expression condition;
  std::vector<Branch> branches;
  Span span;
  bool faulty = false;
};

/// `BSN = '123456782'` in an example
struct Given {
  Word column, text;
};

/// `type = '22'`, `end is empty` in an example
struct Expected {
  Word target;
  std::optional<Expression> value;  ///< nothing: is empty
};

struct Example {
  std::vector<Given> given;
  std::vector<Expected> expect;
  std::optional<Word> outcome;  ///< `skip` or `reject`
  Span span;
};

/// `parameter prefix = 'H'`: the value is what holds unless `with` gives another.
struct Parameter {
  Word name;
  Expression value;
  Span span;
};

using MappingLine = std::variant<Guard, Assignment, Split, Example, Parameter>;

struct Mapping {
  Word name, format, target;
  std::vector<MappingLine> lines;
  Span span;
  bool faulty = false;
};

// ---------------------------------------------------------------------------------------------- transitions

/// `reason merger`, `month 2022-01`, `assessed on 2022-02-10`: `key` is `assessed on`, too.
struct Fact {
  Word key, value;
  Span span;
};

struct Sequence {
  Word number;
  std::optional<Word> replaces;
  Span span;
};

struct MonthSource {
  enum class Kind { header, file_name, snapshot };
  Kind kind = Kind::header;
  Word argument;  ///< the pattern or the day
  Span span;
};

/// `prefix = 'H'` behind `using ... with`
struct Argument {
  Word name;
  Expression value;
};

/// `old '0398' from 'a/*.csv' month from file name 'yyyymm' using a-provisions`; `role` is old, delivered or new.
struct Source {
  Word role, sender;
  std::vector<Word> files;
  std::optional<MonthSource> month;
  std::optional<Word> mapping;
  std::vector<Argument> arguments;
  Span span;
};

/// A step of an identity rule: new.id = ..., links from ..., or match.
struct Step {
  enum class Kind { rule, links, match };
  Kind kind = Kind::match;
  bool after_else = false;
  std::optional<Expression> new_id, when;
  std::vector<Word> files;
  Word mapping;
  std::vector<Argument> arguments;
  Span span;
};

struct Identity {
  Word sender;
  std::vector<Step> steps;
  Span span;
  bool faulty = false;
};

/// `equal type, start` or `start within 3 days`
struct Level {
  bool after_else = false;
  std::vector<Word> equal;
  std::optional<Word> days;
  Span span;
};

/// `within bsn`
struct WithinBsn {
  Span span;
};

using MatchLine = std::variant<WithinBsn, Level>;

struct Match {
  std::vector<MatchLine> lines;
  Span span;
  bool faulty = false;
};

struct Drop {
  Word sender, id, reason;
  Span span;
};

struct Gap {
  Word sender, first;
  std::optional<Word> last;
  Word reason;
  Span span;
};

struct Order {
  std::vector<Word> files;
  Word reason;
  Span span;
};

struct Require {
  Word metric, sign, limit;
  bool percent = false;
  Span span;
};

using TransitionLine = std::variant<Fact, Sequence, Source, Identity, Match, Drop, Gap, Order, Require>;

struct Transition {
  Word name;
  std::vector<TransitionLine> lines;
  Span span;
  bool faulty = false;
};

// ---------------------------------------------------------------------------------------------- the file

struct Import {
  Word name;
  Span span;
};

using FileLine = std::variant<Import, Format, Codes, Mapping, Transition>;

struct File {
  std::vector<FileLine> lines;
  std::vector<std::string> lost;  ///< names that declarations may have had which were not understood
};

}  // namespace srgconv::rules::syntax
