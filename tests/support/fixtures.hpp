// The fixtures that every whole-run test goes through.
#pragma once

#include <algorithm>
#include <filesystem>
#include <string>

#include <gtest/gtest.h>

#include "support/work_folder.hpp"

namespace srgconv::test {

/// A test that runs once per fixture, in a work folder that holds all of them and a key.
class FixtureTest : public testing::TestWithParam<const char*> {
 protected:
  FixtureTest() {
    work.copy(std::filesystem::path(SRGCONV_SOURCE_DIR) / "fixtures");
    write_text(work.path() / "key.txt", "a key of the test, long enough\n");
  }
  std::string name() const { return GetParam(); }
  /// `convert FIXTURE -o OUT`, run in the work folder.
  std::string convert(const std::string& out, const std::string& more = {}) const {
    return "convert " + name() + "/" + name() + ".rules -o " + out + " --key key.txt " + more;
  }

  WorkFolder work;
};

inline std::string fixture_test_name(const testing::TestParamInfo<const char*>& fixture) {
  std::string name = fixture.param;
  name.erase(std::remove(name.begin(), name.end(), '-'), name.end());
  return name;
}

inline auto all_fixtures() { return testing::Values("dijk-en-waard", "software-change"); }

}  // namespace srgconv::test
