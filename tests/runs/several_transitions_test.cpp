// A case of several transitions comes to the same as a run for each of them, with the files of those before it as earlier ones.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "support/work_folder.hpp"

namespace srgconv::test {
namespace {

namespace fs = std::filesystem;

const std::vector<std::string> conversion_files{"conversie-0051-201301.xml", "conversie-1921-201401.xml", "conversie-1940-201507.xml",
                                                "conversie-1940-201603.xml"};

class SeveralTransitions : public testing::Test {
 protected:
  SeveralTransitions() {
    work.copy(fs::path(SRGCONV_SOURCE_DIR) / "tests" / "golden" / "bases" / "de-fryske-marren");
    const std::string rules = read_text(work.path() / "de-fryske-marren.rules");
    std::size_t begin = rules.find("transition ");
    head = rules.substr(0, begin);
    while (begin != std::string::npos) {
      const std::size_t end = rules.find("\ntransition ", begin);
      transitions.push_back(rules.substr(begin, end == std::string::npos ? end : end + 1 - begin) + "\n");
      begin = end == std::string::npos ? end : end + 1;
    }
  }
  void write_case(const std::string& name, const std::vector<std::string>& parts) const {
    std::ofstream out(work.path() / name);
    out << head;
    for (const std::string& part : parts) out << part;
  }
  Finished convert(const std::string& case_file, const std::string& out, const std::string& more = {}) const {
    return work.run("convert " + case_file + " -o " + out + " --key key.txt " + more);
  }
  std::string file(const std::string& out, const std::string& name) const { return read_text(work.path() / out / name); }
  std::set<std::string> chains(const std::string& out) const {
    std::set<std::string> result;
    std::istringstream lines(file(out, "vertaaltabel.csv"));
    for (std::string line; std::getline(lines, line);) {
      if (line.find(";chain;") != std::string::npos) result.insert(line);
    }
    return result;
  }

  WorkFolder work;
  std::string head;
  std::vector<std::string> transitions;
};

TEST_F(SeveralTransitions, ComeToTheSameAsARunForEachOfThem) {
  ASSERT_EQ(transitions.size(), 4U);
  ASSERT_EQ(convert("de-fryske-marren.rules", "whole").exit_code, 0);
  std::string earlier;
  for (std::size_t i = 0; i < transitions.size(); ++i) {
    const std::string name = "part-" + std::to_string(i);
    write_case(name + ".rules", {transitions[i]});
    const Finished finished = convert(name + ".rules", name, earlier);
    ASSERT_EQ(finished.exit_code, 0) << finished.err;
    EXPECT_EQ(file(name, conversion_files[i]), file("whole", conversion_files[i]));
    earlier += (earlier.empty() ? "--earlier " : " ") + name + "/" + conversion_files[i];
  }
  // The last run knows the same chains to its own end; those that ended before stand in the whole case alone.
  const auto all = chains("whole"), last = chains("part-3");
  EXPECT_GT(last.size(), 10U);
  EXPECT_TRUE(std::includes(all.begin(), all.end(), last.begin(), last.end()));
  for (const std::string& line : all) {
    if (line.find(";1940@201603;") == std::string::npos) continue;
    EXPECT_TRUE(last.contains(line)) << line;
  }
}

TEST_F(SeveralTransitions, TheirOrderInTheRuleFileChangesNothing) {
  ASSERT_EQ(convert("de-fryske-marren.rules", "whole").exit_code, 0);
  write_case("backwards.rules", {transitions[3], transitions[1], transitions[2], transitions[0]});
  const Finished backwards = convert("backwards.rules", "backwards");
  ASSERT_EQ(backwards.exit_code, 0) << backwards.err;
  for (const std::string& name : conversion_files) EXPECT_EQ(file("backwards", name), file("whole", name));
  for (const char* name : {"vertaaltabel.csv", "review.csv", "rejected.csv", "skipped.csv"}) EXPECT_EQ(file("backwards", name), file("whole", name));
}

TEST_F(SeveralTransitions, ATransitionMoreChangesNoLinkOfThoseBeforeIt) {
  ASSERT_EQ(convert("de-fryske-marren.rules", "whole").exit_code, 0);
  write_case("three.rules", {transitions[0], transitions[1], transitions[2]});
  ASSERT_EQ(convert("three.rules", "three").exit_code, 0);
  for (std::size_t i = 0; i < 3; ++i) EXPECT_EQ(file("three", conversion_files[i]), file("whole", conversion_files[i]));
}

// Its own conversion files, given as earlier ones, are those that it makes.
TEST_F(SeveralTransitions, GivenItsOwnFilesACaseComesToTheSame) {
  ASSERT_EQ(convert("de-fryske-marren.rules", "whole").exit_code, 0);
  std::string earlier = "--earlier";
  for (const std::string& name : conversion_files) earlier += " whole/" + name;
  const Finished again = convert("de-fryske-marren.rules", "again", earlier);
  ASSERT_EQ(again.exit_code, 0) << again.err;
  for (const std::string& name : conversion_files) EXPECT_EQ(file("again", name), file("whole", name));
  EXPECT_EQ(file("again", "vertaaltabel.csv"), file("whole", "vertaaltabel.csv"));
}

}  // namespace
}  // namespace srgconv::test
