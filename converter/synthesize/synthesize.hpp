// Invented cases with the truth beside them: a transition as `convert` takes it, of any size, in which what goes wrong is set by dials.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostics.hpp"
#include "rules/rules.hpp"
#include "synthesize/dials.hpp"

namespace srgconv::synthesize {

struct Settings {
  std::uint64_t seed = 1;
  int senders = 3;                   ///< 1: a change of software; 2 to 5: a merger of so many
  std::uint64_t provisions = 1'000;  ///< old provisions that run in the last month, of all old senders: one a sender to most_provisions
  int months = 2;                    ///< deliveries of each old sender: 1 to most_months
  Dials dials;
};

inline constexpr std::uint64_t most_provisions = 5'000'000;
inline constexpr int most_months = 60;
inline constexpr int most_senders = 5;

/// What was made.
struct Summary {
  std::uint64_t persons = 0, old_provisions = 0, new_provisions = 0;
  std::vector<std::uint64_t> touched;  ///< provisions per dial: old ones, and new ones without an old one
  std::string rule_file;               ///< its name in the folder
};

/// Writes the case into `out`, all or nothing: one `.rules` file at its top that imports only the pack `srg-2026`, the old systems' exports, what the old
/// senders delivered, the first new delivery, `truth.csv` (a line per link, an empty new side for an old provision that went nowhere, an empty old side for a
/// new one that came from nowhere), `dials.csv` (which dials touched a line of the truth) and `manifest.json` (these settings). The same settings give the same
/// bytes. Settings are within their bounds and their dials hold (`Dials::hold`). Nothing, with USE-010 to USE-012 or PACK-0xx, when the folder or the pack
/// cannot be used. Throws BrokenWorld when writing fails. Memory: 4 bytes a person, and what is being written.
std::optional<Summary> synthesize(const Settings& settings, const std::filesystem::path& out, bool force, std::string_view program,
                                  rules::ImportResolver& library, Diagnostics& diagnostics);

/// The settings and what they made, as JSON.
std::string settings_json(const Settings& settings, const Summary& summary, std::string_view program);

}  // namespace srgconv::synthesize
