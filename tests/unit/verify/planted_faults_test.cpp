// Plants one fault at a time in a submission that is right: every value, every record, every file. Each must be found, by the check it belongs to.
#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "submission.hpp"

namespace srgconv::verify::test {
namespace {

using testing::AnyOf;
using testing::Contains;

/// A leaf element of a document: its path below the root, its value, and where the value stands.
struct Leaf {
  std::string path, value;
  std::size_t at = 0;
};

// Enough of XML for documents this test writes itself: one element a line.
std::vector<Leaf> leaves_of(const std::string& document) {
  std::vector<Leaf> leaves;
  std::vector<std::string> open;
  for (std::size_t begin = 0; begin < document.size();) {
    const std::size_t end = document.find('\n', begin);
    const std::size_t tag = document.find('<', begin);
    const std::string name = document.substr(tag + 1, document.find_first_of(" >", tag) - tag - 1);
    const std::size_t value = document.find('>', tag) + 1;
    if (name.starts_with("/")) {
      open.pop_back();
    } else if (!name.starts_with("?")) {
      open.push_back(name);
      if (value < end) {
        std::string path;
        for (std::size_t i = 1; i < open.size(); ++i) path += (i == 1 ? "" : "/") + open[i];
        leaves.push_back({path, document.substr(value, document.find('<', value) - value), value});
        open.pop_back();
      }
    }
    begin = end + 1;
  }
  return leaves;
}

std::string with_value(std::string document, const Leaf& leaf, const std::string& value) { return document.replace(leaf.at, leaf.value.size(), value); }

// The last part of a path.
std::string element_of(const Leaf& leaf) { return leaf.path.substr(leaf.path.rfind('/') + 1); }

// Other values that the schema lets through.
std::vector<std::string> wrong_values(const Leaf& leaf) {
  const std::string element = element_of(leaf);
  if (element == "Berichtgevercode")
    return leaf.value == "1980" ? std::vector<std::string>{"1991", "0398", "9998"}
                                : std::vector<std::string>{"0363", "1980", "9998", leaf.value == "0398" ? "0416" : "0398"};
  if (element == "EersteVerslagmaand" || element == "Verslagmaand") return {"202112", "202202", "202101", "202301"};
  if (element == "LaatsteVerslagmaand") return {"202111", "202201", "202212"};
  if (element == "Volgnummer") return {"1"};
  if (element == "VervangtVolgnummer") return {"2", "3"};
  if (element == "Nummering")
    return leaf.value == "-" ? std::vector<std::string>{"201901", "202112", "202201"} : std::vector<std::string>{"-", "202112", "202202"};
  if (element == "Registratienummer") return {leaf.value + "X", "0" + leaf.value, "1001", "1002", "H1001", "L1002", "N1", "N2"};
  if (element == "Burgerservicenummer") return {"111222333", "123456782", "999999990", "123456783"};
  if (element == "DatumBegin") return {"20180203", "20180200", "00000000", "20210231", "20220115"};
  if (element == "DatumEinde") return {"20180203", "20211200", "20240101", "00000000", "20210231"};
  if (element == "TypeVoorziening") return {"10", "22", "99"};
  if (element == "Relatie") return {"gelijk", "gesplitst", "samengevoegd", "beeindigd", "sindsdien-beeindigd", "vervallen", "open", "blijft"};
  if (element == "Gegeven") return {"end", "goal", "type", "kleur"};
  if (leaf.path == "Kop/Reden") return {"andere-software"};
  if (element.starts_with("Aantal")) return {std::to_string(std::stoi(leaf.value) + 1), "999"};
  return {};
}

// The checks of which at least one must fire for a wrong value.
std::vector<std::string> checks_for(const Leaf& leaf) {
  const std::string element = element_of(leaf);
  if (leaf.path.starts_with("Kop/Aantal")) return {"COUNTS"};
  if (leaf.path.starts_with("Kop/")) return {"HEADER"};
  if (element == "Gegeven") return {"CHANGES"};
  if (element == "Relatie") return {"COUNTS"};
  if (leaf.path.starts_with("Voorziening/OudeSleutel") || element == "LaatsteVerslagmaand") return {"OLD-KEY"};
  if (element == "Burgerservicenummer") return {"FACTS", "BSN"};
  if (element == "DatumBegin" || element == "DatumEinde" || element == "TypeVoorziening") return {"FACTS", "XSD"};
  // A number that does exist in the delivery belongs to another person or provision.
  if (element == "Registratienummer") return {"NEW-KEY", "FACTS", "KEY-TWICE"};
  return {"NEW-KEY"};
}

Verification verify_quietly(const Submission& submission) {
  Diagnostics ignored;
  return verify_submission(submission, ignored);
}

TEST(PlantedFaults, CleanSubmissionRaisesNothing) {
  Diagnostics diagnostics;
  const Verification verification = verify_submission(clean_submission(), diagnostics);
  EXPECT_EQ(render_all(diagnostics, Language::en), "");
  for (const CheckResult& result : verification.checks) {
    EXPECT_EQ(result.violated + result.undecided, 0U) << result.id << (result.findings.empty() ? "" : ": " + sentence(result.findings.front(), Language::en));
    EXPECT_NE(result.state, checks::State::not_assessed) << result.id;
  }
  EXPECT_EQ(verification.verdict, Verdict::accepted);
}

TEST(PlantedFaults, EveryWrongValueInTheConversionFileIsFound) {
  const Submission clean = clean_submission();
  std::size_t planted = 0;
  std::map<std::string, int> untouched;
  for (const Leaf& leaf : leaves_of(clean.conversion)) {
    const auto wrong = wrong_values(leaf);
    if (wrong.empty()) ++untouched[leaf.path];
    for (const std::string& value : wrong) {
      if (value == leaf.value || value.size() > 15 + 4) continue;
      Submission faulty = clean;
      faulty.conversion = with_value(clean.conversion, leaf, value);
      const Verification verification = verify_quietly(faulty);
      const std::string what = leaf.path + ": " + leaf.value + " -> " + value;
      EXPECT_EQ(verification.verdict, Verdict::rejected) << what;
      const auto found = violated_checks(verification);
      const auto expected = checks_for(leaf);
      EXPECT_TRUE(
          std::any_of(expected.begin(), expected.end(), [&](const std::string& id) { return std::find(found.begin(), found.end(), id) != found.end(); }))
          << what << " found by " << testing::PrintToString(found);
      ++planted;
    }
  }
  // What files alone cannot judge: the wording of explanations and reasons.
  EXPECT_EQ(untouched, (std::map<std::string, int>{{"Voorziening/Toelichting", 1}, {"Voorziening/Wijziging/Reden", 1}}));
  EXPECT_GT(planted, 400U);
}

// A wrong relation of which the counts were adapted too.
TEST(PlantedFaults, WrongRelationWithMatchingCountsIsNeverAccepted) {
  const std::map<std::string, std::string> counts{{"gelijk", "AantalGelijk"},
                                                  {"gesplitst", "AantalGesplitst"},
                                                  {"samengevoegd", "AantalSamengevoegd"},
                                                  {"beeindigd", "AantalBeeindigd"},
                                                  {"sindsdien-beeindigd", "AantalSindsdienBeeindigd"},
                                                  {"vervallen", "AantalVervallen"},
                                                  {"open", "AantalOpen"},
                                                  {"blijft", "AantalBlijft"}};
  const auto shifted = [](const std::string& document, const std::string& element, int by) {
    for (const Leaf& leaf : leaves_of(document)) {
      if (leaf.path == "Kop/" + element) return with_value(document, leaf, std::to_string(std::stoi(leaf.value) + by));
    }
    return document;
  };
  const Submission clean = clean_submission();
  for (const Leaf& leaf : leaves_of(clean.conversion)) {
    if (element_of(leaf) != "Relatie") continue;
    for (const auto& [relation, element] : counts) {
      if (relation == leaf.value) continue;
      Submission faulty = clean;
      faulty.conversion = shifted(shifted(with_value(clean.conversion, leaf, relation), counts.at(leaf.value), -1), element, 1);
      const Verification verification = verify_quietly(faulty);
      EXPECT_EQ(check_of(verification, "COUNTS").violated, 0U);
      // Only what the file claims without evidence can stand, and then as a signal: undecided, or ended since without an end date that was delivered.
      const bool claim = (leaf.value == "vervallen" && (relation == "open" || relation == "sindsdien-beeindigd")) ||
                         (leaf.value == "sindsdien-beeindigd" && relation == "open");
      EXPECT_EQ(verification.verdict, claim ? Verdict::accepted_with_signals : Verdict::rejected) << leaf.value << " -> " << relation;
    }
  }
}

// Cuts out the block of lines from `begin` to the end tag of it, the n-th of its kind.
std::string without_block(const std::string& document, const std::string& element, std::size_t number) {
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= number; ++i) begin = document.find("<" + element + ">", i == 0 ? 0 : begin + 1);
  if (begin == std::string::npos) return document;
  const std::string end_tag = "</" + element + ">";
  const std::size_t end = document.find(end_tag, begin) + end_tag.size();
  return document.substr(0, begin) + document.substr(end);
}

TEST(PlantedFaults, EveryMissingPieceIsFound) {
  const Submission clean = clean_submission();
  for (const char* element : {"Voorziening", "NieuweSleutel", "Wijziging", "DatumEinde", "Toelichting", "OudeSleutel", "Burgerservicenummer", "Relatie"}) {
    for (std::size_t i = 0; i < 20; ++i) {
      Submission faulty = clean;
      faulty.conversion = without_block(clean.conversion, element, i);
      if (faulty.conversion == clean.conversion) break;
      EXPECT_EQ(verify_quietly(faulty).verdict, Verdict::rejected) << element << " " << i;
    }
  }
}

TEST(PlantedFaults, EveryRecordTwiceIsFound) {
  const Submission clean = clean_submission();
  for (std::size_t begin = clean.conversion.find("  <Voorziening>"); begin != std::string::npos; begin = clean.conversion.find("  <Voorziening>", begin + 1)) {
    const std::string end_tag = "</Voorziening>\n";
    const std::string record = clean.conversion.substr(begin, clean.conversion.find(end_tag, begin) + end_tag.size() - begin);
    Submission faulty = clean;
    faulty.conversion.insert(begin, record);
    const Verification verification = verify_quietly(faulty);
    EXPECT_EQ(verification.verdict, Verdict::rejected);
    EXPECT_THAT(violated_checks(verification), testing::IsSupersetOf({"UNIQUE", "FATES-OLD", "COUNTS"}));
  }
}

// What was delivered differs from what the file says: whichever of the two is wrong, they do not fit.
TEST(PlantedFaults, EveryDeliveredValueThatTheFileContradictsIsFound) {
  const Submission clean = clean_submission();
  std::size_t planted = 0;
  for (std::string Submission::*file : {&Submission::heerhugowaard, &Submission::langedijk, &Submission::dijk_en_waard}) {
    // The last two new provisions are not in the conversion file: nothing to contradict.
    const std::size_t in_conversion = file == &Submission::dijk_en_waard ? (clean.*file).find("<Registratienummer>N1") - 120 : std::string::npos;
    for (const Leaf& leaf : leaves_of(clean.*file)) {
      if (leaf.at > in_conversion || element_of(leaf) == "Volgnummer" || element_of(leaf) == "DoelVoorziening") continue;
      for (const std::string& value : wrong_values(leaf)) {
        if (value == leaf.value) continue;
        Submission faulty = clean;
        faulty.*file = with_value(clean.*file, leaf, value);
        const Verdict verdict = verify_quietly(faulty).verdict;
        EXPECT_THAT(verdict, AnyOf(Verdict::rejected, Verdict::not_assessed)) << leaf.path << ": " << leaf.value << " -> " << value;
        ++planted;
      }
    }
  }
  EXPECT_GT(planted, 200U);
}

TEST(PlantedFaults, ProvisionMissingFromADelivery) {
  for (std::string Submission::*file : {&Submission::heerhugowaard, &Submission::langedijk}) {
    Submission faulty = clean_submission();
    faulty.*file = without_block(faulty.*file, "Persoon", 1);
    const auto count = file == &Submission::heerhugowaard ? 5 : 3;
    faulty.*file = replaced(faulty.*file, "<AantalVoorzieningen>" + std::to_string(count + 1), "<AantalVoorzieningen>" + std::to_string(count));
    const Verification verification = verify_quietly(faulty);
    EXPECT_EQ(verification.verdict, Verdict::rejected);
    EXPECT_THAT(violated_checks(verification), testing::IsSupersetOf({"OLD-KEY", "FATES-OLD"}));
  }
}

}  // namespace
}  // namespace srgconv::verify::test
