// The rule language (`*.rules`): text -> checked, compiled rule set, or diagnostics with carets. docs/rule-language.md has the grammar.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "diagnostics/diagnostics.hpp"
#include "domain/code_list.hpp"
#include "domain/decimal.hpp"
#include "domain/identifiers.hpp"
#include "domain/period.hpp"
#include "domain/provision.hpp"
#include "domain/source_record.hpp"
#include "domain/source_span.hpp"
#include "domain/text_encoding.hpp"
#include "rules/check.hpp"
#include "rules/line_kind.hpp"
#include "rules/programs.hpp"
#include "rules/transition.hpp"
#include "rules/witness.hpp"

namespace srgconv::rules {

namespace syntax {
struct File;
}

// ---------------------------------------------------------------------------------------------- formats

enum class ValueType { text, number, date, month, boolean };

/// `count(record)` or `count(record where relation = 'same')`: a header field that states how many records there are.
struct RecordCount {
  std::string field;   ///< name of a record field; empty counts every record
  std::string group;   ///< `count(new)`: occurrences of this group over all records; empty otherwise
  std::string equals;  ///< the field's value as rules see it (a role where the field is read `as role of`)
};

/// One field of a format: how it is called in rules, where it stands, and how its text becomes a value and back.
struct Field {
  std::string name;  ///< `bsn`, `old.id`; CSV: the column's header text
  std::string path;  ///< XML: path relative to the record (or root, or group) element: `A/B`, `../A`, `@a`, `A/@a`; CSV: empty
  ValueType type = ValueType::text;
  std::optional<DatePattern> pattern;  ///< for date and month
  int decimals = 0;                    ///< for number: `as number 2` is written with two decimals; reading takes up to that many
  std::string role_list;               ///< `as role of 'relation'`: codes in the file, roles in rules; empty otherwise
  bool partial = false;                ///< dates may have unknown parts
  bool optional = false;               ///< may be absent or empty; otherwise absent or empty is a fault of the record
  std::optional<RecordCount> count;    ///< header fields only
  SourceSpan span;
};

/// A repeated element inside a record: `each new 'NieuweSleutel' { ... }`.
struct Group {
  std::string name, path;
  std::vector<Field> fields;
  SourceSpan span;
};

struct IgnoredColumn {
  std::string name, reason;
};

enum class FormatKind { csv, xml, fixed, xlsx };

/// A format declaration; binds both ways (reading and writing).
struct Format {
  std::string name;
  FormatKind kind = FormatKind::csv;
  std::filesystem::path folder;  ///< where the declaring file lies; `schema` is relative to it
  SourceSpan span;
  std::vector<Field> fields;  ///< CSV, fixed width, XLSX: the columns in order. XML: the record's fields. SourceRecord::values has this order.
  std::vector<Group> groups;  ///< XML only; SourceRecord::groups has this order
  // CSV
  TextEncoding encoding = TextEncoding::utf_8;
  char separator = ';';
  std::size_t header_lines = 1;        ///< 0: there is none; 2 and more: a column is named by what its lines say, joined by a blank
  std::size_t preamble_lines = 0;      ///< lines above the header that are passed over: a title, a date
  std::vector<IgnoredColumn> ignored;  ///< columns that are in `fields` too, with the reason why no rule uses them
  // Fixed width: encoding, preamble_lines and ignored of CSV, and
  Positions kind_at;                 ///< where a line says of which kind it is; nowhere: all lines are of the one kind there is
  std::vector<LineKind> line_kinds;  ///< in the order of the file
  // XLSX, beside header, preamble and ignored columns
  std::vector<std::string> sheets;  ///< in this order; empty: the first one
  // XML
  std::string schema;         ///< file name of the XSD, relative to `folder`; empty: not validated
  std::string root;           ///< local name of the root element
  std::string namespace_uri;  ///< of the root element; empty: none
  bool qualified = true;      ///< `elements unqualified`: only the root is in the namespace (SuwiML)
  std::string record_path;    ///< path of the record element below the root: `Persoon/Voorziening`
  std::vector<Field> header;  ///< fields that stand once in a document, paths relative to the root element
};

// ---------------------------------------------------------------------------------------------- values

/// What an expression yields. std::monostate is "empty": a missing or empty value. An empty text never occurs: it is "empty".
using Value = std::variant<std::monostate, std::string, Decimal, Date, ReportMonth, bool>;

inline bool is_empty(const Value& value) { return std::holds_alternative<std::monostate>(value); }

/// Turns a raw text of a field into its value, and back. Both are total for fields of a checked format.
/// Reading faults are diagnostics MAP-0xx (not a date, impossible date, incomplete date, not a number, unknown code) without a place.
std::variant<Value, Diagnostic> read_value(const Field& field, const RawValue& raw, const CodeLists& codes);
/// Nothing when the value cannot be written (a role without a code, a number with more decimals than the field has).
std::optional<std::string> write_value(const Field& field, const Value& value, const CodeLists& codes);
/// A value as a rule author writes it between quotes (`same`, `45.5`, `2021-03-01`, `2022-01`, `yes`): what `count(record where relation = 'same')` compares
/// with. Nothing for "empty".
std::string plain_text(const Value& value);

// ---------------------------------------------------------------------------------------------- expressions and mappings

/// A compiled expression (check.hpp). Opaque; evaluated by `evaluate`, those of checks judged by a Condition.

/// What `sender` and `month` mean in an expression.
struct Parameters {
  SenderCode sender;
  std::optional<ReportMonth> month;
};

inline constexpr std::size_t target_field_count = 12;
std::string_view target_name(TargetField field);  ///< `wage_value`, `old.id`

using TargetValues = std::array<Value, target_field_count>;

/// `parameter prefix = 'H'`: a value that `using ... with prefix = 'A'` may replace.
struct MappingParameter {
  std::string name;
  ValueType type = ValueType::text;
  Value value;
  SourceSpan span;
};

/// A way that a row can take through a mapping: what examples should show.
struct WayThrough {
  enum class Kind { guard, split, condition, choice, word, other_word };
  Kind kind = Kind::guard;
  SourceSpan span;  ///< guard, split: the statement; condition: the assignment with `when`; choice: the branch; word, other_word: in the code table
  auto operator<=>(const WayThrough&) const = default;
};

/// The ways that rows took; filled by evaluation where a scope names one.
using WaysTaken = std::set<SourceSpan>;

/// Names that an expression may refer to while it is evaluated. What an expression cannot refer to (checked before) may be null.
struct Scope {
  const Format* format = nullptr;        ///< columns
  const SourceRecord* record = nullptr;  ///< their texts
  const Parameters* parameters = nullptr;
  const std::vector<MappingParameter>* arguments = nullptr;  ///< of the mapping
  const TargetValues* mapped = nullptr;                      ///< `this.type`
  const Provision* old = nullptr;                            ///< `old.id` and the other facts, in an identity rule
  const CodeLists* codes = nullptr;
  WaysTaken* taken = nullptr;  ///< null: not recorded
  Witness* witness = nullptr;  ///< null: nobody looks on
};

/// The value, or why there is none: a diagnostic MAP-0xx whose primary place is the rule, with the column's name in its arguments.
using Evaluated = std::variant<Value, Diagnostic>;
Evaluated evaluate(const Expression& expression, const Scope& scope);
/// The code of the diagnostic by which a table says that the row is skipped, not rejected: `else skip because ...`.
inline constexpr std::string_view skipped_by_table = "MAP-083";

/// `skip when C because R` and `reject when C because R`, in the order of the file.
struct Guard {
  bool reject = false;
  ExpressionPointer condition;
  std::string reason;
  SourceSpan span;
};

/// `end = date("DATUM UIT", 'dd-mm-yyyy') when "DATUM UIT" is not empty`.
struct Assignment {
  TargetField target = TargetField::id;
  ExpressionPointer value;
  ExpressionPointer when;  ///< null: always
  SourceSpan span;
};

/// `split when C into { ... } { ... }`: one provision per branch, each taking the mapping's fields with those of the branch in their place.
struct Split {
  ExpressionPointer condition;
  std::vector<std::vector<Assignment>> branches;
  SourceSpan span;
};

/// What a merged provision takes of a field: what all rows say, or the value of one of them.
enum class MergeWay { equal, earliest, latest, first, last };

/// `merge rows with equal bsn, id within 1 day { end latest }`: rows that tell parts of one provision become one.
struct Merge {
  std::vector<TargetField> equal;                      ///< rows that agree in these belong together; the BSN is always among them
  std::optional<int> within_days;                      ///< at most so many days between the end of one and the start of the next; nothing: whatever
  std::array<MergeWay, target_field_count> ways = {};  ///< of the other fields
  SourceSpan span;
};

enum class MappingTarget { provision, link };

/// An example: given texts of columns, the expected target values, or the expected outcome.
struct Example {
  std::vector<std::pair<std::size_t, std::string>> given;  ///< index into Format::fields, raw text
  enum class Outcome { mapped, skipped, rejected } outcome = Outcome::mapped;
  std::vector<std::pair<TargetField, Value>> expect;
  SourceSpan span;
};

struct Mapping {
  std::string name;
  std::shared_ptr<const Format> format;
  MappingTarget target = MappingTarget::provision;
  std::vector<MappingParameter> parameters;
  std::vector<Guard> guards;
  std::vector<Assignment> assignments;  ///< ordered so that `this.x` is mapped before it is used
  std::vector<Split> splits;
  std::optional<Merge> merge;
  std::vector<Example> examples;
  SourceSpan span;
  std::vector<bool> column_used;       ///< per Format::fields: does any rule look at it?
  std::vector<bool> column_personal;   ///< per Format::fields: does it feed the BSN (or a birth date)?
  std::vector<bool> column_described;  ///< per Format::fields: does it feed the description? Free text, never shown

  /// Does an assignment fill this field?
  bool fills(TargetField field) const;
};

/// Every way through a mapping, ordered by kind and place, code tables included. A guard of a scope that no row of this mapping can meet is none: where the
/// mapping supplies `given_to = 'person'`, the guard on groups never acts.
std::set<WayThrough> ways_through(const Mapping& mapping);

/// The reason that a code table gives for `else reject because '...'` arrives as Diagnostic MAP-030 with argument `reason`.

// ---------------------------------------------------------------------------------------------- the rule set

struct RuleSet {
  std::vector<std::shared_ptr<const Format>> formats;  ///< imported ones first
  std::vector<std::shared_ptr<const Mapping>> mappings;
  std::vector<Transition> transitions;       ///< of the file itself, not of imports
  std::vector<Check> checks;                 ///< of the file itself, not of imports
  std::vector<std::string> packs;            ///< names of imported packs, in order
  std::vector<std::filesystem::path> files;  ///< every rule file read, the case first, then imports in order
  std::vector<std::string> file_names;       ///< the names of `files` as shown

  const Format* format(std::string_view name) const;
  const Mapping* mapping(std::string_view name) const;
};

/// What `import 'name'` brings.
struct Import {
  SourceText text;
  std::filesystem::path path;
  bool is_pack = false;
  const CodeLists* codes = nullptr;  ///< of a pack; lives as long as the resolver
};

/// Finds imports; gives parsers text, not the file system (tests pass text).
class ImportResolver {
 public:
  virtual ~ImportResolver() = default;
  /// `name` as written; `folder` of the importing file. Nothing when there is no such file or pack.
  virtual std::optional<Import> find(std::string_view name, const std::filesystem::path& folder) = 0;
  /// Names that could have been meant, for the tip.
  virtual std::vector<std::string> names() = 0;
};

/// Reads, resolves and type-checks a rule file with its imports. All errors go to `diagnostics` (RULE-0xx), several per file;
/// nothing is returned when there was one. Examples are not run here. A file with checks has imports and checks only.
std::optional<RuleSet> parse_rules(SourceText text, const std::filesystem::path& path, ImportResolver& imports, Diagnostics& diagnostics);

/// What could be read of a file, as it was written (rules/syntax_tree.hpp); mistakes of spelling go to `diagnostics` (RULE-001 to RULE-020).
syntax::File parse_text(const SourceText& text, Diagnostics& diagnostics);

/// The file in its one canonical layout (docs/commands/rules.md), comments kept. Only how it is written is looked at: names may be unknown, imports missing.
/// Nothing, with RULE-001 to RULE-020, when a statement is not understood.
std::optional<std::string> format_rules(const SourceText& text, Diagnostics& diagnostics);

/// Can a column of this name stand in a mapping without double quotes?
bool is_bare_column(std::string_view name);

/// How a rule is named in provenance: `mappings/voorbeeld-a.rules:14`.
std::string rule_name(const SourceSpan& span);

}  // namespace srgconv::rules
