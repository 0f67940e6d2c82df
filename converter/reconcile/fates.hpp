// Which of the fates of design.md each provision has.
#pragma once

#include <cstdint>
#include <vector>

#include "reconcile/progress.hpp"

namespace srgconv::reconcile {

/// Fates that hold before any link is looked for: dropped by declaration, and ended in the old deliveries. A drop of an unknown number is a finding.
void set_fates_before_linking(Progress& progress);
/// Of what is still undecided: ended since the last old delivery, with the to-do as its explanation; what remains is open.
void set_ended_since(Progress& progress);
/// The fates of the new side, when those of the old side are known. What started before the transition is unexplained when a review has it as a candidate, or
/// an old provision of its person and type is open, or it is disputed.
std::vector<NewFate> new_fates(const Progress& progress, const std::vector<Review>& reviews);
/// Disputes new provisions that may be a rejected old row whose BSN fails the 11-test; each is a finding.
void dispute_misspelt(Progress& progress);
/// Can a new provision have started after the old senders' last deliveries only? The earliest of their last months counts.
inline bool started_since(Date last_old_day, const Facts& fresh) { return on_or_before(fresh.start, last_old_day) == Answer::no; }
/// Is a new provision linked with nothing, although it started before? What may still belong to an open old one.
bool left_over(const Progress& progress, std::uint32_t fresh);
/// All of them.
std::vector<std::uint32_t> all_left_over(const Progress& progress);
/// One number for a person and a type.
inline std::uint64_t person_and_type(const Facts& facts) { return std::uint64_t{facts.bsn} << 32U | facts.type; }

}  // namespace srgconv::reconcile
