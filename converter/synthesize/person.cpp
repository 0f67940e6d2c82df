// Draws one person: the old provisions one by one or as pairs, what becomes of each, and what the new system has beside them.
#include "synthesize/person.hpp"

#include <algorithm>
#include <cassert>
#include <span>

namespace srgconv::synthesize {
namespace {

constexpr std::uint64_t persons_purpose = 1;
constexpr int most_attempts = 200;

enum class Draw { single, twins, joined };

class Maker {
 public:
  Maker(const Circumstances& circumstances, const Bsns& bsns, std::uint64_t number)
      : c_(circumstances), bsns_(bsns), random_(seed_of(circumstances.seed, persons_purpose, number)) {
    person_.number = number;
  }

  Person make(std::size_t most);

 private:
  Draw draw_kind(std::size_t room);
  int draw_sender();
  void add_single();
  void add_twins();
  void add_joined();
  Facts draw_facts(int type, bool swapped);
  void distinguish(Facts& facts);
  Fate draw_fate(Share of_pairs);
  void settle(std::size_t old);
  void go_on(std::size_t old, bool ends_at_once);
  void change(Old& old, Fresh& fresh);
  void recode(Facts& facts);
  void split(std::size_t old);
  void add_past();
  void add_what_is_new(std::size_t provisions);
  void add_new(Fresh fresh);
  void mistake_bsn();
  void mix_new();
  std::optional<Date> day_of(ReportMonth month, Date from);
  Date last_day() const { return c_.last().last_day(); }

  const Circumstances& c_;
  const Bsns& bsns_;
  Random random_;
  Person person_;
  int home_ = 0, second_ = 0;
  bool moved_ = false;
  std::uint64_t strangers_ = 0;
};

Person Maker::make(std::size_t most) {
  person_.bsn = person_.new_bsn = bsns_.at(person_.number);
  const auto weights = std::span(sender_weights).first(static_cast<std::size_t>(c_.senders));
  home_ = static_cast<int>(random_.weighted(weights));
  moved_ = c_.senders > 1 && random_.happens(at_two_senders);
  if (person_.number < weights.size()) {  // no sender is without provisions
    home_ = static_cast<int>(person_.number);
    moved_ = false;
  }
  if (moved_) second_ = static_cast<int>((static_cast<std::size_t>(home_) + 1 + random_.below(static_cast<std::uint64_t>(c_.senders) - 1)) % weights.size());
  const std::size_t wanted = std::min(most, random_.weighted(provisions_per_person) + 1);
  while (person_.old.size() < wanted) {
    switch (draw_kind(most - person_.old.size())) {
      case Draw::single: add_single(); break;
      case Draw::twins: add_twins(); break;
      case Draw::joined: add_joined(); break;
    }
  }
  const bool subsidised = std::any_of(person_.old.begin(), person_.old.end(), [](const Old& old) { return is_wage_subsidy(old.facts.type); });
  const auto capacity = random_.below(100);
  if (subsidised ? capacity < 95 : capacity < 35)
    person_.work_capacity = "01";
  else if (capacity >= 80)
    person_.work_capacity = "02";
  add_past();
  add_what_is_new(person_.old.size());
  for (std::size_t i = 0; i < person_.old.size(); ++i) {
    if (random_.happens(c_.dials[Dial::collisions])) person_.old[i].dials.add(Dial::collisions);
  }
  if (random_.happens(c_.dials[Dial::wrong_bsn])) mistake_bsn();
  mix_new();
  return std::move(person_);
}

Draw Maker::draw_kind(std::size_t room) {
  const Share twins = pair_draws(c_.dials[Dial::twins], c_.dials[Dial::joined]), joined = pair_draws(c_.dials[Dial::joined], c_.dials[Dial::twins]);
  const auto drawn = random_.below(whole);
  if (room < 2) return Draw::single;
  if (drawn < twins) return Draw::twins;
  return drawn < twins + joined ? Draw::joined : Draw::single;
}

int Maker::draw_sender() { return moved_ && random_.below(2) == 1 ? second_ : home_; }

// Facts that no other old provision of the person has: equal type and start are what the dial of twins makes.
Facts Maker::draw_facts(int type, bool swapped) {
  Facts facts;
  facts.type = type;
  for (int attempt = 0; attempt < most_attempts; ++attempt) {
    const bool same_day = !person_.old.empty() && random_.happens(same_start_as_before) && person_.old.back().facts.start.complete();
    const auto age = static_cast<std::uint32_t>(
        same_day ? c_.last().months_since(*ReportMonth::from_parts(person_.old.back().facts.start.year(), person_.old.back().facts.start.month())) : 0);
    facts.start = same_day && age < types[place_of_type(type)].most_age ? person_.old.back().facts.start : draw_start(type, c_.last(), random_);
    if (swapped && (facts.start.day() > 12 || facts.start.day() == facts.start.month())) continue;
    const bool new_to_person = std::none_of(person_.old.begin(), person_.old.end(), [&](const Old& other) {
      return other.facts.type == type &&
             (other.facts.start == facts.start ||
              (!other.facts.start.complete() && other.facts.start.latest().month() == facts.start.month() && other.facts.start.year() == facts.start.year()));
    });
    if (new_to_person) break;
  }
  facts.goal = draw_goal(type, random_);
  facts.wage = draw_wage(type, random_);
  facts.end = draw_planned_end(c_.transition, random_);
  return facts;
}

// Of all provisions `of_pairs` are in pairs that cannot be split.
Fate Maker::draw_fate(Share of_pairs) {
  const Dials& dials = c_.dials;
  const Share unjoined = whole - dials[Dial::joined];
  auto drawn = static_cast<Share>(random_.below(whole));
  const auto falls_in = [&](Share share) {
    if (drawn < share) return true;
    drawn -= share;
    return false;
  };
  if (falls_in(share_among(dials[Dial::ended], unjoined))) return Fate::ended;
  if (falls_in(share_among(dials[Dial::ended_since], unjoined))) return Fate::ended_since;
  if (falls_in(share_among(dials[Dial::dropped], unjoined))) return Fate::dropped;
  if (of_pairs < whole && falls_in(share_among(dials[Dial::split], whole - of_pairs))) return Fate::split;
  return Fate::same;
}

void Maker::add_single() {
  Old old;
  old.sender = draw_sender();
  old.fate = draw_fate(c_.dials[Dial::joined] + c_.dials[Dial::twins]);
  const bool goes_on = old.fate == Fate::same;
  if (goes_on) {
    if (random_.happens(c_.dials[Dial::recoded])) old.dials.add(Dial::recoded);
    const auto drawn = random_.below(whole);
    if (drawn < c_.dials[Dial::shifted])
      old.dials.add(Dial::shifted);
    else if (drawn < c_.dials[Dial::shifted] + c_.dials[Dial::swapped])
      old.dials.add(Dial::swapped);
  }
  int type = draw_type(random_);
  if (old.fate == Fate::split) type = random_.happens(split_of_coaching) ? coaching : training;
  old.facts = draw_facts(type, old.dials.has(Dial::swapped));
  const bool moves = old.dials.has(Dial::shifted) || old.dials.has(Dial::swapped);
  if (random_.happens(day_unknown) && !moves) old.facts.start = *Date::from_parts(old.facts.start.year(), old.facts.start.month(), 0);
  person_.old.push_back(std::move(old));
  settle(person_.old.size() - 1);
}

void Maker::add_twins() {
  Old first;
  first.sender = draw_sender();
  first.facts = draw_facts(draw_type(random_), false);
  first.dials.add(Dial::twins);
  Old second = first;
  second.sender = draw_sender();
  if (random_.happens(twins_differ)) distinguish(second.facts);
  const std::size_t at = person_.old.size();
  for (Old* twin : {&first, &second}) {
    twin->fate = draw_fate(whole);
    if (twin->fate == Fate::same && random_.happens(c_.dials[Dial::recoded])) twin->dials.add(Dial::recoded);
    const auto drawn = random_.below(whole);  // a swapped start needs a start that can be: only shifted here
    if (twin->fate == Fate::same && drawn < c_.dials[Dial::shifted]) twin->dials.add(Dial::shifted);
    person_.old.push_back(std::move(*twin));
  }
  settle(at);
  settle(at + 1);
}

// Another goal, end or wage value.
void Maker::distinguish(Facts& facts) {
  const auto other_wage = [&] { return wage_least + wage_step * static_cast<std::uint32_t>(random_.below(wage_choices)); };
  const auto which = random_.below(3);
  const Facts before = facts;
  while (facts == before) {
    if (facts.type == wage_cost_subsidy && which == 0)
      facts.wage = other_wage();
    else if (!is_wage_subsidy(facts.type) && which != 2)
      facts.goal = draw_goal(facts.type, random_);
    else
      facts.end = facts.end ? std::nullopt : std::optional(c_.transition.plus(random_.between(0, planned_months - 1)).last_day());
  }
}

// One that ended in the last month and the one that came after it the next day, or two of one period, go on as one.
void Maker::add_joined() {
  Old first;
  first.sender = draw_sender();
  first.fate = Fate::joined;
  first.dials.add(Dial::joined);
  first.facts = draw_facts(draw_type(random_), false);
  Old second = first;
  const Date month_begin = c_.last().first_day();
  if (random_.happens(joined_touching) && first.facts.start < month_begin) {
    first.facts.end = Date::from_day_number(month_begin.day_number() + random_.between(0, last_day().day() - 2));
    second.facts.start = Date::from_day_number(first.facts.end->day_number() + 1);
  }
  Fresh fresh;
  fresh.facts = second.facts;
  fresh.facts.start = first.facts.start;
  fresh.dials.add(Dial::joined);
  const std::size_t at = person_.old.size();
  person_.links.push_back({at, person_.fresh.size()});
  person_.links.push_back({at + 1, person_.fresh.size()});
  person_.old.push_back(std::move(first));
  person_.old.push_back(std::move(second));
  person_.fresh.push_back(std::move(fresh));
}

// A day of the month, not before `from`; nothing when the month is over by then.
std::optional<Date> Maker::day_of(ReportMonth month, Date from) {
  const int first = std::max(month.first_day().day_number(), from.latest().day_number()), last = month.last_day().day_number();
  if (first > last) return std::nullopt;
  return Date::from_day_number(random_.between(first, last));
}

void Maker::settle(std::size_t at) {
  Old& old = person_.old[at];
  switch (old.fate) {
    case Fate::same: go_on(at, false); break;
    case Fate::split: split(at); break;
    case Fate::joined: break;
    case Fate::dropped: old.dials.add(Dial::dropped); break;
    case Fate::ended:
      old.dials.add(Dial::ended);
      old.facts.end = day_of(c_.last(), old.facts.start);
      break;
    case Fate::ended_since: {
      old.dials.add(Dial::ended_since);
      old.facts.end.reset();
      const auto who_knows = random_.below(4);  // the export, the new delivery, or (twice) nobody
      if (who_knows == 0) {
        const auto late = random_.below(2) == 0 ? day_of(c_.last(), old.facts.start) : std::nullopt;
        old.end_recorded_since = late ? late : day_of(c_.transition, old.facts.start);
      } else if (who_knows == 1) {
        old.fate = Fate::same;
        go_on(at, true);
      }
      break;
    }
  }
}

void Maker::go_on(std::size_t at, bool ends_at_once) {
  Fresh fresh;
  fresh.facts = person_.old[at].facts;
  if (ends_at_once) fresh.facts.end = day_of(c_.transition, fresh.facts.start);
  change(person_.old[at], fresh);
  person_.links.push_back({at, person_.fresh.size()});
  person_.fresh.push_back(std::move(fresh));
}

void Maker::change(Old& old, Fresh& fresh) {
  fresh.dials = old.dials;
  if (old.dials.has(Dial::recoded)) recode(fresh.facts);
  const Date start = fresh.facts.start;
  if (old.dials.has(Dial::shifted)) {
    const int days = random_.between(1, 3), sign = random_.below(2) == 0 ? -1 : 1;
    const int shifted = start.day_number() + sign * days;
    fresh.facts.start = Date::from_day_number(shifted <= last_day().day_number() ? shifted : start.day_number() - days);
  } else if (old.dials.has(Dial::swapped)) {
    const auto swapped = Date::from_parts(start.year(), start.day(), start.month());
    if (swapped) fresh.facts.start = *swapped;
  }
}

void Maker::recode(Facts& facts) {
  facts.type = draw_recoded(facts.type, random_);
  facts.wage = draw_wage(facts.type, random_);
}

void Maker::split(std::size_t at) {
  person_.old[at].dials.add(Dial::split);
  for (const int type : {coaching, training}) {
    Fresh fresh;
    fresh.facts = person_.old[at].facts;
    fresh.facts.type = type;
    fresh.dials = person_.old[at].dials;
    person_.links.push_back({at, person_.fresh.size()});
    person_.fresh.push_back(std::move(fresh));
  }
}

// What ended before the last month: as much a month as in the last one, and one month more that only the export remembers.
void Maker::add_past() {
  const std::size_t provisions = person_.old.size() * static_cast<std::size_t>(c_.months);
  for (std::size_t i = 0; i < provisions; ++i) {
    if (!random_.happens(c_.dials[Dial::ended])) continue;
    const ReportMonth ended = c_.last().plus(-1 - static_cast<int>(random_.below(static_cast<std::uint64_t>(c_.months))));
    Past past;
    past.sender = draw_sender();
    past.facts.type = draw_type(random_);
    past.facts.start = draw_start(past.facts.type, ended, random_);
    past.facts.end = day_of(ended, past.facts.start);
    past.facts.goal = draw_goal(past.facts.type, random_);
    past.facts.wage = draw_wage(past.facts.type, random_);
    person_.past.push_back(std::move(past));
  }
}

void Maker::add_what_is_new(std::size_t provisions) {
  for (std::size_t i = 0; i < provisions; ++i) {
    if (random_.happens(c_.dials[Dial::added])) {
      Fresh fresh;
      fresh.origin = NewOrigin::registered_late;
      fresh.dials.add(Dial::added);
      fresh.facts.type = draw_type(random_);
      fresh.facts.start = draw_start(fresh.facts.type, c_.last(), random_);
      add_new(std::move(fresh));
    }
    if (random_.happens(c_.dials[Dial::late])) {
      Fresh fresh;
      fresh.origin = NewOrigin::registered_late;
      fresh.dials.add(Dial::late);
      fresh.facts.type = draw_type(random_);
      fresh.facts.start = draw_day(c_.last().plus(-random_.between(0, 2)), random_);
      add_new(std::move(fresh));
    }
    if (random_.happens(started_since)) {
      Fresh fresh;
      fresh.origin = NewOrigin::started;
      fresh.facts.type = draw_type(random_);
      fresh.facts.start = draw_day(c_.transition, random_);
      add_new(std::move(fresh));
    }
  }
}

void Maker::add_new(Fresh fresh) {
  fresh.facts.goal = draw_goal(fresh.facts.type, random_);
  fresh.facts.wage = draw_wage(fresh.facts.type, random_);
  fresh.facts.end = draw_planned_end(c_.transition, random_);
  if (!random_.happens(known_person)) fresh.stranger = bsns_.at(most_persons + person_.number * 4 + strangers_++ % 4);
  person_.fresh.push_back(std::move(fresh));
}

void Maker::mistake_bsn() {
  person_.new_bsn = bsns_.mistaken(person_.bsn, most_persons * 5, random_);
  for (Old& old : person_.old) old.dials.add(Dial::wrong_bsn);
  for (Fresh& fresh : person_.fresh) {
    if (!fresh.stranger) fresh.dials.add(Dial::wrong_bsn);
  }
}

// The new system keeps no order that gives the links away.
void Maker::mix_new() {
  std::vector<std::size_t> place(person_.fresh.size());
  for (std::size_t i = 0; i < place.size(); ++i) place[i] = i;
  for (std::size_t i = place.size(); i > 1; --i) std::swap(place[i - 1], place[random_.below(i)]);
  std::vector<Fresh> mixed(place.size());
  for (std::size_t i = 0; i < place.size(); ++i) mixed[place[i]] = std::move(person_.fresh[i]);
  person_.fresh = std::move(mixed);
  for (Became& link : person_.links) link.fresh = place[link.fresh];
  std::sort(person_.links.begin(), person_.links.end(), [](const Became& a, const Became& b) { return a.old != b.old ? a.old < b.old : a.fresh < b.fresh; });
}

}  // namespace

std::string_view name(Fate fate) {
  switch (fate) {
    case Fate::same: return "same";
    case Fate::split: return "split";
    case Fate::joined: return "joined";
    case Fate::ended: return "ended";
    case Fate::ended_since: return "ended-since";
    case Fate::dropped: break;
  }
  return "dropped";
}

Share share_among(Share share, Share part) { return part == 0 ? 0 : static_cast<Share>(std::uint64_t{share} * whole / part); }

// Pairs p and q of a draw make 1 + p + q provisions of a draw: twins are 2p / (1 + p + q) of them. So p + q = s / (2 - s) for both shares together s.
Share pair_draws(Share pairs, Share others) {
  const std::uint64_t both = std::uint64_t{pairs} + others;
  return both == 0 ? 0 : static_cast<Share>(std::uint64_t{pairs} * whole / (2 * std::uint64_t{whole} - both));
}

Person make_person(const Circumstances& circumstances, const Bsns& bsns, std::uint64_t number, std::size_t most) {
  return Maker(circumstances, bsns, number).make(most);
}

}  // namespace srgconv::synthesize
