#include "rules/print_rows.hpp"

#include <algorithm>

#include "domain/utf8.hpp"
#include "rules/letters.hpp"

namespace srgconv::rules {
namespace {

constexpr std::size_t continuation = 2;  // blanks more than the first line of a statement

// A left side longer than this stands apart: others are not pushed to the right by it.
std::size_t widest(Row::Align align) { return align == Row::Align::guard ? 56 : 26; }

bool fits(const Row& row, std::size_t width) { return row.indent + width <= row.longest; }

bool alignable(const Row& row) {
  return row.align != Row::Align::none && count_characters(row.left) <= widest(row.align) && fits(row, count_characters(plain_text(row)));
}

// The width of the left sides of the run of rows that begins at `from`; `end` becomes the end of the run.
std::size_t left_width(const std::vector<Row>& rows, std::size_t from, std::size_t& end) {
  std::size_t width = 0;
  for (end = from; end < rows.size(); ++end) {
    const Row& row = rows[end];
    if (end > from && (row.blank_before || row.align != rows[from].align || row.indent != rows[from].indent)) break;
    if (alignable(row)) width = std::max(width, count_characters(row.left));
  }
  return width;
}

void write(const Row& row, std::size_t left_width, std::string& text) {
  if (row.blank_before) text += '\n';
  std::vector<std::string> lines = {plain_text(row)};
  if (alignable(row)) {
    const std::size_t padding = left_width - count_characters(row.left);
    const std::string padded = row.left + std::string(padding, ' ') + " " + row.right;
    if (fits(row, count_characters(padded))) lines = {padded};
  } else if (!row.wrapped.empty() && !fits(row, count_characters(lines[0]))) {
    lines = row.wrapped;
  }
  for (std::size_t i = 0; i < lines.size(); ++i) {
    text += std::string(row.indent + (i == 0 ? 0 : continuation), ' ') + lines[i];
    if (i + 1 == lines.size() && !row.comment.empty()) text += "  " + row.comment;
    text += '\n';
  }
}

}  // namespace

std::string plain_text(const Row& row) { return row.right.empty() ? row.left : row.left + " " + row.right; }

std::string rows_text(const std::vector<Row>& rows) {
  std::string text;
  for (std::size_t from = 0, end = 0; from < rows.size(); from = end) {
    const std::size_t width = left_width(rows, from, end);
    for (std::size_t i = from; i < end; ++i) write(rows[i], width, text);
  }
  return text;
}

std::vector<std::string> filled(const std::string& head, const std::vector<std::string>& items, std::size_t width) {
  std::vector<std::string> lines = {head};
  for (std::size_t i = 0; i < items.size(); ++i) {
    const std::string item = items[i] + (i + 1 < items.size() ? "," : "");
    const bool first = lines.size() == 1 && lines[0] == head;
    if (!first && count_characters(lines.back()) + 1 + count_characters(item) > width)
      lines.push_back(item);
    else
      lines.back() += " " + item;
  }
  return lines;
}

}  // namespace srgconv::rules
