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

Verdict verdict_on(const std::vector<CheckResult>& results) {
  const auto any = [&](auto holds) { return std::any_of(results.begin(), results.end(), holds); };
  if (any([](const CheckResult& check) { return check.severity == pack::CheckSeverity::reject && check.violated > 0; })) return Verdict::rejected;
  if (results.empty() || any([](const CheckResult& check) { return check.state == State::not_assessed; })) return Verdict::not_assessed;
  const bool signal = any([](const CheckResult& check) { return check.violated > 0 || check.undecided > 0; });
  return signal ? Verdict::accepted_with_signals : Verdict::accepted;
}

}  // namespace srgconv::checks
