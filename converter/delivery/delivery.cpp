// Provisions of a delivery, by their numbers, and how they are shown.
#include "delivery/delivery.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace srgconv::delivery {

const std::string* Words::keep(std::string_view word) {
  const std::lock_guard lock(mutex_);
  const auto found = words_.find(word);
  return found != words_.end() ? &*found : &*words_.emplace(word).first;
}

const std::string* OwnWords::keep(std::string_view word) {
  const auto found = known_.find(word);
  if (found != known_.end()) return found->second;
  const std::string* kept = all_.keep(word);
  return known_.emplace(*kept, kept).first->second;
}

void Delivery::order() {
  by_id.resize(provisions.size());
  std::iota(by_id.begin(), by_id.end(), 0U);
  std::sort(by_id.begin(), by_id.end(), [&](std::uint32_t a, std::uint32_t b) { return std::tie(provisions[a].id, a) < std::tie(provisions[b].id, b); });
}

std::vector<std::uint32_t>::const_iterator Delivery::first_with(std::string_view id) const {
  return std::lower_bound(by_id.begin(), by_id.end(), id, [&](std::uint32_t index, std::string_view wanted) { return provisions[index].id < wanted; });
}

const Delivered* Delivery::find(std::string_view id) const {
  const auto found = first_with(id);
  return found != by_id.end() && provisions[*found].id == id ? &provisions[*found] : nullptr;
}

std::string shown_key(const SenderCode& sender, const Delivered& provision) {
  const auto& bsn = provision.facts.bsn;
  return mask_personal(sender.text() + "/" + (bsn ? shown_number(provision.id, *bsn) : provision.id));
}

}  // namespace srgconv::delivery
