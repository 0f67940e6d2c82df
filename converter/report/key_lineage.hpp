// The way of a provision over all transitions that a workspace knows, through one of its keys.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/store.hpp"

namespace srgconv::report {

/// What one transition made of one key on the way.
struct LineageStep {
  ReportMonth month;  ///< of the transition
  ProvisionKey old_key;
  std::optional<ProvisionKey> new_key;  ///< nothing: `relation` is its fate
  std::string relation;
  std::optional<store::Link> link;  ///< of this run
  std::string place;                ///< of an earlier conversion file: `eerder.xml:19`
};

/// All keys from which links lead to a key, itself, and all to which they lead from it; not what else became of a provision that was split on the way.
struct KeyLineage {
  std::vector<LineageStep> steps;  ///< in order of month, old and new key
  std::vector<ProvisionKey> keys;  ///< in the order in which the steps name them; the key itself when there are no steps

  /// Is there more to tell than one transition of this run?
  bool spans_transitions() const;
};

KeyLineage lineage_of(const store::Workspace& workspace, const ProvisionKey& key);

}  // namespace srgconv::report
