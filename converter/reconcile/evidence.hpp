// Why a link may be believed, in words: which facts agree, and why a fact that differs is no contradiction.
#pragma once

#include <string>
#include <vector>

#include "reconcile/facts.hpp"
#include "reconcile/progress.hpp"

namespace srgconv::reconcile {

Agreement agreement(const OldProvision& old, const Provision& fresh);
Agreement agreement(const Facts& old, const Facts& fresh);

/// `bsn = type = start = end ~ goal =`: the facts that agree (=) and differ (~), without their values.
std::string evidence(const Agreement& agreement);

/// The facts among start and end that the conversion file must declare as changed (the end when both sides give one), each with its reason in Dutch.
std::vector<Change> changes(const Problem& problem, const Pairing& pairing);

}  // namespace srgconv::reconcile
