#include "domain/provision.hpp"

namespace srgconv {

Answer running_after(const Provision& provision, Date day) {
  if (!provision.end) return Answer::yes;
  switch (on_or_before(*provision.end, day)) {
    case Answer::yes: return Answer::no;
    case Answer::no: return Answer::yes;
    case Answer::undecided: break;
  }
  return Answer::undecided;
}

}  // namespace srgconv
