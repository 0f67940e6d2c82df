#include "domain/identifiers.hpp"

#include <sstream>

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace srgconv {
namespace {

// A generated BSN: eight digits and the ninth that passes the 11-test; nothing when there is none.
std::optional<std::string> bsn_with(int eight_digits) {
  for (int last = 0; last < 10; ++last) {
    const std::string text = fmt::format("{:08}{}", eight_digits, last);
    if (Bsn::parse(text).bsn) return text;
  }
  return std::nullopt;
}

TEST(Bsn, PassesThePublishedTestNumbers) {
  for (const char* text : {"123456782", "111222333", "111111110", "444444440", "999999990"}) EXPECT_TRUE(Bsn::parse(text).bsn) << text;
}

TEST(Bsn, SaysWhyATextIsNone) {
  EXPECT_EQ(Bsn::parse("").fault, BsnFault::empty);
  EXPECT_EQ(Bsn::parse("12345678").fault, BsnFault::not_nine_digits);
  EXPECT_EQ(Bsn::parse("1234.56.782").fault, BsnFault::not_nine_digits);
  EXPECT_EQ(Bsn::parse("000000000").fault, BsnFault::all_zero);
  EXPECT_EQ(Bsn::parse("123456789").fault, BsnFault::eleven_test);
}

TEST(Bsn, OneWrongDigitIsAlwaysNoticed) {
  EXPECT_TRUE(rc::check("one changed digit fails the 11-test", [] {
    const auto text = bsn_with(*rc::gen::inRange(1, 99999999));
    RC_PRE(text.has_value());
    std::string changed = *text;
    const auto at = *rc::gen::inRange<std::size_t>(0, 9);
    changed[at] = static_cast<char>('0' + (changed[at] - '0' + *rc::gen::inRange(1, 10)) % 10);
    RC_ASSERT(!Bsn::parse(changed).bsn);
  }));
}

TEST(Bsn, PrintsItsMask) {
  const Bsn bsn = *Bsn::parse("123456782").bsn;
  std::ostringstream stream;
  stream << bsn;
  EXPECT_EQ(stream.str(), "*********");
  EXPECT_EQ(fmt::format("{}", bsn), "*********");
  EXPECT_EQ(bsn.reveal(), "123456782");
}

TEST(MaskPersonal, MasksEverySpelling) {
  EXPECT_EQ(mask_personal("bsn 123456782."), "bsn *********.");
  EXPECT_EQ(shown("a\nb\x7F 1234\t56\t782"), "a b  *********");  // what would become a blank hides no number
  EXPECT_EQ(mask_personal("1234.56.782"), "*********");
  EXPECT_EQ(mask_personal("1234 56 782"), "*********");
  EXPECT_EQ(mask_personal("dossier 123-456-782.xml"), "dossier *********.xml");
  EXPECT_EQ(mask_personal("1234-56-782"), "*********");
  EXPECT_EQ(mask_personal("x123456782y111222333z"), "x*********y*********z");
  EXPECT_EQ(mask_personal("op 2021-03-01 123456782"), "op 2021-03-01 *********");
}

TEST(MaskPersonal, MasksEightDigitsThatLostTheirZero) {
  const auto nine = bsn_with(1234567);  // 0 1234567 x
  ASSERT_TRUE(nine.has_value());
  ASSERT_EQ(nine->front(), '0');
  EXPECT_EQ(mask_personal("nr " + nine->substr(1)), "nr *********");
}

TEST(MaskPersonal, LeavesWhatIsNoBsn) {
  for (const char* text :
       {"", "123456789", "2022-01-01", "1234567820", "0398@-/77-1", "12345", "2021-03-01", "2021-12-31", "2021-01-03", "12345678-2", "1234567-82"})
    EXPECT_EQ(mask_personal(text), text);
}

TEST(MaskPersonal, NothingThatPassesSurvivesInAnySpelling) {
  EXPECT_TRUE(rc::check("a BSN with single signs between its digits is masked", [] {
    const auto text = bsn_with(*rc::gen::inRange(1, 99999999));
    RC_PRE(text.has_value());
    std::string spelled;
    for (const char c : *text) {
      spelled += c;
      const int sign = *rc::gen::inRange(0, 8);
      if (sign < 2) spelled += ". "[sign];
    }
    if (spelled.back() < '0') spelled.pop_back();
    RC_ASSERT(mask_personal("a" + spelled + "b") == "a*********b");
  }));
}

TEST(ContainsBsn, FindsItWithAndWithoutLeadingZeroAndSigns) {
  const Bsn bsn = *Bsn::parse("123456782").bsn;
  EXPECT_TRUE(contains_bsn("R-123456782", bsn));
  EXPECT_TRUE(contains_bsn("1234.56.782-1", bsn));
  EXPECT_TRUE(contains_bsn("12345678201", bsn));
  EXPECT_FALSE(contains_bsn("12345678", bsn));
  const Bsn zero = *Bsn::parse(*bsn_with(1234567)).bsn;
  EXPECT_TRUE(contains_bsn("K" + zero.reveal().substr(1), zero));
}

TEST(Keys, PrintAndParse) {
  const auto key = ProvisionKey::parse("0363@202201/1001");
  ASSERT_TRUE(key.has_value());
  EXPECT_EQ(key->text(), "0363@202201/1001");
  EXPECT_EQ(key->numbering.first_month, ReportMonth::from_parts(2022, 1));
  EXPECT_EQ(ProvisionKey::parse("0363@-/a/b")->id, "a/b");
  for (const char* text : {"", "0363/1001", "0363@/1001", "0363@2022/1001", "0363@-/", "03 63@-/1", "0363@202213/1"})
    EXPECT_FALSE(ProvisionKey::parse(text)) << text;
}

TEST(Keys, DifferentNumberingsAreDifferentKeys) { EXPECT_NE(ProvisionKey::parse("0363@-/1001"), ProvisionKey::parse("0363@202201/1001")); }

TEST(SenderCode, TakesLettersAndDigitsOnly) {
  EXPECT_TRUE(SenderCode::parse("0398"));
  EXPECT_TRUE(SenderCode::parse("GR12"));
  for (const char* text : {"", "03 98", "0398-1", "12345678901"}) EXPECT_FALSE(SenderCode::parse(text)) << text;
}

}  // namespace
}  // namespace srgconv
