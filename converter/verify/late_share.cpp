#include "verify/late_share.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

namespace srgconv::verify {
namespace {

// The delivery that holds in each month before `last` of the same sender, in order of month; then `last` itself.
std::vector<const Head*> months_up_to(const Head& last, const std::vector<Head>& heads, const Request& request) {
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
  months.push_back(&last);
  return months;
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

std::vector<LateShare> read_late_shares(const std::vector<Head>& heads, const std::vector<const Head*>& chosen, const Request& request, Words& words) {
  std::vector<LateShare> shares;
  for (const Head* last : chosen) {
    const std::vector<const Head*> months = months_up_to(*last, heads, request);
    if (months.size() < 2) continue;
    LateCount count;
    std::vector<Diagnostic> why;
    Diagnostics told_elsewhere;
    for (const Head* head : months) count.add(delivery::read_delivery(*head, request.delivery_format, request.pack.codes, words, why, told_elsewhere));
    if (why.empty()) shares.push_back(count.share());
  }
  return shares;
}

}  // namespace srgconv::verify
