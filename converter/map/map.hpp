// Turns one source record into provisions (or links), or says why not, with the rule that decided.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "diagnostics/diagnostics.hpp"
#include "domain/code_list.hpp"
#include "domain/identifiers.hpp"
#include "domain/misspelt.hpp"
#include "domain/provision.hpp"
#include "domain/source_record.hpp"
#include "domain/source_row.hpp"
#include "rules/rules.hpp"

namespace srgconv::map {

enum class RowOutcome { used, skipped, rejected };

/// A provision without the source it came from; the caller knows that.
struct MappedProvision {
  Provision provision;
  SourceSpan rule;  ///< the mapping, or the branch of the split that made it
};

/// One line of a supplier's list of identities.
struct MappedLink {
  std::string old_id, new_id, new_sender;  ///< what the mapping does not fill is empty
};

struct MappedRow {
  RowOutcome outcome = RowOutcome::used;
  std::vector<MappedProvision> provisions;  ///< one, or one per branch of a split
  std::optional<MappedLink> link;           ///< mappings `to link`
  /// Of a row rejected because its BSN fails the 11-test (MAP-062): what else it says, without sender and file.
  std::optional<MisspeltProvision> misspelt = {};
  Diagnostic why;                           ///< skipped, rejected: MAP-0xx; its arguments hold no personal data
  SourceSpan rule;                          ///< the rule that decided: guard, assignment, code table, or the mapping
};

/// What one sender's rows are mapped with.
struct Context {
  const rules::Mapping& mapping;
  rules::Parameters parameters;
  Numbering numbering;  ///< of the keys to make
  const CodeLists& codes;
  std::size_t longest_id = 15;
  rules::WaysTaken* taken = nullptr;  ///< records the ways that rows take through the mapping; null: not recorded
  /// Sees every word and every text that cannot be read. With one, a row that is rejected for one field is still judged for the others.
  rules::Witness* witness = nullptr;
};

/// Maps one record. Never throws; every record has exactly one outcome.
MappedRow map_record(const Context& context, const SourceRecord& record);

/// A provision as a row gives it, without a copy of its texts.
struct ProvisionView {
  Bsn bsn;
  std::string_view id, type;
  Date start;
  std::optional<Date> end;
  std::string_view goal, work_capacity;
  std::optional<Decimal> wage_value;
  std::string_view description;
  const SourceSpan* rule = nullptr;  ///< as in MappedProvision
};

struct LinkView {
  std::string_view old_id, new_id, new_sender;
};

/// What became of a row: a MappedRow that owns nothing.
struct RowView {
  RowOutcome outcome = RowOutcome::used;
  std::span<const ProvisionView> provisions;
  std::optional<LinkView> link;
  const Diagnostic* why = nullptr;   ///< skipped, rejected
  const SourceSpan* rule = nullptr;  ///< never null
};

/// Maps the records of one source as map_record() does, and much faster: its expressions are programs over the texts of the row, and a row about which there is
/// nothing to say is mapped without a copy and without allocating. Every other row goes through map_record(). For one thread; what the context refers to must
/// outlive it.
class Mapper {
 public:
  explicit Mapper(Context context);
  ~Mapper();
  Mapper(Mapper&&) noexcept;
  Mapper& operator=(Mapper&&) noexcept;

  /// The view, and all that it refers to, holds until the next call, and no longer than the row.
  const RowView& view(SourceRow& row);
  /// The row is the mapper's: it holds until the next call, and may be moved from.
  MappedRow& map(SourceRow& row);
  MappedRow& map(const SourceRecord& record);

 private:
  class Contents;
  std::unique_ptr<Contents> contents_;
};

/// Rows that belong together, and what they make.
struct MergedRows {
  std::vector<std::size_t> rows;  ///< indices of the provisions given, ascending
  /// The provision, or why there is none: MAP-085 to MAP-088, without a place. Then each of these rows is to be refused: none is more right than another.
  std::variant<Provision, Diagnostic> made;
};
/// Groups the provisions of one source and month by the fields that must be equal, and merges each group; with `within_days` a group whose periods lie further
/// apart falls into several provisions, unless the registration number is among the equal fields: then it is refused. What comes out does not depend on
/// the order of the rows; groups come by their first row.
std::vector<MergedRows> merge_rows(const rules::Merge& merge, const std::vector<const Provision*>& provisions);

/// Runs the examples of a mapping; RULE-09x for each that does not give what it expects.
void run_examples(const rules::Mapping& mapping, const CodeLists& codes, Diagnostics& diagnostics);

/// What the examples of a mapping show.
struct ExampleRun {
  std::size_t examples = 0, failed = 0;
  std::size_t ways = 0, taken = 0;  ///< ways through the mapping, and those that an example takes
};
/// Runs the examples as run_examples does, and reports each way through the mapping that none of them takes: MAP-072 to MAP-077, at the rule.
ExampleRun test_examples(const rules::Mapping& mapping, const CodeLists& codes, Diagnostics& diagnostics);

}  // namespace srgconv::map
