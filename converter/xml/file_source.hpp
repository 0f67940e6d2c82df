// Files and streams as Xerces input, read through POSIX: no code page of the machine touches the name, and a failing disk is told. Internal to this room.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include <xercesc/sax/InputSource.hpp>

#include "xml/xml.hpp"

namespace srgconv::xml {

/// Why a path cannot be read as a file; nothing when it can.
std::optional<std::string> unreadable(const std::filesystem::path& path);

/// Opens a file. Reading that fails throws BrokenWorld SYS-010.
OpenDocument document_in(std::filesystem::path path, std::string shown_name);

/// A document as a source. Keeps the first bytes that were read, for messages.
class FileSource : public xercesc::InputSource {
 public:
  FileSource(std::filesystem::path path, std::string shown_name);
  FileSource(OpenDocument open, const std::string& shown_name);
  xercesc::BinInputStream* makeStream() const override;
  /// The first bytes of the document, once it has been parsed; at most 64 KiB.
  std::string_view beginning() const { return beginning_; }

 private:
  OpenDocument open_;
  mutable std::string beginning_;
};

}  // namespace srgconv::xml
