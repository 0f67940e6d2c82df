// DUPLICATE-PROVISION: one person, type and start is one provision, so it has one number.
#include <algorithm>

#include "monthly/month.hpp"

namespace srgconv::monthly {
namespace {

// The provisions of one person and type, in order of start. A case is what may be the same as one before it.
void judge(const Month& month, const std::vector<std::uint32_t>& group, Found& found) {
  const auto& provisions = month.delivery.provisions;
  Date reached;  // the latest day on which one of those before can have started
  for (std::size_t i = 0; i < group.size(); ++i) {
    const delivery::Delivered& provision = provisions[group[i]];
    const Date start = provision.facts.start;
    const delivery::Delivered* before = i == 0 ? nullptr : &provisions[group[i - 1]];
    if (before != nullptr && before->id == provision.id) {
      found.tally.not_applicable();  // one number twice: the check UNIQUE tells
      continue;
    }
    ProvisionCase one(found, month, group[i]);
    // Equal complete dates lie side by side in this order.
    if (before != nullptr && start.complete() && before->facts.start == start)
      one.violated("VER-206", [&] { return Arguments{{"key", month.shown(group[i])}, {"other", month.shown(group[i - 1])}, {"month", month.month().text()}}; });
    else if (start.earliest() <= reached)
      one.undecided("VER-198", [&] {
        const Date open = start.complete() ? before->facts.start : start;
        return Arguments{{"key", month.shown(group[i])}, {"date", open.text()}, {"month", month.month().text()}};
      });
    reached = std::max(reached, start.latest());
  }
}

}  // namespace

void check_duplicates(const Month& month, Found& found) {
  const auto& provisions = month.delivery.provisions;
  std::uint64_t in_groups = 0;
  for_each_person(month, [&](std::vector<std::uint32_t> of_person) {
    std::stable_sort(of_person.begin(), of_person.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return *provisions[a].facts.type < *provisions[b].facts.type; });
    for (std::size_t first = 0; first < of_person.size();) {
      std::size_t end = first + 1;
      while (end < of_person.size() && provisions[of_person[end]].facts.type == provisions[of_person[first]].facts.type) ++end;
      if (end - first > 1) {
        in_groups += end - first;
        judge(month, {of_person.begin() + static_cast<std::ptrdiff_t>(first), of_person.begin() + static_cast<std::ptrdiff_t>(end)}, found);
      }
      first = end;
    }
  });
  found.tally.satisfied(month.by_person.size() - in_groups);
  found.tally.not_applicable(provisions.size() - month.by_person.size());
}

}  // namespace srgconv::monthly
