// A file that is being written, mode 0600, where every failure of the disk is a BrokenWorld; for this room and for those that the README names.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace srgconv::write {

/// Throws BrokenWorld SYS-001 for the file and the error number.
[[noreturn]] void writing_failed(const std::filesystem::path& path, int error);

class OutputFile {
 public:
  /// Creates or empties the file.
  explicit OutputFile(std::filesystem::path path);
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  void write(std::string_view content);
  /// Removes the name; what was written stays readable through this object.
  void unlink();
  /// Appends everything that was written to `other`.
  void copy_to(OutputFile& other);
  /// Syncs to disk and closes. Without it the destructor only closes.
  void finish();

 private:
  std::filesystem::path path_;
  int descriptor_;
};

}  // namespace srgconv::write
