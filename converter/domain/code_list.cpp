#include "domain/code_list.hpp"

#include <algorithm>

namespace srgconv {

const Code* CodeList::find(std::string_view code) const {
  const auto found = std::find_if(codes_.begin(), codes_.end(), [&](const Code& entry) { return entry.code == code; });
  return found == codes_.end() ? nullptr : &*found;
}

const Code* CodeList::find(std::string_view code, Date on) const {
  const auto found = std::find_if(codes_.begin(), codes_.end(), [&](const Code& entry) {
    return entry.code == code && (!entry.valid_from || on_or_before(*entry.valid_from, on) != Answer::no) &&
           (!entry.valid_until || on_or_before(on, *entry.valid_until) != Answer::no);
  });
  return found == codes_.end() ? nullptr : &*found;
}

const Code* CodeList::with_role(std::string_view role) const {
  const Code* found = nullptr;
  for (const Code& entry : codes_) {
    if (entry.role != role) continue;
    if (found != nullptr) return nullptr;
    found = &entry;
  }
  return found;
}

const CodeList* CodeLists::find(std::string_view name) const {
  const auto found = std::find_if(lists_.begin(), lists_.end(), [&](const CodeList& list) { return list.name() == name; });
  return found == lists_.end() ? nullptr : &*found;
}

}  // namespace srgconv
