// A checked `codes` block: what a word of the source stands for, perhaps only for a time, and what becomes of other words.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/period.hpp"
#include "domain/source_span.hpp"

namespace srgconv::rules {

/// Immutable; shared by the expressions that look something up in it.
struct CodeTable {
  struct Entry {
    std::string code;                 ///< of the pack's list
    std::optional<Date> from, until;  ///< inclusive; nothing: unbounded
    SourceSpan span;                  ///< of the word
  };
  /// What becomes of a word that is not in the table, or not at that time.
  enum class Otherwise { reject, skip, empty, keep, code };

  std::string name;
  std::string list;                                              ///< of the pack: `type`
  std::map<std::string, std::vector<Entry>, std::less<>> words;  ///< entries of one word never overlap in time
  bool dated = false;                                            ///< some entry has a period: a lookup needs a date
  Otherwise otherwise = Otherwise::reject;
  std::string otherwise_code;  ///< of Otherwise::code
  std::string reason;          ///< why
  SourceSpan otherwise_span;
  SourceSpan span;

  struct Found {
    const Entry* entry = nullptr;  ///< null: the word is not in the table at that time
    bool undecided = false;        ///< the date is unknown or incomplete and leaves open which entry holds
  };
  /// The entry of a word that holds on a date (nothing: the date is not known).
  Found find(std::string_view word, const std::optional<Date>& on) const;
};

}  // namespace srgconv::rules
