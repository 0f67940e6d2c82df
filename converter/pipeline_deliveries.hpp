// What a command that judges deliveries was given: the formats of a pack, and files, packed files and folders.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "diagnostics/diagnostics.hpp"
#include "domain/period.hpp"
#include "pack/pack.hpp"
#include "read/read.hpp"
#include "report/report.hpp"
#include "rules/rules.hpp"

namespace srgconv {

/// How a file is called in messages: as given, but never with the machine's own path.
std::string shown_name(const std::filesystem::path& path);

/// Tells why a file cannot be read (READ-001, READ-002), when it cannot.
void tell_when_unreadable(const read::InputFile& file, Diagnostics& diagnostics);

/// The files among paths; of a folder every .xml, by name. A file that is named twice counts once. A path that cannot be read is reported (READ-0xx), and so is
/// a folder without deliveries (CASE-005).
std::vector<read::InputFile> find_deliveries(const std::vector<std::filesystem::path>& paths, Diagnostics& diagnostics);

/// The SHA-256 of every file, each once: the members of an archive share its hash. `threads` at a time.
std::map<std::filesystem::path, std::string> hashes_of(const std::vector<read::InputFile>& files, unsigned threads);

/// The formats that a pack brings. Nothing, told, when they have a fault.
std::optional<rules::RuleSet> formats_of(const pack::Pack& pack, pack::Library& library, Diagnostics& diagnostics);

/// A report that says who judged by what, and nothing yet of what was found.
report::Model begin_report(std::string command, std::string program, std::optional<Date> assessed_on, const pack::Pack& pack);

}  // namespace srgconv
