// Memory for the short texts that are made of one row and are gone with the next.
#pragma once

#include <cstddef>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

namespace srgconv {

/// Hands out memory from a block, all of which is taken back at once. What it handed out stays where it is until clear(); after the first rows nothing is
/// allocated any more.
class TextArena {
 public:
  /// `size` bytes, not initialised.
  char* take(std::size_t size) {
    if (size > static_cast<std::size_t>(end_ - at_)) grow(size);
    char* const taken = at_;
    at_ += size;
    return taken;
  }
  /// A copy of a text.
  std::string_view copy(std::string_view text) {
    if (text.empty()) return {};
    char* const to = take(text.size());
    std::memcpy(to, text.data(), text.size());
    return {to, text.size()};
  }
  /// Gives back the last `size` bytes that were taken.
  void give_back(std::size_t size) { at_ -= size; }
  /// Takes everything back. A row that needed several blocks leaves the largest one.
  void clear() {
    if (blocks_.size() > 1) keep_largest();
    if (!blocks_.empty()) at_ = blocks_.back().memory.get();
  }

 private:
  struct Block {
    std::unique_ptr<char[]> memory;
    std::size_t size = 0;
  };
  static constexpr std::size_t first_size = 4096;

  void grow(std::size_t size) {
    std::size_t next = blocks_.empty() ? first_size : blocks_.back().size * 2;
    if (next < size) next = size;
    blocks_.push_back({std::unique_ptr<char[]>(new char[next]), next});
    at_ = blocks_.back().memory.get();
    end_ = at_ + next;
  }
  // Every block is at least twice as large as the one before.
  void keep_largest() {
    blocks_.erase(blocks_.begin(), blocks_.end() - 1);
    end_ = blocks_.back().memory.get() + blocks_.back().size;
  }

  std::vector<Block> blocks_;
  char* at_ = nullptr;
  char* end_ = nullptr;
};

}  // namespace srgconv
