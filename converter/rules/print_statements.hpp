// Single statements as they are written.
#pragma once

#include "rules/print_rows.hpp"
#include "rules/syntax_tree.hpp"

namespace srgconv::rules {

Row statement_row(const syntax::Setting& setting);
Row statement_row(const syntax::Columns& columns);
Row statement_row(const syntax::Sheets& sheets);
Row statement_row(const syntax::Ignore& ignore);
Row statement_row(const syntax::Root& root);
Row statement_row(const syntax::FixedColumn& column);
Row statement_row(const syntax::FixedColumns& columns);
Row statement_row(const syntax::KindPlace& kind);
Row statement_row(const syntax::OtherLine& line);
Row statement_row(const syntax::Field& field);
Row statement_row(const syntax::CodeEntry& entry);
Row statement_row(const syntax::Otherwise& otherwise);
Row statement_row(const syntax::Guard& guard);
Row statement_row(const syntax::Assignment& assignment);
Row statement_row(const syntax::Parameter& parameter);
Row statement_row(const syntax::MergeWay& way);
Row statement_row(const syntax::Supplied& supplied);
Row statement_row(const syntax::Needs& needs);
Row statement_row(const syntax::Example& example);
Row statement_row(const syntax::Fact& fact);
Row statement_row(const syntax::Sequence& sequence);
Row statement_row(const syntax::Source& source);
Row statement_row(const syntax::Drop& drop);
Row statement_row(const syntax::Gap& gap);
Row statement_row(const syntax::Order& order);
Row statement_row(const syntax::Require& require);
Row statement_row(const syntax::Continues& continues);
Row statement_row(const syntax::SenderScope& scope);
Row statement_row(const syntax::Allow& allow);
Row statement_row(const syntax::Recoded& recoded);
Row statement_row(const syntax::HistoryId& history);
Row statement_row(const syntax::Ties& ties);
Row statement_row(const syntax::Expectation& expectation);
Row statement_row(const syntax::WholeSet& set);
Row statement_row(const syntax::CheckText& text);
Row statement_row(const syntax::CheckSource& source);

std::string step_text(const syntax::Step& step);
std::string match_text(const syntax::MatchLine& line);
std::string merge_text(const syntax::Merge& merge);  ///< up to the block
std::string split_text(const syntax::Split& split);  ///< up to `into`
std::string branch_text(const syntax::Branch& branch);

}  // namespace srgconv::rules
