// Which new sender each old provision goes to, where a transition has several.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "reconcile/identity_steps.hpp"
#include "reconcile/progress.hpp"

namespace srgconv::reconcile {

/// Fills `Progress::destinations` by the `new.sender` rules and the lists that name a sender, in the order of each identity: the first that says one holds.
/// Findings for provisions that are still undecided: RECO-030 when nothing says a sender, RECO-031 (an error) when what it says is no new sender of the
/// transition, RECO-032 when lines of a list contradict each other, RECO-013 when a rule cannot be evaluated; the provision then stays without one. To be
/// called when dropped, ended and staying provisions are known, and nothing is linked.
void set_destinations(Progress& progress, const RuleEvaluator& evaluate);

/// Old and new provisions that may become each other.
struct MatchPart {
  std::vector<std::uint32_t> old, fresh;
};
/// What is still free of the old senders for which `matches` holds, and of the new ones: a part per new sender, none of them without an old provision.
std::vector<MatchPart> match_parts(const Progress& progress, const std::function<bool(const SenderCode&)>& matches);

/// Per old provision the new sender in whose conversion file it stands, as an index into `Progress::senders`: that of the provision it is linked with, else
/// its destination, else its own sender where that goes on, else its home (`Problem::homes`), else the new sender that the transition names first.
std::vector<std::uint16_t> conversion_files(const Progress& progress);

}  // namespace srgconv::reconcile
