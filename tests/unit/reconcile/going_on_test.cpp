// Senders that go on: what stays under its own number, and what may not be mixed with it.
#include "reconcile/going_on.hpp"

#include <gtest/gtest.h>

#include "unit/reconcile/cases.hpp"

namespace srgconv::reconcile {
namespace {

using cases::Case;
using cases::place;
using cases::run;
using cases::sender;

// Weesp into Amsterdam, which continues; `new.id = 'W' & old.id` for Weesp.
struct LightMerger : Case {
  LightMerger() {
    transition.fresh.push_back({sender("0363"), {}, {}, {}, place("case.rules", 3)});
    transition.continuing.push_back({sender("0363"), place("case.rules", 4)});
    rule("0457", [](const Provision& one) -> RuleAnswer { return "W" + one.key.id; });
  }
};

TEST(GoingOn, EqualNumbersOfTheTwoSendersDoNotMix) {
  LightMerger merger;
  merger.has_old("0363@-/1001 123456782 22 2020-03-01").has_old("0457@-/1001 111222333 22 2020-03-01");
  merger.has_new("0363@-/1001 123456782 22 2020-03-01").has_new("0363@-/W1001 111222333 22 2020-03-01");
  const auto result = run(merger);
  EXPECT_EQ(result.links(), "0457@-/1001 -> 0363@-/W1001 rule\n");
  EXPECT_EQ(result.old_fates(), "stays linked");
  EXPECT_EQ(result.new_fates(), "continuing linked");
  EXPECT_EQ(result.findings(), "");
}

TEST(GoingOn, ANumberThatTheSenderHasUsedIsGivenToNobodyElse) {
  LightMerger merger;
  merger.has_old("0363@-/W1001 123456782 22 2020-03-01").has_old("0457@-/1001 111222333 22 2020-03-01");
  merger.has_new("0363@-/W1001 111222333 22 2020-03-01");
  const auto result = run(merger);
  EXPECT_EQ(result.links(), "");
  EXPECT_EQ(result.old_fates(), "open open");
  EXPECT_EQ(result.new_fates(), "unexplained");
  EXPECT_EQ(result.findings(), "case.rules:4 RECO-033\ncase.rules:10 RECO-016\n");
}

TEST(GoingOn, AnotherStartIsACorrection) {
  LightMerger merger;
  merger.has_old("0363@-/1001 123456782 22 2020-03-01").has_new("0363@-/1001 123456782 22 2020-03-02");
  EXPECT_EQ(run(merger).old_fates(), "stays");
}

TEST(GoingOn, WhatIsNotDeliveredAnyMoreHasEndedOrIsOpen) {
  LightMerger merger;
  merger.has_old("0363@-/1001 123456782 22 2020-03-01", "2022-01-10").has_old("0363@-/1002 111222333 22 2020-03-01");
  merger.has_new("0363@-/1003 999999990 22 2022-01-03");
  const auto result = run(merger);
  EXPECT_EQ(result.old_fates(), "ended-since open");
  EXPECT_EQ(result.reviews(), "0363@-/1002 RECO-036:\n");
}

TEST(GoingOn, WhatHadEndedAndRunsOnIsAFinding) {
  LightMerger merger;
  merger.has_old("0363@-/1001 123456782 22 2020-03-01 2021-12-10").has_new("0363@-/1001 123456782 22 2020-03-01");
  const auto result = run(merger);
  EXPECT_EQ(result.old_fates(), "ended");
  EXPECT_EQ(result.findings(), "case.rules:4 RECO-035\n");
}

}  // namespace
}  // namespace srgconv::reconcile
