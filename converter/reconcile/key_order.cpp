// Sorting by key without touching the texts of most keys.
#include "reconcile/key_order.hpp"

#include <algorithm>
#include <map>
#include <string_view>

namespace srgconv::reconcile {
namespace {

// Orders as the key does, but for numbers that are the same in their first eight bytes.
struct Entry {
  std::uint64_t beginning = 0;
  std::uint32_t numbering = 0;
  std::uint32_t index = 0;
};

std::uint64_t first_bytes(std::string_view id) {
  std::uint64_t result = 0;
  for (std::size_t at = 0; at < 8; ++at) result = result << 8U | (at < id.size() ? static_cast<unsigned char>(id[at]) : 0U);
  return result;
}

}  // namespace

std::vector<std::uint32_t> in_key_order(const Provisions& provisions) {
  std::map<Numbering, std::uint32_t> ordered;
  for (const Numbering& numbering : provisions.numberings()) ordered.emplace(numbering, 0);
  std::uint32_t rank = 0;
  for (auto& [numbering, value] : ordered) value = rank++;
  std::vector<std::uint32_t> ranks;  // per numbering
  for (const Numbering& numbering : provisions.numberings()) ranks.push_back(ordered.at(numbering));

  std::vector<Entry> entries;
  entries.reserve(provisions.size());
  for (std::uint32_t index = 0; index < provisions.size(); ++index)
    entries.push_back({first_bytes(provisions.id(index)), ranks[provisions.numbering_number(index)], index});
  const auto before = [&](const Entry& a, const Entry& b) {
    if (a.numbering != b.numbering) return a.numbering < b.numbering;
    if (a.beginning != b.beginning) return a.beginning < b.beginning;
    const int order = provisions.id(a.index).compare(provisions.id(b.index));
    return order != 0 ? order < 0 : a.index < b.index;
  };
  if (!std::is_sorted(entries.begin(), entries.end(), before)) std::sort(entries.begin(), entries.end(), before);
  std::vector<std::uint32_t> result;
  result.reserve(entries.size());
  for (const Entry& entry : entries) result.push_back(entry.index);
  return result;
}

}  // namespace srgconv::reconcile
