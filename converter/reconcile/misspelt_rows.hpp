// Rejected rows whose BSN fails the 11-test: which provisions they may be. They are for people, and nothing is linked by them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "domain/misspelt.hpp"
#include "reconcile/provisions.hpp"

namespace srgconv::reconcile {

/// A provision and the rejected rows that may be it, as they are told: `V12 (new/1980-202201.xml), V15 (...)`. A number that holds the misspelt BSN is masked.
struct MisspeltLead {
  std::uint32_t provision = 0;
  std::string rows;
};

/// Which of the provisions `of` a side may be meant by rejected rows of the other side: the BSN differs by one digit, or by two that changed places; the start
/// is the same, and so is the type, or else goal and end. In the order of `of`; the order of the rows does not matter.
std::vector<MisspeltLead> misspelt_leads(const Provisions& side, const CodeNumbers& numbers, const std::vector<std::uint32_t>& of,
                                         const std::vector<MisspeltProvision>& rows);

/// Every BSN that passes the 11-test and differs from these digits, which do not, by one digit or by two that changed places. Ascending.
std::vector<std::uint32_t> perhaps_meant(std::uint32_t digits);

}  // namespace srgconv::reconcile
