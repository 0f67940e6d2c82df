#include "read/csv_rows.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "read/decoding.hpp"

namespace srgconv::read {

CsvRows::CsvRows(std::string_view text, char separator, TextEncoding encoding, std::uint32_t first_line, std::vector<std::size_t> field_of_cell,
                 std::size_t fields)
    : text_(text), separator_(separator), encoding_(encoding), next_line_(first_line), field_of_cell_(std::move(field_of_cell)) {
  cells_.resize(fields);
  look(0);
}

void CsvRows::pass_over(std::size_t bytes, std::uint32_t line) {
  at_ += bytes;
  next_line_ = line;
  look(at_);
}

// Looks at the bytes from `base` on. What lies behind the end counts as zero bytes.
void CsvRows::look(std::size_t base) {
  base_ = base;
  if (base + 64 <= text_.size()) {
    masks_ = sign_masks(text_.data() + base, separator_);
    return;
  }
  char last[64] = {};
  if (base < text_.size()) std::memcpy(last, text_.data() + base, text_.size() - base);
  masks_ = sign_masks(last, separator_);
}

// The place of the next cut, which is taken; the end of the text when there is none. `beyond_` then says whether a byte beyond ASCII was passed.
inline std::size_t CsvRows::next_cut() {
  while (masks_.cuts == 0) {
    beyond_ |= masks_.beyond != 0;
    if (base_ + 64 >= text_.size()) {
      masks_.beyond = 0;
      return text_.size();
    }
    look(base_ + 64);
  }
  const auto bit = static_cast<unsigned>(std::countr_zero(masks_.cuts));
  const std::uint64_t passed = (std::uint64_t{1} << bit) - 1;
  beyond_ |= (masks_.beyond & passed) != 0;
  masks_.beyond &= ~passed;
  masks_.cuts &= masks_.cuts - 1;
  return base_ + bit;
}

// A quoted cell whose opening quote is the cut: from then on `cut` is the one that ends the cell. False: not a row for here.
bool CsvRows::take_quoted(Cell& cell, std::size_t& cut) {
  const std::size_t open = cut;
  bool doubled = false;
  while (true) {
    cut = next_cut();
    if (cut == text_.size() || text_[cut] == '\n' || text_[cut] == '\r') return false;
    if (text_[cut] != '"') continue;
    if (cut + 1 == text_.size() || text_[cut + 1] != '"') break;
    next_cut();
    doubled = true;
  }
  const std::size_t close = cut;
  if (close - open > std::numeric_limits<std::uint32_t>::max()) return false;
  cell = {text_.data() + open + 1, static_cast<std::uint32_t>(close - open - 1), !doubled && (!beyond_ || encoding_ == TextEncoding::utf_8), doubled};
  cut = next_cut();
  return cut == close + 1 && (cut == text_.size() || text_[cut] != '"');
}

CsvRows::Next CsvRows::next() {
  if (at_ >= text_.size()) return Next::end;
  texts_.clear();
  const std::size_t expected = field_of_cell_.size();
  const bool decoded = encoding_ == TextEncoding::utf_8;
  std::size_t begin = at_;
  std::size_t number = 0;
  beyond_ = false;
  while (true) {
    std::size_t cut = next_cut();
    if (number == expected) return Next::other;
    Cell cell;
    if (cut < text_.size() && text_[cut] == '"') {
      if (cut != begin || !take_quoted(cell, cut)) return Next::other;
    } else {
      if (cut - begin > std::numeric_limits<std::uint32_t>::max()) return Next::other;
      cell = {text_.data() + begin, static_cast<std::uint32_t>(cut - begin), decoded || !beyond_, false};
    }
    const std::size_t field = field_of_cell_[number++];
    if (field != no_field) {
      cells_[field] = cell;
    } else if (cell.size > 0) {
      return Next::other;
    }
    beyond_ = false;
    begin = cut + 1;
    if (cut < text_.size() && text_[cut] == separator_) continue;
    if (number != expected) return Next::other;
    line_ = next_line_;
    if (cut < text_.size()) {
      ++next_line_;
      if (text_[cut] == '\r' && begin < text_.size() && text_[begin] == '\n') {
        next_cut();
        ++begin;
      }
    }
    at_ = std::min(begin, text_.size());
    return Next::row;
  }
}

void CsvRows::make_ready(Cell& cell) {
  std::string_view bytes(cell.begin, cell.size);
  if (cell.doubled) {
    char* const made = texts_.take(bytes.size());
    std::size_t size = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
      made[size++] = bytes[i];
      if (bytes[i] == '"') ++i;
    }
    bytes = {made, size};
  }
  if (encoding_ != TextEncoding::utf_8) bytes = decode_eight_bits(bytes, encoding_, texts_);
  cell = {bytes.data(), static_cast<std::uint32_t>(bytes.size()), true, false};
}

}  // namespace srgconv::read
