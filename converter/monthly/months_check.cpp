// EMPTY-DELIVERY and MISSING-MONTH: does every month from the first to the last have a delivery, with provisions in it?
#include "monthly/sender.hpp"

namespace srgconv::monthly {

void check_empty(const History& history, Found& found) {
  for (const MonthRead& month : history.months) {
    if (!month.usable()) {
      found.tally.not_applicable();
      continue;
    }
    checks::Case one(found.tally, month.name(), 0);
    if (month.provisions == 0) one.violated("VER-192", [&] { return Arguments{{"sender", history.sender.text()}, {"month", month.month().text()}}; });
  }
}

void check_missing_months(const History& history, Found& found) {
  for (std::size_t i = 1; i < history.months.size(); ++i) {
    const MonthRead &before = history.months[i - 1], &after = history.months[i];
    for (ReportMonth missing = before.month().plus(1); missing < after.month(); missing = missing.plus(1)) {
      checks::Case one(found.tally, before.name(), 0);
      one.violated("VER-193", [&] {
        return Arguments{{"sender", history.sender.text()}, {"month", missing.text()}, {"before", before.month().text()}, {"after", after.month().text()}};
      });
    }
    found.tally.satisfied();
  }
}

}  // namespace srgconv::monthly
