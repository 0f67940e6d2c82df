// The XML side of read_records() and read_header(); internal to this room.
#pragma once

#include "read/read.hpp"

namespace srgconv::read {

Result read_xml(const InputFile& file, const rules::Format& format, RecordSink& sink, Diagnostics& diagnostics, const CodeLists* codes);
std::optional<Header> read_xml_header(const InputFile& file, const rules::Format& format, Diagnostics& diagnostics);

}  // namespace srgconv::read
