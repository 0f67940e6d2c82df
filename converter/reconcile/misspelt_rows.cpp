// Rows by the BSNs that may have been meant.
#include "reconcile/misspelt_rows.hpp"

#include <algorithm>
#include <iterator>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

namespace srgconv::reconcile {
namespace {

constexpr std::size_t most_named = 5;

// The registration number, unless its digits hold the misspelt BSN.
std::string shown_id(const MisspeltProvision& row) {
  std::string digits;
  std::copy_if(row.id.begin(), row.id.end(), std::back_inserter(digits), [](char c) { return c >= '0' && c <= '9'; });
  return digits.find(fmt::to_string(row.digits)) == std::string::npos ? row.id : "***";
}

}  // namespace

std::vector<std::uint32_t> perhaps_meant(std::uint32_t digits) {
  const std::string written = fmt::format("{:09}", digits);
  std::vector<std::uint32_t> result;
  const auto consider = [&](const std::string& meant) {
    if (const auto bsn = Bsn::parse(meant).bsn) result.push_back(bsn->value());
  };
  for (std::size_t a = 0; a < written.size(); ++a) {
    std::string meant = written;
    for (char digit = '0'; digit <= '9'; ++digit) {
      meant[a] = digit;
      consider(meant);
    }
    for (std::size_t b = a + 1; b < written.size(); ++b) {
      meant = written;
      std::swap(meant[a], meant[b]);
      consider(meant);
    }
  }
  std::sort(result.begin(), result.end());
  result.erase(std::unique(result.begin(), result.end()), result.end());
  return result;
}

std::vector<MisspeltLead> misspelt_leads(const Provisions& side, const CodeNumbers& numbers, const std::vector<std::uint32_t>& of,
                                         const std::vector<MisspeltProvision>& rows) {
  std::vector<MisspeltLead> result;
  if (rows.empty() || of.empty()) return result;
  std::unordered_map<std::uint32_t, std::vector<const MisspeltProvision*>> meant;
  for (const MisspeltProvision& row : rows) {
    for (const std::uint32_t bsn : perhaps_meant(row.digits)) meant[bsn].push_back(&row);
  }
  for (const std::uint32_t index : of) {
    const Facts& facts = side[index];
    const auto found = meant.find(facts.bsn);
    if (found == meant.end()) continue;
    std::vector<std::string> named;
    for (const MisspeltProvision* row : found->second) {
      const bool same_end = (row->end ? row->end->packed() : Facts::no_end) == facts.end_since;
      const bool fits = numbers.find(row->type) == facts.type || (numbers.find(row->goal) == facts.goal && same_end);
      if (row->start == facts.start && fits) named.push_back(fmt::format("{} ({})", shown_id(*row), row->file));
    }
    if (named.empty()) continue;
    std::sort(named.begin(), named.end());
    MisspeltLead lead{index, {}};
    for (std::size_t i = 0; i < named.size() && i < most_named; ++i) lead.rows += (i == 0 ? "" : ", ") + named[i];
    if (named.size() > most_named) lead.rows += fmt::format(", ... ({})", named.size());
    result.push_back(std::move(lead));
  }
  return result;
}

}  // namespace srgconv::reconcile
