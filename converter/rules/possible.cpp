// What something may be: values, stretches, and their union.
#include <algorithm>
#include <bit>
#include <limits>

#include "rules/check.hpp"

namespace srgconv::rules {
namespace {

constexpr std::int64_t first_day = 10101, last_day = 99991231;

}  // namespace

Possible Possible::empty(Kind kind) {
  Possible result;
  result.kind_ = kind;
  return result;
}

Possible Possible::stretch(Kind kind, std::int64_t first, std::int64_t last) {
  Possible result;
  result.kind_ = kind;
  result.empty_ = false;
  result.value_ = true;
  result.known_ = first == last;
  result.first_ = first;
  result.last_ = last;
  return result;
}

Possible Possible::anything(Kind kind) {
  constexpr auto least = std::numeric_limits<std::int64_t>::min(), most = std::numeric_limits<std::int64_t>::max();
  Possible result = kind == Kind::date ? stretch(kind, first_day, last_day) : stretch(kind, least, most);
  result.empty_ = true;
  result.known_ = false;
  return result;
}

Possible Possible::text(std::string_view text) {
  Possible result;
  if (text.empty()) return result;
  result.empty_ = false;
  result.value_ = result.known_ = true;
  result.text_ = text.data();
  result.size_ = static_cast<std::uint32_t>(text.size());
  return result;
}

Possible Possible::of(Decimal number) { return stretch(Kind::number, number.units(), number.units()); }

Possible Possible::of(Date date) {
  if (date.complete()) return stretch(Kind::date, date.packed(), date.packed());
  return stretch(Kind::date, date.earliest().packed(), date.latest().packed());
}

Possible Possible::of(ReportMonth month) {
  const auto bits = std::bit_cast<std::int32_t>(month);
  return stretch(Kind::month, bits, bits);
}

Possible Possible::filled() const {
  Possible result = *this;
  result.empty_ = false;
  return result;
}

Possible Possible::perhaps_empty() const {
  Possible result = *this;
  result.empty_ = true;
  return result;
}

Possible Possible::either(const Possible& a, const Possible& b) {
  if (!a.value_ || !b.value_) {
    Possible result = a.value_ ? a : b;
    result.empty_ = a.empty_ || b.empty_;
    return result;
  }
  Possible result = a;
  result.empty_ = a.empty_ || b.empty_;
  result.first_ = std::min(a.first_, b.first_);
  result.last_ = std::max(a.last_, b.last_);
  result.known_ = a.kind_ == Kind::text ? a.known_ && b.known_ && a.text() == b.text() : result.first_ == result.last_;
  return result;
}

}  // namespace srgconv::rules
