// Asks the rule room what a rule says about an old provision.
#include <string>
#include <variant>

#include "reconcile/identity_steps.hpp"

namespace srgconv::reconcile {

RuleEvaluator evaluator_of(const Problem& problem) {
  return [&problem](const rules::RuleIdentity& rule, const Provision& old) -> RuleAnswer {
    const rules::Parameters parameters{old.key.numbering.sender, last_month_of(problem, old.key.numbering.sender)};
    rules::Scope scope;
    scope.parameters = &parameters;
    scope.old = &old;
    scope.codes = &problem.codes;
    if (rule.when) {
      const rules::Evaluated applies = rules::evaluate(*rule.when, scope);
      if (const auto* fault = std::get_if<Diagnostic>(&applies)) return *fault;
      const auto* holds = std::get_if<bool>(&std::get<rules::Value>(applies));
      if (holds == nullptr || !*holds) return std::monostate{};
    }
    const rules::Evaluated id = rules::evaluate(*rule.new_id, scope);
    if (const auto* fault = std::get_if<Diagnostic>(&id)) return *fault;
    const auto* text = std::get_if<std::string>(&std::get<rules::Value>(id));
    return text == nullptr ? RuleAnswer() : RuleAnswer(*text);
  };
}

}  // namespace srgconv::reconcile
