#include "monthly/feedback.hpp"

#include <algorithm>
#include <set>
#include <tuple>

namespace srgconv::monthly {
namespace {

// Durations have a table of their own in the letter.
bool is_about_duration(std::string_view check) { return check == "MAX-DURATION" || check == "LKS-FLAT-RATE-DURATION"; }

}  // namespace

std::vector<ListedProvision> listed_provisions(const std::vector<NotedCheck>& checks, const Trails& trails) {
  std::vector<ListedProvision> listed;
  for (const NotedCheck& each : checks) {
    const std::size_t first = listed.size();
    for (const Outcome outcome : {Outcome::violated, Outcome::undecided}) {
      for (const auto& [index, told] : each.noted->provisions(outcome)) {
        const Trail& trail = trails[index];
        const std::string number = mask_personal(trail.facts.bsn ? shown_number(trail.id, *trail.facts.bsn) : trail.id);
        listed.push_back({each.result->id, outcome == Outcome::violated, number, trail.known ? *trail.facts.type : "", told.first, told.last, told.months});
      }
    }
    std::sort(listed.begin() + static_cast<std::ptrdiff_t>(first), listed.end(), [](const ListedProvision& a, const ListedProvision& b) {
      return std::tie(a.number, b.violated, a.first, a.last, a.type) < std::tie(b.number, a.violated, b.first, b.last, b.type);
    });
  }
  return listed;
}

std::vector<QuarterFeedback> feedback_of(const pack::Pack& pack, const std::vector<NotedCheck>& checks, const std::vector<ReportedMonth>& months) {
  std::set<int> quarters;
  for (const ReportedMonth& month : months) {
    if (month.usable) quarters.insert(quarter_of(month.month));
  }
  const CodeList* types = pack.codes.find("type");
  std::vector<QuarterFeedback> feedback;
  for (const int quarter : quarters) {
    QuarterFeedback& tables = feedback.emplace_back();
    tables.year = quarter / 4;
    tables.quarter = quarter % 4 + 1;
    for (const NotedCheck& each : checks) {
      if (each.result->severity != pack::CheckSeverity::signal) continue;
      std::uint64_t provisions = 0;
      for (const auto& [key, count] : each.noted->by_quarter()) {
        if (key.first != quarter) continue;
        provisions += count;
        if (!is_about_duration(each.result->id)) continue;
        const Code* code = types == nullptr ? nullptr : types->find(*key.second);
        tables.durations.push_back({*key.second, code == nullptr ? "" : code->name, code == nullptr ? 0 : code->max_months.value_or(0), count});
      }
      if (provisions > 0 && !is_about_duration(each.result->id)) tables.quality.emplace_back(each.result->id, provisions);
    }
    std::sort(tables.durations.begin(), tables.durations.end(), [](const LongProvisions& a, const LongProvisions& b) { return a.type < b.type; });
  }
  return feedback;
}

}  // namespace srgconv::monthly
