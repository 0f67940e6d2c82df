// A provision that belongs to nobody because its BSN was misspelt.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "domain/identifiers.hpp"
#include "domain/period.hpp"

namespace srgconv {

/// The facts of a row that was rejected because its BSN of nine digits fails the 11-test. Somebody else's row may be meant: for people to find out.
struct MisspeltProvision {
  std::uint32_t digits = 0;  ///< the BSN as it is written. Personal: compared, never shown
  std::string id, type;
  Date start;
  std::optional<Date> end = {};
  std::string goal = {};
  SenderCode sender = {};
  std::string file = {};  ///< as its source is called
};

}  // namespace srgconv
