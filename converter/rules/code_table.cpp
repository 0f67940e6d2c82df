#include "rules/code_table.hpp"

namespace srgconv::rules {

CodeTable::Found CodeTable::find(std::string_view word, const std::optional<Date>& on) const {
  const auto entries = words.find(word);
  if (entries == words.end()) return {};
  const Date day = on.value_or(Date{});
  const Entry* possible = nullptr;
  bool certain = false;
  for (const Entry& entry : entries->second) {
    const bool may_begin = !entry.from || on_or_before(*entry.from, day) != Answer::no;
    const bool may_last = !entry.until || on_or_before(day, *entry.until) != Answer::no;
    if (!may_begin || !may_last) continue;
    if (possible != nullptr) return {nullptr, true};
    possible = &entry;
    certain = (!entry.from || on_or_before(*entry.from, day) == Answer::yes) && (!entry.until || on_or_before(day, *entry.until) == Answer::yes);
  }
  if (possible != nullptr && !certain) return {nullptr, true};
  return {possible, false};
}

}  // namespace srgconv::rules
