// Round trips through a workspace, and the file it leaves.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <numeric>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>
#include <sqlite3.h>
#include <sys/stat.h>

#include "unit/store/sample_workspace.hpp"

namespace srgconv::store {
namespace {

namespace fs = std::filesystem;

using WorkspaceRoundTrip = WorkspaceTest;
using WorkspaceFile = WorkspaceTest;

Provision full_provision() {
  Provision full = provision("0398@-/0012;\"x'", bsn_with_zero);
  full.start = day(20190400);
  full.end = day(20220131);
  full.work_capacity = "02";
  full.wage_value = Decimal::parse("45.5");
  full.description = std::string("line\nwith a NUL\0 inside", 22);
  return full;
}

// A small case with one of everything; finished.
void fill(const fs::path& path) {
  Workspace workspace = Workspace::create(path);
  workspace.begin();
  workspace.set_property("transition", "dijk-en-waard");
  const auto old_source = workspace.add_source(source(Side::old_delivered, "0398@-", "2021-12", "sent/0398.xml"));
  const auto new_source = workspace.add_source(source(Side::new_delivered, "1980@202201", "2022-01", "1980.xml"));
  workspace.set_counts(old_source, {.rows = 5, .used = 2, .merged = 0, .skipped = 1, .rejected = 2, .provisions = 2, .documents_without_records = 1});
  tell(workspace, old_source, Side::old_delivered, "2021-12", provision("0398@-/2"), 7);
  tell(workspace, old_source, Side::old_delivered, "2021-12", full_provision(), 8);
  workspace.add_row({old_source, 30, "Persoon[2]", RowOutcome::rejected, "MAP-002", "de datum bestaat niet", "a.rules:9"},
                    {{"BSN", bsn_1}, {"DATUM IN", ""}, {"OPMERKING", "x;y"}});
  workspace.add_row({old_source, 20, "", RowOutcome::skipped, "MAP-050", "test", "a.rules:3"}, {{"BSN", bsn_2}});
  workspace.add_row({old_source, 10, "", RowOutcome::rejected, "MAP-002", "de datum bestaat niet", "a.rules:9"});
  tell(workspace, new_source, Side::new_delivered, "2022-01", provision("1980@202201/H2"), 3);
  workspace.commit();
  workspace.begin();
  workspace.add_fate({true, key("0398@-/2"), "linked", ""});
  workspace.add_fate({true, full_provision().key, "open", "no candidate"});
  workspace.add_fate({false, key("1980@202201/H2"), "linked", ""});
  workspace.add_link({key("0398@-/2"), key("1980@202201/H2"), "same", "rule", "accepted", "case.rules:12", "bsn = type =", {{"start", "z"}, {"goal", "a"}}});
  workspace.add_review(
      {"L1234567", "RECO-001", "geen kandidaat", full_provision().key, {key("1980@202201/H2"), key("1980@202201/H1")}, {"PAAA", "PBBB"}, "no candidate"});
  workspace.add_decision(
      {{"L1234567", "0398@-/2", "H2", "", Choice::no_link, "AB", "nagebeld", day(20220210), {"decisions.csv", 7}}, key("0398@-/2"), "applied"});
  workspace.add_decision({{"LX", "", "", "", Choice::drop, "", "", std::nullopt, {"decisions.csv", 8}}, std::nullopt, "RECO-040"});
  workspace.commit();
  workspace.finish();
}

Workspace opened(const fs::path& path) {
  Diagnostics diagnostics;
  auto workspace = Workspace::open(path, diagnostics);
  EXPECT_TRUE(workspace.has_value());
  return std::move(workspace.value());
}

void expect_same(const Provision& a, const Provision& b) {
  EXPECT_EQ(a.key, b.key);
  EXPECT_EQ(a.bsn, b.bsn);
  EXPECT_EQ(a.type, b.type);
  EXPECT_EQ(a.start, b.start);
  EXPECT_EQ(a.end, b.end);
  EXPECT_EQ(a.goal, b.goal);
  EXPECT_EQ(a.work_capacity, b.work_capacity);
  EXPECT_EQ(a.wage_value, b.wage_value);
  EXPECT_EQ(a.description, b.description);
}

TEST_F(WorkspaceRoundTrip, PropertiesAndSources) {
  fill(file());
  const Workspace workspace = opened(file());
  EXPECT_EQ(workspace.property("transition"), "dijk-en-waard");
  EXPECT_EQ(workspace.property("other"), std::nullopt);
  const auto sources = workspace.sources();
  ASSERT_EQ(sources.size(), 2U);
  const SourceFile expected = source(Side::old_delivered, "0398@-", "2021-12", "sent/0398.xml");
  const SourceFile& first = sources[0].first;
  EXPECT_EQ(first.side, expected.side);
  EXPECT_EQ(first.sender, expected.sender);
  EXPECT_EQ(first.numbering, expected.numbering);
  EXPECT_EQ(first.name, expected.name);
  EXPECT_EQ(first.sha256, expected.sha256);
  EXPECT_EQ(first.month, expected.month);
  EXPECT_EQ(first.format, expected.format);
  EXPECT_EQ(first.mapping, expected.mapping);
  EXPECT_TRUE(first.in_force);
  const SourceCounts& counts = sources[0].second;
  EXPECT_EQ(counts.rows, counts.used + counts.merged + counts.skipped + counts.rejected);
  EXPECT_EQ(counts.rejected, 2U);
  EXPECT_EQ(counts.provisions, 2U);
  EXPECT_EQ(counts.documents_without_records, 1U);
  EXPECT_EQ(sources[1].first.numbering.text(), "1980@202201");
}

TEST_F(WorkspaceRoundTrip, EveryFactOfAProvision) {
  fill(file());
  const Workspace workspace = opened(file());
  const auto states = workspace.states(Side::old_delivered, sender("0398"), month("2021-12"));
  ASSERT_EQ(states.size(), 2U);
  expect_same(states[0].provision, full_provision());  // '0' comes before '2'
  expect_same(states[1].provision, provision("0398@-/2"));
  EXPECT_EQ(states[0].origin.source, 0U);
  EXPECT_EQ(states[0].origin.line, 8U);
  EXPECT_EQ(states[0].origin.path, "Persoon[1]");
  EXPECT_EQ(states[0].origin.rule, "case.rules:4");
  EXPECT_TRUE(workspace.states(Side::old_delivered, sender("0398"), month("2022-01")).empty());
  EXPECT_TRUE(workspace.states(Side::old_export, sender("0398"), month("2021-12")).empty());
  EXPECT_TRUE(workspace.states(Side::old_delivered, sender("1980"), month("2021-12")).empty());
}

TEST_F(WorkspaceRoundTrip, QueriesAnswerAlikeBeforeAndAfterFinish) {
  Workspace workspace = Workspace::create(file());
  workspace.begin();
  const auto number = workspace.add_source(source(Side::old_delivered, "0398@-", "2021-12", "x"));
  tell(workspace, number, Side::old_delivered, "2021-12", provision("0398@-/1"));
  workspace.add_fate({true, key("0398@-/1"), "open", ""});
  const auto look = [&] {
    return std::vector<std::size_t>{workspace.states(Side::old_delivered, sender("0398"), month("2021-12")).size(), workspace.history(key("0398@-/1")).size(),
                                    workspace.history(key("0398@202201/1")).size(), workspace.provenance(key("0398@-/1")).size(),
                                    workspace.fates(key("0398@-/1")).size()};
  };
  const std::vector<std::size_t> expected{1, 1, 0, 1, 1};
  EXPECT_EQ(look(), expected);
  workspace.commit();
  EXPECT_EQ(look(), expected);
  workspace.finish();
  EXPECT_EQ(look(), expected);
}

TEST_F(WorkspaceRoundTrip, ProvenanceNamesSourceRowAndRule) {
  Workspace workspace = Workspace::create(file());
  const auto october = workspace.add_source(source(Side::old_delivered, "0398@-", "2021-10", "10.xml"));
  const auto november = workspace.add_source(source(Side::old_delivered, "0398@-", "2021-11", "11.xml"));
  tell(workspace, october, Side::old_delivered, "2021-10", provision("0398@-/1"), 5);
  // A split: one row, two provisions, each by a branch of its own.
  const std::int64_t row = workspace.add_row({november, 6, "P[6]", RowOutcome::used, "", "", "a.rules:1"});
  for (const auto& [id, rule] : {std::pair{"0398@-/1", "a.rules:20"}, {"0398@-/1B", "a.rules:21"}}) {
    workspace.add_state(Side::old_delivered, row, month("2021-11"), {provision(id), {november, 6, "P[6]", rule}});
  }
  workspace.finish();
  const auto places = workspace.provenance(key("0398@-/1"));
  ASSERT_EQ(places.size(), 2U);
  EXPECT_EQ(places[0].source.name, "10.xml");
  EXPECT_EQ(places[0].row.line, 5U);
  EXPECT_EQ(places[0].month, month("2021-10"));
  EXPECT_EQ(places[1].source.name, "11.xml");
  EXPECT_EQ(places[1].row.source, november);
  EXPECT_EQ(places[1].row.path, "P[6]");
  EXPECT_EQ(places[1].row.rule, "a.rules:20");
  EXPECT_EQ(places[1].row.outcome, RowOutcome::used);
  EXPECT_EQ(workspace.provenance(key("0398@-/1B")).at(0).row.rule, "a.rules:21");
  EXPECT_EQ(workspace.history(key("0398@-/1")).at(0).reported.origin.rule, "a.rules:20");
}

TEST_F(WorkspaceRoundTrip, RowsOfAnOutcomeInOrderWithTheirRawValues) {
  fill(file());
  const Workspace workspace = opened(file());
  std::vector<std::pair<Row, RawColumns>> rejected;
  workspace.for_each_row(RowOutcome::rejected, [&](const Row& row, const RawColumns& raw) { rejected.emplace_back(row, raw); });
  ASSERT_EQ(rejected.size(), 2U);
  EXPECT_EQ(rejected[0].first.line, 10U);
  EXPECT_TRUE(rejected[0].second.empty());
  EXPECT_EQ(rejected[1].first.line, 30U);
  EXPECT_EQ(rejected[1].first.code, "MAP-002");
  EXPECT_EQ(rejected[1].first.reason, "de datum bestaat niet");
  EXPECT_EQ(rejected[1].first.rule, "a.rules:9");
  EXPECT_EQ(rejected[1].first.path, "Persoon[2]");
  EXPECT_EQ(rejected[1].second, (RawColumns{{"BSN", bsn_1}, {"DATUM IN", ""}, {"OPMERKING", "x;y"}}));
  std::size_t used = 0;
  workspace.for_each_row(RowOutcome::used, [&](const Row&, const RawColumns&) { ++used; });
  EXPECT_EQ(used, 3U);
}

TEST_F(WorkspaceRoundTrip, FatesLinksAndReviewsInOrderOfKey) {
  fill(file());
  const Workspace workspace = opened(file());
  std::string fates;
  workspace.for_each_fate(
      [&](const Fate& fate) { fates += (fate.old_side ? "old " : "new ") + fate.key.text() + " " + fate.fate + " " + fate.explanation + "\n"; });
  EXPECT_EQ(fates, "old 0398@-/0012;\"x' open no candidate\nold 0398@-/2 linked \nnew 1980@202201/H2 linked \n");
  EXPECT_EQ(workspace.fates(key("0398@-/2")).at(0).fate, "linked");

  std::vector<Link> links;
  workspace.for_each_link([&](const Link& link) { links.push_back(link); });
  ASSERT_EQ(links.size(), 1U);
  EXPECT_EQ(links[0].old_key, key("0398@-/2"));
  EXPECT_EQ(links[0].new_key, key("1980@202201/H2"));
  EXPECT_EQ(links[0].relation + links[0].proof + links[0].status + links[0].rule + links[0].evidence, "sameruleacceptedcase.rules:12bsn = type =");
  ASSERT_EQ(links[0].changes.size(), 2U);
  EXPECT_EQ(links[0].changes[0].field, "start");
  EXPECT_EQ(links[0].changes[1].reason, "a");
  EXPECT_EQ(workspace.links_of(key("0398@-/2")).size(), 1U);
  EXPECT_EQ(workspace.links_of(key("1980@202201/H2")).size(), 1U);
  EXPECT_TRUE(workspace.links_of(key("1980@202201/H1")).empty());

  std::vector<ReviewItem> reviews;
  workspace.for_each_review([&](const ReviewItem& item) { reviews.push_back(item); });
  ASSERT_EQ(reviews.size(), 1U);
  EXPECT_EQ(reviews[0].link_code + reviews[0].code + reviews[0].reason, "L1234567RECO-001geen kandidaat");
  EXPECT_EQ(reviews[0].old_key, full_provision().key);
  EXPECT_EQ(reviews[0].candidates, (std::vector{key("1980@202201/H2"), key("1980@202201/H1")}));  // as given
  EXPECT_EQ(reviews[0].pair_codes, (std::vector<std::string>{"PAAA", "PBBB"}));
  EXPECT_EQ(reviews[0].reason_en, "no candidate");

  std::vector<RecordedDecision> decisions;
  workspace.for_each_decision([&](const RecordedDecision& decision) { decisions.push_back(decision); });
  ASSERT_EQ(decisions.size(), 2U);
  const Decision& first = decisions[0].decision;
  EXPECT_EQ(first.link_code + first.old_key + first.new_key + first.who + first.why + first.place.file, "L12345670398@-/2H2ABnagebelddecisions.csv");
  EXPECT_EQ(first.place.line, 7U);
  EXPECT_EQ(first.date, day(20220210));
  EXPECT_EQ(first.choice, Choice::no_link);
  EXPECT_EQ(decisions[0].old_key, key("0398@-/2"));
  EXPECT_EQ(decisions[0].outcome, "applied");
  EXPECT_FALSE(decisions[1].old_key.has_value());
  EXPECT_EQ(decisions[1].decision.choice, Choice::drop);
}

TEST_F(WorkspaceRoundTrip, WhatWasLastToldUpToAMonth) {
  Workspace workspace = Workspace::create(file());
  workspace.begin();
  const auto october = workspace.add_source(source(Side::old_delivered, "0398@-", "2021-10", "a"));
  const auto november = workspace.add_source(source(Side::old_delivered, "0398@-", "2021-11", "b"));
  const auto december = workspace.add_source(source(Side::old_delivered, "0398@-", "2021-12", "c"));
  Provision ended = provision("0398@-/2");
  ended.end = day(20211015);
  tell(workspace, october, Side::old_delivered, "2021-10", provision("0398@-/1"));
  tell(workspace, october, Side::old_delivered, "2021-10", ended);
  tell(workspace, november, Side::old_delivered, "2021-11", provision("0398@-/1", bsn_2));
  tell(workspace, december, Side::old_delivered, "2021-12", provision("0398@-/1", bsn_1));
  tell(workspace, december, Side::old_delivered, "2021-12", provision("0398@-/3"));
  const auto told = [&](const char* until) {
    std::set<std::string> all;
    workspace.for_each_last_state(Side::old_delivered, sender("0398"), month(until), [&](ReportedProvision&& state) {
      all.insert(state.provision.key.id + (state.provision.bsn == bsn(bsn_1) ? "a" : "b") + (state.provision.end ? "! " : " "));
    });
    return std::accumulate(all.begin(), all.end(), std::string());
  };
  EXPECT_EQ(told("2021-09"), "");
  EXPECT_EQ(told("2021-10"), "1a 2a! ");
  EXPECT_EQ(told("2021-11"), "1b 2a! ");
  EXPECT_EQ(told("2021-12"), "1a 2a! 3a ");
  workspace.commit();
  workspace.finish();
  EXPECT_EQ(told("2021-11"), "1b 2a! ");
  workspace.for_each_last_state(Side::old_export, sender("0398"), month("2021-12"),
                                [](ReportedProvision&& state) { ADD_FAILURE() << state.provision.key.text(); });
}

TEST_F(WorkspaceRoundTrip, NumbersOfANumberingAndThoseOfTheHistory) {
  Workspace workspace = Workspace::create(file());
  workspace.begin();
  const auto old_source = workspace.add_source(source(Side::old_delivered, "0398@-", "2021-12", "a"));
  const auto new_source = workspace.add_source(source(Side::new_delivered, "1980@202201", "2022-01", "b"));
  tell(workspace, old_source, Side::old_delivered, "2021-12", provision("0398@-/2"));
  tell(workspace, old_source, Side::old_delivered, "2021-12", provision("0398@-/10"));
  tell(workspace, new_source, Side::new_delivered, "2022-01", provision("1980@202201/7"));
  workspace.add_history_number({key("0398@-/2"), key("1980@202201/H2"), "case.rules:9"});
  workspace.add_history_number({key("0398@-/10"), key("1980@202201/H10"), "case.rules:9"});
  workspace.commit();
  workspace.finish();
  const Workspace again = opened(file());
  const auto numbers = [&](const char* numbering) { return again.numbers_of(Numbering::parse(numbering).value()); };
  EXPECT_EQ(numbers("0398@-"), (std::vector<std::string>{"10", "2"}));
  EXPECT_EQ(numbers("1980@202201"), (std::vector<std::string>{"7"})) << "a number of the history was delivered by nobody";
  EXPECT_TRUE(numbers("1980@-").empty());
  std::string history;
  again.for_each_history_number([&](const HistoryNumber& number) { history += number.old_key.text() + " " + number.key.text() + " " + number.rule + "\n"; });
  EXPECT_EQ(history, "0398@-/10 1980@202201/H10 case.rules:9\n0398@-/2 1980@202201/H2 case.rules:9\n");
  EXPECT_TRUE(again.history(key("1980@202201/H2")).empty());
}

TEST_F(WorkspaceRoundTrip, KeysOrderBySenderNumberingAndBytes) {
  Workspace workspace = Workspace::create(file());
  const std::vector<std::string> ordered{"0363@-/1", "0363@201501/1", "0363@202201/1", "0363@202201/10", "0363@202201/9", "0363@202201/a", "0416@-/0"};
  for (auto at = ordered.rbegin(); at != ordered.rend(); ++at) workspace.add_fate({true, key(*at), "open", ""});
  std::vector<std::string> seen;
  workspace.for_each_fate([&](const Fate& fate) { seen.push_back(fate.key.text()); });
  EXPECT_EQ(seen, ordered);
  EXPECT_TRUE(std::is_sorted(seen.begin(), seen.end(), [](const auto& a, const auto& b) { return key(a) < key(b); }));
}

TEST_F(WorkspaceRoundTrip, AVisitorMayQuery) {
  fill(file());
  const Workspace workspace = opened(file());
  std::size_t links = 0;
  workspace.for_each_fate([&](const Fate& fate) { workspace.for_each_fate([&](const Fate&) { links += workspace.links_of(fate.key).size(); }); });
  EXPECT_EQ(links, 6U);
}

TEST_F(WorkspaceRoundTrip, KnowsWhichKeysHoldTheirOwnBsn) {
  Workspace workspace = Workspace::create(file());
  const auto number = workspace.add_source(source(Side::old_delivered, "0398@-", "2021-12", "x"));
  for (const std::string& id : {"H" + bsn_1 + "-1", std::string("T12345672"), std::string("1001"), bsn_2}) {
    tell(workspace, number, Side::old_delivered, "2021-12", provision("0398@-/" + id, id.front() == 'T' ? bsn_with_zero : bsn_1));
  }
  const auto keys = workspace.keys_with_own_bsn();
  ASSERT_EQ(keys.size(), 2U);  // 111222333 is somebody else's
  EXPECT_EQ(keys.begin()->first.id, "H" + bsn_1 + "-1");
  EXPECT_EQ(keys.begin()->second, std::vector{bsn(bsn_1)});
  EXPECT_EQ(keys.rbegin()->first.id, "T12345672");
}

TEST_F(WorkspaceFile, SameContentSameBytes) {
  fill(file("a.sqlite"));
  fill(file("b.sqlite"));
  const std::string bytes = bytes_of(file("a.sqlite"));
  EXPECT_FALSE(bytes.empty());
  EXPECT_TRUE(bytes == bytes_of(file("b.sqlite")));
}

TEST_F(WorkspaceFile, OnlyItsOwnerReadsItAndNothingStandsBesideIt) {
  const mode_t before = ::umask(0);
  std::ofstream(file()) << "what was there";
  fill(file());
  ::umask(before);
  struct stat status {};
  ASSERT_EQ(::stat(file().c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777U, 0600U);
  EXPECT_EQ(std::distance(fs::directory_iterator(file().parent_path()), fs::directory_iterator()), 1);
}

TEST_F(WorkspaceFile, IsReadOnlyOnceFinished) {
  fill(file());
  const std::string bytes = bytes_of(file());
  Workspace workspace = opened(file());
  EXPECT_THROW(workspace.add_fate({true, key("0398@-/2"), "open", ""}), BrokenWorld);
  EXPECT_THROW(workspace.set_property("a", "b"), BrokenWorld);
  EXPECT_TRUE(bytes == bytes_of(file()));
}

std::string why_not_opened(const fs::path& path) {
  Diagnostics diagnostics;
  EXPECT_FALSE(Workspace::open(path, diagnostics).has_value());
  EXPECT_EQ(diagnostics.all().size(), 1U);
  const Diagnostic& why = diagnostics.all().front();
  EXPECT_EQ(why.primary.file, "workspace.sqlite");
  return why.code + " " + sentence(why, Language::nl) + "; " + tip(why, Language::en);
}

const std::string not_a_workspace =
    "SYS-002 'workspace.sqlite' is geen werkbestand dat deze versie van srgconv kan lezen (verwacht: tabellen van versie 2); "
    "check that this is the folder that 'srgconv convert' made; if another version of the program made it, run 'srgconv convert' again";

TEST_F(WorkspaceFile, AFileThatIsNoDatabase) {
  std::ofstream(file()) << std::string(5000, 'x');
  EXPECT_EQ(why_not_opened(file()), not_a_workspace);
}

TEST_F(WorkspaceFile, NoFileAFolderAnEmptyFile) {
  EXPECT_EQ(why_not_opened(file()), not_a_workspace);
  fs::create_directory(file());
  EXPECT_EQ(why_not_opened(file()), not_a_workspace);
  fs::remove(file());
  std::ofstream(file()).flush();
  EXPECT_EQ(why_not_opened(file()), not_a_workspace);
}

void change(const fs::path& path, const char* sql) {
  sqlite3* database = nullptr;
  ASSERT_EQ(sqlite3_open(path.c_str(), &database), SQLITE_OK);
  EXPECT_EQ(sqlite3_exec(database, sql, nullptr, nullptr, nullptr), SQLITE_OK);
  sqlite3_close(database);
}

TEST_F(WorkspaceFile, AnotherVersionOrAnotherProgram) {
  fill(file());
  change(file(), "PRAGMA user_version = 3");
  EXPECT_EQ(why_not_opened(file()), not_a_workspace);
  change(file(), "PRAGMA user_version = 2; PRAGMA application_id = 1");
  EXPECT_EQ(why_not_opened(file()), not_a_workspace);
}

std::string fault_of(const std::function<void()>& work) {
  try {
    work();
  } catch (const BrokenWorld& broken) {
    return sentence(broken.diagnostic(), Language::en);
  }
  return "none";
}

TEST_F(WorkspaceFile, FaultsAreABrokenWorld) {
  EXPECT_EQ(fault_of([&] { Workspace::create(file("no-such-folder/workspace.sqlite")); }),
            "the workspace 'workspace.sqlite' cannot be read or written: No such file or directory");
  Workspace workspace = Workspace::create(file());
  for (const char* fate : {"open", "linked"}) workspace.add_fate({true, key("0398@-/1"), fate, ""});
  EXPECT_EQ(fault_of([&] { workspace.finish(); }),
            "the workspace 'workspace.sqlite' cannot be read or written: UNIQUE constraint failed: fate.provision, fate.old_side, "
            "fate.transition");
}

TEST_F(WorkspaceRoundTrip, OrderDoesNotDependOnTheOrderOfAdding) {
  const auto list = [](const Workspace& workspace) {
    std::string text;
    workspace.for_each_fate([&](const Fate& fate) { text += (fate.old_side ? "old " : "new ") + fate.key.id + " "; });
    workspace.for_each_link([&](const Link& link) { text += link.old_key.id + link.new_key.id + " "; });
    return text;
  };
  const std::string expected = "old 1 old 2 old 3 new 2 1H2 2H1 2H3 3H1 ";
  for (const bool backwards : {false, true}) {
    Workspace workspace = Workspace::create(file());
    std::vector<std::pair<bool, std::string>> fates{{true, "1"}, {true, "2"}, {true, "3"}, {false, "2"}};
    std::vector<std::pair<std::string, std::string>> links{{"1", "H2"}, {"2", "H1"}, {"2", "H3"}, {"3", "H1"}};
    if (backwards) std::reverse(fates.begin(), fates.end());
    if (backwards) std::reverse(links.begin(), links.end());
    for (const auto& [old_side, id] : fates) workspace.add_fate({old_side, key("0398@-/" + id), "open", ""});
    for (const auto& [old_id, new_id] : links) workspace.add_link({key("0398@-/" + old_id), key("1980@202201/" + new_id), "", "", "", "", "", {}});
    EXPECT_EQ(list(workspace), expected);
    workspace.finish();
    EXPECT_EQ(list(workspace), expected);
    EXPECT_EQ(list(opened(file())), expected);
    EXPECT_EQ(workspace.links_of(key("1980@202201/H1")).size(), 2U);
    EXPECT_EQ(workspace.links_of(key("0398@-/2")).at(0).new_key.id, "H1");
  }
}

TEST_F(WorkspaceFile, FinishRefusesReferencesToNothing) {
  Workspace workspace = Workspace::create(file());
  workspace.begin();
  workspace.add_row({.source = 7, .line = 1});  // no such source
  EXPECT_EQ(fault_of([&] { workspace.finish(); }),
            "the workspace 'workspace.sqlite' cannot be read or written: a row refers to one that is not there (source_row)");
}

TEST_F(WorkspaceFile, DamagedContentsAreAFault) {
  fill(file());
  change(file(), "UPDATE episode SET bsn = '123456789'");
  const Workspace workspace = opened(file());
  EXPECT_EQ(fault_of([&] { workspace.history(key("0398@-/2")); }),
            "the workspace 'workspace.sqlite' cannot be read or written: database disk image is malformed");
}

TEST_F(WorkspaceFile, ATransactionThatIsNotCommittedLeavesNothing) {
  {
    Workspace workspace = Workspace::create(file());
    workspace.begin();
    workspace.set_property("a", "b");
  }
  EXPECT_EQ(opened(file()).property("a"), std::nullopt);
}

TEST_F(WorkspaceFile, HoldsNoPathOfTheMachine) {
  fill(file());
  EXPECT_EQ(bytes_of(file()).find(file().parent_path().string()), std::string::npos);
}

}  // namespace
}  // namespace srgconv::store
