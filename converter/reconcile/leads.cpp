// Leads: by person, and by persons whose BSN nearly agrees.
#include "reconcile/leads.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "reconcile/comparing.hpp"
#include "reconcile/persons.hpp"

namespace srgconv::reconcile {
namespace {

constexpr std::array<std::uint32_t, 9> places = {100'000'000, 10'000'000, 1'000'000, 100'000, 10'000, 1'000, 100, 10, 1};
constexpr std::array<int, 9> test_weights = {9, 8, 7, 6, 5, 4, 3, 2, -1};
/// So many provisions of one start are quicker compared one by one than looked up by every BSN that nearly agrees.
constexpr std::size_t compared_one_by_one = 1000;
/// More new provisions of one person than this are no help to people.
constexpr std::size_t most_candidates = 20;

const rules::EvidenceLevel* weighed(const Problem& problem) {
  const rules::MatchLevel* level = problem.transition.match ? problem.transition.match->weighing() : nullptr;
  return level == nullptr ? nullptr : &*level->evidence;
}

// In order of person.
std::vector<Facts> by_person(const Provisions& provisions, const std::vector<std::uint32_t>& indices) {
  std::vector<Facts> facts;
  for (const Member& member : ordered_by_person(provisions, indices)) facts.push_back(provisions[member.index]);
  return facts;
}

std::span<const Facts> of_person(const std::vector<Facts>& facts, std::uint32_t bsn) {
  const auto first = std::lower_bound(facts.begin(), facts.end(), bsn, [](const Facts& one, std::uint32_t wanted) { return one.bsn < wanted; });
  auto last = first;
  while (last != facts.end() && last->bsn == bsn) ++last;
  return {first, last};
}

// Two digits differ, no more and no less.
bool nearly_equal(std::uint32_t a, std::uint32_t b) {
  int different = 0;
  for (; (a != 0 || b != 0) && different < 3; a /= 10, b /= 10) different += a % 10 != b % 10 ? 1 : 0;
  return different == 2;
}

}  // namespace

std::vector<std::uint32_t> nearly_equal_bsns(std::uint32_t bsn) {
  std::array<int, 9> digits{};
  for (std::size_t at = 0; at < 9; ++at) digits[at] = static_cast<int>(bsn / places[at] % 10);
  std::vector<std::uint32_t> result;
  for (std::size_t a = 0; a < 9; ++a) {
    for (std::size_t b = a + 1; b < 9; ++b) {
      for (int new_a = 0; new_a < 10; ++new_a) {
        for (int new_b = 0; new_b < 10; ++new_b) {
          if (new_a == digits[a] || new_b == digits[b]) continue;
          // The test's sum was divisible by 11; it must stay so.
          if ((test_weights[a] * (new_a - digits[a]) + test_weights[b] * (new_b - digits[b])) % 11 != 0) continue;
          const std::int64_t other = std::int64_t{bsn} + std::int64_t{places[a]} * (new_a - digits[a]) + std::int64_t{places[b]} * (new_b - digits[b]);
          if (other > 0) result.push_back(static_cast<std::uint32_t>(other));
        }
      }
    }
  }
  std::sort(result.begin(), result.end());
  return result;
}

std::vector<Lead> leads_of_another_type(const Progress& progress, const std::vector<std::uint32_t>& open, const std::vector<std::uint32_t>& left_over) {
  const Problem& problem = progress.problem;
  const Comparing comparing(problem);
  const std::vector<Facts> fresh = by_person(problem.fresh, left_over);
  const bool weighs = weighed(problem) != nullptr;
  std::vector<Lead> result;
  for (const std::uint32_t index : open) {
    const Facts& old = problem.old[index];
    Lead lead{index, {}};
    for (const Facts& one : of_person(fresh, old.bsn)) {
      if (one.type == old.type || !progress.may_link(index, one.index)) continue;
      const bool speaks = weighs ? problem.weights.sum(comparing.all(old, one)) > 0 : one.start == old.start;
      if (speaks && lead.candidates.size() < most_candidates) lead.candidates.push_back(one.index);
    }
    if (!lead.candidates.empty()) result.push_back(std::move(lead));
  }
  return result;
}

std::vector<Lead> leads_of_another_bsn(const Progress& progress, const std::vector<std::uint32_t>& open, const std::vector<std::uint32_t>& left_over) {
  const Problem& problem = progress.problem;
  const Comparing comparing(problem);
  std::vector<Facts> fresh = by_person(problem.fresh, left_over);
  std::stable_sort(fresh.begin(), fresh.end(), [](const Facts& a, const Facts& b) { return a.start < b.start; });  // and then by person
  const rules::EvidenceLevel* weighs = weighed(problem);
  std::vector<Lead> result;
  for (const std::uint32_t index : open) {
    const Facts& old = problem.old[index];
    Lead lead{index, {}};
    const auto take = [&](const Facts& one) {
      const bool speaks = one.type == old.type || (weighs != nullptr && problem.weights.sum(comparing.all(old, one)) >= weighs->least);
      if (speaks && progress.may_link(index, one.index) && lead.candidates.size() < most_candidates) lead.candidates.push_back(one.index);
    };
    const auto [first, last] = std::equal_range(fresh.begin(), fresh.end(), old, [](const Facts& a, const Facts& b) { return a.start < b.start; });
    if (static_cast<std::size_t>(last - first) <= compared_one_by_one) {
      for (auto one = first; one != last; ++one) {
        if (nearly_equal(old.bsn, one->bsn)) take(*one);
      }
    } else {
      for (const std::uint32_t bsn : nearly_equal_bsns(old.bsn)) {
        for (auto one = std::lower_bound(first, last, bsn, [](const Facts&a, std::uint32_t wanted) { return a.bsn < wanted; }); one != last && one->bsn == bsn;
             ++one)
          take(*one);
      }
    }
    if (!lead.candidates.empty()) result.push_back(std::move(lead));
  }
  return result;
}

}  // namespace srgconv::reconcile
