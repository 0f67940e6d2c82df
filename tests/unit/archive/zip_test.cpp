// Zip files: members in order, each held against its checksum and size, and archives that are refused before a byte is unpacked.
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include "archive/archive.hpp"
#include "support/packed.hpp"
#include "support/test_folder.hpp"

namespace srgconv::archive {
namespace {

class Zip : public ::testing::Test {
 protected:
  std::shared_ptr<ZipArchive> open(std::string_view bytes, const Limits& limits = {}) {
    said_ = {};
    auto zip = ZipArchive::open(folder_.write("a.zip", bytes), "a.zip", said_, limits);
    EXPECT_EQ(zip == nullptr, said_.has_errors());
    return zip;
  }
  // The codes of what is wrong with an archive, or with the content of its first member.
  std::string fault(std::string_view bytes, const Limits& limits = {}) {
    const auto zip = open(bytes, limits);
    if (zip == nullptr) {
      std::string codes;
      for (const Diagnostic& one : said_.all()) codes += (codes.empty() ? "" : " ") + one.code;
      return codes;
    }
    return zip->members().empty() ? "empty" : read(*zip, zip->members().front()).second;
  }
  static std::pair<std::string, std::string> read(ZipArchive& zip, const Member& member, std::size_t block = 4096) {
    const auto stream = zip.read(member);
    std::string text, bytes(block, '\0');
    while (const std::size_t got = stream->read(bytes.data(), bytes.size())) text.append(bytes, 0, got);
    return {text, stream->fault() ? stream->fault()->code : ""};
  }

  test::TestFolder folder_;
  Diagnostics said_;
};

RC_GTEST_FIXTURE_PROP(Zip, gives_back_what_was_packed, ()) {
  const auto texts = *rc::gen::container<std::vector<std::string>>(rc::gen::arbitrary<std::string>());
  std::vector<test::ZipMember> members;
  for (std::size_t i = 0; i < texts.size(); ++i) members.push_back({"map/" + std::to_string(i), texts[i], *rc::gen::element(0U, 8U)});
  const auto zip = open(test::zipped(members));
  RC_ASSERT(zip != nullptr);
  RC_ASSERT(zip->members().size() == texts.size());
  for (const auto& member : members) {
    const Member* found = zip->member(member.name);
    RC_ASSERT(found != nullptr);
    RC_ASSERT(read(*zip, *found, *rc::gen::inRange<std::size_t>(1, 40)) == std::make_pair(member.text, std::string()));
  }
}

TEST_F(Zip, members_stand_in_order_and_folders_are_none) {
  const auto zip = open(test::zipped({{"b.csv", "b"}, {"map/", ""}, {"map/a.csv", "a"}, {"a.csv", ""}}));
  ASSERT_NE(zip, nullptr);
  std::string names;
  for (const Member& member : zip->members()) names += member.name + " ";
  EXPECT_EQ(names, "a.csv b.csv map/a.csv ");
  EXPECT_EQ(zip->member("c.csv"), nullptr);
}

TEST_F(Zip, names_that_lead_out_are_refused) {
  for (const char* name : {"../a.csv", "a/../../b.csv", "/etc/a.csv", "a\\b.csv", "C:a.csv", "a//b.csv", "./a.csv"})
    EXPECT_EQ(fault(test::zipped({{name, "x"}})), "READ-120") << name;
}

TEST_F(Zip, what_else_is_refused) {
  EXPECT_EQ(fault(test::zipped({{"a.csv", "x"}, {"a.csv", "y"}, {"a.csv", "z"}})), "READ-121");
  EXPECT_EQ(fault(test::zipped({{"a.csv", "x", 0, 1}})), "READ-119");
  EXPECT_EQ(fault(test::zipped({{"a.csv", "x", 9}})), "READ-126");
  EXPECT_EQ(fault(test::zipped({{"a.csv", "/etc/passwd", 0, 0, 0120777U << 16U}})), "READ-128");
  EXPECT_EQ(fault(test::zipped({{"../a.csv", "x"}, {"b.csv", "x", 0, 1}})), "READ-120 READ-119");
}

TEST_F(Zip, other_content_than_stated_is_damage) {
  EXPECT_EQ(fault(test::zipped({{"a.csv", "abc", 8, 0, 0, 1}})), "READ-116");
  EXPECT_EQ(fault(test::zipped({{"a.csv", "abc", 8, 0, 0, 0, 1}})), "READ-116");
  EXPECT_EQ(fault(test::zipped({{"a.csv", "abc", 8, 0, 0, 0, -1}})), "READ-116");
  EXPECT_EQ(fault("a;b\n"), "READ-115");
  EXPECT_EQ(fault(test::zipped({})), "empty");
}

TEST_F(Zip, every_cut_and_every_flipped_byte_is_noticed_or_harmless) {
  std::string text;
  for (int i = 0; i < 60; ++i) text += std::to_string(i * 7919 % 997) + ";";
  const std::string whole = test::zipped({{"a.csv", text}});
  for (std::size_t size = 1; size < whole.size(); ++size) EXPECT_TRUE(fault(whole.substr(0, size)).starts_with("READ-1")) << size;
  for (std::size_t at = 0; at < whole.size(); ++at) {
    std::string damaged = whole;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x10);
    const auto zip = open(damaged);
    if (zip == nullptr || zip->members().empty()) continue;
    const auto [got, code] = read(*zip, zip->members().front());
    if (code.empty()) {
      EXPECT_EQ(got, text) << at;
    }
  }
}

TEST_F(Zip, bombs_stop_at_the_limits) {
  const std::string zeros(std::size_t{1} << 20U, '\0');
  Limits limits;
  limits.ratio_from = 1U << 16U;
  EXPECT_EQ(fault(test::zipped({{"a.csv", zeros}}), limits), "READ-118");
  EXPECT_EQ(fault(test::zipped({{"a.csv", zeros, 8, 0, 0, 0, -(1 << 20) + 10}}), limits), "READ-116");  // it says that it is small
  limits.ratio = 100000;
  EXPECT_EQ(fault(test::zipped({{"a.csv", zeros}}), limits), "");
  limits.most_unpacked = 3U << 19U;
  EXPECT_EQ(fault(test::zipped({{"a.csv", zeros}, {"b.csv", zeros}}), limits), "READ-117");
  limits.most_members = 1;
  EXPECT_EQ(fault(test::zipped({{"a.csv", "a"}, {"b.csv", "b"}}), limits), "READ-127");
}

}  // namespace
}  // namespace srgconv::archive
