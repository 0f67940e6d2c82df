// Compact facts: codes as numbers, and the order by person that brings both sides together.
#include "reconcile/facts.hpp"

#include <algorithm>
#include <tuple>

namespace srgconv::reconcile {
namespace {

bool by_person(const Facts& a, const Facts& b) { return std::tie(a.bsn, a.index) < std::tie(b.bsn, b.index); }

// The stretch of one BSN that begins at `from`.
std::span<const Facts> person_at(std::span<const Facts> facts, std::size_t from) {
  std::size_t to = from;
  while (to < facts.size() && facts[to].bsn == facts[from].bsn) ++to;
  return facts.subspan(from, to - from);
}

}  // namespace

std::uint32_t CodeNumbers::of(const std::string& code) {
  // Codes of up to three bytes, all that are known, are numbers by themselves; longer ones are numbered as they come, with the highest bit set.
  constexpr std::uint32_t numbered = 0x8000'0000U;
  if (code.size() > 3) return longer_.emplace(code, numbered | static_cast<std::uint32_t>(longer_.size())).first->second;
  auto number = static_cast<std::uint32_t>(code.size());
  for (const char c : code) number = number << 8U | static_cast<unsigned char>(c);
  return number;
}

Facts facts_of(const Provision& provision, std::uint32_t index, CodeNumbers& numbers) {
  Facts facts;
  facts.bsn = provision.bsn.value();
  facts.index = index;
  facts.start = provision.start;
  if (provision.end) facts.end = provision.end->packed();
  facts.end_since = facts.end;
  facts.type = numbers.of(provision.type);
  facts.goal = numbers.of(provision.goal);
  facts.work_capacity = numbers.of(provision.work_capacity);
  if (provision.wage_value) facts.wage_value = provision.wage_value->units();
  return facts;
}

Facts facts_of(const OldProvision& old, std::uint32_t index, CodeNumbers& numbers) {
  Facts facts = facts_of(old.provision, index, numbers);
  if (old.end_recorded_since) facts.end_since = old.end_recorded_since->packed();
  return facts;
}

std::vector<Facts> ordered_by_person(const std::vector<Facts>& facts) {
  // Ranges of BSNs first, each small enough for the cache: a comparison sort of millions at once would wait for memory most of the time.
  if (facts.empty()) return facts;
  const auto [lowest, highest] = std::minmax_element(facts.begin(), facts.end(), [](const Facts& a, const Facts& b) { return a.bsn < b.bsn; });
  const std::uint32_t least = lowest->bsn;
  unsigned shift = 0;
  while ((highest->bsn - least) >> shift >= 4096U) ++shift;
  std::vector<std::size_t> ends(4097, 0);
  for (const Facts& one : facts) ++ends[((one.bsn - least) >> shift) + 1];
  for (std::size_t range = 1; range < ends.size(); ++range) ends[range] += ends[range - 1];
  std::vector<Facts> result(facts.size());
  std::vector<std::size_t> next(ends);
  for (const Facts& one : facts) result[next[(one.bsn - least) >> shift]++] = one;
  for (std::size_t range = 0; range + 1 < ends.size(); ++range) {
    std::sort(result.begin() + static_cast<std::ptrdiff_t>(ends[range]), result.begin() + static_cast<std::ptrdiff_t>(ends[range + 1]), by_person);
  }
  return result;
}

void for_each_person(std::span<const Facts> old, std::span<const Facts> fresh,
                     const std::function<void(std::span<const Facts> old, std::span<const Facts> fresh)>& visit) {
  std::size_t i = 0, j = 0;
  while (i < old.size() && j < fresh.size()) {
    if (old[i].bsn < fresh[j].bsn)
      ++i;
    else if (fresh[j].bsn < old[i].bsn)
      ++j;
    else {
      const auto theirs_old = person_at(old, i), theirs_fresh = person_at(fresh, j);
      visit(theirs_old, theirs_fresh);
      i += theirs_old.size();
      j += theirs_fresh.size();
    }
  }
}

}  // namespace srgconv::reconcile
