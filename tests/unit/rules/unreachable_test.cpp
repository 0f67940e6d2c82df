// What no row can reach is warned of; what a row may reach never is.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/rules/fake_imports.hpp"

namespace srgconv::rules::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// `line:code` of the warnings about a mapping with these guards and this type; its first guard stands on line 3.
std::vector<std::string> warnings(const std::string& guards, const std::string& type = "t[SOORT]", const std::string& more = "") {
  FakeImports imports;
  const Parsed parsed =
      parse("import 'test-pack'\nmapping m from bron to provision {\n" + guards + "\n bsn = BSN; id = NR; start = 2021-01-01; type = " + type + "\n" + more +
                "}\nformat bron : csv { columns NR, BSN, SOORT }\ncodes t { 'A' => '10'; 'B' => '22'; else reject because 'x' }\n",
            imports);
  EXPECT_TRUE(parsed.rules) << parsed.messages;
  std::vector<std::string> found;
  for (const Diagnostic* each : by_place(parsed.diagnostics.all())) {
    if (each->code == "RULE-128" || each->code == "RULE-129") found.push_back(std::to_string(each->primary.line) + ":" + each->code);
  }
  return found;
}

TEST(Unreachable, AGuardWhoseRowsAreTakenBefore) {
  EXPECT_THAT(warnings(" skip when SOORT = 'X' because 'a'\n reject when SOORT = 'X' because 'b'"), ElementsAre("4:RULE-128"));
  EXPECT_THAT(warnings(" skip when SOORT in ('X', 'Y') because 'a'\n skip when SOORT = 'Y' because 'b'"), ElementsAre("4:RULE-128"));
  EXPECT_THAT(warnings(" skip when SOORT = 'X' because 'a'\n skip when SOORT in ('X', 'Y') because 'b'"), IsEmpty());
  EXPECT_THAT(warnings(" skip when SOORT = 'X' because 'a'\n skip when NR = 'X' because 'b'"), IsEmpty());
  EXPECT_THAT(warnings(" skip when SOORT = 'X' and NR = '1' because 'a'\n skip when SOORT = 'X' because 'b'"), IsEmpty());
  EXPECT_THAT(warnings(" skip when SOORT != 'X' because 'a'\n skip when SOORT = 'Y' because 'b'"), IsEmpty());  // not certain enough to say
  EXPECT_THAT(warnings(" skip when SOORT = 'X' because 'a'\n skip when SOORT = 'X' trimmed because 'b'"), IsEmpty());
}

TEST(Unreachable, AWordOfATableThatIsSkippedBefore) {
  EXPECT_THAT(warnings(" skip when SOORT = 'A' because 'a'").size(), 1U);
  EXPECT_THAT(warnings(" skip when NR = 'A' because 'a'"), IsEmpty());
  EXPECT_THAT(warnings(" skip when SOORT = 'A' because 'a'", "coalesce(t[SOORT], t[NR])"), IsEmpty());  // another lookup asks for it
  EXPECT_THAT(warnings(" skip when SOORT = 'A' because 'a'", "t[trim(SOORT)]"), IsEmpty());
}

TEST(Unreachable, AWordThatAnotherMappingAsksForIsOfUse) {
  EXPECT_THAT(warnings(" skip when SOORT = 'A' because 'a'", "t[SOORT]",
                       "}\nmapping n from bron to provision {\n bsn = BSN; id = NR; start = 2021-01-01; type = t[SOORT]\n"),
              IsEmpty());
}

TEST(Unreachable, ABranchOfCaseBelowOneThatTakesItsRows) {
  EXPECT_THAT(warnings("", "case(SOORT = 'X' => '22', SOORT in ('X') => '30', else => '40')"), ElementsAre("4:RULE-128"));
  EXPECT_THAT(warnings("", "case(SOORT = 'X' => '22', SOORT in ('X', 'Y') => '30', else => '40')"), IsEmpty());
  EXPECT_THAT(warnings("", "case(SOORT = 'A' => '22', else => t[SOORT])").size(), 1U);
  EXPECT_THAT(warnings("", "case(SOORT = 'A' => t[SOORT], else => t[SOORT])"), IsEmpty());
}

}  // namespace
}  // namespace srgconv::rules::testing
