// What the screens of several commands have in common.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "report/report.hpp"

namespace srgconv::report {

inline constexpr std::size_t screen_lines = 24;

/// The words with ASCII letters in capitals.
std::string upper(std::string_view words);
/// Does the run write a file of this name?
bool has_output(const Model& model, std::string_view name);
/// `Pakket srg-2026 2026.1, met 15 aannames (lijst: report.json); beoordeeld op 2026-07-01`.
std::string pack_line(const Model& model, Language language);
/// The escape sequence that a verdict is coloured by.
std::string_view colour_of(checks::Verdict verdict);

}  // namespace srgconv::report
