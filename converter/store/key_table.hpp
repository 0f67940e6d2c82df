// The keys of a workspace while it is being filled: key -> number of the provision, in little memory.
#pragma once

#include <cstdint>
#include <deque>
#include <memory_resource>
#include <string_view>
#include <utility>
#include <vector>

namespace srgconv::store {

/// About 45 bytes a key: texts packed one behind the other, and a hash table of numbers with open addressing.
class KeyTable {
 public:
  KeyTable();

  /// The number of the key, from 1 on in order of appearance; 0 when it is not there.
  std::uint32_t find(std::uint32_t numbering, std::string_view id) const;
  /// The number of the key, and whether it is new.
  std::pair<std::uint32_t, bool> find_or_add(std::uint32_t numbering, std::string_view id);

 private:
  struct Entry {
    const char* text;
    std::uint32_t length, numbering;
  };
  struct Slot {
    std::uint32_t hash = 0, number = 0;  // number of the entry; 0: free
  };
  std::size_t slot_of(std::uint32_t hash, std::uint32_t numbering, std::string_view id) const;
  void grow();

  std::pmr::monotonic_buffer_resource texts_;
  std::deque<Entry> entries_;
  std::vector<Slot> slots_;
};

}  // namespace srgconv::store
