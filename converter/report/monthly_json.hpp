// What report.json says of a sender beside its checks: the months it delivered, and the tables that CBS sends each quarter.
#pragma once

#include <nlohmann/json.hpp>

#include "report/report.hpp"

namespace srgconv::report {

/// An object with `sender`, `months` and `feedback`.
nlohmann::ordered_json monthly_json(const Model& model);

}  // namespace srgconv::report
