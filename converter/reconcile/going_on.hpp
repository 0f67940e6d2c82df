// Old senders that go on after the transition: what stays with them under its own number, and what a scope leaves to them.
#pragma once

#include "reconcile/identity_steps.hpp"
#include "reconcile/progress.hpp"

namespace srgconv::reconcile {

/// Judges the scopes, and holds what stays with a sender that continues against that sender's own new delivery: found under the same number with the same
/// person and type it stays, and the new provision is continuing. Findings: RECO-033 another person or type under that number, RECO-035 delivered still though
/// it does not stay, RECO-013 a scope that cannot be evaluated; what is not delivered any more stays open (RECO-036) unless it is known to have ended.
/// To be called when dropped and ended provisions are known, and nothing is linked.
void set_going_on(Progress& progress);

}  // namespace srgconv::reconcile
