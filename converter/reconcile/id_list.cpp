// Checks of a supplier's id list.
#include "reconcile/id_list.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace srgconv::reconcile {
namespace {

constexpr std::size_t most_related = 5;

using Lines = std::vector<const ListLine*>;

// Lines that share one number but not the other.
struct Clash {
  Lines lines;  // in the order of the list
};

// Lines that share a number, `shared`, and differ in the other one. `shared` gives a line's number as far as it tells numbers apart.
std::vector<Clash> clashes(const std::vector<ListLine>& lines, const std::vector<bool>& out, const std::function<std::string(const ListLine&)>& shared,
                           std::string ListLine::*other) {
  std::vector<std::pair<std::size_t, std::uint32_t>> hashes;  // and the line
  hashes.reserve(lines.size());
  for (std::uint32_t number = 0; number < lines.size(); ++number) {
    if (!out[number] && !lines[number].old_id.empty() && !lines[number].new_id.empty())
      hashes.emplace_back(std::hash<std::string>{}(shared(lines[number])), number);
  }
  std::sort(hashes.begin(), hashes.end());
  std::vector<Clash> result;
  for (auto begin = hashes.begin(); begin != hashes.end();) {
    const auto end = std::find_if(begin, hashes.end(), [&](const auto& entry) { return entry.first != begin->first; });
    if (end - begin > 1) {  // nearly never
      std::map<std::string, Lines> by_number;
      for (auto entry = begin; entry != end; ++entry) by_number[shared(lines[entry->second])].push_back(&lines[entry->second]);
      for (auto& [number, together] : by_number) {
        const bool same = std::all_of(together.begin(), together.end(), [&](const ListLine* line) { return line->*other == together.front()->*other; });
        if (!same) result.push_back({std::move(together)});
      }
    }
    begin = end;
  }
  std::sort(result.begin(), result.end(), [](const Clash& a, const Clash& b) { return a.lines.front() < b.lines.front(); });  // all of one vector
  return result;
}

Diagnostic clash_finding(const Clash& clash, std::string_view code, const std::string& number) {
  Diagnostic finding{std::string(code), clash.lines.front()->place, {{"id", number}, {"count", std::to_string(clash.lines.size())}}, {}, {}};
  for (std::size_t line = 1; line < clash.lines.size() && line <= most_related; ++line) finding.related.push_back({clash.lines[line]->place, "RECO-015"});
  return finding;
}

}  // namespace

std::string contradiction(const Problem& problem, std::uint32_t old, std::uint32_t fresh) {
  const Facts &before = problem.old[old], &after = problem.fresh[fresh];
  const auto& recoded = problem.transition.recoded;
  const bool lawful = before.type == after.type || std::any_of(recoded.begin(), recoded.end(), [&](const rules::Recoded& one) {
                        return problem.numbers.find(one.old_type) == before.type && problem.numbers.find(one.new_type) == after.type;
                      });
  std::string fields;
  if (before.bsn != after.bsn) fields = "bsn";
  if (!lawful) fields += fields.empty() ? "type" : ", type";
  return fields;
}

Diagnostic goes_on_all_the_same(const Progress& progress, std::uint32_t old, std::uint32_t fresh, const SourceSpan& place) {
  return {progress.fates[old] == OldFate::dropped ? "RECO-002" : "RECO-012",
          place,
          {{"old", progress.problem.old.key_text(old)}, {"new", progress.problem.fresh.key_text(fresh)}},
          {},
          {}};
}

IdList::IdList(const std::vector<ListLine>& lines, const SenderCode& sender, const IdIndex& old_ids, const IdIndex& new_ids, Progress& progress) {
  const Problem& problem = progress.problem;
  const auto olds_of = [&](const std::string& id) {
    auto olds = old_ids.all(id);
    std::erase_if(olds, [&](std::uint32_t old) { return problem.old.sender(old) != sender; });
    return olds;
  };

  // A line is about the sender that its old provision goes to; one that names another is of no use.
  const auto towards = [&](const ListLine& line, std::uint32_t old) -> const SenderCode* {
    const SenderCode* goes_to = progress.destination(old);
    return goes_to == nullptr || line.new_sender.empty() || line.new_sender == goes_to->text() ? goes_to : nullptr;
  };
  const auto is_lost = [&](const ListLine& line, std::uint32_t old) { return !progress.destinations.empty() && towards(line, old) == nullptr; };
  // Equal numbers of two new senders are two numbers.
  const auto new_number = [&](const ListLine& line) {
    if (progress.destinations.empty()) return line.new_id;
    const auto olds = line.new_sender.empty() ? olds_of(line.old_id) : std::vector<std::uint32_t>();
    const SenderCode* goes_to = olds.empty() ? nullptr : progress.destination(olds.front());
    return (goes_to == nullptr ? line.new_sender : goes_to->text()) + "/" + line.new_id;
  };

  // The facts judge first: of two lines that share a number, one that contradicts them must not take the right one down with it.
  std::vector<bool> contradicting(lines.size(), false);
  for (std::size_t number = 0; number < lines.size(); ++number) {
    const ListLine& line = lines[number];
    if (line.new_id.empty()) continue;
    for (const std::uint32_t old : olds_of(line.old_id)) {
      const auto found = new_ids.find(line.new_id, towards(line, old));
      if (found.count != 1 || is_lost(line, old)) continue;
      const std::string fields = progress.undecided(old) ? contradiction(problem, old, found.first) : std::string();
      if (fields.empty()) continue;
      contradicting[number] = true;
      const Diagnostic finding{
          "RECO-004", line.place, {{"old", problem.old.key_text(old)}, {"new", problem.fresh.key_text(found.first)}, {"fields", fields}}, {}, {}};
      progress.findings.push_back(finding);
      progress.troubles.push_back({old, finding, {found.first}});
    }
  }

  std::vector<bool> clashing(lines.size(), false);
  const auto report = [&](const std::vector<Clash>& found, std::string_view code, std::string ListLine::*shared) {
    for (const Clash& clash : found) {
      const Diagnostic finding = clash_finding(clash, code, clash.lines.front()->*shared);
      progress.findings.push_back(finding);
      for (const ListLine* line : clash.lines) {
        clashing[static_cast<std::size_t>(line - lines.data())] = true;
        for (const std::uint32_t old : olds_of(line->old_id)) progress.troubles.push_back({old, finding, new_ids.all(line->new_id, towards(*line, old))});
      }
    }
  };
  report(clashes(
             lines, contradicting, [](const ListLine& line) { return line.old_id; }, &ListLine::new_id),
         "RECO-005", &ListLine::old_id);
  report(clashes(lines, contradicting, new_number, &ListLine::old_id), "RECO-006", &ListLine::new_id);

  for (std::size_t number = 0; number < lines.size(); ++number) {
    const ListLine& line = lines[number];
    if (clashing[number] || contradicting[number]) ++progress.list_contradictions;
    if (clashing[number] || contradicting[number] || line.new_id.empty()) continue;
    const auto olds = olds_of(line.old_id);
    if (olds.empty()) progress.findings.push_back({"RECO-007", line.place, {{"id", line.old_id}, {"sender", sender.text()}}, {}, {}});
    for (const std::uint32_t old : olds) {
      if (progress.undecided(old)) {
        const SenderCode* goes_to = progress.destination(old);
        if (goes_to != nullptr && is_lost(line, old))
          progress.findings.push_back(
              {"RECO-034", line.place, {{"old", problem.old.key_text(old)}, {"sender", line.new_sender}, {"other", goes_to->text()}}, {}, {}});
        else
          usable_.emplace_back(old, &line);
        continue;
      }
      const auto news = new_ids.all(line.new_id, towards(line, old));
      const auto running = std::find_if(news.begin(), news.end(), [&](std::uint32_t fresh) { return running_at_transition(problem, fresh); });
      if (running != news.end()) progress.findings.push_back(goes_on_all_the_same(progress, old, *running, line.place));
    }
  }
  // A line that is there twice counts once: the first of equal ones.
  std::stable_sort(usable_.begin(), usable_.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  usable_.erase(std::unique(usable_.begin(), usable_.end(), [](const auto& a, const auto& b) { return a.first == b.first; }), usable_.end());
}

const ListLine* IdList::line_of(std::uint32_t old) const {
  const auto found = std::lower_bound(usable_.begin(), usable_.end(), old, [](const auto& entry, std::uint32_t wanted) { return entry.first < wanted; });
  return found == usable_.end() || found->first != old ? nullptr : found->second;
}

}  // namespace srgconv::reconcile
