// Months as the workspace keeps them: yyyymm.
#pragma once

#include <cstdint>
#include <optional>

#include "domain/period.hpp"

namespace srgconv::store {

inline std::int32_t month_number(ReportMonth month) { return month.year() * 100 + month.month(); }
inline std::optional<ReportMonth> month_of_number(std::int64_t number) {
  return ReportMonth::from_parts(static_cast<int>(number / 100), static_cast<int>(number % 100));
}

}  // namespace srgconv::store
