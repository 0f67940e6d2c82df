// Ordering by BSN, and walking over both sides at once.
#include "reconcile/persons.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace srgconv::reconcile {
namespace {

// The facts lie scattered in memory: they are asked for this many members before they are needed.
constexpr std::size_t ahead = 16;

void ask_for(const Provisions& provisions, std::span<const Member> members, std::size_t at) {
  if (at < members.size()) __builtin_prefetch(&provisions[members[at].index]);
}

// The end of the stretch of one BSN that begins at `from`.
std::size_t person_end(std::span<const Member> members, std::size_t from) {
  std::size_t to = from;
  while (to < members.size() && members[to].bsn == members[from].bsn) ++to;
  return to;
}

}  // namespace

std::vector<Member> ordered_by_person(const Provisions& provisions, std::span<const std::uint32_t> indices) {
  std::vector<Member> members, other(indices.size());
  members.reserve(indices.size());
  for (const std::uint32_t index : indices) members.push_back({provisions[index].bsn, index});
  if (!std::is_sorted(indices.begin(), indices.end())) std::sort(members.begin(), members.end(), [](Member a, Member b) { return a.index < b.index; });
  // By ten bits at a time, the lowest first, each time keeping the order there was: a BSN has nine digits, which is 30 bits.
  constexpr std::uint32_t bits = 10, values = 1U << bits;
  for (std::uint32_t shift = 0; shift < 30; shift += bits) {
    std::array<std::size_t, values + 1> next{};
    const auto value = [shift](Member member) { return member.bsn >> shift & (values - 1); };
    for (const Member member : members) ++next[value(member) + 1];
    for (std::size_t at = 1; at <= values; ++at) next[at] += next[at - 1];
    for (const Member member : members) other[next[value(member)]++] = member;
    members.swap(other);
  }
  return members;
}

void for_each_person(const Sides& sides, const std::function<void(std::span<const Facts> old, std::span<const Facts> fresh)>& visit) {
  const auto old = sides.old_members, fresh = sides.fresh_members;
  std::vector<Facts> theirs_old, theirs_fresh;
  std::size_t i = 0, j = 0;
  while (i < old.size() && j < fresh.size()) {
    if (old[i].bsn < fresh[j].bsn) {
      ask_for(sides.old, old, i++ + ahead);
      continue;
    }
    if (fresh[j].bsn < old[i].bsn) {
      ask_for(sides.fresh, fresh, j++ + ahead);
      continue;
    }
    theirs_old.clear();
    theirs_fresh.clear();
    for (const std::size_t end = person_end(old, i); i < end; ++i) {
      ask_for(sides.old, old, i + ahead);
      theirs_old.push_back(sides.old[old[i].index]);
    }
    for (const std::size_t end = person_end(fresh, j); j < end; ++j) {
      ask_for(sides.fresh, fresh, j + ahead);
      theirs_fresh.push_back(sides.fresh[fresh[j].index]);
    }
    visit(theirs_old, theirs_fresh);
  }
}

std::vector<Sides> in_pieces(const Sides& sides, std::size_t count) {
  const auto old = sides.old_members, fresh = sides.fresh_members;
  std::vector<Sides> pieces;
  std::size_t i = 0, j = 0;
  for (std::size_t number = 1; number <= count && i < old.size(); ++number) {
    const std::size_t wanted = std::max(i + 1, old.size() / count * number);
    const std::size_t i_end = number == count ? old.size() : person_end(old, std::min(wanted, old.size()) - 1);
    const auto next = i_end == old.size() ? fresh.end()
                                          : std::lower_bound(fresh.begin() + static_cast<std::ptrdiff_t>(j), fresh.end(), old[i_end].bsn,
                                                             [](Member member, std::uint32_t bsn) { return member.bsn < bsn; });
    const auto j_end = static_cast<std::size_t>(next - fresh.begin());
    pieces.push_back({sides.old, sides.fresh, old.subspan(i, i_end - i), fresh.subspan(j, j_end - j)});
    i = i_end;
    j = j_end;
  }
  return pieces;
}

}  // namespace srgconv::reconcile
