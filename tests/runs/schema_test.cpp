// The conversion file is valid for a validator that is not ours too.
#include <cstdlib>
#include <string>

#include <gtest/gtest.h>

#include "support/fixtures.hpp"

namespace srgconv::test {
namespace {

class Schema : public FixtureTest {};

TEST_P(Schema, XmllintFindsTheConversionFileValid) {
  ASSERT_EQ(work.run(convert("out")).exit_code, 0);
  const std::string command =
      "xmllint --noout --schema '" SRGCONV_SOURCE_DIR "/schemas/srg-2026/conversie.xsd' '" + work.path().string() + "'/out/conversie-*.xml 2>/dev/null";
  EXPECT_EQ(std::system(command.c_str()), 0);
}

INSTANTIATE_TEST_SUITE_P(Fixtures, Schema, all_fixtures(), fixture_test_name);

}  // namespace
}  // namespace srgconv::test
