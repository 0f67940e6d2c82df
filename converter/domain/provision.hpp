// One provision as one sender reported it, and where that was read.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/decimal.hpp"
#include "domain/identifiers.hpp"
#include "domain/period.hpp"

namespace srgconv {

/// The facts of a provision, the names of which are the target fields of a mapping `to provision`.
struct Provision {
  ProvisionKey key;
  Bsn bsn;
  std::string type;                   ///< code of the pack's list `type`
  Date start;                         ///< may be partial
  std::optional<Date> end;            ///< nothing while running; may be planned, may be partial
  std::string goal;                   ///< code of the pack's list `goal`; empty when not given
  std::string work_capacity;          ///< code of the pack's list `work_capacity`; empty when not given
  std::optional<Decimal> wage_value;  ///< percentage of the statutory minimum wage
  std::string description;            ///< free text; never shown, never compared
};

/// Where a provision was read and which rule made it. Indices are those of the run's list of sources.
struct Origin {
  std::uint32_t source = 0;  ///< which file
  std::uint32_t line = 0;
  std::string path;  ///< XML only
  std::string rule;  ///< `mappings/voorbeeld-a.rules:14`
};

struct ReportedProvision {
  Provision provision;
  Origin origin;
};

}  // namespace srgconv
