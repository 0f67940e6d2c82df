// A mapping as programs, for rows about which there is nothing to say; internal to this room.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "map/known_codes.hpp"
#include "map/map.hpp"

namespace srgconv::map {

/// Must a provision or link have a value of this field?
bool is_required(rules::TargetField field);
/// What is said of a row that the guard leaves out.
Diagnostic guard_diagnostic(const rules::Guard& guard);
/// As the public map_record(), with codes found before; `row` is fresh, or one that was used before: its memory is used again.
void map_record(const Context& context, const SourceRecord& record, KnownCodes& codes, MappedRow& row);

/// Maps what needs no message. A row that is used, or that a guard leaves out, gets the outcome that map_record() gives it; for every other row, and wherever
/// it is in doubt, it says so and map_record() has to be asked.
class QuickMapping {
 public:
  explicit QuickMapping(const Context& context);

  /// False: the row is not of the common kind, and `view` is not filled. The view holds until the next call, and no longer than the row.
  bool map(SourceRow& row, KnownCodes& codes, RowView& view);

 private:
  using Values = std::array<rules::ValueView, rules::target_field_count>;

  struct Condition {
    const rules::Program* program;
    const rules::Guard* guard;
    Diagnostic why;
  };
  struct Field {
    std::size_t target;
    const rules::Program* value;
    const rules::Program* when;  // null: always
    bool required;
  };
  struct Branch {
    std::vector<Field> fields;
    const SourceSpan* rule;
  };
  struct Split {
    const rules::Program* condition;
    std::vector<Branch> branches;
  };

  std::vector<Field> compile(const std::vector<rules::Assignment>& assignments);
  bool assign(const std::vector<Field>& fields, const Values& mapped, Values& values);
  bool make_provisions(const Values& values, KnownCodes& codes);
  bool make_provision(const Values& values, const SourceSpan* rule, KnownCodes& codes);

  const rules::Mapping* mapping_;
  std::size_t longest_id_;
  rules::Programs programs_;
  std::vector<Condition> guards_;
  std::vector<Field> fields_;
  std::vector<Split> splits_;
  std::vector<ProvisionView> provisions_;
};

}  // namespace srgconv::map
