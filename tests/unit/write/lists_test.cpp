// Lists, pseudonyms, and files written at once.
#include <gtest/gtest.h>

#include "support/test_folder.hpp"
#include "unit/write/limits.hpp"
#include "write/write.hpp"

namespace srgconv::write {
namespace {

TEST(CsvList, marks_quotes_and_line_ends) {
  CsvList list({"a", "b;c"});
  list.add({"x", ""});
  list.add({"say \"hi\"", "two\r\nlines"});
  list.add({" blank ", "é"});
  EXPECT_EQ(list.content(),
            "\xEF\xBB\xBF"
            "a;\"b;c\"\r\nx;\r\n\"say \"\"hi\"\"\";\"two\r\nlines\"\r\n\" blank \";é\r\n");
}

TEST(CsvList, guards_free_text_and_never_keys) {
  CsvList list({"=key", "text"}, {false, true});
  for (const char* value : {"=1+1", "+1", "-1", "@x", "\tx", "\rx", "x=1", "", "'x"}) list.add({value, value});
  EXPECT_EQ(list.content(),
            "\xEF\xBB\xBF"
            "=key;text\r\n=1+1;'=1+1\r\n+1;'+1\r\n-1;'-1\r\n@x;'@x\r\n\tx;'\tx\r\n\"\rx\";\"'\rx\"\r\nx=1;x=1\r\n;\r\n'x;'x\r\n");
}

// The expected digits come from `printf 111222333 | openssl dgst -sha256 -hmac key`.
TEST(Pseudonym, is_the_begin_of_an_hmac) {
  const Bsn bsn = *Bsn::parse("111222333").bsn;
  EXPECT_EQ(pseudonym(bsn, "key"), "p-3e85c14746403d3d");
  EXPECT_EQ(pseudonym_of_text("111222333", "key"), pseudonym(bsn, "key"));
  EXPECT_EQ(pseudonym_of_text(" 111.222.333 ", "key"), pseudonym(bsn, "key"));
  EXPECT_NE(pseudonym(bsn, "other key"), pseudonym(bsn, "key"));
  EXPECT_NE(pseudonym(*Bsn::parse("123456782").bsn, "key"), pseudonym(bsn, "key"));
  EXPECT_EQ(pseudonym_of_text("", "key"), "");
  EXPECT_EQ(pseudonym_of_text("onbekend", "key").size(), 18U);
  EXPECT_NE(pseudonym_of_text("onbekend", "key"), pseudonym_of_text("leeg", "key"));
  EXPECT_EQ(pseudonym(bsn, {}).size(), 18U);
}

TEST(WriteFile, replaces_and_keeps_to_the_user) {
  const test::TestFolder folder;
  const auto path = folder.write("a", "a longer text that was there before");
  std::filesystem::permissions(path, std::filesystem::perms(0644));
  write_file(path, "new\n");
  EXPECT_EQ(folder.read("a"), "new\n");
  EXPECT_EQ(std::filesystem::status(path).permissions(), std::filesystem::perms(0600));
}

TEST(WriteFile, failures_are_a_broken_world) {
  const test::TestFolder folder;
  EXPECT_THROW(write_file(folder.path() / "none/a", "x"), BrokenWorld);
  EXPECT_THROW(write_file(folder.path(), "x"), BrokenWorld);
  EXPECT_THROW(write_file("/dev/full", "x"), BrokenWorld);
  const test::FileSizeLimit limit(10);
  try {
    write_file(folder.path() / "b", "more than ten bytes");
    FAIL();
  } catch (const BrokenWorld& broken) {
    EXPECT_EQ(broken.diagnostic().code, "SYS-001");
    EXPECT_EQ(broken.diagnostic().arguments.at("file"), "b");  // no path of the machine
    EXPECT_EQ(broken.diagnostic().arguments.at("reason"), "File too large");
  }
}

}  // namespace
}  // namespace srgconv::write
