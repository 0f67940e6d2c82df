// Reads conversion files that were made before the one that is judged, and decides which of them hold.
#pragma once

#include <map>
#include <vector>

#include "diagnostics/diagnostics.hpp"
#include "read/read.hpp"
#include "rules/rules.hpp"
#include "verify/evidence.hpp"

namespace srgconv::verify {

/// Reads them through the pack's format `conversie`. Of two files of one new sender and month the one with the higher sequence number replaces the other
/// whole. What cannot be read (VER-132, VER-002), has no place in the order (VER-010) or shares its number with another (VER-169) is told in `why_unusable`.
EarlierFiles read_earlier_files(const std::vector<read::InputFile>& inputs, const rules::Format& format, const CodeLists& codes, Words& words,
                                Diagnostics& diagnostics);

/// Under which numberings senders deliver since which earlier transition.
Numberings numberings_by_month(const EarlierFiles& earlier);
/// Under which numbering each sender delivers since its latest earlier transition before `month`, where the files agree on one.
std::map<SenderCode, Numbering> numberings_since(const EarlierFiles& earlier, ReportMonth month);

}  // namespace srgconv::verify
