#include "verify/late_share.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

namespace srgconv::verify {
namespace {

// The delivery that holds in each month before `last` of the same sender, in order of month.
std::vector<const Head*> months_before(const Head& last, const std::vector<Head>& heads, const Request& request) {
  std::map<ReportMonth, std::vector<const Head*>> by_month;
  for (const Head& head : heads) {
    if (head.sender == last.sender && head.month < last.month && last.month.months_since(head.month) <= months_of_late_share)
      by_month[head.month].push_back(&head);
  }
  std::vector<const Head*> months;
  std::vector<Diagnostic> told_elsewhere;
  for (const auto& [month, rivals] : by_month) {
    if (const Head* head = delivery::in_force(rivals, request.orders, told_elsewhere)) months.push_back(head);
  }
  return months;
}

// How many of these months, and `last`, follow directly on the one before.
std::int64_t pairs_of(const std::vector<const Head*>& months, const Head& last) {
  std::int64_t pairs = 0;
  for (std::size_t i = 0; i < months.size(); ++i) pairs += months[i]->month.plus(1) == (i + 1 < months.size() ? *months[i + 1] : last).month;
  return pairs;
}

}  // namespace

void LateCount::add(const delivery::Delivery& delivery) {
  std::vector<std::string> ids;
  ids.reserve(delivery.provisions.size());
  for (const std::uint32_t index : delivery.by_id) ids.push_back(delivery.provisions[index].id);
  if (month_before_ && month_before_->plus(1) == delivery.month) {
    ++share_.months;
    share_.provisions += delivery.provisions.size();
    const Date last_day = month_before_->last_day();
    for (const std::uint32_t index : delivery.by_id) {
      const Delivered& provision = delivery.provisions[index];
      const bool had_started = on_or_before(provision.facts.start, last_day) == Answer::yes;
      if (had_started && !std::binary_search(before_.begin(), before_.end(), provision.id)) ++share_.late;
    }
  }
  share_.sender = delivery.sender;
  before_ = std::move(ids);
  month_before_ = delivery.month;
}

std::vector<std::optional<LateCount>> count_late_before(const std::vector<Head>& heads, const std::vector<const Head*>& chosen, std::int64_t least_months,
                                                        const Request& request, Words& words) {
  std::vector<std::optional<LateCount>> counts(chosen.size());
  std::vector<std::vector<const Head*>> months;
  std::int64_t pairs = 0;
  for (const Head* last : chosen) pairs += pairs_of(months.emplace_back(months_before(*last, heads, request)), *last);
  if (pairs < least_months) return counts;
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    if (months[i].empty()) continue;
    LateCount count;
    std::vector<Diagnostic> why;
    Diagnostics told_elsewhere;
    for (const Head* head : months[i]) count.add(delivery::read_delivery(*head, request.delivery_format, request.pack.codes, words, why, told_elsewhere));
    if (why.empty()) counts[i] = std::move(count);
  }
  return counts;
}

}  // namespace srgconv::verify
