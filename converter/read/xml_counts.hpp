// Counts what the header of a document states: records, by condition, and occurrences of groups; internal to this room.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "diagnostics/diagnostics.hpp"
#include "domain/code_list.hpp"
#include "domain/source_record.hpp"
#include "rules/rules.hpp"

namespace srgconv::read {

class StatedCounts {
 public:
  StatedCounts(const rules::Format& format, const CodeLists* codes);

  void add(const SourceRecord& record);
  /// Compares with what the header says; READ-235 to READ-237 for what does not hold. True when all hold.
  bool compare(const std::vector<RawValue>& header, const std::string& shown_name, Diagnostics& diagnostics) const;

 private:
  struct Count {
    std::size_t header_field;
    const rules::RecordCount* what;
    const rules::Group* group = nullptr;  // counted are its occurrences, else records
    std::size_t group_number = 0;
    const rules::Field* condition = nullptr;  // null: all
    std::size_t condition_number = 0;
    bool condition_in_group = false;
    bool possible = true;
    std::uint64_t counted = 0;
  };
  bool holds(const Count& count, const RawValue& value, bool& possible) const;

  const rules::Format& format_;
  CodeLists none_;
  const CodeLists* codes_;
  std::vector<Count> counts_;
};

}  // namespace srgconv::read
