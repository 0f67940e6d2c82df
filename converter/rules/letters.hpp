// Characters of UTF-8 texts: parts of a text by their number, and the case of letters without a locale.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace srgconv::rules {

/// `length` characters from the character `from` (0-based) on; fewer where the text ends.
std::string_view characters(std::string_view text, std::size_t from, std::size_t length);
/// Without the blanks, tabs, line ends and no-break spaces at both ends.
std::string_view trimmed(std::string_view text);
/// Latin (with all accents of European languages), Greek and Cyrillic letters; everything else stays.
std::string lower(std::string_view text);
std::string upper(std::string_view text);

}  // namespace srgconv::rules
