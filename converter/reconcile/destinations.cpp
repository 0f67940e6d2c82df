// Rules and lists about new senders, each old provision by itself.
#include "reconcile/destinations.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <unordered_map>
#include <utility>

#include "reconcile/id_list.hpp"

namespace srgconv::reconcile {
namespace {

constexpr std::size_t most_related = 5;

// What a list says about new senders, by old number.
struct SaidSender {
  const ListLine* line = nullptr;
  std::vector<const ListLine*> others;  // lines that say another sender
};
using SaidSenders = std::unordered_map<std::string, SaidSender>;

SaidSenders said_senders(const std::vector<ListLine>& lines) {
  SaidSenders said;
  for (const ListLine& line : lines) {
    if (line.new_sender.empty()) continue;
    SaidSender& one = said[line.old_id];
    if (one.line == nullptr)
      one.line = &line;
    else if (one.line->new_sender != line.new_sender)
      one.others.push_back(&line);
  }
  return said;
}

class DestinationTaker {
 public:
  DestinationTaker(Progress& progress, const RuleEvaluator& evaluate) : progress_(progress), problem_(progress.problem), evaluate_(evaluate) {}

  void run() {
    progress_.destinations.assign(problem_.old.size(), Progress::nowhere);
    for (const rules::Identity& identity : problem_.transition.identities) {
      for (const rules::SenderStep& step : identity.senders) {
        const auto* list = std::get_if<rules::SenderList>(&step);
        const auto lines = list == nullptr ? problem_.lists.end() : problem_.lists.find(list->span);
        if (lines != problem_.lists.end()) said_.emplace(list->span, said_senders(lines->second));
      }
    }
    std::map<SenderCode, std::optional<std::uint16_t>> only;  // per old sender the one new sender that there is for it
    for (std::uint32_t old = 0; old < problem_.old.size(); ++old) {
      if (progress_.is_outside(old)) continue;
      const SenderCode& sender = problem_.old.sender(old);
      auto known = only.find(sender);
      if (known == only.end()) known = only.emplace(sender, only_destination(sender)).first;
      progress_.destinations[old] = known->second ? *known->second : destination(old);
    }
    report_clashes();
  }

 private:
  std::optional<std::uint16_t> only_destination(const SenderCode& sender) const {
    const auto all = problem_.transition.destinations_of(sender);
    return all.size() == 1 ? std::optional(number_of(all.front().text())) : std::nullopt;
  }

  std::uint16_t number_of(const std::string& sender) const {
    const auto& all = progress_.senders;
    const auto found = std::find_if(all.begin(), all.end(), [&](const SenderCode& one) { return one.text() == sender; });
    return found == all.end() ? Progress::nowhere : static_cast<std::uint16_t>(found - all.begin());
  }

  Diagnostic about(std::string_view code, const SourceSpan& place, std::uint32_t old) const {
    return {std::string(code), place, {{"old", problem_.old.key_text(old)}}, {}, {}};
  }

  void trouble(std::uint32_t old, Diagnostic why, bool told = false) {
    if (!progress_.undecided(old)) return;
    if (!told) progress_.findings.push_back(why);
    progress_.troubles.push_back({old, std::move(why), {}});
  }

  std::uint16_t destination(std::uint32_t old) {
    const rules::Identity* identity = problem_.transition.identity_of(problem_.old.sender(old));
    if (identity == nullptr) return Progress::nowhere;
    for (const rules::SenderStep& step : identity->senders) {
      std::string sender;
      const SourceSpan* place = nullptr;
      if (const auto* rule = std::get_if<rules::SenderRule>(&step)) {
        place = &rule->span;
        RuleAnswer answer = evaluate_({rule->new_sender, rule->when, rule->span}, problem_.old_provision(old));
        if (const auto* fault = std::get_if<Diagnostic>(&answer)) {
          Diagnostic why = about("RECO-013", *place, old);
          why.arguments["cause"] = fault->code;
          trouble(old, std::move(why));
          return Progress::nowhere;  // another rule must not decide in place of one that broke
        }
        if (auto* text = std::get_if<std::string>(&answer)) sender = std::move(*text);
      } else if (const SaidSender* said = said_by(std::get<rules::SenderList>(step).span, std::string(problem_.old.id(old)))) {
        place = &said->line->place;
        if (!said->others.empty()) {
          clashes_.emplace(*place, std::pair(said, std::vector<std::uint32_t>())).first->second.second.push_back(old);
          return Progress::nowhere;
        }
        sender = said->line->new_sender;
      }
      if (sender.empty()) continue;
      return checked(old, sender, *place);
    }
    trouble(old, about("RECO-030", identity->span, old), true);  // a finding only when the provision stays open: `reviews.cpp` decides
    return Progress::nowhere;
  }

  // The sender that a rule or list says, when a provision of this old sender can go there.
  std::uint16_t checked(std::uint32_t old, const std::string& sender, const SourceSpan& place) {
    const auto lawful = problem_.transition.destinations_of(problem_.old.sender(old));
    if (std::any_of(lawful.begin(), lawful.end(), [&](const SenderCode& one) { return one.text() == sender; })) return number_of(sender);
    Diagnostic why = about("RECO-031", place, old);
    why.arguments["sender"] = sender;
    for (const SenderCode& one : lawful) why.arguments["senders"] += (why.arguments["senders"].empty() ? "" : ", ") + one.text();
    trouble(old, std::move(why));
    return Progress::nowhere;
  }

  const SaidSender* said_by(const SourceSpan& list, const std::string& id) const {
    const auto lines = said_.find(list);
    if (lines == said_.end()) return nullptr;
    const auto found = lines->second.find(id);
    return found == lines->second.end() ? nullptr : &found->second;
  }

  // Once per old number, whatever the number of provisions it stands for.
  void report_clashes() {
    for (auto& [place, clash] : clashes_) {
      auto& [said, olds] = clash;
      Diagnostic finding{"RECO-032", place, {{"id", said->line->old_id}, {"count", std::to_string(said->others.size() + 1)}}, {}, {}};
      for (std::size_t other = 0; other < said->others.size() && other < most_related; ++other)
        finding.related.push_back({said->others[other]->place, "RECO-015"});
      const bool matters = std::any_of(olds.begin(), olds.end(), [&](std::uint32_t old) { return progress_.undecided(old); });
      if (!matters) continue;
      progress_.findings.push_back(finding);
      ++progress_.list_contradictions;
      for (const std::uint32_t old : olds) trouble(old, finding, true);
    }
  }

  Progress& progress_;
  const Problem& problem_;
  const RuleEvaluator& evaluate_;
  std::map<SourceSpan, SaidSenders> said_;
  std::map<SourceSpan, std::pair<const SaidSender*, std::vector<std::uint32_t>>> clashes_;
};

}  // namespace

void set_destinations(Progress& progress, const RuleEvaluator& evaluate) {
  if (progress.senders.size() > 1) DestinationTaker(progress, evaluate).run();
}

std::vector<MatchPart> match_parts(const Progress& progress, const std::function<bool(const SenderCode&)>& matches) {
  const Problem& problem = progress.problem;
  std::map<SenderCode, MatchPart> by_sender;  // everything under one key while there is one new sender
  const SenderCode any;
  std::vector<bool> takes_part;  // per numbering
  for (const Numbering& numbering : problem.old.numberings()) takes_part.push_back(matches(numbering.sender));
  MatchPart* latest = nullptr;
  const SenderCode* of_latest = nullptr;
  for (std::uint32_t old = 0; old < problem.old.size(); ++old) {
    if (!progress.undecided(old) || progress.alone[old] || progress.is_outside(old) || !progress.has_destination(old) ||
        !takes_part[problem.old.numbering_number(old)])
      continue;
    const SenderCode* sender = progress.destination(old);
    if (latest == nullptr || sender != of_latest) latest = &by_sender[sender == nullptr ? any : *sender];
    of_latest = sender;
    latest->old.push_back(old);
  }
  const bool several = !progress.destinations.empty();
  for (std::uint32_t fresh = 0; fresh < problem.fresh.size() && !by_sender.empty(); ++fresh) {
    if (progress.linked[fresh]) continue;
    const auto part = by_sender.find(several ? problem.fresh.sender(fresh) : any);
    if (part != by_sender.end()) part->second.fresh.push_back(fresh);
  }
  std::vector<MatchPart> parts;
  for (auto& [sender, part] : by_sender) parts.push_back(std::move(part));
  return parts;
}

std::vector<std::uint16_t> conversion_files(const Progress& progress) {
  const Problem& problem = progress.problem;
  std::vector<std::uint16_t> files(problem.old.size(), 0);
  if (progress.senders.size() < 2) return files;
  const auto number_of = [&](const SenderCode& sender) {
    const auto found = std::find(progress.senders.begin(), progress.senders.end(), sender);
    return found == progress.senders.end() ? Progress::nowhere : static_cast<std::uint16_t>(found - progress.senders.begin());
  };
  for (std::uint32_t old = 0; old < problem.old.size(); ++old) {
    std::uint16_t file = progress.destinations[old];
    if (file == Progress::nowhere || progress.fates[old] == OldFate::stays) {
      const std::uint16_t own = number_of(problem.old.sender(old));
      file = own != Progress::nowhere ? own : file;
    }
    if (file == Progress::nowhere) {
      const auto home = problem.homes.find(problem.old.sender(old));
      if (home != problem.homes.end()) file = number_of(home->second);
    }
    files[old] = file == Progress::nowhere ? 0 : file;
  }
  for (const Pairing& pairing : progress.pairings) files[pairing.old] = number_of(problem.fresh.sender(pairing.fresh));
  return files;
}

}  // namespace srgconv::reconcile
