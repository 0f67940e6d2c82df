// The codes of a provision, checked against the pack's lists; internal to this room.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "domain/code_list.hpp"

namespace srgconv::map {

/// The lists that codes are checked with, and codes that were found in them before. For one thread.
class KnownCodes {
 public:
  enum List : std::size_t { type, goal, work_capacity };
  enum class Judgement { holds, unknown, not_then };

  explicit KnownCodes(const CodeLists& codes) : lists_{codes.find("type"), codes.find("goal"), codes.find("work_capacity")} {}

  /// Null when the pack does not have it.
  const CodeList* list(std::size_t number) const { return lists_[number]; }
  /// Is the code one of the list, and valid on the day? An empty code holds, and so does every code where there is no list.
  Judgement judge(std::size_t number, std::string_view code, Date on) {
    const CodeList* list = lists_[number];
    if (code.empty() || list == nullptr) return Judgement::holds;
    const Code*& known = found_[number][hash_of(code)];
    if (known != nullptr && known->code == code && holds(*known, on)) return Judgement::holds;
    if (const Code* found = list->find(code, on)) {
      known = found;
      return Judgement::holds;
    }
    return list->find(code) == nullptr ? Judgement::unknown : Judgement::not_then;
  }

 private:
  static std::size_t hash_of(std::string_view code) {
    const auto sign = [&](std::size_t i) { return static_cast<unsigned char>(code[i]); };
    return (sign(0) * 37U + sign(code.size() - 1)) % 256U;
  }
  static bool holds(const Code& code, Date on) {
    return (!code.valid_from || on_or_before(*code.valid_from, on) != Answer::no) && (!code.valid_until || on_or_before(on, *code.valid_until) != Answer::no);
  }

  std::array<const CodeList*, 3> lists_;
  std::array<std::array<const Code*, 256>, 3> found_{};  // per list, by a hash of the code
};

}  // namespace srgconv::map
