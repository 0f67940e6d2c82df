// Holds rules against data without converting: what would become of the rows, which words and values no rule covers, and whether the file is what the rules
// were written for. Everything is counted per column; no value of a person is ever shown.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "diagnostics/diagnostics.hpp"
#include "domain/code_list.hpp"
#include "domain/identifiers.hpp"
#include "read/read.hpp"
#include "rules/rules.hpp"

namespace srgconv::rehearse {

/// A rule file that data may be meant for: a mapping that comes with the program.
struct OtherRules {
  std::string import;  ///< as `import` names it: `voorbeeld-b`
  rules::RuleSet rules;
};

struct Request {
  const rules::RuleSet& rules;
  const CodeLists& codes;
  std::size_t longest_id = 15;
  std::filesystem::path folder;  ///< of the rule file: paths of its transitions begin there
  const std::vector<OtherRules>& others;
};

/// What became of the rows of one file under one mapping. rows = used + skipped + rejected.
struct Rehearsed {
  std::string file, format, mapping;
  std::uint64_t rows = 0, used = 0, skipped = 0, rejected = 0;
};

/// Holds the rules against one file, with the format that fits it best. A file that a transition names is read as its statement says. Gives a line per mapping
/// that took the file, none when the file cannot be read at all. DATA-0xx and READ-0xx..2xx go to `diagnostics`.
std::vector<Rehearsed> rehearse(const Request& request, const read::InputFile& file, Diagnostics& diagnostics);

/// A count as lists and messages show it: `<5` from 1 to 4, since so few rows may be known persons.
std::string shown_count(std::uint64_t count);
/// The number of rows as it may be shown: empty where it would give away the one count that is hidden.
std::string shown_total(const Rehearsed& rows);

}  // namespace srgconv::rehearse
