// A code table: words that were found, each with what it seems to mean, and words that are usual where rare ones are hidden.
#include <algorithm>

#include <fmt/format.h>

#include "domain/identifiers.hpp"
#include "profile/draft.hpp"
#include "profile/vocabulary.hpp"

namespace srgconv::profile {

std::string in_quotes(std::string_view text) {
  std::string result = "'";
  for (const char c : text) result += c == '\'' ? "''" : std::string(1, c);
  return result + "'";
}

bool can_be_written(std::string_view text) {
  Diagnostics none;
  return text.find('"') == std::string_view::npos && rules::format_rules(SourceText("draft", "import " + in_quotes(text) + "\n"), none).has_value();
}

std::string for_comment(std::string_view text) {
  std::string result = mask_personal(text);
  std::replace_if(
      result.begin(), result.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }, ' ');
  return result;
}

bool needs_no_table(const Column& column) { return column.list && column.list->codes == Share::all; }

std::string draft_table(const Column& column, const std::string& table, const CodeList& list, Language language) {
  const bool nl = language == Language::nl;
  std::string answered, asked, usual;
  const auto entry = [](const std::string& word, const Proposal& proposal) {
    return fmt::format("  {} => {}{}\n", in_quotes(word), in_quotes(proposal.code), proposal.is_role ? " as role" : "");
  };
  for (const ShownCode& code : column.codes) {
    if (const auto proposal = proposal_for(list, code.value); proposal && can_be_written(code.value)) {
      answered += entry(code.value, *proposal);
    } else {
      asked += fmt::format("  # {} => '...'\n", in_quotes(for_comment(code.value)));
    }
  }
  if (column.rare_codes > 0) {
    for (const auto& [word, proposal] : usual_words(list, column.letter_case)) {
      const bool found =
          std::any_of(column.codes.begin(), column.codes.end(), [&, &usual_word = word](const ShownCode& code) { return code.value == usual_word; });
      if (!found) usual += entry(word, proposal);
    }
  }
  std::string text = fmt::format("codes {} for {} {{\n", table, list.name());
  if (!answered.empty())
    text += (nl ? "  # VRAAG: klopt elke vertaling? Zij is gemaakt op het woord alleen.\n"
                : "  # QUESTION: is every translation right? It was made by the word alone.\n") +
            answered;
  if (!usual.empty()) {
    text += nl ? fmt::format(
                     "  # VRAAG: {} in minder dan 5 rijen; die blijven verborgen. Vul ze aan. Wat hier volgt zijn gangbare woorden, of ze voorkomen of niet.\n",
                     column.rare_codes == 1 ? "1 woord staat" : fmt::format("{} woorden staan", column.rare_codes))
               : fmt::format("  # QUESTION: {} in fewer than 5 rows and stay hidden. Add them. What follows are usual words, whether they occur or not.\n",
                             column.rare_codes == 1 ? "1 word stands" : fmt::format("{} words stand", column.rare_codes));
    text += usual;
  }
  if (!asked.empty())
    text += (nl ? "  # VRAAG: wat betekenen deze woorden? Haal het eerste teken weg en vul de code in.\n"
                : "  # QUESTION: what do these words mean? Take the first sign away and fill in the code.\n") +
            asked;
  text += fmt::format("  else reject because '{}'\n}}\n\n", nl ? "nog niet vertaald" : "not translated yet");
  return text;
}

}  // namespace srgconv::profile
