// A phrase: text for a page, with marks for what is emphasised and where a line ends. Only phrases know of the marks; the renderings escape all else.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace srgconv::document {

/// UTF-8; parts between `mark::strong` and `mark::plain` stand out, `mark::line` ends a line inside a cell or an item. What comes from rule files is put in
/// with clean(), so that it holds no marks of its own.
using Phrase = std::string;

namespace mark {
inline constexpr char strong = '\x01', plain = '\x02', line = '\x03';
}

/// A text of a rule file: personal numbers masked, control characters left out.
std::string clean(std::string_view text);
/// A name that stands out: a column, a table, a mapping.
Phrase strong(std::string_view name);
/// A text between quotation marks: `“INB”`.
Phrase in_quotes(std::string_view text);
/// The phrase with a capital at its beginning.
Phrase capitalised(Phrase phrase);
/// The phrases, each on a line of its own.
Phrase lines(const std::vector<Phrase>& phrases);

}  // namespace srgconv::document
