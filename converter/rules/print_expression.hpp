// Words and expressions as they are written, on one line.
#pragma once

#include <string>
#include <vector>

#include "rules/syntax_tree.hpp"

namespace srgconv::rules {

/// `'it''s'`
std::string quoted_text(const std::string& text);
/// `BSN` or `"DATUM IN"`: a column as its word was written.
std::string column_text(const syntax::Word& column);
std::string columns_text(const std::vector<syntax::Word>& columns);
std::string texts_text(const std::vector<syntax::Word>& texts);

/// The expression on one line. Reading it again gives the same tree.
std::string expression_text(const syntax::Expression& expression);

/// The branches of a `case(...)`, each on one line without its comma.
std::vector<std::string> branch_texts(const syntax::Expression& choice);

}  // namespace srgconv::rules
