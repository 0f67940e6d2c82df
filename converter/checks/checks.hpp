// What a check found, and the verdict on all of them. Knows no data: `verify` judges conversion files, `content` and `monthly` deliveries.
#pragma once

#include <cstdint>
#include <exception>
#include <map>
#include <memory>
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

/// What a finding says: the case is violated, it could not be decided, or the check could not be carried out.
enum class Outcome { violated, undecided, not_assessed };
std::string_view name(Outcome outcome);  ///< `violated`, `undecided`, `not-assessed`

/// What a check found in one place. Its arguments are called the same in every check: `key` is the key that it is about, `sender` and `month` the delivery or
/// file, `field` or `fields` what of it.
struct Finding : Diagnostic {
  Finding() = default;
  Finding(Diagnostic what, Outcome of = Outcome::violated) : Diagnostic(std::move(what)), outcome(of) {}
  Outcome outcome = Outcome::violated;
  bool waived = false;  ///< known and accepted by people, with a reason
};

/// A name for what a finding is about, the same in every run: `F` and eleven signs of the check, the code, and the arguments that say what it is about (key,
/// new_key, sender, month, field, fields, type, format, and old where there is no key). Not of lines, file names and measured values. Of keys it takes what
/// is shown, never a BSN: keys that are masked alike share one.
std::string fingerprint(std::string_view check_id, const Diagnostic& finding);
inline constexpr char fingerprint_letter = 'F';  // a letter: no spreadsheet takes it for a number
inline constexpr std::size_t fingerprint_signs = 11;

/// What one check found. examined = satisfied + violated + undecided; not_applicable counts what did not fall under it.
struct CheckResult {
  std::string id;                                ///< `OLD-KEY`
  std::shared_ptr<const rules::Check> declared;  ///< as the pack has it, with its texts; null: the pack does not declare it
  pack::CheckSeverity severity = pack::CheckSeverity::reject;
  State state = State::assessed;
  std::uint64_t examined = 0, satisfied = 0, violated = 0, undecided = 0, not_applicable = 0;
  std::uint64_t waived = 0;  ///< of the violated and undecided cases those of which every finding is waived; they count as violated or undecided all the same
  std::vector<Finding> findings;  ///< why it was not assessed, and the first `most_findings` violations and undecided cases, in order of place
};
inline constexpr std::size_t most_findings = 20;

/// The result of a check that has looked at nothing yet, with the severity and the texts of the pack; they outlive the pack.
CheckResult result_of(std::string_view id, const pack::Pack& pack);

/// The same for a check on the whole: not assessed (VER-172) where the pack does not declare it as one. `planned`: all checks that the program plans.
CheckResult result_of_set(const std::string& id, const pack::Pack& pack, const std::vector<std::string>& planned, class EveryFinding* every);

/// Not assessed (VER-173) where the pack declares the check without this parameter, a whole number of 0 or more.
void require_number(const CheckResult& result, class Tally& tally, const pack::Pack& pack, std::string_view parameter);

/// What the check is about, as the pack has it; its code when the pack does not declare it.
std::string_view title(const CheckResult& result, Language language);

/// The verdict on checks: rejected when one of severity reject is violated; else not assessed when one could not be; else with signals when one is violated
/// or left something undecided. No checks at all are not assessed.
Verdict verdict_on(const std::vector<CheckResult>& results);

/// The worst of several; what was rejected is worse than what could not be assessed. None at all are not assessed.
Verdict worst_of(const std::vector<Verdict>& verdicts);

using Arguments = std::map<std::string, std::string>;

/// Takes every finding of every check, not the first ones only: the full list, and the waivers. Called by several threads at once when checks run so.
class EveryFinding {
 public:
  virtual ~EveryFinding() = default;
  /// True when the finding is waived.
  virtual bool take(const CheckResult& check, const Finding& finding) = 0;
};

/// The counts and findings of one check. Every finding of every check passes through here.
class Tally {
 public:
  /// `every` may be null: then the first findings are all that is kept, and a million violations cost no texts.
  explicit Tally(CheckResult& result, EveryFinding* every = nullptr) : result_(result), every_(every) {}

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

  /// A finding beside `violated()` or `undecided()`, about `cases` of them: kept when it is among the first. `arguments` is called only when somebody takes it.
  /// An empty `suggestion` is none.
  template <class MakeArguments>
  void finding(std::string_view code, const std::string& file, std::uint32_t line, MakeArguments&& arguments, std::string_view suggestion = {},
               Outcome outcome = Outcome::violated, std::uint64_t cases = 1) {
    if (receive(outcome, code, file, line, std::forward<MakeArguments>(arguments), suggestion)) result_.waived += cases;
  }

 private:
  friend class Case;
  /// True when the finding is waived.
  template <class MakeArguments>
  bool receive(Outcome outcome, std::string_view code, const std::string& file, std::uint32_t line, MakeArguments&& arguments, std::string_view suggestion) {
    return (every_ != nullptr || is_among_first(code, file, line)) && keep(outcome, code, file, line, arguments(), suggestion);
  }
  bool is_among_first(std::string_view code, const std::string& file, std::uint32_t line) const;
  bool keep(Outcome outcome, std::string_view code, const std::string& file, std::uint32_t line, Arguments arguments, std::string_view suggestion);
  bool keep(Finding finding);

  CheckResult& result_;
  EveryFinding* every_;
  std::size_t most_ = most_findings;
};

/// Does work that a check consists of, and says whether it came to its end: false when it threw, whatever it was. A broken world is thrown on.
template <class Work>
bool comes_to_its_end(Work&& work) {
  try {
    work();
    return true;
  } catch (const BrokenWorld&) {
    throw;
  } catch (const std::exception&) {
    return false;
  }
}

/// The same for one check: without an end it is not assessed (VER-240), and what it found until then stays.
template <class Work>
void carry_out(Tally& tally, const std::string& id, const std::string& file, Work&& work) {
  if (!comes_to_its_end(std::forward<Work>(work))) tally.not_assessed("VER-240", file, 0, {{"check", id}});
}

/// One examined case. It is violated when anything in it is, else undecided when anything is, else satisfied; counted once, at its end.
class Case {
 public:
  Case(Tally& tally, const std::string& file, std::uint32_t line) : tally_(tally), file_(file), line_(line) {}
  ~Case() {
    violated_ ? tally_.violated() : undecided_ ? tally_.undecided() : tally_.satisfied();
    if (waived_ && !unwaived_) ++tally_.result_.waived;
  }
  Case(const Case&) = delete;
  Case& operator=(const Case&) = delete;

  template <class MakeArguments>
  void violated(std::string_view code, MakeArguments&& arguments, std::string_view suggestion = {}) {
    violated_ = true;
    receive(Outcome::violated, code, std::forward<MakeArguments>(arguments), suggestion);
  }
  template <class MakeArguments>
  void undecided(std::string_view code, MakeArguments&& arguments) {
    undecided_ = true;
    receive(Outcome::undecided, code, std::forward<MakeArguments>(arguments), {});
  }

 private:
  template <class MakeArguments>
  void receive(Outcome outcome, std::string_view code, MakeArguments&& arguments, std::string_view suggestion) {
    (tally_.receive(outcome, code, file_, line_, std::forward<MakeArguments>(arguments), suggestion) ? waived_ : unwaived_) = true;
  }

  Tally& tally_;
  const std::string& file_;
  std::uint32_t line_;
  bool violated_ = false, undecided_ = false, waived_ = false, unwaived_ = false;
};

}  // namespace srgconv::checks
