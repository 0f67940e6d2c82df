// Who follows whom, and when: answers that stay undecided where the table of senders cannot know.
#include <algorithm>
#include <deque>
#include <map>
#include <tuple>

#include "pack/pack.hpp"

namespace srgconv::pack {
namespace {

Answer both(Answer a, Answer b) {
  return a == Answer::no || b == Answer::no ? Answer::no : a == Answer::undecided || b == Answer::undecided ? Answer::undecided : Answer::yes;
}

void take_earlier(std::optional<Date>& held, std::optional<Date> date) {
  if (date && (!held || *date < *held)) held = date;
}

// A step, and how many steps it lies from the code that was asked for; negative: before it.
struct Placed {
  int distance;
  SenderLineage::Step step;
};

// Steps in order of time, those of one day in the order in which they follow one another, those without a date last.
std::vector<SenderLineage::Step> in_order(std::vector<Placed> placed) {
  const auto rank = [](const Placed& a) { return std::tuple(!a.step.date, a.step.date.value_or(Date{}), a.distance, a.step.from, a.step.to); };
  std::sort(placed.begin(), placed.end(), [&](const Placed& a, const Placed& b) { return rank(a) < rank(b); });
  std::vector<SenderLineage::Step> steps;
  for (Placed& one : placed) steps.push_back(std::move(one.step));
  return steps;
}

}  // namespace

SenderLineage::SenderLineage(std::vector<Sender> senders, Date known_until, std::optional<Date> starts_known_from)
    : senders_(std::move(senders)), known_until_(known_until) {
  std::stable_sort(senders_.begin(), senders_.end(), [](const Sender& a, const Sender& b) { return a.code < b.code; });
  seen_by_.resize(senders_.size());
  for (std::size_t i = 0; i < senders_.size(); ++i) {
    const Sender& sender = senders_[i];
    if (!sender.end) take_earlier(seen_by_[i], known_until_);
    if (sender.end && sender.end->complete()) take_earlier(seen_by_[i], Date::from_day_number(sender.end->day_number() - 1));
    take_earlier(seen_by_[i], starts_known_from);
    for (const Successor& successor : sender.successors) {
      const std::size_t to = index_of(successor.code);
      if (to < senders_.size()) take_earlier(seen_by_[to], successor.date);
    }
  }
}

std::size_t SenderLineage::index_of(const SenderCode& code) const {
  const auto found =
      std::lower_bound(senders_.begin(), senders_.end(), code, [](const Sender& sender, const SenderCode& wanted) { return sender.code < wanted; });
  return found == senders_.end() || found->code != code ? senders_.size() : static_cast<std::size_t>(found - senders_.begin());
}

const Sender* SenderLineage::find(const SenderCode& code) const {
  const std::size_t index = index_of(code);
  return index == senders_.size() ? nullptr : &senders_[index];
}

Answer SenderLineage::alive(const SenderCode& code, Date on) const {
  const std::size_t index = index_of(code);
  if (index == senders_.size()) return on_or_before(on, known_until_) == Answer::yes ? Answer::no : Answer::undecided;
  const Sender& sender = senders_[index];
  if (sender.kind == SenderKind::other) return Answer::no;
  Answer started = Answer::undecided;
  if (sender.start)
    started = on_or_before(*sender.start, on);
  else if (seen_by_[index] && on_or_before(*seen_by_[index], on) == Answer::yes)
    started = Answer::yes;
  Answer goes_on = Answer::yes;
  if (sender.end) {
    const Answer ended = on_or_before(*sender.end, on);
    goes_on = ended == Answer::yes ? Answer::no : ended == Answer::no ? Answer::yes : Answer::undecided;
  }
  return both(started, goes_on);
}

// Is there a way over steps whose answer to "taken by `on`?" is at least `least`? Marks every sender on the way.
bool SenderLineage::reaches(std::size_t from, std::size_t to, Date on, Answer least, std::vector<bool>& visited) const {
  std::deque<std::size_t> waiting{from};
  visited.assign(senders_.size(), false);
  visited[from] = true;
  while (!waiting.empty()) {
    const std::size_t at = waiting.front();
    waiting.pop_front();
    // Who leaves a joint body that goes on takes nothing of the others that joined it.
    if (at != from && senders_[at].kind == SenderKind::joint_body && !senders_[at].end) continue;
    for (const Successor& successor : senders_[at].successors) {
      const std::size_t next = index_of(successor.code);
      const Answer taken = successor.date ? on_or_before(*successor.date, on) : Answer::undecided;
      if (next == senders_.size() || visited[next] || taken == Answer::no || (least == Answer::yes && taken != Answer::yes)) continue;
      visited[next] = true;
      waiting.push_back(next);
    }
  }
  return to < senders_.size() && visited[to];
}

Answer SenderLineage::lawful_successor(const SenderCode& earlier, const SenderCode& later, Date on) const {
  if (earlier == later) return Answer::yes;
  const bool beyond_table = on_or_before(on, known_until_) != Answer::yes;
  const std::size_t from = index_of(earlier);
  const std::size_t to = index_of(later);
  const auto is_no_sender = [&](std::size_t index) { return index < senders_.size() && senders_[index].kind == SenderKind::other; };
  if (is_no_sender(from) || is_no_sender(to)) return Answer::no;
  if (from == senders_.size()) return beyond_table ? Answer::undecided : Answer::no;
  std::vector<bool> visited;
  if (reaches(from, to, on, Answer::yes, visited)) return Answer::yes;
  if (reaches(from, to, on, Answer::undecided, visited)) return Answer::undecided;
  if (!beyond_table) return Answer::no;
  // The line may have gone on since the table was made: from any code of it that then still existed.
  for (std::size_t i = 0; i < senders_.size(); ++i) {
    if (visited[i] && !senders_[i].end) return Answer::undecided;
  }
  return Answer::no;
}

std::vector<SenderLineage::Step> SenderLineage::onward(const SenderCode& code) const {
  std::vector<Placed> steps;
  std::map<SenderCode, int> distances{{code, 0}};
  std::deque<SenderCode> waiting{code};
  for (; !waiting.empty(); waiting.pop_front()) {
    const Sender* from = find(waiting.front());
    if (from == nullptr) continue;
    const int distance = distances.at(from->code) + 1;
    for (const Successor& successor : from->successors) {
      steps.push_back({distance, {from->code, successor.code, successor.date}});
      if (distances.emplace(successor.code, distance).second) waiting.push_back(successor.code);
    }
  }
  return in_order(std::move(steps));
}

std::vector<SenderLineage::Step> SenderLineage::backward(const SenderCode& code) const {
  std::multimap<SenderCode, Step> into;
  for (const Sender& sender : senders_) {
    for (const Successor& successor : sender.successors) into.emplace(successor.code, Step{sender.code, successor.code, successor.date});
  }
  std::vector<Placed> steps;
  std::map<SenderCode, int> distances{{code, 0}};
  std::deque<SenderCode> waiting{code};
  for (; !waiting.empty(); waiting.pop_front()) {
    const int distance = distances.at(waiting.front()) - 1;
    const auto [first, last] = into.equal_range(waiting.front());
    for (auto step = first; step != last; ++step) {
      steps.push_back({distance, step->second});
      if (distances.emplace(step->second.from, distance).second) waiting.push_back(step->second.from);
    }
  }
  return in_order(std::move(steps));
}

std::vector<std::string> SenderLineage::codes() const {
  std::vector<std::string> result;
  for (const Sender& sender : senders_) {
    if (sender.kind != SenderKind::other) result.push_back(sender.code.text());
  }
  return result;
}

}  // namespace srgconv::pack
