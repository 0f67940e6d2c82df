// DELIVERED-TWICE: is one provision delivered by two senders?
//
// Two provisions of one side are taken for one when person, type and complete start date are the same, two senders deliver them, and both run on after the
// month. On the old side that is explained where the conversion file joins them into one new key.
#include <algorithm>
#include <string>
#include <tuple>
#include <vector>

#include "verify/conversion_checks.hpp"

namespace srgconv::verify {
namespace {

struct Running {
  const SideDelivery* delivery;
  const Delivered* provision;
};

auto facts_of(const Running& one) {
  const Facts& facts = one.provision->facts;
  return std::tuple(facts.bsn->value(), std::string_view(*facts.type), facts.start);
}

std::vector<Running> running_by_facts(const DeliveredSide& side) {
  std::vector<Running> running;
  for (const SideDelivery& delivery : side.deliveries) {
    for (const Delivered& provision : delivery.provisions) {
      const Facts& facts = provision.facts;
      const bool runs = !facts.end || on_or_before(*facts.end, delivery.month.last_day()) == Answer::no;
      if (facts.bsn && facts.start.complete() && runs) running.push_back({&delivery, &provision});
    }
  }
  const auto place = [](const Running& one) { return std::tuple(one.delivery->sender, one.provision->line, std::string_view(one.provision->id)); };
  std::sort(running.begin(), running.end(),
            [&](const Running& a, const Running& b) { return std::tuple_cat(facts_of(a), place(a)) < std::tuple_cat(facts_of(b), place(b)); });
  return running;
}

// Per delivered provision of the old side the new keys that its records give it.
class JoinedKeys {
 public:
  explicit JoinedKeys(const Evidence& evidence) : evidence_(evidence) {
    for (const Record& record : evidence.files.records) {
      if (record.delivered != nullptr && record.relation == Relation::joined) records_.emplace_back(record.delivered, &record);
    }
    std::sort(records_.begin(), records_.end());
  }
  bool join(const Delivered& a, const Delivered& b) const {
    const Record* first = record_of(a);
    const Record* second = record_of(b);
    if (first == nullptr || second == nullptr) return false;
    const auto same_key = [&](const NewKey& one, const NewKey& other) { return one.id == other.id && one.numbering == other.numbering; };
    const auto keys = evidence_.keys_of(*second);
    return std::any_of(keys.begin(), keys.end(), [&](const NewKey& other) {
      const auto own = evidence_.keys_of(*first);
      return std::any_of(own.begin(), own.end(), [&](const NewKey& one) { return same_key(one, other); });
    });
  }

 private:
  const Record* record_of(const Delivered& provision) const {
    const auto found = std::lower_bound(records_.begin(), records_.end(), std::pair<const Delivered*, const Record*>(&provision, nullptr));
    return found != records_.end() && found->first == &provision ? found->second : nullptr;
  }
  const Evidence& evidence_;
  std::vector<std::pair<const Delivered*, const Record*>> records_;
};

template <class Explained>
void compare_senders(const DeliveredSide& side, std::string_view code, const Explained& explained, Tally& tally) {
  if (side.deliveries.size() < 2) return;
  const std::vector<Running> running = running_by_facts(side);
  for (std::size_t i = 1; i < running.size(); ++i) {
    const Running &before = running[i - 1], &one = running[i];
    if (facts_of(before) != facts_of(one) || before.delivery == one.delivery) {
      tally.not_applicable();
      continue;
    }
    Case pair(tally, one.delivery->file, one.provision->line);
    if (explained(*before.provision, *one.provision)) continue;
    pair.violated(code, [&] {
      return Arguments{{"key", shown_key(one.delivery->sender, *one.provision)},
                       {"other", shown_key(before.delivery->sender, *before.provision)},
                       {"month", one.delivery->month.text()}};
    });
  }
}

}  // namespace

void check_delivered_twice(const Evidence& evidence, Tally& tally) {
  const JoinedKeys joined(evidence);
  compare_senders(
      evidence.old_side, "VER-243", [&](const Delivered& a, const Delivered& b) { return joined.join(a, b); }, tally);
  compare_senders(
      evidence.new_side, "VER-244", [](const Delivered&, const Delivered&) { return false; }, tally);
}

}  // namespace srgconv::verify
