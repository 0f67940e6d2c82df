#include "read/csv_rows.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "read/decoding.hpp"

namespace srgconv::read {
namespace {

constexpr std::size_t longest_cell = std::numeric_limits<std::uint32_t>::max();

// A cell in quotes, as bytes between them.
struct Quoted {
  std::size_t begin = 0, end = 0;
  bool doubled = false;      // pairs of quotes in it stand for one
  std::size_t next_cut = 0;  // what ends the cell
  bool sound = false;        // nothing else than that stands behind the closing quote, and no line end between the two
};

// The opening quote is the cut that was taken last.
Quoted take_quoted(CsvCuts& cuts, std::string_view text, std::size_t open) {
  Quoted cell;
  cell.begin = open + 1;
  while (true) {
    const std::size_t cut = cuts.next();
    if (cut == text.size() || text[cut] == '\n' || text[cut] == '\r') return cell;
    if (text[cut] != '"') continue;
    if (cut + 1 == text.size() || text[cut + 1] != '"') {
      cell.end = cut;
      break;
    }
    cuts.next();
    cell.doubled = true;
  }
  cell.next_cut = cuts.next();
  cell.sound = cell.next_cut == cell.end + 1;
  return cell;
}

}  // namespace

CsvRows::CsvRows(std::string_view text, char separator, TextEncoding encoding, std::uint32_t first_line, std::vector<std::size_t> field_of_cell,
                 std::size_t fields)
    : text_(text), separator_(separator), encoding_(encoding), next_line_(first_line), field_of_cell_(std::move(field_of_cell)), cuts_(text, separator) {
  cells_.resize(fields);
}

CsvRows::Next CsvRows::next() {
  const std::string_view text = text_;
  if (at_ >= text.size()) return Next::end;
  texts_.clear();
  CsvCuts cuts = cuts_;
  const std::size_t* field = field_of_cell_.data();
  const std::size_t* const end_of_fields = field + field_of_cell_.size();
  Cell* const cells = cells_.data();
  const char separator = separator_;
  const bool decoded = encoding_ == TextEncoding::utf_8;
  std::size_t begin = at_;
  while (true) {
    std::size_t cut = cuts.next();
    if (field == end_of_fields) return Next::other;
    Cell cell;
    if (cut < text.size() && text[cut] == '"') {
      if (cut != begin) return Next::other;
      const Quoted quoted = take_quoted(cuts, text, cut);
      if (!quoted.sound || quoted.end - quoted.begin > longest_cell) return Next::other;
      cell = {text.data() + quoted.begin, static_cast<std::uint32_t>(quoted.end - quoted.begin), !quoted.doubled, quoted.doubled};
      cut = quoted.next_cut;
    } else {
      if (cut - begin > longest_cell) return Next::other;
      cell = {text.data() + begin, static_cast<std::uint32_t>(cut - begin), true, false};
    }
    if (cuts.take_beyond_ascii() && !decoded) cell.ready = false;
    if (*field != no_field) {
      cells[*field] = cell;
    } else if (cell.size > 0) {
      return Next::other;
    }
    ++field;
    begin = cut + 1;
    if (cut < text.size() && text[cut] == separator) continue;
    if (field != end_of_fields) return Next::other;
    line_ = next_line_;
    if (cut < text.size()) {
      ++next_line_;
      if (text[cut] == '\r' && begin < text.size() && text[begin] == '\n') {
        cuts.next();
        ++begin;
      }
    }
    at_ = std::min(begin, text.size());
    cuts_ = cuts;
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
