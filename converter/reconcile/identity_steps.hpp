// The steps of an identity that name a new number: declared rules and suppliers' lists.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "reconcile/id_index.hpp"
#include "reconcile/id_list.hpp"
#include "reconcile/progress.hpp"

namespace srgconv::reconcile {

/// What a rule says about one old provision: nothing, its new number, or why it could not be evaluated.
using RuleAnswer = std::variant<std::monostate, std::string, Diagnostic>;
using RuleEvaluator = std::function<RuleAnswer(const rules::RuleIdentity& rule, const Provision& old)>;

/// Asks the rule room; the rule applies when its condition holds.
RuleEvaluator evaluator_of(const Problem& problem);

/// Does a condition on an old provision hold? Empty counts as no.
std::variant<bool, Diagnostic> condition_holds(const Problem& problem, const rules::Expression& condition, const Provision& old);

class IdentitySteps {
 public:
  /// Checks the lists; dropped and ended provisions must be known by now, and nothing linked. Warns of those that a rule or list takes further.
  IdentitySteps(Progress& progress, RuleEvaluator evaluate);

  /// The rules and lists that stand before `match` (all of them where there is no `match`), per old provision in the order of its sender's identity.
  /// A number that several old provisions claim is given to none of them; each goes on with its next step.
  void before_match() { run(&Route::before); }
  void after_match() { run(&Route::after); }
  /// Does this sender's identity have a `match` step?
  bool matches(const SenderCode& sender) const;
  struct Declared {
    std::uint32_t fresh = 0;
    const SourceSpan* place = nullptr;
    bool by_rule = false;
  };
  /// What rules and lines of lists say of an old provision, as far as it can be used: the number was delivered once and no fact contradicts. In order of steps.
  std::vector<Declared> declared(std::uint32_t old) const;
  /// Are there any rules or lists?
  bool declares() const { return new_ids_.has_value(); }
  /// Findings on lines of lists that name another number than the one that was proved otherwise.
  void compare_lists() const;

 private:
  struct Step {
    const rules::RuleIdentity* rule = nullptr;  // either a rule
    const IdList* list = nullptr;               // or a list
  };
  struct Route {
    std::vector<Step> before, after;
    bool matches = false;
  };
  struct Claim {
    std::uint32_t old = 0, fresh = 0;
    std::size_t step = 0;
    Proof proof = Proof::rule;
    const SourceSpan* place = nullptr;
  };

  void run(std::vector<Step> Route::*part);
  std::optional<Claim> claim_at(std::uint32_t old, const Step& step);
  void contested(const std::vector<Claim>& claims);
  void warn_of_those_going_on();
  Diagnostic about(std::string_view code, const SourceSpan& place, std::uint32_t old) const;
  void trouble(std::uint32_t old, Diagnostic why, std::vector<std::uint32_t> candidates = {});

  Progress& progress_;
  const Problem& problem_;
  RuleEvaluator evaluate_;
  std::optional<IdIndex> new_ids_;  // when there is a rule or a list
  std::deque<IdList> lists_;
  std::map<SenderCode, Route> routes_;
};

}  // namespace srgconv::reconcile
