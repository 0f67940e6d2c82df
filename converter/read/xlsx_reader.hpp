// The XLSX side of read_records(); internal to this room.
#pragma once

#include "read/read.hpp"

namespace srgconv::read {

Result read_xlsx(const InputFile& file, const rules::Format& format, RecordSink& sink, Diagnostics& diagnostics);

}  // namespace srgconv::read
