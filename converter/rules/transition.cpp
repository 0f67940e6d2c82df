// What a transition says about its senders.
#include <algorithm>

#include "rules/rules.hpp"

namespace srgconv::rules {
namespace {

template <class Statement>
const Statement* statement_of(const std::vector<Statement>& all, const SenderCode& sender) {
  const auto found = std::find_if(all.begin(), all.end(), [&](const Statement& one) { return one.sender == sender; });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace

bool Mapping::fills(TargetField field) const {
  return std::any_of(assignments.begin(), assignments.end(), [&](const Assignment& one) { return one.target == field; });
}

std::vector<SenderCode> Transition::new_senders() const {
  std::vector<SenderCode> senders;
  for (const Source& source : fresh) {
    if (std::find(senders.begin(), senders.end(), source.sender) == senders.end()) senders.push_back(source.sender);
  }
  return senders;
}

std::vector<SenderCode> Transition::destinations_of(const SenderCode& old_sender) const {
  std::vector<SenderCode> senders = new_senders();
  if (continues(old_sender)) std::erase(senders, old_sender);
  return senders;
}

bool Transition::continues(const SenderCode& sender) const { return statement_of(continuing, sender) != nullptr; }
const SenderScope* Transition::scope_of(const SenderCode& sender) const { return statement_of(scopes, sender); }
const Identity* Transition::identity_of(const SenderCode& sender) const { return statement_of(identities, sender); }

}  // namespace srgconv::rules
