// Rows of a laid-out rule file: what is aligned with what, and what a row becomes when it is too long.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace srgconv::rules {

struct Row {
  /// Rows that follow one another without a blank line are aligned before `right` when they are of one kind.
  enum class Align { none, assignment, entry, guard };
  /// Statements of one kind that share a row: `reason merger; month 2022-01`.
  enum class Share { none, settings, facts, requirements };

  std::size_t indent = 0;  ///< in blanks
  std::string left, right;
  Align align = Align::none;
  Share share = Share::none;
  std::vector<std::string> wrapped;  ///< its lines when it is longer than `longest`; empty: it stays one line
  std::size_t longest = 160;         ///< characters, with indent
  std::string comment;               ///< behind it
  bool blank_before = false;
};

/// The row as it stands alone, without indent and comment.
std::string plain_text(const Row& row);

/// The text of the rows, each line ended by a line feed.
std::string rows_text(const std::vector<Row>& rows);

/// `items` joined by ", " behind `head`, cut into lines of at most `width` characters after a comma.
std::vector<std::string> filled(const std::string& head, const std::vector<std::string>& items, std::size_t width);

}  // namespace srgconv::rules
