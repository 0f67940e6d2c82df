// What a sender has delivered so far under each of its registration numbers, inside this room.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "delivery/delivery.hpp"

namespace srgconv::monthly {

/// A registration number, and what was last delivered under it.
struct Trail {
  std::string id;
  delivery::Facts facts;             ///< as last delivered; of a number that is not `known` nothing yet
  ReportMonth last;                  ///< the month of that delivery
  ReportMonth seen;                  ///< the latest month in which the number stands, the one being judged included
  std::uint32_t file = 0, line = 0;  ///< where it stood last: index into Sender::files
  bool known = false;                ///< delivered before the month that is being judged
};

/// The numbers of one sender, in order of first appearance: 100 to 150 bytes each.
class Trails {
 public:
  /// The index of the number, which is added when it is new.
  std::uint32_t find_or_add(std::string_view id);
  Trail& operator[](std::uint32_t index) { return trails_[index]; }
  const Trail& operator[](std::uint32_t index) const { return trails_[index]; }
  std::size_t size() const { return trails_.size(); }

 private:
  void grow();
  std::size_t slot_of(std::string_view id) const;

  std::vector<Trail> trails_;
  std::vector<std::uint32_t> slots_;  // index + 1; 0: free
};

}  // namespace srgconv::monthly
