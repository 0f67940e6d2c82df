// Rule texts for unit tests: parsed with a small pack `test-pack` of a few codes.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "domain/code_list.hpp"
#include "rules/rules.hpp"

namespace srgconv::test {

inline CodeLists test_codes() {
  const auto day = [](int packed) { return Date::from_packed(packed); };
  CodeLists lists;
  lists.add(CodeList("type", {{"10", "Loonkostensubsidie", "", "wage-cost-subsidy", {}, {}, {}, "assumed"},
                              {"22", "Participatieplaats", "", "", 24, {}, {}, "test"},
                              {"40", "Coaching", "", "", {}, {}, {}, "test"},
                              {"42", "Training", "", "", 60, {}, {}, "test"},
                              {"99", "Vervallen", "", "", {}, {}, day(20181231), "test"}}));
  lists.add(CodeList("goal",
                     {{"1", "Re-integratie", "", "reintegration", {}, {}, {}, "assumed"}, {"2", "Participatie", "", "participation", {}, {}, {}, "assumed"}}));
  lists.add(CodeList("work_capacity", {{"01", "Onder WML", "", "below-minimum-wage", {}, {}, {}, "assumed"}}));
  lists.add(CodeList("reason", {{"herindeling", "Herindeling", "", "merger", {}, {}, {}, "assumed"},
                                {"softwarewissel", "Softwarewissel", "", "software-change", {}, {}, {}, "assumed"}}));
  lists.add(CodeList("relation", {{"gelijk", "Gelijk", "", "same", {}, {}, {}, "assumed"}, {"open", "Open", "", "open", {}, {}, {}, "assumed"}}));
  return lists;
}

class TestPack : public rules::ImportResolver {
 public:
  std::optional<rules::Import> find(std::string_view name, const std::filesystem::path&) override {
    if (name != "test-pack") return std::nullopt;
    return rules::Import{SourceText("test-pack/formats.rules", formats), "test-pack/formats.rules", true, &codes};
  }
  std::vector<std::string> names() override { return {"test-pack"}; }

  CodeLists codes = test_codes();
  std::string formats = R"(format levering : xml {
  root 'Levering'
  header { sender = 'Kop/Berichtgever'; month = 'Kop/Maand' as 'yyyymm'; sequence = 'Kop/Volgnummer' as number 0 optional }
  record 'Persoon/Voorziening' {
    bsn = '../Bsn'
    id = 'Nummer'
    type = 'Type'
    start = 'Begin' as 'yyyymmdd' partial
    end = 'Einde' as 'yyyymmdd' partial optional
    goal = 'Doel' optional
  }
}
)";
};

/// The rule set of a text that must be right; the message of a wrong one fails the test.
inline std::optional<rules::RuleSet> parse_right(const std::string& text, TestPack& pack) {
  Diagnostics diagnostics;
  auto rules = rules::parse_rules(SourceText("test.rules", "import 'test-pack'\n" + text), "test.rules", pack, diagnostics);
  EXPECT_TRUE(rules.has_value()) << render_all(diagnostics, Language::en);
  return rules;
}

}  // namespace srgconv::test
