// A hash table of registration numbers with open addressing.
#include "monthly/trails.hpp"

#include <functional>

namespace srgconv::monthly {

std::size_t Trails::slot_of(std::string_view id) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = std::hash<std::string_view>{}(id)&mask;
  while (slots_[slot] != 0 && trails_[slots_[slot] - 1].id != id) slot = (slot + 1) & mask;
  return slot;
}

void Trails::grow() {
  slots_.assign(slots_.empty() ? 1024 : slots_.size() * 2, 0);
  for (std::uint32_t i = 0; i < trails_.size(); ++i) slots_[slot_of(trails_[i].id)] = i + 1;
}

std::uint32_t Trails::find_or_add(std::string_view id) {
  if (2 * (trails_.size() + 1) > slots_.size()) grow();
  const std::size_t slot = slot_of(id);
  if (slots_[slot] == 0) {
    trails_.emplace_back().id = id;
    slots_[slot] = static_cast<std::uint32_t>(trails_.size());
  }
  return slots_[slot] - 1;
}

}  // namespace srgconv::monthly
