// Packed files: gzip and zip, unpacked as they are read. The only room that includes zlib and libzip. What is wrong with an archive is READ-115 to READ-128.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostics.hpp"
#include "domain/byte_stream.hpp"

namespace srgconv::archive {

/// What an archive may ask of us. The largest real delivery is far below; a bomb is far above.
struct Limits {
  std::uint64_t most_unpacked = std::uint64_t{16} << 30U;  ///< bytes, of all members of an archive together
  std::uint64_t ratio = 250;                               ///< unpacked bytes for a packed one, of a member
  std::uint64_t ratio_from = std::uint64_t{16} << 20U;     ///< bytes of a member from which the ratio counts
  std::uint64_t most_members = 100000;
};

/// A packed file or member as its plain bytes. After read() gave 0, fault() says whether that was the end: checksum and length have then been held
/// against what the archive states, so that what is shorter or other than it was is never taken for whole.
class UnpackedStream : public ByteStream {
 public:
  const std::optional<Diagnostic>& fault() const { return fault_; }

 protected:
  std::optional<Diagnostic> fault_;
};

/// Never null: a file that cannot be opened, or is no gzip file, is a stream with a fault.
std::unique_ptr<UnpackedStream> open_gzip(const std::filesystem::path& path, std::string shown_name, const Limits& limits = {});

/// A member of a zip file: a file, never a folder.
struct Member {
  std::string name;  ///< with its folders, `/` between them
  std::uint64_t size = 0, packed_size = 0;
  std::uint64_t index = 0;
};

class ZipArchive {
 public:
  /// Nothing, with diagnostics, when it is not readable as a zip file, or has what no archive may have: encrypted members, names that lead out of it, a
  /// name twice, links, too many members, too many bytes.
  static std::shared_ptr<ZipArchive> open(const std::filesystem::path& path, const std::string& shown_name, Diagnostics& diagnostics,
                                          const Limits& limits = {});
  virtual ~ZipArchive() = default;

  /// In the order of their names.
  const std::vector<Member>& members() const { return members_; }
  const Member* member(std::string_view name) const;
  /// The bytes of a member; the archive lives as long as its streams. One thread at a time.
  virtual std::unique_ptr<UnpackedStream> read(const Member& member) = 0;

 protected:
  ZipArchive() = default;
  std::vector<Member> members_;
};

}  // namespace srgconv::archive
