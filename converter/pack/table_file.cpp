// The splitter. Every fault has its place; a file with one fault gives no rows, so that nobody works with half a table.
#include "pack/table_file.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "domain/utf8.hpp"

namespace srgconv::pack {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// The length of the character at the start of `text`; 0 when it is none, or a control character.
std::size_t character_length(std::string_view text) {
  if (text.empty()) return 0;
  const auto first = static_cast<unsigned char>(text.front());
  return first < 0x20U || first == 0x7FU ? 0 : utf8_length(text, 0);
}

// One table while it is split.
class Splitter {
 public:
  Splitter(const SourceText& text, std::span<const std::string_view> columns, Diagnostics& diagnostics)
      : text_(text), columns_(columns), diagnostics_(diagnostics) {}

  std::optional<std::vector<TableRow>> run() {
    std::vector<TableRow> rows;
    if (next_line()) {
      if (read_header()) {
        while (next_line()) read_row(rows);
      }
    } else {
      report("PACK-020", at_, 0);
    }
    if (!faulty_) return rows;
    diagnostics_.keep_text(text_);
    return std::nullopt;
  }

 private:
  void report(std::string_view code, std::size_t offset, std::size_t length, std::map<std::string, std::string> arguments = {},
              std::optional<std::string> suggestion = {}) {
    faulty_ = true;
    diagnostics_.add(finding(code, text_.span(offset, length), std::move(arguments), std::move(suggestion)));
  }

  // Moves to the next line: [begin_, end_).
  bool next_line() {
    const std::string_view content = text_.content();
    if (at_ == 0 && content.starts_with(byte_order_mark)) at_ = byte_order_mark.size();
    if (at_ >= content.size()) return false;
    begin_ = at_;
    end_ = std::min(content.find('\n', begin_), content.size());
    at_ = end_ + 1;
    if (end_ > begin_ && content[end_ - 1] == '\r') --end_;
    return true;
  }

  bool readable() {
    const std::string_view content = text_.content();
    for (std::size_t i = begin_; i < end_;) {
      const std::size_t length = character_length(content.substr(i, end_ - i));
      if (length == 0) {
        report("PACK-021", i, 1);
        return false;
      }
      i += length;
    }
    return true;
  }

  // The cells of the line; nothing when it has a fault.
  std::optional<std::vector<Cell>> split() {
    if (!readable()) return std::nullopt;
    std::vector<Cell> cells;
    for (std::size_t i = begin_;; ++i) {
      const std::size_t start = i;
      auto cell = text_.content()[i] == '"' && i < end_ ? quoted(i) : plain(i);
      if (!cell) return std::nullopt;
      if (cell->starts_with(' ') || cell->ends_with(' ')) {
        report("PACK-022", start, i - start);
        return std::nullopt;
      }
      cells.push_back({*std::move(cell), text_.span(start, i - start)});
      if (i >= end_) return cells;
    }
  }

  // A cell from `i` up to the next semicolon or the line's end, where `i` is left.
  std::optional<std::string> plain(std::size_t& i) {
    const std::size_t start = i;
    while (i < end_ && text_.content()[i] != ';') ++i;
    std::string cell = text_.content().substr(start, i - start);
    if (const std::size_t quote = cell.find('"'); quote != std::string::npos) {
      report("PACK-023", start + quote, 1);
      return std::nullopt;
    }
    return cell;
  }

  std::optional<std::string> quoted(std::size_t& i) {
    const std::string& content = text_.content();
    const std::size_t start = i++;
    std::string cell;
    while (i < end_) {
      if (content[i] != '"') {
        cell += content[i++];
      } else if (i + 1 < end_ && content[i + 1] == '"') {
        cell += '"';
        i += 2;
      } else if (++i == end_ || content[i] == ';') {
        return cell;
      } else {
        break;
      }
    }
    report("PACK-023", start, i - start);
    return std::nullopt;
  }

  bool read_header() {
    const auto cells = split();
    if (!cells) return false;
    width_ = cells->size();
    const std::vector<std::string> wanted(columns_.begin(), columns_.end());
    place_of_.assign(wanted.size(), width_);
    for (std::size_t i = 0; i < width_; ++i) {
      const Cell& cell = (*cells)[i];
      const auto known = std::find(wanted.begin(), wanted.end(), cell.text);
      std::size_t* place = known == wanted.end() ? nullptr : &place_of_[static_cast<std::size_t>(known - wanted.begin())];
      if (place != nullptr && *place == width_) {
        *place = i;
        continue;
      }
      faulty_ = true;
      diagnostics_.add(finding(place == nullptr ? "PACK-024" : "PACK-025", cell.span, {{"column", cell.text}},
                               place == nullptr ? similar_name(cell.text, wanted) : std::nullopt));
    }
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      if (place_of_[i] == width_) report("PACK-026", begin_, end_ - begin_, {{"column", wanted[i]}});
    }
    return !faulty_;
  }

  void read_row(std::vector<TableRow>& rows) {
    auto cells = split();
    if (!cells) return;
    if (cells->size() != width_) {
      report("PACK-027", begin_, end_ - begin_, {{"got", fmt::to_string(cells->size())}, {"wanted", fmt::to_string(width_)}});
      return;
    }
    TableRow row;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      row.push_back(std::move((*cells)[place_of_[i]]));
      row.back().span.field = columns_[i];
    }
    rows.push_back(std::move(row));
  }

  const SourceText& text_;
  std::span<const std::string_view> columns_;
  Diagnostics& diagnostics_;
  std::size_t at_ = 0, begin_ = 0, end_ = 0;
  std::size_t width_ = 0;
  std::vector<std::size_t> place_of_;  // per wanted column: its place in the file
  bool faulty_ = false;
};

}  // namespace

std::optional<std::vector<TableRow>> read_table(const SourceText& text, std::span<const std::string_view> columns, Diagnostics& diagnostics) {
  return Splitter(text, columns, diagnostics).run();
}

std::optional<Date> read_date(const Cell& cell, Diagnostics& diagnostics) {
  static const DatePattern pattern = *DatePattern::compile("yyyy-mm-dd");
  if (cell.text.empty()) return std::nullopt;
  const auto reading = pattern.read(cell.text, false);
  if (!reading.date) diagnostics.add(finding("PACK-030", cell.span, {{"column", cell.span.field}, {"value", cell.text}}));
  return reading.date;
}

}  // namespace srgconv::pack
