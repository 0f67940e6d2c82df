// What looks on while rules meet data, and what rules look at. Part of rules.hpp.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diagnostics/diagnostics.hpp"
#include "domain/source_span.hpp"

namespace srgconv::rules {

class Expression;
struct Mapping;

/// What a code table was asked, and whether it has an answer of its own. Lives only during the call.
struct AskedWord {
  std::string_view table, word;
  std::string_view columns;          ///< where the word comes from, as messages name it: `SOORT`
  bool covered = false;              ///< the word is in the table (at that time), or is kept because it is a code of the list
  bool personal = false;             ///< the word comes from a personal column and is never shown
  const SourceSpan* line = nullptr;  ///< of the word in the table; null when it is not there
};

/// Sees what rows ask of code tables and which texts cannot be read: for whoever holds rules against data before they are used. Given raw values: what it shows
/// of them is its own affair. Called on the thread of evaluation.
class Witness {
 public:
  virtual ~Witness() = default;
  virtual void asked(const AskedWord& word) = 0;
  /// A text that is no date, month or number as its rule or format reads it; `why` is MAP-002 to MAP-009, at the rule.
  virtual void unreadable(std::string_view text, const Diagnostic& why) = 0;
  /// A value for a field that the pack's list does not have; `rule` is the assignment.
  virtual void no_code(std::string_view field, std::string_view list, std::string_view code, const SourceSpan& rule) = 0;
};

/// What becomes of a word that is not in a code table.
enum class OtherWord { reject, skip, empty, keep, code };

/// A code table that a mapping asks.
struct AskedTable {
  std::string name;
  std::string list;  ///< of the pack: `type`
  OtherWord otherwise = OtherWord::reject;
  std::string otherwise_code;                             ///< of OtherWord::code
  std::string reason;                                     ///< why
  SourceSpan otherwise_span;                              ///< of `else ...`
  SourceSpan span;                                        ///< of its name
  std::vector<std::pair<std::string, SourceSpan>> lines;  ///< every word and its place, by place: a word with periods has several
};

/// Every code table that a mapping asks, by name.
std::vector<AskedTable> asked_tables(const Mapping& mapping);

/// What an expression looks at.
struct LooksAt {
  std::set<std::size_t> columns;  ///< indexes into Format::fields
  bool sender = false, month = false;
};
LooksAt looks_at(const Expression& expression);
/// What the rules of a mapping look at, guards and splits included.
LooksAt looks_at(const Mapping& mapping);

}  // namespace srgconv::rules
