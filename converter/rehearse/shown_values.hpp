// How values of data are shown without showing a person: counts under five hidden, words only where they look like codes, and shapes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace srgconv::rehearse {

using Counts = std::map<std::string, std::uint64_t, std::less<>>;

/// The shape of a text: `99-99-9999` of `31-02-2021`, `Aaa 9` of `Wmo 7`. At most 30 characters.
std::string shape_of(std::string_view text);

/// `'JC' (12), 'X' (<5)`: the most frequent first, at most 20. A word that looks like more than a code (long, a run of digits, a date, an address) and every
/// word of a column that looks like free text is shown by its shape.
std::string shown_words(const Counts& counts, std::uint64_t asked, bool personal);

/// As shown_words(), of shapes.
std::string shown_shapes(const Counts& counts);

/// Adds one to the count of a word. Of more than 2000 different words further ones are counted together.
void count(Counts& counts, std::string_view word);

}  // namespace srgconv::rehearse
