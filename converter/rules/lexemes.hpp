// The smallest parts of the language: how long the name, text, number, month or date is that begins a text.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace srgconv::rules {

/// Letters, digits, `_`, and every byte of a sign beyond ASCII.
bool is_name_byte(char byte);

/// Each gives the length in bytes of what stands at the beginning of `text`, or 0 when that is something else.
std::size_t scan_name(std::string_view text);         ///< Höhe, a-export, no `-` at the end
std::size_t scan_dotted_name(std::string_view text);  ///< old.id, this.type.role
std::size_t scan_value_name(std::string_view text);   ///< a dotted name that is no keyword of expressions
/// A word of expressions: a column called so stands in double quotes.
bool is_reserved(std::string_view word);
std::size_t scan_text(std::string_view text);           ///< 'a''b'
std::size_t scan_quoted_column(std::string_view text);  ///< "DATUM IN"
std::size_t scan_number(std::string_view text);         ///< 12, 45.50
std::size_t scan_month(std::string_view text);          ///< 2022-01
std::size_t scan_date(std::string_view text);           ///< 2021-03-01
std::size_t scan_position(std::string_view text);       ///< 3-11, 30, 3 - 11
/// Whatever stands there: one of these, a sign of several characters (`=>`), or one character. 0 only for an empty text.
std::size_t scan_anything(std::string_view text);

/// The text between the quotes, `''` undone.
std::string unquoted(std::string_view text);

/// The word that begins `text`; empty when a sign begins it.
std::string_view first_word(std::string_view text);

/// The name that could have been meant (similar_name); nothing for names too long to be compared in reasonable time.
std::optional<std::string> near_name(std::string_view wanted, const std::vector<std::string>& names);

}  // namespace srgconv::rules
