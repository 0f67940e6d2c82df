// Counts what stands in one column, in bounded memory; internal to this room. What is counted here may be personal: only judge() lets something out.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <numeric>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/decimal.hpp"
#include "domain/period.hpp"
#include "pack/pack.hpp"
#include "profile/profile.hpp"

namespace srgconv::profile {

/// How many different texts there are: exactly up to `limit`.
class DistinctCount {
 public:
  static constexpr std::size_t limit = std::size_t{1} << 16U;
  void add(std::uint64_t hash);
  std::uint64_t count() const { return used_; }
  bool exact() const { return used_ < limit; }

 private:
  std::vector<std::uint64_t> places_;  // open addressing; 0 is free
  std::size_t used_ = 0;
};

/// A hash that is the same everywhere (FNV-1a); never 0.
std::uint64_t hash_of(std::string_view text, std::uint64_t seed = 0xCBF29CE484222325U);

/// The five smallest and the five largest of what was added.
template <class Value>
class Ends {
 public:
  void add(const Value& value) {
    ++count_;
    insert(low_, value, [](const Value& a, const Value& b) { return a < b; });
    insert(high_, value, [](const Value& a, const Value& b) { return b < a; });
  }
  /// From the fifth smallest to the fifth largest; nothing for fewer than ten.
  std::optional<std::pair<Value, Value>> range() const {
    if (count_ < 2 * size) return std::nullopt;
    return std::pair(low_[size - 1], high_[size - 1]);
  }

 private:
  static constexpr std::size_t size = 5;
  template <class Less>
  static void insert(std::vector<Value>& kept, const Value& value, const Less& less) {
    if (kept.size() == size && !less(value, kept.back())) return;
    std::size_t at = kept.size();
    while (at > 0 && less(value, kept[at - 1])) --at;
    kept.insert(kept.begin() + static_cast<std::ptrdiff_t>(at), value);
    if (kept.size() > size) kept.pop_back();
  }
  std::uint64_t count_ = 0;
  std::vector<Value> low_, high_;
};

/// How often the values of a column fit a pattern of dates.
struct DateCount {
  std::uint64_t read = 0, incomplete = 0, impossible = 0, with_time = 0, perhaps_birth = 0;
  Ends<std::int32_t> ends;
};

class ColumnCensus {
 public:
  explicit ColumnCensus(const pack::Pack* pack) : pack_(pack), dates_(date_patterns().size()), tried_patterns_(dates_.size()) {
    std::iota(tried_patterns_.begin(), tried_patterns_.end(), std::size_t{0});
  }

  void add(std::string_view text);

  /// Patterns that are tried, the likelier first.
  static const std::vector<DatePattern>& date_patterns();

  static constexpr std::size_t most_values = 300, longest_value = 60, most_patterns = 500;

  std::uint64_t filled = 0;
  DistinctCount distinct;
  std::size_t shortest = 0, longest = 0;
  std::map<std::string, std::uint64_t, std::less<>> values;  ///< empty when there are too many, or too long ones
  bool too_many_values = false;
  std::map<std::string, std::uint64_t, std::less<>> patterns;
  std::uint64_t eleven_shaped = 0, eleven_passed = 0, odd_bsns = 0;
  std::uint64_t whole_numbers = 0, comma_numbers = 0, point_numbers = 0;
  Ends<std::int64_t> comma_ends, point_ends;
  std::uint64_t strong_names = 0, weak_names = 0, contacts = 0, several_words = 0, with_letters = 0;
  std::uint64_t upper = 0, lower = 0, mixed = 0;
  std::uint64_t senders = 0;

  const std::vector<DateCount>& dates() const { return dates_; }

 private:
  void count_digits(std::string_view text);
  void count_dates(std::string_view text);
  void count_numbers(std::string_view text);
  void count_letters(std::string_view text);

  const pack::Pack* pack_;
  std::vector<DateCount> dates_;
  std::uint64_t tried_dates_ = 0;
  std::vector<std::size_t> tried_patterns_;  // after some hundred values only those that still may be it
};

/// `99-99-9999`, `9{9}`, `AAA`; at most 40 signs.
std::string pattern_of(std::string_view text);

/// Does a text look like somebody's name? Strong: a name that many bear, a title, initials. Weak: two or three words with capitals.
enum class NameLike { no, weak, strong };
NameLike name_like(std::string_view text);

/// The facts of a column that may be told.
Column judge(const std::string& name, const ColumnCensus& census, std::uint64_t rows, const pack::Pack* pack);

}  // namespace srgconv::profile
