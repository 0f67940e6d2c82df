// Finds provisions by registration number; a number may occur more than once (at several senders).
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "reconcile/provisions.hpp"

namespace srgconv::reconcile {

/// A hash table of indices into provisions, which must outlive it.
class IdIndex {
 public:
  explicit IdIndex(const Provisions& held) : held_(held) {
    std::size_t size = 16;
    while (size < held.size() + held.size() / 2) size *= 2;
    slots_.resize(size);
    for (std::uint32_t index = 0; index < held.size(); ++index) {
      const std::uint32_t hash = hash_of(held.id(index));
      std::size_t slot = hash & (size - 1);
      while (slots_[slot].number != 0) slot = (slot + 1) & (size - 1);
      slots_[slot] = {hash, index + 1};
    }
  }

  struct Found {
    std::uint32_t first = 0;  ///< one of them
    std::uint32_t count = 0;
  };
  /// How many have this number, of one sender or (null) of all; cheaper than all of them.
  Found find(std::string_view id, const SenderCode* sender = nullptr) const {
    Found found;
    visit(id, [&](std::uint32_t index) {
      if (is_of(index, sender)) found = {index, found.count + 1};
    });
    return found;
  }
  /// The indices of all that have this number, in order of key.
  std::vector<std::uint32_t> all(std::string_view id, const SenderCode* sender = nullptr) const {
    std::vector<std::uint32_t> result;
    visit(id, [&](std::uint32_t index) {
      if (is_of(index, sender)) result.push_back(index);
    });
    if (result.size() > 1) std::sort(result.begin(), result.end(), [&](std::uint32_t a, std::uint32_t b) { return held_.key_before(a, b); });
    return result;
  }

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t number = 0;  // index + 1; 0: free
  };

  bool is_of(std::uint32_t index, const SenderCode* sender) const { return sender == nullptr || held_.sender(index) == *sender; }

  template <typename Visit>
  void visit(std::string_view id, Visit each) const {
    const std::uint32_t hash = hash_of(id);
    for (std::size_t slot = hash & (slots_.size() - 1); slots_[slot].number != 0; slot = (slot + 1) & (slots_.size() - 1)) {
      if (slots_[slot].hash == hash && held_.id(slots_[slot].number - 1) == id) each(slots_[slot].number - 1);
    }
  }
  static std::uint32_t hash_of(std::string_view id) {
    const std::size_t hash = std::hash<std::string_view>{}(id);
    return static_cast<std::uint32_t>(hash ^ (hash >> 32U));
  }

  const Provisions& held_;
  std::vector<Slot> slots_;
};

}  // namespace srgconv::reconcile
