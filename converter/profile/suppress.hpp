// Which counts of codes may be shown; internal to this room.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "profile/profile.hpp"

namespace srgconv::profile {

/// Fewer rows than this are never told apart.
inline constexpr std::uint64_t smallest_shown = 5;

struct SafeCounts {
  std::vector<ShownCode> codes;
  std::uint64_t rare = 0;      ///< values in fewer than five rows
  bool hide_fill = false;      ///< the number of filled rows would give hidden counts away even so
  std::uint64_t at_least = 0;  ///< what may be said of it then
};

/// Values in five rows and more are shown. Where there are rarer ones, the counts of the rarest shown values are hidden too, until whoever knows the number of
/// filled rows and how this is done cannot tell the sum of the rarer ones: at least four values of it stay possible, and one of them is each count that a
/// single one could have.
SafeCounts safe_counts(const std::map<std::string, std::uint64_t>& counts);

}  // namespace srgconv::profile
