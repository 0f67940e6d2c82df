// A line of a supplier's list that says which new number an old number became.
#pragma once

#include <string>

#include "domain/source_span.hpp"

namespace srgconv {

struct ListLine {
  std::string old_id, new_id;
  SourceSpan place;
};

}  // namespace srgconv
