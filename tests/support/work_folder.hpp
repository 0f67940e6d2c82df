// A fresh folder per test, in which the program is run as a user runs it.
#pragma once

#include <filesystem>
#include <map>
#include <string>

namespace srgconv::test {

std::string read_text(const std::filesystem::path& path);
void write_text(const std::filesystem::path& path, const std::string& text);

struct Finished {
  int exit_code = -1;  ///< 128 + signal when a signal ended it
  std::string out, err;
};

class WorkFolder {
 public:
  WorkFolder();
  ~WorkFolder();
  WorkFolder(const WorkFolder&) = delete;
  WorkFolder& operator=(const WorkFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }
  /// Copies the contents of a folder into this one, or into a folder in it.
  void copy(const std::filesystem::path& folder, const std::filesystem::path& into = {}) const;
  /// Runs `srgconv ARGUMENTS` here, through the shell, with a HOME of its own and more environment or a prefix (`ulimit -f 8;`) when given.
  Finished run(const std::string& arguments, const std::string& before = {}) const;
  /// Names and sizes of all files, for a failed test.
  std::string dump() const;
  /// Every file's contents by relative name, of a folder in here.
  std::map<std::string, std::string> contents(const std::filesystem::path& folder) const;

 private:
  std::filesystem::path path_, aside_;
};

}  // namespace srgconv::test
