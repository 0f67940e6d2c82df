// findings.csv: every finding, in one order, fit for a spreadsheet, without personal data.
#include <algorithm>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "findings/findings.hpp"
#include "support/test_folder.hpp"

namespace srgconv::findings {
namespace {

using checks::CheckResult;
using checks::Finding;
using srgconv::test::TestFolder;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

struct Found {
  std::string transition;
  std::size_t number = 0;
  CheckResult check;
  Finding finding;
};

Found found(std::string check, pack::CheckSeverity severity, const char* code, std::string file, std::uint32_t line, checks::Arguments arguments) {
  Found one{"", 1, {}, Finding({code, {std::move(file), line, 0, 0, {}}, std::move(arguments), {}, {}})};
  one.check.id = std::move(check);
  one.check.severity = severity;
  return one;
}

std::string list_of(const std::vector<Found>& all) {
  const TestFolder folder;
  List list(folder.path() / "findings.csv");
  for (const Found& one : all) list.add(one.transition, one.number, one.check, one.finding);
  EXPECT_EQ(list.count(), all.size());
  list.finish();
  return folder.read("findings.csv");
}

const Found rejects_10 = found("OLD-KEY", pack::CheckSeverity::reject, "VER-050", "b.xml", 10, {{"key", "0398@-/10"}, {"month", "2021-12"}});
const Found rejects_9 = found("OLD-KEY", pack::CheckSeverity::reject, "VER-050", "b.xml", 9, {{"key", "0398@-/9"}, {"month", "2021-12"}});
const Found signals = found("EARLY-START", pack::CheckSeverity::signal, "VER-100", "a.xml", 3, {{"key", "1980/1"}, {"old", "0398@-/9"}});

TEST(FindingsList, has_a_row_per_finding_in_one_order_however_they_came) {
  std::vector<Found> all{rejects_10, rejects_9, signals};
  const std::string expected = list_of(all);
  EXPECT_THAT(expected, StartsWith("\xEF\xBB\xBF"
                                   "fingerprint;check;code;severity;result;waived;transition;file;line;key;field;"));
  EXPECT_LT(expected.find("0398@-/9;"), expected.find("0398@-/10;")) << "by number of the line";
  EXPECT_LT(expected.find("0398@-/10;"), expected.find("EARLY-START")) << "what rejects comes first";
  std::sort(all.begin(), all.end(), [](const Found& a, const Found& b) { return a.finding.primary.line < b.finding.primary.line; });
  do {
    EXPECT_EQ(list_of(all), expected);
  } while (std::next_permutation(all.begin(), all.end(), [](const Found& a, const Found& b) { return a.finding.primary.line < b.finding.primary.line; }));
}

TEST(FindingsList, tells_all_that_is_known_of_a_finding) {
  Found one = rejects_9;
  one.transition = "dijk-en-waard";
  one.finding.waived = true;
  one.finding.outcome = checks::Outcome::undecided;
  const std::string text = list_of({one});
  EXPECT_THAT(text, HasSubstr(checks::fingerprint("OLD-KEY", one.finding) + ";OLD-KEY;VER-050;reject;undecided;yes;dijk-en-waard;b.xml;9;0398@-/9;;"));
  EXPECT_THAT(text, HasSubstr(sentence(one.finding, Language::nl) + ";"));
  EXPECT_THAT(text, HasSubstr(tip(one.finding, Language::en)));
  EXPECT_THAT(text, HasSubstr(";key=0398@-/9 | month=2021-12\r\n"));
}

TEST(FindingsList, masks_bsns_and_guards_free_text) {
  const Found one = found("HEADER", pack::CheckSeverity::reject, "VER-010", "=123456782.xml", 1, {{"field", "@SUM\n1"}, {"key", "-1"}});
  const std::string text = list_of({one});
  EXPECT_THAT(text, Not(HasSubstr("123456782")));
  EXPECT_THAT(text, HasSubstr(";'=")) << "a file that is called like a formula";
  EXPECT_THAT(text, HasSubstr(";-1;'@SUM 1;")) << "keys are never changed";
}

TEST(FindingsList, of_nothing_is_its_heading) {
  const std::string text = list_of({});
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 1);
}

TEST(FindingsBook, numbers_transitions_in_the_order_in_which_they_begin) {
  const TestFolder folder;
  List list(folder.path() / "findings.csv");
  Book book(&list);
  book.begin("second-by-name", {});
  book.take(signals.check, signals.finding);
  book.begin("a-first-by-name", {});
  book.take(rejects_9.check, rejects_9.finding);
  list.finish();
  const std::string text = folder.read("findings.csv");
  EXPECT_LT(text.find("second-by-name"), text.find("a-first-by-name"));
}

}  // namespace
}  // namespace srgconv::findings
