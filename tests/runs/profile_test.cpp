// Profiles and drafts of every fixture: nothing personal in them, drafts that are right, and drafts with their questions answered that convert.
#include <algorithm>
#include <filesystem>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "support/bsn_search.hpp"
#include "support/fixtures.hpp"

namespace srgconv::test {
namespace {

namespace fs = std::filesystem;

const fs::path fixtures = fs::path(SRGCONV_SOURCE_DIR) / "fixtures";

// Names and free texts that stand in the fixtures: what XML has in the elements of names, and the remarks of the exports.
std::set<std::string> private_texts_in(const fs::path& folder) {
  std::set<std::string> found;
  const std::regex element("<(?:\\w+:)?(?:Voorletters|Voorvoegsel|SignificantDeelVanDeAchternaam|OmsRv)>([^<]{4,})<");
  const std::regex remark("[;,]\"?([^;,\"\\n]{8,})\"?\\r?\\n");
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file() || (entry.path().extension() != ".xml" && !entry.path().filename().string().starts_with("export"))) continue;
    const std::string text = read_text(entry.path());
    const std::regex& pattern = entry.path().extension() == ".xml" ? element : remark;
    for (std::sregex_iterator at(text.begin(), text.end(), pattern), end; at != end; ++at) found.insert((*at)[1]);
  }
  found.erase("opmerking");
  found.erase("OPMERKING");
  return found;
}

TEST(Profile, OfEveryFixtureHasNothingPersonal) {
  WorkFolder work;
  work.copy(fixtures);
  const auto bsns = bsns_in(work.path());
  const auto texts = private_texts_in(work.path());
  ASSERT_GE(bsns.size(), 80U) << "the search for BSNs found too few to prove anything";
  ASSERT_GE(texts.size(), 30U) << "the search for names and remarks found too few to prove anything";
  const auto expect_nothing = [&](const std::string& shown, const std::string& where) {
    expect_free_of(bsns, shown, where);
    for (const std::string& text : texts) EXPECT_EQ(shown.find(text), std::string::npos) << "'" << text << "' stands in " << where;
  };
  std::size_t profiles = 0, drafts = 0;
  std::vector<std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(work.path())) {
    if (entry.is_regular_file()) files.push_back(entry.path().lexically_relative(work.path()).generic_string());
  }
  std::sort(files.begin(), files.end());
  files.emplace_back("dijk-en-waard/langedijk/*.xml");
  for (const std::string& file : files) {
    const fs::path draft = work.path() / "draft.rules";
    fs::remove(draft);
    const Finished dutch = work.run("profile " + file + " --draft draft.rules");
    const Finished english = work.run("profile " + file + " --lang en --json");
    expect_nothing(dutch.out + dutch.err, file);
    expect_nothing(english.out + english.err, file + " as JSON");
    ++profiles;
    if (!fs::exists(draft)) continue;
    expect_nothing(read_text(draft), file + ", its draft");
    const Finished checked = work.run("rules check draft.rules --strict");
    EXPECT_EQ(checked.exit_code, 0) << file << "\n" << checked.err << read_text(draft);
    EXPECT_EQ(work.run("rules format --check draft.rules").exit_code, 0) << file << "\n" << read_text(draft);
    ++drafts;
  }
  EXPECT_GE(profiles, 30U);
  EXPECT_GE(drafts, 20U);
}

// A column of each kind of personal data, under a header that says so and under one that does not, a hundred rows long: every value often enough to be shown.
TEST(Profile, OfPlantedPersonalDataHasNothingPersonal) {
  const std::vector<std::vector<std::string>> planted = {
      {"123456782", "111222333", "111111110", "444444440"},
      {"1234.56.782", "111 222 333", "1111.11.110", "444-44-4440"},
      {"Tureluur", "Grutto", "Kievit", "Wulp"},
      {"TURELUUR", "GRUTTO", "KIEVIT", "WULP"},
      {"A.B. Tureluur", "C. de Grutto", "D.E. van Kievit", "F. Wulp"},
      {"Anouk", "Sjaak", "Bep", "Teun"},
      {"14-07-1961", "03-12-1972", "29-02-1980", "01-01-1955"},
      {"19610714", "19721203", "19800229", "19550101"},
      {"14 juli 1961", "3 december 1972", "29 februari 1980", "1 januari 1955"},
      {"1961", "1972", "1980", "1955"},
      {"06-12345678", "0612345679", "+31612345677", "0201234567"},
      {"tureluur@voorbeeld.nl", "grutto@voorbeeld.nl", "kievit@voorbeeld.nl", "wulp@voorbeeld.nl"},
      {"1234 AB", "4321 ZX", "1111 AA", "2222 BB"},
      {"Vogelweg 12", "Grutstraat 3", "Rietlaan 44", "Wadkade 9"},
  };
  const std::vector<std::string> known = {"BSN",       "SOFINUMMER", "NAAM",         "ACHTERNAAM", "CLIENTNAAM", "ROEPNAAM", "GEBOORTEDATUM",
                                          "GEB_DATUM", "Geb. datum", "GEBOORTEJAAR", "TELEFOON",   "EMAIL",      "POSTCODE", "ADRES"};
  ASSERT_EQ(known.size(), planted.size());
  WorkFolder work;
  for (const bool says_so : {true, false}) {
    for (const bool header : {true, false}) {
      std::string text;
      for (std::size_t i = 0; header && i < planted.size(); ++i) text += (i == 0 ? "" : ";") + (says_so ? known[i] : "veld" + std::to_string(i));
      if (header) text += ";INSTRUMENT\n";
      for (int row = 0; row < 100; ++row) {
        for (std::size_t i = 0; i < planted.size(); ++i) text += (i == 0 ? "" : ";") + planted[i][static_cast<std::size_t>(row) % 4];
        text += row % 3 == 0 ? ";LKS\n" : ";COACH\n";
      }
      write_text(work.path() / "export.csv", text);
      std::string shown;
      for (const char* options : {"--draft x.rules --force", "--lang en", "--json"}) {
        const Finished finished = work.run(std::string("profile export.csv ") + options);
        ASSERT_EQ(finished.exit_code, 0) << finished.err;
        shown += finished.out + finished.err;
      }
      shown += read_text(work.path() / "x.rules");
      EXPECT_NE(shown.find("COACH"), std::string::npos) << "codes are shown";
      for (const auto& values : planted) {
        for (const std::string& value : values)
          EXPECT_EQ(shown.find(value), std::string::npos) << value << (says_so ? "" : " under a header that says nothing");
      }
    }
  }
}

// ---------------------------------------------------------------------------------------------- from a draft to a conversion

// A line of the draft, blanks apart, and the lines that come in its place.
struct Edit {
  std::string line;
  std::vector<std::string> instead;
};

std::string squeezed_blanks(const std::string& line) {
  std::istringstream words(line);
  std::string result;
  for (std::string word; words >> word;) result += (result.empty() ? "" : " ") + word;
  return result;
}

// The draft with its lines changed, each of which must be there once. `changed`: how many lines are new or gone.
std::string edited(const std::string& draft, const std::vector<Edit>& edits, std::size_t& changed) {
  std::string result;
  std::istringstream lines(draft);
  std::set<std::string> done;
  for (std::string line; std::getline(lines, line);) {
    const auto edit = std::find_if(edits.begin(), edits.end(), [&](const Edit& each) { return squeezed_blanks(each.line) == squeezed_blanks(line); });
    if (edit == edits.end()) {
      result += line + "\n";
      continue;
    }
    EXPECT_TRUE(done.insert(edit->line).second) << "more than once: " << edit->line;
    bool stays = false;
    for (const std::string& fresh : edit->instead) {
      result += fresh + "\n";
      if (squeezed_blanks(fresh) == squeezed_blanks(line))
        stays = true;
      else
        ++changed;
    }
    if (!stays && edit->instead.empty()) ++changed;
  }
  for (const Edit& edit : edits) EXPECT_TRUE(done.contains(edit.line)) << "the draft has no line: " << edit.line << "\n" << draft;
  return result;
}

const std::vector<Edit> answers_for_b = {
    {"'JC' => 'job-coach' as role", {"'JC', 'JCX' => 'job-coach' as role"}},
    {"'COACH' => 'coaching' as role", {"'COACH', 'COACHCURSUS' => 'coaching' as role"}},
    {"'PROEFPLAATS' => 'trial-placement' as role", {"'PRF' => 'trial-placement' as role"}},
    {"'WERKPLEKAANPASSING' => 'workplace-adaptation' as role", {"'WPA' => 'workplace-adaptation' as role"}},
    {"'PARTICIPATIEPLAATS' => 'participation-place' as role", {"'WPO' => '29'"}},
    {"'PROEFPLAATSING' => 'trial-placement' as role", {"'REIS', 'KOA' => '59'"}},
    {"# skip when BUDGET in ('INB', 'WMO') because 'budget buiten de SRG'", {"skip when BUDGET = 'INB' because 'inburgering: buiten de SRG'"}},
    {"# skip when CLIENTNR starts with 'TEST' because 'testvoorziening'", {"skip when CLIENTNR starts with 'TEST' because 'testvoorziening'"}},
    {"wage_value = decimal(LOONW, ',')",
     {"wage_value = decimal(LOONW, ',')",
      "split when INSTRUMENT = 'COACHCURSUS' into { type = '40'; id = this.id & 'A' } { type = '42'; id = this.id & 'B' }"}},
};

const std::vector<Edit> answers_for_a = {
    {"'PPL' => 'participation-place' as role", {"'PARTPLAATS' => 'participation-place' as role"}},
    {"'WERKPLEKAANPASSING' => 'workplace-adaptation' as role", {"'WERKPLEK-AANP' => 'workplace-adaptation' as role"}},
    {"'BW' => 'sheltered-work' as role", {"'WERKPLEK-OVERIG' => '29'"}},
    {"'JC' => 'job-coach' as role", {"'FACILITEIT' => '59'"}},
    {"# skip when financiering in ('INB', 'WMO') because 'budget buiten de SRG'",
     {"skip when financiering in ('INB', 'WMO') because 'budget buiten de SRG'", "reject when financiering = 'POTJE' because 'onbekend budget'"}},
    {"# skip when status in ('test', 'concept') because 'test of nog niet besloten'",
     {"skip when status in ('test', 'concept') because 'test of nog niet besloten'"}},
};

struct DraftedSource {
  std::string files, draft;
  std::vector<Edit> answers;
};

// Drafts rules for each source, answers their questions, puts them in the place of the shipped mappings, and converts: the same translation table.
void expect_the_same_conversion(const std::string& name, const std::vector<DraftedSource>& sources,
                                const std::vector<std::pair<std::string, std::string>>& instead) {
  WorkFolder work;
  work.copy(fixtures / name);
  const Finished shipped = work.run("convert " + name + ".rules -o shipped --key key.txt");
  ASSERT_EQ(shipped.exit_code, 0) << shipped.err;
  for (const DraftedSource& source : sources) {
    const Finished profiled = work.run("profile " + source.files + " --draft " + source.draft);
    ASSERT_EQ(profiled.exit_code, 0) << profiled.err;
    std::size_t changed = 0;
    const std::string answered = edited(read_text(work.path() / source.draft), source.answers, changed);
    EXPECT_LE(changed, 10U) << source.draft;
    write_text(work.path() / source.draft, answered);
    const Finished checked = work.run("rules check " + source.draft);
    ASSERT_EQ(checked.exit_code, 0) << checked.err << answered;
  }
  std::string transition = read_text(work.path() / (name + ".rules"));
  for (const auto& [old_text, new_text] : instead) {
    const std::size_t at = transition.find(old_text);
    ASSERT_NE(at, std::string::npos) << old_text;
    transition.replace(at, old_text.size(), new_text);
  }
  write_text(work.path() / "own.rules", transition);
  const Finished own = work.run("convert own.rules -o own --key key.txt");
  EXPECT_EQ(own.exit_code, 0) << own.out << own.err;
  EXPECT_EQ(read_text(work.path() / "own" / "vertaaltabel.csv"), read_text(work.path() / "shipped" / "vertaaltabel.csv"));
}

TEST(DraftedRules, OfSupplierAAndItsListConverts) {
  expect_the_same_conversion("software-change", {{"export-202303.csv", "zwolle.rules", answers_for_a}, {"ids.csv", "ids.rules", {}}},
                             {{"import 'voorbeeld-a'", "import 'zwolle.rules'\nimport 'ids.rules'"},
                              {"using a-provisions", "using zwolle-provisions"},
                              {"using a-ids", "using ids-links"}});
}

TEST(DraftedRules, OfSupplierBAndOfDossiersConvert) {
  expect_the_same_conversion("dijk-en-waard",
                             {{"heerhugowaard/export-202112.csv", "heerhugowaard.rules", answers_for_b}, {"langedijk/*.xml", "langedijk.rules", {}}},
                             {{"import 'voorbeeld-b'", "import 'heerhugowaard.rules'"},
                              {"import 'suwiml'", "import 'langedijk.rules'"},
                              {"using b-provisions", "using heerhugowaard-provisions"},
                              {"using suwiml-provisions", "using langedijk-provisions"}});
}

}  // namespace
}  // namespace srgconv::test
