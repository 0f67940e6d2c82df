// SENDER-KNOWN and SENDER-ALIVE: does the sender exist, and did it in every month it delivered?
#include "checks/sender_checks.hpp"

#include "monthly/sender.hpp"

namespace srgconv::monthly {

void check_sender_known(const History& history, Found& found) {
  const MonthRead& first = history.months.front();
  checks::judge_sender_known(history.request.pack.senders, history.sender, first.month(), first.name(), 0, found.tally);
}

void check_sender_alive(const History& history, Found& found) {
  const auto& senders = history.request.pack.senders;
  for (const MonthRead& month : history.months)
    checks::judge_sender_alive(senders, history.sender, month.month(), checks::sender_alive_in(senders, history.sender, month.month()), month.name(), 0,
                               found.tally);
}

}  // namespace srgconv::monthly
