// Levels -> candidate edges per person -> groups that depend on each other -> pairs and ties.
//
// Nearly every provision is settled without an assignment. An edge of level L both ends of which have no other edge of level L or stronger lies in every
// lexicographic optimum: an assignment without it could take it, give up at most edges of weaker levels for it, and be better. So such edges are taken level by
// level, and only what is left between them is put together into groups. Weighted evidence is looked at last, for what is still there.
#include "reconcile/matching.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <numeric>
#include <optional>
#include <span>
#include <tuple>
#include <utility>

#include "parallel/parallel.hpp"
#include "reconcile/allowances.hpp"
#include "reconcile/assignment.hpp"
#include "reconcile/comparing.hpp"
#include "reconcile/doubts.hpp"
#include "reconcile/exact_levels.hpp"
#include "reconcile/interchangeable.hpp"
#include "reconcile/persons.hpp"

namespace srgconv::reconcile {
namespace {

using Span = std::span<const Facts>;

// Old provisions of a piece of work.
constexpr std::size_t provisions_at_once = 20'000;

bool changed(const Facts& old, const Facts& fresh) {
  const bool ends_differ = old.end != Facts::no_end && fresh.end != Facts::no_end && old.end != fresh.end;
  return old.type != fresh.type || old.start != fresh.start || ends_differ;
}

class Matcher {
 public:
  Matcher(const Problem& problem, const Comparing& comparing, Weigh weigh, const std::vector<Continuation>& going_on)
      : problem_(problem), going_on_(going_on), levels_(problem), comparing_(comparing), allowances_(problem) {
    const rules::MatchLevel* weighing = problem.transition.match->weighing();
    if (weigh == Weigh::yes && weighing != nullptr) evidence_ = &*weighing->evidence;
  }

  void person(Span old, Span fresh);
  Matching take() { return std::move(result_); }

 private:
  void pair(const Facts& old, const Facts& fresh, std::uint32_t level, bool interchangeable = false) {
    result_.pairs.push_back({old.index, fresh.index, level, interchangeable, changed(old, fresh)});
  }
  void pair_alike(Span old, Span fresh);
  void take_lone_edges(std::uint32_t level);
  void reserve_what_goes_on(Span old, Span fresh);
  void add_evidence(Span old, Span fresh);
  void hold_what_may_be_exchanged(Span old, Span fresh);
  void hold_what_may_be_a_part(Span old, Span fresh);
  bool is_enough(const Facts& old, const Facts& fresh) const;
  bool contested(Span old, Span fresh, const Edge& edge) const;
  void split_into_groups(Span old, Span fresh);
  void group(Span old, Span fresh, std::span<const Edge> edges);

  const Problem& problem_;
  const std::vector<Continuation>& going_on_;
  ExactLevels levels_;
  const Comparing& comparing_;
  Allowances allowances_;
  const rules::EvidenceLevel* evidence_ = nullptr;
  Matching result_;
  // Of the person at hand:
  std::vector<Edge> edges_;
  std::vector<char> old_done_, fresh_done_;
  std::vector<std::uint32_t> old_degree_, fresh_degree_;
  std::vector<std::uint32_t> parent_;  // old provisions, then new ones: sets that are connected
  struct LonePair {
    std::uint32_t old = 0, fresh = 0, level = 0;  // numbers within the person
    std::vector<std::uint32_t> rivals;            // new provisions for which it might be exchanged: then people decide
  };
  std::vector<LonePair> lone_;
  std::vector<Edge> exchanges_;  // what weighed pairs could have instead, at the cost of an exact pair
};

void Matcher::person(Span old, Span fresh) {
  old_done_.assign(old.size(), 0);
  fresh_done_.assign(fresh.size(), 0);
  lone_.clear();
  exchanges_.clear();
  if (problem_.transition.ties && old.size() > 1 && fresh.size() > 1) pair_alike(old, fresh);
  const auto left = [](const std::vector<char>& done) { return static_cast<std::size_t>(std::count(done.begin(), done.end(), 0)); };
  const std::size_t olds = left(old_done_), freshes = left(fresh_done_);
  if (olds == 0 || freshes == 0) return;
  if (olds > most_pairs / freshes) {
    for (std::size_t i = 0; i < old.size(); ++i) {
      if (old_done_[i] == 0) result_.too_many.push_back({old[i].index, {}});
    }
    return;
  }
  edges_.clear();
  for (std::uint32_t i = 0; i < old.size(); ++i) {
    for (std::uint32_t j = 0; j < fresh.size(); ++j) {
      if (old_done_[i] != 0 || fresh_done_[j] != 0) continue;
      auto found = levels_.edge(old[i], fresh[j]);
      if (!found) continue;
      found->old = i;
      found->fresh = j;
      edges_.push_back(*found);
    }
  }
  for (std::uint32_t level = 0; level < levels_.count() && !edges_.empty(); ++level) take_lone_edges(level);
  if (!going_on_.empty()) reserve_what_goes_on(old, fresh);
  if (evidence_ != nullptr) {
    add_evidence(old, fresh);
    hold_what_may_be_exchanged(old, fresh);
  }
  if (!edges_.empty()) split_into_groups(old, fresh);
  if (evidence_ != nullptr && !allowances_.none()) hold_what_may_be_a_part(old, fresh);
  for (const LonePair& lone : lone_) {
    if (lone.rivals.empty()) {
      pair(old[lone.old], fresh[lone.fresh], lone.level);
      continue;
    }
    Undecided unclear{old[lone.old].index, {fresh[lone.fresh].index}};
    for (const std::uint32_t rival : lone.rivals) unclear.candidates.push_back(fresh[rival].index);
    result_.unclear.push_back(std::move(unclear));
  }
}

// Pairing what agrees in every fact among itself is optimal: where an assignment gives one of them away, giving it back wins a link on which everything agrees.
void Matcher::pair_alike(Span old, Span fresh) {
  if (levels_.first_needs_numbers()) return;
  for (const auto& [i, j] : interchangeable(problem_, old, fresh)) {
    const auto found = levels_.edge(old[i], fresh[j]);
    if (!found || found->level != 0) continue;
    old_done_[i] = fresh_done_[j] = 1;
    pair(old[i], fresh[j], 0, true);
  }
}

void Matcher::take_lone_edges(std::uint32_t level) {
  old_degree_.assign(old_done_.size(), 0);
  fresh_degree_.assign(fresh_done_.size(), 0);
  for (const Edge& edge : edges_) {
    if (edge.level > level) continue;
    ++old_degree_[edge.old];
    ++fresh_degree_[edge.fresh];
  }
  for (const Edge& edge : edges_) {
    if (edge.level > level || old_degree_[edge.old] != 1 || fresh_degree_[edge.fresh] != 1) continue;
    lone_.push_back({edge.old, edge.fresh, edge.level, {}});
    old_done_[edge.old] = fresh_done_[edge.fresh] = 1;
  }
  std::erase_if(edges_, [&](const Edge& edge) { return old_done_[edge.old] != 0 || fresh_done_[edge.fresh] != 0; });
}

// That two periods touch, and a new one has both, says more than any sum: what else is near the second of them is chance.
void Matcher::reserve_what_goes_on(Span old, Span fresh) {
  const auto has_edge = [&](std::uint32_t Edge::*side, std::uint32_t number) {
    return std::any_of(edges_.begin(), edges_.end(), [&](const Edge& edge) { return edge.*side == number; });
  };
  std::vector<Continuation> possible;  // numbers within the person
  for (std::uint32_t i = 0; i < old.size(); ++i) {
    if (old_done_[i] != 0 || has_edge(&Edge::old, i)) continue;
    for (auto one = std::lower_bound(going_on_.begin(), going_on_.end(), Continuation{old[i].index}); one != going_on_.end() && one->old == old[i].index;
         ++one) {
      for (std::uint32_t j = 0; j < fresh.size(); ++j) {
        if (fresh[j].index == one->fresh && fresh_done_[j] == 0 && !has_edge(&Edge::fresh, j)) possible.push_back({i, j});
      }
    }
  }
  for (const Continuation& one : only_ones(possible)) old_done_[one.old] = fresh_done_[one.fresh] = 1;
}

// Pairs that no declared level lets belong together, weighed. Links that are too weak to be made are there as rivals.
void Matcher::add_evidence(Span old, Span fresh) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> known;
  for (const Edge& edge : edges_) known.emplace_back(edge.old, edge.fresh);
  std::sort(known.begin(), known.end());
  for (std::uint32_t i = 0; i < old.size(); ++i) {
    for (std::uint32_t j = 0; j < fresh.size(); ++j) {
      if (old_done_[i] != 0 || fresh_done_[j] != 0 || std::binary_search(known.begin(), known.end(), std::pair(i, j))) continue;
      const std::int64_t weight = problem_.weights.sum(comparing_.all(old[i], fresh[j]));
      if (weight > 0) edges_.push_back({i, j, static_cast<std::uint32_t>(levels_.count()), {}, 0, weight});
    }
  }
}

// An exact pair and a weighed one of the same person: when each old provision might as well have the other's new one, by nearly as much evidence together, the
// exact pair may be the chance and nobody can tell. Then both go to people.
void Matcher::hold_what_may_be_exchanged(Span old, Span fresh) {
  const auto weight = [&](std::uint32_t i, std::uint32_t j) { return problem_.weights.sum(comparing_.all(old[i], fresh[j])); };
  for (const Edge& edge : edges_) {
    if (edge.weight == 0) continue;
    for (LonePair& lone : lone_) {
      const std::int64_t one = weight(edge.old, lone.fresh), other = weight(lone.old, edge.fresh);
      if (one <= 0 || other <= 0 || one + other <= edge.weight + weight(lone.old, lone.fresh) - evidence_->ahead) continue;
      exchanges_.push_back({edge.old, lone.fresh, edge.level, {}, 0, one});
      lone.rivals.push_back(edge.fresh);
    }
  }
}

// A new provision that nothing is linked with may be the old one of an exact pair, changed, if that one's new provision may be a part of another old one:
// nobody can tell whether one provision came from nowhere, or one was split and another changed.
void Matcher::hold_what_may_be_a_part(Span old, Span fresh) {
  const auto may_be_a_part = [&](const LonePair& pair) {
    return std::any_of(lone_.begin(), lone_.end(), [&](const LonePair& whole) {
      return &whole != &pair && fresh[whole.fresh].type != fresh[pair.fresh].type && allowances_.part(old[whole.old], fresh[pair.fresh]) != nullptr &&
             allowances_.part(old[whole.old], fresh[whole.fresh]) != nullptr;
    });
  };
  for (std::uint32_t left = 0; left < fresh.size(); ++left) {
    if (fresh_done_[left] != 0) continue;
    for (LonePair& pair : lone_) {
      if (problem_.weights.sum(comparing_.all(old[pair.old], fresh[left])) > 0 && may_be_a_part(pair)) pair.rivals.push_back(left);
    }
  }
}

// The weights are those of pairs of which some fact changed, for the others are linked exactly. That two changed at once is a second coincidence, so every
// further change needs as much evidence more as a link must be ahead.
bool Matcher::is_enough(const Facts& old, const Facts& fresh) const {
  const Evidence evidence = comparing_.all(old, fresh);
  return problem_.weights.sum(evidence) >= evidence_->least + evidence_->ahead * std::max<std::int64_t>(0, Comparing::changes(evidence) - 1);
}

// Could the new provision of a weighed pair just as well be a part of another old one that is split, or the old one a part of what is joined? What is linked by
// an exact level may be either.
bool Matcher::contested(Span old, Span fresh, const Edge& edge) const {
  if (std::any_of(exchanges_.begin(), exchanges_.end(), [&](const Edge& one) { return one.old == edge.old; })) return true;
  if (allowances_.none()) return false;
  for (std::uint32_t other = 0; other < old.size(); ++other) {
    if (other == edge.old || old_done_[other] == 0) continue;
    if (allowances_.part(old[other], fresh[edge.fresh]) != nullptr) return true;
    if (allowances_.join(old[edge.old]) != nullptr && alike(old[other], old[edge.old])) return true;
  }
  return false;
}

// Edges that share a provision, directly or through others, are one group.
void Matcher::split_into_groups(Span old, Span fresh) {
  const auto olds = static_cast<std::uint32_t>(old.size());
  parent_.resize(old.size() + fresh.size());
  std::iota(parent_.begin(), parent_.end(), 0U);
  const auto root = [&](std::uint32_t node) {
    while (parent_[node] != node) node = parent_[node] = parent_[parent_[node]];
    return node;
  };
  for (const Edge& edge : edges_) parent_[root(edge.old)] = root(olds + edge.fresh);
  std::sort(edges_.begin(), edges_.end(), [&](const Edge& a, const Edge& b) {
    const std::uint32_t group_a = root(a.old), group_b = root(b.old);
    return std::tie(group_a, a.old, a.fresh) < std::tie(group_b, b.old, b.fresh);
  });
  for (auto begin = edges_.begin(); begin != edges_.end();) {
    const auto end = std::find_if(begin, edges_.end(), [&](const Edge& other) { return root(other.old) != root(begin->old); });
    group(old, fresh, std::span<const Edge>(begin, end));
    begin = end;
  }
}

// `edges`: all of one group, ordered by old; numbers are those within the person.
void Matcher::group(Span old, Span fresh, std::span<const Edge> edges) {
  std::vector<std::uint32_t> olds, freshes;
  for (const Edge& one : edges) {
    olds.push_back(one.old);
    freshes.push_back(one.fresh);
  }
  for (auto* numbers : {&olds, &freshes}) {
    std::sort(numbers->begin(), numbers->end());
    numbers->erase(std::unique(numbers->begin(), numbers->end()), numbers->end());
  }
  if (olds.size() > largest_group || freshes.size() > largest_group) {
    for (const Edge& one : edges) {
      if (result_.too_many.empty() || result_.too_many.back().old != old[one.old].index) result_.too_many.push_back({old[one.old].index, {}});
      result_.too_many.back().candidates.push_back(fresh[one.fresh].index);
    }
    return;
  }
  const auto number_in = [](const std::vector<std::uint32_t>& numbers, std::uint32_t wanted) {
    return static_cast<std::uint32_t>(std::lower_bound(numbers.begin(), numbers.end(), wanted) - numbers.begin());
  };
  std::vector<Edge> numbered(edges.begin(), edges.end());
  // A link more is worth the margin: so staying alone is a rival only where the new provision goes to another one instead. Whether the evidence for a link is
  // enough by itself is asked afterwards.
  const std::int64_t for_a_link = evidence_ == nullptr ? 0 : evidence_->ahead;
  for (Edge& one : numbered) {
    one.old = number_in(olds, one.old);
    one.fresh = number_in(freshes, one.fresh);
    if (one.weight > 0) one.weight += for_a_link;
  }
  const std::vector<Choices> choices = optimal_choices(olds.size(), freshes.size(), numbered, for_a_link);
  const auto edge_to = [&](std::uint32_t i, std::uint32_t j) {
    return *std::find_if(numbered.begin(), numbered.end(), [&](const Edge& one) { return one.old == i && one.fresh == j; });
  };
  std::vector<std::optional<std::uint32_t>> chosen(olds.size());
  std::vector<char> old_exact(olds.size(), 0), fresh_exact(freshes.size(), 0);  // these stand, whatever the weighed ones are
  for (std::uint32_t i = 0; i < olds.size(); ++i) {
    if (choices[i].fresh.size() != 1 || choices[i].may_stay_alone) continue;
    chosen[i] = choices[i].fresh[0];
    if (edge_to(i, *chosen[i]).weight == 0) old_exact[i] = fresh_exact[*chosen[i]] = 1;
  }
  std::vector<SpokenFor> spoken_for;
  for (const Edge& one : numbered) {
    if (one.weight == 0 || old_exact[one.old] != 0 || fresh_exact[one.fresh] != 0) continue;
    spoken_for.push_back({one.old, one.fresh, Comparing::contradicts(comparing_.all(old[olds[one.old]], fresh[freshes[one.fresh]]))});
  }
  const auto in_doubt = doubts(chosen, spoken_for);
  for (std::uint32_t i = 0; i < olds.size(); ++i) {
    const Choices& choice = choices[i];
    if (choice.fresh.empty()) continue;
    const bool strong = std::all_of(choice.fresh.begin(), choice.fresh.end(), [&](std::uint32_t j) { return edge_to(i, j).weight == 0; });
    if (chosen[i]) {
      const Edge edge = edge_to(i, *chosen[i]);
      const std::uint32_t its_old = olds[i], its_fresh = freshes[*chosen[i]];
      if (strong || (is_enough(old[its_old], fresh[its_fresh]) && in_doubt[i].empty() && !contested(old, fresh, {its_old, its_fresh}))) {
        pair(old[its_old], fresh[its_fresh], edge.level);
        fresh_done_[its_fresh] = 1;
        continue;
      }
    }
    Undecided undecided{old[olds[i]].index, {}};
    for (const auto* numbers : {&choice.fresh, &in_doubt[i]}) {
      for (const std::uint32_t j : *numbers) undecided.candidates.push_back(fresh[freshes[j]].index);
    }
    for (const Edge& exchange : exchanges_) {
      if (exchange.old == olds[i]) undecided.candidates.push_back(fresh[exchange.fresh].index);
    }
    auto& candidates = undecided.candidates;
    std::sort(candidates.begin(), candidates.end());
    candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
    (strong ? result_.ties : result_.unclear).push_back(std::move(undecided));
  }
}

}  // namespace

void Matching::add(Matching&& other) {
  const auto append = [](auto& to, auto& from) { to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end())); };
  append(pairs, other.pairs);
  append(ties, other.ties);
  append(unclear, other.unclear);
  append(too_many, other.too_many);
}

Matching match(const Problem& problem, const std::vector<std::uint32_t>& old, const std::vector<std::uint32_t>& fresh, Weigh weigh,
               const std::vector<Continuation>& going_on) {
  std::array<std::vector<Member>, 2> members;
  const auto order = [&](std::size_t side) { return side == 0 ? ordered_by_person(problem.old, old) : ordered_by_person(problem.fresh, fresh); };
  parallel::ordered(2, problem.threads, order, [&](std::size_t side, std::vector<Member>&& ordered) {
    members[side] = std::move(ordered);
    return true;
  });
  const auto pieces = in_pieces({problem.old, problem.fresh, members[0], members[1]}, 1 + old.size() / provisions_at_once);
  const Comparing comparing(problem);
  const auto work = [&](std::size_t number) {
    Matcher matcher(problem, comparing, weigh, going_on);
    for_each_person(pieces[number], [&](Span theirs_old, Span theirs_fresh) { matcher.person(theirs_old, theirs_fresh); });
    return matcher.take();
  };
  Matching result;
  result.pairs.reserve(std::min(old.size(), fresh.size()));
  parallel::ordered(pieces.size(), problem.threads, work, [&](std::size_t, Matching&& found) {
    result.add(std::move(found));
    return true;
  });
  return result;
}

}  // namespace srgconv::reconcile
