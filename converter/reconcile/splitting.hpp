// Where the transition allows it: one old provision becomes several new ones, or several old ones become one.
#pragma once

#include "reconcile/progress.hpp"

namespace srgconv::reconcile {

/// Looks at what rules, lists and matching left over. To be called when these have linked all they can.
///
/// Going on: an old provision that is open, that started the day after another ended, is linked with the one new provision that has run since that one began
/// (see Continuation), declared with its earlier start.
/// Split: a new provision that is left over belongs to an old one of an allowed type when person, start and end agree and it has another type than every other
/// part; it goes to that old provision when there is exactly one such, with all its parts. An old provision that is open itself is split when at least two such
/// parts are left over and nobody else could have them.
/// Joined: an old provision that is open belongs to a new one that another old provision is linked with, when person and type agree and the period of the new
/// one is exactly that of both together and of neither alone, or all three periods are the same. Where several answers are possible nothing is linked: a
/// finding (RECO-052, RECO-053) names them. A person with more than `most_pairs` pairs is passed over.
void link_splits_and_joins(Progress& progress);

}  // namespace srgconv::reconcile
