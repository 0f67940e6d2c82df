// Finds the deliveries that a command was given: files, packed files and folders.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostics.hpp"
#include "read/read.hpp"

namespace srgconv {

/// How a file is called in messages: as given, but never with the machine's own path.
std::string shown_name(const std::filesystem::path& path);

/// Tells why a file cannot be read (READ-001, READ-002), when it cannot.
void tell_when_unreadable(const read::InputFile& file, Diagnostics& diagnostics);

/// The files among paths; of a folder every .xml, by name. A file that is named twice counts once. A path that cannot be read is reported (READ-0xx), and so is
/// a folder without deliveries (CASE-005).
std::vector<read::InputFile> find_deliveries(const std::vector<std::filesystem::path>& paths, Diagnostics& diagnostics);

/// A text as rules write it, for the import of a pack.
std::string in_quotes(std::string_view text);

}  // namespace srgconv
