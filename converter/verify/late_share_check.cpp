// LATE-SHARE: are there more late registrations in the new delivery than the old senders used to have?
//
// Method: of each month of an old sender, the provisions that are delivered for the first time although they had started on or before the last day of the
// month before, over all provisions of that month; the same over the first new delivery, where late is what FATES-NEW counts as registered late. Level: more
// than `least_count`, and more than `factor` times what the earlier share would give. With fewer than `least_months` pairs of months nothing can be compared.
#include <string>

#include <fmt/format.h>

#include "verify/conversion_checks.hpp"

namespace srgconv::verify {
namespace {

std::string percent(std::uint64_t part, std::uint64_t whole) {
  return fmt::format("{:.1f}%", whole == 0 ? 0.0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole));
}

}  // namespace

void check_late_share(const Evidence& evidence, Tally& tally) {
  const auto parameter = [&](std::string_view name) { return static_cast<std::uint64_t>(evidence.parameter("LATE-SHARE", name)); };
  const std::uint64_t least_months = parameter("least_months"), least_count = parameter("least_count"), factor = parameter("factor");
  LateShare before;
  for (const LateShare& share : evidence.late_shares) {
    before.months += share.months;
    before.late += share.late;
    before.provisions += share.provisions;
  }
  if (before.months < least_months || before.provisions == 0) return tally.nothing_to_assess();
  for (const Equation& equation : evidence.equations) {
    if (equation.old_side) continue;
    const auto fate = [&](std::string_view name) {
      for (const auto& [its_name, count] : equation.fates) {
        if (its_name == name) return count;
      }
      return std::uint64_t{0};
    };
    const std::uint64_t late = fate("registered-late");
    const SideDelivery* delivery = evidence.new_side.find(equation.sender);
    Case one(tally, delivery->file, 0);
    const bool many = late > least_count && late * before.provisions > factor * before.late * equation.total;
    if (!many) continue;
    one.violated("VER-241", [&] {
      return Arguments{{"sender", equation.sender.text()},        {"late", std::to_string(late)},
                       {"share", percent(late, equation.total)},  {"before", percent(before.late, before.provisions)},
                       {"months", std::to_string(before.months)}, {"factor", std::to_string(factor)}};
    });
  }
}

}  // namespace srgconv::verify
