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

#include "archive/archive.hpp"
#include "read/input_stream.hpp"
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
    }
  }
  ~File() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;

  int error() const { return error_; }  // 0: all went well so far
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
};

// A file as it lies on disk.
class PlainInput : public InputStream {
 public:
  explicit PlainInput(const InputFile& file) : name_(file.name), in_(file.path) { look(); }
  std::size_t read(char* to, std::size_t most) override {
    if (fault_) return 0;
    const std::size_t got = in_.read(to, most);
    look();
    return got;
  }
  const std::optional<Diagnostic>& fault() const override { return fault_; }

 private:
  void look() {
    if (in_.error() == ENOENT || in_.error() == ENOTDIR) {
      fault_ = finding("READ-001", {name_});
    } else if (in_.error() != 0) {
      fault_ = finding("READ-002", {name_}, {{"reason", reason_of(in_.error())}});
    }
  }

  std::string name_;
  File in_;
  std::optional<Diagnostic> fault_;
};

class PackedInput : public InputStream {
 public:
  explicit PackedInput(const InputFile& file) {
    if (file.packing == Packing::gzip) {
      unpacked_ = archive::open_gzip(file.path, file.name);
      return;
    }
    Diagnostics diagnostics;
    const auto zip = archive::ZipArchive::open(file.path, file.container_name, diagnostics);
    const archive::Member* member = zip == nullptr ? nullptr : zip->member(file.member);
    if (member != nullptr) {
      unpacked_ = zip->read(*member);
    } else {
      unopened_ = diagnostics.all().empty() ? finding("READ-001", {file.name}) : diagnostics.all().front();
    }
  }
  std::size_t read(char* to, std::size_t most) override { return unpacked_ ? unpacked_->read(to, most) : 0; }
  const std::optional<Diagnostic>& fault() const override { return unpacked_ ? unpacked_->fault() : unopened_; }

 private:
  std::unique_ptr<archive::UnpackedStream> unpacked_;
  std::optional<Diagnostic> unopened_;
};

}  // namespace

std::unique_ptr<InputStream> open_input(const InputFile& file) {
  if (file.packing == Packing::none) return std::make_unique<PlainInput>(file);
  return std::make_unique<PackedInput>(file);
}

bool can_be_read_again(const InputFile& file) {
  std::error_code error;
  return std::filesystem::is_regular_file(file.path, error) && !error;
}

std::uintmax_t likely_size(const InputFile& file) {
  std::error_code error;
  const std::uintmax_t size = std::filesystem::file_size(file.path, error);
  constexpr std::uintmax_t usual_ratio = 16;
  if (error) return 0;
  return file.packing == Packing::none && file.path.extension() != ".xlsx" ? size : size * usual_ratio;
}

std::optional<std::string> read_bytes(const InputFile& file, Diagnostics& diagnostics) {
  const auto in = open_input(file);
  std::error_code error;
  const std::uintmax_t size = file.packing == Packing::none ? std::filesystem::file_size(file.path, error) : std::uintmax_t{1} << 16U;
  // One more, so that the end is seen without growing.
  std::string bytes((error ? 0 : static_cast<std::size_t>(size)) + 1, '\0');
  std::size_t used = 0;
  while (const std::size_t got = in->read(bytes.data() + used, bytes.size() - used)) {
    used += got;
    if (used == bytes.size()) bytes.resize(bytes.size() * 2);
  }
  bytes.resize(used);
  if (!in->fault()) return bytes;
  diagnostics.add(*in->fault());
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
