// The list of checks, read from top to bottom, and the verdict on what they found.
#include "verify/verify.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "parallel/parallel.hpp"
#include "verify/conversion_checks.hpp"
#include "verify/read_evidence.hpp"

namespace srgconv::verify {
namespace {

using Needs = PlannedCheck::Needs;
constexpr Needs nothing{false, false, false};
constexpr Needs the_file{true, false, false};
constexpr Needs old_too{true, true, false};
constexpr Needs new_too{true, false, true};
constexpr Needs both_sides{true, true, true};
constexpr Needs earlier_too{true, false, false, true};
/// Finds what it can in the file and the side that is there.
constexpr Needs partly(Needs needs) {
  needs.partly = true;
  return needs;
}

constexpr auto planned = std::to_array<PlannedCheck>({
    {"XSD", nothing, check_schema},
    {"HEADER", partly(new_too), check_header},
    {"COUNTS", the_file, check_counts},
    {"SENDER-KNOWN", the_file, check_senders_known},
    {"SENDER-ALIVE", the_file, check_senders_alive},
    {"SENDER-SUCCESSOR", the_file, check_successors},
    {"UNIQUE", partly(both_sides), check_unique},
    {"BSN", the_file, check_bsn},
    {"OLD-KEY", old_too, check_old_keys},
    {"NEW-KEY", new_too, check_new_keys},
    {"KEY-TWICE", the_file, check_keys_twice},
    {"FATES-OLD", both_sides, check_old_fates},
    {"FATES-NEW", both_sides, check_new_fates},
    {"FACTS", partly(both_sides), check_facts},
    {"RELATION", the_file, check_relations},
    {"CHANGES", both_sides, check_changes},
    {"EARLY-START", both_sides, check_early_starts},
    {"DELIVERED-TWICE", both_sides, check_delivered_twice},
    {"LATE-SHARE", both_sides, check_late_share, {"least_months", "least_count", "factor"}},
    {"CONTINUITY", both_sides, check_continuity, {"least_count", "least_percent", "least_durations", "least_days", "least_days_percent"}},
    {"EARLIER", earlier_too, check_earlier},
    {"MAPPING-AGREES", old_too, check_mapping},
    {"OPEN-REVIEW", the_file, check_open},
});

// The provisions of both sides, held against the record checks of the pack.
content::Content judge_records(const Evidence& evidence) {
  content::RecordChecks records(evidence.pack, evidence.every_finding);
  for (const DeliveredSide* side : {&evidence.old_side, &evidence.new_side}) {
    for (const SideDelivery& delivery : side->deliveries) records.look_at(delivery);
    for (const Diagnostic& why : side->why_unusable) records.not_assessed(why);
  }
  return std::move(records).result();
}

// As run_check: where judging does not come to its end, none of these checks is assessed.
content::Content run_record_checks(const Evidence& evidence) {
  content::Content judged;
  if (checks::comes_to_its_end([&] { judged = judge_records(evidence); })) return judged;
  content::Content none = content::RecordChecks(evidence.pack).result();
  for (CheckResult& check : none.checks) Tally(check, evidence.every_finding).not_assessed("VER-240", evidence.files.name(), 0, {{"check", check.id}});
  return none;
}

}  // namespace

CheckResult run_check(const PlannedCheck& check, const Evidence& evidence) {
  CheckResult result = checks::result_of_set(check.id, evidence.pack, check_ids(), evidence.every_finding);
  Tally tally(result, evidence.every_finding);
  for (const char* parameter : check.parameters) {
    if (parameter != nullptr) checks::require_number(result, tally, evidence.pack, parameter);
  }
  const auto lack = [&](const std::vector<Diagnostic>& reasons) {
    for (const Diagnostic& why : reasons) tally.not_assessed(why);
  };
  for (const ConversionFile& file : evidence.files.each) {
    if (check.needs.file && file.state != FileState::readable) lack(file.why_not);
  }
  const bool unreadable = result.state == State::not_assessed;
  if (check.needs.old_side) lack(evidence.old_side.why_unusable);
  if (check.needs.new_side) lack(evidence.new_side.why_unusable);
  if (check.needs.earlier) lack(evidence.earlier.why_unusable);
  if (unreadable || (result.state == State::not_assessed && !check.needs.partly)) return result;
  checks::carry_out(tally, result.id, evidence.files.name(), [&] { check.run(evidence, tally); });
  if (result.state == State::assessed && result.examined == 0) result.state = State::not_applicable;
  return result;
}

const std::vector<std::string>& check_ids() {
  static const std::vector<std::string> ids = [] {
    std::vector<std::string> result;
    for (const PlannedCheck& check : planned) result.emplace_back(check.id);
    return result;
  }();
  return ids;
}

std::vector<CheckResult> run_checks(const Evidence& evidence, unsigned threads) {
  std::vector<CheckResult> results;
  parallel::ordered(
      planned.size(), threads, [&](std::size_t i) { return run_check(planned[i], evidence); },
      [&](std::size_t, CheckResult&& result) {
        results.push_back(std::move(result));
        return true;
      });
  return results;
}

Verdict judge(const std::vector<CheckResult>& results, const std::vector<Equation>& equations, const std::vector<RequirementResult>& requirements) {
  const auto unmeasured = [](const RequirementResult& requirement) { return requirement.measured == "-"; };
  const auto failed = [&](const RequirementResult& requirement) { return !requirement.met && !unmeasured(requirement); };
  const auto broken = [](const Equation& equation) { return !equation.holds(); };
  const Verdict verdict = checks::verdict_on(results);
  if (verdict == Verdict::rejected) return verdict;
  if (std::any_of(equations.begin(), equations.end(), broken) || std::any_of(requirements.begin(), requirements.end(), failed)) return Verdict::rejected;
  if (results.size() < planned.size() || std::any_of(requirements.begin(), requirements.end(), unmeasured)) return Verdict::not_assessed;
  return verdict;
}

Verification verify(const Request& request, Diagnostics& diagnostics) {
  Words words;
  Evidence evidence = read_evidence(request, words, diagnostics);
  join(evidence);
  Verification verification;
  verification.checks = run_checks(evidence, request.threads);
  for (CheckResult& check : run_link_checks(evidence)) verification.checks.push_back(std::move(check));
  content::Content content = run_record_checks(evidence);
  std::move(content.checks.begin(), content.checks.end(), std::back_inserter(verification.checks));
  verification.bad_rows = content.bad_rows;
  verification.first_bad_rows = std::move(content.rows);
  verification.equations = std::move(evidence.equations);
  verification.requirements = measure_requirements(request, verification.equations);
  verification.verdict = judge(verification.checks, verification.equations, verification.requirements);
  return verification;
}

}  // namespace srgconv::verify
