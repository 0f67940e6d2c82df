// Prepares a rule file for the grammar without moving a byte: comments become blanks, statements become single lines.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace srgconv::rules {

/// A mistake in the signs of a text, found before its statements are read.
struct SignFault {
  std::string code;
  std::size_t begin = 0, length = 0;
  std::map<std::string, std::string> arguments;
};

/// The first byte that does not belong to valid UTF-8; the length of the text when all do.
std::size_t valid_utf8(std::string_view text);

/// A rule file as the grammar reads it. Both texts are as long as the file, so that every offset is an offset into the file.
class Layout {
 public:
  explicit Layout(std::string_view content);

  /// Comments and wrong signs blanked; a line of it is a line of the file.
  const std::string& lines() const { return lines_; }
  /// Line ends inside a statement blanked, too: a statement ends with a line end, `;` or `}`.
  const std::string& joined() const { return joined_; }
  const std::vector<SignFault>& faults() const { return faults_; }
  /// The comments in order, each from its `#` to the line end, as [begin, end).
  const std::vector<std::pair<std::size_t, std::size_t>>& comments() const { return comments_; }
  /// Is there a sign fault in [begin, end)?
  bool faulty(std::size_t begin, std::size_t end) const;
  /// Joins anew from here on, as if no bracket were open: after a mistake the next line is a statement again.
  void join_from(std::size_t at);

  /// Brackets may stand inside brackets this often.
  static constexpr int deepest = 20;

 private:
  void clean(std::string_view content);
  std::size_t clean_quoted(std::string_view content, std::size_t at);
  std::size_t clean_curved(std::string_view content, std::size_t at, std::size_t width);
  void blank_rest_of_line(std::size_t at);
  bool cut_off(std::size_t end) const;

  std::string lines_, joined_;
  std::vector<SignFault> faults_;
  std::vector<std::pair<std::size_t, std::size_t>> comments_;
};

}  // namespace srgconv::rules
