// Opens and reads files for Xerces.
#include "xml/file_source.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <memory>
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

class FileBytes : public ByteStream {
 public:
  FileBytes(const std::filesystem::path& path, std::string shown_name)
      : descriptor_(::open(path.c_str(), O_RDONLY | O_CLOEXEC)), shown_name_(std::move(shown_name)) {
    if (descriptor_ < 0) reading_failed(shown_name_, errno);
  }
  ~FileBytes() override { ::close(descriptor_); }
  FileBytes(const FileBytes&) = delete;
  FileBytes& operator=(const FileBytes&) = delete;

  std::size_t read(char* to, std::size_t most) override {
    while (true) {
      const ssize_t got = ::read(descriptor_, to, most);
      if (got >= 0) return static_cast<std::size_t>(got);
      if (errno != EINTR) reading_failed(shown_name_, errno);
    }
  }

 private:
  int descriptor_;
  std::string shown_name_;
};

class DocumentStream : public xercesc::BinInputStream {
 public:
  DocumentStream(std::unique_ptr<ByteStream> bytes, std::string& beginning) : bytes_(std::move(bytes)), beginning_(beginning) { beginning_.clear(); }

  XMLFilePos curPos() const override { return position_; }
  const XMLCh* getContentType() const override { return nullptr; }
  XMLSize_t readBytes(XMLByte* const to, const XMLSize_t most) override {
    const std::size_t size = bytes_->read(reinterpret_cast<char*>(to), most);
    if (beginning_.size() < longest_beginning) beginning_.append(reinterpret_cast<const char*>(to), std::min(size, longest_beginning - beginning_.size()));
    position_ += size;
    return size;
  }

 private:
  std::unique_ptr<ByteStream> bytes_;
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

OpenDocument document_in(std::filesystem::path path, std::string shown_name) {
  return [path = std::move(path), shown_name = std::move(shown_name)] { return std::make_unique<FileBytes>(path, shown_name); };
}

FileSource::FileSource(std::filesystem::path path, std::string shown_name) {
  setSystemId(to_utf16(path.string()).c_str());
  open_ = document_in(std::move(path), std::move(shown_name));
}

FileSource::FileSource(OpenDocument open, const std::string& shown_name) : open_(std::move(open)) { setSystemId(to_utf16(shown_name).c_str()); }

xercesc::BinInputStream* FileSource::makeStream() const { return new DocumentStream(open_(), beginning_); }

}  // namespace srgconv::xml
