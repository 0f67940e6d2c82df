// Gzip files through zlib: one member behind another, as `cat a.gz b.gz` makes them, with the checksum of each.
#include <fcntl.h>
#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <limits>
#include <system_error>
#include <utility>

#include "archive/archive.hpp"
#include "archive/growth.hpp"

namespace srgconv::archive {
namespace {

constexpr int gzip_only = 16 + MAX_WBITS;  // zlib: no zlib header, no bare deflate

class GzipStream : public UnpackedStream {
 public:
  GzipStream(const std::filesystem::path& path, std::string shown_name, const Limits& limits)
      : shown_name_(std::move(shown_name)), limits_(limits), descriptor_(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {
    if (descriptor_ < 0) {
      unreadable(errno);
    } else if (::inflateInit2(&inflating_, gzip_only) != Z_OK) {
      throw std::bad_alloc();
    } else {
      ready_ = true;
    }
  }
  ~GzipStream() override {
    if (ready_) ::inflateEnd(&inflating_);
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  GzipStream(const GzipStream&) = delete;
  GzipStream& operator=(const GzipStream&) = delete;

  std::size_t read(char* to, std::size_t most) override {
    if (done_ || fault_ || most == 0) return 0;
    inflating_.next_out = reinterpret_cast<Bytef*>(to);
    inflating_.avail_out = static_cast<uInt>(std::min<std::size_t>(most, std::numeric_limits<uInt>::max()));
    const std::size_t room = inflating_.avail_out;
    while (inflating_.avail_out == room && !done_ && !fault_) step();
    const std::size_t got = room - inflating_.avail_out;
    unpacked_ += got;
    if (!fault_) fault_ = out_of_proportion(packed_, unpacked_, shown_name_, limits_);
    return fault_ ? 0 : got;
  }

 private:
  // Unpacks a little more.
  void step() {
    if (inflating_.avail_in == 0) fill();
    if (fault_) return;
    if (between_members_ && !begin_member()) return;
    if (inflating_.avail_in == 0) return damaged();
    switch (::inflate(&inflating_, Z_NO_FLUSH)) {
      case Z_OK: return;
      case Z_BUF_ERROR: return;  // no progress without more input; there is none only at the end, which the line above catches
      case Z_STREAM_END: between_members_ = true; return;
      case Z_MEM_ERROR: throw std::bad_alloc();
      default: return damaged();
    }
  }

  // At the beginning of the file and behind a member: another one, or the end (with zeros that a tape left there). False when there is nothing to unpack.
  bool begin_member() {
    if (begun_) {
      while (inflating_.avail_in > 0 && *inflating_.next_in == 0) {
        ++inflating_.next_in;
        --inflating_.avail_in;
        zeros_ = true;
        if (inflating_.avail_in == 0) fill();
      }
      if (fault_) return false;
      if (inflating_.avail_in == 0) {
        done_ = true;
        return false;
      }
      if (zeros_ || ::inflateReset(&inflating_) != Z_OK) {
        damaged();
        return false;
      }
    } else if (inflating_.avail_in < 2 || inflating_.next_in[0] != 0x1F || inflating_.next_in[1] != 0x8B) {
      not_gzip();
      return false;
    }
    begun_ = true;
    between_members_ = false;
    return true;
  }

  void fill() {
    while (true) {
      const ssize_t got = ::read(descriptor_, block_.data(), block_.size());
      if (got < 0 && errno == EINTR) continue;
      if (got < 0) return unreadable(errno);
      inflating_.next_in = reinterpret_cast<Bytef*>(block_.data());
      inflating_.avail_in = static_cast<uInt>(got);
      packed_ += static_cast<std::uint64_t>(got);
      return;
    }
  }

  void unreadable(int error) {
    if (error == ENOENT || error == ENOTDIR) {
      fault_ = finding("READ-001", {shown_name_});
    } else {
      fault_ = finding("READ-002", {shown_name_}, {{"reason", std::generic_category().message(error)}});
    }
  }
  void not_gzip() { fault_ = finding("READ-115", {shown_name_}, {{"kind", "gzip"}}); }
  void damaged() { fault_ = finding("READ-116", {shown_name_}); }

  std::string shown_name_;
  Limits limits_;
  int descriptor_;
  z_stream inflating_{};
  bool ready_ = false, begun_ = false, between_members_ = true, zeros_ = false, done_ = false;
  std::uint64_t packed_ = 0, unpacked_ = 0;
  std::array<char, std::size_t{1} << 16U> block_{};
};

}  // namespace

std::unique_ptr<UnpackedStream> open_gzip(const std::filesystem::path& path, std::string shown_name, const Limits& limits) {
  return std::make_unique<GzipStream>(path, std::move(shown_name), limits);
}

}  // namespace srgconv::archive
