// What holds for whatever is delivered: the order of files and rows never matters, what is unrelated changes nothing, and an orderly history raises nothing.
#include <set>

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include "unit/monthly/sent.hpp"

namespace srgconv::monthly::test {
namespace {

const std::vector<std::string> persons{anna, bert, carla, dirk, eva};

ReportMonth month_number(int number) { return ReportMonth::parse("202601")->plus(number); }

std::string day(ReportMonth month, int day) { return month.compact() + fmt::format("{:02}", day); }

// An orderly history: every provision in each month from its start to its end, numbers and persons of its own. Types that no combination names.
std::vector<Sent> orderly(int provisions, int months) {
  std::vector<Sent> deliveries;
  struct Life {
    int start, end;
    std::string type;
  };
  std::vector<Life> lives;
  for (int i = 0; i < provisions; ++i) {
    const int start = *rc::gen::inRange(0, months);
    lives.push_back({start, *rc::gen::inRange(start, months + 2), *rc::gen::element<std::string>("30", "31", "40", "42", "59")});
  }
  lives.push_back({0, months + 2, "40"});  // no month is empty
  for (int m = 0; m < months; ++m) {
    Sent& sent = deliveries.emplace_back();
    sent.month = month_number(m).compact();
    for (std::size_t i = 0; i < lives.size(); ++i) {
      const Life& life = lives[i];
      if (m < life.start || m > life.end) continue;
      // Every provision of a person starts on a day of its own.
      const int start_day = 1 + static_cast<int>(i / persons.size()) % 28;
      sent.rows.push_back({persons[i % persons.size()], fmt::format("V{}", i), life.type, day(month_number(life.start), start_day),
                           m == life.end ? day(month_number(life.end), 28) : ""});
    }
  }
  return deliveries;
}

// The same with things changed at random.
std::vector<Sent> disorderly() {
  std::vector<Sent> deliveries = orderly(*rc::gen::inRange(1, 12), *rc::gen::inRange(1, 5));
  for (int changes = *rc::gen::inRange(0, 8); changes > 0; --changes) {
    Sent& sent = deliveries[*rc::gen::inRange<std::size_t>(0, deliveries.size())];
    if (sent.rows.empty()) continue;
    const std::size_t at = *rc::gen::inRange<std::size_t>(0, sent.rows.size());
    Row& row = sent.rows[at];
    switch (*rc::gen::inRange(0, 7)) {
      case 0: sent.rows.erase(sent.rows.begin() + static_cast<std::ptrdiff_t>(at)); break;
      case 1: row.bsn = *rc::gen::elementOf(persons); break;
      case 2: row.type = *rc::gen::element<std::string>("10", "22", "42"); break;
      case 3: row.start = *rc::gen::element<std::string>("20240000", "20251100", "20251231", "20260105"); break;
      case 4: row.end = *rc::gen::element<std::string>("20260000", "20260115", "20260210", "", "20260300"); break;
      case 5: row.id = *rc::gen::element<std::string>("V0", "V1", "V2"); break;
      default: row.bsn = "123456789"; break;
    }
  }
  return deliveries;
}

// Counts without places: what must not depend on an order.
std::string counts(const std::vector<SenderResult>& senders) {
  std::string text;
  for (const SenderResult& sender : senders) {
    for (const checks::CheckResult& check : sender.checks)
      text += fmt::format("{} {} {} {} {} {} {}\n", check.id, static_cast<int>(check.state), check.examined, check.satisfied, check.violated, check.undecided,
                          check.not_applicable);
    for (const ListedProvision& each : sender.listed) text += fmt::format("{} {} {} {} {}\n", each.check, each.violated, each.number, each.first, each.months);
  }
  return text;
}

// All of it, findings with their places too.
std::string everything(const std::vector<SenderResult>& senders) {
  std::string text = counts(senders);
  for (const SenderResult& sender : senders) {
    for (const checks::CheckResult& check : sender.checks) {
      Diagnostics all;
      for (const Diagnostic& each : check.findings) all.add(each);
      text += render_all(all, Language::en);
    }
  }
  return text;
}

RC_GTEST_PROP(MonthlyLaws, AnOrderlyHistoryRaisesNothing, ()) {
  const auto deliveries = orderly(*rc::gen::inRange(1, 30), *rc::gen::inRange(1, 6));
  const auto senders = judge(deliveries);
  RC_ASSERT(found(senders.front()) == "");
  RC_ASSERT(senders.front().verdict == checks::Verdict::accepted);
}

RC_GTEST_PROP(MonthlyLaws, TheOrderOfFilesChangesNothing, ()) {
  auto deliveries = disorderly();
  const std::string before = everything(judge(deliveries));
  std::reverse(deliveries.begin(), deliveries.end());
  RC_ASSERT(everything(judge(deliveries)) == before);
}

RC_GTEST_PROP(MonthlyLaws, TheOrderOfRowsChangesNoCount, ()) {
  auto deliveries = disorderly();
  const std::string before = counts(judge(deliveries));
  for (Sent& sent : deliveries) std::reverse(sent.rows.begin(), sent.rows.end());
  RC_ASSERT(counts(judge(deliveries)) == before);
}

// Every case of a check is satisfied, violated or undecided.
RC_GTEST_PROP(MonthlyLaws, EveryCaseIsCountedOnce, ()) {
  for (const SenderResult& sender : judge(disorderly())) {
    for (const checks::CheckResult& check : sender.checks) RC_ASSERT(check.examined == check.satisfied + check.violated + check.undecided);
  }
}

RC_GTEST_PROP(MonthlyLaws, AnUnrelatedProvisionChangesNoOtherFinding, ()) {
  auto deliveries = disorderly();
  const auto before = judge(deliveries);
  const auto listed = [](const SenderResult& sender) {
    std::string text;
    for (const ListedProvision& each : sender.listed) text += fmt::format("{} {} {} {} {}\n", each.check, each.violated, each.number, each.first, each.months);
    return text;
  };
  for (Sent& sent : deliveries) sent.rows.push_back({"100000009", "NIEUW", "59", "20251201", ""});
  const auto after = judge(deliveries);
  RC_ASSERT(listed(after.front()) == listed(before.front()));
}

}  // namespace
}  // namespace srgconv::monthly::test
