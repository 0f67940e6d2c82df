// What a run writes for programs is valid against the schemas in schemas/results, says the same as the verdict, and holds no personal data.
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <regex>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/fixtures.hpp"

namespace srgconv::test {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

const fs::path source_dir = SRGCONV_SOURCE_DIR;
const fs::path schemas = source_dir / "schemas" / "results";

int run_shell(const std::string& command) { return std::system((command + " >/dev/null 2>&1").c_str()); }

bool is_valid(const std::string& schema, const fs::path& file) {
  if (file.extension() == ".xml") return run_shell("xmllint --noout --schema '" + (schemas / schema).string() + "' '" + file.string() + "'") == 0;
  return run_shell("python3 '" + (source_dir / "tests/support/validate_json.py").string() + "' '" + (schemas / schema).string() + "' '" + file.string() +
                   "'") == 0;
}

struct Written {
  const char *file, *schema;
};
constexpr std::array all_forms{Written{"report.json", "report.schema.json"}, Written{"manifest.json", "manifest.schema.json"},
                               Written{"results.junit.xml", "junit.xsd"}, Written{"results.ess.json", "ess.schema.json"},
                               Written{"results.sarif", "sarif.schema.json"}};

class Results : public FixtureTest {};

TEST_P(Results, AreValidForEveryFixture) {
  ASSERT_EQ(work.run(convert("out", "--results sarif,junit,ess --date 2026-01-01")).exit_code, 0);
  for (const auto& [file, schema] : all_forms) EXPECT_TRUE(is_valid(schema, work.path() / "out" / file)) << file;
}

TEST_P(Results, AreInvalidWhenAMemberIsAddedOrLost) {
  ASSERT_EQ(work.run(convert("out", "--results sarif,junit,ess")).exit_code, 0);
  for (const auto& [file, schema] : all_forms) {
    const fs::path path = work.path() / "out" / file;
    const std::string text = read_text(path);
    const bool xml = path.extension() == ".xml";
    const std::string added = xml ? std::regex_replace(text, std::regex("<testcase "), "<testcase extra=\"1\" ", std::regex_constants::format_first_only)
                                  : std::regex_replace(text, std::regex("\\{\n"), "{\n\"extra\": 1,\n", std::regex_constants::format_first_only);
    ASSERT_NE(added, text);
    write_text(path, added);
    EXPECT_FALSE(is_valid(schema, path)) << file << " with a member that no schema has";
    const std::string lost = xml ? std::regex_replace(text, std::regex(" classname=\"[^\"]*\""), "", std::regex_constants::format_first_only)
                                 : std::regex_replace(text, std::regex("\"(program|id|version)\": \"[^\"]*\",\n"), "", std::regex_constants::format_first_only);
    ASSERT_NE(lost, text);
    write_text(path, lost);
    EXPECT_FALSE(is_valid(schema, path)) << file << " without a member that it must have";
  }
}

INSTANTIATE_TEST_SUITE_P(Fixtures, Results, all_fixtures(), fixture_test_name);

TEST(GoldenReports, AreValid) {
  std::string files;
  for (const char* command : {"convert", "verify", "check"}) {
    for (const auto& entry : fs::recursive_directory_iterator(source_dir / "tests" / "golden" / command)) {
      const std::string name = entry.path().filename().string();
      if (name == "report.json" || name == "expected.out") files += " '" + entry.path().string() + "'";
    }
  }
  const std::string validate = "python3 '" + (source_dir / "tests/support/validate_json.py").string() + "' --only report_version '" +
                               (schemas / "report.schema.json").string() + "'" + files;
  FILE* pipe = popen((validate + " 2>&1").c_str(), "r");
  ASSERT_NE(pipe, nullptr);
  std::string told;
  for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe)) told += static_cast<char>(c);
  EXPECT_EQ(pclose(pipe), 0) << told;
  EXPECT_GE(std::atoi(told.c_str()), 14) << "so many golden cases show a report";
}

TEST(GoldenResults, AreValid) {
  std::size_t found = 0;
  for (const auto& entry : fs::recursive_directory_iterator(source_dir / "tests" / "golden")) {
    const std::string name = entry.path().filename().string();
    const char* schema = entry.path().extension() == ".sarif"  ? "sarif.schema.json"
                         : name.ends_with("results.ess.json")  ? "ess.schema.json"
                         : name.ends_with("results.junit.xml") ? "junit.xsd"
                                                               : nullptr;
    if (schema == nullptr) continue;
    ++found;
    EXPECT_TRUE(is_valid(schema, entry.path())) << entry.path();
  }
  EXPECT_GE(found, 6U);
}

}  // namespace
}  // namespace srgconv::test
