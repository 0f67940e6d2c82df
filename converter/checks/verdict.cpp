// The verdict on what checks found.
#include <algorithm>

#include "checks/checks.hpp"

namespace srgconv::checks {

std::string_view name(Verdict verdict) {
  switch (verdict) {
    case Verdict::rejected: return "rejected";
    case Verdict::accepted_with_signals: return "accepted-with-signals";
    case Verdict::accepted: return "accepted";
    case Verdict::not_assessed: break;
  }
  return "not-assessed";
}

std::string_view name(Outcome outcome) {
  switch (outcome) {
    case Outcome::violated: return "violated";
    case Outcome::undecided: return "undecided";
    case Outcome::not_assessed: break;
  }
  return "not-assessed";
}

CheckResult result_of(std::string_view id, const pack::Pack& pack) {
  CheckResult result;
  result.id = id;
  result.severity = pack.severity(id);
  if (const rules::Check* declared = pack.check(id)) result.declared = std::make_shared<const rules::Check>(*declared);
  return result;
}

CheckResult result_of_set(const std::string& id, const pack::Pack& pack, const std::vector<std::string>& planned, EveryFinding* every) {
  CheckResult result = result_of(id, pack);
  if (result.declared != nullptr && result.declared->kind == rules::CheckKind::set) return result;
  // Perhaps it is there under a name that nobody knows.
  std::vector<std::string> others;
  for (const rules::Check& each : pack.checks) {
    if (std::find(planned.begin(), planned.end(), each.code) == planned.end()) others.push_back(each.code);
  }
  Tally(result, every).not_assessed(finding("VER-172", {pack.shown_folder + "/checks.rules", 0, 0, 0, {}}, {{"check", id}}, similar_name(id, others)));
  return result;
}

void require_number(const CheckResult& result, Tally& tally, const pack::Pack& pack, std::string_view parameter) {
  if (result.declared == nullptr) return;
  const auto number = result.declared->number(parameter);
  if (number && number->is_whole() && *number >= Decimal()) return;
  tally.not_assessed("VER-173", pack.shown_folder + "/checks.rules", result.declared->span.line, {{"check", result.id}, {"parameter", std::string(parameter)}});
}

std::string_view title(const CheckResult& result, Language language) {
  if (result.declared == nullptr) return result.id;
  return language == Language::nl ? result.declared->nl.what : result.declared->en.what;
}

Verdict worst_of(const std::vector<Verdict>& verdicts) {
  if (verdicts.empty()) return Verdict::not_assessed;
  for (const Verdict worst : {Verdict::rejected, Verdict::not_assessed, Verdict::accepted_with_signals}) {
    if (std::find(verdicts.begin(), verdicts.end(), worst) != verdicts.end()) return worst;
  }
  return Verdict::accepted;
}

Verdict verdict_on(const std::vector<CheckResult>& results) {
  const auto any = [&](auto holds) { return std::any_of(results.begin(), results.end(), holds); };
  if (any([](const CheckResult& check) { return check.severity == pack::CheckSeverity::reject && check.violated > 0; })) return Verdict::rejected;
  if (results.empty() || any([](const CheckResult& check) { return check.state == State::not_assessed; })) return Verdict::not_assessed;
  const bool signal = any([](const CheckResult& check) { return check.violated > 0 || check.undecided > 0; });
  return signal ? Verdict::accepted_with_signals : Verdict::accepted;
}

}  // namespace srgconv::checks
