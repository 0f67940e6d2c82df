// Runs every folder tests/golden/<command>/<case> as a test: the program in a fresh work folder, its exit code, stdout, stderr and files.
// SRGCONV_UPDATE_GOLDEN=1 rewrites what was expected; the difference is what gets reviewed.
#include <sys/wait.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "support/work_folder.hpp"

namespace srgconv::test {
namespace {

namespace fs = std::filesystem;

const fs::path source_dir = SRGCONV_SOURCE_DIR;
const fs::path golden = source_dir / "tests" / "golden";

// `bases` are copied into cases. Beside the cases of the command `rules` lie the files that the unit tests of the rule language read.
std::vector<std::string> cases() {
  std::vector<std::string> found;
  for (const auto& command : fs::directory_iterator(golden)) {
    const std::string name = command.path().filename().string();
    if (name == "bases" || !command.is_directory()) continue;
    for (const auto& folder : fs::directory_iterator(command.path())) {
      if (fs::exists(folder.path() / "cmd")) found.push_back(name + "/" + folder.path().filename().string());
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

struct Command {
  std::string environment, arguments;
};

struct Script {
  std::vector<Command> commands;
  int expected_exit = 0;
};

// `NAME=value` in front of the arguments is set for that run alone.
Command read_command(const std::string& line) {
  std::size_t at = 0;
  while (at < line.size() && line[at] >= 'A' && line[at] <= 'Z') {
    const std::size_t blank = line.find(' ', at);
    const std::string word = line.substr(at, blank - at);
    if (blank == std::string::npos || word.find('=') == std::string::npos) break;
    at = blank + 1;
  }
  return {line.substr(0, at), line.substr(at)};
}

// One line of arguments per run of the program; `-> N` at the end is the exit code of the last.
Script read_script(const fs::path& file) {
  Script script;
  std::istringstream lines(read_text(file));
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("-> "))
      script.expected_exit = std::stoi(line.substr(3));
    else if (!line.empty() && !line.starts_with("#"))
      script.commands.push_back(read_command(line));
  }
  return script;
}

void compare_file(const fs::path& expected, const std::string& got, bool update, const char* what) {
  if (update) {
    if (got.empty()) {
      fs::remove(expected);
    } else {
      fs::create_directories(expected.parent_path());
      std::ofstream(expected, std::ios::binary) << got;
    }
    return;
  }
  EXPECT_EQ(got, fs::exists(expected) ? read_text(expected) : std::string{}) << what;
}

std::string one_line(const fs::path& file) {
  std::string text = read_text(file);
  text.erase(text.find_last_not_of("\r\n") + 1);
  return text;
}

class GoldenCase : public testing::TestWithParam<std::string> {};

TEST_P(GoldenCase, BehavesAsExpected) {
  const fs::path folder = golden / GetParam();
  const bool update = std::getenv("SRGCONV_UPDATE_GOLDEN") != nullptr;
  WorkFolder work;
  if (fs::exists(folder / "base")) {
    // A folder of the project per line, and perhaps the folder that it is copied into.
    std::istringstream lines(read_text(folder / "base"));
    for (std::string line; std::getline(lines, line);) {
      std::istringstream words(line);
      std::string from, into;
      words >> from >> into;
      if (!from.empty()) work.copy(source_dir / from, into);
    }
  }
  if (fs::exists(folder / "delete")) {
    std::istringstream lines(read_text(folder / "delete"));
    for (std::string line; std::getline(lines, line);) {
      if (!line.empty()) fs::remove_all(work.path() / line);
    }
  }
  if (fs::exists(folder / "input")) work.copy(folder / "input");

  const Script script = read_script(folder / "cmd");
  ASSERT_FALSE(script.commands.empty());
  Finished finished;
  std::string out, err;
  // Shell text before the last command: how a full disk or an interruption is played.
  const std::string trouble = fs::exists(folder / "shell") ? one_line(folder / "shell") : std::string();
  for (const Command& command : script.commands) {
    finished = work.run(command.arguments, (&command == &script.commands.back() ? trouble : std::string()) + command.environment);
    out += finished.out;
    err += finished.err;
  }
  EXPECT_EQ(finished.exit_code, script.expected_exit) << err;
  compare_file(folder / "expected.out", out, update, "stdout");
  compare_file(folder / "expected.err", err, update, "stderr");
  if (fs::exists(folder / "expected")) {
    for (const auto& entry : fs::recursive_directory_iterator(folder / "expected")) {
      if (!entry.is_regular_file()) continue;
      const fs::path relative = entry.path().lexically_relative(folder / "expected");
      ASSERT_TRUE(fs::exists(work.path() / relative)) << relative << " was not written";
      compare_file(entry.path(), read_text(work.path() / relative), update, relative.c_str());
    }
  }
  EXPECT_EQ(out.find(work.path().string()), std::string::npos) << "stdout names the machine's own path";
  if (HasFailure()) std::fprintf(stderr, "%s", work.dump().c_str());
}

std::string test_name(const testing::TestParamInfo<std::string>& info) {
  std::string name = info.param;
  std::replace_if(
      name.begin(), name.end(), [](char c) { return std::isalnum(static_cast<unsigned char>(c)) == 0; }, '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Golden, GoldenCase, testing::ValuesIn(cases()), test_name);

}  // namespace
}  // namespace srgconv::test
