// The words by which columns and codes are known: all data of this kind in one place; internal to this room.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/code_list.hpp"
#include "profile/profile.hpp"

namespace srgconv::profile {

/// What a header says that its column is about. Of an XML path the last name counts first, then the path as a whole.
Meaning meaning_of(std::string_view header);

/// Letters and digits in small letters, accents taken off: `Cliënt-nr` is `clientnr`.
std::string squeezed(std::string_view text);

/// What a word stands for in a list of the pack: one of its codes, or the role of one.
struct Proposal {
  std::string code;
  bool is_role = false;
};
/// By the codes, roles and names of the list, and by words of the field; nothing when the word is not known, or may mean several.
std::optional<Proposal> proposal_for(const CodeList& list, std::string_view word);

/// The words of the field for a list, in the given letters, each with what it stands for: whether they occur in a file or not.
std::vector<std::pair<std::string, Proposal>> usual_words(const CodeList& list, LetterCase letters);

/// Is this a name of a person that is often seen in the Netherlands, or a title (`dhr`)?
bool is_common_name(std::string_view small_letters);

/// Words of ordinary code columns (`ja`, `actief`, `beeindigd`), squeezed.
bool is_ordinary_word(std::string_view squeezed_word);

}  // namespace srgconv::profile
