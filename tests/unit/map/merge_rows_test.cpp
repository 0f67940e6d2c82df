// Rows that belong together: the ways of each field, periods, and the laws that hold whatever the rows are.
#include <algorithm>
#include <map>
#include <numeric>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "map/map.hpp"

namespace srgconv::map {
namespace {

using rules::MergeWay;
using rules::TargetField;

Provision row(const std::string& id, std::int32_t start, std::int32_t end = -1, const std::string& type = "22", const std::string& bsn = "123456782") {
  Provision provision{ProvisionKey{{*SenderCode::parse("0398"), {}}, id}, *Bsn::parse(bsn).bsn, type, *Date::from_packed(start), {}, {}, {}, {}, {}};
  if (end >= 0) provision.end = Date::from_packed(end);
  return provision;
}

rules::Merge merging(std::vector<TargetField> equal, std::map<TargetField, MergeWay> ways, std::optional<int> within = {}) {
  rules::Merge merge;
  merge.equal = std::move(equal);
  merge.within_days = within;
  merge.ways[static_cast<std::size_t>(TargetField::description)] = MergeWay::first;
  for (const auto& [field, way] : ways) merge.ways[static_cast<std::size_t>(field)] = way;
  return merge;
}

const rules::Merge extended = merging({TargetField::bsn, TargetField::id}, {{TargetField::start, MergeWay::earliest}, {TargetField::end, MergeWay::latest}}, 1);

std::vector<MergedRows> merged(const rules::Merge& merge, const std::vector<Provision>& rows) {
  std::vector<const Provision*> pointers;
  for (const Provision& each : rows) pointers.push_back(&each);
  return merge_rows(merge, pointers);
}

// `0,1: 1001 22 2021-01-01..2021-03-31`, or the code and field of the refusal.
std::string shown(const MergedRows& group) {
  std::string text;
  for (const std::size_t each : group.rows) text += (text.empty() ? "" : ",") + std::to_string(each);
  if (const auto* why = std::get_if<Diagnostic>(&group.made)) {
    const auto field = why->arguments.find("field");
    return text + ": " + why->code + (field == why->arguments.end() ? std::string() : " " + field->second);
  }
  const auto& made = std::get<Provision>(group.made);
  return text + ": " + made.key.id + " " + made.type + " " + made.start.text() + ".." + (made.end ? made.end->text() : std::string()) +
         (made.wage_value ? " " + made.wage_value->text() : std::string());
}

std::vector<std::string> shown(const rules::Merge& merge, const std::vector<Provision>& rows) {
  std::vector<std::string> result;
  for (const MergedRows& group : merged(merge, rows)) result.push_back(shown(group));
  return result;
}

using Lines = std::vector<std::string>;

TEST(MergeRows, TakesTheWholePeriod) {
  EXPECT_EQ(shown(extended, {row("a", 20210401, 20210630), row("b", 20210101), row("a", 20210101, 20210331), row("a", 20210701)}),
            (Lines{"0,2,3: a 22 2021-01-01..", "1: b 22 2021-01-01.."}));
}

TEST(MergeRows, KeepsPersonsApart) {
  EXPECT_EQ(shown(extended, {row("a", 20210101), row("a", 20210101, -1, "22", "111222333")}).size(), 2U);
}

TEST(MergeRows, RefusesWhatDiffers) {
  EXPECT_EQ(shown(extended, {row("a", 20210101, 20210331, "22"), row("a", 20210401, 20210630, "29")}), (Lines{"0,1: MAP-085 type"}));
}

TEST(MergeRows, RefusesOneNumberWithPeriodsApart) {
  EXPECT_EQ(shown(extended, {row("a", 20210101, 20210331), row("a", 20210403)}), (Lines{"0,1: MAP-086"}));
  EXPECT_EQ(shown(extended, {row("a", 20210101, 20210331), row("a", 20210401)}), (Lines{"0,1: a 22 2021-01-01.."}));
}

TEST(MergeRows, MakesAProvisionOfEachPeriod) {
  const auto merge = merging({TargetField::bsn, TargetField::type},
                             {{TargetField::id, MergeWay::first}, {TargetField::start, MergeWay::earliest}, {TargetField::end, MergeWay::latest}}, 31);
  EXPECT_EQ(shown(merge, {row("a", 20210101, 20210331), row("c", 20220101), row("b", 20210415, 20210630)}),
            (Lines{"0,2: a 22 2021-01-01..2021-06-30", "1: c 22 2022-01-01.."}));
}

TEST(MergeRows, LooksAtTheLatestEndSoFar) {
  // The second period lies inside the first; the third joins the first.
  EXPECT_EQ(shown(extended, {row("a", 20210101, 20211231), row("a", 20210201, 20210228), row("a", 20220101, 20220131)}),
            (Lines{"0,1,2: a 22 2021-01-01..2022-01-31"}));
}

TEST(MergeRows, LeavesOpenWhatAnIncompleteDateLeavesOpen) {
  EXPECT_EQ(shown(extended, {row("a", 20210101, 20210300), row("a", 20210401)}), (Lines{"0,1: MAP-087 start"}));
  // Whatever the days are, May comes before July and ends after it has begun.
  const auto whenever = merging({TargetField::bsn, TargetField::id}, {{TargetField::start, MergeWay::earliest}, {TargetField::end, MergeWay::latest}});
  EXPECT_EQ(shown(whenever, {row("a", 20210500, 20210600), row("a", 20210700)}), (Lines{"0,1: a 22 2021-05-??.."}));
  EXPECT_EQ(shown(whenever, {row("a", 20210500), row("a", 20210512)}), (Lines{"0,1: MAP-087 start"}));
}

TEST(MergeRows, TakesTheValueOfTheFirstOrLastPeriod) {
  auto merge = extended;
  merge.ways[static_cast<std::size_t>(TargetField::wage_value)] = MergeWay::last;
  std::vector<Provision> rows = {row("a", 20210401), row("a", 20210101, 20210331)};
  rows[0].wage_value = Decimal::from_units(400000);
  rows[1].wage_value = Decimal::from_units(450000);
  EXPECT_EQ(shown(merge, rows), (Lines{"0,1: a 22 2021-01-01.. 40"}));
  merge.ways[static_cast<std::size_t>(TargetField::wage_value)] = MergeWay::first;
  EXPECT_EQ(shown(merge, rows), (Lines{"0,1: a 22 2021-01-01.. 45"}));
  rows[1].start = rows[0].start;
  rows[1].end.reset();
  EXPECT_EQ(shown(merge, rows), (Lines{"0,1: MAP-088 wage_value"}));
}

TEST(MergeRows, NeverRefusesBecauseOfFreeText) {
  std::vector<Provision> rows = {row("a", 20210101), row("a", 20210101)};
  rows[0].description = "b";
  rows[1].description = "a";
  ASSERT_EQ(shown(extended, rows).size(), 1U);
  EXPECT_EQ(std::get<Provision>(merged(extended, rows)[0].made).description, "a");
}

// A few persons, numbers, types and months, so that rows meet.
std::vector<Provision> some_rows() {
  std::vector<Provision> rows;
  const int count = *rc::gen::inRange(1, 9);
  for (int i = 0; i < count; ++i) {
    const int month = *rc::gen::inRange(1, 7);
    const int day = *rc::gen::elementOf(std::vector<int>{0, 1, 15, 28});
    const int length = *rc::gen::inRange(-1, 4);
    const std::int32_t end = length < 0 ? -1 : 20210000 + (month + length) * 100 + *rc::gen::elementOf(std::vector<int>{0, 28});
    rows.push_back(row(*rc::gen::elementOf(std::vector<std::string>{"a", "b"}), 20210000 + month * 100 + day, end,
                       *rc::gen::elementOf(std::vector<std::string>{"22", "22", "22", "29"}),
                       *rc::gen::elementOf(std::vector<std::string>{"123456782", "111222333"})));
  }
  return rows;
}

rules::Merge some_merge() {
  const auto way = [] { return *rc::gen::elementOf(std::vector<MergeWay>{MergeWay::equal, MergeWay::first, MergeWay::last}); };
  const auto date_way = [] {
    return *rc::gen::elementOf(std::vector<MergeWay>{MergeWay::equal, MergeWay::earliest, MergeWay::latest, MergeWay::first, MergeWay::last});
  };
  auto merge = *rc::gen::arbitrary<bool>() ? merging({TargetField::bsn, TargetField::id}, {}) : merging({TargetField::bsn}, {{TargetField::id, way()}});
  merge.ways[static_cast<std::size_t>(TargetField::type)] = way();
  merge.ways[static_cast<std::size_t>(TargetField::start)] = date_way();
  merge.ways[static_cast<std::size_t>(TargetField::end)] = date_way();
  if (*rc::gen::arbitrary<bool>()) merge.within_days = *rc::gen::inRange(1, 60);
  return merge;
}

RC_GTEST_PROP(MergeRowsLaw, EveryRowIsInOneGroup, ()) {
  const auto rows = some_rows();
  std::vector<std::size_t> found;
  for (const MergedRows& group : merged(some_merge(), rows)) found.insert(found.end(), group.rows.begin(), group.rows.end());
  std::sort(found.begin(), found.end());
  std::vector<std::size_t> all(rows.size());
  std::iota(all.begin(), all.end(), 0U);
  RC_ASSERT(found == all);
}

RC_GTEST_PROP(MergeRowsLaw, TheOrderOfRowsChangesNothing, ()) {
  const auto rows = some_rows();
  const auto merge = some_merge();
  std::vector<std::size_t> order(rows.size());
  std::iota(order.begin(), order.end(), 0U);
  for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[*rc::gen::inRange<std::size_t>(0, i)]);
  std::vector<Provision> shuffled;
  for (const std::size_t each : order) shuffled.push_back(rows[each]);
  // Groups of the shuffled rows, told by the numbers that the rows had.
  Lines before, after;
  for (const MergedRows& group : merged(merge, rows)) before.push_back(shown(group));
  for (MergedRows group : merged(merge, shuffled)) {
    for (std::size_t& each : group.rows) each = order[each];
    std::sort(group.rows.begin(), group.rows.end());
    after.push_back(shown(group));
  }
  std::sort(before.begin(), before.end());
  std::sort(after.begin(), after.end());
  // Of rows that say the same in everything it does not matter which is which.
  const bool all_differ = std::all_of(rows.begin(), rows.end(), [&](const Provision& a) {
    return std::count_if(rows.begin(), rows.end(), [&](const Provision& b) {
             return a.key.id == b.key.id && a.bsn == b.bsn && a.type == b.type && a.start == b.start && a.end == b.end;
           }) == 1;
  });
  RC_PRE(all_differ);
  RC_ASSERT(before == after);
}

}  // namespace
}  // namespace srgconv::map
