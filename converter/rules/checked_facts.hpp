// What checks may name, and of which type it is.
#pragma once

#include <string>
#include <vector>

#include "rules/rules.hpp"

namespace srgconv::rules {

struct CheckedFact {
  std::string name;       ///< `type`, `old.type`, `relation`
  std::size_t index = 0;  ///< into the facts of a check
  ValueType type = ValueType::text;
  std::string list;  ///< of the pack, of which it is a code; empty: none
};

/// Those of a provision, or of a link.
const std::vector<CheckedFact>& checked_facts(bool of_link);

}  // namespace srgconv::rules
