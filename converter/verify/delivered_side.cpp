// Reads the deliveries of one side through the pack's format `levering`.
#include "verify/delivered_side.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

namespace srgconv::verify {
namespace {

SourceSpan place(const std::string& file, std::uint32_t line = 0) { return {file, line, 0, 0, ""}; }

SideDelivery mapped_delivery(const MappedSide& mapped, Words& words) {
  SideDelivery delivery;
  delivery.sender = mapped.sender;
  delivery.month = mapped.month;
  delivery.from_mapping = true;
  for (const Provision& provision : mapped.provisions) {
    delivery.provisions.push_back({provision.key.id,
                                   {provision.bsn, words.keep(provision.type), provision.start, provision.end},
                                   words.keep(provision.goal),
                                   words.keep(provision.work_capacity),
                                   provision.wage_value,
                                   0});
  }
  delivery.order();
  return delivery;
}

using BySender = std::map<SenderCode, std::vector<const Head*>>;

BySender by_sender(const std::vector<Head>& heads) {
  BySender result;
  for (const Head& head : heads) result[head.sender].push_back(&head);
  return result;
}

// The delivery that holds among those of one sender in one month.
void choose(const std::vector<const Head*>& of_sender, ReportMonth month, const DeclaredOrders& orders, ChosenDeliveries& chosen) {
  std::vector<const Head*> rivals;
  std::copy_if(of_sender.begin(), of_sender.end(), std::back_inserter(rivals), [&](const Head* head) { return head->month == month; });
  if (const Head* head = delivery::in_force(rivals, orders, chosen.why_unusable)) chosen.heads.push_back(head);
}

}  // namespace

std::optional<ReportMonth> first_new_month(const std::vector<Head>& heads, std::optional<ReportMonth> stated) {
  if (heads.empty()) return stated;
  ReportMonth earliest = heads.front().month;
  for (const Head& head : heads) {
    if (stated && head.month == *stated) return stated;
    earliest = std::min(earliest, head.month);
  }
  return earliest;
}

ChosenDeliveries choose_new(const std::vector<Head>& heads, ReportMonth month, const DeclaredOrders& orders) {
  ChosenDeliveries chosen;
  if (heads.empty()) chosen.why_unusable.push_back({"VER-138", {}, {}, {}, {}});
  for (const auto& [sender, of_sender] : by_sender(heads)) {
    ReportMonth first = of_sender.front()->month;
    for (const Head* head : of_sender) first = head->month == month || first == month ? month : std::min(first, head->month);
    choose(of_sender, first, orders, chosen);
  }
  return chosen;
}

ChosenDeliveries choose_old(const std::vector<Head>& heads, ReportMonth month, const DeclaredOrders& orders) {
  ChosenDeliveries chosen;
  for (const auto& [sender, of_sender] : by_sender(heads)) {
    std::optional<ReportMonth> latest;
    for (const Head* head : of_sender) {
      if (head->month < month && (!latest || head->month > *latest)) latest = head->month;
    }
    if (latest)
      choose(of_sender, *latest, orders, chosen);
    else
      chosen.why_unusable.push_back({"VER-137", place(of_sender.front()->file.name), {{"sender", sender.text()}, {"month", month.text()}}, {}, {}});
  }
  return chosen;
}

void complete_old_side(DeliveredSide& side, const std::vector<MappedSide>& mapped_old, Words& words) {
  for (const MappedSide& mapped : mapped_old) {
    if (side.find(mapped.sender) != nullptr) continue;
    side.deliveries.push_back(mapped_delivery(mapped, words));
    if (mapped.provisions.empty()) side.why_unusable.push_back({"VER-135", {}, {{"sender", mapped.sender.text()}, {"month", mapped.month.text()}}, {}, {}});
  }
  std::sort(side.deliveries.begin(), side.deliveries.end(), [](const SideDelivery& a, const SideDelivery& b) { return a.sender < b.sender; });
  if (side.deliveries.empty() && side.why_unusable.empty()) side.why_unusable.push_back({"VER-139", {}, {}, {}, {}});
}

}  // namespace srgconv::verify
