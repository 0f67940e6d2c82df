// CONTINUITY: is the stock of provisions about as large after the change as before it?
//
// Method: the provisions that run on after an old sender's last month, over all old senders, without those that the file says ended since, were dropped or
// stay, against the provisions in the new deliveries that started on or before the last day of the latest of those months and run on after it. Compared per
// type, by persons, and by provisions per person. Level: a difference of more than 5 and of more than 5 % of the larger side is a finding. A partial date that
// leaves it open counts as running, and as an early start. An old sender that delivered beside the new one is a finding of its own.
#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "verify/conversion_checks.hpp"

namespace srgconv::verify {
namespace {

constexpr std::uint64_t level_count = 5, level_percent = 5;

struct Stock {
  std::map<std::string, std::uint64_t> per_type;
  std::vector<std::uint32_t> bsns;  // of every provision that has one
  std::uint64_t persons = 0;

  void add(const Facts& facts) {
    ++per_type[*facts.type];
    if (facts.bsn) bsns.push_back(facts.bsn->value());
  }
  void count_persons() {
    std::sort(bsns.begin(), bsns.end());
    for (std::size_t i = 0; i < bsns.size(); ++i) persons += i == 0 || bsns[i - 1] != bsns[i];
  }
};

bool runs_after(const Facts& facts, Date day) { return !facts.end || on_or_before(*facts.end, day) != Answer::yes; }

bool leaves(Relation relation) { return relation == Relation::ended_since || relation == Relation::dropped || relation == Relation::stays; }

Stock old_stock(const Evidence& evidence) {
  std::vector<const Delivered*> left;
  for (const Record& record : evidence.files.records) {
    if (record.delivered != nullptr && leaves(record.relation)) left.push_back(record.delivered);
  }
  std::sort(left.begin(), left.end(), std::less<>());
  Stock stock;
  for (const SideDelivery& delivery : evidence.old_side.deliveries) {
    for (const Delivered& provision : delivery.provisions) {
      if (runs_after(provision.facts, delivery.month.last_day()) && !std::binary_search(left.begin(), left.end(), &provision, std::less<>()))
        stock.add(provision.facts);
    }
  }
  stock.count_persons();
  return stock;
}

Stock new_stock(const Evidence& evidence) {
  ReportMonth latest = evidence.earliest_last_month();
  for (const SideDelivery& delivery : evidence.old_side.deliveries) latest = std::max(latest, delivery.month);
  Stock stock;
  for (const SideDelivery& delivery : evidence.new_side.deliveries) {
    for (const Delivered& provision : delivery.provisions) {
      const Record* own = delivery.own_record(provision);
      if (own != nullptr && goes_on(*own)) continue;
      if (on_or_before(provision.facts.start, latest.last_day()) != Answer::no && runs_after(provision.facts, latest.last_day())) stock.add(provision.facts);
    }
  }
  stock.count_persons();
  return stock;
}

bool is_jump(std::uint64_t a, std::uint64_t b) {
  const std::uint64_t difference = a > b ? a - b : b - a;
  return difference > level_count && difference * 100 > level_percent * std::max(a, b);
}

}  // namespace

void check_continuity(const Evidence& evidence, Tally& tally) {
  const Stock before = old_stock(evidence), after = new_stock(evidence);
  std::set<std::string> types;
  for (const Stock* stock : {&before, &after}) {
    for (const auto& [type, count] : stock->per_type) types.insert(type);
  }
  const auto compare = [&](std::string_view code, std::uint64_t was, std::uint64_t is, const std::string& type) {
    Case one(tally, evidence.files.name(), 0);
    if (!is_jump(was, is)) return;
    one.violated(code, [&] {
      Arguments arguments{
          {"before", std::to_string(was)}, {"after", std::to_string(is)}, {"count", std::to_string(level_count)}, {"percent", std::to_string(level_percent)}};
      if (!type.empty()) arguments["type"] = type;
      return arguments;
    });
  };
  const auto count_of = [](const Stock& stock, const std::string& type) {
    const auto found = stock.per_type.find(type);
    return found == stock.per_type.end() ? 0 : found->second;
  };
  for (const std::string& type : types) compare("VER-105", count_of(before, type), count_of(after, type), type);
  compare("VER-106", before.persons, after.persons, "");
  for (const ParallelDelivery& delivery : evidence.parallel) {
    Case one(tally, delivery.file, 0);
    one.violated("VER-159", [&] { return Arguments{{"sender", delivery.sender.text()}, {"month", delivery.month.text()}}; });
  }
  if (before.persons == 0 || after.persons == 0) return tally.not_applicable();
  // As many provisions a person as before would make this many now.
  compare("VER-107", before.bsns.size() * after.persons / before.persons, after.bsns.size(), "");
}

}  // namespace srgconv::verify
