// Code lists whose entries are valid for a period and may play a role.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/period.hpp"

namespace srgconv {

struct Code {
  std::string code;
  std::string name;                             ///< Dutch, as the standard has it
  std::string category;                         ///< may be empty
  std::string role;                             ///< what rules and checks refer to, whatever the code is; may be empty
  std::optional<int> max_months;                ///< longest duration CBS expects; nothing when not published
  std::optional<Date> valid_from, valid_until;  ///< inclusive; nothing when unbounded or unknown
  std::string source;                           ///< where the fact comes from, or `assumed`
};

/// A named list, in the order of its file.
class CodeList {
 public:
  CodeList() = default;
  CodeList(std::string name, std::vector<Code> codes);

  const std::string& name() const { return name_; }
  const std::vector<Code>& codes() const { return codes_; }
  /// The entry with this code, whatever its validity; null when there is none.
  const Code* find(std::string_view code) const;
  /// The entry with this code that is valid on the day.
  const Code* find(std::string_view code, Date on) const;
  /// The one entry that plays this role; null when none does or several do.
  const Code* with_role(std::string_view role) const;

 private:
  std::string name_;
  std::vector<Code> codes_;
  std::vector<std::uint32_t> by_code_;  // places in codes_, by code; of equal codes by place
};

/// The lists of a pack: `type`, `goal`, `work_capacity`, `relation`, `reason`, ...
class CodeLists {
 public:
  void add(CodeList list) { lists_.push_back(std::move(list)); }
  const CodeList* find(std::string_view name) const;
  const std::vector<CodeList>& all() const { return lists_; }

 private:
  std::vector<CodeList> lists_;
};

}  // namespace srgconv
