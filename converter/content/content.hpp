// Holds the provisions of deliveries against the record checks of the pack (checks.rules), and tells for each bad row the fewest facts that must be wrong.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "checks/checks.hpp"
#include "delivery/delivery.hpp"
#include "pack/pack.hpp"
#include "rules/rules.hpp"

namespace srgconv::content {

/// What became of one provision under one check.
enum class Outcome : std::uint8_t { not_applicable, satisfied, violated, undecided };

/// A fact and what it could be changed to.
struct Change {
  rules::Fact fact = rules::Fact::type;
  /// A code or a number; empty: no value at all. Nothing for dates, which only the municipality knows.
  std::optional<std::string> to;
};

/// The smallest explanation of a bad row: the fewest facts (at most three) whose change satisfies all checks at once (error localisation after Fellegi and
/// Holt, 1976). No fewer facts would do: that was tried, with every value that the checks tell apart.
struct Explanation {
  enum class State {
    found,
    none,           ///< no three facts would do
    not_worked_out  ///< too many possibilities, or beyond the rows that are explained
  };
  State state = State::not_worked_out;
  std::vector<std::vector<rules::Fact>> smallest;  ///< all sets of that size, each in the order of Fact, the sets too
  std::vector<Change> example;                     ///< a change of the first set that satisfies all checks
};

/// A provision that violates at least one check.
struct BadRow {
  std::string file;  ///< as shown; empty when a mapping made it of an export
  std::uint32_t line = 0;
  std::string key;                    ///< as shown: `0398/1001`
  ReportMonth month;                  ///< of the delivery
  std::vector<std::string> violated;  ///< codes of the checks, in the order of the pack
  Explanation explanation;
};

/// What the record checks found.
struct Content {
  std::vector<checks::CheckResult> checks;  ///< every record check of the pack, in its order; findings VER-170 and VER-171
  std::uint64_t bad_rows = 0;               ///< all provisions that violate something
  std::vector<BadRow> rows;                 ///< the first `most_rows` of them by file and line, each with its explanation
};
inline constexpr std::size_t most_rows = 2000;

/// A violation as it is found: for lists that hold every one.
struct Violations {
  const delivery::Delivery& delivery;
  const delivery::Delivered& provision;
  const std::vector<std::uint32_t>& violated;  ///< indices into Content::checks
};

/// The record checks of a pack at work. Deliveries may come in any order and be gone afterwards; the pack and the words of the deliveries must outlive it.
class RecordChecks {
 public:
  /// `every` may be null: then only the first findings are kept.
  explicit RecordChecks(const pack::Pack& pack, checks::EveryFinding* every = nullptr);
  ~RecordChecks();

  /// Judges every provision of a delivery; `visit`, when given, is called for each that violates something, in the order of the delivery.
  void look_at(const delivery::Delivery& delivery, const std::function<void(const Violations&)>& visit = {});
  /// What should have been judged and could not be: no record check is assessed, whatever else is found.
  void not_assessed(const Diagnostic& why);
  /// What was found. The explanations are worked out here.
  Content result() &&;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace srgconv::content
