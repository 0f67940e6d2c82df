// Fates of old and new provisions, and their names.
#include "reconcile/fates.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "reconcile/misspelt_rows.hpp"

namespace srgconv::reconcile {
namespace {

// The month that a date can be said to lie in; a date that may lie in several counts for the last of them.
ReportMonth month_of(Date date) { return *ReportMonth::from_parts(date.latest().year(), date.latest().month()); }

// The to-do of a provision that ended after its last delivery or whose end was not delivered in time.
std::string to_do(const Problem& problem, const SenderCode& sender, Date end) {
  const ReportMonth last = last_month_of(problem, sender), first_new = problem.transition.month, ended = month_of(end);
  if (ended <= last) {
    return fmt::format("De einddatum is pas na de levering over {0} vastgelegd: herlever {0} onder berichtgever {1}, of lever de einddatum na.", last.text(),
                       sender.text());
  }
  if (ended < first_new) {
    return fmt::format(
        "Beëindigd na de laatste oude levering ({}) en vóór de eerste nieuwe ({}): lever {} onder berichtgever {} alsnog, of lever de einddatum na.",
        last.text(), first_new.text(), ended.text(), sender.text());
  }
  return fmt::format(
      "Beëindigd in {0}, maar de voorziening staat niet in de nieuwe levering over {0}: herlever {0} met de einddatum, of lever de einddatum na.",
      first_new.text());
}

}  // namespace

std::string_view name(OldFate fate) {
  switch (fate) {
    case OldFate::linked: return "linked";
    case OldFate::ended: return "ended";
    case OldFate::ended_since: return "ended-since";
    case OldFate::stays: return "stays";
    case OldFate::dropped: return "dropped";
    case OldFate::open: break;
  }
  return "open";
}

std::string_view name(NewFate fate) {
  switch (fate) {
    case NewFate::linked: return "linked";
    case NewFate::continuing: return "continuing";
    case NewFate::started_since: return "started-since";
    case NewFate::registered_late: return "registered-late";
    case NewFate::unexplained: break;
  }
  return "unexplained";
}

std::string_view name(Proof proof) {
  switch (proof) {
    case Proof::rule: return "rule";
    case Proof::decision: return "decision";
    case Proof::list: return "list";
    case Proof::equal: return "equal";
    case Proof::near: return "near";
    case Proof::evidence: return "evidence";
    case Proof::interchangeable: break;
  }
  return "interchangeable";
}

std::string_view name(Relation relation) {
  switch (relation) {
    case Relation::same: return "same";
    case Relation::split: return "split";
    case Relation::joined: break;
  }
  return "joined";
}

ReportMonth last_month_of(const Problem& problem, const SenderCode& sender) {
  const auto found = problem.last_months.find(sender);
  return found == problem.last_months.end() ? problem.transition.month.plus(-1) : found->second;
}

Date last_old_day(const Problem& problem) {
  ReportMonth earliest = problem.transition.month.plus(-1);
  for (const auto& [sender, month] : problem.last_months) earliest = std::min(earliest, month);
  return earliest.last_day();
}

bool running_at_transition(const Problem& problem, std::size_t fresh) {
  const auto end = problem.fresh.end(fresh);
  return !end || on_or_before(*end, problem.transition.month.plus(-1).last_day()) != Answer::yes;
}

void set_fates_before_linking(Progress& progress) {
  const Problem& problem = progress.problem;
  std::map<std::pair<SenderCode, std::string>, const rules::Drop*> drops;
  for (const rules::Drop& drop : problem.transition.drops) drops.emplace(std::pair(drop.sender, drop.id), &drop);
  auto unknown = drops;
  std::map<SenderCode, Date> last_days;
  for (std::uint32_t old = 0; old < problem.old.size(); ++old) {
    const SenderCode& sender = problem.old.sender(old);
    if (!drops.empty()) {
      const auto drop = drops.find(std::pair(sender, std::string(problem.old.id(old))));
      if (drop != drops.end()) {
        progress.fates[old] = OldFate::dropped;
        progress.explanations[old] = drop->second->reason;
        unknown.erase(drop->first);
        continue;
      }
    }
    const auto end = problem.old.end(old);
    if (!end) continue;
    auto last_day = last_days.find(sender);
    if (last_day == last_days.end()) last_day = last_days.emplace(sender, last_month_of(problem, sender).last_day()).first;
    if (on_or_before(*end, last_day->second) == Answer::yes) progress.fates[old] = OldFate::ended;
  }
  for (const auto& [key, drop] : unknown) {
    progress.findings.push_back(
        {"RECO-001", drop->span, {{"id", drop->id}, {"sender", drop->sender.text()}, {"month", last_month_of(problem, drop->sender).text()}}, {}, {}});
  }
}

void set_ended_since(Progress& progress) {
  const Problem& problem = progress.problem;
  const Date last_day = problem.transition.month.last_day();
  for (std::uint32_t old = 0; old < problem.old.size(); ++old) {
    if (!progress.undecided(old) || progress.blocked[old] || progress.held[old]) continue;
    const auto end = problem.old.end_since(old);
    if (!end || on_or_before(*end, last_day) != Answer::yes) continue;
    progress.fates[old] = OldFate::ended_since;
    progress.explanations[old] = to_do(problem, problem.old.sender(old), *end);
  }
}

bool left_over(const Progress& progress, std::uint32_t fresh) {
  return !progress.linked[fresh] && !started_since(progress.last_old_day, progress.problem.fresh[fresh]);
}

std::vector<std::uint32_t> all_left_over(const Progress& progress) {
  std::vector<std::uint32_t> all;
  for (std::uint32_t fresh = 0; fresh < progress.problem.fresh.size(); ++fresh) {
    if (left_over(progress, fresh)) all.push_back(fresh);
  }
  return all;
}

void dispute_misspelt(Progress& progress) {
  const Problem& problem = progress.problem;
  if (problem.misspelt_old.empty()) return;
  for (const MisspeltLead& lead : misspelt_leads(problem.fresh, problem.numbers, all_left_over(progress), problem.misspelt_old)) {
    progress.disputed.insert(lead.provision);
    progress.findings.push_back({"RECO-056", problem.transition.span, {{"new", problem.fresh.key_text(lead.provision)}, {"rows", lead.rows}}, {}, {}});
  }
}

std::vector<NewFate> new_fates(const Progress& progress, const std::vector<Review>& reviews) {
  const Problem& problem = progress.problem;
  std::vector<std::uint64_t> open;
  for (std::uint32_t old = 0; old < problem.old.size(); ++old) {
    if (progress.undecided(old)) open.push_back(person_and_type(problem.old[old]));
  }
  std::sort(open.begin(), open.end());
  std::vector<bool> candidate(problem.fresh.size(), false);
  for (const Review& review : reviews) {
    for (const std::size_t fresh : review.candidates) candidate[fresh] = true;
  }
  std::vector<NewFate> result;
  result.reserve(problem.fresh.size());
  for (std::size_t fresh = 0; fresh < problem.fresh.size(); ++fresh) {
    const Facts& facts = problem.fresh[fresh];
    if (progress.own_of(fresh) == Progress::Own::continuing)
      result.push_back(NewFate::continuing);
    else if (progress.own_of(fresh) == Progress::Own::contradicting)
      result.push_back(NewFate::unexplained);
    else if (progress.linked[fresh])
      result.push_back(NewFate::linked);
    else if (started_since(progress.last_old_day, facts))
      result.push_back(NewFate::started_since);
    else {
      const bool explained = !candidate[fresh] && !progress.disputed.contains(static_cast<std::uint32_t>(fresh)) &&
                             !std::binary_search(open.begin(), open.end(), person_and_type(facts));
      result.push_back(explained ? NewFate::registered_late : NewFate::unexplained);
    }
  }
  return result;
}

}  // namespace srgconv::reconcile
