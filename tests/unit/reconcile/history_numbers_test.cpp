// `history id`: who gets a number, and which numbers nobody gets.
#include "reconcile/history_numbers.hpp"

#include <string>

#include <gtest/gtest.h>

#include "unit/reconcile/cases.hpp"

namespace srgconv::reconcile {
namespace {

using namespace cases;

struct Ended {
  Case given;
  std::vector<Provision> provisions;
  std::map<SenderCode, NewNumbers> fresh;
  Diagnostics diagnostics;
  Rule rule = [](const Provision& old) -> RuleAnswer { return "H" + old.key.id; };

  Ended() {
    given.transition.history_id = rules::HistoryId{nullptr, nullptr, place("case.rules", 9)};
    arrives("1980", "1980@202201", {});
  }
  Ended& old(const std::string& text) {
    provisions.push_back(provision(text));
    return *this;
  }
  Ended& arrives(const std::string& code, const std::string& numbering, std::set<std::string> taken) {
    rules::Source source;
    source.sender = sender(code);
    given.transition.fresh.push_back(source);
    fresh[sender(code)] = {Numbering::parse(numbering).value(), std::move(taken)};
    return *this;
  }
  /// `0398@-/7 -> 1980@202201/H7`, a line each, and then the findings: `RECO-066 2 0398@-/7 0416@-/7 H7`.
  std::string numbers() {
    const Problem problem = problem_of(given);
    std::string text;
    const RuleEvaluator evaluate = [&](const rules::RuleIdentity& asked, const Provision& old) {
      return asked.span == given.transition.history_id->span ? rule(old) : given.rules.at(asked.span)(old);
    };
    for (const store::HistoryNumber& number : number_history(problem, provisions, fresh, 5, evaluate, diagnostics))
      text += number.old_key.text() + " -> " + number.key.text() + "\n";
    for (const Diagnostic& finding : diagnostics.all()) {
      EXPECT_EQ(finding.primary.line, 9U);
      text += finding.code;
      for (const char* argument : {"count", "old", "other", "id", "sender", "longest", "cause"}) {
        if (finding.arguments.contains(argument)) text += " " + finding.arguments.at(argument);
      }
      text += "\n";
    }
    return text;
  }
};

TEST(HistoryNumbers, InOrderOfKeyWhateverTheOrderOfProvisions) {
  Ended ended;
  ended.old("0416@-/12 111222333 22 2020-01-01 2021-12-10").old("0398@-/9 123456782 22 2020-01-01 2021-12-10");
  EXPECT_EQ(ended.numbers(), "0398@-/9 -> 1980@202201/H9\n0416@-/12 -> 1980@202201/H12\n");
}

TEST(HistoryNumbers, ATakenNumberIsGivenToNobody) {
  Ended ended;
  ended.fresh.at(sender("1980")).taken = {"H7"};
  ended.old("0398@-/7 123456782 22 2020-01-01 2021-12-10")
      .old("0398@-/8 123456782 22 2020-01-01 2021-12-10")
      .old("0416@-/7 123456782 22 2020-01-01 2021-12-10");
  EXPECT_EQ(ended.numbers(), "0398@-/8 -> 1980@202201/H8\nRECO-065 2 0398@-/7 0416@-/7 H7 1980\n");
}

TEST(HistoryNumbers, TheSameNumberTwiceIsGivenToNobody) {
  Ended ended;
  ended.old("0416@-/7 111222333 22 2020-01-01 2021-12-10")
      .old("0398@-/7 123456782 22 2020-01-01 2021-12-10")
      .old("0398@-/8 123456782 22 2020-01-01 2021-12-10");
  EXPECT_EQ(ended.numbers(), "0398@-/8 -> 1980@202201/H8\nRECO-066 2 0398@-/7 0416@-/7 H7 1980\n");
}

TEST(HistoryNumbers, LengthIsInCharacters) {
  Ended ended;
  ended.rule = [](const Provision& old) -> RuleAnswer { return (old.key.id == "1" ? "ëëëë" : "ëëëëë") + old.key.id; };
  ended.old("0398@-/1 123456782 22 2020-01-01 2021-12-10").old("0398@-/2 123456782 22 2020-01-01 2021-12-10");
  EXPECT_EQ(ended.numbers(), "0398@-/1 -> 1980@202201/ëëëë1\nRECO-067 1 0398@-/2 ëëëëë2 5\n");
}

TEST(HistoryNumbers, NoAnswerIsNoNumberAndABrokenOneIsTold) {
  Ended ended;
  ended.rule = [](const Provision& old) -> RuleAnswer {
    if (old.key.id == "1") return {};
    return finding("MAP-081", {});
  };
  ended.old("0398@-/1 123456782 22 2020-01-01 2021-12-10")
      .old("0398@-/3 123456782 22 2020-01-01 2021-12-10")
      .old("0398@-/2 123456782 22 2020-01-01 2021-12-10");
  EXPECT_EQ(ended.numbers(), "RECO-068 2 0398@-/2 MAP-081\n");
}

TEST(HistoryNumbers, WhatASenderKeepsGetsNoOther) {
  Ended ended;
  ended.arrives("0398", "0398@-", {"7"});
  ended.given.transition.continuing.push_back({sender("0398"), {}});
  ended.old("0398@-/8 123456782 22 2020-01-01 2021-12-10").old("0416@-/1 123456782 22 2020-01-01 2021-12-10");
  ended.given.transition.fresh.erase(ended.given.transition.fresh.begin());  // 0398 is the one new sender
  ended.rule = [](const Provision& old) -> RuleAnswer { return old.key.id == "1" ? "7" : "H" + old.key.id; };
  EXPECT_EQ(ended.numbers(), "RECO-065 1 0416@-/1 7 0398\n");
}

TEST(HistoryNumbers, OfTheSenderThatRulesSay) {
  Ended ended;
  ended.arrives("0824", "0824@202101", {"H1"});
  const SourceSpan towards = place("case.rules", 4);
  ended.given.identity("0788").senders.emplace_back(rules::SenderRule{nullptr, nullptr, towards});
  ended.given.rules[towards] = [](const Provision& old) -> RuleAnswer {
    if (old.key.id == "3") return {};
    return std::string(old.key.id == "2" ? "0824" : "1980");
  };
  ended.old("0788@-/1 123456782 22 2020-01-01 2020-12-10")
      .old("0788@-/2 123456782 22 2020-01-01 2020-12-10")
      .old("0788@-/3 111222333 22 2020-01-01 2020-12-10");
  EXPECT_EQ(ended.numbers(), "0788@-/1 -> 1980@202201/H1\n0788@-/2 -> 0824@202101/H2\nRECO-069 1 0788@-/3\n");
}

}  // namespace
}  // namespace srgconv::reconcile
