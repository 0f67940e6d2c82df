// Splits and joins, person by person.
#include "reconcile/splitting.hpp"

#include <algorithm>
#include <functional>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "reconcile/facts.hpp"
#include "reconcile/fates.hpp"

namespace srgconv::reconcile {
namespace {

using Span = std::span<const Facts>;
using Way = rules::Allow::Way;
constexpr auto none = std::numeric_limits<std::uint32_t>::max();

class Divider {
 public:
  explicit Divider(Progress& progress) : progress_(progress), problem_(progress.problem), pairing_of_old_(problem_.old.size(), none) {
    pairings_of_fresh_.resize(problem_.fresh.size(), none);
    for (std::uint32_t number = 0; number < progress_.pairings.size(); ++number) {
      pairing_of_old_[progress_.pairings[number].old] = number;
      pairings_of_fresh_[progress_.pairings[number].fresh] = number;
    }
  }

  void person(Span old, Span fresh) {
    split(old, fresh);
    join(old, fresh);
  }

 private:
  const rules::Allow* allowed(Way way, std::uint32_t old) const {
    const std::string& type = problem_.old[old].provision.type;
    for (const rules::Allow& one : problem_.transition.allowed) {
      if (one.way == way && (one.types.empty() || std::find(one.types.begin(), one.types.end(), type) != one.types.end())) return &one;
    }
    return nullptr;
  }
  bool left_over(const Facts& fresh) const { return !progress_.linked[fresh.index] && !started_since(problem_, problem_.fresh[fresh.index]); }
  const SenderCode& sender_of(const Facts& old) const { return problem_.old[old.index].provision.key.numbering.sender; }
  static bool same_period(const Facts& old, const Facts& fresh) { return old.start == fresh.start && same_end(old, fresh); }

  void split(Span old, Span fresh);
  void join_equals(Span old, Span fresh);
  void join(Span old, Span fresh);
  void link_part(std::uint32_t old, std::uint32_t fresh, const rules::Allow& by) {
    progress_.link({old, fresh, Proof::evidence, Relation::split, &by.span, nullptr, true});
  }
  void several(const char* code, const rules::Allow& by, const std::string& left, const std::vector<std::string>& possible) {
    progress_.findings.push_back(
        {code, by.span, {{"left", left}, {"first", possible[0]}, {"second", possible[1]}, {"count", std::to_string(possible.size())}}, {}, {}});
  }

  Progress& progress_;
  const Problem& problem_;
  std::vector<std::uint32_t> pairing_of_old_;
  std::vector<std::uint32_t> pairings_of_fresh_;
};

void Divider::split(Span old, Span fresh) {
  std::map<std::uint32_t, std::vector<const Facts*>> parts;  // by position in `old`
  for (const Facts& part : fresh) {
    if (!left_over(part)) continue;
    std::vector<std::uint32_t> wholes;
    bool rival = false;  // an open provision that may be just this one, under another type
    for (std::uint32_t i = 0; i < old.size(); ++i) {
      const bool may_split = allowed(Way::split, old[i].index) != nullptr;
      rival = rival || (!may_split && progress_.undecided(old[i].index) && old[i].start == part.start);
      const std::uint32_t pairing = pairing_of_old_[old[i].index];
      const bool linked = pairing != none && problem_.fresh[progress_.pairings[pairing].fresh].start == part.start &&
                          problem_.fresh[progress_.pairings[pairing].fresh].type != problem_.fresh[part.index].type;
      if (may_split && same_period(old[i], part) && progress_.may_link(old[i].index, part.index) && (linked || progress_.undecided(old[i].index)))
        wholes.push_back(i);
    }
    if (wholes.size() == 1 && !rival) parts[wholes[0]].push_back(&part);
    if (wholes.size() < 2) continue;
    std::vector<std::string> possible;
    for (const std::uint32_t i : wholes) possible.push_back(problem_.old[old[i].index].provision.key.text());
    std::sort(possible.begin(), possible.end());
    several("RECO-052", *allowed(Way::split, old[wholes[0]].index), problem_.fresh[part.index].key.text(), possible);
  }
  for (const auto& [i, pieces] : parts) {
    const std::uint32_t whole = old[i].index, pairing = pairing_of_old_[whole];
    std::set<std::string> types;
    if (pairing != none) types.insert(problem_.fresh[progress_.pairings[pairing].fresh].type);
    for (const Facts* piece : pieces) types.insert(problem_.fresh[piece->index].type);
    const std::size_t all = pieces.size() + (pairing == none ? 0 : 1);
    if (all < 2 || types.size() < all) continue;  // of one type twice: nobody can tell which part is which
    const rules::Allow& by = *allowed(Way::split, whole);
    if (pairing != none) progress_.pairings[pairing].relation = Relation::split;
    for (const Facts* piece : pieces) link_part(whole, piece->index, by);
  }
}

// Old provisions that agree in everything, and one new one that agrees with them: none of them is linked yet, for it could be any of them.
void Divider::join_equals(Span old, Span fresh) {
  for (const Facts& whole : fresh) {
    if (!left_over(whole)) continue;
    const auto fits = [&](const Facts& one, const Facts& other) { return one.type == other.type && one.start == other.start && one.end == other.end; };
    const auto others = std::count_if(fresh.begin(), fresh.end(), [&](const Facts& one) { return left_over(one) && fits(one, whole); });
    std::vector<std::uint32_t> parts;
    for (const Facts& part : old) {
      if (progress_.undecided(part.index) && allowed(Way::join, part.index) != nullptr && part.type == whole.type && same_period(part, whole) &&
          progress_.may_link(part.index, whole.index))
        parts.push_back(part.index);
    }
    const bool one_sender = std::all_of(parts.begin(), parts.end(), [&](std::uint32_t part) {
      return problem_.old[part].provision.key.numbering.sender == problem_.old[parts.front()].provision.key.numbering.sender;
    });
    if (others != 1 || parts.size() < 2 || !one_sender) continue;
    for (const std::uint32_t part : parts)
      progress_.link({part, whole.index, Proof::evidence, Relation::joined, &allowed(Way::join, part)->span, nullptr, true});
  }
}

void Divider::join(Span old, Span fresh) {
  join_equals(old, fresh);
  for (const Facts& part : old) {
    if (!progress_.undecided(part.index) || allowed(Way::join, part.index) == nullptr) continue;
    std::vector<const Facts*> wholes;
    for (const Facts& whole : fresh) {
      const std::uint32_t number = pairings_of_fresh_[whole.index];
      if (number == none || !progress_.may_link(part.index, whole.index) || progress_.pairings[number].relation != Relation::same) continue;
      const Facts* other = nullptr;
      for (const Facts& one : old) {
        if (one.index == progress_.pairings[number].old) other = &one;
      }
      if (other == nullptr || sender_of(*other) != sender_of(part) || other->type != part.type || whole.type != part.type) continue;
      const bool all_the_same = same_period(part, whole) && same_period(*other, whole);
      const Date start = std::min(part.start, other->start);
      const bool together =
          start == whole.start && (part.end == whole.end || other->end == whole.end) && !same_period(part, whole) && !same_period(*other, whole);
      if (all_the_same || together) wholes.push_back(&whole);
    }
    if (wholes.size() == 1) {
      const std::uint32_t number = pairings_of_fresh_[wholes[0]->index];
      progress_.pairings[number].relation = Relation::joined;
      progress_.link({part.index, wholes[0]->index, Proof::evidence, Relation::joined, &allowed(Way::join, part.index)->span, nullptr, true});
    } else if (wholes.size() > 1) {
      std::vector<std::string> possible;
      for (const Facts* whole : wholes) possible.push_back(problem_.fresh[whole->index].key.text());
      std::sort(possible.begin(), possible.end());
      several("RECO-053", *allowed(Way::join, part.index), problem_.old[part.index].provision.key.text(), possible);
    }
  }
}

}  // namespace

void link_splits_and_joins(Progress& progress) {
  const Problem& problem = progress.problem;
  if (problem.transition.allowed.empty()) return;
  CodeNumbers numbers;
  std::vector<Facts> old, fresh;
  for (std::uint32_t index = 0; index < problem.old.size(); ++index) {
    if (progress.fates[index] == OldFate::linked || progress.undecided(index)) old.push_back(facts_of(problem.old[index], index, numbers));
  }
  for (std::uint32_t index = 0; index < problem.fresh.size(); ++index) fresh.push_back(facts_of(problem.fresh[index], index, numbers));
  Divider divider(progress);
  for_each_person(ordered_by_person(old), ordered_by_person(fresh), [&](Span theirs_old, Span theirs_fresh) { divider.person(theirs_old, theirs_fresh); });
}

}  // namespace srgconv::reconcile
