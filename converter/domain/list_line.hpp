// A line of a supplier's list that says which new number an old number became, or which new sender it went to.
#pragma once

#include <string>

#include "domain/source_span.hpp"

namespace srgconv {

struct ListLine {
  std::string old_id, new_id;  ///< without a new number the line says the new sender only
  SourceSpan place;
  std::string new_sender;  ///< the code as the list has it; empty: the list does not say
};

}  // namespace srgconv
