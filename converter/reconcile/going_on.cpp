// Scopes, and old keys in the new delivery of their own sender.
#include "reconcile/going_on.hpp"

#include <optional>
#include <set>
#include <utility>

#include "reconcile/id_list.hpp"

namespace srgconv::reconcile {
namespace {

class GoingOn {
 public:
  explicit GoingOn(Progress& progress) : progress_(progress), problem_(progress.problem) {}

  void run() {
    const rules::Transition& transition = problem_.transition;
    if (!transition.scopes.empty()) progress_.outside.assign(problem_.old.size(), false);
    if (!transition.continuing.empty()) {
      new_ids_.emplace(problem_.fresh);
      progress_.own.assign(problem_.fresh.size(), Progress::Own::none);
    }
    for (std::uint32_t old = 0; old < problem_.old.size(); ++old) {
      const SenderCode& sender = problem_.old.sender(old);
      const rules::SenderScope* scope = transition.scope_of(sender);
      const bool continues = transition.continues(sender);
      if (scope == nullptr && !continues) continue;
      const Place place = scope == nullptr ? Place::outside : judged(old, *scope);
      if (place == Place::outside && scope != nullptr) progress_.outside[old] = true;
      if (continues) compare(old, place);
      if (place == Place::outside && !continues && progress_.undecided(old)) progress_.fates[old] = OldFate::stays;
    }
  }

 private:
  enum class Place { inside, outside, unknown };

  Diagnostic about(std::string_view code, const SourceSpan& place, std::uint32_t old) const {
    return {std::string(code), place, {{"old", problem_.old.key_text(old)}}, {}, {}};
  }

  Place judged(std::uint32_t old, const rules::SenderScope& scope) {
    const auto answer = condition_holds(problem_, *scope.where, problem_.old_provision(old));
    if (const auto* holds = std::get_if<bool>(&answer)) return *holds ? Place::inside : Place::outside;
    if (!progress_.undecided(old)) return Place::unknown;
    Diagnostic why = about("RECO-013", scope.span, old);
    why.arguments["cause"] = std::get<Diagnostic>(answer).code;
    progress_.findings.push_back(why);
    progress_.troubles.push_back({old, std::move(why), {}});
    progress_.held[old] = true;  // whether it takes part is for people to say, before anything links it
    return Place::unknown;
  }

  // An old key of a sender that continues, in that sender's own new delivery.
  void compare(std::uint32_t old, Place place) {
    const SenderCode& sender = problem_.old.sender(old);
    const auto found = new_ids_->find(problem_.old.id(old), &sender);
    if (found.count == 0) {
      if (place == Place::outside && progress_.undecided(old))
        progress_.troubles.push_back({old, with_sender(about("RECO-036", place_of(sender), old), sender), {}});
      return;
    }
    const std::uint32_t fresh = found.first;
    progress_.linked[fresh] = true;  // a number that its sender has used already is free for nobody
    progress_.own[fresh] = Progress::Own::contradicting;
    const std::string fields = contradiction(problem_, old, fresh);
    if (!fields.empty()) {
      Diagnostic why = with_sender(about("RECO-033", place_of(sender), old), sender);
      why.arguments["fields"] = fields;
      progress_.findings.push_back(why);
      if (progress_.undecided(old) && place == Place::outside) progress_.troubles.push_back({old, std::move(why), {}});
      return;
    }
    if (place == Place::outside && progress_.undecided(old)) {
      progress_.fates[old] = OldFate::stays;
      progress_.own[fresh] = Progress::Own::continuing;
      return;
    }
    const bool over = progress_.fates[old] == OldFate::ended && !running_at_transition(problem_, fresh);
    if (progress_.fates[old] == OldFate::ended) progress_.own[fresh] = Progress::Own::continuing;
    if (!over) progress_.findings.push_back(with_sender(about("RECO-035", place_of(sender), old), sender));
  }

  Diagnostic with_sender(Diagnostic finding, const SenderCode& sender) const {
    finding.arguments["sender"] = sender.text();
    finding.arguments["month"] = problem_.transition.month.text();
    return finding;
  }

  const SourceSpan& place_of(const SenderCode& sender) const {
    for (const rules::Continues& one : problem_.transition.continuing) {
      if (one.sender == sender) return one.span;
    }
    return problem_.transition.span;
  }

  Progress& progress_;
  const Problem& problem_;
  std::optional<IdIndex> new_ids_;
};

}  // namespace

void set_going_on(Progress& progress) {
  if (!progress.problem.transition.continuing.empty() || !progress.problem.transition.scopes.empty()) GoingOn(progress).run();
}

}  // namespace srgconv::reconcile
