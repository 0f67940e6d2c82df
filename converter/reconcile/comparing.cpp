// The comparisons.
#include "reconcile/comparing.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <string>
#include <string_view>

#include "reconcile/progress.hpp"

namespace srgconv::reconcile {
namespace {

constexpr std::size_t shortest_contained = 4;

bool may_be_the_same(Date a, Date b) { return a.earliest() <= b.latest() && b.earliest() <= a.latest(); }

CodeLevel code(std::uint32_t old, std::uint32_t fresh, std::uint32_t none) {
  if (old == fresh) return CodeLevel::equal;
  return old == none || fresh == none ? CodeLevel::missing : CodeLevel::other;
}

}  // namespace

Comparing::Comparing(const Problem& problem) : problem_(problem), last_old_day_(last_old_day(problem)) {
  const CodeNumbers& numbers = problem.numbers;
  std::map<std::string, std::uint32_t> words;
  const auto number = [&](const std::string& word) { return words.emplace(word, static_cast<std::uint32_t>(words.size() + 1)).first->second; };
  if (const CodeList* types = problem.codes.find("type")) {
    for (const Code& each : types->codes())
      kinds_[numbers.find(each.code)] = {each.role.empty() ? 0U : number("role " + each.role),
                                         each.category.empty() ? 0U : number("category " + each.category)};
  }
  for (const rules::Recoded& recoded : problem.transition.recoded) recoded_.emplace(numbers.find(recoded.old_type), numbers.find(recoded.new_type));
}

TypeLevel Comparing::type(std::uint32_t old, std::uint32_t fresh) const {
  if (old == fresh) return TypeLevel::equal;
  if (recoded_.contains({old, fresh})) return TypeLevel::recoded;
  const auto a = kinds_.find(old), b = kinds_.find(fresh);
  if (a == kinds_.end() || b == kinds_.end()) return TypeLevel::other;
  if (a->second.role != 0 && a->second.role == b->second.role) return TypeLevel::role;
  return a->second.category != 0 && a->second.category == b->second.category ? TypeLevel::category : TypeLevel::other;
}

StartLevel Comparing::start(Date old, Date fresh) const {
  if (old == fresh) return StartLevel::equal;
  if (!old.complete() || !fresh.complete()) return may_be_the_same(old, fresh) ? StartLevel::partial : StartLevel::other;
  const std::int32_t apart = std::abs(old.day_number() - fresh.day_number());
  const bool over_the_change = old <= last_old_day_ && fresh > last_old_day_;
  if (apart <= days_level && !over_the_change) return StartLevel::days;
  if (old.year() == fresh.year() && old.day() == fresh.month() && old.month() == fresh.day()) return StartLevel::swapped;
  if (fresh.day() == 1 && fresh.month() == old.month() && fresh.year() == old.year()) return StartLevel::first_of_month;
  if (fresh > old && std::find(problem_.change_dates.begin(), problem_.change_dates.end(), fresh) != problem_.change_dates.end())
    return StartLevel::change_date;
  return apart <= month_level ? StartLevel::month : StartLevel::other;
}

Evidence Comparing::all(const Facts& old, const Facts& fresh) const {
  Evidence evidence;
  evidence.set(Comparison::type, type(old.type, fresh.type));
  evidence.set(Comparison::start, start(old.start, fresh.start));
  const bool one_side = (old.end == Facts::no_end && old.end_since == Facts::no_end) != (fresh.end == Facts::no_end);
  evidence.set(Comparison::end, same_end(old, fresh) ? EndLevel::equal : one_side ? EndLevel::one_side : EndLevel::other);
  evidence.set(Comparison::goal, code(old.goal, fresh.goal, 0));
  evidence.set(Comparison::work_capacity, code(old.work_capacity, fresh.work_capacity, 0));
  const bool wage_missing = old.wage_value == Facts::no_wage_value || fresh.wage_value == Facts::no_wage_value;
  evidence.set(Comparison::wage_value, old.wage_value == fresh.wage_value ? CodeLevel::equal : wage_missing ? CodeLevel::missing : CodeLevel::other);
  const std::string_view old_id = problem_.old.id(old.index), new_id = problem_.fresh.id(fresh.index);
  const bool contained = old_id.size() >= shortest_contained && new_id.find(old_id) != std::string_view::npos;
  evidence.set(Comparison::number, old_id == new_id ? NumberLevel::same : contained ? NumberLevel::contained : NumberLevel::other);
  return evidence;
}

bool Comparing::contradicts(const Evidence& evidence) {
  constexpr auto other = static_cast<std::uint8_t>(CodeLevel::other);
  return evidence.level(Comparison::end) == static_cast<std::uint8_t>(EndLevel::other) || evidence.level(Comparison::goal) == other ||
         evidence.level(Comparison::work_capacity) == other || evidence.level(Comparison::wage_value) == other;
}

std::int64_t Comparing::changes(const Evidence& evidence) {
  const auto is_other = [&](Comparison comparison) { return evidence.level(comparison) == static_cast<std::uint8_t>(CodeLevel::other) ? 1 : 0; };
  const bool type = evidence.level(Comparison::type) > static_cast<std::uint8_t>(TypeLevel::recoded);
  const bool start = evidence.level(Comparison::start) > static_cast<std::uint8_t>(StartLevel::partial);
  const bool end = evidence.level(Comparison::end) != static_cast<std::uint8_t>(EndLevel::equal);
  return (type ? 1 : 0) + (start ? 1 : 0) + (end ? 1 : 0) + is_other(Comparison::goal) + is_other(Comparison::work_capacity) + is_other(Comparison::wage_value);
}

Evidence evidence_of(const Problem& problem, std::uint32_t old, std::uint32_t fresh) { return Comparing(problem).all(problem.old[old], problem.fresh[fresh]); }

}  // namespace srgconv::reconcile
