// What a rule file says, as it was written and in the order of writing: the grammar builds this tree, resolving reads it.
// Every node keeps its place, so that a formatter can lay the tree out again and find the comments between its nodes.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "rules/syntax_expression.hpp"
#include "rules/syntax_transition.hpp"

namespace srgconv::rules::syntax {

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

/// `sheet 'A', 'B'`
struct Sheets {
  std::vector<Word> names;
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

/// `BSN 9-17`, `SOORT 30`: a column and where it stands in a line of a fixed width file. The place is held without blanks.
struct FixedColumn {
  Word name, at;
  Span span;
};

/// `columns CLIENT 1-8, BSN 9-17`
struct FixedColumns {
  std::vector<FixedColumn> columns;
  Span span;
};

/// `kind 1-2`: where a line says of which kind it is.
struct KindPlace {
  Word at;
  Span span;
};

/// `line 'P' before { BSN 3-11; NAAM 12-40 }`; `role` is before or record.
struct LineColumns {
  Word kind, role;
  std::vector<FixedColumn> columns;
  Span span;
  bool faulty = false;
};

/// `line 'Z' count 3-10`, `line 'K' ignore because 'a title'`; `role` is count or ignore.
struct OtherLine {
  Word kind, role;
  Word at;      ///< of count
  Word reason;  ///< of ignore
  Span span;
};

using FormatLine = std::variant<Setting, Columns, Ignore, Root, Header, Record, FixedColumns, KindPlace, LineColumns, OtherLine, Sheets>;

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

/// `start earliest` in a merge
struct MergeWay {
  Word target, way;
  Span span;
};

/// `merge rows with equal bsn, id within 31 days { start earliest; end latest }`: rows that tell parts of one provision.
struct Merge {
  std::vector<Word> equal;
  std::optional<Word> days;
  std::vector<MergeWay> ways;
  Span span;
  bool faulty = false;
};

/// `goal = DOEL` where a mapping applies a scope
struct Supplied {
  Word name;
  Expression value;
  Span span;
};

/// `use scope srg { goal = DOEL; payer = BUDGET }` in a mapping: the guards of the scope stand here.
struct ScopeUse {
  Word name;
  std::vector<Supplied> supplied;
  Span span;
  bool faulty = false;
};

using MappingLine = std::variant<Guard, Assignment, Split, Example, Parameter, Merge, ScopeUse>;

struct Mapping {
  Word name, format, target;
  std::vector<MappingLine> lines;
  Span span;
  bool faulty = false;
};

// ---------------------------------------------------------------------------------------------- scopes

/// `needs goal, payer`: texts that a mapping supplies.
struct Needs {
  std::vector<Word> names;
  Span span;
};

using ScopeLine = std::variant<Needs, Guard>;

/// `scope srg { needs ...; skip when ... because ... }`: guards that mappings share.
struct Scope {
  Word name;
  std::vector<ScopeLine> lines;
  Span span;
  bool faulty = false;
};

// ---------------------------------------------------------------------------------------------- checks

/// `on provision where C expect E`
struct Expectation {
  Word subject;  ///< provision or link
  std::optional<Expression> where;
  Expression expect;
  Span span;
};

/// `set with least_count = 5`: what the program itself judges over more than one row, and its parameters.
struct WholeSet {
  std::vector<Argument> parameters;
  Span span;
};

/// `nl 'what' because 'why' repair 'how'`
struct CheckText {
  Word language, what, why, repair;
  Span span;
};

/// `source 'CBS, ...'`
struct CheckSource {
  Word source;
  Span span;
};

using CheckLine = std::variant<Expectation, WholeSet, CheckText, CheckSource>;

/// `check LKS-WAGE-VALUE : signal { ... }`
struct Check {
  Word name, severity;
  std::vector<CheckLine> lines;
  Span span;
  bool faulty = false;
};

// ---------------------------------------------------------------------------------------------- the file

struct Import {
  Word name;
  Span span;
};

using FileLine = std::variant<Import, Format, Codes, Mapping, Scope, Transition, Check>;

struct File {
  std::vector<FileLine> lines;
  std::vector<std::string> lost;  ///< names that declarations may have had which were not understood
};

}  // namespace srgconv::rules::syntax
