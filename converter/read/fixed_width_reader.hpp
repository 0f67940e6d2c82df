// The fixed width side of read_records(); internal to this room.
#pragma once

#include <cstddef>
#include <optional>

#include "read/read.hpp"

namespace srgconv::read {

Result read_fixed_width(const InputFile& file, const rules::Format& format, RecordSink& sink, Diagnostics& diagnostics);

/// As read_csv_in_pieces() and read_csv_whole(): both give the same. The lines are read one after the other, since a line may hold for those after it; what
/// is done with their records is done on `threads` threads.
std::optional<Result> read_fixed_width_in_pieces(const InputFile& file, const rules::Format& format, std::size_t size, unsigned threads, PieceSinks& sinks,
                                                 Diagnostics& diagnostics);
Result read_fixed_width_whole(const InputFile& file, const rules::Format& format, RecordSink& sink, Diagnostics& diagnostics);

}  // namespace srgconv::read
