// What a person decided about an old provision that stayed open, as a file of decisions says it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/period.hpp"
#include "domain/source_span.hpp"

namespace srgconv {

enum class Choice {
  link,     ///< the old and the new provision are the same one
  no_link,  ///< they are not; without a new key: no new provision is the old one
  drop,     ///< the old provision should never have been delivered
  later     ///< not decided yet
};
std::string_view name(Choice choice);  ///< `link`, `no-link`, `drop`, `later`

struct Decision {
  std::string link_code;  ///< says which old provision it is about
  std::string old_key;    ///< as it was written, perhaps damaged by a spreadsheet; empty where the file does not say it
  std::string new_key;    ///< likewise; empty: none
  std::string pair_code;  ///< of the old and new provision and their facts when they were put to people; empty where the file does not say it
  Choice choice = Choice::later;
  std::string who, why;  ///< free text, what looks like a BSN masked
  std::optional<Date> date;
  SourceSpan place;
};

}  // namespace srgconv
