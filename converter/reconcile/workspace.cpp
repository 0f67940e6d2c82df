// Between the workspace and reconciliation: what counts as the old side, and where the outcome is kept.
#include <algorithm>
#include <map>
#include <numeric>
#include <unordered_map>
#include <utility>

#include "reconcile/comparing.hpp"
#include "reconcile/key_order.hpp"
#include "reconcile/reconcile.hpp"

namespace srgconv::reconcile {
namespace {

// Did it run on some day of the month, as far as its dates tell? A partial date that leaves it open counts as yes.
bool ran_in_month(const Provision& provision, ReportMonth month) {
  const bool started = on_or_before(provision.start, month.last_day()) != Answer::no;
  const bool ended_before = provision.end && on_or_before(*provision.end, month.plus(-1).last_day()) == Answer::yes;
  return started && !ended_before;
}

}  // namespace

std::vector<Provision> exported_provisions(const store::Workspace& workspace, const SenderCode& sender, ReportMonth export_month) {
  std::vector<Provision> result;
  for (ReportedProvision& state : workspace.states(store::Side::old_export, sender, export_month)) result.push_back(std::move(state.provision));
  return result;
}

void add_old_provisions(const store::Workspace& workspace, const SenderCode& sender, const store::OldSide& old_side, Problem& problem) {
  const auto counts = [&](const ReportedProvision& state) { return !old_side.numbering || state.provision.key.numbering == *old_side.numbering; };
  if (old_side.side == store::Side::old_export) {
    workspace.for_each_state(store::Side::old_export, sender, old_side.state_month, [&](ReportedProvision&& state) {
      if (counts(state) && ran_in_month(state.provision, old_side.last_month)) problem.add_old(state.provision);
    });
    return;
  }
  std::unordered_map<std::string, Date> recorded_since;
  if (old_side.export_month) {
    workspace.for_each_state(store::Side::old_export, sender, *old_side.export_month, [&](ReportedProvision&& state) {
      if (state.provision.end) recorded_since.emplace(state.provision.key.id, *state.provision.end);
    });
  }
  // What it delivered beside the new sender is not its last month, but tells what has ended since.
  if (old_side.overlap_until) {
    for (ReportMonth month = old_side.last_month.plus(1); month <= *old_side.overlap_until; month = month.plus(1)) {
      workspace.for_each_state(store::Side::old_delivered, sender, month, [&](ReportedProvision&& state) {
        if (state.provision.end) recorded_since.insert_or_assign(state.provision.key.id, *state.provision.end);
      });
    }
  }
  workspace.for_each_state(store::Side::old_delivered, sender, old_side.state_month, [&](ReportedProvision&& state) {
    if (!counts(state)) return;
    const auto end = state.provision.end ? recorded_since.end() : recorded_since.find(state.provision.key.id);
    problem.add_old(state.provision, end == recorded_since.end() ? std::nullopt : std::optional(end->second));
  });
}

void record_outcome(const Problem& problem, const Outcome& outcome, store::Workspace& workspace) {
  const std::vector<SenderCode> senders = problem.transition.new_senders();
  // In order of key, which is that in which they are asked for.
  for (const std::uint32_t old : in_key_order(problem.old)) {
    const auto explanation = outcome.old_explanations.find(old);
    workspace.add_fate({true, problem.old.key(old), std::string(name(outcome.old_fates[old])),
                        explanation == outcome.old_explanations.end() ? std::string() : explanation->second, senders[outcome.files[old]].text()});
  }
  for (const std::uint32_t fresh : in_key_order(problem.fresh))
    workspace.add_fate({false, problem.fresh.key(fresh), std::string(name(outcome.new_fates[fresh])), {}, {}});
  const Comparing comparing(problem);
  std::map<Evidence, std::string> texts;  // few: most links agree in the same way
  for (const Link& link : outcome.links) {
    const Evidence evidence = comparing.all(problem.old[link.old], problem.fresh[link.fresh]);
    auto text = texts.find(evidence);
    if (text == texts.end()) text = texts.emplace(evidence, evidence_text(evidence, problem.weights)).first;
    store::Link stored{problem.old.key(link.old),
                       problem.fresh.key(link.fresh),
                       std::string(name(link.relation)),
                       std::string(name(link.proof)),
                       "accepted",
                       rules::rule_name(*link.place),
                       text->second,
                       {}};
    for (const Change& change : link.changes) stored.changes.push_back({change.field, change.reason});
    workspace.add_link(stored);
  }
  for (const Review& review : outcome.reviews) {
    store::ReviewItem item{review.link_code,
                           review.why.code,
                           sentence(review.why, Language::nl),
                           problem.old.key(review.old),
                           {},
                           review.pair_codes,
                           sentence(review.why, Language::en)};
    for (const std::size_t candidate : review.candidates) item.candidates.push_back(problem.fresh.key(candidate));
    workspace.add_review(item);
  }
  std::vector<std::size_t> order(outcome.decisions.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return problem.decisions[a].place < problem.decisions[b].place; });
  for (const std::size_t number : order) {
    const DecisionOutcome& came_of_it = outcome.decisions[number];
    store::RecordedDecision recorded{problem.decisions[number], std::nullopt, came_of_it.outcome};
    if (came_of_it.old) recorded.old_key = problem.old.key(*came_of_it.old);
    workspace.add_decision(recorded);
  }
}

}  // namespace srgconv::reconcile
