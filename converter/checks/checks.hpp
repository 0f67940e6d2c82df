// What a check found, and the verdict on all of them. Knows no data: `verify` judges conversion files, `content` and `monthly` deliveries.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diagnostics/diagnostics.hpp"
#include "pack/pack.hpp"

namespace srgconv::checks {

enum class Verdict { rejected, accepted_with_signals, accepted, not_assessed };
std::string_view name(Verdict verdict);  ///< `rejected`, `accepted-with-signals`, `accepted`, `not-assessed`

enum class State { assessed, not_applicable, not_assessed };

/// What one check found. examined = satisfied + violated + undecided; not_applicable counts what did not fall under it.
struct CheckResult {
  std::string id;  ///< `OLD-KEY`
  pack::CheckSeverity severity = pack::CheckSeverity::reject;
  State state = State::assessed;
  std::uint64_t examined = 0, satisfied = 0, violated = 0, undecided = 0, not_applicable = 0;
  std::vector<Diagnostic>
      findings;  ///< VER-0xx and VER-1xx: why it was not assessed, and the first `most_findings` violations and undecided cases, in order of place
};
inline constexpr std::size_t most_findings = 20;

/// The verdict on checks: rejected when one of severity reject is violated; else not assessed when one could not be; else with signals when one is violated
/// or left something undecided. No checks at all are not assessed.
Verdict verdict_on(const std::vector<CheckResult>& results);

using Arguments = std::map<std::string, std::string>;

/// The counts and findings of one check. Every finding of every check passes through here.
class Tally {
 public:
  explicit Tally(CheckResult& result) : result_(result) {}

  void satisfied(std::uint64_t cases = 1);
  void violated(std::uint64_t cases = 1);
  void undecided(std::uint64_t cases = 1);
  void not_applicable(std::uint64_t cases = 1) { result_.not_applicable += cases; }
  /// Nobody falls under the check.
  void nothing_to_assess() { result_.state = State::not_applicable; }
  /// Keeps every finding from here on, not the first ones only.
  void keep_every_finding() { most_ = static_cast<std::size_t>(-1); }
  /// The check cannot be carried out to its end; the findings it has stay.
  void not_assessed(const Diagnostic& why);
  void not_assessed(std::string_view code, const std::string& file, std::uint32_t line, Arguments arguments);

  /// Keeps a finding when it is among the first. `arguments` is called only then: a million violations cost no texts.
  /// An empty `suggestion` is none.
  template <class MakeArguments>
  void finding(std::string_view code, const std::string& file, std::uint32_t line, MakeArguments&& arguments, std::string_view suggestion = {}) {
    if (is_among_first(code, file, line)) keep(code, file, line, arguments(), suggestion);
  }

 private:
  bool is_among_first(std::string_view code, const std::string& file, std::uint32_t line) const;
  void keep(std::string_view code, const std::string& file, std::uint32_t line, Arguments arguments, std::string_view suggestion);
  void keep(Diagnostic finding);

  CheckResult& result_;
  std::size_t most_ = most_findings;
};

/// One examined case. It is violated when anything in it is, else undecided when anything is, else satisfied; counted once, at its end.
class Case {
 public:
  Case(Tally& tally, const std::string& file, std::uint32_t line) : tally_(tally), file_(file), line_(line) {}
  ~Case() { violated_ ? tally_.violated() : undecided_ ? tally_.undecided() : tally_.satisfied(); }
  Case(const Case&) = delete;
  Case& operator=(const Case&) = delete;

  template <class MakeArguments>
  void violated(std::string_view code, MakeArguments&& arguments, std::string_view suggestion = {}) {
    violated_ = true;
    tally_.finding(code, file_, line_, std::forward<MakeArguments>(arguments), suggestion);
  }
  template <class MakeArguments>
  void undecided(std::string_view code, MakeArguments&& arguments) {
    undecided_ = true;
    tally_.finding(code, file_, line_, std::forward<MakeArguments>(arguments));
  }

 private:
  Tally& tally_;
  const std::string& file_;
  std::uint32_t line_;
  bool violated_ = false, undecided_ = false;
};

}  // namespace srgconv::checks
