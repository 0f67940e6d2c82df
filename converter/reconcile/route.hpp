// The route with a given evaluator of rules, so that it can be followed without the rule language.
#pragma once

#include "reconcile/identity_steps.hpp"
#include "reconcile/reconcile.hpp"

namespace srgconv::reconcile {

Outcome reconcile_with(const Problem& problem, const RuleEvaluator& evaluate, Diagnostics& diagnostics);

}  // namespace srgconv::reconcile
