// The one canonical layout of a rule file. docs/commands/rules.md describes it.
#pragma once

#include <string>

#include "rules/layout.hpp"
#include "rules/syntax_tree.hpp"

namespace srgconv::rules {

/// The file as the layout has it. `layout` is that of `content`, the text that the tree was read from: its comments are kept and its blank lines, at most one
/// in a row. Reading the result gives the same tree, and laying it out again the same text.
std::string print(const syntax::File& file, const Layout& layout, const std::string& content);

}  // namespace srgconv::rules
