// Follows provisions over successive transitions: what each transition made of a key, composed to one lineage from first key to last.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace srgconv::chains {

/// What one transition made of one provision. Provisions go by numbers from 1 on; whose numbers they are does not matter here.
struct Step {
  std::uint32_t from = 0;
  std::uint32_t to = 0;      ///< 0: it was not linked
  std::string relation;      ///< `same`, `split`, `joined`; without a link its fate: `ended`, `open`, `stays`, ...
  std::int32_t month = 0;    ///< of the transition, as a number that grows
  bool of_this_run = false;  ///< else of an earlier conversion file
  bool operator==(const Step&) const = default;
};

/// What became of a provision over two transitions or more.
struct Composed {
  std::uint32_t first = 0;
  std::uint32_t last = 0;   ///< its last key; 0 when it has none, and then `relation` is the fate that ended the lineage
  std::string relation;     ///< `split`: the first one leads to several ends; `joined`: another one leads to the last; else `same`
  std::uint32_t steps = 0;  ///< transitions on the way; of several ways the shortest
  bool operator==(const Composed&) const = default;
};

/// From every key to every end that its links lead to over two transitions or more, at least one of them of this run. An end is a key of which no transition
/// tells more, or the fate of one: the latest thing told of it. A provision that stays keeps its key, which is then its last. Ordered by first and last
/// key; the order of the steps does not matter, and links that lead in a circle have no end.
std::vector<Composed> compose(const std::vector<Step>& steps);

}  // namespace srgconv::chains
