// Between the workspace and reconciliation: what counts as the old side, and where the outcome is kept.
#include <algorithm>
#include <map>
#include <numeric>
#include <unordered_map>
#include <utility>

#include "reconcile/comparing.hpp"
#include "reconcile/facts.hpp"
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

std::vector<OldProvision> old_provisions(const store::Workspace& workspace, const SenderCode& sender, const store::OldSide& old_side) {
  std::vector<OldProvision> result;
  if (old_side.side == store::Side::old_export) {
    for (Provision& provision : exported_provisions(workspace, sender, old_side.state_month)) {
      if (ran_in_month(provision, old_side.last_month)) result.push_back({std::move(provision), {}});
    }
    return result;
  }
  std::unordered_map<std::string, Date> exported_ends;
  if (old_side.export_month) {
    for (const ReportedProvision& state : workspace.states(store::Side::old_export, sender, *old_side.export_month)) {
      if (state.provision.end) exported_ends.emplace(state.provision.key.id, *state.provision.end);
    }
  }
  // What it delivered beside the new sender is not its last month, but tells what has ended since.
  if (old_side.overlap_until) {
    for (ReportMonth month = old_side.last_month.plus(1); month <= *old_side.overlap_until; month = month.plus(1)) {
      for (const ReportedProvision& state : workspace.states(store::Side::old_delivered, sender, month)) {
        if (state.provision.end) exported_ends.insert_or_assign(state.provision.key.id, *state.provision.end);
      }
    }
  }
  for (ReportedProvision& state : workspace.states(store::Side::old_delivered, sender, old_side.state_month)) {
    const auto exported = exported_ends.find(state.provision.key.id);
    OldProvision old{std::move(state.provision), {}};
    if (!old.provision.end && exported != exported_ends.end()) old.end_recorded_since = exported->second;
    result.push_back(std::move(old));
  }
  return result;
}

void record_outcome(const Problem& problem, const Outcome& outcome, store::Workspace& workspace) {
  const std::vector<SenderCode> senders = problem.transition.new_senders();
  for (std::size_t i = 0; i < problem.old.size(); ++i) {
    workspace.add_fate(
        {true, problem.old[i].provision.key, std::string(name(outcome.old_fates[i])), outcome.old_explanations[i], senders[outcome.files[i]].text()});
  }
  for (std::size_t j = 0; j < problem.fresh.size(); ++j) workspace.add_fate({false, problem.fresh[j].key, std::string(name(outcome.new_fates[j])), {}, {}});
  CodeNumbers numbers;
  const Comparing comparing(problem, numbers);
  std::map<Evidence, std::string> texts;  // few: most links agree in the same way
  for (const Link& link : outcome.links) {
    const auto old = static_cast<std::uint32_t>(link.old), fresh = static_cast<std::uint32_t>(link.fresh);
    const Evidence evidence = comparing.all(facts_of(problem.old[old], old, numbers), facts_of(problem.fresh[fresh], fresh, numbers));
    auto text = texts.find(evidence);
    if (text == texts.end()) text = texts.emplace(evidence, evidence_text(evidence, problem.weights)).first;
    store::Link stored{problem.old[old].provision.key,
                       problem.fresh[fresh].key,
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
                           problem.old[review.old].provision.key,
                           {},
                           review.pair_codes,
                           sentence(review.why, Language::en)};
    for (const std::size_t candidate : review.candidates) item.candidates.push_back(problem.fresh[candidate].key);
    workspace.add_review(item);
  }
  std::vector<std::size_t> order(outcome.decisions.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return problem.decisions[a].place < problem.decisions[b].place; });
  for (const std::size_t number : order) {
    const DecisionOutcome& came_of_it = outcome.decisions[number];
    store::RecordedDecision recorded{problem.decisions[number], std::nullopt, came_of_it.outcome};
    if (came_of_it.old) recorded.old_key = problem.old[*came_of_it.old].provision.key;
    workspace.add_decision(recorded);
  }
}

}  // namespace srgconv::reconcile
