// A pack with small lists, and imports served from memory: the parser sees no file system.
#pragma once

#include <string>

#include "rules/rules.hpp"

namespace srgconv::rules::testing {

inline Code code(std::string word, std::string name, std::string category, std::string role) {
  return {std::move(word), std::move(name), std::move(category), std::move(role), {}, {}, {}, "assumed"};
}

inline CodeLists small_lists() {
  CodeLists lists;
  lists.add(CodeList(
      "type", {code("10", "Loonkostensubsidie", "financiële compensatie", "wage-cost-subsidy"), code("20", "Beschut werk", "werkplekken", "sheltered-work"),
               code("21", "Beschut werk, oud", "werkplekken", "sheltered-work"), code("22", "Participatieplaats", "werkplekken", "participation-place"),
               code("30", "Jobcoach", "ondersteuning", "job-coach"), code("40", "Coaching", "training", ""), code("42", "Cursus", "training", "")}));
  lists.add(CodeList("goal", {code("1", "Re-integratie", "", "reintegration"), code("2", "Participatie", "", "participation")}));
  lists.add(CodeList("work_capacity", {code("01", "Onder het minimumloon", "", "below-minimum-wage")}));
  lists.add(CodeList("reason", {code("herindeling", "Herindeling", "", "merger"), code("andere-software", "Andere software", "", "software-change"),
                                code("splitsing", "Splitsing", "", "split")}));
  lists.add(CodeList("relation", {code("gelijk", "Gelijk", "", "same"), code("gesplitst", "Gesplitst", "", "split")}));
  return lists;
}

constexpr const char* pack_formats = R"(
format levering : xml {
  schema 'levering.xsd'
  root 'Levering' in 'urn:test:levering'
  header {
    sender = 'Kop/Berichtgevercode'
    month  = 'Kop/Verslagmaand' as 'yyyymm'
    count  = 'Aantal' as count(record)
  }
  record 'Persoon/Voorziening' {
    bsn         = '../Burgerservicenummer'
    id          = 'Registratienummer'
    start       = 'DatumBegin' as 'yyyymmdd' partial
    end         = 'DatumEinde' as 'yyyymmdd' partial optional
    type        = 'TypeVoorziening'
    wage_value  = 'Loonwaarde' as number 2 optional
    description = 'Omschrijving' optional
  }
}
)";

constexpr const char* pack_checks = R"(import 'test-pack'
check ENDS : signal {
  on provision expect end is empty
  nl 'Wat' because 'Waarom.' repair 'Hoe.'
  en 'What' because 'Why.' repair 'How.'
  source 'CBS'
}
)";

/// Knows `test-pack` (also as `srg-2026`), `kale-pack` (lists without formats), `itself` (the importing file), `met-controles` (a file with a check), and what
/// a test adds.
class FakeImports : public ImportResolver {
 public:
  explicit FakeImports(std::filesystem::path case_path = "case.rules") : case_path_(std::move(case_path)), lists_(small_lists()) {}

  void add(const std::string& name, const std::string& content) { files_[name] = content; }

  std::optional<Import> find(std::string_view name, const std::filesystem::path&) override {
    if (name == "test-pack" || name == "srg-2026")
      return Import{SourceText("schemas/test-pack/formats.rules", pack_formats), "schemas/test-pack/formats.rules", true, &lists_};
    if (name == "kale-pack") return Import{SourceText("schemas/kale-pack/formats.rules", ""), "schemas/kale-pack/formats.rules", true, &lists_};
    if (name == "met-controles") return Import{SourceText("met-controles", pack_checks), "met-controles.rules", false, nullptr};
    if (name == "itself") return Import{SourceText("itself", ""), case_path_, false, nullptr};
    const auto file = files_.find(std::string(name));
    if (file == files_.end()) return std::nullopt;
    return Import{SourceText(file->first, file->second), file->first, false, nullptr};
  }
  std::vector<std::string> names() override {
    std::vector<std::string> names = {"kale-pack", "test-pack"};
    for (const auto& [name, content] : files_) names.push_back(name);
    return names;
  }
  const CodeLists& lists() const { return lists_; }

 private:
  std::filesystem::path case_path_;
  CodeLists lists_;
  std::map<std::string, std::string> files_;
};

/// Parses a text; everything that was said, in English.
struct Parsed {
  std::optional<RuleSet> rules;
  Diagnostics diagnostics;
  std::string messages;
};

inline Parsed parse(const std::string& content, FakeImports& imports) {
  Parsed result;
  result.rules = parse_rules(SourceText("case.rules", content), "case.rules", imports, result.diagnostics);
  result.messages = render_all(result.diagnostics, Language::en);
  return result;
}

}  // namespace srgconv::rules::testing
