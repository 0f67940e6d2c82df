// The library: the shipped pack as a whole, imports and how they are named, and packs that are missing or faulty.
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pack/pack.hpp"

namespace srgconv::pack {
namespace {

namespace fs = std::filesystem;
using testing::Contains;
using testing::ElementsAre;

// A folder for one test, with a sound pack in it.
class LibraryTest : public testing::Test {
 protected:
  LibraryTest() : work_(fs::temp_directory_path() / ("srgconv-library-" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()))) {
    fs::remove_all(work_);
    write("schemas/mini/pack.toml", "name = \"mini\"\nversion = \"1\"\ntitle_nl = \"T\"\ntitle_en = \"T\"\nsources = []\nknown_until = 2022-11-30\n");
    write("schemas/mini/formats.rules", "# no formats\n");
    write("schemas/mini/checks.rules", "import 'mini'\n");
    write("schemas/mini/senders.csv", "code;name;kind;start;end;successors;source\n0363;Amsterdam;municipality;;;;x\n");
    write("schemas/mini/codes/type.csv", "code;name;category;role;max_months;valid_from;valid_until;source\n22;Plaats;;;;;;x\n");
    write("mappings/leverancier.rules", "# shipped\n");
  }
  ~LibraryTest() override { fs::remove_all(work_); }

  void write(const fs::path& name, std::string_view content) {
    fs::create_directories((work_ / name).parent_path());
    std::ofstream(work_ / name, std::ios::binary) << content;
  }

  std::string findings(Language language = Language::en) const { return render_all(diagnostics_, language); }

  fs::path work_;
  Diagnostics diagnostics_;
};

TEST(ShippedPack, LoadsAsAWhole) {
  Diagnostics diagnostics;
  Library library({SRGCONV_SOURCE_DIR}, diagnostics);
  const Pack* pack = library.pack("srg-2026");
  ASSERT_NE(pack, nullptr) << render_all(diagnostics, Language::en);
  EXPECT_EQ(pack->name, "srg-2026");
  EXPECT_EQ(pack->shown_folder, "schemas/srg-2026");
  EXPECT_EQ(pack->longest_id, 15U);
  EXPECT_GE(pack->assumptions.size(), 10U);
  EXPECT_FALSE(pack->sources.empty());
  EXPECT_EQ(library.pack("srg-2026"), pack);
  EXPECT_EQ(library.pack(std::string(SRGCONV_SOURCE_DIR) + "/schemas/srg-2026"), pack);
  std::vector<std::string> files;
  for (const fs::path& file : pack->files) files.push_back(file.lexically_relative(pack->folder).generic_string());
  EXPECT_THAT(files,
              ElementsAre("checks.rules", "codes/goal.csv", "codes/reason.csv", "codes/relation.csv", "codes/type.csv", "codes/work_capacity.csv",
                          "combinations.csv", "conversie.xsd", "formats.rules", "levering.xsd", "pack.toml", "pension-age.csv", "senders.csv", "weights.csv"));
}

TEST(ShippedPack, SeveritiesRejectUnlessThePackSignals) {
  Diagnostics diagnostics;
  Library library({SRGCONV_SOURCE_DIR}, diagnostics);
  const Pack& pack = *library.pack("srg-2026");
  for (const auto* check : {"XSD", "SENDER-KNOWN", "UNIQUE", "BSN", "OLD-KEY", "NEW-KEY", "FACTS", "COUNTS", "FATES-OLD", "FATES-NEW", "a check nobody knows"})
    EXPECT_EQ(pack.severity(check), CheckSeverity::reject) << check;
  for (const auto* check : {"EARLY-START", "CONTINUITY", "MAPPING-AGREES", "OPEN-REVIEW"}) EXPECT_EQ(pack.severity(check), CheckSeverity::signal) << check;
}

TEST(ShippedPack, CodesHaveTheRolesThatRulesReferTo) {
  Diagnostics diagnostics;
  Library library({SRGCONV_SOURCE_DIR}, diagnostics);
  const CodeLists& codes = library.pack("srg-2026")->codes;
  const auto with_role = [&](const char* list, const char* role) {
    const CodeList* found = codes.find(list);
    const Code* code = found == nullptr ? nullptr : found->with_role(role);
    return code == nullptr ? "none" : code->code;
  };
  EXPECT_EQ(with_role("type", "wage-cost-subsidy"), "10");
  EXPECT_EQ(with_role("type", "flat-rate-wage-cost-subsidy"), "11");
  EXPECT_EQ(with_role("type", "temporary-wage-cost-subsidy"), "12");
  EXPECT_EQ(with_role("type", "sheltered-work"), "20");
  EXPECT_EQ(with_role("goal", "reintegration"), "1");
  EXPECT_EQ(with_role("goal", "participation"), "2");
  EXPECT_EQ(with_role("work_capacity", "none-below-minimum-wage"), "02");
  for (const auto* role : {"same", "split", "joined", "ended", "ended-since", "dropped", "open", "stays"})
    EXPECT_NE(with_role("relation", role), "none") << role;
  for (const auto* role : {"merger", "software-change", "split"}) EXPECT_NE(with_role("reason", role), "none") << role;
  EXPECT_EQ(codes.find("type")->find("22")->max_months, 24);
  EXPECT_EQ(codes.find("type")->find("29")->max_months, 60);
  EXPECT_EQ(codes.find("type")->find("42")->max_months, 60);
  EXPECT_EQ(codes.find("type")->find("11")->max_months, 6);
  EXPECT_EQ(codes.find("type")->find("99"), nullptr);
  for (const Code& code : codes.find("type")->codes())
    EXPECT_EQ(code.source.starts_with("assumed"), code.code == "10" || code.code == "11" || code.code == "12" || code.code == "20") << code.code;
}

TEST(ShippedPack, ImportsAreNamedWithoutTheMachinesPaths) {
  Diagnostics diagnostics;
  Library library({SRGCONV_SOURCE_DIR}, diagnostics);
  const auto formats = library.find("srg-2026", "/nowhere");
  ASSERT_TRUE(formats) << render_all(diagnostics, Language::en);
  EXPECT_TRUE(formats->is_pack);
  EXPECT_EQ(formats->codes, &library.pack("srg-2026")->codes);
  EXPECT_EQ(formats->text.name(), "schemas/srg-2026/formats.rules");
  EXPECT_THAT(formats->text.content(), testing::HasSubstr("format levering : xml"));
  const auto mapping = library.find("voorbeeld-a", "/nowhere");
  ASSERT_TRUE(mapping);
  EXPECT_FALSE(mapping->is_pack);
  EXPECT_EQ(mapping->codes, nullptr);
  EXPECT_EQ(mapping->text.name(), "mappings/voorbeeld-a.rules");
  EXPECT_EQ(mapping->path, fs::path(SRGCONV_SOURCE_DIR) / "mappings/voorbeeld-a.rules");
  EXPECT_THAT(library.names(), testing::IsSupersetOf({"srg-2026", "suwiml", "voorbeeld-a", "voorbeeld-b"}));
}

TEST_F(LibraryTest, RuleFilesStandBesideTheImportingOneOrWithTheMappings) {
  write("case/own.rules", "# own\n");
  write("case/leverancier.rules", "# own, of the same name\n");
  write("case/deep/part.rules", "# part\n");
  write("case/deep/next.rules", "# next\n");
  Library library({work_}, diagnostics_);
  EXPECT_EQ(library.find("own.rules", work_ / "case")->text.name(), "own.rules");
  EXPECT_EQ(library.find("leverancier.rules", work_ / "case")->text.content(), "# own, of the same name\n");
  EXPECT_EQ(library.find("leverancier", work_ / "case")->text.content(), "# shipped\n");
  EXPECT_EQ(library.find("leverancier.rules", work_)->text.name(), "mappings/leverancier.rules");
  // What an imported file imports is named from the case's folder too.
  EXPECT_EQ(library.find("deep/part.rules", work_ / "case")->text.name(), "deep/part.rules");
  EXPECT_EQ(library.find("next.rules", work_ / "case/deep")->text.name(), "deep/next.rules");
  EXPECT_EQ(library.find("../own.rules", work_ / "case/deep")->text.name(), "own.rules");
  EXPECT_TRUE(diagnostics_.all().empty());
}

TEST_F(LibraryTest, MappingsImportOneAnotherUnderTheirShippedName) {
  write("mappings/other.rules", "# other\n");
  Library library({work_}, diagnostics_);
  const auto first = library.find("leverancier", work_ / "case");
  EXPECT_EQ(library.find("other.rules", first->path.parent_path())->text.name(), "mappings/other.rules");
}

TEST_F(LibraryTest, WhatDoesNotExistIsNotFound) {
  write("secret.rules", "# outside\n");
  Library library({work_}, diagnostics_);
  for (const auto* name : {"", ".", "..", "nobody", "nobody.rules", "../mini", "mini/formats", "../secret"})
    EXPECT_FALSE(library.find(name, work_ / "case")) << name;
  EXPECT_FALSE(library.find((work_ / "secret.rules").string(), work_ / "case"));
  EXPECT_TRUE(diagnostics_.all().empty());
}

TEST_F(LibraryTest, AMissingPackIsReportedWithATip) {
  Library library({work_}, diagnostics_);
  EXPECT_EQ(library.pack("minni"), nullptr);
  EXPECT_EQ(findings(), "srgconv: error [PACK-001] there is no pack 'minni'\n     = tip: perhaps 'mini' is meant\n");
}

TEST_F(LibraryTest, AMissingFolderIsNamedWithoutItsPath) {
  Library library({work_}, diagnostics_);
  EXPECT_EQ(library.pack((work_ / "somewhere/else").string()), nullptr);
  EXPECT_THAT(findings(Language::nl), testing::HasSubstr("er is geen pakket 'else'"));
  EXPECT_THAT(findings(), testing::Not(testing::HasSubstr(work_.string())));
}

TEST_F(LibraryTest, EveryFaultOfAPackIsReportedOnce) {
  fs::remove(work_ / "schemas/mini/formats.rules");
  write("schemas/mini/codes/type.csv", "code;name\n22;Plaats\n");
  write("schemas/mini/senders.csv", "code;name;kind;start;end;successors;source\n0363;Amsterdam;municipality;;;0364;x\n");
  Library library({work_}, diagnostics_);
  EXPECT_EQ(library.pack("mini"), nullptr);
  EXPECT_EQ(library.pack("mini"), nullptr);
  EXPECT_FALSE(library.find("mini", work_));
  std::vector<std::string> found;
  for (const Diagnostic& diagnostic : diagnostics_.all()) found.push_back(diagnostic.code + " " + diagnostic.primary.file);
  EXPECT_THAT(found, ElementsAre("PACK-002 schemas/mini/formats.rules", "PACK-045 schemas/mini/senders.csv", "PACK-026 schemas/mini/codes/type.csv",
                                 "PACK-026 schemas/mini/codes/type.csv", "PACK-026 schemas/mini/codes/type.csv", "PACK-026 schemas/mini/codes/type.csv",
                                 "PACK-026 schemas/mini/codes/type.csv", "PACK-026 schemas/mini/codes/type.csv"));
}

TEST_F(LibraryTest, APackIsNamedAsItsFolder) {
  fs::rename(work_ / "schemas/mini", work_ / "schemas/maxi");
  Library library({work_}, diagnostics_);
  EXPECT_EQ(library.pack("maxi"), nullptr);
  EXPECT_EQ(findings(),
            "schemas/maxi/pack.toml:1:1: error [PACK-010] the pack is named 'mini', but its folder 'maxi'\n"
            "   1 | name = \"mini\"\n"
            "     | ^^^^\n"
            "     = tip: give folder and pack the same name, so that an import finds the right pack\n");
}

TEST_F(LibraryTest, APackTakenByItsFolderIsWhatItsNameMeansInImports) {
  fs::create_directories(work_ / "own");
  fs::copy(work_ / "schemas/mini", work_ / "own/changed", fs::copy_options::recursive);
  write("own/changed/formats.rules", "# changed\n");
  Library library({work_}, diagnostics_);
  const Pack* changed = library.pack((work_ / "own/changed").string());
  ASSERT_NE(changed, nullptr) << findings();
  EXPECT_EQ(changed->shown_folder, "changed");
  EXPECT_EQ(library.pack("mini"), changed);
  EXPECT_EQ(library.find("mini", work_)->text.content(), "# changed\n");
  EXPECT_EQ(library.find("mini", work_)->text.name(), "changed/formats.rules");
}

TEST_F(LibraryTest, TheFirstFolderWithAPackWins) {
  fs::create_directories(work_ / "first/schemas");
  fs::copy(work_ / "schemas/mini", work_ / "first/schemas/mini", fs::copy_options::recursive);
  write("first/schemas/mini/formats.rules", "# first\n");
  Library library({work_ / "first", work_}, diagnostics_);
  EXPECT_EQ(library.find("mini", work_)->text.content(), "# first\n");
  EXPECT_THAT(library.names(), ElementsAre("leverancier", "mini"));
}

TEST_F(LibraryTest, HiddenFilesAreNoPartOfAPack) {
  write("schemas/mini/.editor/backup.csv", "x\n");
  write("schemas/mini/codes/.type.csv.swp", "x\n");
  Library library({work_}, diagnostics_);
  const Pack* pack = library.pack("mini");
  ASSERT_NE(pack, nullptr) << findings();
  EXPECT_EQ(pack->files.size(), 5U);
}

TEST(DataRoots, FollowTheEnvironment) {
  ::setenv("SRGCONV_DATA", "/somewhere", 1);
  EXPECT_THAT(data_roots(), ElementsAre(fs::path("/somewhere")));
  ::unsetenv("SRGCONV_DATA");
  EXPECT_THAT(data_roots(), testing::Not(Contains(fs::path("/somewhere"))));
}

}  // namespace
}  // namespace srgconv::pack
