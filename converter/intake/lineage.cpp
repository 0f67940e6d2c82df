// Does a transition agree with what the pack knows of its senders?
#include <algorithm>
#include <set>

#include "intake/intake.hpp"

namespace srgconv::intake {
namespace {

class LineageChecker {
 public:
  LineageChecker(const rules::Transition& transition, const Inventory& inventory, const pack::SenderLineage& senders, Diagnostics& diagnostics)
      : transition_(transition), inventory_(inventory), senders_(senders), diagnostics_(diagnostics), last_day_(transition.month.last_day()) {}

  void run() {
    bool doubtful = false;
    std::set<SenderCode> judged;
    for (const rules::Source& source : transition_.old) {
      if (judged.insert(source.sender).second) doubtful = !judge_old(source) || doubtful;
    }
    judged.clear();
    for (const rules::Source& source : transition_.fresh) {
      // Why nobody leads to it has been said where no old sender leads anywhere.
      if (judged.insert(source.sender).second && !doubtful) judge_new(source);
    }
  }

 private:
  void report(std::string_view code, const SourceSpan& place, std::map<std::string, std::string> arguments) {
    diagnostics_.add({std::string(code), place, std::move(arguments), {}, {}});
  }

  bool may_succeed(const SenderCode& old, const SenderCode& fresh, Date on) const { return senders_.lawful_successor(old, fresh, on) != Answer::no; }

  // False when no new sender may deliver for it.
  bool judge_old(const rules::Source& source) {
    const SenderCode& old = source.sender;
    const auto side = inventory_.old_sides.find(old);
    const pack::Sender* known = senders_.find(old);
    if (known != nullptr && known->end && side != inventory_.old_sides.end() && on_or_before(*known->end, side->second.last_month.first_day()) == Answer::yes) {
      report("CASE-043", source.span,
             {{"old", named(old)}, {"end", known->end->text()}, {"month", side->second.last_month.text()}, {"known", steps_from(old)}});
    }
    if (transition_.continues(old) && transition_.scope_of(old) == nullptr) return true;  // it stays what it is
    const std::vector<SenderCode> destinations = transition_.destinations_of(old);
    const bool goes_somewhere =
        std::any_of(destinations.begin(), destinations.end(), [&](const SenderCode& fresh) { return may_succeed(old, fresh, last_day_); });
    if (!goes_somewhere) {
      judge_dead_end(source, destinations);
      return false;
    }
    if (known != nullptr && side != inventory_.old_sides.end()) judge_missing(source, *known, side->second.last_month, destinations);
    return true;
  }

  // No new sender succeeds it in this month: does one later, or none ever?
  void judge_dead_end(const rules::Source& source, const std::vector<SenderCode>& destinations) {
    const auto later = std::find_if(destinations.begin(), destinations.end(), [&](const SenderCode& fresh) {
      return senders_.lawful_successor(source.sender, fresh, *Date::from_parts(9999, 12, 31)) == Answer::yes;
    });
    std::string codes;
    for (const SenderCode& fresh : destinations) codes += (codes.empty() ? "" : ", ") + named(fresh);
    std::map<std::string, std::string> arguments{{"old", named(source.sender)},
                                                 {"new", later == destinations.end() ? codes : named(*later)},
                                                 {"month", transition_.month.text()},
                                                 {"known", steps_from(source.sender)}};
    report(later == destinations.end() ? "CASE-041" : "CASE-042", source.span, std::move(arguments));
  }

  // A sender that ended between its last month and the transition became several: each of them, or who came after it, must be among the new ones.
  void judge_missing(const rules::Source& source, const pack::Sender& known, ReportMonth last_month, const std::vector<SenderCode>& destinations) {
    if (!known.end || std::find(destinations.begin(), destinations.end(), known.code) != destinations.end()) return;
    for (const pack::Successor& successor : known.successors) {
      if (!successor.date || on_or_before(*successor.date, last_day_) != Answer::yes) continue;
      if (on_or_before(*successor.date, last_month.first_day()) == Answer::yes) continue;
      const bool there =
          std::any_of(destinations.begin(), destinations.end(), [&](const SenderCode& fresh) { return may_succeed(successor.code, fresh, last_day_); });
      if (!there)
        report("CASE-044", source.span,
               {{"old", named(known.code)}, {"successor", named(successor.code)}, {"date", successor.date->text()}, {"known", steps_from(known.code)}});
    }
  }

  void judge_new(const rules::Source& source) {
    const SenderCode& fresh = source.sender;
    const bool succeeds =
        std::any_of(transition_.old.begin(), transition_.old.end(), [&](const rules::Source& old) { return may_succeed(old.sender, fresh, last_day_); });
    if (succeeds) return;
    std::string known;
    for (const pack::SenderLineage::Step& step : senders_.backward(fresh)) {
      if (step.to == fresh) known += (known.empty() ? "" : ", ") + named(step.from) + (step.date ? " (" + step.date->text() + ")" : "");
    }
    report("CASE-045", source.span, {{"new", named(fresh)}, {"month", transition_.month.text()}, {"known", known.empty() ? "-" : known}});
  }

  // `0457 Weesp`
  std::string named(const SenderCode& code) const {
    const pack::Sender* sender = senders_.find(code);
    return sender == nullptr ? code.text() : code.text() + " " + sender->name;
  }

  // `0363 Amsterdam (2022-03-24) [Tabel 33]`; `-` when the table knows of no step.
  std::string steps_from(const SenderCode& code) const {
    const pack::Sender* sender = senders_.find(code);
    if (sender == nullptr || sender->successors.empty()) return "-";
    std::string text;
    for (const pack::Successor& one : sender->successors) {
      text += (text.empty() ? "" : ", ") + named(one.code) + (one.date ? " (" + one.date->text() + ")" : "");
    }
    return text + " [" + sender->source + "]";
  }

  const rules::Transition& transition_;
  const Inventory& inventory_;
  const pack::SenderLineage& senders_;
  Diagnostics& diagnostics_;
  Date last_day_;
};

}  // namespace

bool agrees_with_lineage(const rules::Transition& transition, const Inventory& inventory, const pack::SenderLineage& senders, Diagnostics& diagnostics) {
  const std::size_t errors_before = diagnostics.error_count();
  LineageChecker(transition, inventory, senders, diagnostics).run();
  return diagnostics.error_count() == errors_before;
}

}  // namespace srgconv::intake
