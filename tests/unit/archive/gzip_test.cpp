// Gzip files: what was packed comes out, and nothing of a damaged one passes for whole.
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include "archive/archive.hpp"
#include "support/packed.hpp"
#include "support/test_folder.hpp"

namespace srgconv::archive {
namespace {

struct Unpacked {
  std::string text, fault;
};

Unpacked unpack(UnpackedStream& stream, std::size_t block = 4096) {
  Unpacked result;
  std::string bytes(block, '\0');
  while (const std::size_t got = stream.read(bytes.data(), bytes.size())) result.text.append(bytes, 0, got);
  if (stream.fault()) result.fault = stream.fault()->code;
  return result;
}

class Gzip : public ::testing::Test {
 protected:
  Unpacked unpacked(std::string_view bytes, std::size_t block = 4096, const Limits& limits = {}) {
    return unpack(*open_gzip(folder_.write("a.gz", bytes), "a.gz", limits), block);
  }
  test::TestFolder folder_;
};

RC_GTEST_FIXTURE_PROP(Gzip, gives_back_what_was_packed, ()) {
  const auto first = *rc::gen::arbitrary<std::string>(), second = *rc::gen::arbitrary<std::string>();
  const auto result = unpacked(test::gzipped(first) + test::gzipped(second), *rc::gen::inRange<std::size_t>(1, 50));
  RC_ASSERT(result.text == first + second);
  RC_ASSERT(result.fault.empty());
}

TEST_F(Gzip, every_cut_and_every_flipped_byte_is_noticed) {
  std::string text;
  for (int i = 0; i < 60; ++i) text += std::to_string(i * 7919 % 997) + ";";
  const std::string whole = test::gzipped(text);
  for (std::size_t size = 0; size < whole.size(); ++size) EXPECT_NE(unpacked(whole.substr(0, size)).fault, "") << size;
  for (std::size_t at = 0; at < whole.size(); ++at) {
    std::string damaged = whole;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x10);
    const auto result = unpacked(damaged);
    // Time, flags of the packer and system stand in bytes 4 to 9, and change nothing.
    if (result.fault.empty()) {
      EXPECT_EQ(result.text, text) << at;
    }
    if (at >= 10) {
      EXPECT_NE(result.fault, "") << at;
    }
  }
}

TEST_F(Gzip, zeros_behind_it_are_padding_and_anything_else_is_damage) {
  const std::string whole = test::gzipped("a;b\n");
  EXPECT_EQ(unpacked(whole + std::string(100000, '\0')).fault, "");
  EXPECT_EQ(unpacked(whole + "x").fault, "READ-116");
  EXPECT_EQ(unpacked(whole + std::string("\0", 1) + whole).fault, "READ-116");
}

TEST_F(Gzip, what_is_none_and_what_is_not_there) {
  EXPECT_EQ(unpacked("a;b\n").fault, "READ-115");
  EXPECT_EQ(unpacked("").fault, "READ-115");
  EXPECT_EQ(unpack(*open_gzip(folder_.path() / "none.gz", "none.gz")).fault, "READ-001");
  EXPECT_EQ(unpack(*open_gzip(folder_.path(), "folder.gz")).fault, "READ-002");
}

TEST_F(Gzip, bombs_stop_at_the_limits) {
  const std::string zeros = test::gzipped(std::string(std::size_t{1} << 20U, '\0'));
  Limits limits;
  limits.ratio_from = 1U << 16U;
  const auto bomb = unpacked(zeros, 4096, limits);
  EXPECT_EQ(bomb.fault, "READ-118");
  EXPECT_LT(bomb.text.size(), std::size_t{1} << 19U);
  limits.ratio = 100000;
  EXPECT_EQ(unpacked(zeros, 4096, limits).fault, "");
  limits.most_unpacked = 1000000;
  const auto large = unpacked(zeros, 4096, limits);
  EXPECT_EQ(large.fault, "READ-117");
  EXPECT_LE(large.text.size(), limits.most_unpacked);
}

}  // namespace
}  // namespace srgconv::archive
