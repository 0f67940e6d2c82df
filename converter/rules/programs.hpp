// Expressions compiled to programs that run over the texts of a row where they lie: nothing is copied, nothing is allocated.
#pragma once

#include <bit>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "domain/code_list.hpp"
#include "domain/decimal.hpp"
#include "domain/period.hpp"
#include "domain/source_row.hpp"

namespace srgconv::rules {

class Expression;
struct Format;
struct MappingParameter;
struct Parameters;

/// A value that owns nothing. A text lies in the row, in the rules or in the memory of the programs, until the next row begins.
class ValueView {
 public:
  enum class Kind : std::uint8_t {
    empty,
    text,
    number,
    date,
    month,
    boolean,
    unsettled  ///< there may be something to say about this row: evaluate() has to
  };

  constexpr ValueView() = default;
  static constexpr ValueView unsettled() { return ValueView(Kind::unsettled, 0); }
  static ValueView text(std::string_view text);  ///< an empty text is "empty", one of more than 1 GiB is unsettled
  static ValueView of(Decimal number) { return ValueView(Kind::number, number.units()); }
  static ValueView of(Date date) { return ValueView(Kind::date, std::bit_cast<std::int32_t>(date)); }
  static ValueView of(ReportMonth month) { return ValueView(Kind::month, std::bit_cast<std::int32_t>(month)); }
  static ValueView of(bool yes) { return ValueView(Kind::boolean, yes ? 1 : 0); }

  Kind kind() const { return kind_; }
  bool is_empty() const { return kind_ == Kind::empty; }
  bool is_unsettled() const { return kind_ == Kind::unsettled; }
  bool is_text() const { return kind_ == Kind::text; }
  std::string_view text() const { return {content_.text, size_}; }
  std::string_view text_or_nothing() const { return is_text() ? text() : std::string_view(); }
  Decimal number() const { return Decimal::from_units(content_.number); }
  Date date() const { return std::bit_cast<Date>(static_cast<std::int32_t>(content_.number)); }
  ReportMonth month() const { return std::bit_cast<ReportMonth>(static_cast<std::int32_t>(content_.number)); }
  bool yes() const { return kind_ == Kind::boolean && content_.number != 0; }

 private:
  constexpr ValueView(Kind kind, std::int64_t number) : content_{.number = number}, kind_(kind) {}
  ValueView(const char* text, std::uint32_t size) : content_{.text = text}, size_(size), kind_(Kind::text) {}

  // Sixteen bytes: a value is handed up in registers.
  union Content {
    std::int64_t number;
    const char* text;
  };
  Content content_{.number = 0};
  std::uint32_t size_ = 0;
  Kind kind_ = Kind::empty;
};

inline ValueView ValueView::text(std::string_view text) {
  constexpr std::size_t most = std::size_t{1} << 30U;
  if (text.empty()) return {};
  return text.size() > most ? unsettled() : ValueView(text.data(), static_cast<std::uint32_t>(text.size()));
}

/// One compiled expression; opaque.
class Program;

/// The programs of one source's mapping. A program gives the value that evaluate() gives for the same row, or `unsettled`: always where evaluate() gives a
/// diagnostic, and wherever the row is not of the common kind. For one thread; what is given here must outlive it.
class Programs {
 public:
  Programs(const Format& format, const std::vector<MappingParameter>& arguments, const Parameters& parameters, const CodeLists& codes);
  ~Programs();
  Programs(Programs&&) noexcept;
  Programs& operator=(Programs&&) noexcept;

  /// Sender, month, parameters of the mapping and words of code tables are settled here, once.
  const Program& compile(const Expression& expression);

  /// The next row; texts that programs made of the one before are gone.
  void begin(SourceRow& row);
  /// `this.x`: an array by target field.
  void let_mapped(const ValueView* mapped);
  ValueView run(const Program& program);

 private:
  class Contents;
  std::unique_ptr<Contents> contents_;
};

}  // namespace srgconv::rules
