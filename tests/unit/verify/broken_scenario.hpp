// A small scenario that is right, for a test to break in one place; and the sentences of what is found.
#pragma once

#include <string>

#include <gtest/gtest.h>

#include "scenario.hpp"

namespace srgconv::verify::test {

inline std::string dutch(const CheckResult& result) { return result.findings.empty() ? "" : sentence(result.findings.front(), Language::nl); }
inline std::string english(const CheckResult& result) { return result.findings.empty() ? "" : sentence(result.findings.front(), Language::en); }

// Two provisions that go on, one of each old sender; `draft` is the record of the first.
class Checks : public testing::Test {
 protected:
  Checks() : facts(scenario.facts(anna, "22", 20210301)), draft(scenario.old_record("0398", "1001", facts, Relation::same)) {
    scenario.link(draft, "H1001", facts);
    scenario.link(scenario.old_record("0416", "1001", scenario.facts(dirk, "22", 20210701), Relation::same), "L1001", scenario.facts(dirk, "22", 20210701));
  }
  Scenario scenario;
  Facts facts;
  Draft& draft;
};

}  // namespace srgconv::verify::test
