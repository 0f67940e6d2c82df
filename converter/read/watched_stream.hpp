// A stream whose fault outlives it: a parser takes the stream and drops it, and who called the parser asks afterwards; internal to this room.
#pragma once

#include <memory>
#include <optional>
#include <utility>

#include "diagnostics/diagnostics.hpp"
#include "domain/byte_stream.hpp"

namespace srgconv::read {

/// `Stream` has `fault()`. The first fault is kept in `fault`, which must outlive the stream.
template <class Stream>
class WatchedStream : public ByteStream {
 public:
  WatchedStream(std::unique_ptr<Stream> in, std::optional<Diagnostic>& fault) : in_(std::move(in)), fault_(fault) {}

  std::size_t read(char* to, std::size_t most) override {
    const std::size_t got = in_->read(to, most);
    if (got == 0 && !fault_) fault_ = in_->fault();
    return got;
  }

 private:
  std::unique_ptr<Stream> in_;
  std::optional<Diagnostic>& fault_;
};

}  // namespace srgconv::read
