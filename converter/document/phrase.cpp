#include "document/phrase.hpp"

#include "domain/identifiers.hpp"

namespace srgconv::document {

std::string clean(std::string_view text) {
  std::string result = mask_personal(text);
  std::erase_if(result, [](unsigned char c) { return c < 0x20U || c == 0x7FU; });
  return result;
}

Phrase strong(std::string_view name) { return mark::strong + clean(name) + mark::plain; }

Phrase in_quotes(std::string_view text) { return "“" + clean(text) + "”"; }

Phrase capitalised(Phrase phrase) {
  const std::size_t at = phrase.starts_with(mark::strong) ? 1 : 0;
  if (at < phrase.size() && phrase[at] >= 'a' && phrase[at] <= 'z' && at == 0) phrase[at] = static_cast<char>(phrase[at] - 'a' + 'A');
  return phrase;
}

Phrase lines(const std::vector<Phrase>& phrases) {
  Phrase result;
  for (const Phrase& phrase : phrases) result += (result.empty() ? "" : std::string(1, mark::line)) + phrase;
  return result;
}

}  // namespace srgconv::document
