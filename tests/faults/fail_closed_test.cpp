// Whatever a run lacks, and whenever it ends: what it leaves never says "accepted" of a submission that is not.
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "catalogue.hpp"
#include "pipeline.hpp"
#include "shapes.hpp"
#include "support/work_folder.hpp"

namespace srgconv::faults {
namespace {

namespace fs = std::filesystem;
using test::Finished;
using test::WorkFolder;

void write(const WorkFolder& work, const Submission& submission) {
  for (const auto& [folder, documents] :
       {std::pair{"conversion", &submission.conversions}, {"old", &submission.old_deliveries}, {"new", &submission.new_deliveries}}) {
    for (const Document& document : *documents) test::write_text(work.path() / folder / document.name, document.text());
  }
}

// The merger with the new keys of two persons exchanged: rejected when all goes well.
Submission damaged() {
  const Shape& shape = shapes()[1];
  Submission files = shape.clean;
  Damage damage{shape, shape.blocks[0], files};
  std::swap(damage.new_key(damage.block.plain[0]), damage.new_key(damage.block.plain[2]));
  return files;
}

const std::string verify_it = "verify conversion/conversie-1980-202201.xml --old old --new new --lang en";

bool says_accepted(const std::string& text) { return text.find("ACCEPTED") != std::string::npos || text.find("\"accepted") != std::string::npos; }

// Nothing on the screen, and no report beside it, says that the submission was accepted.
void expect_not_accepted(const WorkFolder& work, const Finished& finished, const std::string& what) {
  EXPECT_NE(finished.exit_code, 0) << what;
  EXPECT_FALSE(says_accepted(finished.out)) << what << "\n" << finished.out;
  for (const auto& [file, text] : fs::exists(work.path() / "out") ? work.contents(work.path() / "out") : std::map<std::string, std::string>{})
    EXPECT_FALSE(says_accepted(text)) << what << ": " << file;
}

TEST(FailClosed, AFileThatChangesWhileItIsReadIsNotAssessed) {
  setenv("SRGCONV_DATA", SRGCONV_SOURCE_DIR, 1);
  const Shape& shape = shapes()[1];
  const std::vector<std::pair<std::string, std::function<void(const fs::path&)>>> changes = {
      {"grows", [](const fs::path& file) { std::ofstream(file, std::ios::app) << "\n"; }},
      {"shrinks", [](const fs::path& file) { fs::resize_file(file, fs::file_size(file) - 1); }},
      {"is replaced by a file of the same bytes",
       [](const fs::path& file) {
         fs::copy_file(file, file.parent_path() / "copy");
         fs::rename(file.parent_path() / "copy", file);
       }},
      {"disappears", [](const fs::path& file) { fs::remove(file); }},
  };
  for (const char* name : {"conversion/conversie-1980-202201.xml", "old/0398-202111.xml", "old/0416-202112.xml", "new/1980-202201.xml"}) {
    const auto judge = [&](const std::function<void(const fs::path&)>& change) {
      const WorkFolder work;
      write(work, shape.clean);
      Diagnostics diagnostics;
      const auto model =
          verify_submission({{work.path() / "conversion/conversie-1980-202201.xml"}, {work.path() / "old"}, {work.path() / "new"}, "srg-2026", {}, "test"},
                            diagnostics, [&] { change(work.path() / name); });
      return std::pair(std::string(model ? checks::name(model->verification.verdict) : "none"), render_all(diagnostics, Language::en));
    };
    EXPECT_EQ(judge([](const fs::path&) {}).first, "accepted");
    for (const auto& [what, change] : changes) {
      const auto [verdict, messages] = judge(change);
      EXPECT_EQ(verdict, "not-assessed") << name << " " << what;
      EXPECT_NE(messages.find("VER-233"), std::string::npos) << name << " " << what << "\n" << messages;
    }
  }
}

TEST(FailClosed, EmptySubmissionsAreNotAccepted) {
  const Shape& shape = shapes()[1];
  for (const bool conversions : {false, true}) {
    for (const bool old_side : {false, true}) {
      for (const bool new_side : {false, true}) {
        if (!conversions && !old_side && !new_side) continue;
        for (const bool no_bytes : {false, true}) {
          Submission files = shape.clean;
          const auto empty = [&](std::vector<Document>& documents, const char* element) {
            for (Document& document : documents) {
              document.root.remove(element);
              recount(document);
              if (no_bytes) document.bytes.push_back([](const std::string&) { return std::string(); });
            }
          };
          if (conversions) empty(files.conversions, "Voorziening");
          if (old_side) empty(files.old_deliveries, "Persoon");
          if (new_side) empty(files.new_deliveries, "Persoon");
          const WorkFolder work;
          write(work, files);
          expect_not_accepted(work, work.run(verify_it + " -o out"),
                              std::string("empty:") + (conversions ? " conversion" : "") + (old_side ? " old" : "") + (new_side ? " new" : ""));
        }
      }
    }
  }
}

// Memory, files and disk, from nothing to enough.
TEST(FailClosed, AStarvedRunAcceptsNothingThatIsDamaged) {
  WorkFolder work;
  write(work, damaged());
  EXPECT_EQ(work.run(verify_it).exit_code, 2);
  std::size_t starved = 0;
  for (int megabytes = 20; megabytes <= 300; megabytes += 20) {
    const Finished finished = work.run(verify_it + " -o out --force", "ulimit -v " + std::to_string(megabytes * 1024) + ";");
    starved += finished.out.find("REJECTED") == std::string::npos;
    expect_not_accepted(work, finished, std::to_string(megabytes) + " MB of memory");
  }
  EXPECT_GT(starved, 0U);
  starved = 0;
  for (int files = 3; files <= 12; ++files) {
    const Finished finished = work.run(verify_it + " -o out --force", "ulimit -n " + std::to_string(files) + ";");
    starved += finished.out.find("REJECTED") == std::string::npos;
    expect_not_accepted(work, finished, std::to_string(files) + " open files");
  }
  EXPECT_GT(starved, 0U);
  for (const char* blocks : {"0", "1", "4", "16"})
    expect_not_accepted(work, work.run(verify_it + " -o out --force", std::string("ulimit -f ") + blocks + ";"), std::string(blocks) + " blocks of disk");
}

// A run that does not come to its end says nothing of a submission that is right either.
TEST(FailClosed, AStarvedRunThatDoesNotEndSaysNothing) {
  WorkFolder work;
  write(work, shapes()[1].clean);
  ASSERT_EQ(work.run(verify_it).exit_code, 0);
  for (int megabytes = 20; megabytes <= 300; megabytes += 20) {
    fs::remove_all(work.path() / "out");
    const Finished finished = work.run(verify_it + " -o out", "ulimit -v " + std::to_string(megabytes * 1024) + ";");
    if (finished.exit_code == 0) continue;
    expect_not_accepted(work, finished, std::to_string(megabytes) + " MB of memory");
  }
}

TEST(FailClosed, AKillAtAnyMomentLeavesNothingOrTheWholeVerdict) {
  WorkFolder work;
  write(work, damaged());
  const auto begin = std::chrono::steady_clock::now();
  ASSERT_EQ(work.run(verify_it + " -o out").exit_code, 2);
  const std::chrono::duration<double> whole = std::chrono::steady_clock::now() - begin;
  const auto complete = work.contents(work.path() / "out");
  for (const char* signal : {"KILL", "TERM", "INT"}) {
    for (int part = 1; part <= 12; ++part) {
      fs::remove_all(work.path() / "out");
      const Finished finished =
          work.run(verify_it + " -o out", std::string("timeout --preserve-status --signal=") + signal + " " + std::to_string(whole.count() * part / 12));
      expect_not_accepted(work, finished, std::string(signal) + " after " + std::to_string(part) + "/12 of the time");
      if (!fs::exists(work.path() / "out")) continue;
      EXPECT_EQ(work.contents(work.path() / "out"), complete) << signal << " " << part;
    }
  }
}

TEST(FailClosed, WhatCannotBeOpenedIsNotAccepted) {
  const WorkFolder work;
  write(work, shapes()[1].clean);
  for (const char* name : {"conversion/conversie-1980-202201.xml", "old/0398-202112.xml", "new/1980-202201.xml"}) {
    const fs::path file = work.path() / name, aside = work.path() / "aside";
    fs::rename(file, aside);
    expect_not_accepted(work, work.run(verify_it + " -o out"), std::string(name) + " is not there");
    fs::create_directory(file);
    expect_not_accepted(work, work.run(verify_it + " -o out"), std::string(name) + " is a folder");
    fs::remove(file);
    fs::create_symlink("nergens", file);
    expect_not_accepted(work, work.run(verify_it + " -o out"), std::string(name) + " leads nowhere");
    fs::remove(file);
    fs::rename(aside, file);
  }
}

}  // namespace
}  // namespace srgconv::faults
