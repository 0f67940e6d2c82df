// The output folder is built beside itself and swapped in: a full disk, an interruption or a kill leaves the previous state or the new one.
#include <sys/stat.h>

#include <chrono>
#include <filesystem>
#include <string>

#include <gtest/gtest.h>

#include "support/work_folder.hpp"

namespace srgconv::test {
namespace {

namespace fs = std::filesystem;

class AllOrNothing : public testing::Test {
 protected:
  AllOrNothing() {
    work.copy(fs::path(SRGCONV_SOURCE_DIR) / "fixtures" / "software-change");
    write_text(work.path() / "key.txt", "a key of the test, long enough\n");
  }
  std::string convert(const std::string& more = {}) const { return "convert software-change.rules -o out --key key.txt " + more; }
  // Names in the work folder that begin with a dot: what an unfinished run may leave.
  std::size_t leftovers() const {
    std::size_t count = 0;
    for (const auto& entry : fs::directory_iterator(work.path())) {
      if (entry.path().filename().string().starts_with(".") && entry.is_directory()) ++count;
    }
    return count;
  }

  WorkFolder work;
};

TEST_F(AllOrNothing, AFullDiskLeavesThePreviousOutput) {
  ASSERT_EQ(work.run(convert()).exit_code, 0);
  const auto before = work.contents(work.path() / "out");
  for (const char* blocks : {"0", "8", "40", "100"}) {  // of 512 or 1024 bytes: the workspace, a list or the report does not fit
    const auto finished = work.run(convert("--force"), std::string("ulimit -f ") + blocks + ";");
    EXPECT_EQ(finished.exit_code, 5) << blocks << ": " << finished.err;
    EXPECT_TRUE(work.contents(work.path() / "out") == before) << blocks;
    EXPECT_EQ(leftovers(), 0U) << blocks;
  }
}

TEST_F(AllOrNothing, AnInterruptionLeavesThePreviousOutput) {
  ASSERT_EQ(work.run(convert()).exit_code, 0);
  const auto before = work.contents(work.path() / "out");
  // An input that never comes: the program waits for it until it is interrupted.
  fs::remove(work.path() / "ids.csv");
  ASSERT_EQ(mkfifo((work.path() / "ids.csv").c_str(), 0600), 0);
  for (const char* signal : {"TERM", "INT"}) {
    const auto finished = work.run(convert("--force"), std::string("timeout --preserve-status --signal=") + signal + " 1");
    EXPECT_EQ(finished.exit_code, 5) << signal << finished.err;
    EXPECT_NE(finished.err.find("SYS-004"), std::string::npos) << finished.err;
    EXPECT_TRUE(work.contents(work.path() / "out") == before);
    EXPECT_EQ(leftovers(), 0U);
  }
}

TEST_F(AllOrNothing, AKillAtAnyMomentLeavesOldOrNew) {
  ASSERT_EQ(work.run(convert()).exit_code, 0);
  const auto before = work.contents(work.path() / "out");
  const auto begin = std::chrono::steady_clock::now();
  ASSERT_EQ(work.run(convert("--force")).exit_code, 0);
  const std::chrono::duration<double> whole = std::chrono::steady_clock::now() - begin;
  for (int part = 1; part <= 16; ++part) {
    work.run(convert("--force"), "timeout --signal=KILL " + std::to_string(whole.count() * part / 16));
    ASSERT_TRUE(work.contents(work.path() / "out") == before) << "after " << part << "/16 of the time";
  }
  ASSERT_EQ(work.run(convert("--force")).exit_code, 0) << "a rerun after a kill";
  EXPECT_TRUE(work.contents(work.path() / "out") == before);
  EXPECT_EQ(leftovers(), 0U) << "a rerun removes what a killed run left";
}

TEST_F(AllOrNothing, UnusableInputLeavesThePreviousOutput) {
  ASSERT_EQ(work.run(convert()).exit_code, 0);
  const auto before = work.contents(work.path() / "out");
  fs::remove(work.path() / "ids.csv");
  EXPECT_EQ(work.run(convert("--force")).exit_code, 4);
  EXPECT_TRUE(work.contents(work.path() / "out") == before);
}

}  // namespace
}  // namespace srgconv::test
