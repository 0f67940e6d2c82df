#include "support/work_folder.hpp"

#include <sys/wait.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <vector>

namespace srgconv::test {

namespace fs = std::filesystem;

std::string read_text(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream content;
  content << file.rdbuf();
  return content.str();
}

void write_text(const fs::path& path, const std::string& text) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << text;
}

WorkFolder::WorkFolder() {
  const auto fresh = [](const char* kind) {
    std::string name = (fs::temp_directory_path() / (std::string("srgconv-") + kind + "-XXXXXX")).string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
    return fs::path(name);
  };
  path_ = fresh("work");
  aside_ = fresh("aside");  // captured output and HOME stay out of what a test sees
}

WorkFolder::~WorkFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
  fs::remove_all(aside_, ignored);
}

void WorkFolder::copy(const fs::path& folder, const fs::path& into) const {
  fs::create_directories(path_ / into);
  fs::copy(folder, path_ / into, fs::copy_options::recursive | fs::copy_options::overwrite_existing);
}

Finished WorkFolder::run(const std::string& arguments, const std::string& before) const {
  const std::string out = (aside_ / "out").string(), err = (aside_ / "err").string();
  const std::string command = "cd '" + path_.string() + "' && export HOME='" + aside_.string() + "' && unset XDG_CONFIG_HOME SRGCONV_KEY_FILE; " + before +
                              " \"" + SRGCONV_PROGRAM + "\" " + arguments + " >'" + out + "' 2>'" + err + "' </dev/null";
  const int status = std::system(command.c_str());
  Finished finished;
  finished.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  finished.out = read_text(out);
  finished.err = read_text(err);
  return finished;
}

std::string WorkFolder::dump() const {
  std::string text = "files in the work folder:\n";
  for (const auto& [name, content] : contents(path_)) text += "  " + name + " (" + std::to_string(content.size()) + " bytes)\n";
  return text;
}

std::map<std::string, std::string> WorkFolder::contents(const fs::path& folder) const {
  std::map<std::string, std::string> result;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) result[entry.path().lexically_relative(folder).generic_string()] = read_text(entry.path());
  }
  return result;
}

}  // namespace srgconv::test
