// The parts of a draft; internal to this room.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "profile/profile.hpp"

namespace srgconv::profile {

/// Which column feeds which target field, by meaning and looks; nothing where no column does.
struct Targets {
  std::optional<std::size_t> bsn, id, type, start, end, goal, work_capacity, wage_value, wage_sign, sender, old_id, new_id;
  std::optional<std::pair<std::size_t, std::size_t>> id_of_two;  ///< when no column is a key by itself
  bool is_link() const { return !bsn && old_id && new_id; }
  bool complete() const { return is_link() || (bsn && (id || id_of_two) && type && start); }
};
Targets find_targets(const Layout& layout);

/// A text between single quotes.
std::string in_quotes(std::string_view text);
/// Can this text stand between quotes in a rule file? Not with line ends and invisible signs.
bool can_be_written(std::string_view text);
/// A text for a comment: on one line, personal data masked.
std::string for_comment(std::string_view text);

/// Lines of a code table for a column, questions included.
std::string draft_table(const Column& column, const std::string& table, const CodeList& list, Language language);
/// Do all values stand in the list as they are? Then no table is needed.
bool needs_no_table(const Column& column);

}  // namespace srgconv::profile
