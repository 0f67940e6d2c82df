// Any bytes as an export of which nothing was declared: dialect or structure is found, columns are judged, and a draft is written that is laid out as it should
// be.
#include <cstdint>
#include <string_view>

#include "fuzz/input_in_memory.hpp"
#include "fuzz/record_census.hpp"
#include "profile/profile.hpp"
#include "xml/xml.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace srgconv;
  static const auto* const library = new xml::Library;  // never deleted: the parser may be needed until after the statics
  fuzz::require(library != nullptr);
  static const pack::Pack pack = [] {
    pack::Pack small;
    small.name = "srg-2026";
    small.codes.add(CodeList("type", {{"22", "Participatieplaats", "", "participation-place", {}, {}, {}, ""}}));
    return small;
  }();
  const fuzz::InputInMemory input({reinterpret_cast<const char*>(data), size});
  Diagnostics diagnostics;
  const profile::Profile found = profile::profile_files({{input.path(), "export"}}, &pack, diagnostics);
  for (const profile::Layout& layout : found.layouts) {
    for (const profile::Column& column : layout.columns) {
      fuzz::require(column.filled <= layout.rows);
      for (const profile::ShownCode& code : column.codes) fuzz::require(!code.count || *code.count >= 5);
    }
    if (layout.format == nullptr) continue;
    const std::string draft = profile::draft_rules(layout, pack, "x", Language::nl);
    Diagnostics wrong;
    const auto formatted = rules::format_rules(SourceText("x.rules", draft), wrong);
    fuzz::require(formatted && *formatted == draft);
  }
  return 0;
}
