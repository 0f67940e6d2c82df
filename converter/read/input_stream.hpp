// The bytes of an input as they are read: of the file, or unpacked from it; internal to this room.
#pragma once

#include <memory>
#include <optional>

#include "diagnostics/diagnostics.hpp"
#include "domain/byte_stream.hpp"
#include "read/read.hpp"

namespace srgconv::read {

/// After read() gave 0, fault() says whether that was the end.
class InputStream : public ByteStream {
 public:
  virtual const std::optional<Diagnostic>& fault() const = 0;
};

/// Never null: an input that cannot be opened is a stream with a fault (READ-001, READ-002, READ-115 and on).
std::unique_ptr<InputStream> open_input(const InputFile& file);

/// Can it be opened twice with the same bytes? Not a pipe.
bool can_be_read_again(const InputFile& file);

}  // namespace srgconv::read
