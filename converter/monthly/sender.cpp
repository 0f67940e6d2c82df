// A sender on its way through its months: one delivery in memory at a time, and of the months before it what was last delivered under each number.
#include "monthly/sender.hpp"

#include <algorithm>
#include <deque>
#include <iterator>
#include <tuple>

#include "monthly/feedback.hpp"
#include "parallel/parallel.hpp"

namespace srgconv::monthly {
namespace {

auto facts_rank(const delivery::Facts& facts) { return std::tuple(facts.bsn, std::string_view(*facts.type), facts.start, facts.end); }

class Passage {
 public:
  Passage(const Request& request, const SenderCode& sender)
      : request_(request), history_{request, sender, {}}, record_checks_(request.pack, request.every_finding) {
    for (const Check& check : planned_checks()) results_.push_back(checks::result_of_set(check.id, request.pack, check_ids(), request.every_finding));
    for (std::size_t i = 0; i < results_.size(); ++i) {
      Found& found = found_.emplace_back(results_[i], request.every_finding);
      tell_when_its_number_is_missing(planned_checks()[i], results_[i], found);
    }
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
      const auto look = planned_checks()[i].of_history;
      if (look != nullptr && !unreliable(i))
        checks::carry_out(found_[i].tally, results_[i].id, history_.months.back().name(), [&] { look(history_, found_[i]); });
      if (results_[i].state == checks::State::assessed && results_[i].examined == 0) results_[i].state = checks::State::not_applicable;
    }
    SenderResult result;
    result.sender = history_.sender;
    result.checks = std::move(results_);
    content::Content content = std::move(record_checks_).result();
    result.bad_rows = content.bad_rows;
    result.first_bad_rows = std::move(content.rows);
    std::move(content.checks.begin(), content.checks.end(), std::back_inserter(result.checks));
    // What every check is about: those of this room, then the record checks.
    record_noted_.resize(result.checks.size() - found_.size());
    std::vector<NotedCheck> noted;
    for (std::size_t i = 0; i < result.checks.size(); ++i)
      noted.push_back({&result.checks[i], i < found_.size() ? static_cast<const Noted*>(&found_[i]) : &record_noted_[i - found_.size()]});
    result.listed = listed_provisions(noted, trails_);
    result.feedback = feedback_of(request_.pack, noted, months_);
    result.months = std::move(months_);
    result.verdict = checks::verdict_on(result.checks);
    return result;
  }

 private:
  // A check without its parameter cannot be relied on; one that the pack does not declare is not assessed anyway.
  void tell_when_its_number_is_missing(const Check& check, const checks::CheckResult& result, Found& found) const {
    if (check.parameter != nullptr && result.state != checks::State::not_assessed) checks::require_number(result, found.tally, request_.pack, check.parameter);
  }

  void judge_month(const delivery::Delivery& delivery, ReportedMonth& reported) {
    Month month{request_, delivery, trails_, files_, before_, previous_, {}, {}, {}};
    find_trails(month);
    order_persons(month);
    for (std::size_t i = 0; i < found_.size(); ++i) {
      const auto look = planned_checks()[i].of_month;
      if (look != nullptr && !unreliable(i)) checks::carry_out(found_[i].tally, results_[i].id, delivery.file, [&] { look(month, found_[i]); });
    }
    look_at_records(month);
    reported.usable = true;
    reported.provisions = delivery.provisions.size();
    reported.running = static_cast<std::uint64_t>(std::count_if(delivery.provisions.begin(), delivery.provisions.end(), [&](const delivery::Delivered& each) {
      return on_or_before(each.facts.start, delivery.month.last_day()) == Answer::yes && over_by(each.facts.end, delivery.month) == Answer::no;
    }));
    keep(month);
  }

  // Not a check of the pack, or without its parameter, or it has thrown.
  bool unreliable(std::size_t check) const { return results_[check].state == checks::State::not_assessed; }

  void look_at_records(const Month& month) {
    const delivery::Delivery& delivery = month.delivery;
    const auto note = [&](const content::Violations& row) {
      const auto provision = static_cast<std::size_t>(&row.provision - delivery.provisions.data());
      for (const std::uint32_t check : row.violated) {
        if (check >= record_noted_.size()) record_noted_.resize(check + 1);
        record_noted_[check].note(month.trail_of[provision], delivery.month, Outcome::violated, row.provision.facts.type);
      }
    };
    if (!checks::comes_to_its_end([&] { record_checks_.look_at(delivery, note); }))
      record_checks_.not_assessed(finding("VER-240", {delivery.file, 0, 0, 0, ""}, {{"check", "checks.rules"}}));
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
  content::RecordChecks record_checks_;
  std::vector<Noted> record_noted_;
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
