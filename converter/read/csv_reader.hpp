// The CSV side of read_records(); internal to this room.
#pragma once

#include <cstddef>
#include <optional>

#include "read/read.hpp"

namespace srgconv::read {

Result read_csv(const InputFile& file, const rules::Format& format, RecordSink& sink, Diagnostics& diagnostics);

/// The parts of read_csv(), which takes the first where it can, else the second. Both give the same; tests hold them against each other.
/// `size`: bytes of a piece. Nothing when the file is not larger than one piece, or must be read as a whole; then no sink was opened and nothing was said.
std::optional<Result> read_csv_in_pieces(const InputFile& file, const rules::Format& format, std::size_t size, unsigned threads, PieceSinks& sinks,
                                         Diagnostics& diagnostics);
Result read_csv_whole(const InputFile& file, const rules::Format& format, RecordSink& sink, Diagnostics& diagnostics);

inline constexpr std::size_t size_of_piece = std::size_t{1} << 20U;

}  // namespace srgconv::read
