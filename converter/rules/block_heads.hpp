// The blocks whose head was not understood: what node they are all the same, so that the statements inside are read and judged.
#pragma once

#include <string_view>

#include "rules/syntax_tree.hpp"

namespace srgconv::rules {

/// Makes `line` the node of the block that begins with `word`; `head` is all that stands before its `{`. False: no block of this kind begins so.
bool begin_node(syntax::FileLine& line, std::string_view word, std::string_view head);
bool begin_node(syntax::FormatLine& line, std::string_view word, std::string_view head);
bool begin_node(syntax::RecordLine& line, std::string_view word, std::string_view head);
bool begin_node(syntax::MappingLine& line, std::string_view word, std::string_view head);
bool begin_node(syntax::TransitionLine& line, std::string_view word, std::string_view head);

}  // namespace srgconv::rules
