// Laws of reconciliation as a whole: nothing is lost, one-to-one, independent of the order of the input.
#include "reconcile/reconcile.hpp"

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "unit/reconcile/cases.hpp"

namespace srgconv::reconcile {
namespace {

using cases::Case;
using cases::Result;
using cases::run;

// A case of a few persons with much that is alike: two old senders, a rule and a list with errors, drops, ends, partial dates, and a match step.
Case drawn(std::uint32_t seed) {
  std::mt19937 chance(seed);
  const auto below = [&](std::uint32_t limit) { return static_cast<std::uint32_t>(chance() % limit); };
  const auto one_of = [&](const std::vector<std::string>& texts) { return texts[below(static_cast<std::uint32_t>(texts.size()))]; };
  const auto facts = [&] {
    return fmt::format("{} {} {} {} {}", one_of({"123456782", "111222333", "111111110"}), one_of({"22", "22", "30"}),
                       one_of({"2021-03-01", "2021-03-02", "2021-03-04", "2021-03-__", "2021-05-01", "2022-01-03"}),
                       one_of({"-", "-", "-", "2021-11-30", "2022-01-10", "2022-06-30"}), one_of({"-", "1", "2"}));
  };
  Case given;
  const std::uint32_t olds = below(9), freshes = below(9);
  for (std::uint32_t i = 0; i < olds; ++i)
    given.has_old(fmt::format("{}@-/{} {}", i % 2 == 0 ? "0398" : "0416", i / 2, facts()), one_of({"", "", "2022-01-05"}));
  for (std::uint32_t j = 0; j < freshes; ++j) {
    // Half of them are what became of an old one.
    given.has_new(fmt::format("{}@202201/{}{} {}", below(8) == 0 ? "1982" : "1980", one_of({"H", "L"}), below(5), facts()));
    if (olds > 0 && below(2) == 0) {
      const ProvisionKey key = given.fresh.back().key;
      given.fresh.back() = given.old[below(olds)].provision;
      given.fresh.back().key = key;
    }
  }
  if (below(2) == 0) given.rule("0398", [](const Provision& old) -> RuleAnswer { return old.key.id == "3" ? "H1" : "H" + old.key.id; });
  if (below(2) == 0) {
    std::vector<std::pair<std::string, std::string>> lines;
    for (std::uint32_t line = 0; line < below(6); ++line) lines.emplace_back(std::to_string(below(5)), one_of({"L", "H"}) + std::to_string(below(5)));
    given.list("0416", lines);
    if (below(2) == 0) given.list("0398", lines, "more.csv");
  }
  if (below(3) != 0) given.usual_match({"0398", "0416"});
  if (below(4) == 0) given.rule("0416", [](const Provision& old) -> RuleAnswer { return "L" + old.key.id; });
  if (below(4) == 0) given.drop("0398", std::to_string(below(4)), "testvoorziening");
  return given;
}

// Everything a result says, by key.
std::string told(const Result& result) {
  std::set<std::string> lines;
  for (std::uint32_t old = 0; old < result.problem.old.size(); ++old) {
    lines.insert(fmt::format("{} {} {}", result.old_key(old), name(result.outcome.old_fates[old]), result.explanation(old)));
  }
  for (std::size_t fresh = 0; fresh < result.problem.fresh.size(); ++fresh)
    lines.insert(fmt::format("{} {}", result.new_key(fresh), name(result.outcome.new_fates[fresh])));
  std::string text = fmt::format("{}{}{}{}", result.links(), result.reviews(), result.shown(Language::nl), result.outcome.list_contradictions);
  for (const Link& link : result.outcome.links) {
    text += fmt::format("\n{} {}", rules::rule_name(*link.place), name(link.relation));
    for (const Change& change : link.changes) text += fmt::format(" {} {}", change.field, change.reason);
  }
  for (const Review& review : result.outcome.reviews) text += "\n" + review.link_code + sentence(review.why, Language::nl) + tip(review.why, Language::nl);
  for (const std::string& line : lines) text += "\n" + line;
  return text;
}

// What is wrong with an outcome; empty when all laws hold.
std::string broken_law(const Result& result) {
  const Outcome& outcome = result.outcome;
  const Problem& problem = result.problem;
  if (outcome.old_fates.size() != problem.old.size() || outcome.new_fates.size() != problem.fresh.size()) return "a provision without a fate";
  if (result.diagnostics.has_errors()) return "an error";
  std::set<std::size_t> olds, freshes, reviewed;
  for (const Link& link : outcome.links) {
    if (!olds.insert(link.old).second || !freshes.insert(link.fresh).second) return "not one-to-one";
    const Facts &old = problem.old[link.old], &fresh = problem.fresh[link.fresh];
    if (old.bsn != fresh.bsn || old.type != fresh.type) return "a link across persons or types";
    if (link.proof == Proof::equal && old.start != fresh.start) return "an equal link with another start";
    if (link.proof == Proof::near && std::abs(old.start.day_number() - fresh.start.day_number()) > 3) return "a near link that is far";
    const bool declared = std::any_of(link.changes.begin(), link.changes.end(), [](const Change& change) { return change.field == "start"; });
    if (declared != (old.start != fresh.start)) return "a change that is not declared, or a declared one that is none";
  }
  const auto before = [&](const auto& a, const auto& b) { return result.old_key(a.old) < result.old_key(b.old); };
  if (!std::is_sorted(outcome.links.begin(), outcome.links.end(), before) || !std::is_sorted(outcome.reviews.begin(), outcome.reviews.end(), before))
    return "not in order of key";
  for (const Review& review : outcome.reviews) {
    if (!reviewed.insert(review.old).second) return "two reviews";
    for (const std::size_t candidate : review.candidates) {
      if (freshes.contains(candidate)) return "a linked candidate";
    }
  }
  for (std::uint32_t old = 0; old < problem.old.size(); ++old) {
    const OldFate fate = outcome.old_fates[old];
    if ((fate == OldFate::linked) != olds.contains(old)) return "linked without a link, or a link without the fate";
    if ((fate == OldFate::open) != reviewed.contains(old)) return "open without a review, or a review of one that is not";
    if ((fate == OldFate::dropped || fate == OldFate::ended_since) == result.explanation(old).empty()) return "an explanation too much or too little";
  }
  for (std::size_t fresh = 0; fresh < problem.fresh.size(); ++fresh) {
    if ((outcome.new_fates[fresh] == NewFate::linked) != freshes.contains(fresh)) return "linked without a link, or a link without the fate (new side)";
  }
  return {};
}

TEST(Reconcile, EveryProvisionHasOneFateAndLinksAreOneToOne) {
  EXPECT_TRUE(rc::check("fates, links and reviews fit together", [](std::uint32_t seed) {
    for (std::uint32_t one = 0; one < 20; ++one) RC_ASSERT(broken_law(run(drawn(seed + one * 7919U))) == std::string());
  }));
}

TEST(Reconcile, DrawnCasesHaveEverythingInThem) {  // or the laws would be tested on too little
  std::map<std::string, int> seen;
  for (std::uint32_t seed = 0; seed < 4000; ++seed) {
    const Result result = run(drawn(seed));
    EXPECT_EQ(broken_law(result), "") << seed;
    for (const OldFate fate : result.outcome.old_fates) ++seen[std::string(name(fate))];
    for (const NewFate fate : result.outcome.new_fates) ++seen[std::string(name(fate))];
    for (const Link& link : result.outcome.links) ++seen[std::string(name(link.proof))];
    for (const Review& review : result.outcome.reviews) ++seen[review.why.code];
    for (const Diagnostic& finding : result.diagnostics.all()) ++seen[finding.code];
  }
  for (const char* expected :
       {"linked",   "ended",    "ended-since", "dropped",  "open",     "started-since", "registered-late", "unexplained", "rule",     "list",     "equal",
        "near",     "RECO-001", "RECO-002",    "RECO-003", "RECO-004", "RECO-005",      "RECO-006",        "RECO-007",    "RECO-008", "RECO-009", "RECO-010",
        "RECO-011", "RECO-012", "RECO-014",    "RECO-016", "RECO-020", "RECO-022",      "RECO-023",        "RECO-024",    "RECO-025"}) {
    EXPECT_GT(seen[expected], 0) << expected;
  }
}

TEST(Reconcile, OrderOfTheInputDoesNotMatter) {
  EXPECT_TRUE(rc::check("shuffling gives the same by key", [](std::uint32_t seed) {
    for (std::uint32_t one = 0; one < 10; ++one) {
      Case given = drawn(seed + one * 7919U);
      // Equal keys within a side have no order by key.
      std::set<std::string> keys;
      std::erase_if(given.fresh, [&](const Provision& provision) { return !keys.insert(provision.key.text()).second; });
      const std::string before = told(run(given));
      std::mt19937 chance(seed);
      std::shuffle(given.old.begin(), given.old.end(), chance);
      std::shuffle(given.fresh.begin(), given.fresh.end(), chance);
      RC_ASSERT(told(run(given)) == before);
    }
  }));
}

TEST(Reconcile, ManyPersonsAreLinkedWhateverTheirOrder) {
  std::vector<std::string> bsns;
  for (std::uint32_t number = 100'000'000; bsns.size() < 3000; number += 1000) {
    for (std::uint32_t last = 0; last < 1000; ++last) {
      if (Bsn::parse(std::to_string(number + last)).bsn) {
        bsns.push_back(std::to_string(number + last));
        break;
      }
    }
  }
  Case given;
  for (std::size_t person = 0; person < bsns.size(); ++person) {
    given.has_old(fmt::format("0398@-/VERY-LONG-NUMBER-{} {} 22 2021-03-01", person, bsns[person]));
    given.has_new(fmt::format("1980@202201/{} {} 22 2021-03-{:02}", bsns.size() - person, bsns[person], 1 + person % 2));
  }
  std::mt19937 chance(5);
  std::shuffle(given.old.begin(), given.old.end(), chance);
  const Result result = run(given.usual_match({"0398"}));
  ASSERT_EQ(result.outcome.links.size(), bsns.size());
  for (std::size_t number = 0; number < bsns.size(); ++number) {
    const Link& link = result.outcome.links[number];
    EXPECT_EQ(result.problem.old[link.old].bsn, result.problem.fresh[link.fresh].bsn);
    const Link& before = result.outcome.links[number == 0 ? 0 : number - 1];
    EXPECT_LE(result.problem.old.key(before.old), result.problem.old.key(link.old));
  }
}

}  // namespace
}  // namespace srgconv::reconcile
