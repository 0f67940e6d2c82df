// The output folder: all or nothing, one run at a time, and no folder of somebody else's is ever replaced.
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <optional>

#include "support/test_folder.hpp"
#include "write/write.hpp"

namespace srgconv::write {
namespace {

namespace fs = std::filesystem;

class Output : public ::testing::Test {
 protected:
  // The code with which OUT is refused; empty when it is not.
  std::string refused(bool force) {
    Diagnostics diagnostics;
    const OutputFolder folder(out_, force, diagnostics);
    EXPECT_EQ(folder.ready(), diagnostics.all().empty());
    return folder.ready() ? "" : diagnostics.all().at(0).code;
  }
  void run(std::string_view content, bool force = false) {
    Diagnostics diagnostics;
    OutputFolder folder(out_, force, diagnostics);
    ASSERT_TRUE(folder.ready());
    write_file(folder.path() / "manifest.json", content);
    fs::create_directory(folder.path() / "personal");
    write_file(folder.path() / "personal/list.csv", content);
    folder.publish();
  }
  // Everything in the folder around OUT, `out/...` left out.
  std::string around() const {
    std::string names;
    for (const auto& entry : fs::directory_iterator(folder_.path())) names += entry.path().filename().string() + " ";
    return names;
  }

  test::TestFolder folder_;
  fs::path out_ = folder_.path() / "out";
};

TEST_F(Output, is_published_as_a_whole) {
  run("one");
  EXPECT_EQ(folder_.read("out/manifest.json"), "one");
  EXPECT_EQ(folder_.read("out/personal/list.csv"), "one");
  EXPECT_EQ(fs::status(out_).permissions(), fs::perms(0700));
  EXPECT_EQ(around(), "out ");
}

TEST_F(Output, without_publication_nothing_is_left) {
  {
    Diagnostics diagnostics;
    OutputFolder folder(out_, false, diagnostics);
    write_file(folder.path() / "a", "x");
    EXPECT_FALSE(fs::exists(out_));
  }
  EXPECT_EQ(around(), "");
  EXPECT_FALSE(fs::exists(out_));
}

TEST_F(Output, replaces_only_with_force) {
  run("one");
  EXPECT_EQ(refused(false), "USE-010");
  EXPECT_EQ(folder_.read("out/manifest.json"), "one");
  run("two", true);
  EXPECT_EQ(folder_.read("out/manifest.json"), "two");
  EXPECT_EQ(around(), "out ");
}

TEST_F(Output, replaces_only_what_srgconv_made) {
  folder_.write("out/thesis.txt", "years of work");
  EXPECT_EQ(refused(false), "USE-011") << "--force is not advised where it would be refused";
  EXPECT_EQ(refused(true), "USE-011");
  EXPECT_EQ(folder_.read("out/thesis.txt"), "years of work");
  EXPECT_EQ(around(), "out ");
}

TEST_F(Output, a_file_is_no_folder) {
  folder_.write("out", "x");
  EXPECT_EQ(refused(false), "USE-011");
  EXPECT_EQ(refused(true), "USE-011");
}

TEST_F(Output, an_empty_folder_is_free) {
  fs::create_directory(out_);
  EXPECT_EQ(refused(false), "");
  run("one");
  EXPECT_EQ(folder_.read("out/manifest.json"), "one");
}

TEST_F(Output, names_with_slashes_dots_and_links) {
  fs::create_directory(folder_.path() / "real");
  fs::create_directory_symlink("real", folder_.path() / "link");
  out_ = folder_.path() / "link";
  run("one");
  EXPECT_EQ(folder_.read("real/manifest.json"), "one");
  EXPECT_TRUE(fs::is_symlink(folder_.path() / "link"));
  out_ = folder_.path() / "deep/er/./out/";
  run("two");
  EXPECT_EQ(folder_.read("deep/er/out/manifest.json"), "two");
}

TEST_F(Output, two_runs_at_once) {
  Diagnostics diagnostics;
  std::optional<OutputFolder> first;
  first.emplace(out_, false, diagnostics);
  write_file(first->path() / "a", "x");
  EXPECT_EQ(refused(false), "USE-012");
  EXPECT_EQ(refused(true), "USE-012");
  EXPECT_TRUE(fs::exists(first->path() / "a"));  // the second did not touch it
  first.reset();
  EXPECT_EQ(refused(false), "");
}

TEST_F(Output, what_was_put_there_meanwhile_stays) {
  Diagnostics diagnostics;
  OutputFolder folder(out_, false, diagnostics);
  folder_.write("out/other", "x");
  EXPECT_THROW(folder.publish(), BrokenWorld);
  EXPECT_EQ(folder_.read("out/other"), "x");
}

TEST_F(Output, leftovers_of_a_killed_run_are_removed) {
  run("one");
  const pid_t child = ::fork();
  if (child == 0) {
    Diagnostics diagnostics;
    OutputFolder folder(out_, true, diagnostics);
    write_file(folder.path() / "list.csv", "personal");
    ::kill(::getpid(), SIGKILL);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  EXPECT_TRUE(WIFSIGNALED(status));
  EXPECT_EQ(folder_.read("out/manifest.json"), "one");  // the previous state
  EXPECT_TRUE(fs::exists(folder_.path() / ".out.srgconv-new"));
  run("two", true);
  EXPECT_EQ(around(), "out ");
}

// As after a kill between the two renames on a disk without exchange.
TEST_F(Output, a_previous_output_that_was_moved_away_comes_back) {
  folder_.write(".out.srgconv-old/manifest.json", "one");
  EXPECT_EQ(refused(false), "USE-010");
  EXPECT_EQ(folder_.read("out/manifest.json"), "one");
  EXPECT_EQ(around(), "out ");
}

// Killed at any moment, OUT holds the one or the other, never a mixture and never nothing.
TEST_F(Output, a_kill_at_any_moment_leaves_one_or_the_other) {
  run("0");
  int last = 0;
  for (int round = 1; round <= 60; ++round) {
    const pid_t child = ::fork();
    if (child == 0) {
      const std::string content = std::to_string(round);
      for (;;) {
        Diagnostics diagnostics;
        OutputFolder folder(out_, true, diagnostics);
        write_file(folder.path() / "manifest.json", content);
        write_file(folder.path() / "other", content);
        folder.publish();
      }
    }
    ::usleep(static_cast<useconds_t>(200 * round));
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    const std::string now = folder_.read("out/manifest.json");
    EXPECT_TRUE(now == std::to_string(round) || now == std::to_string(last)) << now;
    if (now != "0") {
      EXPECT_EQ(folder_.read("out/other"), now);
    }
    last = std::stoi(now);
  }
  run("end", true);
  EXPECT_EQ(around(), "out ");
}

TEST_F(Output, a_folder_that_cannot_be_made) {
  folder_.write("file", "x");
  Diagnostics diagnostics;
  EXPECT_THROW(OutputFolder(folder_.path() / "file/out", false, diagnostics), BrokenWorld);
}

}  // namespace
}  // namespace srgconv::write
