// Data that rule files are held against: which files `--data` names, and the shipped mappings they may be meant for.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "pack/pack.hpp"
#include "read/read.hpp"
#include "rehearse/rehearse.hpp"
#include "report/report.hpp"

namespace srgconv::cli {

/// The files of `--data PATH...`; of a folder every file right in it, by name. A folder without files is USE-027.
std::vector<read::InputFile> data_files(const std::vector<std::string>& paths, Diagnostics& diagnostics);

/// The mappings that come with the program, but for those that the rules have already.
std::vector<rehearse::OtherRules> shipped_mappings(pack::Library& library, const rules::RuleSet& rules);

/// Holds the rules of the file at `path` against the data; findings go to `diagnostics`.
std::vector<report::DataRows> rehearse_all(const rules::RuleSet& rules, const std::filesystem::path& path, pack::Library& library,
                                           const std::vector<read::InputFile>& data, Diagnostics& diagnostics);

/// `  export.csv (a-export, a-provisions): 120 rijen: 100 bruikbaar, 8 overgeslagen, 12 afgewezen`, a line for each.
std::string data_lines(const std::vector<report::DataRows>& data, Language language);

/// A file as the user named it; never an absolute path.
std::string shown_name(const std::filesystem::path& path);

}  // namespace srgconv::cli
