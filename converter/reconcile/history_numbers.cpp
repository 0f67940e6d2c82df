// Each ended provision by itself, and then which numbers may be used.
#include "reconcile/history_numbers.hpp"

#include <algorithm>
#include <optional>
#include <unordered_set>
#include <utility>
#include <variant>

#include "domain/utf8.hpp"
#include "reconcile/destinations.hpp"
#include "reconcile/progress.hpp"

namespace srgconv::reconcile {
namespace {

// How often something went wrong, and where it did first.
struct Fault {
  std::size_t count = 0;
  std::map<std::string, std::string> arguments;

  void note(std::map<std::string, std::string> of_this_one) {
    if (count++ == 0) arguments = std::move(of_this_one);
  }
};

class HistoryNumberer {
 public:
  HistoryNumberer(const Problem& past, const std::map<SenderCode, NewNumbers>& fresh, std::size_t longest, const RuleEvaluator& evaluate)
      : past_(past), fresh_(fresh), longest_(longest), evaluate_(evaluate), statement_(*past.transition.history_id), progress_(past) {
    std::fill(progress_.fates.begin(), progress_.fates.end(), OldFate::ended);
    set_destinations(progress_, evaluate);
    files_ = conversion_files(progress_);
  }

  std::vector<store::HistoryNumber> numbers(Diagnostics& diagnostics) {
    for (std::uint32_t old = 0; old < past_.old.size(); ++old) claim(old);
    std::vector<store::HistoryNumber> result;
    for (const auto& [key, claimants] : claims_) {
      const ProvisionKey old_key = past_.old.key(claimants.front());
      const bool taken = fresh_.at(key.numbering.sender).taken.contains(key.id);
      std::map<std::string, std::string> arguments{{"old", old_key.text()}, {"id", key.id}, {"sender", key.numbering.sender.text()}};
      if (claimants.size() > 1) arguments["other"] = past_.old.key_text(claimants[1]);
      if (!taken && claimants.size() == 1) result.push_back({old_key, key, rules::rule_name(statement_.span)});
      for (std::size_t i = 0; taken && i < claimants.size(); ++i) taken_.note(arguments);
      for (std::size_t i = 0; !taken && claimants.size() > 1 && i < claimants.size(); ++i) twice_.note(arguments);
    }
    tell(diagnostics);
    std::sort(result.begin(), result.end(), [](const auto& a, const auto& b) { return a.old_key < b.old_key; });
    return result;
  }

 private:
  void claim(std::uint32_t old) {
    const Provision provision = past_.old_provision(old);
    const std::string text = provision.key.text();
    const auto part = takes_part(provision);
    if (const auto* cause = std::get_if<Diagnostic>(&part)) return broken_.note({{"old", text}, {"cause", cause->code}});
    if (!std::get<bool>(part)) return;
    const RuleAnswer answer = evaluate_({statement_.id, statement_.when, statement_.span}, provision);
    if (const auto* cause = std::get_if<Diagnostic>(&answer)) return broken_.note({{"old", text}, {"cause", cause->code}});
    const auto* id = std::get_if<std::string>(&answer);
    if (id == nullptr || id->empty()) return;
    if (!progress_.has_destination(old)) return nowhere_.note({{"old", text}});
    if (count_characters(*id) > longest_) return too_long_.note({{"old", text}, {"id", *id}, {"longest", std::to_string(longest_)}});
    claims_[{fresh_.at(progress_.senders[files_[old]]).numbering, *id}].push_back(old);
  }

  // What a sender that continues keeps needs no other number.
  std::variant<bool, Diagnostic> takes_part(const Provision& provision) const {
    const SenderCode& sender = provision.key.numbering.sender;
    if (const rules::SenderScope* scope = past_.transition.scope_of(sender)) return condition_holds(past_, *scope->where, provision);
    return !past_.transition.continues(sender);
  }

  void tell(Diagnostics& diagnostics) {
    const std::pair<const char*, Fault*> faults[] = {
        {"RECO-065", &taken_}, {"RECO-066", &twice_}, {"RECO-067", &too_long_}, {"RECO-068", &broken_}, {"RECO-069", &nowhere_}};
    for (const auto& [code, fault] : faults) {
      if (fault->count == 0) continue;
      fault->arguments["count"] = std::to_string(fault->count);
      diagnostics.add({code, statement_.span, std::move(fault->arguments), {}, {}});
    }
  }

  const Problem& past_;
  const std::map<SenderCode, NewNumbers>& fresh_;
  std::size_t longest_;
  const RuleEvaluator& evaluate_;
  const rules::HistoryId& statement_;
  Progress progress_;
  std::vector<std::uint16_t> files_;
  std::map<ProvisionKey, std::vector<std::uint32_t>> claims_;  // in order of key
  Fault taken_, twice_, too_long_, broken_, nowhere_;
};

// What ended in the old deliveries: of the last month by its fate, of earlier ones by the last that was told. Without deliveries the export tells.
std::vector<Provision> ended_provisions(const Problem& problem, const Outcome& outcome, const store::Workspace& workspace,
                                        const std::map<SenderCode, store::OldSide>& old_sides) {
  std::vector<Provision> ended;
  std::map<SenderCode, std::unordered_set<std::string>> judged;
  std::map<SenderCode, Numbering> numberings;
  for (std::uint32_t old = 0; old < problem.old.size(); ++old) {
    const Numbering& numbering = problem.old.numbering(old);
    judged[numbering.sender].emplace(problem.old.id(old));
    numberings.emplace(numbering.sender, numbering);
    if (outcome.old_fates[old] == OldFate::ended) ended.push_back(problem.old_provision(old));
  }
  for (const rules::Drop& drop : problem.transition.drops) judged[drop.sender].insert(drop.id);
  for (const auto& [sender, side] : old_sides) {
    const Date last_day = side.last_month.last_day();
    const ReportMonth until = side.side == store::Side::old_export ? side.state_month : side.last_month;
    const auto known = numberings.find(sender);
    workspace.for_each_last_state(side.side, sender, until, [&](ReportedProvision&& state) {
      Provision& provision = state.provision;
      const bool other = side.numbering ? *side.numbering != provision.key.numbering : known != numberings.end() && known->second != provision.key.numbering;
      if (other) return;  // of an earlier transition
      if (!provision.end || on_or_before(*provision.end, last_day) != Answer::yes || judged[sender].contains(provision.key.id)) return;
      ended.push_back(std::move(provision));
    });
  }
  return ended;
}

}  // namespace

std::vector<store::HistoryNumber> number_history(const Problem& problem, std::vector<Provision> ended, const std::map<SenderCode, NewNumbers>& fresh,
                                                 std::size_t longest, const RuleEvaluator& evaluate, Diagnostics& diagnostics) {
  std::sort(ended.begin(), ended.end(), [](const Provision& a, const Provision& b) { return a.key < b.key; });
  Problem past{problem.transition, problem.codes, {}, {}, problem.last_months};
  if (problem.transition.new_senders().size() > 1) past.lists = problem.lists;
  past.homes = problem.homes;
  for (const Provision& provision : ended) past.add_old(provision);
  return HistoryNumberer(past, fresh, longest, evaluate).numbers(diagnostics);
}

void record_history_numbers(const Problem& problem, const Outcome& outcome, const std::map<SenderCode, store::OldSide>& old_sides, std::size_t longest,
                            store::Workspace& workspace, Diagnostics& diagnostics) {
  if (!problem.transition.history_id) return;
  std::map<SenderCode, NewNumbers> fresh;
  for (const auto& [source, counts] : workspace.sources()) {
    const bool first = source.side == store::Side::new_delivered && source.month == problem.transition.month;
    if (!first || fresh.contains(source.sender)) continue;
    std::vector<std::string> taken = workspace.numbers_of(source.numbering);
    fresh.emplace(source.sender, NewNumbers{source.numbering, {taken.begin(), taken.end()}});
  }
  const auto numbers = number_history(problem, ended_provisions(problem, outcome, workspace, old_sides), fresh, longest, evaluator_of(problem), diagnostics);
  for (const store::HistoryNumber& number : numbers) workspace.add_history_number(number);
  diagnostics.add({"CASE-070", problem.transition.history_id->span, {{"count", std::to_string(numbers.size())}}, {}, {}});
}

}  // namespace srgconv::reconcile
