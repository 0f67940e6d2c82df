// A sender on its way through its months: one delivery in memory at a time, and of the months before it what was last delivered under each number.
#include "monthly/sender.hpp"

#include <algorithm>
#include <deque>
#include <tuple>

#include "monthly/feedback.hpp"
#include "parallel/parallel.hpp"

namespace srgconv::monthly {
namespace {

auto facts_rank(const delivery::Facts& facts) { return std::tuple(facts.bsn, std::string_view(*facts.type), facts.start, facts.end); }

class Passage {
 public:
  Passage(const Request& request, const SenderCode& sender) : request_(request), history_{request, sender, {}} {
    for (const Check& check : planned_checks()) {
      results_.push_back(checks::result_of_set(check.id, request.pack, check_ids(), request.every_finding));
    }
    for (checks::CheckResult& result : results_) found_.emplace_back(result, request.every_finding);
  }

  /// Takes a month; `delivered` is the delivery that holds for it.
  void take(const MonthFiles& files, ReadDelivery delivered) {
    MonthRead read;
    read.files = &files;
    ReportedMonth reported{files.month, {}, {}, files.replaced, false, 0, 0};
    if (files.holds) {
      reported.file = files.holds->file.name;
      reported.sequence = files.holds->sequence;
      read.state = delivered.state;
      read.format_findings = std::move(delivered.format_findings);
      read.count_findings = std::move(delivered.count_findings);
      read.states_counts = delivered.states_counts;
      read.provisions = delivered.delivery.provisions.size();
      if (read.usable()) judge_month(delivered.delivery, reported);
    }
    history_.months.push_back(std::move(read));
    months_.push_back(std::move(reported));
  }

  SenderResult end() {
    for (std::size_t i = 0; i < results_.size(); ++i) {
      if (const auto look = planned_checks()[i].of_history) look(history_, found_[i]);
      if (results_[i].state == checks::State::assessed && results_[i].examined == 0) results_[i].state = checks::State::not_applicable;
    }
    SenderResult result;
    result.sender = history_.sender;
    result.listed = listed_provisions(found_, trails_);
    result.feedback = feedback_of(request_.pack, found_, months_);
    result.months = std::move(months_);
    result.checks = std::move(results_);
    result.verdict = checks::verdict_on(result.checks);
    return result;
  }

 private:
  void judge_month(const delivery::Delivery& delivery, ReportedMonth& reported) {
    Month month{request_, delivery, trails_, files_, before_, previous_, {}, {}, {}};
    find_trails(month);
    order_persons(month);
    for (std::size_t i = 0; i < found_.size(); ++i) {
      if (const auto look = planned_checks()[i].of_month) look(month, found_[i]);
    }
    reported.usable = true;
    reported.provisions = delivery.provisions.size();
    reported.running = static_cast<std::uint64_t>(std::count_if(delivery.provisions.begin(), delivery.provisions.end(), [&](const delivery::Delivered& each) {
      return on_or_before(each.facts.start, delivery.month.last_day()) == Answer::yes && over_by(each.facts.end, delivery.month) == Answer::no;
    }));
    keep(month);
  }

  void find_trails(Month& month) {
    const delivery::Delivery& delivery = month.delivery;
    month.trail_of.resize(delivery.provisions.size());
    month.twice.assign(delivery.provisions.size(), false);
    for (std::size_t i = 0; i < delivery.by_id.size(); ++i) {
      const std::uint32_t at = delivery.by_id[i];
      const bool again = i > 0 && delivery.provisions[delivery.by_id[i - 1]].id == delivery.provisions[at].id;
      month.trail_of[at] = again ? month.trail_of[delivery.by_id[i - 1]] : trails_.find_or_add(delivery.provisions[at].id);
      if (again) month.twice[at] = month.twice[delivery.by_id[i - 1]] = true;
      trails_[month.trail_of[at]].seen = delivery.month;
    }
  }

  static void order_persons(Month& month) {
    const auto& provisions = month.delivery.provisions;
    for (const std::uint32_t at : month.delivery.by_id) {
      if (provisions[at].facts.bsn) month.by_person.push_back(at);
    }
    const auto rank = [&](std::uint32_t at) {
      const delivery::Facts& facts = provisions[at].facts;
      return std::tuple(facts.bsn->value(), facts.start.earliest(), facts.start.latest(), std::string_view(*facts.type));
    };
    std::stable_sort(month.by_person.begin(), month.by_person.end(), [&](std::uint32_t a, std::uint32_t b) { return rank(a) < rank(b); });
  }

  // What this month leaves for the next. Of a number that stands there more than once the first by its facts, so that the order of rows does not matter.
  void keep(const Month& month) {
    const delivery::Delivery& delivery = month.delivery;
    files_.push_back(delivery.file);
    before_.clear();
    const std::uint32_t none = static_cast<std::uint32_t>(-1);
    std::uint32_t latest = none;
    for (const std::uint32_t at : delivery.by_id) {
      const delivery::Delivered& provision = delivery.provisions[at];
      Trail& trail = trails_[month.trail_of[at]];
      const bool again = month.trail_of[at] == latest;
      if (again && !(facts_rank(provision.facts) < facts_rank(trail.facts))) continue;
      latest = month.trail_of[at];
      trail.facts = provision.facts;
      trail.last = delivery.month;
      trail.file = static_cast<std::uint32_t>(files_.size() - 1);
      trail.line = provision.line;
      trail.known = true;
      if (!again) before_.push_back(latest);
    }
    previous_ = delivery.month;
  }

  const Request& request_;
  History history_;
  Trails trails_;
  std::vector<std::string> files_;
  std::vector<std::uint32_t> before_;
  std::optional<ReportMonth> previous_;
  std::vector<ReportedMonth> months_;
  std::vector<checks::CheckResult> results_;
  std::deque<Found> found_;
};

}  // namespace

SenderResult judge_sender(const Request& request, const SenderCode& sender, const std::vector<MonthFiles>& months, Diagnostics& diagnostics) {
  struct Read {
    ReadDelivery delivery;
    Diagnostics told;
  };
  delivery::Words words;
  Passage passage(request, sender);
  // Months are read ahead, one per thread, and judged in their order.
  parallel::ordered(
      months.size(), request.threads, request.threads,
      [&](std::size_t month) {
        Read read;
        if (months[month].holds) read.delivery = read_month(*months[month].holds, request, words, read.told);
        return read;
      },
      [&](std::size_t month, Read read) {
        diagnostics.append(std::move(read.told));
        passage.take(months[month], std::move(read.delivery));
        return true;
      });
  return passage.end();
}

SenderResult judge_unattributed(const Request& request, const std::vector<Unattributed>& files) {
  SenderResult result;
  for (const Check& check : planned_checks()) {
    checks::CheckResult& judged = result.checks.emplace_back(checks::result_of_set(check.id, request.pack, check_ids(), request.every_finding));
    checks::Tally tally(judged, request.every_finding);
    for (const Unattributed& file : files) {
      if (result.checks.size() > 1 || file.state == FileState::unavailable) {
        tally.not_assessed("VER-190", file.name, 0, {});
        continue;
      }
      checks::Case one(tally, file.name, file.error_line);
      one.violated("VER-001", [&] { return Arguments{{"count", std::to_string(std::max<std::uint64_t>(file.errors, 1))}}; });
    }
  }
  result.verdict = checks::verdict_on(result.checks);
  return result;
}

}  // namespace srgconv::monthly
