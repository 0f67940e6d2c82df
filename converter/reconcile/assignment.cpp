// Lexicographic one-to-one assignment in exact 64-bit integers, and which of its edges lie in every optimum.
//
// The group becomes a square table: a row per old provision and per new one, a column per new provision and per old one. An old provision's own extra
// column means "stays alone", a new provision's own extra row "is left over", and extra rows fit extra columns freely. So each one-to-one assignment is
// a perfect matching of the table (perhaps several, which differ in extra rows and columns only), with the same weight, and the other way round.
//
// One stage per level. A stage finds a perfect matching of least cost with the Hungarian method, which also yields a price for every row and column
// such that cost - price(row) - price(column) is never negative, and zero ("tight") for the pairs of the matching. The cost of any perfect matching is the sum
// of all prices plus the sum of these differences. Hence a perfect matching is optimal if and only if all its pairs are tight: keeping the tight pairs alone
// keeps exactly the optimal matchings of this stage, and the next stage chooses among those. After the last stage the perfect matchings that are left are
// exactly the lexicographic optima.
//
// A pair outside the found matching M lies in another perfect matching if and only if it lies on a cycle that alternates between pairs outside and inside M
// (the symmetric difference of two perfect matchings is made of such cycles, and swapping along one gives a perfect matching). Read a possible pair (row,
// column) as a step from the row to the row that M gives that column: alternating cycles are the cycles of these steps. So a pair occurs in some optimum when
// it is in M or when the step can be returned from. This decides for all pairs at once what forcing each pair out and solving again would decide one by one.
#include "reconcile/assignment.hpp"

#include <algorithm>
#include <bitset>
#include <cassert>
#include <limits>
#include <optional>
#include <set>

namespace srgconv::reconcile {
namespace {

constexpr std::size_t largest_table = 2 * largest_group;

class Table {
 public:
  Table(std::size_t old_count, std::size_t fresh_count, std::span<const Edge> edges)
      : olds_(old_count), freshes_(fresh_count), size_(old_count + fresh_count), possible_(size_ * size_, 0), cost_(size_ * size_, 0), row_of_(size_, 0) {
    for (const Edge& edge : edges) possible_[at(edge.old, edge.fresh)] = 1;
    for (std::size_t old = 0; old < olds_; ++old) possible_[at(old, freshes_ + old)] = 1;
    for (std::size_t fresh = 0; fresh < freshes_; ++fresh) {
      possible_[at(olds_ + fresh, fresh)] = 1;
      for (std::size_t old = 0; old < olds_; ++old) possible_[at(olds_ + fresh, freshes_ + old)] = 1;
    }
  }

  void stage(std::span<const Edge> edges, std::uint32_t level);
  /// The last stage when its edges have weights: it does not narrow what is possible.
  void weighed_stage(std::span<const Edge> edges, std::uint32_t level);
  /// What all that is possible has in common.
  std::vector<Choices> choices() const;
  /// What has a shortfall below `margin` on the weighed stage.
  std::vector<Choices> choices_within(std::int64_t margin) const;

 private:
  static constexpr std::int64_t unreached = std::numeric_limits<std::int64_t>::max();

  std::size_t at(std::size_t row, std::size_t column) const { return row * size_ + column; }
  std::int64_t difference(std::size_t row, std::size_t column) const { return cost_[at(row, column)] - row_price_[row] - column_price_[column]; }
  void minimise();
  void add_row(std::size_t row);
  template <class Occurs>
  std::vector<Choices> choices_that(const Occurs& occurs) const;

  std::size_t olds_, freshes_, size_;
  std::vector<char> possible_;
  std::vector<std::int64_t> cost_;
  std::vector<std::size_t> row_of_;  // per column; size_ while it has none
  std::vector<std::int64_t> row_price_, column_price_;
};

// Mixed radix: every sum over an assignment stays below its radix, so that comparing totals compares digit by digit. With 64 on a side and dates of four-digit
// years a total is below 65^5 * 64 * 3.7 million < 2^58, and the prices, sums of at most 256 costs below 2^53, stay below 2^61.
void Table::stage(std::span<const Edge> edges, std::uint32_t level) {
  const auto most = static_cast<std::int64_t>(std::min(olds_, freshes_));
  std::int64_t longest = 0;
  for (const Edge& edge : edges) {
    if (edge.level == level) longest = std::max<std::int64_t>(longest, edge.days);
  }
  std::fill(cost_.begin(), cost_.end(), 0);
  for (const Edge& edge : edges) {
    if (edge.level != level) continue;
    std::int64_t weight = 1;
    for (const bool agrees : edge.agrees) weight = weight * (most + 1) + (agrees ? 1 : 0);
    cost_[at(edge.old, edge.fresh)] = edge.days - weight * (most * longest + 1);
  }
  minimise();
  for (std::size_t row = 0; row < size_; ++row) {
    for (std::size_t column = 0; column < size_; ++column) {
      if (difference(row, column) != 0) possible_[at(row, column)] = 0;
    }
  }
}

void Table::weighed_stage(std::span<const Edge> edges, std::uint32_t level) {
  std::fill(cost_.begin(), cost_.end(), 0);
  for (const Edge& edge : edges) {
    if (edge.level == level) cost_[at(edge.old, edge.fresh)] = -edge.weight;
  }
  minimise();
}

void Table::minimise() {
  row_of_.assign(size_, size_);
  row_price_.assign(size_, 0);
  column_price_.assign(size_, 0);
  for (std::size_t row = 0; row < size_; ++row) add_row(row);
}

// Finds the cheapest alternating path from a row without a column to a column without a row (Dijkstra on the differences), then moves prices and pairs along
// it. There is always one: a perfect matching exists, so the rows so far can all have a column.
void Table::add_row(std::size_t first) {
  std::vector<std::int64_t> distance(size_, unreached);
  std::vector<std::size_t> previous(size_, size_);  // the column before this one on the path; size_: the path starts here
  std::vector<char> done(size_, 0);
  std::size_t row = first, column = size_;
  while (row != size_) {
    std::int64_t nearest = unreached;
    std::size_t next = size_;
    for (std::size_t c = 0; c < size_; ++c) {
      if (done[c]) continue;
      if (possible_[at(row, c)]) {
        if (difference(row, c) < distance[c]) {
          distance[c] = difference(row, c);
          previous[c] = column;
        }
      }
      if (distance[c] < nearest) {
        nearest = distance[c];
        next = c;
      }
    }
    assert(next != size_);
    row_price_[first] += nearest;
    for (std::size_t c = 0; c < size_; ++c) {
      if (done[c]) {
        row_price_[row_of_[c]] += nearest;
        column_price_[c] -= nearest;
      } else if (distance[c] != unreached) {
        distance[c] -= nearest;
      }
    }
    column = next;
    done[column] = 1;
    row = row_of_[column];
  }
  while (column != size_) {
    const std::size_t before = previous[column];
    row_of_[column] = before == size_ ? first : row_of_[before];
    column = before;
  }
}

std::vector<Choices> Table::choices() const {
  std::vector<std::bitset<largest_table>> reach(size_);
  for (std::size_t row = 0; row < size_; ++row) {
    for (std::size_t column = 0; column < size_; ++column) {
      if (possible_[at(row, column)]) reach[row].set(row_of_[column]);
    }
  }
  for (std::size_t by = 0; by < size_; ++by) {
    for (auto& from : reach) {
      if (from.test(by)) from |= reach[by];
    }
  }
  return choices_that(
      [&](std::size_t row, std::size_t column) { return possible_[at(row, column)] && (row_of_[column] == row || reach[row_of_[column]].test(row)); });
}

std::vector<Choices> Table::choices_within(std::int64_t margin) const {
  constexpr std::int64_t far = std::numeric_limits<std::int64_t>::max() / 4;
  std::vector<std::int64_t> way(size_ * size_, far);  // from row to row
  for (std::size_t row = 0; row < size_; ++row) {
    for (std::size_t column = 0; column < size_; ++column) {
      if (!possible_[at(row, column)]) continue;
      std::int64_t& step = way[at(row, row_of_[column])];
      step = std::min(step, difference(row, column));
    }
    way[at(row, row)] = 0;
  }
  for (std::size_t by = 0; by < size_; ++by) {
    for (std::size_t from = 0; from < size_; ++from) {
      if (way[at(from, by)] >= margin) continue;
      for (std::size_t to = 0; to < size_; ++to) way[at(from, to)] = std::min(way[at(from, to)], way[at(from, by)] + way[at(by, to)]);
    }
  }
  return choices_that(
      [&](std::size_t row, std::size_t column) { return possible_[at(row, column)] && difference(row, column) + way[at(row_of_[column], row)] < margin; });
}

template <class Occurs>
std::vector<Choices> Table::choices_that(const Occurs& occurs) const {
  std::vector<Choices> result(olds_);
  for (std::size_t old = 0; old < olds_; ++old) {
    for (std::size_t fresh = 0; fresh < freshes_; ++fresh) {
      if (occurs(old, fresh)) result[old].fresh.push_back(static_cast<std::uint32_t>(fresh));
    }
    result[old].may_stay_alone = occurs(old, freshes_ + old);
  }
  return result;
}

}  // namespace

std::vector<Choices> optimal_choices(std::size_t old_count, std::size_t fresh_count, std::span<const Edge> edges, std::int64_t ahead) {
  assert(old_count <= largest_group && fresh_count <= largest_group);
  std::set<std::uint32_t> levels;
  std::optional<std::uint32_t> weighed;
  for (const Edge& edge : edges) {
    if (edge.weight > 0)
      weighed = edge.level;
    else
      levels.insert(edge.level);
  }
  if (edges.empty()) return std::vector<Choices>(old_count, Choices{{}, true});
  Table table(old_count, fresh_count, edges);
  for (const std::uint32_t level : levels) table.stage(edges, level);
  if (!weighed) return table.choices();
  table.weighed_stage(edges, *weighed);
  return table.choices_within(std::max<std::int64_t>(ahead, 1));
}

}  // namespace srgconv::reconcile
