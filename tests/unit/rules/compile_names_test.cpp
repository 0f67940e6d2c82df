// Which columns need double quotes, for programs that write rules.
#include <gtest/gtest.h>

#include "rules/rules.hpp"

namespace srgconv::rules {
namespace {

TEST(BareColumn, IsAPlainName) {
  for (const char* name : {"BSN", "doel", "status", "Cliëntnummer", "geb_dat", "x1", "bsn-2"}) EXPECT_TRUE(is_bare_column(name)) << name;
}

TEST(BareColumn, IsNoWordOfTheLanguage) {
  for (const char* name : {"when", "in", "is", "case", "because", "sender", "month", "this"}) EXPECT_FALSE(is_bare_column(name)) << name;
}

TEST(BareColumn, HasNothingThatNeedsQuotes) {
  for (const char* name : {"", "DATUM IN", "2e", "a.b", "bsn-", "instrum›‘code", "a\u00A0b", "\u200Bdoel", "\uFEFFdoel"}) EXPECT_FALSE(is_bare_column(name)) << name;
}

}  // namespace
}  // namespace srgconv::rules
