// Short codes: the same everywhere, and found again however somebody typed them.
#include "domain/short_code.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace srgconv {
namespace {

TEST(ShortCode, HashIsFnv1a) {
  EXPECT_EQ(hash_of(""), 0xCBF29CE484222325U);
  EXPECT_EQ(hash_of("a"), 0xAF63DC4C8601EC8CU);
  EXPECT_EQ(hash_of("b", hash_of("a")), hash_of("ab"));
}

TEST(ShortCode, HasFiveBitsInEverySign) {
  EXPECT_EQ(short_code('L', 0, 3), "L000");
  EXPECT_EQ(short_code('L', 31, 3), "L00Z");
  EXPECT_EQ(short_code('L', 32, 3), "L010");
  EXPECT_TRUE(is_short_code("F00Z", 'F', 3));
  for (const char* other : {"F00", "F00ZZ", "L00Z", "F00O", "F00z", ""}) EXPECT_FALSE(is_short_code(other, 'F', 3)) << other;
}

RC_GTEST_PROP(ShortCode, IsFoundAgainAsTyped, (std::uint64_t hash)) {
  std::string typed = short_code('F', hash, 11);
  RC_ASSERT(is_short_code(typed, 'F', 11));
  const std::string code = typed;
  for (char& c : typed) {
    if (&c != &typed.front() && c == '0' && *rc::gen::arbitrary<bool>()) c = 'o';
    if (&c != &typed.front() && c == '1') c = *rc::gen::element('1', 'l', 'I');
    if (c >= 'A' && c <= 'Z' && *rc::gen::arbitrary<bool>()) c = static_cast<char>(c + ('a' - 'A'));
  }
  RC_ASSERT(typed_code(typed) == code);
}

}  // namespace
}  // namespace srgconv
