// Keeps the findings of a check in the order of their places.
#include "checks/checks.hpp"

#include <algorithm>
#include <tuple>

namespace srgconv::checks {
namespace {

auto rank(std::string_view file, std::uint32_t line, std::string_view code) { return std::tuple(file, line, code); }
auto rank(const Diagnostic& finding) { return rank(finding.primary.file, finding.primary.line, finding.code); }

}  // namespace

void Tally::satisfied(std::uint64_t cases) {
  result_.examined += cases;
  result_.satisfied += cases;
}

void Tally::violated(std::uint64_t cases) {
  result_.examined += cases;
  result_.violated += cases;
}

void Tally::undecided(std::uint64_t cases) {
  result_.examined += cases;
  result_.undecided += cases;
}

void Tally::not_assessed(const Diagnostic& why) {
  result_.state = State::not_assessed;
  keep(Finding(why, Outcome::not_assessed));
}

void Tally::not_assessed(std::string_view code, const std::string& file, std::uint32_t line, Arguments arguments) {
  result_.state = State::not_assessed;
  keep(Outcome::not_assessed, code, file, line, std::move(arguments), {});
}

bool Tally::is_among_first(std::string_view code, const std::string& file, std::uint32_t line) const {
  return result_.findings.size() < most_ || rank(file, line, code) < rank(result_.findings.back());
}

bool Tally::keep(Outcome outcome, std::string_view code, const std::string& file, std::uint32_t line, Arguments arguments, std::string_view suggestion) {
  Finding finding;
  finding.code = code;
  finding.primary.file = file;
  finding.primary.line = line;
  finding.arguments = std::move(arguments);
  if (!suggestion.empty()) finding.suggestion = suggestion;
  finding.outcome = outcome;
  return keep(std::move(finding));
}

bool Tally::keep(Finding finding) {
  if (every_ != nullptr) finding.waived = every_->take(result_, finding);
  const bool waived = finding.waived;
  if (!is_among_first(finding.code, finding.primary.file, finding.primary.line)) return waived;
  auto& findings = result_.findings;
  const auto after = std::upper_bound(findings.begin(), findings.end(), finding, [](const Finding& a, const Finding& b) { return rank(a) < rank(b); });
  findings.insert(after, std::move(finding));
  if (findings.size() > most_) findings.pop_back();
  return waived;
}

}  // namespace srgconv::checks
