// Short words to values: one probe and two comparisons of machine words.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

namespace srgconv::rules {

/// A table with open addressing, at most half full, for words of up to fifteen bytes. Built once, then only read.
template <class Value>
class WordTable {
 public:
  static constexpr std::size_t longest_word = 15;

  /// Of equal words the first stays. The word is not empty, and not longer than `longest_word`.
  void add(std::string_view word, Value value) {
    if (2 * (used_ + 1) > slots_.size()) grow();
    const Key key = key_of(word);
    Slot& slot = slots_[place_of(key)];
    if (slot.key == key) return;
    slot = {key, value};
    ++used_;
  }
  /// Null when the table does not have the word.
  const Value* find(std::string_view word) const {
    if (word.empty() || word.size() > longest_word || used_ == 0) return nullptr;
    const Key key = key_of(word);
    const Slot& slot = slots_[place_of(key)];
    return slot.key == key ? &slot.value : nullptr;
  }

 private:
  // The bytes of a word, some of them twice, and its length: exactly one word has this key. A length of zero is a free slot.
  struct Key {
    std::uint64_t low = 0, high = 0, size = 0;
    bool operator==(const Key&) const = default;
  };
  struct Slot {
    Key key;
    Value value{};
  };

  template <class Word>
  static std::uint64_t load(const char* at) {
    Word word = 0;
    std::memcpy(&word, at, sizeof(Word));
    return word;
  }
  // Overlapping loads of a fixed width: a copy of a varying width is a call.
  static Key key_of(std::string_view word) {
    const std::size_t size = word.size();
    const char* const at = word.data();
    Key key{0, 0, size};
    if (size >= 8) {
      key.low = load<std::uint64_t>(at);
      key.high = load<std::uint64_t>(at + size - 8);
    } else if (size >= 4) {
      key.low = load<std::uint32_t>(at) | load<std::uint32_t>(at + size - 4) << 32U;
    } else if (size > 0) {
      key.low = load<std::uint8_t>(at) | load<std::uint8_t>(at + size / 2) << 8U | load<std::uint8_t>(at + size - 1) << 16U;
    }
    return key;
  }
  std::size_t place_of(const Key& key) const {
    std::uint64_t mixed = (key.low ^ ((key.high + key.size) * 0x9E3779B97F4A7C15U)) * 0xD6E8FEB86659FD93U;
    mixed ^= mixed >> 32U;
    mixed *= 0xD6E8FEB86659FD93U;
    std::size_t place = static_cast<std::size_t>(mixed >> 32U) & (slots_.size() - 1);
    while (!(slots_[place].key == key) && slots_[place].key.size != 0) place = (place + 1) & (slots_.size() - 1);
    return place;
  }
  void grow() {
    std::vector<Slot> before = std::move(slots_);
    slots_ = std::vector<Slot>(before.empty() ? 16 : before.size() * 2);
    for (const Slot& slot : before) {
      if (slot.key.size != 0) slots_[place_of(slot.key)] = slot;
    }
  }

  std::vector<Slot> slots_;
  std::size_t used_ = 0;
};

}  // namespace srgconv::rules
