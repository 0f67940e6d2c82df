// Reads the written conversion file back, through the pack's format `conversie`.
#pragma once

#include "diagnostics/diagnostics.hpp"
#include "read/read.hpp"
#include "rules/rules.hpp"
#include "verify/evidence.hpp"

namespace srgconv::verify {

/// Adds a file to `files`, with its records when it is readable. The counts that the header states are read as plain numbers and counted here, so that a wrong
/// one is a finding of COUNTS and not a file that cannot be read.
void read_conversion_file(const read::InputFile& file, const rules::Format& format, const CodeLists& codes, Words& words, ConversionFiles& files,
                          Diagnostics& diagnostics);

/// The month that a file's header names, without reading on; nothing when it names none or the file cannot be read.
std::optional<ReportMonth> stated_month(const read::InputFile& file, const rules::Format& format, const CodeLists& codes);

}  // namespace srgconv::verify
