// Persons brought together, and divided into pieces.
#include "reconcile/persons.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <random>
#include <utility>

#include <gtest/gtest.h>

#include "unit/reconcile/cases.hpp"

namespace srgconv::reconcile {
namespace {

// So many provisions of at most `persons` persons, any BSN among them that nine digits hold.
Provisions drawn(std::size_t count, std::uint32_t persons, std::mt19937& chance) {
  CodeNumbers numbers;
  Provisions provisions;
  Provision one = cases::provision("0398@-/1 123456782 22 2021-03-01");
  while (provisions.size() < count) {
    // The first BSN from there on.
    std::uint32_t number = 1'000 + static_cast<std::uint32_t>(chance() % persons) * (990'000'000U / persons);
    while (!Bsn::parse(fmt::format("{:09}", number)).bsn) ++number;
    one.bsn = *Bsn::parse(fmt::format("{:09}", number)).bsn;
    provisions.add(one, numbers);
  }
  return provisions;
}

std::vector<std::uint32_t> all(const Provisions& provisions) {
  std::vector<std::uint32_t> indices(provisions.size());
  std::iota(indices.begin(), indices.end(), 0U);
  return indices;
}

TEST(OrderedByPerson, IsWhatSortingGives) {
  std::mt19937 chance(3);
  for (const std::uint32_t persons : {1U, 5U, 500U, 900'000U}) {
    const Provisions provisions = drawn(2000, persons, chance);
    std::vector<std::uint32_t> indices = all(provisions);
    std::vector<std::pair<std::uint32_t, std::uint32_t>> expected, found;
    for (const std::uint32_t index : indices) expected.emplace_back(provisions[index].bsn, index);
    std::sort(expected.begin(), expected.end());
    std::shuffle(indices.begin(), indices.end(), chance);
    for (const Member& member : ordered_by_person(provisions, indices)) found.emplace_back(member.bsn, member.index);
    EXPECT_EQ(found, expected) << persons;
  }
  EXPECT_TRUE(ordered_by_person(Provisions(), {}).empty());
}

using Visited = std::map<std::uint32_t, std::pair<std::vector<std::uint32_t>, std::vector<std::uint32_t>>>;

void visit(const Sides& sides, Visited& visited) {
  std::uint32_t before = 0;
  for_each_person(sides, [&](std::span<const Facts> old, std::span<const Facts> fresh) {
    EXPECT_LT(before, old.front().bsn);
    before = old.front().bsn;
    auto& [old_indices, new_indices] = visited[before];
    EXPECT_TRUE(old_indices.empty()) << "a person twice";
    for (const Facts& one : old) old_indices.push_back(one.index);
    for (const Facts& one : fresh) new_indices.push_back(one.index);
  });
}

TEST(ForEachPerson, VisitsWhomBothSidesKnowInWholeAndInPieces) {
  std::mt19937 chance(4);
  for (const std::uint32_t persons : {1U, 7U, 300U, 100'000U}) {
    const Provisions old = drawn(1000, persons, chance), fresh = drawn(700, persons, chance);
    Visited expected;
    for (std::uint32_t index = 0; index < old.size(); ++index) expected[old[index].bsn].first.push_back(index);
    for (std::uint32_t index = 0; index < fresh.size(); ++index) expected[fresh[index].bsn].second.push_back(index);
    std::erase_if(expected, [](const auto& one) { return one.second.first.empty() || one.second.second.empty(); });
    const auto old_members = ordered_by_person(old, all(old)), new_members = ordered_by_person(fresh, all(fresh));
    const Sides sides{old, fresh, old_members, new_members};
    Visited whole;
    visit(sides, whole);
    EXPECT_EQ(whole, expected) << persons;
    for (const std::size_t count : {1U, 2U, 3U, 64U, 5000U}) {
      Visited in_parts;
      const auto pieces = in_pieces(sides, count);
      EXPECT_LE(pieces.size(), count);
      EXPECT_GE(pieces.size(), std::min<std::size_t>(count, expected.size()) / 2);
      for (const Sides& piece : pieces) visit(piece, in_parts);
      EXPECT_EQ(in_parts, expected) << persons << " persons in " << count;
    }
  }
}

TEST(InPieces, OfNobodyThereAreNone) {
  const Provisions nobody;
  EXPECT_TRUE(in_pieces({nobody, nobody, {}, {}}, 4).empty());
}

}  // namespace
}  // namespace srgconv::reconcile
