// The route of reconciliation, in its order.
#include "reconcile/reconcile.hpp"

#include <algorithm>
#include <iterator>
#include <limits>
#include <string_view>
#include <tuple>
#include <utility>

#include "reconcile/decisions.hpp"
#include "reconcile/destinations.hpp"
#include "reconcile/evidence.hpp"
#include "reconcile/fates.hpp"
#include "reconcile/going_on.hpp"
#include "reconcile/key_order.hpp"
#include "reconcile/matching.hpp"
#include "reconcile/progress.hpp"
#include "reconcile/reviews.hpp"
#include "reconcile/route.hpp"

namespace srgconv::reconcile {
namespace {

// The match levels on everything that is still free, of all senders that have a `match` step.
Matching link_by_match(Progress& progress, const IdentitySteps& steps) {
  const Problem& problem = progress.problem;
  if (!problem.transition.match) return {};  // no levels are declared
  const auto& levels = problem.transition.match->levels;
  Matching matching;
  for (const MatchPart& part : match_parts(progress, [&](const SenderCode& sender) { return steps.matches(sender); })) {
    Matching found = match(problem, levels, part.old, part.fresh);
    const auto append = [](auto& to, auto& from) { to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end())); };
    append(matching.pairs, found.pairs);
    append(matching.ties, found.ties);
    append(matching.too_many, found.too_many);
  }
  for (const MatchedPair& pair : matching.pairs) {
    const rules::MatchLevel& level = levels[pair.level];
    // It took part all the same: what it may not have is not therefore another's.
    if (!progress.may_link(pair.old, pair.fresh)) continue;
    progress.link({pair.old, pair.fresh, level.start_within ? Proof::near : Proof::equal, &level.span, &level, pair.agreement});
  }
  for (const auto* undecided : {&matching.ties, &matching.too_many}) {
    for (const Undecided& one : *undecided) progress.blocked[one.old] = true;
  }
  return matching;
}

std::vector<Link> links(const Progress& progress, const std::vector<std::uint32_t>& order) {
  constexpr auto none = std::numeric_limits<std::uint32_t>::max();
  std::vector<std::uint32_t> pairing_of(progress.problem.old.size(), none);
  for (std::uint32_t number = 0; number < progress.pairings.size(); ++number) pairing_of[progress.pairings[number].old] = number;
  std::vector<Link> result;
  result.reserve(progress.pairings.size());
  for (const std::uint32_t old : order) {
    if (pairing_of[old] == none) continue;
    const Pairing& pairing = progress.pairings[pairing_of[old]];
    result.push_back({pairing.old, pairing.fresh, pairing.proof, rules::rule_name(*pairing.place), evidence(pairing.agreement), {}});
    if (pairing.agreement.changed || pairing.proof == Proof::decision) result.back().changes = changes(progress.problem, pairing);
  }
  return result;
}

// By place, code and old key, and then whatever else differs: an order that does not depend on that of the provisions.
bool comes_before(const Diagnostic& a, const Diagnostic& b) {
  const auto old_key = [](const Diagnostic& finding) {
    const auto found = finding.arguments.find("old");
    return found == finding.arguments.end() ? std::string_view() : std::string_view(found->second);
  };
  const auto old_a = old_key(a), old_b = old_key(b);
  return std::tie(a.primary, a.code, old_a, a.arguments) < std::tie(b.primary, b.code, old_b, b.arguments);
}

}  // namespace

Outcome reconcile_with(const Problem& problem, const RuleEvaluator& evaluate, Diagnostics& diagnostics) {
  Progress progress(problem);
  set_fates_before_linking(progress);
  set_going_on(progress);
  set_destinations(progress, evaluate);
  IdentitySteps steps(progress, evaluate);
  std::vector<DecisionOutcome> decisions = apply_decisions(progress, steps);
  steps.before_match();
  const Matching matching = link_by_match(progress, steps);
  steps.after_match();
  steps.compare_lists();
  set_ended_since(progress);

  const std::vector<std::uint32_t> order = in_key_order(problem.old);
  Outcome outcome;
  outcome.links = links(progress, order);
  outcome.new_fates = new_fates(progress);
  outcome.reviews = reviews(progress, matching, order);
  outcome.decisions = std::move(decisions);
  outcome.list_contradictions = progress.list_contradictions;
  outcome.files = conversion_files(progress);
  outcome.old_fates = std::move(progress.fates);
  outcome.old_explanations = std::move(progress.explanations);

  std::sort(progress.findings.begin(), progress.findings.end(), comes_before);
  for (Diagnostic& finding : progress.findings) diagnostics.add(std::move(finding));
  return outcome;
}

Outcome reconcile(const Problem& problem, Diagnostics& diagnostics) { return reconcile_with(problem, evaluator_of(problem), diagnostics); }

}  // namespace srgconv::reconcile
