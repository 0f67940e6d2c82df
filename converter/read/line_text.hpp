// Lines of a text, and characters of a line by their positions; internal to this room.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "rules/rules.hpp"

namespace srgconv::read {

/// Cuts a text at CRLF, LF and CR, mixed as they come; quotes mean nothing.
class LineCutter {
 public:
  LineCutter(std::string_view text, std::uint32_t first_line) : text_(text), next_line_(first_line) {}
  /// The next line, without its line end; false at the end.
  bool next(std::string_view& line);
  std::uint32_t line() const { return next_line_ - 1; }  ///< of the last one given

 private:
  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t line_feed_ = 0, carriage_return_ = 0;  // the next one of each, once looked for
  bool looked_ = false;
  std::uint32_t next_line_;
};

/// A line of valid UTF-8 in which positions are looked up; at most `needed` of them.
class LineText {
 public:
  explicit LineText(std::uint32_t needed) : needed_(std::max(needed, 1U)) {}
  void set(std::string_view line);

  /// What there is of these characters, without blanks at both ends.
  std::string_view at(rules::Positions positions) const;
  /// The position of the first character of these that is no blank; 0: all are blank, or missing.
  std::uint32_t text_in(rules::Positions positions) const;
  /// The same for all characters behind `last`, which is at most `needed`.
  std::uint32_t text_behind(std::uint32_t last) const;
  /// Characters of the line.
  std::uint32_t length() const { return length_; }

 private:
  std::size_t byte_of(std::uint32_t position) const;  // where the character begins; the end of the line behind its last
  std::string_view cut(rules::Positions positions) const;
  std::uint32_t first_text(std::string_view part, std::uint32_t position) const;

  std::uint32_t needed_;
  std::string_view line_;
  bool ascii_ = true;
  std::uint32_t length_ = 0;
  std::vector<std::size_t> begins_;  // of the first characters, when not all are ASCII
};

}  // namespace srgconv::read
