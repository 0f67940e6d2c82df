// What people typed into a cell.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "domain/period.hpp"

namespace srgconv {

/// Without the blanks, tabs and line ends around it.
std::string typed_text(std::string_view cell);
/// The date that the first pattern reads which fits; a time behind it does not count.
std::optional<Date> typed_date(std::string_view cell, std::span<const DatePattern> patterns);

}  // namespace srgconv
