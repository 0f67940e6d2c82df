// Walks links back from a key to the first ones, and on to the last.
#include "report/key_lineage.hpp"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include <fmt/format.h>

namespace srgconv::report {
namespace {

auto order_of(const LineageStep& step) { return std::tie(step.month, step.old_key, step.new_key, step.place); }

class Walk {
 public:
  explicit Walk(const store::Workspace& workspace) : workspace_(workspace), transitions_(workspace.transitions()) {}

  KeyLineage through(const ProvisionKey& key) {
    for (const bool forward : {false, true}) {
      std::set<ProvisionKey> known{key};
      std::vector<ProvisionKey> ahead{key};
      for (std::size_t i = 0; i < ahead.size(); ++i) {
        for (ProvisionKey& next : step_from(ProvisionKey(ahead[i]), forward)) {
          if (known.insert(next).second) ahead.push_back(std::move(next));
        }
      }
    }
    std::sort(steps_.begin(), steps_.end(), [](const LineageStep& a, const LineageStep& b) { return order_of(a) < order_of(b); });
    // Links that lead in a circle are met both ways.
    steps_.erase(std::unique(steps_.begin(), steps_.end(), [](const LineageStep& a, const LineageStep& b) { return order_of(a) == order_of(b); }),
                 steps_.end());
    KeyLineage lineage{std::move(steps_), {}};
    const auto name = [&](const ProvisionKey& named) {
      if (std::find(lineage.keys.begin(), lineage.keys.end(), named) == lineage.keys.end()) lineage.keys.push_back(named);
    };
    for (const LineageStep& step : lineage.steps) {
      name(step.old_key);
      if (step.new_key) name(*step.new_key);
    }
    if (lineage.keys.empty()) lineage.keys.push_back(key);
    return lineage;
  }

 private:
  ReportMonth month_of(std::uint32_t transition) const { return transition < transitions_.size() ? transitions_[transition].month : ReportMonth{}; }

  // Notes the steps that leave a key, or that arrive at it, and gives the keys at their other end.
  std::vector<ProvisionKey> step_from(const ProvisionKey& key, bool forward) {
    std::vector<ProvisionKey> next;
    for (store::EarlierLink& earlier : workspace_.earlier_of(key)) {
      if (forward ? earlier.old_key != key : earlier.new_key != key) continue;
      if (earlier.new_key) next.push_back(forward ? *earlier.new_key : earlier.old_key);
      steps_.push_back({earlier.month, std::move(earlier.old_key), std::move(earlier.new_key), std::move(earlier.relation), std::nullopt,
                        fmt::format("{}:{}", earlier.file, earlier.line)});
    }
    for (store::Link& link : workspace_.links_of(key)) {
      if ((forward ? link.old_key : link.new_key) != key) continue;
      next.push_back(forward ? link.new_key : link.old_key);
      steps_.push_back({month_of(link.transition), link.old_key, link.new_key, link.relation, std::move(link), {}});
    }
    for (const store::Fate& fate : workspace_.fates(key)) {
      if (forward && fate.old_side && fate.fate != "linked") steps_.push_back({month_of(fate.transition), key, std::nullopt, fate.fate, std::nullopt, {}});
    }
    return next;
  }

  const store::Workspace& workspace_;
  std::vector<store::Transition> transitions_;
  std::vector<LineageStep> steps_;
};

}  // namespace

bool KeyLineage::spans_transitions() const {
  return std::any_of(steps.begin(), steps.end(), [&](const LineageStep& step) { return !step.place.empty() || step.month != steps.front().month; });
}

KeyLineage lineage_of(const store::Workspace& workspace, const ProvisionKey& key) { return Walk(workspace).through(key); }

}  // namespace srgconv::report
