// Order does not depend on how much is held in memory, and nothing is left behind.
#include "findings/external_sort.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "diagnostics/diagnostics.hpp"
#include "support/test_folder.hpp"

namespace srgconv::findings {
namespace {

namespace fs = std::filesystem;
using srgconv::test::TestFolder;
using Pairs = std::vector<std::pair<std::string, std::string>>;

std::vector<std::string> sorted(const Pairs& items, const fs::path& beside, std::size_t most_bytes) {
  ExternalSort sort(beside, most_bytes);
  for (const auto& [key, text] : items) sort.add(key, text);
  std::vector<std::string> texts;
  sort.finish([&](std::string_view text) { texts.emplace_back(text); });
  return texts;
}

RC_GTEST_PROP(ExternalSort, gives_the_order_of_the_keys_whatever_the_memory, (Pairs items)) {
  const TestFolder folder;
  Pairs ordered = items;
  std::sort(ordered.begin(), ordered.end());
  std::vector<std::string> expected;
  for (const auto& [key, text] : ordered) expected.push_back(text);
  const auto most_bytes = *rc::gen::inRange<std::size_t>(1, 4000);
  RC_ASSERT(sorted(items, folder.path() / "list", most_bytes) == expected);
  RC_ASSERT(fs::is_empty(folder.path()));
}

TEST(ExternalSort, leaves_no_piece_when_it_is_given_up) {
  const TestFolder folder;
  {
    ExternalSort sort(folder.path() / "list", 1);
    sort.add("a", "1");
    sort.add("b", "2");
    EXPECT_FALSE(fs::is_empty(folder.path()));
  }
  EXPECT_TRUE(fs::is_empty(folder.path()));
}

TEST(ExternalSort, does_not_take_a_piece_that_was_cut_off_for_a_short_one) {
  const TestFolder folder;
  ExternalSort sort(folder.path() / "list", 1);
  sort.add("a", "one text");
  sort.add("b", "another");
  fs::resize_file(folder.path() / "list.0", fs::file_size(folder.path() / "list.0") - 1);
  EXPECT_THROW(sort.finish([](std::string_view) {}), BrokenWorld);
}

}  // namespace
}  // namespace srgconv::findings
