// Rules and lists, step by step: each old provision claims a new key until a claim holds.
#include "reconcile/identity_steps.hpp"

#include <algorithm>
#include <limits>
#include <optional>
#include <set>
#include <string_view>

namespace srgconv::reconcile {
namespace {

constexpr std::size_t most_related = 5;
constexpr std::uint32_t nobody = std::numeric_limits<std::uint32_t>::max();

}  // namespace

IdentitySteps::IdentitySteps(Progress& progress, RuleEvaluator evaluate) : progress_(progress), problem_(progress.problem), evaluate_(std::move(evaluate)) {
  std::optional<IdIndex> old_ids;  // only lists need it
  for (const rules::Identity& identity : problem_.transition.identities) {
    Route& route = routes_[identity.sender];
    for (const rules::IdentityStep& step : identity.steps) {
      auto& part = route.matches ? route.after : route.before;
      if (std::holds_alternative<rules::MatchIdentity>(step)) {
        route.matches = true;
        continue;
      }
      if (!new_ids_) new_ids_.emplace(problem_.fresh);
      if (const auto* rule = std::get_if<rules::RuleIdentity>(&step)) {
        part.push_back({rule, nullptr});
      } else if (const auto* list = std::get_if<rules::ListIdentity>(&step)) {
        const auto lines = problem_.lists.find(list->span);
        if (lines == problem_.lists.end()) continue;
        if (!old_ids) old_ids.emplace(problem_.old);
        part.push_back({nullptr, &lists_.emplace_back(lines->second, identity.sender, *old_ids, *new_ids_, progress_)});
      }
    }
  }
  warn_of_those_going_on();
}

bool IdentitySteps::matches(const SenderCode& sender) const {
  const auto route = routes_.find(sender);
  return route != routes_.end() && route->second.matches;
}

// Lists have warned by now; this is about rules.
void IdentitySteps::warn_of_those_going_on() {
  if (!new_ids_) return;
  for (std::uint32_t old = 0; old < problem_.old.size(); ++old) {
    if (progress_.undecided(old)) continue;
    const auto route = routes_.find(problem_.old.sender(old));
    if (route == routes_.end()) continue;
    const Provision provision = problem_.old_provision(old);
    for (const auto part : {&Route::before, &Route::after}) {
      for (const Step& step : route->second.*part) {
        if (step.rule == nullptr) continue;
        const RuleAnswer answer = evaluate_(*step.rule, provision);
        const auto* id = std::get_if<std::string>(&answer);
        if (id == nullptr) continue;
        const auto found = new_ids_->find(*id, progress_.destination(old));
        if (found.count != 1 || !contradiction(problem_, old, found.first).empty() || !running_at_transition(problem_, found.first)) continue;
        progress_.findings.push_back(goes_on_all_the_same(progress_, old, found.first, step.rule->span));
      }
    }
  }
}

std::vector<IdentitySteps::Declared> IdentitySteps::declared(std::uint32_t old) const {
  std::vector<Declared> result;
  const auto route = routes_.find(problem_.old.sender(old));
  if (!new_ids_ || route == routes_.end() || !progress_.has_destination(old)) return result;
  const Provision provision = problem_.old_provision(old);
  for (const auto part : {&Route::before, &Route::after}) {
    for (const Step& step : route->second.*part) {
      const ListLine* line = step.list == nullptr ? nullptr : step.list->line_of(old);
      const RuleAnswer answer = step.rule == nullptr ? RuleAnswer() : evaluate_(*step.rule, provision);
      const auto* id = line != nullptr ? &line->new_id : std::get_if<std::string>(&answer);
      if (id == nullptr || id->empty()) continue;
      const auto found = new_ids_->find(*id, progress_.destination(old));
      if (found.count != 1 || !contradiction(problem_, old, found.first).empty()) continue;
      result.push_back({found.first, line != nullptr ? &line->place : &step.rule->span, step.rule != nullptr});
    }
  }
  return result;
}

Diagnostic IdentitySteps::about(std::string_view code, const SourceSpan& place, std::uint32_t old) const {
  return {std::string(code), place, {{"old", problem_.old.key_text(old)}}, {}, {}};
}

void IdentitySteps::trouble(std::uint32_t old, Diagnostic why, std::vector<std::uint32_t> candidates) {
  // That a number was not delivered is a finding only when the provision stays open: `reviews.cpp` decides.
  if (why.code != "RECO-008" && why.code != "RECO-009") progress_.findings.push_back(why);
  progress_.troubles.push_back({old, std::move(why), std::move(candidates)});
}

// The new provision that a step gives an old one, if it is there, free, and no fact contradicts.
std::optional<IdentitySteps::Claim> IdentitySteps::claim_at(std::uint32_t old, const Step& step) {
  std::string id;
  const SourceSpan* place = nullptr;
  if (step.rule != nullptr) {
    place = &step.rule->span;
    RuleAnswer answer = evaluate_(*step.rule, problem_.old_provision(old));
    if (const auto* fault = std::get_if<Diagnostic>(&answer)) {
      Diagnostic why = about("RECO-013", *place, old);
      why.arguments["cause"] = fault->code;
      trouble(old, std::move(why));
    }
    if (auto* text = std::get_if<std::string>(&answer)) id = std::move(*text);
  } else if (const ListLine* line = step.list->line_of(old)) {
    place = &line->place;
    id = line->new_id;
  }
  if (id.empty()) return std::nullopt;

  const bool by_rule = step.rule != nullptr;
  const SenderCode* towards = progress_.destination(old);
  const auto found = new_ids_->find(id, towards);
  if (!progress_.has_destination(old) && found.count < 2) return std::nullopt;  // RECO-030 says why
  if (found.count != 1) {
    Diagnostic why = about(found.count > 1 ? "RECO-011" : by_rule ? "RECO-008" : "RECO-009", *place, old);
    why.arguments["id"] = id;
    trouble(old, std::move(why), new_ids_->all(id, towards));
    return std::nullopt;
  }
  const std::uint32_t fresh = found.first;
  const std::string fields = by_rule ? contradiction(problem_, old, fresh) : std::string();  // a usable line does not contradict
  if (!fields.empty() || progress_.linked[fresh]) {
    Diagnostic why = about(fields.empty() ? "RECO-016" : "RECO-003", *place, old);
    why.arguments["new"] = problem_.fresh.key_text(fresh);
    if (!fields.empty()) why.arguments["fields"] = fields;
    trouble(old, std::move(why), {fresh});
    return std::nullopt;
  }
  return Claim{old, fresh, 0, by_rule ? Proof::rule : Proof::list, place};
}

// An old provision reaches its next step exactly when its claim at this step meets another one (or there is none), and two claims meet exactly when two old
// provisions reach steps that claim the same key. Reaching can only grow, so what is reached in the end is the least set closed under this, whatever the order
// in which claims are made: the result does not depend on the order of the provisions.
void IdentitySteps::run(std::vector<Step> Route::*part) {
  if (std::all_of(routes_.begin(), routes_.end(), [&](const auto& route) { return (route.second.*part).empty(); })) return;
  std::vector<std::uint32_t> holder(problem_.fresh.size(), nobody);  // index into claims
  std::vector<Claim> claims;
  std::map<std::uint32_t, std::vector<Claim>> met;  // per new provision that several claim
  std::vector<std::pair<std::uint32_t, std::size_t>> waiting;
  const auto proceed = [&](std::uint32_t old, std::size_t from) {
    const auto route = routes_.find(problem_.old.sender(old));
    if (route == routes_.end()) return;
    const std::vector<Step>& steps = route->second.*part;
    for (std::size_t step = from; step < steps.size(); ++step) {
      auto claim = claim_at(old, steps[step]);
      if (!claim) continue;
      claim->step = step;
      const auto found = met.find(claim->fresh);
      if (found != met.end()) {
        found->second.push_back(*claim);
        continue;
      }
      std::uint32_t& held_by = holder[claim->fresh];
      if (held_by == nobody) {
        held_by = static_cast<std::uint32_t>(claims.size());
        claims.push_back(*claim);
        return;
      }
      const Claim other = claims[held_by];
      met[claim->fresh] = {other, *claim};
      held_by = nobody;
      waiting.emplace_back(other.old, other.step + 1);
    }
  };
  for (std::uint32_t old = 0; old < problem_.old.size(); ++old) {
    if (!progress_.undecided(old) || progress_.alone[old] || progress_.is_outside(old)) continue;
    proceed(old, 0);
    while (!waiting.empty()) {
      const auto [displaced, step] = waiting.back();
      waiting.pop_back();
      proceed(displaced, step);
    }
  }
  for (const std::uint32_t held_by : holder) {
    if (held_by == nobody) continue;
    const Claim& claim = claims[held_by];
    if (!progress_.may_link(claim.old, claim.fresh)) continue;  // a finding on the decision says so
    progress_.link({claim.old, claim.fresh, claim.proof, Relation::same, claim.place, nullptr});
  }
  for (auto& [fresh, together] : met) contested(together);
}

void IdentitySteps::contested(const std::vector<Claim>& claims) {
  std::vector<Claim> ordered(claims);
  const auto key = [&](const Claim& claim) { return problem_.old.key(claim.old); };
  std::sort(ordered.begin(), ordered.end(), [&](const Claim& a, const Claim& b) { return key(a) != key(b) ? key(a) < key(b) : *a.place < *b.place; });
  std::vector<Claim> each;  // one per old provision
  std::set<std::uint32_t> seen;
  for (const Claim& claim : ordered) {
    if (seen.insert(claim.old).second) each.push_back(claim);
  }
  Diagnostic finding{"RECO-010",
                     *each[0].place,
                     {{"new", problem_.fresh.key_text(each[0].fresh)},
                      {"first", key(each[0]).text()},
                      {"second", key(each[1]).text()},
                      {"count", std::to_string(each.size())}},
                     {},
                     {}};
  for (std::size_t other = 1; other < each.size() && other <= most_related; ++other) {
    if (*each[other].place != *each[0].place) finding.related.push_back({*each[other].place, "RECO-015"});
  }
  progress_.findings.push_back(finding);
  for (const Claim& claim : each) progress_.troubles.push_back({claim.old, finding, {claim.fresh}});
}

void IdentitySteps::compare_lists() const {
  if (lists_.empty()) return;
  std::vector<std::uint32_t> pairing_of(problem_.old.size(), nobody);
  for (std::size_t number = 0; number < progress_.pairings.size(); ++number) pairing_of[progress_.pairings[number].old] = static_cast<std::uint32_t>(number);
  std::set<std::uint32_t> told;  // old provisions of which a finding tells why a rule or list could not link them
  for (const Trouble& one : progress_.troubles) {
    if (one.why.code == "RECO-010" || one.why.code == "RECO-011" || one.why.code == "RECO-016") told.insert(one.old);
  }
  for (const IdList& list : lists_) {
    for (const auto& [old, line] : list.usable()) {
      if (pairing_of[old] == nobody || told.contains(old)) continue;
      const Pairing& pairing = progress_.pairings[pairing_of[old]];
      if (pairing.place == &line->place) continue;
      if (problem_.fresh.id(pairing.fresh) == line->new_id) continue;
      Diagnostic finding = about("RECO-014", line->place, old);
      finding.arguments["id"] = line->new_id;
      finding.arguments["new"] = problem_.fresh.key_text(pairing.fresh);
      progress_.findings.push_back(std::move(finding));
    }
  }
}

}  // namespace srgconv::reconcile
