// The declared match levels at work: per person the candidate edges, their groups, and what all optimal assignments agree on.
#pragma once

#include <cstdint>
#include <vector>

#include "reconcile/continuations.hpp"
#include "reconcile/progress.hpp"
#include "reconcile/reconcile.hpp"

namespace srgconv::reconcile {

struct MatchedPair {
  std::uint32_t old = 0, fresh = 0;
  std::uint32_t level = 0;       ///< into Match::levels
  bool interchangeable = false;  ///< of a group that agrees in every fact, paired in order of key
  bool changed = false;          ///< type, start or end differ
};

/// An old provision that the levels leave undecided, with every new one it could have (unordered).
struct Undecided {
  std::uint32_t old = 0;
  std::vector<std::uint32_t> candidates;
};

struct Matching {
  std::vector<MatchedPair> pairs;
  std::vector<Undecided> ties;      ///< optimal assignments disagree
  std::vector<Undecided> unclear;   ///< the evidence for the best link is too weak, or too little ahead of another
  std::vector<Undecided> too_many;  ///< in a group that is larger than can be decided; no candidates when even listing them is too much

  void add(Matching&& other);
};

/// A person with more pairs of provisions than this is not compared but goes to people.
inline constexpr std::size_t most_pairs = std::size_t{1} << 20U;

enum class Weigh { no, yes };  ///< whether the level of weighed evidence takes part

/// Matches the old provisions `old` with the new provisions `fresh` (indices into the problem) by the transition's `match`, in any order: the result is the
/// same but for its order. `going_on` (in order): what the exact levels leave of them is not weighed, but left for joining.
Matching match(const Problem& problem, const std::vector<std::uint32_t>& old, const std::vector<std::uint32_t>& fresh, Weigh weigh = Weigh::yes,
               const std::vector<Continuation>& going_on = {});

}  // namespace srgconv::reconcile
