// A synthesis is the same everywhere, its truth is that of its files, and no automatic link of `convert` contradicts it but where nobody could know.
#include <algorithm>
#include <filesystem>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "domain/identifiers.hpp"
#include "support/bsn_search.hpp"
#include "support/proof.hpp"
#include "support/work_folder.hpp"

namespace srgconv::test {
namespace {

namespace fs = std::filesystem;

std::vector<std::vector<std::string>> rows_of(const fs::path& file) {
  std::vector<std::vector<std::string>> rows;
  std::istringstream lines(read_text(file));
  std::string line;
  std::getline(lines, line);
  while (std::getline(lines, line)) {
    rows.emplace_back(1);
    for (const char c : line) {
      if (c == ';')
        rows.back().emplace_back();
      else
        rows.back().back() += c;
    }
  }
  return rows;
}

std::multiset<std::string> elements(const std::string& xml, const std::string& name) {
  std::multiset<std::string> found;
  const std::regex element("<" + name + ">([^<]*)</" + name + ">");
  for (std::sregex_iterator at(xml.begin(), xml.end(), element), end; at != end; ++at) found.insert((*at)[1]);
  return found;
}

TEST(Synthesis, TheSameSettingsAreTheSameBytes) {
  const WorkFolder work;
  for (const char* out : {"one", "two"}) ASSERT_EQ(work.run(std::string("synthesize --seed 5 --provisions 300 --months 3 -o ") + out).exit_code, 0);
  EXPECT_EQ(work.contents(work.path() / "one"), work.contents(work.path() / "two"));
  ASSERT_EQ(work.run("synthesize --seed 6 --provisions 300 --months 3 -o other").exit_code, 0);
  const auto one = work.contents(work.path() / "one"), other = work.contents(work.path() / "other");
  ASSERT_EQ(one.size(), other.size());
  for (const auto& [file, content] : one) {
    EXPECT_EQ(content == other.at(file), file.ends_with(".rules")) << file;
  }
}

TEST(Synthesis, NoPersonStandsInWhatIsShownOfIt) {
  const WorkFolder work;
  const Finished made = work.run("synthesize -o case --provisions 400 --dial twins=20% --dial wrong-bsn=20%");
  ASSERT_EQ(made.exit_code, 0);
  const Finished converted = work.run("convert case/land-van-cuijk.rules -o out --verbose");
  ASSERT_EQ(converted.exit_code, 0) << converted.err;
  std::set<std::string> bsns = bsns_in(work.path() / "case" / "sent");
  bsns.merge(bsns_in(work.path() / "case" / "new"));
  ASSERT_GT(bsns.size(), 200U);
  expect_free_of(bsns, made.out + made.err + converted.out + converted.err, "what the console shows");
  for (const char* file : {"truth.csv", "dials.csv", "manifest.json"}) expect_free_of(bsns, read_text(work.path() / "case" / file), file);
  for (const char* file : {"vertaaltabel.csv", "review.csv", "rejected.csv", "skipped.csv", "report.json", "manifest.json"})
    expect_free_of(bsns, read_text(work.path() / "out" / file), file);
}

class SynthesisOfSenders : public testing::TestWithParam<int> {};

TEST_P(SynthesisOfSenders, ItsTruthIsThatOfItsFilesAndConvertAcceptsIt) {
  const WorkFolder work;
  const int senders = GetParam();
  ASSERT_EQ(work.run("synthesize -o case --provisions 800 --months 2 --dial twins=5% --dial split=5% --senders " + std::to_string(senders)).exit_code, 0);
  std::map<std::string, std::multiset<std::string>> old_truth;
  std::multiset<std::string> new_truth;
  std::set<std::string> keys;
  for (const auto& row : rows_of(work.path() / "case" / "truth.csv")) {
    ASSERT_EQ(row.size(), 5U);
    if (!row[1].empty() && keys.insert("old" + row[0] + "/" + row[1]).second) old_truth[row[0]].insert(row[1]);
    if (!row[3].empty() && keys.insert("new" + row[3]).second) new_truth.insert(row[3]);
  }
  EXPECT_EQ(old_truth.size(), static_cast<std::size_t>(senders));
  std::size_t provisions = 0;
  for (const auto& [sender, ids] : old_truth) {
    provisions += ids.size();
    EXPECT_EQ(elements(read_text(work.path() / "case" / "sent" / (sender + "-202112.xml")), "Registratienummer"), ids) << sender;
  }
  EXPECT_EQ(provisions, 800U);
  const std::string fresh = read_text(work.path() / "case" / "new" / (senders == 1 ? "0193-202201.xml" : "1982-202201.xml"));
  EXPECT_EQ(elements(fresh, "Registratienummer"), new_truth);
  for (const std::string& bsn : elements(fresh, "Burgerservicenummer")) EXPECT_TRUE(Bsn::parse(bsn).bsn);
  for (const auto& row : rows_of(work.path() / "case" / "dials.csv")) {
    EXPECT_TRUE(row[1].empty() || keys.contains("old" + row[0] + "/" + row[1]));
    EXPECT_TRUE(row[3].empty() || keys.contains("new" + row[3]));
  }
  const std::string rules = senders == 1 ? "case/nieuwe-software.rules" : "case/land-van-cuijk.rules";
  EXPECT_EQ(work.run("rules check --strict " + rules).exit_code, 0);
  EXPECT_EQ(work.run("rules format --check " + rules).exit_code, 0);
  const Finished tested = work.run("rules test --strict " + rules);
  EXPECT_EQ(tested.exit_code, 0) << tested.out << tested.err;
  const Finished converted = work.run("convert " + rules + " -o out --lang en");
  EXPECT_EQ(converted.exit_code, 0) << converted.out << converted.err;
  EXPECT_EQ(converted.out.find("VER-11"), std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(Senders, SynthesisOfSenders, testing::Values(1, 2, 3, 5));

class LinksOfASynthesis : public testing::Test {
 protected:
  void SetUp() override {
    settings_.seed = 11;
    settings_.provisions = 2'000;
    ASSERT_EQ(work_.run("synthesize -o case --seed 11 --provisions 2000").exit_code, 0);
    ASSERT_EQ(work_.run("convert case/land-van-cuijk.rules -o out").exit_code, 0);
  }
  synthesize::Settings settings_;
  WorkFolder work_;
};

TEST_F(LinksOfASynthesis, NoAutomaticLinkContradictsTheTruthButWhereNobodyCouldKnow) {
  const Proof proof = prove(settings_, work_.path() / "out");
  EXPECT_EQ(proof.total.old, 2'000U);
  EXPECT_GT(proof.total.links, 1'700U);
  EXPECT_EQ(proof.total.wrong_decidable(), 0U);
  for (const WrongLink& wrong : proof.wrong_links) EXPECT_TRUE(wrong.undecidable) << wrong.old_key << " -> " << wrong.new_id << " " << wrong.dials;
  EXPECT_GT(proof.total.recall_of_decidable(), 0.94);
  EXPECT_LT(proof.total.undecidable, 20U);
}

TEST_F(LinksOfASynthesis, TheProofFindsLinksThatWereTurnedAround) {
  const fs::path table = work_.path() / "out" / "vertaaltabel.csv";
  std::string text = read_text(table);
  const auto first = text.find(";VZ"), second = text.find(";VZ", first + 1);
  const std::string a = text.substr(first + 1, 9), b = text.substr(second + 1, 9);
  text.replace(first + 1, 9, b).replace(second + 1, 9, a);
  write_text(table, text);
  const Proof proof = prove(settings_, work_.path() / "out");
  EXPECT_EQ(proof.total.wrong_decidable(), 2U);
  EXPECT_LT(proof.total.precision(), 1);
}

}  // namespace
}  // namespace srgconv::test
