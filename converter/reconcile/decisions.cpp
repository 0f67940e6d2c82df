// Which decisions of people take effect, and why the others do not.
#include "reconcile/decisions.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "reconcile/allowances.hpp"
#include "reconcile/written_keys.hpp"

namespace srgconv::reconcile {
namespace {

constexpr std::size_t most_related = 5;

// One decision whose provision is known.
struct Understood {
  std::size_t number = 0;  // into Problem::decisions
  std::optional<std::uint32_t> fresh;
};

// What the decisions about one old provision say together.
struct Verdict {
  std::uint32_t old = 0;
  std::vector<Understood> links, refusals;
  std::vector<std::size_t> alone, drops;  // into Problem::decisions
  std::vector<std::size_t> all;           // those that say something, in order of place

  // The new provisions that it is linked with, each once.
  std::set<std::uint32_t> freshes() const {
    std::set<std::uint32_t> result;
    for (const Understood& one : links) result.insert(*one.fresh);
    return result;
  }
  // The first decision that links it with this one.
  std::size_t link_to(std::uint32_t fresh) const {
    return std::find_if(links.begin(), links.end(), [&](const Understood& one) { return one.fresh == fresh; })->number;
  }
};

class Judge {
 public:
  Judge(Progress& progress, const IdentitySteps& steps)
      : progress_(progress),
        problem_(progress.problem),
        steps_(steps),
        allowances_(progress.problem),
        new_keys_(progress.problem.fresh),
        outcomes_(progress.problem.decisions.size()) {}

  std::vector<DecisionOutcome> judge() {
    for (const std::size_t number : in_order_of_place()) understand(number);
    std::vector<Verdict*> linking;
    for (auto& [old, verdict] : verdicts_) {
      if (!agrees_with_itself(verdict) || !agrees_with_declarations(verdict)) continue;
      if (!verdict.drops.empty()) {
        drop(verdict);
      } else if (verdict.links.empty()) {
        set_apart(verdict);
      } else if (fits(verdict)) {
        linking.push_back(&verdict);
      }
    }
    leave_out_what_several_claim(linking);
    for (const Verdict* verdict : linking) link(*verdict);
    return std::move(outcomes_);
  }

 private:
  using Claims = std::map<std::uint32_t, std::vector<const Verdict*>>;  // by new provision

  const Decision& decision(std::size_t number) const { return problem_.decisions[number]; }
  Provision old_provision(std::uint32_t old) const { return problem_.old_provision(old); }
  std::string old_text(std::uint32_t old) const { return problem_.old.key_text(old); }
  std::string new_text(std::uint32_t fresh) const { return problem_.fresh.key_text(fresh); }

  std::vector<std::size_t> in_order_of_place() const {
    std::vector<std::size_t> numbers(problem_.decisions.size());
    for (std::size_t i = 0; i < numbers.size(); ++i) numbers[i] = i;
    std::sort(numbers.begin(), numbers.end(), [&](std::size_t a, std::size_t b) {
      const Decision &first = decision(a), &second = decision(b);
      return std::tie(first.place, first.link_code, first.new_key, a) < std::tie(second.place, second.link_code, second.new_key, b);
    });
    return numbers;
  }

  // The old provisions of the codes that decisions name.
  const std::vector<std::uint32_t>& of_code(const std::string& code) {
    if (!by_code_) {
      by_code_.emplace();
      for (const Decision& one : problem_.decisions) (*by_code_)[one.link_code];
      for (std::uint32_t old = 0; old < problem_.old.size(); ++old) {
        const auto found = by_code_->find(link_code(problem_.old.key(old), problem_.old.bsn(old), problem_.pseudonym));
        if (found != by_code_->end()) found->second.push_back(old);
      }
    }
    return by_code_->at(code);
  }

  void refuse(std::size_t number, Diagnostic why) {
    outcomes_[number].outcome = why.code;
    progress_.findings.push_back(std::move(why));
  }

  // The provision is known, but nothing may be done: people must look again, with these candidates.
  void hold(std::uint32_t old, std::size_t number, Diagnostic why, std::vector<std::uint32_t> candidates = {}) {
    why.arguments.emplace("old", old_text(old));
    progress_.held[old] = true;
    progress_.troubles.push_back({old, why, std::move(candidates)});
    refuse(number, std::move(why));
  }
  void hold_all(const Verdict& verdict, const Diagnostic& why, const std::vector<std::uint32_t>& candidates) {
    for (const std::size_t number : verdict.all) outcomes_[number].outcome = why.code;
    hold(verdict.old, verdict.all.front(), why, candidates);
  }

  std::optional<std::uint32_t> old_of(std::size_t number) {
    const Decision& one = decision(number);
    const auto& olds = of_code(one.link_code);
    const auto arguments = [&] { return std::map<std::string, std::string>{{"code", one.link_code}, {"old", one.old_key}}; };
    if (olds.empty()) {
      const auto key = ProvisionKey::parse(one.old_key);
      const bool of_that_code = key && link_code(*key) == one.link_code;
      refuse(number, finding(of_that_code ? "RECO-041" : "RECO-040", one.place, arguments()));
      return std::nullopt;
    }
    std::optional<std::uint32_t> damaged;
    for (const std::uint32_t old : olds) {  // several only where two keys happen to have one code
      const Sameness same =
          one.old_key.empty() ? (olds.size() == 1 ? Sameness::yes : Sameness::no) : same_key(one.old_key, problem_.old.key(old), problem_.old.bsn(old));
      if (same == Sameness::yes) return old;
      if (same == Sameness::zeros_lost) damaged = old;
    }
    if (damaged) {
      progress_.findings.push_back(finding("CASE-056", one.place, {{"written", one.old_key}, {"key", old_text(*damaged)}}));
      return damaged;
    }
    if (olds.size() == 1) {
      hold(olds.front(), number, finding("RECO-042", one.place, {{"code", one.link_code}, {"written", one.old_key}}));
    } else {
      refuse(number, finding("RECO-042", one.place, {{"code", one.link_code}, {"written", one.old_key}, {"old", old_text(olds.front())}}));
    }
    return std::nullopt;
  }

  // False when the decision names a new key that is not there.
  bool find_new_key(std::uint32_t old, std::size_t number, std::optional<std::uint32_t>& fresh) {
    const Decision& one = decision(number);
    if (one.choice == Choice::drop || one.choice == Choice::later) return true;
    if (one.new_key.empty() && one.choice == Choice::no_link) return true;
    const WrittenKeys::Found found = one.new_key.empty() ? WrittenKeys::Found{} : new_keys_.find(one.new_key);
    if (found.provisions.empty() && one.choice == Choice::no_link) {  // it is not there, so it is not the same one
      outcomes_[number].outcome = "applied";
      return false;
    }
    if (found.provisions.size() != 1) {
      const bool none = found.provisions.empty();
      hold(old, number, finding(none ? "RECO-043" : "RECO-011", one.place, {{none ? "written" : "id", one.new_key}}), found.provisions);
      return false;
    }
    fresh = found.provisions.front();
    if (found.zeros_lost) progress_.findings.push_back(finding("CASE-056", one.place, {{"written", one.new_key}, {"key", new_text(*fresh)}}));
    if (!one.pair_code.empty() && one.pair_code != pair_code(old_provision(old), problem_.new_provision(*fresh))) {
      hold(old, number, finding("RECO-048", one.place, {{"new", new_text(*fresh)}}), {*fresh});
      return false;
    }
    return true;
  }

  void understand(std::size_t number) {
    const auto old = old_of(number);
    if (!old) return;
    const Decision& one = decision(number);
    outcomes_[number].old = *old;
    std::optional<std::uint32_t> fresh;
    if (!progress_.undecided(*old)) return already_over(*old, number);
    if (!find_new_key(*old, number, fresh)) return;
    Verdict& verdict = verdicts_[*old];
    verdict.old = *old;
    outcomes_[number].outcome = one.choice == Choice::later ? "later" : "applied";
    if (one.choice == Choice::later) return;
    verdict.all.push_back(number);
    if (one.choice == Choice::link) verdict.links.push_back({number, fresh});
    if (one.choice == Choice::drop) verdict.drops.push_back(number);
    if (one.choice == Choice::no_link && fresh) verdict.refusals.push_back({number, fresh});
    if (one.choice == Choice::no_link && !fresh) verdict.alone.push_back(number);
  }

  // It had ended, stays with its sender, or the case drops it: that it goes on with nothing is so already, and whatever else is decided contradicts that.
  void already_over(std::uint32_t old, std::size_t number) {
    const Decision& one = decision(number);
    const OldFate fate = progress_.fates[old];
    const bool agrees = one.choice == Choice::no_link || one.choice == Choice::later || (one.choice == Choice::drop && fate == OldFate::dropped);
    outcomes_[number].outcome = one.choice == Choice::later ? "later" : "applied";
    if (agrees) return;
    const auto found = one.choice == Choice::link && fate != OldFate::stays && !one.new_key.empty() ? new_keys_.find(one.new_key) : WrittenKeys::Found{};
    if (found.provisions.size() == 1)
      refuse(number, goes_on_all_the_same(progress_, old, found.provisions.front(), one.place));
    else
      refuse(number, finding("RECO-041", one.place, {{"code", one.link_code}, {"old", old_text(old)}}));
  }

  bool may_be_split(std::uint32_t old, std::uint32_t fresh) const { return allowances_.split(problem_.old[old], problem_.fresh[fresh]) != nullptr; }

  bool agrees_with_itself(const Verdict& verdict) {
    if (verdict.all.empty() || progress_.held[verdict.old]) {
      // One of its decisions did not fit: the others wait for that.
      for (const std::size_t number : verdict.all) outcomes_[number].outcome = "held";
      return false;
    }
    const std::set<std::uint32_t> linked = verdict.freshes();
    std::set<std::uint32_t> refused;
    for (const Understood& one : verdict.refusals) refused.insert(*one.fresh);
    const bool crossed = std::any_of(linked.begin(), linked.end(), [&](std::uint32_t fresh) { return refused.contains(fresh); });
    const bool otherwise = !verdict.alone.empty() || !verdict.drops.empty();
    const bool split = std::all_of(linked.begin(), linked.end(), [&](std::uint32_t fresh) { return may_be_split(verdict.old, fresh); });
    if ((linked.size() <= 1 || split) && !crossed && (linked.empty() || !otherwise)) return true;
    Diagnostic why = finding("RECO-045", decision(verdict.all.front()).place, {{"count", std::to_string(verdict.all.size())}});
    for (std::size_t i = 1; i < verdict.all.size() && i <= most_related; ++i) why.related.push_back({decision(verdict.all[i]).place, "RECO-015"});
    hold_all(verdict, why, {linked.begin(), linked.end()});
    return false;
  }

  // A rule or a line of a list that can be used, and says otherwise: then neither holds until people settle it.
  bool agrees_with_declarations(const Verdict& verdict) {
    const SenderCode* towards = progress_.destination(verdict.old);
    for (const std::uint32_t fresh : verdict.freshes()) {
      if (towards == nullptr || problem_.fresh.sender(fresh) == *towards) continue;
      hold_all(verdict, finding("CASE-059", decision(verdict.link_to(fresh)).place, {{"new", new_text(fresh)}, {"sender", towards->text()}}), {fresh});
      return false;
    }
    if (!steps_.declares()) return true;
    for (const IdentitySteps::Declared& declared : steps_.declared(verdict.old)) {
      const auto about_it = [&](const Understood& one) { return one.fresh == declared.fresh; };
      const bool other_link = !verdict.links.empty() && std::none_of(verdict.links.begin(), verdict.links.end(), about_it);
      const bool not_that = std::any_of(verdict.refusals.begin(), verdict.refusals.end(), about_it) || !verdict.alone.empty() || !verdict.drops.empty();
      if (!other_link && !not_that) continue;
      std::vector<std::uint32_t> candidates{declared.fresh};
      if (other_link) candidates.push_back(*verdict.links.front().fresh);
      Diagnostic why = finding("RECO-047", decision(verdict.all.front()).place, {{"new", new_text(declared.fresh)}});
      why.related.push_back({*declared.place, "RECO-015"});
      hold_all(verdict, why, candidates);
      return false;
    }
    return true;
  }

  // A split into other types is allowed by the rules, and needs no further reason.
  bool fits(const Verdict& verdict) {
    const std::set<std::uint32_t> freshes = verdict.freshes();
    for (const std::uint32_t fresh : freshes) {
      std::string fields = contradiction(problem_, verdict.old, fresh);
      if (freshes.size() > 1) fields = problem_.old[verdict.old].bsn == problem_.fresh[fresh].bsn ? std::string() : "bsn";
      const bool explained = std::any_of(verdict.links.begin(), verdict.links.end(),
                                         [&](const Understood& one) { return one.fresh == fresh && !decision(one.number).why.empty(); });
      if (fields.empty() || explained) continue;
      hold_all(verdict, finding("RECO-044", decision(verdict.link_to(fresh)).place, {{"new", new_text(fresh)}, {"fields", fields}}), {fresh});
      return false;
    }
    return true;
  }

  // May these old provisions, all linked with one new one, become one? Of one sender and person, and of types that the rules allow to be joined.
  bool may_be_joined(const std::vector<const Verdict*>& verdicts) const {
    const std::uint32_t first = verdicts.front()->old;
    return std::all_of(verdicts.begin(), verdicts.end(), [&](const Verdict* verdict) {
      const std::uint32_t old = verdict->old;
      return allowances_.join(problem_.old[old]) != nullptr && verdict->freshes().size() == 1 && problem_.old.sender(old) == problem_.old.sender(first) &&
             problem_.old[old].bsn == problem_.old[first].bsn;
    });
  }

  // A new key that two old provisions are given, by decisions or by a decision and what the case declares.
  void leave_out_what_several_claim(std::vector<Verdict*>& linking) {
    Claims claims;
    for (const Verdict* verdict : linking) {
      for (const std::uint32_t fresh : verdict->freshes()) claims[fresh].push_back(verdict);
    }
    std::set<std::uint32_t> contested;
    for (auto& [fresh, verdicts] : claims) {
      if (verdicts.size() < 2) continue;
      if (may_be_joined(verdicts)) {
        joined_.insert(fresh);
        continue;
      }
      contested.insert(fresh);
      std::sort(verdicts.begin(), verdicts.end(), [&](const Verdict* a, const Verdict* b) { return problem_.old.key_before(a->old, b->old); });
      for (const Verdict* verdict : verdicts) {
        const Verdict* other = verdict == verdicts.front() ? verdicts[1] : verdicts.front();
        Diagnostic why = finding("RECO-046", decision(verdict->link_to(fresh)).place, {{"new", new_text(fresh)}, {"other", old_text(other->old)}});
        why.related.push_back({decision(other->link_to(fresh)).place, "RECO-015"});
        hold_all(*verdict, why, {fresh});
      }
    }
    contest_by_declarations(claims, contested);
    std::erase_if(linking, [&](const Verdict* verdict) {
      const std::set<std::uint32_t> freshes = verdict->freshes();
      return std::any_of(freshes.begin(), freshes.end(), [&](std::uint32_t fresh) { return contested.contains(fresh); });
    });
  }

  // What rules and lists give to provisions that nobody decided about.
  void contest_by_declarations(const Claims& claims, std::set<std::uint32_t>& contested) {
    if (!steps_.declares() || claims.empty()) return;
    std::map<std::uint32_t, std::vector<std::pair<std::uint32_t, const SourceSpan*>>> others;  // per new provision
    for (std::uint32_t old = 0; old < problem_.old.size(); ++old) {
      if (!progress_.undecided(old) || progress_.alone[old] || verdicts_.contains(old)) continue;
      for (const IdentitySteps::Declared& declared : steps_.declared(old)) {
        if (claims.contains(declared.fresh) && !contested.contains(declared.fresh)) others[declared.fresh].emplace_back(old, declared.place);
      }
    }
    for (auto& [fresh, claimed] : others) {
      contested.insert(fresh);
      std::sort(claimed.begin(), claimed.end(), [&](const auto& a, const auto& b) { return problem_.old.key_before(a.first, b.first); });
      for (const Verdict* verdict : claims.at(fresh)) {
        Diagnostic why = finding("RECO-046", decision(verdict->link_to(fresh)).place, {{"new", new_text(fresh)}, {"other", old_text(claimed.front().first)}});
        why.related.push_back({*claimed.front().second, "RECO-015"});
        hold_all(*verdict, why, {fresh});
      }
      // Nor may the rules or lists have it: one of them or the decision is wrong.
      const Verdict& first = *claims.at(fresh).front();
      Diagnostic why = finding("RECO-046", decision(first.link_to(fresh)).place, {{"new", new_text(fresh)}, {"other", old_text(first.old)}});
      why.related.push_back({*claimed.front().second, "RECO-015"});
      for (const auto& [old, place] : claimed) {
        progress_.held[old] = true;
        why.arguments["old"] = old_text(old);
        progress_.troubles.push_back({old, why, {fresh}});
      }
    }
  }

  void link(const Verdict& verdict) {
    const std::set<std::uint32_t> freshes = verdict.freshes();
    // What a rule says as well, the rule proves.
    if (steps_.declares() && freshes.size() == 1 && !joined_.contains(*freshes.begin())) {
      const auto declared = steps_.declared(verdict.old);
      if (std::any_of(declared.begin(), declared.end(), [](const IdentitySteps::Declared& one) { return one.by_rule; })) return;
    }
    for (const std::uint32_t fresh : freshes) {
      const Understood* explained = nullptr;
      for (const Understood& one : verdict.links) {
        if (one.fresh != fresh) continue;
        if (explained == nullptr || (decision(explained->number).why.empty() && !decision(one.number).why.empty())) explained = &one;
      }
      const Decision& made_by = decision(explained->number);
      const Relation relation = freshes.size() > 1 ? Relation::split : joined_.contains(fresh) ? Relation::joined : Relation::same;
      progress_.link({verdict.old, fresh, Proof::decision, relation, &made_by.place, nullptr, true, &made_by});
    }
  }

  void drop(const Verdict& verdict) {
    const auto explained = std::find_if(verdict.drops.begin(), verdict.drops.end(), [&](std::size_t number) { return !decision(number).why.empty(); });
    if (explained == verdict.drops.end()) return hold_all(verdict, finding("CASE-058", decision(verdict.drops.front()).place), {});
    progress_.fates[verdict.old] = OldFate::dropped;
    progress_.explanations[verdict.old] = decision(*explained).why;
  }

  void set_apart(const Verdict& verdict) {
    if (!verdict.alone.empty()) progress_.alone[verdict.old] = true;
    for (const Understood& one : verdict.refusals) progress_.refused.emplace(verdict.old, *one.fresh);
  }

  Progress& progress_;
  const Problem& problem_;
  const IdentitySteps& steps_;
  Allowances allowances_;
  WrittenKeys new_keys_;
  std::optional<std::unordered_map<std::string, std::vector<std::uint32_t>>> by_code_;
  std::map<std::uint32_t, Verdict> verdicts_;  // per old provision; what is found does not depend on the order of these numbers
  std::set<std::uint32_t> joined_;             // new provisions into which people join several old ones, as the rules allow
  std::vector<DecisionOutcome> outcomes_;
};

}  // namespace

std::vector<DecisionOutcome> apply_decisions(Progress& progress, const IdentitySteps& steps) {
  if (progress.problem.decisions.empty()) return {};
  return Judge(progress, steps).judge();
}

}  // namespace srgconv::reconcile
