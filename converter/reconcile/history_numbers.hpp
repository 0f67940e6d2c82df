// `history id`: numbers under the new senders for provisions that ended before the transition.
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "reconcile/identity_steps.hpp"
#include "reconcile/reconcile.hpp"

namespace srgconv::reconcile {

/// The numbers that a new sender has already, whatever the month.
struct NewNumbers {
  Numbering numbering;
  std::set<std::string> taken;
};

/// The number of each of `ended` for which the statement gives one that can be used, in order of key. Those that a scope or `continues` leaves with their
/// sender take no part. A number that is taken, that two are given or that is longer than `longest` characters is given to nobody (RECO-065 to RECO-067), nor
/// does one get a number for which the rule cannot be evaluated (RECO-068) or nothing says the new sender (RECO-069): one warning each, with their count and
/// the first by key.
std::vector<store::HistoryNumber> number_history(const Problem& problem, std::vector<Provision> ended, const std::map<SenderCode, NewNumbers>& fresh,
                                                 std::size_t longest, const RuleEvaluator& evaluate, Diagnostics& diagnostics);

}  // namespace srgconv::reconcile
