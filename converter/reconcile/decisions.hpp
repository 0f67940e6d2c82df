// People's decisions, held against the data and against what the case declares, before anything is linked.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "reconcile/identity_steps.hpp"
#include "reconcile/progress.hpp"

namespace srgconv::reconcile {

/// What the decisions of people come to. Per provision its decisions are taken together: they may stand in several files.
///
/// A decision takes effect when the provision and the new key are there, nothing contradicts it (another decision, a rule or a line of a list that can be
/// used), and, where BSN or type differ, a reason is given. One that does not is a finding, and its provision is held: no step links it, people look again.
/// - link: the link is made (proof `decision`); where a rule says the same, the rule makes it. Several new provisions for one old one are a split, and several
///   old ones of a sender and person for one new one a join, where the transition allows them for these types; else they contradict each other.
/// - no-link with a new key: these two are never linked and not offered again. Without one: the provision is linked with nothing.
/// - drop: the provision is dropped, with the reason as its explanation.
/// - later: nothing. It yields to every other decision.
/// To be called when the steps know their lists and nothing is linked. The result does not depend on the order of decisions or provisions.
/// Gives, per decision of the problem, what came of it.
std::vector<DecisionOutcome> apply_decisions(Progress& progress, const IdentitySteps& steps);

}  // namespace srgconv::reconcile
