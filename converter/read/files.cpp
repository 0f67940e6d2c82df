// Files as a whole: their bytes and their SHA-256.
#include <fcntl.h>
#include <openssl/evp.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <memory>
#include <system_error>

#include <fmt/format.h>

#include "read/read.hpp"

namespace srgconv::read {
namespace {

std::string reason_of(int error) { return std::generic_category().message(error); }

class File {
 public:
  explicit File(const std::filesystem::path& path) : descriptor_(::open(path.c_str(), O_RDONLY | O_CLOEXEC)), error_(descriptor_ < 0 ? errno : 0) {
    struct stat facts {};
    if (descriptor_ >= 0 && ::fstat(descriptor_, &facts) == 0) {
      if (S_ISDIR(facts.st_mode)) error_ = EISDIR;
      size_ = facts.st_size > 0 ? static_cast<std::size_t>(facts.st_size) : 0;
    }
  }
  ~File() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;

  int error() const { return error_; }        // 0: all went well so far
  std::size_t size() const { return size_; }  // at the time of opening
  // Up to `most` bytes; 0 at the end, or when reading failed.
  std::size_t read(char* to, std::size_t most) {
    while (true) {
      const ssize_t got = ::read(descriptor_, to, most);
      if (got >= 0) return static_cast<std::size_t>(got);
      if (errno == EINTR) continue;
      error_ = errno;
      return 0;
    }
  }

 private:
  int descriptor_;
  int error_;
  std::size_t size_ = 0;
};

}  // namespace

std::optional<std::string> read_bytes(const InputFile& file, Diagnostics& diagnostics) {
  File in(file.path);
  std::string bytes;
  if (in.error() == 0) {
    bytes.resize(in.size() + 1);  // one more, so that the end is seen without growing
    std::size_t used = 0;
    while (const std::size_t got = in.read(bytes.data() + used, bytes.size() - used)) {
      used += got;
      if (used == bytes.size()) bytes.resize(bytes.size() * 2);
    }
    bytes.resize(used);
  }
  if (in.error() == 0) return bytes;
  if (in.error() == ENOENT || in.error() == ENOTDIR) {
    diagnostics.add(finding("READ-001", {file.name}));
  } else {
    diagnostics.add(finding("READ-002", {file.name}, {{"reason", reason_of(in.error())}}));
  }
  return std::nullopt;
}

std::optional<std::string> sha256_of(const std::filesystem::path& path) {
  File in(path);
  if (in.error() != 0) return std::nullopt;
  const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
  if (!context || EVP_DigestInit_ex(context.get(), EVP_sha256(), nullptr) != 1) return std::nullopt;
  std::string block(std::size_t{1} << 18, '\0');
  while (const std::size_t got = in.read(block.data(), block.size())) {
    if (EVP_DigestUpdate(context.get(), block.data(), got) != 1) return std::nullopt;
  }
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int length = 0;
  if (in.error() != 0 || EVP_DigestFinal_ex(context.get(), digest.data(), &length) != 1) return std::nullopt;
  std::string text;
  for (unsigned int i = 0; i < length; ++i) text += fmt::format("{:02x}", digest[i]);
  return text;
}

}  // namespace srgconv::read
