// Every end is followed back to all keys that lead to it, so that time grows with what is told and not with the keys times the transitions.
#include <algorithm>
#include <array>
#include <span>
#include <tuple>
#include <utility>

#include "chains/chains.hpp"

namespace srgconv::chains {
namespace {

// The links that leave each key, or that arrive at it: positions in the steps, together per key.
class Links {
 public:
  Links(const std::vector<Step>& steps, std::size_t keys, std::uint32_t Step::*side) : starts_(keys + 2, 0) {
    for (const Step& step : steps) {
      if (step.to != 0) ++starts_[step.*side + 1];
    }
    for (std::size_t key = 1; key < starts_.size(); ++key) starts_[key] += starts_[key - 1];
    positions_.resize(starts_.back());
    std::vector<std::uint32_t> next(starts_.begin(), starts_.end());
    for (std::uint32_t position = 0; position < steps.size(); ++position) {
      if (steps[position].to != 0) positions_[next[steps[position].*side]++] = position;
    }
  }
  std::span<const std::uint32_t> of(std::uint32_t key) const { return {positions_.data() + starts_[key], starts_[key + 1] - starts_[key]}; }

 private:
  std::vector<std::uint32_t> starts_, positions_;
};

// Marks of keys for one walk; beginning the next walk takes no time.
class Marks {
 public:
  explicit Marks(std::size_t keys) : marked_in_(keys + 1, 0) {}
  void begin() { ++walk_; }
  bool mark(std::uint32_t key) { return std::exchange(marked_in_[key], walk_) != walk_; }
  bool has(std::uint32_t key) const { return marked_in_[key] == walk_; }

 private:
  std::vector<std::uint32_t> marked_in_;
  std::uint32_t walk_ = 0;
};

std::size_t highest_key(const std::vector<Step>& steps) {
  std::uint32_t highest = 0;
  for (const Step& step : steps) highest = std::max({highest, step.from, step.to});
  return highest;
}

class Composer {
 public:
  explicit Composer(const std::vector<Step>& steps)
      : steps_(steps),
        keys_(highest_key(steps)),
        leaving_(steps, keys_, &Step::from),
        arriving_(steps, keys_, &Step::to),
        reached_{Marks(keys_), Marks(keys_)},
        ancestors_(keys_),
        compared_(keys_) {}

  std::vector<Composed> compose() {
    find_last_words();
    for (std::uint32_t key = 1; key <= keys_; ++key) {
      const Step* last_word = last_words_[key];
      if (last_word == nullptr ? !arriving_.of(key).empty() : last_word->to == 0) follow_back(key, last_word);
    }
    for (Composed& line : lines_) {
      if (line.last != 0 && ends_[line.first] > 1) line.relation = "split";
    }
    // Halves that ended the same way give one line.
    const auto ends = [](const Composed& line) { return std::tie(line.first, line.last, line.relation); };
    std::sort(lines_.begin(), lines_.end(),
              [&](const Composed& a, const Composed& b) { return std::tuple_cat(ends(a), std::tie(a.steps)) < std::tuple_cat(ends(b), std::tie(b.steps)); });
    lines_.erase(std::unique(lines_.begin(), lines_.end(), [&](const Composed& a, const Composed& b) { return ends(a) == ends(b); }), lines_.end());
    return std::move(lines_);
  }

 private:
  struct Place {
    std::uint32_t key = 0;
    bool of_this_run = false;  // is a step from here to the end?
    std::uint32_t steps = 0;   // to the end
  };

  // The latest step of every key: a link where a fate is of the same month.
  void find_last_words() {
    last_words_.assign(keys_ + 1, nullptr);
    const auto weight = [](const Step& step) { return std::tuple(step.month, step.to != 0, step.relation != "stays"); };
    for (const Step& step : steps_) {
      const Step*& known = last_words_[step.from];
      if (known == nullptr || weight(*known) < weight(step)) known = &step;
    }
    ends_.assign(keys_ + 1, 0);
  }

  // All keys from which links lead to `key`, where a lineage ends: with its fate, when there is one, as a step more.
  void follow_back(std::uint32_t key, const Step* fate) {
    const std::uint32_t last = fate == nullptr || fate->relation == "stays" ? key : 0;
    for (Marks& marks : reached_) marks.begin();
    ancestors_.begin();
    std::size_t ancestors = 0;
    bool meet = false;
    const auto arrive = [&](const Place& place) {
      if (reached_[place.of_this_run].mark(place.key)) places_.push_back(place);
    };
    places_.clear();
    arrive(fate == nullptr ? Place{key, false, 0} : Place{key, fate->of_this_run, 1});
    for (std::size_t i = 0; i < places_.size(); ++i) {
      const Place place = places_[i];
      if (place.key != last && ancestors_.mark(place.key)) {
        ++ancestors;
        ++ends_[place.key];
      }
      const auto arriving = arriving_.of(place.key);
      meet = meet || arriving.size() > 1;
      for (const std::uint32_t position : arriving) {
        const Step& step = steps_[position];
        arrive({step.from, place.of_this_run || step.of_this_run, place.steps + 1});
      }
    }
    for (const Place& place : places_) {
      if (!place.of_this_run || place.steps < 2 || place.key == last) continue;
      const bool joined = last != 0 && meet && !is_comparable_with_all(place.key, ancestors);
      lines_.push_back({place.key, last, last == 0 ? fate->relation : joined ? "joined" : "same", place.steps});
    }
  }

  // Is every marked ancestor of an end on one line with `key`, before or behind it? Else another provision joined on the way.
  bool is_comparable_with_all(std::uint32_t key, std::size_t ancestors) {
    return reach(key, leaving_, &Step::to) + reach(key, arriving_, &Step::from) + 1 == ancestors;
  }
  std::size_t reach(std::uint32_t key, const Links& links, std::uint32_t Step::*side) {
    compared_.begin();
    compared_.mark(key);
    std::vector<std::uint32_t> ahead{key};
    for (std::size_t i = 0; i < ahead.size(); ++i) {
      for (const std::uint32_t position : links.of(ahead[i])) {
        const std::uint32_t next = steps_[position].*side;
        if (ancestors_.has(next) && compared_.mark(next)) ahead.push_back(next);
      }
    }
    return ahead.size() - 1;
  }

  const std::vector<Step>& steps_;
  std::size_t keys_;
  Links leaving_, arriving_;
  std::array<Marks, 2> reached_;  // without, and with a step of this run on the way
  Marks ancestors_, compared_;
  std::vector<const Step*> last_words_;  // per key; null: no transition tells of it as an old key
  std::vector<std::uint32_t> ends_;      // per key: how many ends it leads to
  std::vector<Place> places_;            // of the walk that is going on
  std::vector<Composed> lines_;
};

}  // namespace

std::vector<Composed> compose(const std::vector<Step>& steps) { return Composer(steps).compose(); }

}  // namespace srgconv::chains
