// Decoding without a copy of what is UTF-8 already; internal to this room.
#pragma once

#include <optional>
#include <string>

#include "diagnostics/diagnostics.hpp"
#include "domain/text_encoding.hpp"

namespace srgconv::read {

/// As decode(), but takes the bytes over. Zero bytes, which no text has, are READ-108.
std::optional<std::string> decode_owned(std::string bytes, TextEncoding encoding, const std::string& shown_name, Diagnostics& diagnostics);

}  // namespace srgconv::read
