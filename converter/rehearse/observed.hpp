// What is counted while rows go through a mapping: words, texts that cannot be read, and what became of the rows, by the rule that decided.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <tuple>

#include "diagnostics/diagnostics.hpp"
#include "map/map.hpp"
#include "rehearse/shown_values.hpp"
#include "rules/rules.hpp"

namespace srgconv::rehearse {

/// The words that one table was asked for from the same columns.
struct TableWords {
  std::uint64_t asked = 0, uncovered = 0;
  bool personal = false;
  Counts words;  ///< not covered
};

/// Texts that one rule cannot read for one reason.
struct UnreadableTexts {
  Diagnostic why;
  std::uint64_t count = 0;
  Counts shapes;
};

/// Values that the pack's list does not have.
struct NoCodes {
  std::string list;
  std::uint64_t count = 0;
  Counts codes;
};

/// Rows that one rule skipped or rejected for one reason.
struct DecidedRows {
  Diagnostic why;
  bool rejected = false;
  std::uint64_t count = 0;
  Counts values;  ///< of the one column that the guard looks at
};

class Observed : public rules::Witness {
 public:
  explicit Observed(const rules::Mapping& mapping);

  void asked(const rules::AskedWord& word) override;
  void unreadable(std::string_view text, const Diagnostic& why) override;
  void no_code(std::string_view field, std::string_view list, std::string_view code, const SourceSpan& rule) override;
  /// What became of a row; `record` has a value for each field of the format.
  void decided(const map::MappedRow& row, const SourceRecord& record);
  /// Rows that were used, and contradict one another: `rule` is the statement by which they belong together.
  void refused(const Diagnostic& why, const SourceSpan& rule, std::size_t count);
  /// A row that the reader could not take apart.
  void faulty(const Diagnostic& why);

  /// The one column that a guard looks at and that may be shown; nothing for other rules.
  std::optional<std::size_t> shown_column(const SourceSpan& guard) const;

  std::uint64_t rows = 0, used = 0, skipped = 0, rejected = 0;
  std::map<std::pair<std::string, std::string>, TableWords> tables;           ///< by table and columns
  std::set<SourceSpan> words_seen;                                            ///< lines of tables
  std::map<std::pair<SourceSpan, std::string>, UnreadableTexts> unreadables;  ///< by rule and code
  std::map<std::tuple<std::string, SourceSpan>, NoCodes> no_codes;            ///< by field and rule
  std::map<std::pair<SourceSpan, std::string>, DecidedRows> decisions;        ///< by rule and code

 private:
  const rules::Mapping& mapping_;
  std::map<SourceSpan, std::size_t> guard_columns_;
};

}  // namespace srgconv::rehearse
