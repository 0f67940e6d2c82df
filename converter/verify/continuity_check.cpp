// CONTINUITY: is the stock of provisions about as large after the change as before it?
//
// Method: the provisions that run on after an old sender's last month, over all old senders, without those that the file says ended since, were dropped or
// stay, against the provisions in the new deliveries that started on or before the last day of the latest of those months and run on after it. Compared per
// type, by persons, and by provisions per person. Level: a difference of more than `least_count` and of more than `least_percent` of the larger side is a
// finding. The mean duration from start to the last day of that month is compared per type, where both sides have at least `least_durations` with a complete
// start. Level: more than `least_days` and more than `least_days_percent` of the longer one. A partial date that leaves it open counts as running, and as an
// early start. An old sender that delivered beside the new one is a finding of its own, and so are months between its last one and the first under the new
// keys, and goals, work capacities or wage values that the provisions that go on alone with their type have lost: all of them (of two or more), or by the
// first level.
#include <algorithm>
#include <array>
#include <cstdlib>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "verify/conversion_checks.hpp"

namespace srgconv::verify {
namespace {

// From where on a difference is a finding: the parameters of CONTINUITY in the pack.
struct Level {
  explicit Level(const Evidence& evidence)
      : count(at(evidence, "least_count")),
        percent(at(evidence, "least_percent")),
        durations(evidence.parameter("CONTINUITY", "least_durations")),
        days(evidence.parameter("CONTINUITY", "least_days")),
        days_percent(evidence.parameter("CONTINUITY", "least_days_percent")) {}
  static std::uint64_t at(const Evidence& evidence, std::string_view name) { return static_cast<std::uint64_t>(evidence.parameter("CONTINUITY", name)); }

  bool is_jump(std::uint64_t a, std::uint64_t b) const {
    const std::uint64_t difference = a > b ? a - b : b - a;
    return difference > count && difference * 100 > percent * std::max(a, b);
  }

  std::uint64_t count, percent;
  std::int64_t durations, days, days_percent;
};

// Days that provisions of a type have run, of those of which it is known.
struct Durations {
  std::int64_t days = 0, provisions = 0;
  std::int64_t mean() const { return days / provisions; }
};

struct Stock {
  std::map<std::string, std::uint64_t> per_type;
  std::map<std::string, Durations> durations;  // per type
  std::vector<std::uint32_t> bsns;             // of every provision that has one
  std::uint64_t persons = 0;

  void add(const Facts& facts, Date day) {
    ++per_type[*facts.type];
    if (facts.start.complete()) {
      Durations& of_type = durations[*facts.type];
      of_type.days += day.day_number() - facts.start.day_number();
      ++of_type.provisions;
    }
    if (facts.bsn) bsns.push_back(facts.bsn->value());
  }
  void count_persons() {
    std::sort(bsns.begin(), bsns.end());
    for (std::size_t i = 0; i < bsns.size(); ++i) persons += i == 0 || bsns[i - 1] != bsns[i];
  }
};

bool runs_after(const Facts& facts, Date day) { return !facts.end || on_or_before(*facts.end, day) != Answer::yes; }

bool leaves(Relation relation) { return relation == Relation::ended_since || relation == Relation::dropped || relation == Relation::stays; }

Stock old_stock(const Evidence& evidence, Date day) {
  std::vector<const Delivered*> left;
  for (const Record& record : evidence.files.records) {
    if (record.delivered != nullptr && leaves(record.relation)) left.push_back(record.delivered);
  }
  std::sort(left.begin(), left.end(), std::less<>());
  Stock stock;
  for (const SideDelivery& delivery : evidence.old_side.deliveries) {
    for (const Delivered& provision : delivery.provisions) {
      if (runs_after(provision.facts, delivery.month.last_day()) && !std::binary_search(left.begin(), left.end(), &provision, std::less<>()))
        stock.add(provision.facts, day);
    }
  }
  stock.count_persons();
  return stock;
}

Stock new_stock(const Evidence& evidence, Date day) {
  Stock stock;
  for (const SideDelivery& delivery : evidence.new_side.deliveries) {
    for (const Delivered& provision : delivery.provisions) {
      const Record* own = delivery.own_record(provision);
      if (own != nullptr && goes_on(*own)) continue;
      if (on_or_before(provision.facts.start, day) != Answer::no && runs_after(provision.facts, day)) stock.add(provision.facts, day);
    }
  }
  stock.count_persons();
  return stock;
}

// The last day of the latest of the old senders' last months.
Date day_of_comparison(const Evidence& evidence) {
  ReportMonth latest = evidence.earliest_last_month();
  for (const SideDelivery& delivery : evidence.old_side.deliveries) latest = std::max(latest, delivery.month);
  return latest.last_day();
}

void compare_durations(const Evidence& evidence, const Level& level, const Stock& before, const Stock& after, Tally& tally) {
  for (const auto& [type, was] : before.durations) {
    const auto found = after.durations.find(type);
    if (found == after.durations.end() || was.provisions < level.durations || found->second.provisions < level.durations) {
      tally.not_applicable();
      continue;
    }
    Case one(tally, evidence.files.name(), 0);
    const std::int64_t is = found->second.mean(), difference = std::abs(was.mean() - is);
    if (difference <= level.days || difference * 100 <= level.days_percent * std::max(was.mean(), is)) continue;
    one.violated("VER-242", [&] {
      return Arguments{{"type", type},
                       {"before", std::to_string(was.mean())},
                       {"after", std::to_string(is)},
                       {"days", std::to_string(level.days)},
                       {"percent", std::to_string(level.days_percent)}};
    });
  }
}

// Does every old sender's last month lie directly before the first one under the new keys?
void check_months(const Evidence& evidence, Tally& tally) {
  for (const SideDelivery& delivery : evidence.old_side.deliveries) {
    if (evidence.declared_gaps.contains(delivery.sender)) {
      tally.not_applicable();
      continue;
    }
    Case one(tally, delivery.file, 0);
    if (delivery.month.plus(1) >= evidence.month) continue;
    one.violated("VER-239", [&] { return Arguments{{"sender", delivery.sender.text()}, {"month", delivery.month.text()}, {"first", evidence.month.text()}}; });
  }
}

// Are facts that may be left out still filled in for the provisions that go on? All of them lost, or a jump, is a finding.
void check_filled(const Evidence& evidence, const Level& level, Tally& tally) {
  struct Filled {
    const char* field;
    std::uint64_t before = 0, after = 0;
  };
  std::array<Filled, 3> filled{{{"goal"}, {"work_capacity"}, {"wage_value"}}};
  const auto count = [&](const Delivered& provision, std::uint64_t Filled::*side) {
    filled[0].*side += !provision.goal->empty();
    filled[1].*side += !provision.work_capacity->empty();
    filled[2].*side += provision.wage_value.has_value();
  };
  for (const Record& record : evidence.files.records) {
    if (record.relation != Relation::same || record.keys != 1 || record.delivered == nullptr) continue;
    const Delivered* fresh = evidence.keys_of(record).front().delivered;
    if (fresh == nullptr || fresh->facts.type != record.delivered->facts.type) continue;  // another type may need other facts
    count(*record.delivered, &Filled::before);
    count(*fresh, &Filled::after);
  }
  for (const Filled& one_field : filled) {
    if (one_field.before == 0) continue;
    Case one(tally, evidence.files.name(), 0);
    const bool all_lost = one_field.after == 0 && one_field.before > 1;
    if (!all_lost && !(one_field.after < one_field.before && level.is_jump(one_field.before, one_field.after))) continue;
    one.violated("VER-231", [&] {
      return Arguments{{"field", one_field.field}, {"before", std::to_string(one_field.before)}, {"after", std::to_string(one_field.after)}};
    });
  }
}

}  // namespace

void check_continuity(const Evidence& evidence, Tally& tally) {
  const Level level(evidence);
  const Date day = day_of_comparison(evidence);
  const Stock before = old_stock(evidence, day), after = new_stock(evidence, day);
  std::set<std::string> types;
  for (const Stock* stock : {&before, &after}) {
    for (const auto& [type, count] : stock->per_type) types.insert(type);
  }
  const auto compare = [&](std::string_view code, std::uint64_t was, std::uint64_t is, const std::string& type) {
    Case one(tally, evidence.files.name(), 0);
    if (!level.is_jump(was, is)) return;
    one.violated(code, [&] {
      Arguments arguments{
          {"before", std::to_string(was)}, {"after", std::to_string(is)}, {"count", std::to_string(level.count)}, {"percent", std::to_string(level.percent)}};
      if (!type.empty()) arguments["type"] = type;
      return arguments;
    });
  };
  const auto count_of = [](const Stock& stock, const std::string& type) {
    const auto found = stock.per_type.find(type);
    return found == stock.per_type.end() ? 0 : found->second;
  };
  for (const std::string& type : types) compare("VER-105", count_of(before, type), count_of(after, type), type);
  compare_durations(evidence, level, before, after, tally);
  compare("VER-106", before.persons, after.persons, "");
  for (const ParallelDelivery& delivery : evidence.parallel) {
    Case one(tally, delivery.file, 0);
    one.violated("VER-159", [&] { return Arguments{{"sender", delivery.sender.text()}, {"month", delivery.month.text()}}; });
  }
  check_months(evidence, tally);
  check_filled(evidence, level, tally);
  if (before.persons == 0 || after.persons == 0) return tally.not_applicable();
  // As many provisions a person as before would make this many now.
  compare("VER-107", before.bsns.size() * after.persons / before.persons, after.bsns.size(), "");
}

}  // namespace srgconv::verify
