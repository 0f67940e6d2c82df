// Same input, same bytes: neither locale, time zone, working directory nor the number of threads shows in any output.
#include <string>

#include <gtest/gtest.h>

#include "support/fixtures.hpp"

namespace srgconv::test {
namespace {

class SameBytes : public FixtureTest {};

TEST_P(SameBytes, WhateverTheSurroundings) {
  ASSERT_EQ(work.run(convert("one", "--threads 1")).exit_code, 0);
  const auto one = work.contents(work.path() / "one");
  ASSERT_GE(one.size(), 8U);

  const std::string other_place = "export TZ=Pacific/Auckland LC_ALL=nl_NL.UTF-8; mkdir -p elsewhere; cd elsewhere;";
  ASSERT_EQ(work.run("convert ../" + name() + "/" + name() + ".rules -o two --threads 4 --lang en --key ../key.txt", other_place).exit_code, 0);
  const auto two = work.contents(work.path() / "elsewhere" / "two");
  ASSERT_EQ(one.size(), two.size());
  for (const auto& [file, content] : one) EXPECT_EQ(two.at(file) == content, true) << file << " differs";

  ASSERT_EQ(work.run(convert("one", "--force --threads 2"), "export LC_ALL=C TZ=UTC;").exit_code, 0);
  EXPECT_EQ(work.contents(work.path() / "one") == one, true) << "a second run over the first gives other bytes";
}

INSTANTIATE_TEST_SUITE_P(Fixtures, SameBytes, all_fixtures(), fixture_test_name);

}  // namespace
}  // namespace srgconv::test
