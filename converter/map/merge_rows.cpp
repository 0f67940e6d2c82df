// Rows that tell parts of one provision: which belong together, and the one provision that they make.
#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "map/map.hpp"

namespace srgconv::map {
namespace {

using rules::MergeWay;
using rules::TargetField;

constexpr std::array merged_fields = {TargetField::bsn,           TargetField::id,         TargetField::type,
                                      TargetField::start,         TargetField::end,        TargetField::goal,
                                      TargetField::work_capacity, TargetField::wage_value, TargetField::description};

std::string text_of(const Provision& provision, TargetField field) {
  switch (field) {
    case TargetField::bsn: return fmt::to_string(provision.bsn.value());
    case TargetField::id: return provision.key.id;
    case TargetField::type: return provision.type;
    case TargetField::start: return fmt::to_string(provision.start.packed());
    case TargetField::end: return provision.end ? fmt::to_string(provision.end->packed()) : std::string();
    case TargetField::goal: return provision.goal;
    case TargetField::work_capacity: return provision.work_capacity;
    case TargetField::wage_value: return provision.wage_value ? provision.wage_value->text() : std::string();
    case TargetField::description: return provision.description;
    case TargetField::old_id:
    case TargetField::new_id:
    case TargetField::new_sender: break;
  }
  return {};
}

void copy_field(const Provision& from, Provision& to, TargetField field) {
  switch (field) {
    case TargetField::id: to.key = from.key; break;
    case TargetField::type: to.type = from.type; break;
    case TargetField::start: to.start = from.start; break;
    case TargetField::end: to.end = from.end; break;
    case TargetField::goal: to.goal = from.goal; break;
    case TargetField::work_capacity: to.work_capacity = from.work_capacity; break;
    case TargetField::wage_value: to.wage_value = from.wage_value; break;
    case TargetField::description: to.description = from.description; break;
    case TargetField::bsn:
    case TargetField::old_id:
    case TargetField::new_id:
    case TargetField::new_sender: break;
  }
}

Diagnostic fault(std::string_view code, TargetField field) { return {std::string(code), {}, {{"field", std::string(rules::target_name(field))}}, {}, {}}; }

// An end that is not there comes after every other.
Answer ends_on_or_before(const std::optional<Date>& a, const std::optional<Date>& b) {
  if (!b) return Answer::yes;
  return a ? on_or_before(*a, *b) : Answer::no;
}

class Group {
 public:
  Group(const rules::Merge& merge, const std::vector<const Provision*>& provisions) : merge_(merge), all_(provisions) {}

  void add(std::size_t row) { rows_.push_back(row); }

  // The group, or the periods into which it falls.
  std::vector<MergedRows> made() {
    std::sort(rows_.begin(), rows_.end(), [this](std::size_t a, std::size_t b) { return order(a) < order(b); });
    std::vector<MergedRows> result;
    std::vector<std::size_t> together = {rows_.front()};
    for (std::size_t i = 1; i < rows_.size(); ++i) {
      const Answer near = near_enough(together, rows_[i]);
      if (near == Answer::undecided) return {refused(fault("MAP-087", TargetField::start))};
      if (near == Answer::no) {
        if (has_id()) return {refused({"MAP-086", {}, {{"allowed", fmt::to_string(*merge_.within_days)}}, {}, {}})};
        result.push_back(one(std::move(together)));
        together.clear();
      }
      together.push_back(rows_[i]);
    }
    result.push_back(one(std::move(together)));
    return result;
  }

 private:
  const Provision& at(std::size_t row) const { return *all_[row]; }

  // By period, then by everything that is said: whatever order the rows came in.
  std::tuple<std::int32_t, bool, std::int32_t, std::string, std::size_t> order(std::size_t row) const {
    const Provision& provision = at(row);
    std::string facts;
    for (const TargetField field : merged_fields) facts += text_of(provision, field) + '\0';
    return {provision.start.packed(), !provision.end, provision.end ? provision.end->packed() : 0, std::move(facts), row};
  }

  bool has_id() const { return std::find(merge_.equal.begin(), merge_.equal.end(), TargetField::id) != merge_.equal.end(); }

  MergedRows refused(Diagnostic why) const {
    std::vector<std::size_t> rows = rows_;
    std::sort(rows.begin(), rows.end());
    return {std::move(rows), std::move(why)};
  }

  // Does the row begin at most `within_days` after the latest end of those before it?
  Answer near_enough(const std::vector<std::size_t>& before, std::size_t row) const {
    if (!merge_.within_days) return Answer::yes;
    const Date start = at(row).start;
    std::int32_t first = 0, last = 0;  // the earliest and the latest day that the latest end can be
    for (std::size_t i = 0; i < before.size(); ++i) {
      const auto& end = at(before[i]).end;
      if (!end) return Answer::yes;
      first = i == 0 ? end->earliest().day_number() : std::max(first, end->earliest().day_number());
      last = i == 0 ? end->latest().day_number() : std::max(last, end->latest().day_number());
    }
    const std::int32_t longest = start.latest().day_number() - first;
    const std::int32_t shortest = start.earliest().day_number() - last;
    if (longest <= *merge_.within_days) return Answer::yes;
    return shortest > *merge_.within_days ? Answer::no : Answer::undecided;
  }

  MergedRows one(std::vector<std::size_t> rows) const {
    Provision made = at(rows.front());
    std::optional<Diagnostic> why;
    for (std::size_t i = 0; !why && rows.size() > 1 && i < merged_fields.size(); ++i) {
      const TargetField field = merged_fields[i];
      if (std::find(merge_.equal.begin(), merge_.equal.end(), field) != merge_.equal.end()) continue;
      why = merge_field(field, rows, made);
    }
    std::sort(rows.begin(), rows.end());
    if (why) return {std::move(rows), *std::move(why)};
    return {std::move(rows), std::move(made)};
  }

  std::optional<Diagnostic> merge_field(TargetField field, const std::vector<std::size_t>& rows, Provision& made) const {
    const MergeWay way = merge_.ways[static_cast<std::size_t>(field)];
    const auto same = [&](std::size_t a, std::size_t b) { return text_of(at(a), field) == text_of(at(b), field); };
    if (std::all_of(rows.begin(), rows.end(), [&](std::size_t row) { return same(row, rows.front()); })) return std::nullopt;
    if (way == MergeWay::equal) return fault("MAP-085", field);
    const bool free_text = field == TargetField::description;
    for (const std::size_t candidate : rows) {
      const bool chosen =
          std::all_of(rows.begin(), rows.end(), [&](std::size_t other) { return same(candidate, other) || beats(way, field, candidate, other); });
      if (!chosen && !free_text) continue;
      copy_field(at(candidate), made, field);
      return std::nullopt;
    }
    const bool dated = way == MergeWay::earliest || way == MergeWay::latest;
    return fault(dated ? "MAP-087" : "MAP-088", field);
  }

  // Is it certain that this row's value is taken rather than the other's?
  bool beats(MergeWay way, TargetField field, std::size_t row, std::size_t other) const {
    const Provision &a = at(row), &b = at(other);
    switch (way) {
      case MergeWay::earliest: return before(a, b, field) == Answer::yes;
      case MergeWay::latest: return before(b, a, field) == Answer::yes;
      case MergeWay::first: return earlier(a, b);
      case MergeWay::last: return earlier(b, a);
      case MergeWay::equal: break;
    }
    return false;
  }

  static Answer before(const Provision& a, const Provision& b, TargetField field) {
    return field == TargetField::end ? ends_on_or_before(a.end, b.end) : on_or_before(a.start, b.start);
  }

  // By start, and of one start by end.
  static bool earlier(const Provision& a, const Provision& b) {
    if (a.start == b.start && a.start.complete()) return a.end != b.end && ends_on_or_before(a.end, b.end) == Answer::yes;
    return on_or_before(b.start, a.start) == Answer::no;
  }

  const rules::Merge& merge_;
  const std::vector<const Provision*>& all_;
  std::vector<std::size_t> rows_;
};

}  // namespace

std::vector<MergedRows> merge_rows(const rules::Merge& merge, const std::vector<const Provision*>& provisions) {
  std::map<std::string, Group> groups;
  for (std::size_t row = 0; row < provisions.size(); ++row) {
    std::string key;
    for (const TargetField field : merge.equal) key += text_of(*provisions[row], field) + '\0';
    groups.try_emplace(std::move(key), merge, provisions).first->second.add(row);
  }
  std::vector<MergedRows> result;
  for (auto& [key, group] : groups) {
    for (MergedRows& each : group.made()) result.push_back(std::move(each));
  }
  std::sort(result.begin(), result.end(), [](const MergedRows& a, const MergedRows& b) { return a.rows.front() < b.rows.front(); });
  return result;
}

}  // namespace srgconv::map
