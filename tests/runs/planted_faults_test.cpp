// Changing by hand any one key, BSN, date, relation or count in a conversion file makes verification reject it, and name the check.
#include <cstdio>
#include <filesystem>
#include <functional>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/identifiers.hpp"
#include "domain/period.hpp"
#include "pipeline.hpp"
#include "support/fixtures.hpp"
#include "xml/xml.hpp"

namespace srgconv::test {
namespace {

namespace fs = std::filesystem;
using testing::Contains;

// One leaf element of the file: its name, and where its text stands.
struct Leaf {
  std::string element, text;
  std::size_t at = 0;
};

std::vector<Leaf> leaves_of(const std::string& xml) {
  static const std::regex leaf("<([A-Za-z]+)>([^<>]+)</");
  std::vector<Leaf> leaves;
  for (std::sregex_iterator found(xml.begin(), xml.end(), leaf), end; found != end; ++found) {
    leaves.push_back({(*found)[1].str(), (*found)[2].str(), static_cast<std::size_t>(found->position(2))});
  }
  return leaves;
}

// Another BSN that passes the 11-test.
std::string other_bsn(const std::string& text) {
  for (int next = std::stoi(text) + 1;; ++next) {
    const std::string candidate = fmt::format("{:09}", next);
    if (Bsn::parse(candidate).bsn) return candidate;
  }
}

std::string other_date(const std::string& text) {
  const Date date = *Date::from_packed(std::stoi(text));
  return fmt::format("{:08}", date.complete() ? Date::from_day_number(date.day_number() + 1).packed() : date.packed() + 10000);
}

// What a person could have typed in the place of this text; several where different mistakes are possible. All are valid by the schema.
std::vector<std::string> faults_for(const Leaf& leaf, const std::set<std::string>& numbers) {
  const std::string& element = leaf.element;
  if (element == "Burgerservicenummer") return {other_bsn(leaf.text)};
  if (element == "Registratienummer") {
    std::string typed = leaf.text;
    typed.back() = typed.back() == '7' ? '8' : '7';
    auto neighbour = numbers.upper_bound(leaf.text);
    if (neighbour == numbers.end()) neighbour = numbers.begin();
    return {typed, *neighbour};  // a number that does not exist, and another's
  }
  if (element == "DatumBegin" || element == "DatumEinde") return {other_date(leaf.text)};
  if (element == "TypeVoorziening") return {leaf.text == "42" ? "40" : "42"};
  if (element == "Relatie") {
    std::vector<std::string> others;
    for (const char* relation : {"gelijk", "gesplitst", "samengevoegd", "beeindigd", "sindsdien-beeindigd", "vervallen", "open", "blijft"}) {
      if (leaf.text != relation) others.emplace_back(relation);
    }
    return others;
  }
  if (element == "Berichtgevercode") return {"0363", "0034"};
  if (element == "Nummering") return {leaf.text == "-" ? "201901" : "-", "202302"};
  if (element == "LaatsteVerslagmaand" || element == "EersteVerslagmaand")
    return {ReportMonth::parse(leaf.text)->plus(-1).compact(), ReportMonth::parse(leaf.text)->plus(1).compact()};
  if (element.starts_with("Aantal")) return {std::to_string(std::stoi(leaf.text) + 1)};
  if (element == "Gegeven") return {leaf.text == "start" ? "end" : "start"};
  return {};  // free text
}

std::vector<std::string> violated_checks(const report::Model& model) {
  std::vector<std::string> ids;
  for (const verify::CheckResult& check : model.verification.checks) {
    if (check.violated > 0 && check.severity == pack::CheckSeverity::reject) ids.push_back(check.id);
  }
  return ids;
}

class PlantedFaults : public FixtureTest {
 protected:
  // Converts the fixture; the conversion file that was written.
  fs::path convert_to_file() const {
    EXPECT_EQ(work.run(convert("out")).exit_code, 0);
    fs::path written;
    for (const auto& entry : fs::directory_iterator(work.path() / "out")) {
      if (entry.path().filename().string().starts_with("conversie-")) written = entry.path();
    }
    return written;
  }
  VerifyRequest request(const fs::path& conversion) const {
    std::vector<fs::path> old_deliveries, new_deliveries;
    const fs::path folder = work.path() / name();
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
      if (entry.path().extension() != ".xml") continue;
      const std::string content = read_text(entry.path());
      if (content.find("<Levering") == std::string::npos) continue;
      (entry.path().parent_path().filename() == "sent" ? old_deliveries : new_deliveries).push_back(entry.path());
    }
    EXPECT_FALSE(old_deliveries.empty());
    EXPECT_FALSE(new_deliveries.empty());
    return {{conversion}, old_deliveries, new_deliveries, "srg-2026", {}, "test"};
  }
};

TEST_P(PlantedFaults, AreAllRejectedByTheRightCheck) {
  setenv("SRGCONV_DATA", SRGCONV_SOURCE_DIR, 1);
  const xml::Library library;
  const fs::path written = convert_to_file();
  const std::string xml = read_text(written);
  const std::vector<Leaf> leaves = leaves_of(xml);
  std::set<std::string> numbers;
  for (const Leaf& leaf : leaves) {
    if (leaf.element == "Registratienummer") numbers.insert(leaf.text);
  }
  const fs::path altered = work.path() / "altered.xml";

  Diagnostics diagnostics;
  const auto clean = verify_submission(request(written), diagnostics);
  ASSERT_TRUE(clean.has_value()) << render_all(diagnostics, Language::en);
  ASSERT_EQ(checks::name(clean->verification.verdict), "accepted-with-signals");

  std::map<std::string, std::set<std::string>> checks_by_element;
  std::size_t planted = 0;
  for (const Leaf& leaf : leaves) {
    for (const std::string& fault : faults_for(leaf, numbers)) {
      if (fault == leaf.text) continue;
      std::string text = xml;
      text.replace(leaf.at, leaf.text.size(), fault);
      write_text(altered, text);
      Diagnostics found;
      const auto model = verify_submission(request(altered), found);
      ++planted;
      ASSERT_TRUE(model.has_value()) << render_all(found, Language::en);
      const auto line = std::count(xml.begin(), xml.begin() + static_cast<std::ptrdiff_t>(leaf.at), '\n') + 1;
      EXPECT_EQ(checks::name(model->verification.verdict), "rejected")
          << leaf.element << " on line " << line << " became another one (" << (leaf.element == "Burgerservicenummer" ? "" : leaf.text + " -> " + fault) << ")";
      const auto violated = violated_checks(*model);
      checks_by_element[leaf.element].insert(violated.begin(), violated.end());
    }
  }
  EXPECT_GT(planted, leaves.size() / 2);
  std::printf("%zu faults planted in %zu values of %s\n", planted, leaves.size(), name().c_str());
  EXPECT_THAT(checks_by_element["Registratienummer"], testing::AllOf(Contains("OLD-KEY"), Contains("NEW-KEY"), Contains("KEY-TWICE")));
  EXPECT_THAT(checks_by_element["Burgerservicenummer"], Contains("FACTS"));
  EXPECT_THAT(checks_by_element["DatumBegin"], Contains("FACTS"));
  EXPECT_THAT(checks_by_element["DatumEinde"], Contains("FACTS"));
  EXPECT_THAT(checks_by_element["Relatie"], testing::AllOf(Contains("RELATION"), Contains("COUNTS")));
  EXPECT_THAT(checks_by_element["AantalVoorzieningen"], Contains("COUNTS"));
  EXPECT_THAT(checks_by_element["EersteVerslagmaand"], Contains("HEADER"));
}

TEST_P(PlantedFaults, ALostOrAddedRecordIsRejected) {
  setenv("SRGCONV_DATA", SRGCONV_SOURCE_DIR, 1);
  const xml::Library library;
  const fs::path written = convert_to_file();
  const std::string xml = read_text(written);
  const std::size_t begin = xml.find("  <Voorziening>");
  const std::size_t end = xml.find("</Voorziening>\n", begin) + std::string("</Voorziening>\n").size();
  ASSERT_NE(begin, std::string::npos);
  const std::string record = xml.substr(begin, end - begin);
  for (const std::string& text : {std::string(xml).erase(begin, record.size()), std::string(xml).insert(end, record)}) {
    write_text(work.path() / "altered.xml", text);
    Diagnostics found;
    const auto model = verify_submission(request(work.path() / "altered.xml"), found);
    ASSERT_TRUE(model.has_value());
    EXPECT_EQ(checks::name(model->verification.verdict), "rejected");
  }
}

// Several files of one transition, whose new senders go on with numbers of their own: a fault in any of them is found in the whole.
TEST(PlantedFaultsOfSeveralFiles, AreAllRejected) {
  setenv("SRGCONV_DATA", SRGCONV_SOURCE_DIR, 1);
  const xml::Library library;
  const WorkFolder work;
  work.copy(fs::path(SRGCONV_SOURCE_DIR) / "tests/golden/convert/split-over-four-that-go-on/input");
  ASSERT_EQ(work.run("convert haaren.rules -o out --key key.txt").exit_code, 0);
  std::vector<fs::path> written;
  for (const char* sender : {"0757", "0824", "0855", "0865"}) written.push_back(work.path() / "out" / fmt::format("conversie-{}-202101.xml", sender));
  const auto judge = [&](const std::vector<fs::path>& files) {
    Diagnostics found;
    const auto model = verify_submission({files, {work.path() / "oud"}, {work.path() / "nieuw"}, "srg-2026", {}, "test"}, found);
    return model ? std::string(checks::name(model->verification.verdict)) : render_all(found, Language::en);
  };
  ASSERT_EQ(judge(written), "accepted");
  std::size_t planted = 0;
  for (std::size_t number = 0; number < written.size(); ++number) {
    const std::string xml = read_text(written[number]);
    std::set<std::string> numbers;
    for (const Leaf& leaf : leaves_of(xml)) {
      if (leaf.element == "Registratienummer") numbers.insert(leaf.text);
    }
    std::vector<fs::path> files = written;
    files[number] = work.path() / "altered.xml";
    for (const Leaf& leaf : leaves_of(xml)) {
      for (const std::string& fault : faults_for(leaf, numbers)) {
        if (fault == leaf.text) continue;
        std::string text = xml;
        text.replace(leaf.at, leaf.text.size(), fault);
        write_text(files[number], text);
        ++planted;
        EXPECT_EQ(judge(files), "rejected") << written[number].filename() << ": " << leaf.element << " on line "
                                            << std::count(xml.begin(), xml.begin() + static_cast<std::ptrdiff_t>(leaf.at), '\n') + 1 << " "
                                            << (leaf.element == "Burgerservicenummer" ? "" : leaf.text + " -> " + fault);
      }
    }
  }
  EXPECT_GT(planted, 300U);
  std::printf("%zu faults planted in four files\n", planted);
}

INSTANTIATE_TEST_SUITE_P(Fixtures, PlantedFaults, all_fixtures(), fixture_test_name);

}  // namespace
}  // namespace srgconv::test
