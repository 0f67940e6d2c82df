// The route of reconciliation, in its order.
#include "reconcile/reconcile.hpp"

#include <algorithm>
#include <limits>
#include <string_view>
#include <tuple>
#include <utility>

#include "parallel/parallel.hpp"
#include "reconcile/changes.hpp"
#include "reconcile/decisions.hpp"
#include "reconcile/destinations.hpp"
#include "reconcile/fates.hpp"
#include "reconcile/going_on.hpp"
#include "reconcile/key_order.hpp"
#include "reconcile/matching.hpp"
#include "reconcile/progress.hpp"
#include "reconcile/reviews.hpp"
#include "reconcile/route.hpp"
#include "reconcile/splitting.hpp"

namespace srgconv::reconcile {
namespace {

constexpr auto none = std::numeric_limits<std::uint32_t>::max();

// The match levels on everything that is still free, of all senders that have a `match` step.
Matching link_by_match(Progress& progress, const IdentitySteps& steps) {
  const Problem& problem = progress.problem;
  if (!problem.transition.match) return {};  // no levels are declared
  const auto& levels = problem.transition.match->levels;
  const std::vector<Continuation> going_on = continuations(progress);
  Matching matching;
  for (const MatchPart& part : match_parts(progress, [&](const SenderCode& sender) { return steps.matches(sender); }))
    matching.add(match(problem, part.old, part.fresh, Weigh::yes, going_on));
  progress.pairings.reserve(progress.pairings.size() + matching.pairs.size());
  for (const MatchedPair& pair : matching.pairs) {
    const rules::MatchLevel& level = levels[pair.level];
    // It took part all the same: what it may not have is not therefore another's.
    if (!progress.may_link(pair.old, pair.fresh)) continue;
    const Proof proof = pair.interchangeable ? Proof::interchangeable : level.evidence ? Proof::evidence : level.start_within ? Proof::near : Proof::equal;
    const SourceSpan& place = pair.interchangeable ? problem.transition.ties->span : level.span;
    progress.link({pair.old, pair.fresh, proof, Relation::same, &place, &level, pair.changed});
  }
  for (const auto* undecided : {&matching.ties, &matching.unclear, &matching.too_many}) {
    for (const Undecided& one : *undecided) progress.blocked[one.old] = true;
  }
  return matching;
}

// In order of old key; the links of a split in order of new key.
std::vector<Link> links(const Progress& progress, const std::vector<std::uint32_t>& order) {
  const Problem& problem = progress.problem;
  std::vector<std::uint32_t> pairing_of(problem.old.size(), none);
  std::vector<std::uint32_t> further;  // pairings of old provisions that have one already, by old provision
  for (std::uint32_t number = 0; number < progress.pairings.size(); ++number) {
    std::uint32_t& first = pairing_of[progress.pairings[number].old];
    if (first == none)
      first = number;
    else
      further.push_back(number);
  }
  const auto by_old = [&](std::uint32_t a, std::uint32_t b) { return progress.pairings[a].old < progress.pairings[b].old; };
  std::sort(further.begin(), further.end(), by_old);
  std::vector<Link> result;
  result.reserve(progress.pairings.size());
  const auto add = [&](const Pairing& pairing) {
    result.push_back({pairing.old, pairing.fresh, pairing.proof, pairing.relation, pairing.place, {}});
    if (pairing.changed) result.back().changes = changes(problem, pairing);
  };
  for (std::size_t at = 0; at < order.size(); ++at) {
    // Pairings were made person by person, so they lie scattered: this one is asked for before it is needed.
    if (at + 16 < order.size() && pairing_of[order[at + 16]] != none) __builtin_prefetch(&progress.pairings[pairing_of[order[at + 16]]]);
    const std::uint32_t old = order[at];
    if (pairing_of[old] == none) continue;
    const auto first = static_cast<std::ptrdiff_t>(result.size());
    add(progress.pairings[pairing_of[old]]);
    const auto [more, end] = std::equal_range(further.begin(), further.end(), pairing_of[old], by_old);
    if (more == end) continue;
    std::for_each(more, end, [&](std::uint32_t number) { add(progress.pairings[number]); });
    std::sort(result.begin() + first, result.end(), [&](const Link& x, const Link& y) { return problem.fresh.key_before(x.fresh, y.fresh); });
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
  link_splits_and_joins(progress);
  steps.compare_lists();
  set_ended_since(progress);

  const std::vector<std::uint32_t> order = in_key_order(problem.old);
  Outcome outcome;
  // Beside each other: neither reads what the other writes.
  const auto work = [&](std::size_t which) {
    if (which == 0) outcome.links = links(progress, order);
    if (which == 1) outcome.reviews = reviews(progress, matching, order);
    return true;
  };
  parallel::ordered(2, problem.threads, work, [](std::size_t, bool) { return true; });
  dispute_misspelt(progress);
  outcome.new_fates = new_fates(progress, outcome.reviews);
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
