// What a Mismatch says should stand somewhere, in words.
#pragma once

#include <string>
#include <string_view>

#include "rules/statement_words.hpp"

namespace srgconv::rules {

/// `'a', 'b'`
std::string quoted_list(const Names& names);
/// The words between single quotes of `'yes', 'no'`.
Names quoted_words(std::string_view expected);
/// The diagnostic of a place where a text, name, column, value, number, month, date or position should stand; empty for anything else.
std::string_view code_of_expected(std::string_view expected);

}  // namespace srgconv::rules
