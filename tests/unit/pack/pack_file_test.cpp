// pack.toml: what it gives, and every fault with its place.
#include "pack/pack_file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace srgconv::pack {
namespace {

using testing::ElementsAre;

constexpr auto sound = R"(name = "p"
version = "1"
title_nl = "Titel"
title_en = "Title"
sources = ["a", "b"]
known_until = 2022-11-30
)";

std::string without(std::string_view line_start) {
  std::string result;
  std::string_view rest = sound;
  while (!rest.empty()) {
    const std::size_t end = rest.find('\n') + 1;
    if (!rest.starts_with(line_start)) result += rest.substr(0, end);
    rest.remove_prefix(end);
  }
  return result;
}

std::vector<std::string> faults(const std::string& content) {
  Diagnostics diagnostics;
  EXPECT_FALSE(read_pack_file(SourceText("pack.toml", content), diagnostics));
  std::vector<std::string> result;
  for (const Diagnostic& diagnostic : diagnostics.all())
    result.push_back(diagnostic.code + "@" + std::to_string(diagnostic.primary.line) + ":" + std::to_string(diagnostic.primary.column));
  return result;
}

TEST(PackFile, ReadsEveryKey) {
  Diagnostics diagnostics;
  const auto file = read_pack_file(
      SourceText("pack.toml", std::string("longest_id = 20\napplies_from = 2026-01-01\nstarts_known_from = 1995-01-01\n") + sound +
                                  "[[assumption]]\nid = \"one\"\nnl = \"een\"\nen = \"one\"\n[[assumption]]\nid = \"two\"\nnl = \"twee\"\nen = \"two\"\n"),
      diagnostics);
  ASSERT_TRUE(file) << render_all(diagnostics, Language::en);
  EXPECT_EQ(file->name, "p");
  EXPECT_EQ(file->version, "1");
  EXPECT_EQ(file->title_nl, "Titel");
  EXPECT_EQ(file->title_en, "Title");
  EXPECT_EQ(file->longest_id, 20U);
  EXPECT_EQ(file->applies_from, Date::from_parts(2026, 1, 1));
  EXPECT_EQ(file->known_until, Date::from_parts(2022, 11, 30));
  EXPECT_EQ(file->starts_known_from, Date::from_parts(1995, 1, 1));
  EXPECT_THAT(file->sources, ElementsAre("a", "b"));
  ASSERT_EQ(file->assumptions.size(), 2U);
  EXPECT_EQ(file->assumptions[0].id, "one");
  EXPECT_EQ(file->assumptions[1].nl, "twee");
}

TEST(PackFile, WhatIsOptionalMayBeAbsent) {
  Diagnostics diagnostics;
  const auto file = read_pack_file(SourceText("pack.toml", sound), diagnostics);
  ASSERT_TRUE(file) << render_all(diagnostics, Language::en);
  EXPECT_EQ(file->longest_id, 15U);
  EXPECT_EQ(file->starts_known_from, std::nullopt);
}

TEST(PackFile, ReportsWhatIsMissingOrOfTheWrongKind) {
  EXPECT_THAT(faults(without("name")), ElementsAre("PACK-004@1:1"));
  EXPECT_THAT(faults(without("known_until")), ElementsAre("PACK-004@1:1"));
  EXPECT_THAT(faults(without("version") + "version = 1\n"), ElementsAre("PACK-005@6:1"));
  EXPECT_THAT(faults(without("version") + "version = \"\"\n"), ElementsAre("PACK-005@6:1"));
  EXPECT_THAT(faults(without("known_until") + "known_until = \"2022-11-30\"\n"), ElementsAre("PACK-006@6:1"));
  EXPECT_THAT(faults(without("sources") + "sources = \"a\"\n"), ElementsAre("PACK-008@6:1"));
  EXPECT_THAT(faults(without("sources") + "sources = [1]\n"), ElementsAre("PACK-008@6:1"));
  EXPECT_THAT(faults(std::string(sound) + "longest_id = 0\n"), ElementsAre("PACK-007@7:1"));
  EXPECT_THAT(faults(std::string(sound) + "checks = 1\n"), ElementsAre("PACK-053@7:1"));
  EXPECT_THAT(faults(std::string(sound) + "assumption = \"x\"\n"), ElementsAre("PACK-014@7:1"));
  EXPECT_THAT(faults(std::string(sound) + "[checks]\nXSD = \"reject\"\n"), ElementsAre("PACK-053@7:2"));
  EXPECT_THAT(faults(std::string(sound) + "[[assumption]]\nid = \"a\"\nnl = \"x\"\n"), ElementsAre("PACK-004@7:1"));
  EXPECT_THAT(faults(std::string(sound) + "[[assumption]]\nid = \"a\"\nnl = \"x\"\nen = \"x\"\n[[assumption]]\nid = \"a\"\nnl = \"x\"\nen = \"x\"\n"),
              ElementsAre("PACK-012@12:1"));
  EXPECT_THAT(faults(std::string(sound) + "name = \"again\"\n"), ElementsAre("PACK-003@7:8"));
  EXPECT_THAT(faults("name = \"\xFF\"\n"), ElementsAre(testing::StartsWith("PACK-003@1:")));
}

TEST(PackFile, AMisspeltKeyGetsATip) {
  Diagnostics diagnostics;
  EXPECT_FALSE(read_pack_file(SourceText("pack.toml", std::string(sound) + "longest_ids = 15\n"), diagnostics));
  EXPECT_EQ(render_all(diagnostics, Language::nl),
            "pack.toml:7:1: fout [PACK-009] onbekende sleutel 'longest_ids'\n"
            "   7 | longest_ids = 15\n"
            "     | ^^^^^^^^^^^\n"
            "     = tip: een bekende sleutel met een gelijkende naam is 'longest_id'\n");
}

TEST(PackFile, ATextThatIsNoTomlIsShownWithItsPlace) {
  Diagnostics diagnostics;
  EXPECT_FALSE(read_pack_file(SourceText("pack.toml", "name = p\n"), diagnostics));
  ASSERT_EQ(diagnostics.all().size(), 1U);
  EXPECT_THAT(render_all(diagnostics, Language::en), testing::StartsWith("pack.toml:1:8: error [PACK-003] the file is not valid TOML: "));
}

TEST(PackFile, TakesAnyTextWithoutHarm) {
  EXPECT_TRUE(rc::check("reading ends with a file or with a fault", [](const std::string& tail) {
    Diagnostics diagnostics;
    const auto file = read_pack_file(SourceText("pack.toml", sound + tail), diagnostics);
    RC_ASSERT(file.has_value() == diagnostics.all().empty());
  }));
  EXPECT_THAT(faults(std::string(sound) + "deep = " + std::string(100000, '[')), ElementsAre(testing::StartsWith("PACK-003@7:")));
}

}  // namespace
}  // namespace srgconv::pack
