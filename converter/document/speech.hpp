// Speaks one language: fills wordings, and says numbers, days and lists the way people do.
#pragma once

#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "diagnostics/diagnostics.hpp"
#include "document/phrase.hpp"

namespace srgconv::document {

/// The same in both languages; `{0}`, `{1}` are filled with phrases.
struct Words {
  std::string_view nl, en;
};

class Speech {
 public:
  explicit Speech(Language language) : language_(language) {}
  Language language() const { return language_; }

  template <class... Parts>
  Phrase say(const Words& words, const Parts&... parts) const {
    return fmt::format(fmt::runtime(language_ == Language::nl ? words.nl : words.en), parts...);
  }
  /// `45,50` of 45.50, in Dutch.
  Phrase number(std::string_view written) const;
  /// `1 maart 2021` of 2021-03-01, `maart 2021` of 2021-03; any other text as it is.
  Phrase day(std::string_view written) const;
  /// `dag-maand-jaar` of `dd-mm-yyyy`.
  Phrase pattern(std::string_view written) const;
  /// `a, b en c`
  Phrase all_of(const std::vector<Phrase>& phrases) const;
  /// `a, b of c`
  Phrase one_of(const std::vector<Phrase>& phrases) const;

 private:
  Phrase listed(const std::vector<Phrase>& phrases, const Words& last) const;

  Language language_;
};

}  // namespace srgconv::document
