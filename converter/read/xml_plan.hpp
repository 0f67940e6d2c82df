// Where in a document the values of a format stand, as a tree that is walked along with the elements; internal to this room.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diagnostics/diagnostics.hpp"
#include "rules/rules.hpp"

namespace srgconv::read {

/// What a value belongs to.
enum class Scope { header, ancestor, record, group };

struct Slot {
  Scope scope = Scope::record;
  std::size_t owner = 0;  ///< ancestor: its depth (0 is the root); group: its number
  std::size_t field = 0;  ///< header: in Format::header; group: in Group::fields; else in Format::fields
};

struct PlanNode {
  std::string name;
  std::size_t number = 0;  ///< of the node in the plan
  std::vector<std::unique_ptr<PlanNode>> children;
  std::vector<Slot> text;
  std::vector<std::pair<std::string, Slot>> attributes;
  std::optional<std::size_t> record_depth;  ///< on the record path: 0 for the root, Plan::record_depth for the record
  std::optional<std::size_t> group;

  const PlanNode* child(std::string_view child_name) const;
};

struct Plan {
  PlanNode root;
  std::size_t nodes = 1;
  std::size_t record_depth = 0;                           ///< how many elements below the root the record stands
  std::size_t hand_over_depth = 0;                        ///< a record is handed over when the open element of this depth ends
  std::vector<std::vector<std::size_t>> ancestor_fields;  ///< per depth: the fields (in Format::fields) that stand there

  /// Where a header field stands: the node of its element, or of the element around it.
  struct HeaderPlace {
    std::size_t node = 0;  ///< element whose attribute or child it is
    bool attribute = false;
    bool below_root = false;   ///< a child of the root, which may come at any time
    bool in_document = false;  ///< false: a count that stands nowhere
  };
  std::vector<HeaderPlace> header;
};

/// READ-240 for a path that is none, climbs above the root, or climbs inside a group.
std::optional<Plan> make_plan(const rules::Format& format, const std::string& shown_name, Diagnostics& diagnostics);

}  // namespace srgconv::read
