// Waivers as people write them, what they are applied to, and what is told of those that are not.
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "findings/findings.hpp"
#include "support/test_folder.hpp"

namespace srgconv::findings {
namespace {

using checks::CheckResult;
using checks::Finding;
using srgconv::test::TestFolder;
using testing::ElementsAre;
using testing::IsEmpty;
using State = Waiver::State;

struct Read {
  std::vector<Waiver> waivers;
  std::vector<std::string> told;
  bool usable = false;
};

Read read(const std::string& text) {
  const TestFolder folder;
  Diagnostics diagnostics;
  Read result;
  const auto waivers = read_waivers({folder.write("waivers.csv", text), "waivers.csv"}, diagnostics);
  result.usable = waivers.has_value();
  if (waivers) result.waivers = *waivers;
  for (const Diagnostic& one : diagnostics.all()) result.told.push_back(std::to_string(one.primary.line) + " " + one.code);
  return result;
}

const std::string heading = "finding;check;key;reason;owner;expires\n";

TEST(Waivers, are_read_by_fingerprint_or_by_check_and_key) {
  const Read all = read("Onze lijst;;;;;\n" + heading + "fyjtdewOvqxp;;;why;who;1-3-2026\n;OLD-KEY;0398@-/1;=why;who;\n;;;;;\n");
  EXPECT_THAT(all.told, IsEmpty());
  ASSERT_EQ(all.waivers.size(), 2U);
  EXPECT_EQ(all.waivers[0].finding, "FYJTDEW0VQXP") << "as people type it over";
  EXPECT_EQ(all.waivers[0].expires, Date::from_parts(2026, 3, 1));
  EXPECT_EQ(all.waivers[1].check, "OLD-KEY");
  EXPECT_EQ(all.waivers[1].key, "0398@-/1");
  EXPECT_EQ(all.waivers[1].place.line, 4U);
}

TEST(Waivers, that_say_too_little_are_left_out_and_told) {
  const Read all = read(heading +
                        "FYJTDEW0VQXP;OLD-KEY;;why;who;\n;OLD-KEY;;why;who;\nF1;;;why;who;\nFYJTDEW0VQXP;;;;who;\nFYJTDEW0VQXP;;;why;;\n"
                        "FYJTDEW0VQXP;;;why;who;soon\nFYJTDEW0VQXP;;;why;who;\nFYJTDEW0VQXP;;;why;who;\n");
  EXPECT_THAT(all.told, ElementsAre("2 CASE-074", "3 CASE-074", "4 CASE-075", "5 CASE-076", "6 CASE-076", "7 CASE-077", "9 CASE-078"));
  EXPECT_EQ(all.waivers.size(), 1U);
}

TEST(Waivers, of_a_list_without_its_columns_are_none) {
  EXPECT_THAT(read("finding;reason\nF;x\n").told, ElementsAre("1 CASE-071"));
  EXPECT_THAT(read("check;reason;owner\nOLD-KEY;x;y\n").told, ElementsAre("1 CASE-071"));
  EXPECT_THAT(read("finding;reason;owner;reason\n").told, ElementsAre("1 CASE-072"));
  EXPECT_FALSE(read("finding;reason;owner;reason\n").usable);
  EXPECT_THAT(read("").told, testing::SizeIs(1));
}

Finding about(const std::string& key, checks::Outcome outcome = checks::Outcome::violated) {
  return Finding({"VER-050", {"a.xml", 7, 0, 0, {}}, {{"key", key}, {"month", "2021-12"}}, {}, {}}, outcome);
}

Waiver on(const std::string& key, std::optional<Date> expires = {}) {
  Waiver waiver;
  waiver.check = "OLD-KEY";
  waiver.key = key;
  waiver.owner = "somebody";
  waiver.expires = expires;
  return waiver;
}

std::vector<std::string> codes(const Book& book) {
  std::vector<std::string> all;
  for (const Diagnostic& told : book.told()) all.push_back(told.code);
  return all;
}

const CheckResult old_key{"OLD-KEY"};

TEST(Book, applies_a_waiver_to_what_it_names_and_to_nothing_else) {
  Waiver by_finding;
  by_finding.finding = checks::fingerprint("OLD-KEY", about("b"));
  Book book(nullptr, {on("a"), by_finding});
  book.begin("", {});
  EXPECT_TRUE(book.take(old_key, about("a")));
  EXPECT_TRUE(book.take(old_key, about("b")));
  EXPECT_FALSE(book.take(old_key, about("c")));
  EXPECT_FALSE(book.take(CheckResult{"NEW-KEY"}, about("a")));
  EXPECT_TRUE(book.take(old_key, about("a", checks::Outcome::undecided)));
  EXPECT_FALSE(book.take(old_key, about("a", checks::Outcome::not_assessed))) << "that a check could not be carried out is never accepted";
  EXPECT_EQ(book.waivers()[0].findings, 2U);
  EXPECT_THAT(codes(book), IsEmpty());
}

TEST(Book, does_not_apply_what_has_expired_or_cannot_be_judged) {
  const auto day = Date::from_parts(2026, 3, 1);
  for (const auto& [assessed_on, state, told] : {std::tuple(Date::from_parts(2026, 3, 1), State::applied, ""),
                                                 {Date::from_parts(2026, 3, 2), State::expired, "VER-210"},
                                                 {std::optional<Date>(), State::not_judged, "VER-211"}}) {
    Book book(nullptr, {on("a", day)});
    book.begin("", assessed_on);
    EXPECT_EQ(book.take(old_key, about("a")), state == State::applied);
    EXPECT_EQ(book.waivers()[0].state, state);
    if (*told == '\0')
      EXPECT_THAT(codes(book), IsEmpty());
    else
      EXPECT_THAT(codes(book), ElementsAre(told));
  }
}

TEST(Book, never_applies_a_waiver_to_a_masked_key) {
  const std::string masked = "0398@-/" + std::string(Bsn::mask);
  Book book(nullptr, {on(masked)});
  book.begin("", {});
  EXPECT_FALSE(book.take(old_key, about(masked))) << "another key is masked alike";
  EXPECT_THAT(codes(book), ElementsAre("VER-212"));
}

TEST(Book, tells_of_waivers_over_all_transitions_together) {
  Book book(nullptr, {on("a"), on("b")});
  book.begin("first", {});
  book.take(old_key, about("a"));
  book.begin("second", {});
  EXPECT_EQ(book.waivers()[0].findings, 0U) << "of the second transition";
  EXPECT_THAT(codes(book), ElementsAre("VER-212"));
}

}  // namespace
}  // namespace srgconv::findings
