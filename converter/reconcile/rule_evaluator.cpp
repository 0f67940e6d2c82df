// Asks the rule room what a rule says about an old provision.
#include <string>
#include <variant>

#include "reconcile/identity_steps.hpp"

namespace srgconv::reconcile {
namespace {

rules::Evaluated ask(const Problem& problem, const rules::Expression& expression, const Provision& old) {
  const rules::Parameters parameters{old.key.numbering.sender, last_month_of(problem, old.key.numbering.sender)};
  rules::Scope scope;
  scope.parameters = &parameters;
  scope.old = &old;
  scope.codes = &problem.codes;
  return rules::evaluate(expression, scope);
}

}  // namespace

std::variant<bool, Diagnostic> condition_holds(const Problem& problem, const rules::Expression& condition, const Provision& old) {
  const rules::Evaluated answer = ask(problem, condition, old);
  if (const auto* fault = std::get_if<Diagnostic>(&answer)) return *fault;
  const auto* holds = std::get_if<bool>(&std::get<rules::Value>(answer));
  return holds != nullptr && *holds;
}

RuleEvaluator evaluator_of(const Problem& problem) {
  return [&problem](const rules::RuleIdentity& rule, const Provision& old) -> RuleAnswer {
    if (rule.when) {
      const auto applies = condition_holds(problem, *rule.when, old);
      if (const auto* fault = std::get_if<Diagnostic>(&applies)) return *fault;
      if (!std::get<bool>(applies)) return std::monostate{};
    }
    const rules::Evaluated id = ask(problem, *rule.new_id, old);
    if (const auto* fault = std::get_if<Diagnostic>(&id)) return *fault;
    const auto* text = std::get_if<std::string>(&std::get<rules::Value>(id));
    return text == nullptr ? RuleAnswer() : RuleAnswer(*text);
  };
}

}  // namespace srgconv::reconcile
