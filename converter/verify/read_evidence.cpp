// Which files are read, several at a time.
#include "verify/read_evidence.hpp"

#include <functional>
#include <optional>
#include <utility>
#include <vector>

#include "parallel/parallel.hpp"
#include "verify/conversion_file.hpp"
#include "verify/delivered_side.hpp"
#include "verify/earlier_files.hpp"
#include "verify/late_share.hpp"

namespace srgconv::verify {
namespace {

// One piece of reading; it tells in diagnostics of its own.
using Task = std::function<void(Diagnostics&)>;

// Several at a time, their diagnostics in order.
void carry_out(const std::vector<Task>& tasks, unsigned threads, Diagnostics& diagnostics) {
  parallel::ordered(
      tasks.size(), threads,
      [&](std::size_t i) {
        Diagnostics own;
        tasks[i](own);
        return own;
      },
      [&](std::size_t, Diagnostics&& own) {
        diagnostics.append(std::move(own));
        return true;
      });
}

// A delivery on its way into a side.
struct Arriving {
  SideDelivery delivery;
  std::vector<Diagnostic> why_unusable;
};

DeliveredSide side_of(std::vector<Arriving>&& arrived, std::vector<Diagnostic>&& why_unusable) {
  DeliveredSide side;
  side.why_unusable = std::move(why_unusable);
  for (Arriving& each : arrived) {
    side.deliveries.push_back(std::move(each.delivery));
    side.why_unusable.insert(side.why_unusable.end(), each.why_unusable.begin(), each.why_unusable.end());
  }
  return side;
}

}  // namespace

Evidence read_evidence(const Request& request, Words& words, Diagnostics& diagnostics) {
  Evidence evidence{request.pack};
  evidence.exports = &request.exports;
  evidence.every_finding = request.every_finding;
  evidence.declared_gaps = request.declared_gaps;
  const CodeLists& codes = request.pack.codes;
  std::vector<Task> tasks;
  tasks.emplace_back([&](Diagnostics& own) {
    for (const read::InputFile& file : request.conversions) read_conversion_file(file, request.conversion_format, codes, words, evidence.files, own);
  });
  tasks.emplace_back([&](Diagnostics& own) { evidence.earlier = read_earlier_files(request.earlier, request.conversion_format, codes, words, own); });

  const auto heads_of = [&](const std::vector<read::InputFile>& files, DeliveredSide& side) {
    return delivery::read_heads(files, request.delivery_format, codes, side.why_unusable, diagnostics);
  };
  const auto new_heads = heads_of(request.new_deliveries, evidence.new_side);
  const auto old_heads = heads_of(request.old_deliveries, evidence.old_side);
  const auto stated = stated_month(request.conversions.front(), request.conversion_format, codes);
  const auto month = first_new_month(new_heads.value_or(std::vector<Head>{}), stated);
  evidence.month = month.value_or(ReportMonth{});
  ChosenDeliveries chosen_new, chosen_old;
  if (new_heads) chosen_new = choose_new(*new_heads, evidence.month, request.orders);
  if (old_heads && month) chosen_old = choose_old(*old_heads, *month, request.orders);
  std::vector<Arriving> arriving_new(chosen_new.heads.size()), arriving_old(chosen_old.heads.size());
  const auto read_into = [&](const std::vector<const Head*>& heads, std::vector<Arriving>& arriving) {
    for (std::size_t i = 0; i < heads.size(); ++i) {
      tasks.emplace_back([&, i](Diagnostics& own) {
        static_cast<delivery::Delivery&>(arriving[i].delivery) =
            delivery::read_delivery(*heads[i], request.delivery_format, codes, words, arriving[i].why_unusable, own);
      });
    }
  };
  read_into(chosen_new.heads, arriving_new);
  read_into(chosen_old.heads, arriving_old);
  std::vector<std::optional<LateCount>> late_counts;
  if (old_heads) {
    tasks.emplace_back(
        [&](Diagnostics&) { late_counts = count_late_before(*old_heads, chosen_old.heads, evidence.parameter("LATE-SHARE", "least_months"), request, words); });
  }
  carry_out(tasks, request.threads, diagnostics);
  for (std::size_t i = 0; i < late_counts.size(); ++i) {
    if (!late_counts[i] || !arriving_old[i].why_unusable.empty()) continue;
    late_counts[i]->add(arriving_old[i].delivery);
    evidence.late_shares.push_back(late_counts[i]->share());
  }

  if (new_heads) evidence.new_side = side_of(std::move(arriving_new), std::move(chosen_new.why_unusable));
  if (old_heads && month) {
    evidence.old_side = side_of(std::move(arriving_old), std::move(chosen_old.why_unusable));
    complete_old_side(evidence.old_side, request.mapped_old, words);
    for (const Head& head : *old_heads) {
      if (head.month >= *month && evidence.new_side.find(head.sender) == nullptr) evidence.parallel.push_back({head.file.name, head.sender, head.month});
    }
  }
  if (old_heads && !month) evidence.old_side.why_unusable.push_back({"VER-139", {}, {}, {}, {}});
  return evidence;
}

}  // namespace srgconv::verify
