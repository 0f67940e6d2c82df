// Error localisation after Fellegi and Holt: the fewest facts whose change satisfies all checks at once. A set of facts is out when some check stays violated
// whatever these facts are (the conditions are judged with them unknown); it is in when values for them are found that satisfy everything.
#include "content/explanation.hpp"

#include <algorithm>
#include <bit>
#include <set>
#include <utility>

namespace srgconv::content {
namespace {

using rules::Fact;
using rules::Possible;

// Possibilities that are looked at for one row, at most.
constexpr std::size_t most_tries = 20000;

Date date_of(std::int64_t packed) { return std::bit_cast<Date>(static_cast<std::int32_t>(packed)); }

void add(std::vector<Possible>& values, const Possible& value) {
  const auto same = [&](const Possible& other) {
    return other.is_empty() == value.is_empty() && other.first() == value.first() && other.last() == value.last() && other.text() == value.text();
  };
  if (std::none_of(values.begin(), values.end(), same)) values.push_back(value);
}

// A day, the day before and the day after.
void add_around(std::vector<Possible>& values, const Possible& day) {
  if (!day.may_be_value()) return;
  for (const std::int64_t end : {day.first(), day.last()}) {
    if (end <= 10101 || end >= 99991231) continue;  // the ends of the calendar stand for "unknown"
    const std::int32_t number = date_of(end).day_number();
    for (const std::int32_t moved : {number, number - 1, number + 1}) add(values, Possible::of(Date::from_day_number(moved)));
  }
}

std::vector<Possible> codes_of(const CodeLists& codes, std::string_view list, bool perhaps_empty) {
  std::vector<Possible> result;
  if (const CodeList* found = codes.find(list)) {
    for (const Code& code : found->codes()) add(result, Possible::text(code.code));
  }
  if (perhaps_empty) result.emplace_back();
  return result;
}

// The numbers that a fact is compared with, what lies just beside them, and what lies between them.
std::vector<Possible> numbers_around(const std::vector<RecordCheck>& checks, Fact fact) {
  constexpr std::int64_t hundredth = 100;
  std::set<std::int64_t> limits;
  for (const RecordCheck& check : checks) {
    for (const rules::Limit& limit : check.limits()) {
      if (limit.fact == rules::fact_index(fact)) limits.insert(limit.value.first());
    }
  }
  std::set<std::int64_t> numbers = limits;
  for (auto at = limits.begin(); at != limits.end(); ++at) {
    numbers.insert({*at - hundredth, *at + hundredth});
    if (std::next(at) != limits.end()) numbers.insert((*at + *std::next(at)) / 2 / hundredth * hundredth);
  }
  if (numbers.empty()) numbers.insert(Decimal::whole(50).units());
  std::vector<Possible> result;
  for (const std::int64_t number : numbers) result.push_back(Possible::of(Decimal::from_units(number)));
  result.push_back(Possible::empty(Possible::Kind::number));
  return result;
}

}  // namespace

Explainer::Explainer(const std::vector<RecordCheck>& checks, const CodeLists& codes) : checks_(checks) {
  const auto any_date = Possible::anything(Possible::Kind::date);
  const Possible any_text = Possible::anything(Possible::Kind::text);
  const auto field = [&](Fact fact, std::vector<Possible> fixed, const Possible& unknown) {
    const bool looked_at = std::any_of(checks.begin(), checks.end(), [&](const RecordCheck& check) { return check.looks_at(fact); });
    if (looked_at) fields_.push_back({fact, std::move(fixed), unknown});
  };
  field(Fact::start, {}, any_date.filled());
  field(Fact::end, {Possible::empty(Possible::Kind::date)}, any_date);
  field(Fact::type, codes_of(codes, "type", false), any_text.filled());
  field(Fact::goal, codes_of(codes, "goal", true), any_text);
  field(Fact::work_capacity, codes_of(codes, "work_capacity", true), any_text);
  field(Fact::wage_value, numbers_around(checks, Fact::wage_value), Possible::anything(Possible::Kind::number));
  for (const char* list : {"type", "goal", "work_capacity"}) {
    const CodeList* found = codes.find(list);
    for (const Code& code : found == nullptr ? std::vector<Code>() : found->codes()) {
      for (const auto& day : {code.valid_from, code.valid_until}) {
        if (day) add_around(days_, Possible::of(*day));
      }
    }
  }
  for (const RecordCheck& check : checks) {
    for (const rules::Limit& limit : check.limits()) {
      if (limit.value.kind() == Possible::Kind::date) add_around(days_, limit.value);
    }
  }
}

class Explainer::Search {
 public:
  Search(const Explainer& explainer, const Facts& facts) : explainer_(explainer), facts_(facts) {
    for (const RecordCheck& check : explainer.checks_) before_.push_back(check.judge(facts).outcome);
    const auto& month = facts[rules::fact_index(Fact::month)];
    const auto month_of_row = std::bit_cast<ReportMonth>(static_cast<std::int32_t>(month.first()));
    add_around(days_, facts[rules::fact_index(Fact::start)]);
    add_around(days_, facts[rules::fact_index(Fact::end)]);
    add_around(days_, Possible::of(month_of_row.first_day()));
    add_around(days_, Possible::of(month_of_row.last_day()));
    for (const Possible& day : explainer.days_) add(days_, day);
  }

  Explanation run() {
    Explanation result;
    for (std::size_t size = 1; size <= most_facts && result.smallest.empty(); ++size) {
      chosen_.clear();
      choose(size, 0, result);
    }
    result.state = !result.smallest.empty() ? Explanation::State::found : Explanation::State::none;
    if (tries_ >= most_tries) result = {};  // what was not looked at could be smaller
    return result;
  }

 private:
  // Every set of this size, in the order of fields.
  void choose(std::size_t size, std::size_t from, Explanation& result) {
    if (chosen_.size() == size) {
      Facts facts = facts_;
      for (const Field* field : chosen_) facts[rules::fact_index(field->fact)] = field->unknown;
      std::vector<Possible> values(size);
      if (!assign(facts, 0, values)) return;
      std::vector<Fact> set;
      for (const Field* field : chosen_) set.push_back(field->fact);
      if (result.smallest.empty()) result.example = example(values);
      result.smallest.push_back(std::move(set));
      return;
    }
    for (std::size_t i = from; i < explainer_.fields_.size(); ++i) {
      chosen_.push_back(&explainer_.fields_[i]);
      choose(size, i + 1, result);
      chosen_.pop_back();
    }
  }

  // Values for the chosen facts from `at` on; those before have theirs.
  bool assign(Facts& facts, std::size_t at, std::vector<Possible>& values) {
    const bool complete = at == chosen_.size();
    if (tries_ >= most_tries || !may_be_right(facts, complete)) return false;
    if (complete) return true;
    const Field& field = *chosen_[at];
    Possible& place = facts[rules::fact_index(field.fact)];
    const Possible unknown = place;
    const auto works = [&](const Possible& value) {
      place = value;
      values[at] = value;
      return assign(facts, at + 1, values);
    };
    const bool is_date = field.fact == Fact::start || field.fact == Fact::end;
    const bool found = std::any_of(field.fixed.begin(), field.fixed.end(), works) || (is_date && std::any_of(days_.begin(), days_.end(), works));
    if (!found) place = unknown;
    return found;
  }

  // With all values known: does every check hold, or stay as open as it was? Before that: could it?
  bool may_be_right(const Facts& facts, bool complete) {
    ++tries_;
    for (std::size_t i = 0; i < explainer_.checks_.size(); ++i) {
      const Outcome outcome = explainer_.checks_[i].judge(facts).outcome;
      if (outcome == Outcome::violated) return false;
      if (complete && outcome == Outcome::undecided && before_[i] != Outcome::undecided) return false;
    }
    return true;
  }

  std::vector<Change> example(const std::vector<Possible>& values) const {
    std::vector<Change> result;
    for (std::size_t i = 0; i < chosen_.size(); ++i) {
      Change change{chosen_[i]->fact, {}};
      const Possible& value = values[i];
      if (value.is_empty())
        change.to = "";
      else if (value.kind() == Possible::Kind::text)
        change.to = std::string(value.text());
      else if (value.kind() == Possible::Kind::number)
        change.to = Decimal::from_units(value.first()).text();
      result.push_back(std::move(change));
    }
    return result;
  }

  const Explainer& explainer_;
  const Facts& facts_;
  std::vector<Outcome> before_;
  std::vector<Possible> days_;
  std::vector<const Field*> chosen_;
  std::size_t tries_ = 0;
};

const Explanation& Explainer::explain(const Facts& facts) {
  Row row;
  for (const Fact fact : {Fact::sender, Fact::month, Fact::start, Fact::end, Fact::type, Fact::goal, Fact::work_capacity, Fact::wage_value}) {
    const Possible& value = facts[rules::fact_index(fact)];
    row.emplace_back(value.first(), value.last(), value.is_empty(), std::string(value.text()));
  }
  // A check may look at what tells rows apart; then they are not alike.
  const bool by_row =
      std::any_of(checks_.begin(), checks_.end(), [](const RecordCheck& check) { return check.looks_at(Fact::id) || check.looks_at(Fact::bsn); });
  if (by_row)
    row.emplace_back(0, 0, false, std::string(facts[rules::fact_index(Fact::id)].text()) + "/" + std::string(facts[rules::fact_index(Fact::bsn)].text()));
  const auto [known, fresh] = known_.try_emplace(std::move(row));
  if (fresh) known->second = Search(*this, facts).run();
  return known->second;
}

}  // namespace srgconv::content
