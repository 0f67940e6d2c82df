// Open addressing with linear probing over a power of two of slots, at most two thirds full.
#include "store/key_table.hpp"

#include <cstring>
#include <functional>

namespace srgconv::store {
namespace {

constexpr std::size_t first_slots = 1024;

std::uint32_t hash_of(std::uint32_t numbering, std::string_view id) {
  const std::size_t hash = std::hash<std::string_view>{}(id) ^ (static_cast<std::size_t>(numbering) * 0x9E3779B97F4A7C15ULL);
  return static_cast<std::uint32_t>(hash ^ (hash >> 32));
}

}  // namespace

KeyTable::KeyTable() : slots_(first_slots) {}

std::size_t KeyTable::slot_of(std::uint32_t hash, std::uint32_t numbering, std::string_view id) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  for (; slots_[at].number != 0; at = (at + 1) & mask) {
    if (slots_[at].hash != hash) continue;
    const Entry& entry = entries_[slots_[at].number - 1];
    if (entry.numbering == numbering && std::string_view(entry.text, entry.length) == id) break;
  }
  return at;
}

std::uint32_t KeyTable::find(std::uint32_t numbering, std::string_view id) const { return slots_[slot_of(hash_of(numbering, id), numbering, id)].number; }

std::pair<std::uint32_t, bool> KeyTable::find_or_add(std::uint32_t numbering, std::string_view id) {
  const std::uint32_t hash = hash_of(numbering, id);
  std::size_t at = slot_of(hash, numbering, id);
  if (slots_[at].number != 0) return {slots_[at].number, false};
  if ((entries_.size() + 1) * 3 > slots_.size() * 2) {
    grow();
    at = slot_of(hash, numbering, id);
  }
  char* const text = static_cast<char*>(texts_.allocate(id.size() + 1, 1));
  std::memcpy(text, id.data(), id.size());
  entries_.push_back({text, static_cast<std::uint32_t>(id.size()), numbering});
  slots_[at] = {hash, static_cast<std::uint32_t>(entries_.size())};
  return {slots_[at].number, true};
}

void KeyTable::grow() {
  std::vector<Slot> larger(slots_.size() * 2);
  const std::size_t mask = larger.size() - 1;
  for (const Slot& slot : slots_) {
    if (slot.number == 0) continue;
    std::size_t at = slot.hash & mask;
    while (larger[at].number != 0) at = (at + 1) & mask;
    larger[at] = slot;
  }
  slots_.swap(larger);
}

}  // namespace srgconv::store
