// Provisions for the tests of lists and reviews.
#pragma once

#include <cstdint>
#include <string>

#include "domain/provision.hpp"

namespace srgconv::test {

inline ProvisionKey key(const std::string& text) { return ProvisionKey::parse(text).value(); }
inline Bsn bsn(const std::string& text) { return Bsn::parse(text).bsn.value(); }

/// A running participation place with a description that nobody may see.
inline Provision provision(const std::string& key_text, const std::string& bsn_text, std::int32_t start = 20210301) {
  return {.key = key(key_text),
          .bsn = bsn(bsn_text),
          .type = "22",
          .start = Date::from_packed(start).value(),
          .end = std::nullopt,
          .goal = "1",
          .work_capacity = "",
          .wage_value = std::nullopt,
          .description = "never shown"};
}

}  // namespace srgconv::test
