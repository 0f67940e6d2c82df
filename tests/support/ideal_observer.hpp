// What could be known at best: an observer who knows how the provisions were made and how often each thing goes wrong, and weighs every way in which one
// person's old provisions may have become new ones. Nothing here is of the room `reconcile`.
#pragma once

#include <cstddef>
#include <cstdint>
#include <set>
#include <vector>

#include "synthesize/person.hpp"

namespace srgconv::test {

/// What the observer says of one old provision.
struct Judgement {
  /// Which new provisions it became in each of the most likely ways: sets of places in Person::fresh; the empty set: it went nowhere.
  std::set<std::vector<std::size_t>> outcomes;
  bool judged = false;  ///< false: it had ended in the old deliveries, or its group is too large to weigh
  /// All most likely ways agree, and on the truth. What was not judged counts as decided: nothing is excused without a reason.
  bool decidable = true;
};

/// Judges each of a person's old provisions (as Person::old) by the facts alone.
///
/// A way is made of: an old provision that went nowhere; became one new provision, perhaps recoded, shifted or swapped; became two (types 40 and 42); or
/// became, with another of equal facts or with one that ended the day before it started, one. New provisions that are left over were registered late. Each has
/// the probability that the dials and the tables of the population give it; the number of new provisions that a person has beside the old ones counts as
/// Poisson distributed. Provisions that no such step can connect do not depend on each other: every connected group is weighed by itself, exactly, over all its
/// ways, up to `largest_group` old and as many new ones; larger groups are not judged. Logarithms of likelihoods that differ by less than 1e-9 are equal.
///
/// The person's BSN is taken as known on both sides, also where the new system has it wrong.
std::vector<Judgement> judge(const synthesize::Person& person, const synthesize::Circumstances& circumstances);

inline constexpr std::size_t largest_group = 14;

/// The old provisions of a person that `convert` takes for ended whatever the new delivery says: their end lies in the last month or before.
bool has_ended(const synthesize::Old& old, const synthesize::Circumstances& circumstances);

}  // namespace srgconv::test
