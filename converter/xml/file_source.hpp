// Files as Xerces input, read through POSIX: no code page of the machine touches the name, and a failing disk is told. Internal to this room.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include <xercesc/sax/InputSource.hpp>

namespace srgconv::xml {

/// Why a path cannot be read as a file; nothing when it can.
std::optional<std::string> unreadable(const std::filesystem::path& path);

/// A file as a source. Keeps the first bytes that were read, for messages. Reading that fails throws BrokenWorld SYS-010.
class FileSource : public xercesc::InputSource {
 public:
  FileSource(std::filesystem::path path, std::string shown_name);
  xercesc::BinInputStream* makeStream() const override;
  /// The first bytes of the document, once it has been parsed; at most 64 KiB.
  std::string_view beginning() const { return beginning_; }

 private:
  std::filesystem::path path_;
  std::string shown_name_;
  mutable std::string beginning_;
};

}  // namespace srgconv::xml
