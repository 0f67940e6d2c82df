// Opens and reads files for Xerces.
#include "xml/file_source.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

#include <xercesc/util/BinInputStream.hpp>

#include "diagnostics/diagnostics.hpp"
#include "xml/xerces_text.hpp"

namespace srgconv::xml {
namespace {

constexpr std::size_t longest_beginning = 65536;

std::string reason_of(int error) { return std::generic_category().message(error); }

[[noreturn]] void reading_failed(const std::string& file, int error) {
  throw BrokenWorld(finding("SYS-010", {file}, {{"file", file}, {"reason", reason_of(error)}}));
}

class FileStream : public xercesc::BinInputStream {
 public:
  FileStream(int descriptor, std::string shown_name, std::string& beginning)
      : descriptor_(descriptor), shown_name_(std::move(shown_name)), beginning_(beginning) {
    beginning_.clear();
  }
  ~FileStream() override { ::close(descriptor_); }
  FileStream(const FileStream&) = delete;
  FileStream& operator=(const FileStream&) = delete;

  XMLFilePos curPos() const override { return position_; }
  const XMLCh* getContentType() const override { return nullptr; }
  XMLSize_t readBytes(XMLByte* const to, const XMLSize_t most) override {
    while (true) {
      const ssize_t got = ::read(descriptor_, to, most);
      if (got < 0 && errno == EINTR) continue;
      if (got < 0) reading_failed(shown_name_, errno);
      const auto size = static_cast<XMLSize_t>(got);
      if (beginning_.size() < longest_beginning) beginning_.append(reinterpret_cast<const char*>(to), std::min(size, longest_beginning - beginning_.size()));
      position_ += size;
      return size;
    }
  }

 private:
  int descriptor_;
  std::string shown_name_;
  std::string& beginning_;
  XMLFilePos position_ = 0;
};

}  // namespace

std::optional<std::string> unreadable(const std::filesystem::path& path) {
  struct stat facts {};
  if (::stat(path.c_str(), &facts) != 0) return reason_of(errno);
  if (S_ISDIR(facts.st_mode)) return reason_of(EISDIR);
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return reason_of(errno);
  ::close(descriptor);
  return std::nullopt;
}

FileSource::FileSource(std::filesystem::path path, std::string shown_name) : path_(std::move(path)), shown_name_(std::move(shown_name)) {
  setSystemId(to_utf16(path_.string()).c_str());
}

xercesc::BinInputStream* FileSource::makeStream() const {
  const int descriptor = ::open(path_.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) reading_failed(shown_name_, errno);
  return new FileStream(descriptor, shown_name_, beginning_);
}

}  // namespace srgconv::xml
