// Writing through POSIX: short writes, full disks and file size limits all end as one exception.
#include "write/output_file.hpp"

#include <fcntl.h>
#include <pthread.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <ctime>
#include <system_error>
#include <utility>

#include "diagnostics/diagnostics.hpp"
#include "write/write.hpp"

namespace srgconv::write {
namespace {

// A file that grows past the user's limit raises SIGXFSZ, which ends the program. Held back, the write fails with EFBIG instead.
class HoldSizeSignal {
 public:
  HoldSizeSignal() {
    sigemptyset(&signal_);
    sigaddset(&signal_, SIGXFSZ);
    pthread_sigmask(SIG_BLOCK, &signal_, &before_);
  }
  ~HoldSizeSignal() {
    if (sigismember(&before_, SIGXFSZ) != 1) {
      const timespec at_once{};
      while (sigtimedwait(&signal_, nullptr, &at_once) == SIGXFSZ) {
      }
    }
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
  }
  HoldSizeSignal(const HoldSizeSignal&) = delete;
  HoldSizeSignal& operator=(const HoldSizeSignal&) = delete;

 private:
  sigset_t signal_{}, before_{};
};

}  // namespace

void writing_failed(const std::filesystem::path& path, int error) {
  const std::string name = path.filename().string();
  throw BrokenWorld(finding("SYS-001", {name}, {{"file", name}, {"reason", std::generic_category().message(error)}}));
}

OutputFile::OutputFile(std::filesystem::path path) : path_(std::move(path)), descriptor_(::open(path_.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600)) {
  if (descriptor_ < 0) writing_failed(path_, errno);
  if (::fchmod(descriptor_, 0600) != 0) {  // the file may have been there with other rights
    const int error = errno;
    ::close(descriptor_);
    writing_failed(path_, error);
  }
}

OutputFile::~OutputFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

void OutputFile::write(std::string_view content) {
  const HoldSizeSignal hold;
  while (!content.empty()) {
    const ssize_t written = ::write(descriptor_, content.data(), content.size());
    if (written >= 0) {
      content.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno != EINTR) {
      writing_failed(path_, errno);
    }
  }
}

void OutputFile::unlink() {
  if (::unlink(path_.c_str()) != 0) writing_failed(path_, errno);
}

void OutputFile::copy_to(OutputFile& other) {
  std::string block(std::size_t{1} << 20, '\0');
  off_t at = 0;
  while (true) {
    const ssize_t got = ::pread(descriptor_, block.data(), block.size(), at);
    if (got == 0) return;
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) writing_failed(path_, errno);
    other.write(std::string_view(block).substr(0, static_cast<std::size_t>(got)));
    at += got;
  }
}

void OutputFile::finish() {
  const bool synced = ::fsync(descriptor_) == 0 || errno == EINVAL || errno == EROFS;  // a pipe or a device cannot be synced
  const int sync_error = errno;
  const bool closed = ::close(std::exchange(descriptor_, -1)) == 0;
  if (!synced) writing_failed(path_, sync_error);
  if (!closed) writing_failed(path_, errno);
}

void write_file(const std::filesystem::path& path, std::string_view content) {
  OutputFile file(path);
  file.write(content);
  file.finish();
}

}  // namespace srgconv::write
