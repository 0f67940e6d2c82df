// COMBINATIONS: which provisions of one person at the same time are improbable stands in a table of the pack.
#include <algorithm>
#include <map>

#include "monthly/month.hpp"

namespace srgconv::monthly {
namespace {

using pack::Combination;

bool holds(const std::vector<std::string>& codes, const std::string& code) { return std::find(codes.begin(), codes.end(), code) != codes.end(); }

// The rows of the table that a type takes part in. A month has a few dozen types and a great many provisions.
class Rows {
 public:
  explicit Rows(const std::vector<Combination>& table) : table_(table) {}

  const std::vector<const Combination*>& of(const std::string* type) {
    const auto [found, fresh] = of_type_.try_emplace(type);
    if (fresh) {
      for (const Combination& row : table_) {
        if (holds(row.first, *type) || holds(row.second, *type)) found->second.push_back(&row);
      }
    }
    return found->second;
  }
  // The row for these two; null when they go together.
  const Combination* for_both(const std::string* a, const std::string* b) {
    for (const Combination* row : of(a)) {
      if ((holds(row->first, *a) && holds(row->second, *b)) || (holds(row->first, *b) && holds(row->second, *a))) return row;
    }
    return nullptr;
  }

 private:
  const std::vector<Combination>& table_;
  std::map<const std::string*, std::vector<const Combination*>> of_type_;
};

// Do the two run at the same time for at least so many days, up to the last day of the month? What is planned after it has not happened.
Answer coincide(const delivery::Facts& a, const delivery::Facts& b, Date last_day, int days) {
  const auto length = [&](Date a_start, Date a_end, Date b_start, Date b_end) {
    const Date start = std::max(a_start, b_start), end = std::min({a_end, b_end, last_day});
    return end < start ? 0 : end.day_number() - start.day_number() + 1;
  };
  const Date a_end = a.end.value_or(last_day), b_end = b.end.value_or(last_day);
  if (length(a.start.latest(), a_end.earliest(), b.start.latest(), b_end.earliest()) >= days) return Answer::yes;
  return length(a.start.earliest(), a_end.latest(), b.start.earliest(), b_end.latest()) >= days ? Answer::undecided : Answer::no;
}

}  // namespace

void check_combinations(const Month& month, Found& found) {
  const auto& provisions = month.delivery.provisions;
  Rows rows(month.request.pack.combinations);
  std::uint64_t judged = 0;
  for_each_person(month, [&](const std::vector<std::uint32_t>& of_person) {
    std::vector<std::uint32_t> in_table;
    for (const std::uint32_t each : of_person) {
      if (!rows.of(provisions[each].facts.type).empty()) in_table.push_back(each);
    }
    if (in_table.size() < 2) return;
    judged += in_table.size();
    for (std::size_t i = 0; i < in_table.size(); ++i) {
      const delivery::Facts& later = provisions[in_table[i]].facts;
      ProvisionCase one(found, month, in_table[i]);
      // A pair is told once, with the one that started last.
      std::optional<std::uint32_t> perhaps;
      bool told = false;
      for (std::size_t j = 0; j < i && !told; ++j) {
        const delivery::Facts& earlier = provisions[in_table[j]].facts;
        const Combination* row = rows.for_both(earlier.type, later.type);
        if (row == nullptr) continue;
        const Answer together = coincide(earlier, later, month.month().last_day(), row->min_days);
        if (together == Answer::undecided && !perhaps) perhaps = in_table[j];
        if (together != Answer::yes) continue;
        told = true;
        one.violated("VER-207", [&] {
          return Arguments{{"key", month.shown(in_table[i])},
                           {"type", *later.type},
                           {"other", month.shown(in_table[j])},
                           {"other_type", *earlier.type},
                           {"days", std::to_string(row->min_days)}};
        });
      }
      if (perhaps && !told) {
        one.undecided("VER-198", [&] {
          const delivery::Facts& other = provisions[*perhaps].facts;
          Date open = later.start;
          for (const Date date : {later.start, later.end.value_or(later.start), other.start, other.end.value_or(other.start)}) {
            if (open.complete()) open = date;
          }
          return Arguments{{"key", month.shown(in_table[i])}, {"date", open.text()}, {"month", month.month().text()}};
        });
      }
    }
  });
  found.tally.not_applicable(provisions.size() - judged);
}

}  // namespace srgconv::monthly
