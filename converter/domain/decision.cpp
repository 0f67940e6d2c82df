#include "domain/decision.hpp"

namespace srgconv {

std::string_view name(Choice choice) {
  switch (choice) {
    case Choice::link: return "link";
    case Choice::no_link: return "no-link";
    case Choice::drop: return "drop";
    case Choice::later: break;
  }
  return "later";
}

}  // namespace srgconv
