// Goes from cut to cut through CSV text: separators, quotes and line ends, sixty-four bytes at a time; internal to this room.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "read/sign_masks.hpp"

namespace srgconv::read {

/// A place in a text, and the cuts that come next. Small, so that a loop can keep a copy of it in registers.
class CsvCuts {
 public:
  CsvCuts(std::string_view text, char separator, std::size_t from = 0) : text_(text), base_(from), separator_(separator), masks_(look(text, from, separator)) {}

  /// The place of the next cut, which is taken; the end of the text when there is none. The text does not become longer.
  std::size_t next() {
    while (masks_.cuts == 0) {
      beyond_ascii_ |= masks_.beyond_ascii != 0;
      if (base_ + 64 >= text_.size()) {
        masks_.beyond_ascii = 0;
        return text_.size();
      }
      base_ += 64;
      masks_ = look(text_, base_, separator_);
    }
    const auto bit = static_cast<unsigned>(std::countr_zero(masks_.cuts));
    const std::uint64_t passed = (std::uint64_t{1} << bit) - 1;
    beyond_ascii_ |= (masks_.beyond_ascii & passed) != 0;
    masks_.beyond_ascii &= ~passed;
    masks_.cuts &= masks_.cuts - 1;
    return base_ + bit;
  }
  /// Was a byte beyond ASCII passed since this was asked?
  bool take_beyond_ascii() {
    const bool passed = beyond_ascii_;
    beyond_ascii_ = false;
    return passed;
  }

 private:
  // What lies behind the end counts as zero bytes.
  static SignMasks look(std::string_view text, std::size_t base, char separator) {
    if (base + 64 <= text.size()) return sign_masks(text.data() + base, separator);
    char last[64] = {};
    if (base < text.size()) std::memcpy(last, text.data() + base, text.size() - base);
    return sign_masks(last, separator);
  }

  std::string_view text_;
  std::size_t base_;  // of the sixty-four bytes that were looked at
  char separator_;
  bool beyond_ascii_ = false;
  SignMasks masks_;  // of these bytes, what lies behind the last cut
};

}  // namespace srgconv::read
