// Periods that touch and a new provision that has both.
#include "reconcile/continuations.hpp"

#include <gtest/gtest.h>

#include "reconcile/fates.hpp"
#include "unit/reconcile/cases.hpp"

namespace srgconv::reconcile {
namespace {

using cases::Case;
using Way = rules::Allow::Way;

// `OLD NEW, OLD NEW`, by registration numbers.
std::string found(const Case& given, bool only = false) {
  const Problem problem = cases::problem_of(given);
  Progress progress(problem);
  set_fates_before_linking(progress);
  const auto all = continuations(progress);
  std::string text;
  for (const Continuation& one : only ? only_ones(all) : all)
    text += fmt::format("{}{} {}", text.empty() ? "" : ", ", problem.old.id(one.old), problem.fresh.id(one.fresh));
  return text;
}

Case touching() {
  return Case()
      .has_old("0398@-/1 123456782 40 2021-03-01 2021-11-30 1")
      .has_old("0398@-/2 123456782 40 2021-12-01 2022-06-30 1")
      .has_new("1980@202201/7 123456782 40 2021-03-01 2022-06-30 1");
}

TEST(Continuations, OnlyWhereJoinsAreAllowedForTheType) {
  EXPECT_EQ(found(touching()), "");
  EXPECT_EQ(found(touching().allow(Way::split, {})), "");
  EXPECT_EQ(found(touching().allow(Way::join, {"30"})), "");
  EXPECT_EQ(found(touching().allow(Way::join, {"40"})), "2 7");
  EXPECT_EQ(found(touching().allow(Way::join, {})), "2 7");
}

TEST(Continuations, NothingMayDiffer) {
  EXPECT_EQ(found(touching().allow(Way::join, {})), "2 7");
  for (const char* old :
       {"0398@-/1 123456782 40 2021-03-01 2021-11-29 1", "0398@-/1 123456782 40 2021-03-01 2021-12-01 1", "0398@-/1 123456782 40 2021-03-02 2021-11-30 1",
        "0398@-/1 123456782 42 2021-03-01 2021-11-30 1", "0398@-/1 123456782 40 2021-03-01 2021-11-30 2", "0398@-/1 111222333 40 2021-03-01 2021-11-30 1",
        "0416@-/1 123456782 40 2021-03-01 2021-11-30 1", "0398@-/1 123456782 40 2021-03-01 2021-11-__ 1"}) {
    Case given = touching().allow(Way::join, {});
    given.old[0] = cases::OldProvision{cases::provision(old), {}};
    EXPECT_EQ(found(given), "") << old;
  }
  for (const char* fresh :
       {"1980@202201/7 123456782 40 2021-03-01 - 1", "1980@202201/7 123456782 40 2021-03-01 2022-06-30 2", "1980@202201/7 123456782 42 2021-03-01 2022-06-30 1",
        "1980@202201/7 123456782 40 2021-03-02 2022-06-30 1", "1980@202201/7 111222333 40 2021-03-01 2022-06-30 1"}) {
    Case given = touching().allow(Way::join, {});
    given.fresh[0] = cases::provision(fresh);
    EXPECT_EQ(found(given), "") << fresh;
  }
}

TEST(Continuations, OfSeveralOnlyTheUndisputedOnes) {
  Case given = touching().allow(Way::join, {});
  given.has_new("1980@202201/8 123456782 40 2021-03-01 2022-06-30 1");
  given.has_old("0398@-/3 111222333 40 2021-03-01 2021-11-30").has_old("0398@-/4 111222333 40 2021-12-01").has_new("1980@202201/9 111222333 40 2021-03-01");
  EXPECT_EQ(found(given), "2 7, 2 8, 4 9");
  EXPECT_EQ(found(given, true), "4 9");
  given.has_old("0398@-/5 111222333 40 2021-12-01");  // two that may go on in one
  EXPECT_EQ(found(given, true), "");
}

TEST(Continuations, NotWhatStartedSince) {
  Case given = touching().allow(Way::join, {});
  given.old[0] = cases::OldProvision{cases::provision("0398@-/1 123456782 40 2021-12-01 2021-12-31 1"), {}};
  given.old[1] = cases::OldProvision{cases::provision("0398@-/2 123456782 40 2022-01-01 2022-06-30 1"), {}};
  given.fresh[0] = cases::provision("1980@202201/7 123456782 40 2022-01-01 2022-06-30 1");
  EXPECT_EQ(found(given), "");
}

}  // namespace
}  // namespace srgconv::reconcile
