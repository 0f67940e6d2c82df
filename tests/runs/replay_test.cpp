// A run can be done again from its manifest; whichever byte of its output changes, replay says so and names the file.
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/fixtures.hpp"

namespace srgconv::test {
namespace {

using testing::HasSubstr;

class Replay : public FixtureTest {
 protected:
  Finished replay() { return work.run("replay out " + name() + "/" + name() + ".rules --key key.txt --lang en"); }
};

TEST_P(Replay, EveryChangedByteIsFoundInItsFile) {
  ASSERT_EQ(work.run(convert("out", "--date 2026-01-01 --results junit")).exit_code, 0);
  const Finished equal = replay();
  EXPECT_EQ(equal.exit_code, 0) << equal.out << equal.err;
  EXPECT_THAT(equal.out, HasSubstr("EQUAL: out"));
  for (const auto& [file, content] : work.contents(work.path() / "out")) {
    if (file == "manifest.json") continue;
    std::string flipped = content;
    ASSERT_FALSE(flipped.empty()) << file;
    flipped[flipped.size() / 2] = static_cast<char>(flipped[flipped.size() / 2] ^ 1);
    write_text(work.path() / "out" / file, flipped);
    const Finished different = replay();
    EXPECT_EQ(different.exit_code, 2) << file;
    EXPECT_THAT(different.out, HasSubstr("  " + file + "\n"));
    EXPECT_THAT(different.out, HasSubstr(" 1 differ"));
    write_text(work.path() / "out" / file, content);
  }
  const auto names = work.contents(work.path());
  for (const auto& [file, content] : names) EXPECT_EQ(file.find(".srgconv-replay"), std::string::npos) << file << " was left behind";
}

INSTANTIATE_TEST_SUITE_P(Fixtures, Replay, all_fixtures(), fixture_test_name);

}  // namespace
}  // namespace srgconv::test
