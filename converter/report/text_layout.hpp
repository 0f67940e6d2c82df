// Lays text out for a screen of a fixed width: counts characters, breaks lines at blanks, fills columns.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace srgconv::report {

inline constexpr std::size_t screen_columns = 100;

/// Characters of a UTF-8 text, each taken to be one column wide.
std::size_t width(std::string_view text);
/// The text, cut to `columns` characters with `…` as the last one when it is longer.
std::string clip(std::string_view text, std::size_t columns = screen_columns);
/// The text with blanks behind it (`fill_left`: before it) up to `columns` characters.
std::string fill_right(std::string_view text, std::size_t columns);
std::string fill_left(std::string_view text, std::size_t columns);
/// Lines of at most `columns` characters: the first as it comes, the others begun with `indent` blanks. A longer word is cut.
std::vector<std::string> wrap(std::string_view text, std::size_t indent, std::size_t columns = screen_columns);

}  // namespace srgconv::report
