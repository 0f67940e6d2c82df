// Looks messages up by code, and turns a diagnostic into its sentence and its tip.
#include <algorithm>
#include <cassert>
#include <map>

#include <fmt/args.h>
#include <fmt/format.h>

#include "diagnostics/diagnostics.hpp"
#include "domain/identifiers.hpp"

namespace srgconv {
namespace {

const std::map<std::string_view, const Message*>& table() {
  static const auto rows = [] {
    std::map<std::string_view, const Message*> result;
    for (const auto area :
         {rule_messages(), read_messages(), packed_messages(), workbook_messages(), pack_messages(), map_messages(), row_messages(), data_messages(),
          case_messages(), reconcile_messages(), verify_messages(), monthly_messages(), sender_messages(), usage_messages(), system_messages()}) {
      for (const Message& row : area) {
        [[maybe_unused]] const bool fresh = result.emplace(row.code, &row).second;
        assert(fresh);
      }
    }
    return result;
  }();
  return rows;
}

std::string fill(std::string_view text, const Diagnostic& diagnostic, Language language) {
  fmt::dynamic_format_arg_store<fmt::format_context> arguments;
  for (const auto& [name, value] : diagnostic.arguments) {
    const auto english = language == Language::en ? diagnostic.arguments.find(name + "@en") : diagnostic.arguments.end();
    arguments.push_back(fmt::arg(name.c_str(), mask_personal(english == diagnostic.arguments.end() ? value : english->second)));
  }
  if (diagnostic.suggestion) arguments.push_back(fmt::arg("suggestion", mask_personal(*diagnostic.suggestion)));
  return fmt::vformat(text, arguments);
}

}  // namespace

std::vector<const Message*> all_messages() {
  std::vector<const Message*> result;
  for (const auto& [code, row] : table()) result.push_back(row);
  return result;
}

const Message& message(std::string_view code) {
  const auto found = table().find(code);
  assert(found != table().end() && "a diagnostic without a row in the table of messages");
  return *found->second;
}

std::string sentence(const Diagnostic& diagnostic, Language language) {
  const Message& row = message(diagnostic.code);
  return fill(language == Language::nl ? row.nl : row.en, diagnostic, language);
}

std::string tip(const Diagnostic& diagnostic, Language language) {
  const Message& row = message(diagnostic.code);
  const auto suggested = language == Language::nl ? row.suggestion_nl : row.suggestion_en;
  if (diagnostic.suggestion && !suggested.empty()) return fill(suggested, diagnostic, language);
  return fill(language == Language::nl ? row.tip_nl : row.tip_en, diagnostic, language);
}

}  // namespace srgconv
