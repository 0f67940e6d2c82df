// The list of checks, read from top to bottom, and the senders one after another.
#include "monthly/monthly.hpp"

#include <algorithm>

#include "monthly/sender.hpp"

namespace srgconv::monthly {

const std::vector<Check>& planned_checks() {
  static const std::vector<Check> all{
      {"XSD", nullptr, check_format, "De levering voldoet aan het formaat", "The delivery meets the format"},
      {"COUNTS", nullptr, check_counts, "De tellingen in de kop kloppen", "The counts in the header are right"},
      {"REDELIVERY", nullptr, check_redeliveries, "Van elke maand is bekend welke levering geldt", "Of every month it is known which delivery holds"},
      {"SENDER-KNOWN", nullptr, check_sender_known, "De berichtgever is bekend", "The sender is known"},
      {"SENDER-ALIVE", nullptr, check_sender_alive, "De berichtgever bestond in de maand", "The sender existed in the month"},
      {"UNIQUE", check_unique, nullptr, "Elk registratienummer komt één keer voor", "Every registration number occurs once"},
      {"BSN", check_bsns, nullptr, "Elk BSN voldoet aan de elfproef", "Every BSN passes the 11-test"},
      {"EMPTY-DELIVERY", nullptr, check_empty, "In de levering staan voorzieningen", "There are provisions in the delivery"},
      {"OWN-BSN", check_own_bsn, nullptr, "Geen registratienummer bevat het BSN van de persoon", "No registration number holds the BSN of its person"},
      {"MISSING-MONTH", nullptr, check_missing_months, "Van elke maand is er een levering", "There is a delivery of every month"},
      {"RUNNING-LAST-MONTH", check_running, nullptr, "Lopende voorziening van vorige maand ontbreekt deze maand",
       "Provision that ran last month is missing this month"},
      {"RESURRECTED", check_resurrected, nullptr, "Beëindigde of verdwenen voorziening loopt weer", "Provision that had ended or disappeared runs again"},
      {"CHANGED-BSN", check_changed_bsn, nullptr, "Registratienummer is aan een ander BSN gegeven", "Registration number was given to another BSN"},
      {"CHANGED-TYPE", check_changed_type, nullptr, "Type voorziening is gewijzigd", "Type of provision has changed"},
      {"CHANGED-START", check_changed_start, nullptr, "Begindatum is gewijzigd", "Start date has changed"},
      {"CHANGED-END", check_changed_end, nullptr, "Einddatum is gewijzigd nadat zij voorbij was", "End date has changed after it had passed"},
      {"LATE", check_late, nullptr, "Begin of einde is meer dan 3 maanden te laat gemeld", "Start or end was reported more than 3 months late"},
      {"DUPLICATE-PROVISION", check_duplicates, nullptr, "Dezelfde voorziening staat er onder twee nummers", "The same provision is there under two numbers"},
      {"COMBINATIONS", check_combinations, nullptr, "Combinatie van voorzieningen is niet waarschijnlijk", "Combination of provisions is not probable"},
      {"PENSION-AGE", check_pension_age, check_has_birth_dates, "Leeftijd bij lopende voorziening einde verslagmaand is AOW-gerechtigd of ouder",
       "Age with a running provision at the end of the month is state-pension age or more"},
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

std::string_view check_title(std::string_view id, Language language) {
  const auto& all = planned_checks();
  const auto found = std::find_if(all.begin(), all.end(), [&](const Check& check) { return check.id == id; });
  if (found == all.end()) return {};
  return language == Language::nl ? found->nl : found->en;
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

checks::Verdict overall_verdict(const std::vector<SenderResult>& senders) {
  const auto any = [&](checks::Verdict verdict) {
    return std::any_of(senders.begin(), senders.end(), [&](const SenderResult& sender) { return sender.verdict == verdict; });
  };
  using checks::Verdict;
  if (senders.empty()) return Verdict::not_assessed;
  for (const Verdict verdict : {Verdict::rejected, Verdict::not_assessed, Verdict::accepted_with_signals}) {
    if (any(verdict)) return verdict;
  }
  return Verdict::accepted;
}

}  // namespace srgconv::monthly
