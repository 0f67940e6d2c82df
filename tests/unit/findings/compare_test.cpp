// Two lists of findings held against each other.
#include <string>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "findings/findings.hpp"
#include "support/test_folder.hpp"

namespace srgconv::findings {
namespace {

using checks::CheckResult;
using checks::Finding;
using srgconv::test::TestFolder;
using Change = Comparison::Change;

struct One {
  std::string key, count;
  std::uint32_t line = 1;
  bool rejects = true, waived = false;
};

void write_list(const std::filesystem::path& folder, const std::vector<One>& findings) {
  std::filesystem::create_directories(folder);
  List list(folder / "findings.csv");
  for (const One& one : findings) {
    CheckResult check{"OLD-KEY"};
    check.severity = one.rejects ? pack::CheckSeverity::reject : pack::CheckSeverity::signal;
    Finding finding({"VER-020",
                     {"a.xml", one.line, 0, 0, {}},
                     {{"key", one.key}, {"counted", one.count}, {"field", "x"}, {"line", std::to_string(one.line)}, {"stated", "0"}},
                     {},
                     {}});
    finding.waived = one.waived;
    list.add("", 1, check, finding);
  }
  list.finish();
}

std::optional<Comparison> compared(const std::vector<One>& before, const std::vector<One>& after) {
  const TestFolder folder;
  write_list(folder.path() / "one", before);
  write_list(folder.path() / "two", after);
  Diagnostics diagnostics;
  return compare(folder.path() / "one", folder.path() / "two", diagnostics);
}

TEST(Compare, says_what_is_new_changed_remaining_and_solved) {
  const auto result = compared({{"same", "1", 5}, {"other", "1", 6}, {"gone", "1", 7}}, {{"same", "1", 50}, {"other", "2", 60}, {"fresh", "1", 70}});
  ASSERT_TRUE(result);
  for (const Change change : {Change::fresh, Change::changed, Change::solved, Change::remaining}) EXPECT_EQ(result->total(change), 1U);
  ASSERT_EQ(result->rows.size(), 3U);
  EXPECT_EQ(result->rows[0].key, "fresh");
  EXPECT_EQ(result->rows[1].key, "other");
  EXPECT_EQ(result->rows[2].key, "gone");
  EXPECT_EQ(result->rejecting, 2U);
}

TEST(Compare, counts_what_is_new_by_what_it_does) {
  const auto result = compared({}, {{"a", "1"}, {"b", "1", 1, false}, {"c", "1", 1, true, true}});
  ASSERT_TRUE(result);
  EXPECT_EQ(result->rejecting, 1U) << "a waived one is known";
  EXPECT_EQ(result->signalling, 1U);
}

RC_GTEST_PROP(Compare, leaves_nothing_out, ()) {
  const auto findings = rc::gen::map(rc::gen::container<std::vector<std::pair<int, int>>>(rc::gen::pair(rc::gen::inRange(0, 6), rc::gen::inRange(0, 3))),
                                     [](const std::vector<std::pair<int, int>>& all) {
                                       std::vector<One> list;
                                       for (const auto& [key, count] : all) list.push_back({std::to_string(key), std::to_string(count)});
                                       return list;
                                     });
  const std::vector<One> before = *findings, after = *findings;
  const auto result = compared(before, after);
  RC_ASSERT(result.has_value());
  RC_ASSERT(result->total(Change::fresh) + result->total(Change::changed) + result->total(Change::remaining) == after.size());
  RC_ASSERT(result->total(Change::solved) + result->total(Change::changed) + result->total(Change::remaining) == before.size());
  const auto itself = compared(after, after);
  RC_ASSERT(itself->total(Change::remaining) == after.size());
}

TEST(Compare, refuses_what_is_no_list_of_findings) {
  const TestFolder folder;
  Diagnostics diagnostics;
  write_list(folder.path() / "one", {});
  EXPECT_FALSE(compare(folder.path() / "one", folder.path() / "none", diagnostics));
  folder.write("two/findings.csv", "fingerprint;check\r\nF;OLD-KEY\r\n");
  EXPECT_FALSE(compare(folder.path() / "one", folder.path() / "two", diagnostics));
  ASSERT_EQ(diagnostics.all().size(), 2U);
  EXPECT_EQ(diagnostics.all()[0].code, "USE-056");
  EXPECT_EQ(diagnostics.all()[1].code, "USE-057");
}

}  // namespace
}  // namespace srgconv::findings
