// The project checks itself: every code has a golden case, every command its page and help, every mapping a fixture, and what the pages promise is so.
#include <algorithm>
#include <filesystem>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "cli/command.hpp"
#include "diagnostics/diagnostics.hpp"
#include "support/work_folder.hpp"

namespace srgconv::test {
namespace {

namespace fs = std::filesystem;

const fs::path source_dir = SRGCONV_SOURCE_DIR;
const fs::path golden = source_dir / "tests" / "golden";

std::vector<fs::path> files_below(const fs::path& folder) {
  std::vector<fs::path> found;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) found.push_back(entry.path());
  }
  std::sort(found.begin(), found.end());
  return found;
}

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

// What golden cases expect: texts by language, outputs, and written files.
const std::string& expected_texts() {
  static const std::string all = [] {
    std::string result;
    for (const fs::path& file : files_below(golden)) {
      const std::string name = file.filename().string();
      if (file.extension() == ".nl" || file.extension() == ".en" || name == "expected.err" || name == "expected.out" || contains(file.string(), "/expected/"))
        result += read_text(file) + "\n";
    }
    return result;
  }();
  return all;
}

// A label beside a place is shown without its code, so its sentence stands for it. It has no named places.
bool is_label(const Message& row) { return row.severity == Severity::note && !contains(std::string(row.nl), "{"); }

// Codes that no golden case can show, and why. Those of a broken machine name the whole-run test that shows them.
const std::map<std::string, std::string>& without_golden_case() {
  static const std::map<std::string, std::string> reasons{
      {"CASE-003", "a guard: without a pack the rule language refuses the reason already (RULE-039)"},
      {"CASE-015", "a guard: a statement `old` without any file is CASE-010 already"},
      {"READ-139", "a workbook with so many texts is no fixture: test Xlsx.shared_texts_have_a_bound"},
      {"READ-201", "whether a file may be read does not show to root, and the program looks before: test Parse.tells_a_file_that_cannot_be_opened"},
      {"READ-127", "an archive of so many files is no fixture: test Zip.bombs_stop_at_the_limits"},
      {"READ-237", "the program gives the code lists along: test Xml.counts_with_conditions_and_of_groups"},
      {"READ-240", "the rule language refuses such paths (RULE-074): test Xml.paths_that_are_none"},
      {"RECO-021", "needs more than a million pairs of one person: test Reviews.ThousandsAlikeAreNotListed"},
      {"SYS-001", "a full disk: test AllOrNothing.AFullDiskLeavesThePreviousOutput"},
      {"SYS-005", "a fault of the program that nobody knows of"},
      {"VER-233", "a file that changes while it is read: test FailClosed.AFileThatChangesWhileItIsReadIsNotAssessed"},
      {"VER-240", "a check that throws, which none does that we know of; a unit test has one that does"},
      {"SYS-006", "a row that the program itself loses"},
      {"SYS-010", "a disk or network that fails while an XML file is being read"},
      {"SYS-011", "a folder whose contents become impossible to remove while the program runs"},
      {"SYS-012", "an OpenSSL that refuses SHA-256"},
      {"USE-012", "two runs at one moment: test Output.two_runs_at_once"},
      {"USE-037", "more than a million lines to decide are no fixture"},
  };
  return reasons;
}

TEST(Diagnostics, EveryCodeOccursInAGoldenCase) {
  const auto rows = all_messages();
  ASSERT_GT(rows.size(), 300U);
  std::string missing;
  for (const Message* row : rows) {
    const std::string code(row->code);
    const bool shown = contains(expected_texts(), code) || (is_label(*row) && contains(expected_texts(), std::string(row->nl)));
    const bool excused = without_golden_case().contains(code);
    if (!shown && !excused) missing += " " + code;
    EXPECT_FALSE(shown && excused) << code << " is shown by a golden case and needs no exception";
  }
  EXPECT_EQ(missing, "") << "codes without a golden case";
  for (const auto& [code, reason] : without_golden_case()) EXPECT_EQ(message(code).code, code) << reason;
}

TEST(Diagnostics, ExceptionsNameTestsThatExist) {
  std::string tests;
  for (const fs::path& file : files_below(source_dir / "tests")) {
    if (file.extension() == ".cpp" && file.filename() != "project_test.cpp") tests += read_text(file);
  }
  for (const auto& [code, reason] : without_golden_case()) {
    std::smatch named;
    if (!std::regex_search(reason, named, std::regex("test ([A-Za-z]+\\.)?([A-Za-z0-9]+)"))) continue;
    EXPECT_TRUE(contains(tests, named[2].str())) << code << ": there is no test " << named[2].str();
  }
}

TEST(Diagnostics, EveryRuleCodeHasItsThreeFiles) {
  for (const Message& row : rule_messages()) {
    for (const char* ending : {".rules", ".nl", ".en"}) EXPECT_TRUE(fs::exists(golden / "rules" / (std::string(row.code) + ending))) << row.code << ending;
  }
}

// The command lines of a command's own golden cases and of those about usage.
std::vector<std::string> golden_command_lines() {
  std::vector<std::string> lines;
  for (const fs::path& file : files_below(golden)) {
    if (file.filename() != "cmd") continue;
    std::istringstream text(read_text(file));
    for (std::string line; std::getline(text, line);) lines.push_back(line);
  }
  return lines;
}

TEST(Commands, HaveAPageHelpInBothLanguagesAndAGoldenCase) {
  const auto lines = golden_command_lines();
  const auto run = [&](const std::string& line) { return std::find(lines.begin(), lines.end(), line) != lines.end(); };
  ASSERT_FALSE(cli::commands().empty());
  for (const cli::Command& command : cli::commands()) {
    const std::string name(command.name);
    const fs::path page = source_dir / "docs" / "commands" / (name + ".md");
    ASSERT_TRUE(fs::exists(page)) << name;
    const std::string text = read_text(page);
    EXPECT_TRUE(contains(text, "srgconv " + name)) << name;
    for (const cli::OptionSpec& option : command.options)
      EXPECT_TRUE(contains(text, std::string(option.name)) || (!option.brief.empty() && contains(text, std::string(option.brief) + " "))) << option.name;
    EXPECT_TRUE(run(name + " --help")) << name;
    EXPECT_TRUE(run(name + " --help --lang en")) << name;
    EXPECT_TRUE(fs::is_directory(golden / name) && !fs::is_empty(golden / name)) << name;
  }
  std::set<std::string> pages;
  for (const fs::path& file : files_below(source_dir / "docs" / "commands")) pages.insert(file.stem().string());
  EXPECT_EQ(pages.size(), cli::commands().size()) << "a page without a command";
}

TEST(Commands, PagesAndHelpNameTheExitCodesOfTheProgram) {
  std::map<int, std::string> names;  // the enumerators, by value
  const std::string header = read_text(source_dir / "converter" / "cli" / "exit_code.hpp");
  const std::regex enumerator("(\\w+) = (\\d+)");
  for (std::sregex_iterator at(header.begin(), header.end(), enumerator), end; at != end; ++at) names[std::stoi((*at)[2])] = (*at)[1];
  ASSERT_EQ(names.size(), 6U);
  // What the pages call each code; a code may be called by one word out of several.
  const std::map<std::string, std::string> words{{"done", "accepted|done"},          {"signals", "signals"},          {"rejected", "rejected"},
                                                 {"usage", "wrong|unknown|no such"}, {"unreadable", "read|holds no"}, {"not_assessed", "not assessed"}};
  const auto judge = [&](const std::string& line, const std::string& where) {
    const std::regex item("([0-9]) ([^·;.]+)");
    std::size_t found = 0;
    for (std::sregex_iterator at(line.begin(), line.end(), item), end; at != end; ++at, ++found) {
      const auto name = names.find(std::stoi((*at)[1]));
      ASSERT_NE(name, names.end()) << where << ": " << at->str();
      EXPECT_TRUE(std::regex_search((*at)[2].str(), std::regex(words.at(name->second)))) << where << ": " << at->str();
    }
    EXPECT_GT(found, 1U) << where;
  };
  for (const cli::Command& command : cli::commands()) {
    const std::string page = read_text(source_dir / "docs" / "commands" / (std::string(command.name) + ".md"));
    const std::size_t at = page.find("Exit codes:");
    ASSERT_NE(at, std::string::npos) << command.name;
    judge(page.substr(at, page.find('\n', at) - at), std::string(command.name));
  }
  const std::string help = cli::help(Language::en);
  judge(help.substr(help.find("Exit codes:")), "--help");
}

TEST(Data, EveryMappingIsUsedByAFixtureOrAGoldenCase) {
  std::string cases;
  for (const fs::path& folder : {source_dir / "fixtures", golden / "bases", golden / "convert", source_dir / "mappings"}) {
    for (const fs::path& file : files_below(folder)) {
      if (file.extension() == ".rules") cases += read_text(file);
    }
  }
  std::size_t mappings = 0;
  for (const fs::path& file : files_below(source_dir / "mappings")) {
    if (file.extension() != ".rules") continue;
    EXPECT_TRUE(contains(cases, "import '" + file.stem().string() + "'")) << file.filename();
    std::istringstream text(read_text(file));
    for (std::string line; std::getline(text, line);) {
      std::istringstream words(line);
      std::string word, name;
      words >> word >> name;
      if (word != "mapping") continue;
      ++mappings;
      EXPECT_TRUE(std::regex_search(cases, std::regex("using " + name + "[^A-Za-z0-9_-]"))) << name;
    }
  }
  EXPECT_GE(mappings, 3U);
}

// A shipped mapping is complete: it has no warnings, and its examples take every way through it.
TEST(Data, EveryWayThroughAMappingHasAnExample) {
  const WorkFolder work;
  for (const fs::path& file : files_below(source_dir / "mappings")) {
    if (file.extension() != ".rules") continue;
    const Finished checked = work.run("rules check " + file.string() + " --strict");
    EXPECT_EQ(checked.exit_code, 0) << checked.err;
    const Finished tested = work.run("rules test " + file.string() + " --strict --lang en");
    EXPECT_EQ(tested.exit_code, 0) << tested.err;
    EXPECT_TRUE(!contains(tested.out, ": 0 examples") || contains(tested.out, "0 of 0 ways")) << tested.out;
  }
}

TEST(Data, EverySchemaOfAPackIsNamedByItsFormats) {
  std::size_t packs = 0;
  for (const auto& folder : fs::directory_iterator(source_dir / "schemas")) {
    if (!fs::exists(folder.path() / "pack.toml")) continue;
    ++packs;
    const std::string formats = read_text(folder.path() / "formats.rules");
    for (const fs::path& file : files_below(folder.path())) {
      const std::string name = file.lexically_relative(folder.path()).generic_string();
      const bool known = name == "pack.toml" || name == "formats.rules" || name == "checks.rules" || name == "senders.csv" || name == "weights.csv" ||
                         name == "pension-age.csv" || name == "combinations.csv" || (name.starts_with("codes/") && name.ends_with(".csv"));
      EXPECT_TRUE(known || contains(formats, "schema '" + name + "'")) << folder.path().filename() << ": nothing uses " << name;
    }
  }
  EXPECT_GE(packs, 1U);
}

// The indented block below the words of the README that introduce it.
std::string readme_example() {
  std::istringstream text(read_text(source_dir / "README.md"));
  std::string block, line;
  while (std::getline(text, line) && !contains(line, "overgang.rules")) {
  }
  while (std::getline(text, line)) {
    if (line.starts_with("    "))
      block += line.substr(4) + "\n";
    else if (!block.empty())
      break;
  }
  return block;
}

TEST(Readme, ItsFirstConversionRunsOnTheFixture) {
  const std::string rules = readme_example();
  ASSERT_TRUE(contains(rules, "transition overgang")) << rules;
  const fs::path fixture = source_dir / "fixtures" / "software-change";
  WorkFolder work;
  write_text(work.path() / "overgang.rules", rules);
  write_text(work.path() / "key.txt", read_text(fixture / "key.txt"));
  write_text(work.path() / "export-202303.csv", read_text(fixture / "export-202303.csv"));
  work.copy(fixture / "sent", "verzonden");
  work.copy(fixture / "new", "nieuw");
  const Finished finished = work.run("convert overgang.rules -o uitvoer", "SRGCONV_KEY_FILE=key.txt");
  EXPECT_EQ(finished.exit_code, 0) << finished.out << finished.err;
  for (const char* file : {"review.csv", "rejected.csv"}) {
    EXPECT_TRUE(fs::exists(work.path() / "uitvoer" / file)) << file;
    EXPECT_TRUE(contains(read_text(source_dir / "README.md"), file));
  }
}

TEST(Readme, ItsTwoCommandsAndItsLinksExist) {
  const std::string readme = read_text(source_dir / "README.md");
  for (const char* script : {"fixtures/demo.sh", "tests/run.sh"}) {
    EXPECT_TRUE(contains(readme, std::string("bash ") + script)) << script;
    EXPECT_TRUE(fs::exists(source_dir / script)) << script;
  }
  const std::regex link("\\]\\(([^)#:]+)\\)");
  for (std::sregex_iterator at(readme.begin(), readme.end(), link), end; at != end; ++at) {
    const std::string target = (*at)[1];
    const bool there = fs::exists(source_dir / target) ||
                       std::any_of(fs::directory_iterator(source_dir / fs::path(target).parent_path()), fs::directory_iterator(),
                                   [&](const auto& entry) { return entry.path().filename().string().starts_with(fs::path(target).filename().string()); });
    EXPECT_TRUE(there) << target;
  }
}

TEST(Pages, TheRuleLanguageNamesEveryFunctionOfTheProgram) {
  const std::string functions = read_text(source_dir / "converter" / "rules" / "functions.cpp");
  const std::string page = read_text(source_dir / "docs" / "rule-language.md");
  const std::regex entry("\\{\"([a-z_]+)\", \\{");
  std::size_t found = 0;
  for (std::sregex_iterator at(functions.begin(), functions.end(), entry), end; at != end; ++at, ++found)
    EXPECT_TRUE(contains(page, "`" + (*at)[1].str() + "(")) << (*at)[1];
  EXPECT_GE(found, 15U);
}

TEST(Pages, TheChangelogHasWhatIsUnreleased) { EXPECT_TRUE(contains(read_text(source_dir / "docs" / "CHANGELOG.md"), "\n## [Unreleased]")); }

TEST(Sources, NoFileHasMoreThanFourHundredLines) {
  for (const fs::path& file : files_below(source_dir / "converter")) {
    const std::string text = read_text(file);
    EXPECT_LE(std::count(text.begin(), text.end(), '\n'), 400) << file.lexically_relative(source_dir);
  }
}

TEST(Sources, NameNoPathOfAMachine) {
  const std::regex machine_path("(^|[^A-Za-z0-9_.~/])/(work|home|root|tmp)(/|\\b)");
  std::vector<fs::path> files{source_dir / "README.md"};
  for (const char* folder : {"converter", "docs", "mappings", "schemas", "fixtures"}) {
    const auto found = files_below(source_dir / folder);
    files.insert(files.end(), found.begin(), found.end());
  }
  for (const fs::path& file : files) {
    std::istringstream text(read_text(file));
    std::size_t number = 0;
    for (std::string line; std::getline(text, line);) {
      ++number;
      EXPECT_FALSE(std::regex_search(line, machine_path)) << file.lexically_relative(source_dir) << ":" << number;
    }
  }
}

}  // namespace
}  // namespace srgconv::test
