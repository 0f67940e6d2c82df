// Any text as a rule file, with a pack and an import from memory: no crash, no hang, a rule set or at least one message. What is accepted has its examples run.
#include <cstdint>
#include <string>

#include "fuzz/record_census.hpp"
#include "map/map.hpp"
#include "unit/rules/fake_imports.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace srgconv;
  rules::testing::FakeImports imports;
  imports.add("codes.rules", "codes instrument {\n  'LKS' => '10'\n  else reject because 'unknown'\n}\n");
  Diagnostics diagnostics;
  const std::string text(reinterpret_cast<const char*>(data), size);
  const auto rules = rules::parse_rules(SourceText("case.rules", text), "case.rules", imports, diagnostics);
  const std::string said = render_all(diagnostics, Language::nl) + render_all(diagnostics, Language::en);
  fuzz::require(rules || !said.empty());
  if (!rules) return 0;
  for (const auto& mapping : rules->mappings) map::run_examples(*mapping, imports.lists(), diagnostics);
  render_all(diagnostics, Language::en);
  return 0;
}
