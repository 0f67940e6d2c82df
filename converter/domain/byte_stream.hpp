// Bytes in order, wherever they come from.
#pragma once

#include <cstddef>

namespace srgconv {

class ByteStream {
 public:
  virtual ~ByteStream() = default;
  /// Up to `most` bytes. 0 at the end, and when there is no going on; whoever opened the stream can then ask it why.
  virtual std::size_t read(char* to, std::size_t most) = 0;
};

}  // namespace srgconv
