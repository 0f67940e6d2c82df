// Where else an open provision may have gone: to another type, or to a person whose BSN nearly agrees. Leads are for people; nothing is linked by them.
#pragma once

#include <cstdint>
#include <vector>

#include "reconcile/progress.hpp"

namespace srgconv::reconcile {

/// An open old provision, and new ones that nothing is linked with and that may be it.
struct Lead {
  std::uint32_t old = 0;
  std::vector<std::uint32_t> candidates;
};

/// Candidates of the same person with another type: those for which the weighed evidence speaks, when the transition weighs, else those with the same start.
/// `open`: the old provisions to look for; `left_over`: the new ones that may be named.
std::vector<Lead> leads_of_another_type(const Progress& progress, const std::vector<std::uint32_t>& open, const std::vector<std::uint32_t>& left_over);

/// Candidates of another person whose BSN could be the same one misspelt: those with the same start, and the same type (or enough evidence, when the transition
/// weighs).
std::vector<Lead> leads_of_another_bsn(const Progress& progress, const std::vector<std::uint32_t>& open, const std::vector<std::uint32_t>& left_over);

/// Every BSN that differs from this one by two digits that changed places, or by two wrong digits, and passes the 11-test. One wrong digit, or two neighbours
/// swapped, always fails that test, so two numbers that pass it never differ by less. Ascending; some 270 to 300 of them.
std::vector<std::uint32_t> nearly_equal_bsns(std::uint32_t bsn);

}  // namespace srgconv::reconcile
