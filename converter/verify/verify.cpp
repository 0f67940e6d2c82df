// The list of checks, read from top to bottom, and the verdict on what they found.
#include "verify/verify.hpp"

#include <algorithm>
#include <array>
#include <exception>
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
    {"XSD", nothing, check_schema, "Het bestand voldoet aan het formaat", "The file meets the format"},
    {"HEADER", partly(new_too), check_header, "De kop klopt met de nieuwe levering", "The header agrees with the new delivery"},
    {"COUNTS", the_file, check_counts, "De tellingen in de kop kloppen", "The counts in the header are right"},
    {"SENDER-KNOWN", the_file, check_senders_known, "De berichtgevers zijn bekend", "The senders are known"},
    {"SENDER-ALIVE", the_file, check_senders_alive, "De berichtgevers bestonden in hun maand", "The senders existed in their month"},
    {"SENDER-SUCCESSOR", the_file, check_successors, "De nieuwe berichtgever volgt de oude op", "The new sender succeeds the old ones"},
    {"UNIQUE", partly(both_sides), check_unique, "Elke sleutel komt één keer voor", "Every key occurs once"},
    {"BSN", the_file, check_bsn, "Elk BSN voldoet aan de elfproef", "Every BSN passes the 11-test"},
    {"OLD-KEY", old_too, check_old_keys, "De oude sleutels zijn precies die welke geleverd zijn", "The old keys are exactly those delivered"},
    {"NEW-KEY", new_too, check_new_keys, "De nieuwe sleutels staan in de nieuwe levering", "The new keys stand in the new delivery"},
    {"KEY-TWICE", the_file, check_keys_twice, "Geen nieuwe sleutel is dubbel gebruikt", "No new key is used twice"},
    {"FATES-OLD", both_sides, check_old_fates, "Van elke oude voorziening is bekend wat ermee gebeurde", "Every old provision is accounted for"},
    {"FATES-NEW", both_sides, check_new_fates, "Van elke nieuwe voorziening is bekend waar zij vandaan komt", "Every new provision is accounted for"},
    {"FACTS", partly(both_sides), check_facts, "De gegevens zijn die van de leveringen", "The facts are those of the deliveries"},
    {"RELATION", the_file, check_relations, "De relaties passen bij de sleutels en datums", "The relations fit the keys and dates"},
    {"CHANGES", both_sides, check_changes, "De opgegeven wijzigingen zijn echt en volledig", "The declared changes are real and complete"},
    {"EARLY-START", both_sides, check_early_starts, "Vroeg begonnen nieuwe voorzieningen zijn verklaard", "New provisions that started early are explained"},
    {"DELIVERED-TWICE", both_sides, check_delivered_twice, "Geen voorziening is door twee berichtgevers geleverd", "No provision is delivered by two senders"},
    {"LATE-SHARE", both_sides, check_late_share, "Er zijn niet meer late registraties dan voorheen", "There are no more late registrations than before"},
    {"CONTINUITY", both_sides, check_continuity, "Het aantal voorzieningen loopt door", "The stock of provisions is continuous"},
    {"EARLIER", earlier_too, check_earlier, "Het past bij eerdere conversiebestanden", "It is consistent with earlier conversion files"},
    {"MAPPING-AGREES", old_too, check_mapping, "De mapping levert wat geleverd is", "The mapping agrees with what was delivered"},
    {"OPEN-REVIEW", the_file, check_open, "Over elke oude voorziening is beslist", "Every old provision is decided"},
});

// Open provisions give a signal (design.md), also in a pack that does not mention this check.
pack::CheckSeverity severity_of(const pack::Pack& pack, std::string_view id) {
  if (id == "OPEN-REVIEW" && !pack.severities.contains(id)) return pack::CheckSeverity::signal;
  return pack.severity(id);
}

}  // namespace

CheckResult run_check(const PlannedCheck& check, const Evidence& evidence) {
  CheckResult result;
  result.id = check.id;
  result.severity = severity_of(evidence.pack, check.id);
  Tally tally(result, evidence.every_finding);
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
  try {
    check.run(evidence, tally);
  } catch (const BrokenWorld&) {
    throw;
  } catch (const std::exception&) {
    // Whatever it was, the check has not come to its end; what it found until then stays.
    tally.not_assessed("VER-240", evidence.files.name(), 0, {{"check", check.id}});
  }
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

std::string_view check_title(std::string_view id, Language language) {
  const auto found = std::find_if(planned.begin(), planned.end(), [&](const PlannedCheck& check) { return check.id == id; });
  if (found == planned.end()) return {};
  return language == Language::nl ? found->nl : found->en;
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
  if (results.size() != planned.size() || std::any_of(requirements.begin(), requirements.end(), unmeasured)) return Verdict::not_assessed;
  return verdict;
}

Verification verify(const Request& request, Diagnostics& diagnostics) {
  Words words;
  Evidence evidence = read_evidence(request, words, diagnostics);
  join(evidence);
  Verification verification;
  verification.checks = run_checks(evidence, request.threads);
  verification.equations = std::move(evidence.equations);
  verification.requirements = measure_requirements(request, verification.equations);
  verification.verdict = judge(verification.checks, verification.equations, verification.requirements);
  return verification;
}

}  // namespace srgconv::verify
