// How well a file fits a format, judged by reading it: its header, or for XML its root element.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "diagnostics/diagnostics.hpp"
#include "domain/code_list.hpp"
#include "read/read.hpp"
#include "rules/rules.hpp"

namespace srgconv::rehearse {

struct Likeness {
  std::size_t declared = 0, found = 0, surplus = 0;  ///< columns of the format, those in the file, and those of the file that the format does not have
  std::vector<std::string> missing, strange;         ///< the columns that are not there, and those that are too many
  bool complete = false;                             ///< the file can be read as it is
  Diagnostics findings;                              ///< of reading

  /// From 0 to 100: the columns that both have, of all that either has.
  std::size_t percent() const { return declared + surplus == 0 ? 0 : 100 * found / (declared + surplus); }
  /// The header was read, and some columns are not there or too many; nothing else is wrong.
  bool only_columns_differ() const { return !complete && found > 0 && (!missing.empty() || !strange.empty()); }
};

Likeness likeness(const read::InputFile& file, const rules::Format& format, const CodeLists& codes);

/// Does a format fit so much better than the one at hand that the file must be meant for it?
bool much_better(const Likeness& other, const Likeness& at_hand);

}  // namespace srgconv::rehearse
