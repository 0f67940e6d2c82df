// The list of checks, read from top to bottom, and the senders one after another.
#include "monthly/monthly.hpp"

#include "monthly/sender.hpp"

namespace srgconv::monthly {

const std::vector<Check>& planned_checks() {
  static const std::vector<Check> all{
      {"XSD", nullptr, check_format},
      {"COUNTS", nullptr, check_counts},
      {"REDELIVERY", nullptr, check_redeliveries},
      {"SENDER-KNOWN", nullptr, check_sender_known},
      {"SENDER-ALIVE", nullptr, check_sender_alive},
      {"UNIQUE", check_unique, nullptr},
      {"BSN", check_bsns, nullptr},
      {"EMPTY-DELIVERY", nullptr, check_empty},
      {"OWN-BSN", check_own_bsn, nullptr},
      {"MISSING-MONTH", nullptr, check_missing_months},
      {"RUNNING-LAST-MONTH", check_running, nullptr},
      {"RESURRECTED", check_resurrected, nullptr},
      {"CHANGED-BSN", check_changed_bsn, nullptr},
      {"CHANGED-TYPE", check_changed_type, nullptr},
      {"CHANGED-START", check_changed_start, nullptr},
      {"CHANGED-END", check_changed_end, nullptr},
      {"LATE", check_late, nullptr, months_in_time},
      {"DUPLICATE-PROVISION", check_duplicates, nullptr},
      {"COMBINATIONS", check_combinations, nullptr},
      {"PENSION-AGE", check_pension_age, check_has_birth_dates},
  };
  return all;
}

const std::vector<std::string>& check_ids() {
  static const std::vector<std::string> ids = [] {
    std::vector<std::string> result;
    for (const Check& check : planned_checks()) result.emplace_back(check.id);
    return result;
  }();
  return ids;
}

std::vector<SenderResult> check_deliveries(const Request& request, Diagnostics& diagnostics) {
  const SortedDeliveries sorted = sort_deliveries(request, diagnostics);
  std::vector<SenderResult> results;
  const auto begin = [&](const std::string& sender) {
    if (request.begin_sender) request.begin_sender(sender);
  };
  for (const auto& [sender, months] : sorted.senders) {
    begin(sender.text());
    results.push_back(judge_sender(request, sender, months, diagnostics));
  }
  if (!sorted.unattributed.empty()) {
    begin("");
    results.push_back(judge_unattributed(request, sorted.unattributed));
  }
  if (!sorted.why_unusable.empty()) {
    begin("");
    SenderResult& nothing = results.emplace_back();
    for (const Check& check : planned_checks()) {
      checks::CheckResult& judged = nothing.checks.emplace_back(checks::result_of_set(check.id, request.pack, check_ids(), request.every_finding));
      for (const Diagnostic& why : sorted.why_unusable) checks::Tally(judged, request.every_finding).not_assessed(why);
    }
  }
  return results;
}

}  // namespace srgconv::monthly
