// Likelihoods of single steps, connected groups, and the search through all ways of a group.
#include "support/ideal_observer.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <map>
#include <numeric>
#include <unordered_map>
#include <utility>

namespace srgconv::test {
namespace {

using synthesize::Circumstances;
using synthesize::Dial;
using synthesize::Facts;
using synthesize::Old;
using synthesize::Person;

constexpr double impossible = -std::numeric_limits<double>::infinity();
constexpr double slack = 1e-9;

double fraction(std::uint64_t share) { return static_cast<double>(share) / synthesize::whole; }

double total_type_weight() {
  double sum = 0;
  for (const auto& row : synthesize::types) sum += row.weight;
  return sum;
}

double type_chance(int type) { return synthesize::types[synthesize::place_of_type(type)].weight / total_type_weight(); }

double recoded_chance(int from, int to) {
  if (from == to) return 0;
  double beside = 0;
  for (const auto& row : synthesize::types) beside += row.code != from && synthesize::category(row.code) == synthesize::category(from) ? row.weight : 0;
  const double within = beside > 0 ? fraction(synthesize::recoded_within_category) : 0;
  const double weight = synthesize::types[synthesize::place_of_type(to)].weight;
  const double anywhere = weight / (total_type_weight() - synthesize::types[synthesize::place_of_type(from)].weight);
  return (synthesize::category(from) == synthesize::category(to) ? within * weight / beside : 0) + (1 - within) * anywhere;
}

double goal_chance(int type, char goal) {
  if (synthesize::is_wage_subsidy(type)) return goal == '1' ? 1 : 0;
  if (goal == '1') return fraction(synthesize::goal_reintegration);
  return goal == '2' ? fraction(synthesize::goal_participation) : 1 - fraction(synthesize::goal_reintegration) - fraction(synthesize::goal_participation);
}

double wage_chance(int type, std::uint32_t wage) {
  if (type != synthesize::wage_cost_subsidy) return wage == 0 ? 1 : 0;
  return wage == 0 ? 1 - fraction(synthesize::wage_known) : fraction(synthesize::wage_known) / synthesize::wage_choices;
}

double planned_end_chance(const std::optional<Date>& end) {
  return end ? fraction(synthesize::end_planned) / synthesize::planned_months : 1 - fraction(synthesize::end_planned);
}

// Of one day of a month of `days` days.
double day_chance(int day, int days) { return (day == 1 ? fraction(synthesize::first_of_month) : 0) + (1 - fraction(synthesize::first_of_month)) / days; }

ReportMonth month_of(Date date) { return *ReportMonth::from_parts(date.year(), date.month()); }

double age_chance(int type, int age) {
  const auto most = static_cast<int>(synthesize::types[synthesize::place_of_type(type)].most_age);
  if (age < 0 || age >= most) return 0;
  double sum = 0;
  for (int other = 0; other < most; ++other) sum += synthesize::age_weight(static_cast<std::uint32_t>(other));
  return synthesize::age_weight(static_cast<std::uint32_t>(age)) / sum;
}

double start_chance(int type, Date start, ReportMonth last) {
  const double month = age_chance(type, last.months_since(month_of(start)));
  return start.complete() ? month * day_chance(start.day(), month_of(start).last_day().day()) : month;
}

bool can_be_swapped(Date start) { return start.complete() && start.day() <= 12 && start.day() != start.month(); }

// The share of starts that can be swapped, as starts are drawn: by the twelve months alike.
double swappable_share() {
  static const double share = [] {
    double sum = 0;
    for (int month = 1; month <= 12; ++month) {
      const int days = ReportMonth::from_parts(2021, month)->last_day().day();
      for (int day = 1; day <= 12; ++day) sum += day == month ? 0 : day_chance(day, days) / 12;
    }
    return sum;
  }();
  return share;
}

// One way in which an old provision, or two, may have gone on.
struct Step {
  std::uint32_t olds = 0, freshes = 0;  // bits: places in the group
  double likelihood = impossible;       // logarithm
};

struct Group {
  std::vector<std::size_t> olds, freshes;  // places in the person
};

class Observer {
 public:
  Observer(const Person& person, const Circumstances& circumstances) : person_(person), c_(circumstances), last_day_(c_.last().last_day()) {}

  std::vector<Judgement> judge();

 private:
  double dial(Dial dial) const { return fraction(c_.dials[dial]); }
  bool running(std::size_t old) const { return !has_ended(person_.old[old], c_); }
  bool candidate(std::size_t fresh) const { return !person_.fresh[fresh].stranger && person_.fresh[fresh].facts.start <= last_day_; }
  const Old* twin_of(std::size_t old) const;

  double draw_of(bool single) const;
  double facts_chance(const Facts& facts) const;
  double nowhere(std::size_t old) const;
  double same(std::size_t old, std::size_t fresh) const;
  double split(std::size_t old, std::size_t first, std::size_t second) const;
  double joined(std::size_t first, std::size_t second, std::size_t fresh) const;
  double touching(std::size_t old, std::size_t fresh) const;
  double start_changes(const Facts& old, const Facts& fresh, bool twin) const;
  double left_over(std::size_t fresh) const;

  std::vector<Group> groups() const;
  void judge_group(const Group& group, std::vector<Judgement>& result) const;

  const Person& person_;
  const Circumstances& c_;
  Date last_day_;
};

// Another old provision with equal type and start: twins, or the two of a pair that was joined.
const Old* Observer::twin_of(std::size_t old) const {
  for (const Old& other : person_.old) {
    if (&other != &person_.old[old] && other.facts.type == person_.old[old].facts.type && other.facts.start == person_.old[old].facts.start) return &other;
  }
  return nullptr;
}

double Observer::draw_of(bool single) const {
  const double twins = fraction(synthesize::pair_draws(c_.dials[Dial::twins], c_.dials[Dial::joined]));
  const double joined = fraction(synthesize::pair_draws(c_.dials[Dial::joined], c_.dials[Dial::twins]));
  return single ? 1 - twins - joined : twins;
}

double Observer::facts_chance(const Facts& facts) const {
  return type_chance(facts.type) * start_chance(facts.type, facts.start, c_.last()) * goal_chance(facts.type, facts.goal) * wage_chance(facts.type, facts.wage);
}

// The likelihoods of an old provision by itself leave out what all its ways share: its draw and its facts, but for the end.

double Observer::nowhere(std::size_t at) const {
  const Old& old = person_.old[at];
  const double part = 1 - dial(Dial::joined), since = dial(Dial::ended_since) / part;
  if (old.end_recorded_since) return std::log(since / 4);  // a source says so
  const double untold = old.facts.end ? 0 : since / 2;
  return std::log(dial(Dial::dropped) / part * planned_end_chance(old.facts.end) + untold);
}

// How likely the start became the new one, by what shifts and swaps it.
double Observer::start_changes(const Facts& old, const Facts& fresh, bool twin) const {
  const double shifted = dial(Dial::shifted), swapped = twin ? 0 : dial(Dial::swapped);
  if (!old.start.complete() || !fresh.start.complete()) return old.start == fresh.start ? 1 - shifted - swapped : 0;
  double chance = old.start == fresh.start ? 1 - shifted - swapped : 0;
  const int old_day = old.start.day_number(), fresh_day = fresh.start.day_number(), days = std::abs(fresh_day - old_day);
  if (days >= 1 && days <= 3) {
    chance += shifted / 6;
    const bool turned = fresh_day < old_day && old_day + days > last_day_.day_number();  // it would have lain after the last month
    if (turned) chance += shifted / 6;
  }
  if (can_be_swapped(old.start) && Date::from_parts(old.start.year(), old.start.day(), old.start.month()) == fresh.start) chance += swapped / swappable_share();
  return chance;
}

double Observer::same(std::size_t at, std::size_t fresh_at) const {
  const Old& old = person_.old[at];
  const Facts &was = old.facts, &is = person_.fresh[fresh_at].facts;
  if (old.end_recorded_since || was.goal != is.goal) return impossible;
  const bool twin = twin_of(at) != nullptr;
  const double part = 1 - dial(Dial::joined);
  const double other_fates = (dial(Dial::ended) + dial(Dial::ended_since) + dial(Dial::dropped)) / part;
  const double splits = twin || part - dial(Dial::twins) <= 0 ? 0 : dial(Dial::split) / (part - dial(Dial::twins));
  const double recoded = dial(Dial::recoded);
  double chance = 0;
  if (was.end == is.end) {
    const double type =
        was.type == is.type ? (was.wage == is.wage ? 1 - recoded : 0) : recoded * recoded_chance(was.type, is.type) * wage_chance(is.type, is.wage);
    chance = (1 - other_fates - splits) * type * start_changes(was, is, twin) * planned_end_chance(was.end);
  }
  // Ended since, and the new delivery says so.
  if (!was.end && is.end && *is.end >= c_.transition.first_day() && *is.end <= c_.transition.last_day() && was.type == is.type && was.start == is.start &&
      was.wage == is.wage)
    chance += dial(Dial::ended_since) / part / 4 / c_.transition.last_day().day();
  return std::log(chance);
}

double Observer::split(std::size_t at, std::size_t first, std::size_t second) const {
  const Old& old = person_.old[at];
  const Facts &was = old.facts, &a = person_.fresh[first].facts, &b = person_.fresh[second].facts;
  if (was.type != synthesize::coaching && was.type != synthesize::training) return impossible;
  if (a.type != synthesize::coaching || b.type != synthesize::training || old.end_recorded_since || twin_of(at) != nullptr) return impossible;
  for (const Facts* part : {&a, &b}) {
    if (part->start != was.start || part->end != was.end || part->goal != was.goal || part->wage != was.wage) return impossible;
  }
  const double part = 1 - dial(Dial::joined) - dial(Dial::twins);
  const double of_type = was.type == synthesize::coaching ? fraction(synthesize::split_of_coaching) : 1 - fraction(synthesize::split_of_coaching);
  return part <= 0 ? impossible : std::log(dial(Dial::split) / part * of_type / type_chance(was.type) * planned_end_chance(was.end));
}

// Two of equal facts are one: against two twins that each went some way.
double Observer::joined(std::size_t first, std::size_t second, std::size_t fresh) const {
  const Facts &a = person_.old[first].facts, &b = person_.old[second].facts;
  if (!(a == b) || !(a == person_.fresh[fresh].facts) || person_.old[first].end_recorded_since || person_.old[second].end_recorded_since) return impossible;
  const double draws = fraction(synthesize::pair_draws(c_.dials[Dial::joined], c_.dials[Dial::twins])) * (1 - fraction(synthesize::joined_touching));
  // Twins that are equal in every fact were one draw too; then each has the chance of its end in the likelihood of its own way.
  const double equal_twins = draw_of(false) * (1 - fraction(synthesize::twins_differ));
  if (equal_twins <= 0) return draws > 0 ? 0 : impossible;
  return std::log(draws / equal_twins * planned_end_chance(a.end) * planned_end_chance(b.end));
}

// It goes on with the start of one that ended the day before it began: one draw instead of two.
double Observer::touching(std::size_t at, std::size_t fresh_at) const {
  const Facts &was = person_.old[at].facts, &is = person_.fresh[fresh_at].facts;
  if (person_.old[at].end_recorded_since || !was.start.complete() || was.start <= c_.last().first_day()) return impossible;
  for (const Old& before : person_.old) {
    const Facts& ended = before.facts;
    if (!ended.end || !ended.end->complete() || ended.end->day_number() + 1 != was.start.day_number()) continue;
    if (ended.type != was.type || ended.goal != was.goal || ended.wage != was.wage || ended.start != is.start || is.type != was.type || is.goal != was.goal ||
        is.wage != was.wage || is.end != was.end)
      continue;
    const int days = c_.last().last_day().day();
    const double joined = fraction(synthesize::pair_draws(c_.dials[Dial::joined], c_.dials[Dial::twins])) * fraction(synthesize::joined_touching) / (days - 1);
    const double apart = draw_of(true) * draw_of(true) * dial(Dial::ended) / (1 - dial(Dial::joined)) / days * facts_chance(was);
    if (joined <= 0) continue;
    return apart <= 0 ? 0 : std::log(joined / apart * planned_end_chance(was.end));
  }
  return impossible;
}

double Observer::left_over(std::size_t at) const {
  const Facts& facts = person_.fresh[at].facts;
  const int age = c_.last().months_since(month_of(facts.start));
  const double added = dial(Dial::added) * start_chance(facts.type, facts.start, c_.last());
  const double late = age <= 2 && facts.start.complete() ? dial(Dial::late) / 3 * day_chance(facts.start.day(), month_of(facts.start).last_day().day()) : 0;
  const double rate = static_cast<double>(person_.old.size()) * fraction(synthesize::known_person);
  return std::log(rate * (added + late) * type_chance(facts.type) * goal_chance(facts.type, facts.goal) * wage_chance(facts.type, facts.wage) *
                  planned_end_chance(facts.end));
}

std::vector<Group> Observer::groups() const {
  const std::size_t olds = person_.old.size(), all = olds + person_.fresh.size();
  std::vector<std::size_t> parent(all);
  std::iota(parent.begin(), parent.end(), std::size_t{0});
  const auto root = [&](std::size_t node) {
    while (parent[node] != node) node = parent[node] = parent[parent[node]];
    return node;
  };
  for (std::size_t old = 0; old < olds; ++old) {
    if (!running(old)) continue;
    for (std::size_t other = 0; other < old; ++other) {
      if (running(other) && twin_of(old) == &person_.old[other]) parent[root(other)] = root(old);
    }
    for (std::size_t fresh = 0; fresh < person_.fresh.size(); ++fresh) {
      if (!candidate(fresh)) continue;
      bool connected = same(old, fresh) > impossible || touching(old, fresh) > impossible;
      for (std::size_t other = 0; other < person_.fresh.size() && !connected; ++other)
        connected = candidate(other) && (split(old, fresh, other) > impossible || split(old, other, fresh) > impossible);
      if (connected) parent[root(old)] = root(olds + fresh);
    }
  }
  std::map<std::size_t, Group> found;
  for (std::size_t old = 0; old < olds; ++old) {
    if (running(old)) found[root(old)].olds.push_back(old);
  }
  for (std::size_t fresh = 0; fresh < person_.fresh.size(); ++fresh) {
    const auto group = found.find(root(olds + fresh));
    if (candidate(fresh) && group != found.end()) group->second.freshes.push_back(fresh);
  }
  std::vector<Group> result;
  for (auto& [node, group] : found) result.push_back(std::move(group));
  return result;
}

// All ways of a group: the first old provision that is left takes one of its steps, and so on; what two orders share is weighed once.
class Search {
 public:
  Search(std::vector<std::vector<Step>> steps, std::vector<double> left_over) : steps_(std::move(steps)), left_over_(std::move(left_over)) {}

  // Sets of new provisions (bits) per old one, over all most likely ways.
  std::vector<std::set<std::uint32_t>> outcomes() {
    std::vector<std::set<std::uint32_t>> result(steps_.size());
    const std::uint32_t all = (std::uint32_t{1} << steps_.size()) - 1;
    collect(all, (std::uint32_t{1} << left_over_.size()) - 1, result);
    return result;
  }

 private:
  static std::uint64_t state(std::uint32_t olds, std::uint32_t freshes) { return std::uint64_t{olds} << 32U | freshes; }

  double best(std::uint32_t olds, std::uint32_t freshes) {
    if (olds == 0) {
      double sum = 0;
      for (std::size_t i = 0; i < left_over_.size(); ++i) sum += (freshes >> i & 1U) != 0 ? left_over_[i] : 0;
      return sum;
    }
    const auto known = best_.find(state(olds, freshes));
    if (known != best_.end()) return known->second;
    double most = impossible;
    for (const Step& step : steps_[static_cast<std::size_t>(std::countr_zero(olds))]) {
      if (possible(step, olds, freshes)) most = std::max(most, step.likelihood + best(olds & ~step.olds, freshes & ~step.freshes));
    }
    best_.emplace(state(olds, freshes), most);
    return most;
  }

  void collect(std::uint32_t olds, std::uint32_t freshes, std::vector<std::set<std::uint32_t>>& result) {
    if (olds == 0 || !seen_.insert(state(olds, freshes)).second) return;
    const double most = best(olds, freshes);
    for (const Step& step : steps_[static_cast<std::size_t>(std::countr_zero(olds))]) {
      if (!possible(step, olds, freshes)) continue;
      const double found = step.likelihood + best(olds & ~step.olds, freshes & ~step.freshes);
      if (!(found >= most - slack)) continue;
      for (std::size_t i = 0; i < steps_.size(); ++i) {
        if ((step.olds >> i & 1U) != 0) result[i].insert(step.freshes);
      }
      collect(olds & ~step.olds, freshes & ~step.freshes, result);
    }
  }

  static bool possible(const Step& step, std::uint32_t olds, std::uint32_t freshes) { return (step.olds & ~olds) == 0 && (step.freshes & ~freshes) == 0; }

  std::vector<std::vector<Step>> steps_;  // per old provision those of which it is the first
  std::vector<double> left_over_;
  std::unordered_map<std::uint64_t, double> best_;
  std::set<std::uint64_t> seen_;
};

void Observer::judge_group(const Group& group, std::vector<Judgement>& result) const {
  if (group.olds.size() > largest_group || group.freshes.size() > largest_group) return;
  std::vector<std::vector<Step>> steps(group.olds.size());
  const auto bit = [](std::size_t place) { return std::uint32_t{1} << place; };
  const auto add = [](std::vector<Step>& list, const Step& step) {
    if (step.likelihood > impossible) list.push_back(step);
  };
  for (std::size_t i = 0; i < group.olds.size(); ++i) {
    const std::size_t old = group.olds[i];
    add(steps[i], {bit(i), 0, nowhere(old)});
    for (std::size_t j = 0; j < group.freshes.size(); ++j) {
      const std::size_t fresh = group.freshes[j];
      add(steps[i], {bit(i), bit(j), same(old, fresh)});
      add(steps[i], {bit(i), bit(j), touching(old, fresh)});
      for (std::size_t k = 0; k < group.freshes.size(); ++k) {
        if (k != j) add(steps[i], {bit(i), bit(j) | bit(k), split(old, fresh, group.freshes[k])});
      }
      for (std::size_t other = i + 1; other < group.olds.size(); ++other) {
        if (twin_of(old) == &person_.old[group.olds[other]]) add(steps[i], {bit(i) | bit(other), bit(j), joined(old, group.olds[other], fresh)});
      }
    }
  }
  std::vector<double> left;
  for (const std::size_t fresh : group.freshes) left.push_back(left_over(fresh));
  const auto outcomes = Search(std::move(steps), std::move(left)).outcomes();
  for (std::size_t i = 0; i < group.olds.size(); ++i) {
    Judgement& judgement = result[group.olds[i]];
    judgement.judged = true;
    for (const std::uint32_t bits : outcomes[i]) {
      std::vector<std::size_t> freshes;
      for (std::size_t j = 0; j < group.freshes.size(); ++j) {
        if ((bits >> j & 1U) != 0) freshes.push_back(group.freshes[j]);
      }
      judgement.outcomes.insert(std::move(freshes));
    }
    std::vector<std::size_t> truth;
    for (const auto& link : person_.links) {
      if (link.old == group.olds[i]) truth.push_back(link.fresh);
    }
    std::sort(truth.begin(), truth.end());
    judgement.decidable = judgement.outcomes.size() == 1 && *judgement.outcomes.begin() == truth;
  }
}

std::vector<Judgement> Observer::judge() {
  std::vector<Judgement> result(person_.old.size());
  for (const Group& group : groups()) judge_group(group, result);
  return result;
}

}  // namespace

bool has_ended(const Old& old, const Circumstances& circumstances) {
  return old.facts.end && on_or_before(*old.facts.end, circumstances.last().last_day()) == Answer::yes;
}

std::vector<Judgement> judge(const Person& person, const Circumstances& circumstances) { return Observer(person, circumstances).judge(); }

}  // namespace srgconv::test
