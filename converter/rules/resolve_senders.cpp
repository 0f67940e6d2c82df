// The senders that a transition names, held against one another.
#include <algorithm>

#include "rules/lexemes.hpp"
#include "rules/resolve.hpp"

namespace srgconv::rules {
namespace {

using Places = NamedSenders::Places;

bool among(const Places& senders, const SenderCode& code) {
  return std::any_of(senders.begin(), senders.end(), [&](const auto& each) { return each.first == code; });
}

class SenderChecker {
 public:
  SenderChecker(const NamedSenders& named, const Transition& transition, Environment& environment)
      : named_(named), transition_(transition), environment_(environment) {}

  void run() {
    check_old_senders();
    check_identities();
    check_destinations();
    check_going_on();
  }

 private:
  void check_old_senders() {
    std::vector<std::string> old;
    for (const auto& [code, span] : named_.old) old.push_back(code.text());
    for (const Places* senders : {&named_.identities, &named_.delivered, &named_.must_be_old, &named_.must_be_source}) {
      for (const auto& [code, span] : *senders) {
        if (among(named_.old, code) || (senders == &named_.must_be_source && among(named_.fresh, code))) continue;
        environment_.report("RULE-090", span, {{"sender", code.text()}, {"senders", listed(old)}}, near_name(code.text(), old));
      }
    }
  }

  void check_identities() {
    const Places& identities = named_.identities;
    for (std::size_t i = 0; i < identities.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        if (identities[j].first != identities[i].first) continue;
        environment_.report("RULE-025", identities[i].second, {{"statement", "identity '" + identities[i].first.text() + "'"}}, {},
                            {{environment_.place(identities[j].second), "RULE-100"}});
        break;
      }
    }
    // An identity for a sender that does not exist is meant for one that does.
    const bool misnamed = std::any_of(identities.begin(), identities.end(), [&](const auto& each) { return !among(named_.old, each.first); });
    Places reported;
    for (const auto& sender : misnamed ? Places() : named_.old) {
      if (among(identities, sender.first) || among(reported, sender.first) || stays_whole(sender.first)) continue;
      environment_.report("RULE-091", sender.second, {{"sender", sender.first.text()}});
      reported.push_back(sender);
    }
  }

  // Where a provision can go to several new senders its identity says to which; and a sender that is written out is one of them.
  void check_destinations() {
    for (const syntax::Word& old : named_.without_destination) {
      const auto code = SenderCode::parse(old.text);
      if (code && transition_.destinations_of(*code).size() > 1) environment_.report("RULE-162", old.span, {{"sender", old.text}});
    }
    std::vector<std::string> names;
    for (const SenderCode& code : transition_.new_senders()) names.push_back(code.text());
    for (const auto& [code, span] : named_.destinations) {
      if (std::find(names.begin(), names.end(), code) == names.end())
        environment_.report("RULE-166", span, {{"sender", code}, {"senders", listed(names)}}, near_name(code, names));
    }
  }

  // Nothing of it goes anywhere.
  bool stays_whole(const SenderCode& sender) const { return transition_.continues(sender) && transition_.scope_of(sender) == nullptr; }

  // What stays with a sender is found in its own new delivery, under its own numbers; what a scope takes out of it goes to another.
  void check_going_on() {
    for (const auto& [code, span] : named_.continuing) {
      if (!among(named_.fresh, code)) environment_.report("RULE-163", span, {{"sender", code.text()}});
    }
    for (const auto& [code, span] : named_.identities) {
      if (stays_whole(code)) environment_.report("RULE-164", span, {{"sender", code.text()}});
    }
    for (const auto& [code, span] : named_.scopes) {
      const bool renumbered = among(named_.fresh, code) && !transition_.continues(code);
      if (renumbered || transition_.destinations_of(code).empty()) environment_.report("RULE-165", span, {{"sender", code.text()}});
    }
  }

  const NamedSenders& named_;
  const Transition& transition_;
  Environment& environment_;
};

}  // namespace

void check_senders(const NamedSenders& named, const Transition& transition, Environment& environment) { SenderChecker(named, transition, environment).run(); }

}  // namespace srgconv::rules
