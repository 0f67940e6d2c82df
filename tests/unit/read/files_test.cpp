// Whole files: bytes and SHA-256.
#include <gtest/gtest.h>

#include "unit/read/reading.hpp"

namespace srgconv::read {
namespace {

TEST(Files, sha_256) {
  const test::TestFolder folder;
  EXPECT_EQ(sha256_of(folder.write("abc", "abc")), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(sha256_of(folder.write("empty", "")), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256_of(folder.write("million", std::string(1000000, 'a'))), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
  EXPECT_EQ(sha256_of(folder.path() / "none"), std::nullopt);
  EXPECT_EQ(sha256_of(folder.path()), std::nullopt);
}

TEST(Files, bytes) {
  const test::TestFolder folder;
  Diagnostics diagnostics;
  const std::string all("\0\r\n\xFF x", 6);
  EXPECT_EQ(read_bytes({folder.write("a", all), "a"}, diagnostics), all);
  EXPECT_EQ(read_bytes({folder.write("b", ""), "b"}, diagnostics), "");
  EXPECT_EQ(read_bytes({"/proc/self/stat", "stat"}, diagnostics).value_or("").empty(), false);  // a file without a size
  EXPECT_TRUE(diagnostics.all().empty());
  EXPECT_FALSE(read_bytes({folder.path() / "a/b", "a/b"}, diagnostics));
  EXPECT_EQ(codes_of(diagnostics), "READ-001");
}

}  // namespace
}  // namespace srgconv::read
