// Checks as the rule language declares them, and their conditions, ready to be judged over the facts of a provision or a link. A part of rules.hpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/code_list.hpp"
#include "domain/decimal.hpp"
#include "domain/period.hpp"
#include "domain/source_span.hpp"

namespace srgconv::rules {

class Expression;
using ExpressionPointer = std::shared_ptr<const Expression>;

/// What a failed check means for the verdict.
enum class CheckSeverity { reject, signal };

/// What a check looks at: one provision of a delivery, one link of a conversion file, or more than one row (its C++ is part of the program).
enum class CheckKind { provision, link, set };

/// What is wrong, why CBS asks for it, and how to repair it: in one language.
struct CheckTexts {
  std::string what, why, repair;
};

/// `set with least_count = 5`: a text, number, date or month, as written.
struct CheckParameter {
  std::string name, text;
  std::optional<Decimal> number;  ///< where it is one; percentages without their sign
  SourceSpan span;
};

struct Check {
  std::string code;  ///< `LKS-WAGE-VALUE`; never changes its meaning
  CheckKind kind = CheckKind::set;
  CheckSeverity severity = CheckSeverity::reject;
  ExpressionPointer where;                 ///< of provision and link: what falls under the check; null: everything does
  ExpressionPointer expect;                ///< of provision and link: what has to hold
  std::vector<CheckParameter> parameters;  ///< of a set
  CheckTexts nl, en;
  std::string source;
  SourceSpan span;  ///< of its code

  /// The number of a parameter; nothing when there is none of this name.
  std::optional<Decimal> number(std::string_view parameter) const;
};

// ---------------------------------------------------------------------------------------------- facts

/// What a check may name of a provision, in the order of its facts.
enum class Fact : std::uint8_t { sender, month, bsn, id, start, end, type, goal, work_capacity, wage_value };
inline constexpr std::size_t fact_count = 10;
std::string_view name(Fact fact);  ///< `wage_value`

/// Indices into the facts of a check: of a provision those of Fact; of a link first those of the old side, then those of the new side, then the relation.
constexpr std::size_t fact_index(Fact fact) { return static_cast<std::size_t>(fact); }
constexpr std::size_t old_fact_index(Fact fact) { return static_cast<std::size_t>(fact); }
constexpr std::size_t new_fact_index(Fact fact) { return fact_count + static_cast<std::size_t>(fact); }
inline constexpr std::size_t relation_index = 2 * fact_count;
inline constexpr std::size_t link_fact_count = 2 * fact_count + 1;

/// The values that something may have: empty, a known value, a stretch of days, anything. A partial date is the stretch of the days it can stand for.
/// A text is a view: what it views must live as long.
class Possible {
 public:
  enum class Kind : std::uint8_t { text, number, date, month };

  constexpr Possible() = default;  ///< an empty text
  static Possible empty(Kind kind);
  static Possible anything(Kind kind);          ///< a value that nobody knows, or empty
  static Possible text(std::string_view text);  ///< an empty text is "empty"
  static Possible of(Decimal number);
  static Possible of(Date date);
  static Possible of(ReportMonth month);
  /// From `first` to `last`, of a kind that has an order.
  static Possible stretch(Kind kind, std::int64_t first, std::int64_t last);

  Kind kind() const { return kind_; }
  bool may_be_empty() const { return empty_; }
  bool may_be_value() const { return value_; }
  bool is_empty() const { return empty_ && !value_; }
  /// Exactly one value is possible, and it is not empty.
  bool is_settled() const { return value_ && !empty_ && (kind_ == Kind::text ? known_ : first_ == last_); }
  /// Of a text: is the value known, when there is one?
  bool is_known_text() const { return known_; }
  std::string_view text() const { return {text_, size_}; }
  /// Of numbers ten-thousandths, of dates yyyymmdd of complete days, of months the bits of a ReportMonth.
  std::int64_t first() const { return first_; }
  std::int64_t last() const { return last_; }

  /// The same, but certainly not (or possibly) empty.
  Possible filled() const;
  Possible perhaps_empty() const;
  /// What one or the other may be.
  static Possible either(const Possible& a, const Possible& b);

 private:
  std::int64_t first_ = 0, last_ = 0;
  const char* text_ = nullptr;
  std::uint32_t size_ = 0;
  Kind kind_ = Kind::text;
  bool empty_ = true, value_ = false, known_ = false;
};

/// The value of a code, number or date that a check compares with: what a fact could be changed to.
struct Limit {
  std::size_t fact = 0;  ///< the fact that it is compared with
  Possible value;
};

/// A condition of a check, compiled for the code lists of a pack, which must outlive it. Judging is three-valued: the answer is yes or no only where every
/// completion of the partial dates, and every value of what is unknown, gives it. `and`, `or` and `not` are those of Kleene.
class Condition {
 public:
  Condition(ExpressionPointer expression, const CodeLists& codes);
  ~Condition();
  Condition(Condition&&) noexcept;
  Condition& operator=(Condition&&) noexcept;

  /// `facts`: as many as the check's subject has (fact_count, link_fact_count).
  Answer judge(std::span<const Possible> facts) const;
  /// Per fact: does the condition look at it?
  const std::vector<bool>& looks_at() const;
  /// What facts are compared with as it is written in the check.
  const std::vector<Limit>& limits() const;

 private:
  struct Contents;
  std::unique_ptr<Contents> contents_;
};

}  // namespace srgconv::rules
