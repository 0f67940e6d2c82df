// Which words may begin a statement, for each kind of block.
#pragma once

#include <string>
#include <vector>

namespace srgconv::rules {

using Names = std::vector<std::string>;

/// What may begin a statement of a block: these words; a name and `=`; a text.
struct Block {
  bool is_file = false;
  Names words;
  bool any_field = false;  ///< any name may stand before `=`
  Names fields;            ///< these names may stand before `=`
  bool texts = false;
  bool columns = false;  ///< a column and its place
};

extern const Block file_block, csv_block, fixed_block, line_block, xlsx_block, xml_block, field_block, record_block, codes_block, mapping_block, branch_block,
    merge_block, supplied_block, scope_block, transition_block, identity_block, match_block, check_block;

/// All keywords of the language, for tips.
const Names& all_keywords();

}  // namespace srgconv::rules
