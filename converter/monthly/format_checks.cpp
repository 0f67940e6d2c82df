// XSD, COUNTS and REDELIVERY: do the deliveries meet their format, are the counts in their headers right, and is it clear which delivery of a month holds?
#include "monthly/sender.hpp"

namespace srgconv::monthly {

void check_format(const History& history, Found& found) {
  for (const MonthRead& month : history.months) {
    if (!month.files->holds) {
      found.tally.not_applicable();
    } else if (month.usable()) {
      found.tally.satisfied();
    } else if (month.state == FileState::invalid) {
      checks::Case one(found.tally, month.name(), month.format_findings.front().primary.line);
      for (const Diagnostic& each : month.format_findings) {
        one.violated(each.code, [&] { return each.arguments; });
      }
    } else {
      found.tally.not_assessed("VER-133", month.name(), 0, {});
    }
  }
}

void check_counts(const History& history, Found& found) {
  for (const MonthRead& month : history.months) {
    if (!month.usable() || !month.states_counts) {
      found.tally.not_applicable();
      continue;
    }
    const std::uint32_t line = month.count_findings.empty() ? 0 : month.count_findings.front().primary.line;
    checks::Case one(found.tally, month.name(), line);
    for (const Diagnostic& each : month.count_findings) one.violated(each.code, [&] { return each.arguments; });
  }
}

void check_redeliveries(const History& history, Found& found) {
  for (const MonthRead& month : history.months) {
    if (!month.files->holds) {
      for (const Diagnostic& why : month.files->why_not) found.tally.not_assessed(why);
    } else if (!month.files->replaced.empty()) {
      found.tally.satisfied();
    } else {
      found.tally.not_applicable();
    }
  }
}

}  // namespace srgconv::monthly
