#include "rules/statement_words.hpp"

#include <algorithm>

namespace srgconv::rules {
namespace {

const Names targets = {"bsn", "id", "type", "start", "end", "goal", "work_capacity", "wage_value", "description", "old.id", "new.id"};

}  // namespace

const Block file_block = {true, {"import", "format", "codes", "mapping", "scope", "transition", "check"}, false, {}, false};
const Block csv_block = {false, {"encoding", "separator", "preamble", "header", "columns", "ignore"}, false, {}, false};
const Block fixed_block = {false, {"encoding", "preamble", "columns", "kind", "line", "ignore"}, false, {}, false};
const Block line_block = {false, {}, false, {}, false, true};
const Block xlsx_block = {false, {"sheet", "preamble", "header", "columns", "ignore"}, false, {}, false};
const Block xml_block = {false, {"schema", "root", "elements", "header", "record"}, false, {}, false};
const Block field_block = {false, {}, true, {}, false};
const Block record_block = {false, {"each", "ignore"}, true, {}, false};
const Block codes_block = {false, {"else"}, false, {}, true};
const Block mapping_block = {false, {"skip", "reject", "use", "split", "merge", "example", "parameter"}, false, targets, false};
const Block branch_block = {false, {}, false, targets, false};
const Block merge_block = {false, targets, false, {}, false};
const Block supplied_block = {false, {}, true, {}, false};
const Block scope_block = {false, {"needs", "skip", "reject"}, false, {}, false};
const Block transition_block = {false,
                                {"reason", "month", "assessed", "sequence",  "old",   "delivered", "new",   "identity", "match",   "drop",
                                 "gap",    "order", "require",  "continues", "scope", "overlap",   "allow", "recoded",  "history", "ties"},
                                false,
                                {},
                                false};
const Block identity_block = {false, {"new.id", "new.sender", "links", "match", "else"}, false, {}, false};
const Block match_block = {false, {"within", "equal", "start", "evidence", "else"}, false, {}, false};
const Block check_block = {false, {"on", "set", "nl", "en", "source"}, false, {}, false};

const Names& all_keywords() {
  static const Names names = [] {
    Names result = {"as",       "in",       "optional", "partial", "role",  "of",  "number", "where", "count",  "because", "when",
                    "into",     "given",    "expect",   "and",     "or",    "not", "is",     "empty", "starts", "with",    "ends",
                    "contains", "trimmed",  "ignoring", "for",     "from",  "to",  "until",  "at",    "with",   "using",   "snapshot",
                    "file",     "replaces", "reject",   "skip",    "known", "on",  "repair", "signal"};
    for (const Block* block : {&file_block, &csv_block, &fixed_block, &xlsx_block, &xml_block, &record_block, &codes_block, &mapping_block, &scope_block,
                               &transition_block, &identity_block, &match_block, &check_block}) {
      for (const std::string& word : block->words) {
        if (std::find(result.begin(), result.end(), word) == result.end()) result.push_back(word);
      }
    }
    return result;
  }();
  return names;
}

}  // namespace srgconv::rules
