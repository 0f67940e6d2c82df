// Folds what rows tell about single months into episodes: a state that holds from month to month.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "domain/identifiers.hpp"
#include "domain/period.hpp"
#include "domain/provision.hpp"
#include "store/statements.hpp"
#include "store/store.hpp"

namespace srgconv::store {

/// Which row told it: number of the row, of the rule's text, of the description's text (0: none).
struct Sighting {
  std::int64_t row = 0;
  std::uint32_t rule = 0, description = 0;
};

/// Keeps the latest episode of each provision and side in memory; it is inserted when it begins, and written again when it has become longer. A side whose
/// months come in another order than that of time is kept month by month instead, and folded when everything is written out: slower, and as right.
class EpisodeFolding {
 public:
  explicit EpisodeFolding(Statements& statements) : statements_(statements) {}

  /// The sender has a source in force for this month.
  void note_month(Side side, const SenderCode& sender, ReportMonth month);
  void add(Side side, std::uint32_t provision, ReportMonth month, const Provision& facts, std::int64_t row, std::uint32_t rule);
  /// Writes what has become longer since it was inserted.
  void write_out();
  /// Frees the memory; what comes later goes on from the file.
  void forget();

 private:
  static constexpr std::size_t side_count = 4;
  static constexpr std::int32_t no_date = std::numeric_limits<std::int32_t>::min();
  static constexpr std::int64_t no_number = std::numeric_limits<std::int64_t>::min();

  struct Facts {
    std::uint32_t bsn = 0;
    std::int32_t start = 0, end = no_date;
    std::uint32_t type = 0, goal = 0, work_capacity = 0;
    std::int64_t wage_value = no_number;
    bool operator==(const Facts&) const = default;
  };
  struct Current {
    Facts facts;
    std::int32_t first = 0, last = 0;  // yyyymm
    Sighting seen;                     // in the last month
    Sighting seen_before;              // in the month before that, once it has two
    std::uint64_t description_hash = 0;
    bool longer = false;  // changed since the file was told
  };

  Current* find(Side side, std::uint32_t provision);
  Current& keep(Side side, std::uint32_t provision, const Current& current);
  Current episode_at(const Execution& query);
  std::optional<Current> read_last(Side side, std::uint32_t provision);
  void write(Side side, std::uint32_t provision, Current& current);
  Sighting sighting_in(Side side, std::uint32_t provision, std::int32_t month);
  Facts facts_of(const Provision& provision);
  void insert(Side side, std::uint32_t provision, std::int32_t month, const Facts& facts, const Provision& texts, const Sighting& seen);
  void write_out(Side side);
  void unfold(Side side);
  void refold(Side side);
  void forget(Side side);
  std::uint32_t code_number(const std::string& code);
  std::int32_t month_before(Side side, const SenderCode& sender, ReportMonth month);

  Statements& statements_;
  std::array<std::vector<std::uint32_t>, side_count> slots_;  // per provision: 0, or 1 + index into currents_
  std::array<std::deque<Current>, side_count> currents_;
  std::array<bool, side_count> file_has_more_{};  // something was forgotten
  std::array<bool, side_count> by_month_{};       // unfolded
  std::map<std::pair<Side, SenderCode>, std::set<ReportMonth>> months_;
  struct {
    Side side = Side::old_export;
    SenderCode sender;
    ReportMonth month;
    std::int32_t before = 0;
  } month_asked_last_;
  std::unordered_map<std::string, std::uint32_t> code_numbers_;
  std::int64_t descriptions_ = 0;
};

}  // namespace srgconv::store
