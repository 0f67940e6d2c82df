// Every kind of damage is caught by the check it belongs to, on every shape of transition; and nothing else is.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>

#include <gtest/gtest.h>

#include "catalogue.hpp"
#include "probe.hpp"
#include "shapes.hpp"
#include "support/work_folder.hpp"
#include "support/xerces_runs.hpp"

namespace srgconv::faults {
namespace {

bool fits(const Kind& kind, const Shape& shape) {
  return kind.shapes.empty() || std::find(kind.shapes.begin(), kind.shapes.end(), shape.name) != kind.shapes.end();
}

Judged planted(const Kind& kind, const Shape& shape, std::size_t block) {
  Submission files = shape.clean;
  Damage damage{shape, shape.blocks[block], files};
  kind.apply(damage);
  return judged(files);
}

bool tells(const Judged& result, const Kind& kind) {
  if (kind.told == Told::unusable) return result.verdict == "unusable";
  const auto found = result.checks.find(kind.check);
  if (found == result.checks.end()) return false;
  const Finding& finding = found->second;
  switch (kind.told) {
    case Told::violated: return finding.violated > 0;
    case Told::undecided: return finding.undecided > 0;
    case Told::not_assessed: return !finding.assessed;
    default: return false;
  }
}

TEST(CleanShapes, RaiseNothing) {
  for (const Shape& shape : shapes()) {
    const Judged result = judged(shape.clean);
    EXPECT_EQ(result.verdict, "accepted") << shape.name << "\n" << result.told();
    for (const auto& [id, finding] : result.checks) EXPECT_TRUE(finding.silent()) << shape.name << " " << id << ": " << finding.first;
    EXPECT_EQ(result.messages, "") << shape.name;
  }
}

TEST(PlantedFaults, EachIsCaughtByItsCheck) {
  std::size_t planted_faults = 0;
  for (const Kind& kind : catalogue()) {
    for (const Shape& shape : shapes()) {
      if (!fits(kind, shape)) continue;
      {
        const std::size_t block = planted_faults % 2;
        SCOPED_TRACE(kind.name + " in " + shape.name + ", block " + std::to_string(block));
        Judged result;
        try {
          result = planted(kind, shape, block);
        } catch (const std::exception& missing) {
          ADD_FAILURE() << "not planted: " << missing.what();
          continue;
        }
        ++planted_faults;
        if (kind.told == Told::nothing) {
          EXPECT_EQ(result.verdict, "accepted") << result.told();
          continue;
        }
        EXPECT_TRUE(tells(result, kind)) << "expected " << kind.check << ", found " << result.told();
        EXPECT_NE(result.verdict, "accepted");
        const auto found = result.checks.find(kind.check);
        if (kind.told == Told::violated && found != result.checks.end() && found->second.rejects) {
          EXPECT_EQ(result.verdict, "rejected");
        }
        if (kind.told == Told::not_assessed) {
          EXPECT_NE(result.verdict, "accepted-with-signals");
        }
      }
    }
  }
  std::printf("%zu kinds, %zu faults planted\n", catalogue().size(), planted_faults);
}

// Two faults at once, of one block of provisions each.
TEST(PlantedFaults, OfTwoAtOnceNoneIsAccepted) {
  // Drawn by a plain generator, so that the pairs are the same with every library.
  std::uint32_t state = 20260119;
  const auto draw = [&](std::size_t below) {
    state = state * 1664525U + 1013904223U;
    return static_cast<std::size_t>(state >> 8U) % below;
  };
  std::size_t pairs = 0, both_named = 0;
  while (pairs < 200) {
    const Kind &one = catalogue()[draw(catalogue().size())], &other = catalogue()[draw(catalogue().size())];
    const Shape& shape = shapes()[draw(shapes().size())];
    if (one.told == Told::nothing || other.told == Told::nothing || !fits(one, shape) || !fits(other, shape)) continue;
    if (one.name == other.name) continue;
    if (one.check == "EARLIER" && other.check == "EARLIER") continue;  // the earlier file of the second one replaces that of the first
    SCOPED_TRACE(one.name + " and " + other.name + " in " + shape.name);
    Submission files = shape.clean;
    Judged result;
    try {
      Damage first{shape, shape.blocks[0], files};
      one.apply(first);
      Damage second{shape, shape.blocks[1], files};
      other.apply(second);
      result = judged(files);
    } catch (const std::out_of_range&) {
      continue;  // the first one took away what the second one damages
    }
    ++pairs;
    EXPECT_NE(result.verdict, "accepted") << result.told();
    if (!one.readable || !other.readable) continue;
    ++both_named;
    EXPECT_TRUE(tells(result, one)) << "expected " << one.check << ", found " << result.told();
    EXPECT_TRUE(tells(result, other)) << "expected " << other.check << ", found " << result.told();
  }
  std::printf("%zu pairs, both checks named in %zu that stay readable\n", pairs, both_named);
  EXPECT_GE(both_named, 60U);
}

// Files by other hands and other programs, in other layouts and encodings.
struct ForeignFile {
  const char *name, *replaces, *check;
};

TEST(FilesByOthers, CleanOneIsAccepted) {
  const Judged result = judged(std::filesystem::path(SRGCONV_SOURCE_DIR) / "tests/faults/foreign/clean");
  EXPECT_EQ(result.verdict, "accepted") << result.told();
  for (const auto& [id, finding] : result.checks) EXPECT_TRUE(finding.silent()) << id << ": " << finding.first;
}

TEST(FilesByOthers, DamageIsCaughtByItsCheck) {
  const std::filesystem::path foreign = std::filesystem::path(SRGCONV_SOURCE_DIR) / "tests/faults/foreign";
  const ForeignFile files[] = {
      {"conversion-keys-of-two-persons-swapped.xml", "conversion/conversie.xml", "FACTS"},
      {"conversion-record-twice.xml", "conversion/conversie.xml", "UNIQUE"},
      {"conversion-start-a-day-later.xml", "conversion/conversie.xml", "FACTS"},
      {"conversion-count-off-by-one.xml", "conversion/conversie.xml", "COUNTS"},
      {"conversion-bsn-fails-the-11-test.xml", "conversion/conversie.xml", "BSN"},
      {"conversion-byte-of-another-encoding.xml", "conversion/conversie.xml", "XSD"},
      {"conversion-ended-said-open.xml", "conversion/conversie.xml", "RELATION"},
      {"elementtree-type-recoded.xml", "conversion/conversie.xml", "FACTS"},
      {"elementtree-new-key-used-twice.xml", "conversion/conversie.xml", "KEY-TWICE"},
      {"xmllint-submitter-is-a-neighbour.xml", "conversion/conversie.xml", "HEADER"},
      {"xmllint-record-of-a-running-one-gone.xml", "conversion/conversie.xml", "OLD-KEY"},
      {"old-delivery-number-twice.xml", "old/0416-202112.xml", "UNIQUE"},
      {"new-delivery-month-and-day-swapped.xml", "new/1980-202201.xml", "FACTS"},
      {"new-delivery-without-a-provision.xml", "new/1980-202201.xml", "NEW-KEY"},
  };
  std::set<std::string> used;
  for (const ForeignFile& file : files) {
    SCOPED_TRACE(file.name);
    used.insert(file.name);
    const test::WorkFolder work;
    work.copy(foreign / "clean");
    std::filesystem::copy_file(foreign / file.name, work.path() / file.replaces, std::filesystem::copy_options::overwrite_existing);
    const Judged result = judged(work.path());
    EXPECT_EQ(result.verdict, "rejected") << result.told();
    EXPECT_GT(result.checks.at(file.check).violated, 0U) << result.told();
  }
  for (const auto& entry : std::filesystem::directory_iterator(foreign)) {
    EXPECT_TRUE(entry.is_directory() || used.contains(entry.path().filename().string())) << entry.path().filename();
  }
}

// docs/planted-faults.md
std::string outcome(const Kind& kind) {
  switch (kind.told) {
    case Told::violated: return kind.check;
    case Told::undecided: return kind.check + " (undecided)";
    case Told::not_assessed: return kind.check + " (not assessed)";
    case Told::unusable: return "input refused";
    case Told::nothing: break;
  }
  return "nothing";
}

std::string page() {
  std::size_t told = 0;
  for (const Kind& kind : catalogue()) told += kind.told != Told::nothing;
  std::string text =
      "# Planted faults\n\n"
      "How it is known that `srgconv verify` finds what it should: transitions that are right are damaged in one place at a time, in their files, and each "
      "damage must be found by\n"
      "the check it belongs to. The program `tests/faults` does so on every run of the tests, and makes this page from its catalogue. It shares no code with "
      "what writes conversion\n"
      "files. " +
      std::to_string(told) +
      " kinds of damage are told of, each on every shape that it fits; without damage no check raises anything. Of 200 pairs of them none is accepted, and "
      "where the\n"
      "files stay readable both checks are named. Files that were written by hand or by other programs are in `tests/faults/foreign`.\n\n"
      "A check that is *violated* is named by its code alone. *Undecided* is a signal: the files leave it open, and somebody must look. *Not assessed* is "
      "never accepted.\n\n"
      "| shape | |\n| --- | --- |\n";
  for (const Shape& shape : shapes()) text += "| " + shape.name + " | " + shape.sentence + " |\n";
  text += "\n| kind | what is done | found by | not in every shape |\n| --- | --- | --- | --- |\n";
  for (const Kind& kind : catalogue()) {
    if (kind.told == Told::nothing) continue;
    std::string only;
    for (const std::string& shape : kind.shapes) only += (only.empty() ? "" : ", ") + shape;
    if (!only.empty()) only += "; in others: " + kind.reason;
    text += "| " + kind.name + " | " + kind.sentence + " | " + outcome(kind) + " | " + only + " |\n";
  }
  text += "\n## What touches no judged fact, or cannot be seen from files\n\n| what is done | why nothing is told |\n| --- | --- |\n";
  for (const Kind& kind : catalogue()) {
    if (kind.told == Told::nothing) text += "| " + kind.sentence + " | " + kind.reason + " |\n";
  }
  return text;
}

TEST(PlantedFaultsPage, IsCurrent) {
  const std::filesystem::path file = std::filesystem::path(SRGCONV_SOURCE_DIR) / "docs/planted-faults.md";
  if (std::getenv("SRGCONV_UPDATE_GOLDEN") != nullptr) test::write_text(file, page());
  EXPECT_EQ(test::read_text(file), page()) << "SRGCONV_UPDATE_GOLDEN=1 rewrites it";
}

TEST(Catalogue, IsLargeAndNamesEachKindOnce) {
  std::set<std::string> names;
  std::size_t told = 0;
  for (const Kind& kind : catalogue()) {
    EXPECT_TRUE(names.insert(kind.name).second) << kind.name;
    EXPECT_EQ(kind.check.empty(), kind.told == Told::nothing || kind.told == Told::unusable) << kind.name;
    EXPECT_EQ(kind.reason.empty(), kind.shapes.empty() && kind.told != Told::nothing) << kind.name;
    told += kind.told != Told::nothing;
  }
  EXPECT_GE(told, 75U);
}

}  // namespace
}  // namespace srgconv::faults
