#include "domain/code_list.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace srgconv {

CodeList::CodeList(std::string name, std::vector<Code> codes) : name_(std::move(name)), codes_(std::move(codes)), by_code_(codes_.size()) {
  std::iota(by_code_.begin(), by_code_.end(), std::uint32_t{0});
  std::stable_sort(by_code_.begin(), by_code_.end(), [&](std::uint32_t a, std::uint32_t b) { return codes_[a].code < codes_[b].code; });
}

const Code* CodeList::find(std::string_view code) const {
  const auto found =
      std::lower_bound(by_code_.begin(), by_code_.end(), code, [&](std::uint32_t a, std::string_view sought) { return codes_[a].code < sought; });
  return found == by_code_.end() || codes_[*found].code != code ? nullptr : &codes_[*found];
}

const Code* CodeList::find(std::string_view code, Date on) const {
  auto at = std::lower_bound(by_code_.begin(), by_code_.end(), code, [&](std::uint32_t a, std::string_view sought) { return codes_[a].code < sought; });
  for (; at != by_code_.end() && codes_[*at].code == code; ++at) {
    const Code& entry = codes_[*at];
    if ((!entry.valid_from || on_or_before(*entry.valid_from, on) != Answer::no) && (!entry.valid_until || on_or_before(on, *entry.valid_until) != Answer::no))
      return &entry;
  }
  return nullptr;
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
