// Splits and joins, person by person.
#include "reconcile/splitting.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <numeric>
#include <set>
#include <string>
#include <vector>

#include "reconcile/allowances.hpp"
#include "reconcile/continuations.hpp"
#include "reconcile/fates.hpp"
#include "reconcile/matching.hpp"
#include "reconcile/persons.hpp"

namespace srgconv::reconcile {
namespace {

using Span = std::span<const Facts>;
constexpr auto none = std::numeric_limits<std::uint32_t>::max();

class Divider {
 public:
  explicit Divider(Progress& progress)
      : progress_(progress),
        problem_(progress.problem),
        allowances_(progress.problem),
        pairing_of_old_(problem_.old.size(), none),
        pairing_of_fresh_(problem_.fresh.size(), none) {
    for (std::uint32_t number = 0; number < progress_.pairings.size(); ++number) {
      pairing_of_old_[progress_.pairings[number].old] = number;
      pairing_of_fresh_[progress_.pairings[number].fresh] = number;
    }
  }

  void person(Span old, Span fresh) {
    if (old.size() > most_pairs / fresh.size()) return;  // as in matching: too many to compare, and for people already
    split(old, fresh);
    join(old, fresh);
  }

 private:
  bool left_over(const Facts& fresh) const { return reconcile::left_over(progress_, fresh.index); }
  const SenderCode& sender_of(const Facts& old) const { return problem_.old.sender(old.index); }

  void split(Span old, Span fresh);
  void join_equals(Span old, Span fresh);
  void join(Span old, Span fresh);
  void link(const Facts& old, const Facts& fresh, Relation relation, const rules::Allow& by) {
    progress_.link({old.index, fresh.index, Proof::evidence, relation, &by.span, nullptr, true});
  }
  // What is left over could belong to any of several provisions, so to none of them.
  Diagnostic several(const char* code, const rules::Allow& by, const ProvisionKey& left, std::vector<std::string> possible) {
    std::sort(possible.begin(), possible.end());
    const Diagnostic why{
        code, by.span, {{"left", left.text()}, {"first", possible[0]}, {"second", possible[1]}, {"count", std::to_string(possible.size())}}, {}, {}};
    progress_.findings.push_back(why);
    return why;
  }

  Progress& progress_;
  const Problem& problem_;
  Allowances allowances_;
  std::vector<std::uint32_t> pairing_of_old_;
  std::vector<std::uint32_t> pairing_of_fresh_;
};

void Divider::split(Span old, Span fresh) {
  std::map<std::uint32_t, std::vector<const Facts*>> parts;  // by position in `old`
  for (const Facts& part : fresh) {
    if (!left_over(part)) continue;
    std::vector<std::uint32_t> wholes;
    bool rival = false;  // an open provision that may be just this one, under another type
    for (std::uint32_t i = 0; i < old.size(); ++i) {
      const bool may_split = allowances_.part(old[i], part) != nullptr;
      rival = rival || (!may_split && progress_.undecided(old[i].index) && old[i].start == part.start);
      const std::uint32_t pairing = pairing_of_old_[old[i].index];
      const bool linked = pairing != none && problem_.fresh[progress_.pairings[pairing].fresh].start == part.start &&
                          problem_.fresh[progress_.pairings[pairing].fresh].type != part.type;
      if (may_split && progress_.may_link(old[i].index, part.index) && (linked || progress_.undecided(old[i].index))) wholes.push_back(i);
    }
    if (wholes.size() == 1 && !rival) parts[wholes[0]].push_back(&part);
    if (wholes.size() < 2) continue;
    std::vector<std::string> possible;
    for (const std::uint32_t i : wholes) possible.push_back(problem_.old.key_text(old[i].index));
    progress_.disputed.insert(part.index);
    several("RECO-052", *allowances_.part(old[wholes[0]], part), problem_.fresh.key(part.index), std::move(possible));
  }
  for (const auto& [i, pieces] : parts) {
    const std::uint32_t pairing = pairing_of_old_[old[i].index];
    std::set<std::uint32_t> types;
    if (pairing != none) types.insert(problem_.fresh[progress_.pairings[pairing].fresh].type);
    for (const Facts* piece : pieces) types.insert(piece->type);
    const std::size_t all = pieces.size() + (pairing == none ? 0 : 1);
    if (all < 2 || types.size() < all) continue;  // of one type twice: nobody can tell which part is which
    const rules::Allow& by = *allowances_.part(old[i], *pieces.front());
    if (pairing != none) progress_.pairings[pairing].relation = Relation::split;
    for (const Facts* piece : pieces) link(old[i], *piece, Relation::split, by);
  }
}

// Old provisions that agree in everything, and one new one that agrees with them: none of them is linked yet, for it could be any of them.
void Divider::join_equals(Span old, Span fresh) {
  for (const Facts& whole : fresh) {
    if (!left_over(whole)) continue;
    const auto others = std::count_if(fresh.begin(), fresh.end(), [&](const Facts& one) { return left_over(one) && alike(one, whole); });
    std::vector<const Facts*> parts;
    for (const Facts& part : old) {
      if (progress_.undecided(part.index) && allowances_.join(part) != nullptr && alike(part, whole) && progress_.may_link(part.index, whole.index))
        parts.push_back(&part);
    }
    const bool one_sender = std::all_of(parts.begin(), parts.end(), [&](const Facts* part) { return sender_of(*part) == sender_of(*parts.front()); });
    // Another one that is left over may be one of the parts, recorded differently: then nobody knows.
    const bool rival = !parts.empty() && std::any_of(fresh.begin(), fresh.end(), [&](const Facts& one) {
      return &one != &whole && left_over(one) && (one.start == whole.start || one.type == whole.type);
    });
    if (others != 1 || parts.size() < 2 || !one_sender || rival) continue;
    for (const Facts* part : parts) link(*part, whole, Relation::joined, *allowances_.join(*part));
  }
}

void Divider::join(Span old, Span fresh) {
  join_equals(old, fresh);
  for (const Facts& part : old) {
    if (!progress_.undecided(part.index) || allowances_.join(part) == nullptr) continue;
    std::vector<const Facts*> wholes;
    for (const Facts& whole : fresh) {
      const std::uint32_t number = pairing_of_fresh_[whole.index];
      if (number == none || !progress_.may_link(part.index, whole.index) || progress_.pairings[number].relation != Relation::same) continue;
      const Facts* other = nullptr;
      for (const Facts& one : old) {
        if (one.index == progress_.pairings[number].old) other = &one;
      }
      if (other == nullptr || sender_of(*other) != sender_of(part) || other->type != part.type || whole.type != part.type) continue;
      const Date start = std::min(part.start, other->start);
      const bool period = start == whole.start && (part.end == whole.end || other->end == whole.end);
      const bool goal = part.goal == whole.goal && other->goal == whole.goal;
      if (period && goal && !same_period(part, whole) && !same_period(*other, whole)) wholes.push_back(&whole);
    }
    if (wholes.size() == 1) {
      progress_.pairings[pairing_of_fresh_[wholes[0]->index]].relation = Relation::joined;
      link(part, *wholes[0], Relation::joined, *allowances_.join(part));
    } else if (wholes.size() > 1) {
      std::vector<std::string> possible;
      for (const Facts* whole : wholes) possible.push_back(problem_.fresh.key_text(whole->index));
      Trouble open{part.index, several("RECO-053", *allowances_.join(part), problem_.old.key(part.index), std::move(possible)), {}};
      for (const Facts* whole : wholes) open.candidates.push_back(whole->index);
      progress_.troubles.push_back(std::move(open));
      progress_.blocked[part.index] = true;  // it has not ended: it went on in one of them
    }
  }
}

}  // namespace

void link_splits_and_joins(Progress& progress) {
  const Problem& problem = progress.problem;
  if (problem.transition.allowed.empty()) return;
  // First of all, for they look like a part of what started on the same day.
  for (const Continuation& one : only_ones(continuations(progress)))
    progress.link({one.old, one.fresh, Proof::evidence, Relation::same, &one.by->span, nullptr, true});
  std::vector<std::uint32_t> old, fresh(problem.fresh.size());
  for (std::uint32_t index = 0; index < problem.old.size(); ++index) {
    if (progress.fates[index] == OldFate::linked || progress.fates[index] == OldFate::ended || progress.undecided(index)) old.push_back(index);
  }
  std::iota(fresh.begin(), fresh.end(), 0U);
  const auto old_members = ordered_by_person(problem.old, old), fresh_members = ordered_by_person(problem.fresh, fresh);
  Divider divider(progress);
  for_each_person({problem.old, problem.fresh, old_members, fresh_members},
                  [&](Span theirs_old, Span theirs_fresh) { divider.person(theirs_old, theirs_fresh); });
}

}  // namespace srgconv::reconcile
