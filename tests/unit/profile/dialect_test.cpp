#include "profile/dialect.hpp"

#include <gtest/gtest.h>

namespace srgconv::profile {
namespace {

FoundDialect found_in(const std::string& text) {
  read::TextLook look;
  look.is_text = look.whole = true;
  look.sample = text;
  const auto found = find_dialect(look);
  EXPECT_TRUE(found.has_value());
  return found.value_or(FoundDialect{});
}

TEST(Dialect, TheSeparatorThatCutsEveryLineAlikeIsTheOne) {
  const FoundDialect found = found_in("CLIENTNR;LOONW\n1;45,5\n2;30\n3;\"a;b, c\"\n");
  EXPECT_EQ(found.dialect.separator, ';');
  EXPECT_EQ(found.dialect.separators.front().columns, 2U);
  EXPECT_EQ(found.dialect.separators.front().agreeing, 4U);
  EXPECT_EQ(found.dialect.quoted, 1U);
  EXPECT_EQ(found.columns, (std::vector<std::string>{"CLIENTNR", "LOONW"}));
}

TEST(Dialect, TitleLinesArePassedOver) {
  const FoundDialect found = found_in("Export\nvan maart\n\nCLIENTNR|BSN\n1|2\n3|4\n");
  EXPECT_EQ(found.dialect.separator, '|');
  EXPECT_EQ(found.dialect.preamble_lines, 3U);
  EXPECT_EQ(found.dialect.header_lines, 1U);
}

TEST(Dialect, ASeparatorAtTheEndOfEveryLineIsNoColumn) {
  const FoundDialect found = found_in("CLIENTNR;BSN;\n1;2;\n3;4;\n");
  EXPECT_TRUE(found.dialect.nameless_last);
  EXPECT_EQ(found.columns.size(), 2U);
}

TEST(Dialect, AFirstRowThatMayBeSomebodysIsNeverAHeader) {
  for (const char* text : {"Tureluur;123456782;x\nGrutto;111222333;y\n", "Tureluur;01-02-1961\nGrutto;03-04-1972\n", "Tureluur;Anne\nGrutto;Piet\nKievit;Jan\n",
                           "a@b.nl;JC\nc@d.nl;JC\n", "Tureluur;Sofie;Kerkstraat\nGrutto;Teun;Wadkade\n", "Tureluur;Teun;LKS;traject\nGrutto;Bep;JC;traject\n",
                           "A.B. Tureluur;bsn;doel;status\n1;2;3;4\n5;6;7;8\n"}) {
    const FoundDialect found = found_in(text);
    EXPECT_EQ(found.dialect.header_lines, 0U) << text;
    EXPECT_EQ(found.columns.front(), "kolom-1");
  }
}

TEST(Dialect, AColumnNamedTwiceIsLeftToTheReaderToTell) { EXPECT_EQ(found_in("BSN;CLIENTNR;CLIENTNR\n1;2;3\n").dialect.header_lines, 1U); }

TEST(Dialect, UnknownNamesAboveNumbersAreAHeader) {
  EXPECT_EQ(found_in("qx;qy;qz\n1;2;a\n3;4;b\n").dialect.header_evidence, HeaderEvidence::unlike_rows);
  EXPECT_EQ(found_in("qx;qy;qz\na;b;c\nd;e;f\n").dialect.header_evidence, HeaderEvidence::unsure);
}

}  // namespace
}  // namespace srgconv::profile
