// Cases as text: provisions, transitions without the rule language, and outcomes that can be compared as a whole.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "reconcile/comparing.hpp"
#include "reconcile/identity_steps.hpp"
#include "reconcile/route.hpp"

namespace srgconv::reconcile::cases {

/// `2021-03-01`, `2021-03-__`, `2021-__-__`, `____-__-__` (a question mark would make trigraphs).
inline Date day(const std::string& text) {
  const auto part = [&](std::size_t at, std::size_t length) { return text[at] == '_' ? 0 : std::stoi(text.substr(at, length)); };
  return Date::from_parts(part(0, 4), part(5, 2), part(8, 2)).value();
}

/// `KEY BSN TYPE START END GOAL`, from the end on optional, `-` for none.
inline Provision provision(const std::string& text) {
  std::istringstream words(text);
  std::string key, bsn, type, start, end = "-", goal = "-";
  words >> key >> bsn >> type >> start >> end >> goal;
  Provision result{ProvisionKey::parse(key).value(), Bsn::parse(bsn).bsn.value(), type, day(start), {}, {}, {}, {}, {}};
  if (end != "-") result.end = day(end);
  if (goal != "-") result.goal = goal;
  return result;
}

inline SenderCode sender(const std::string& code) { return SenderCode::parse(code).value(); }
inline ReportMonth month(const std::string& text) { return ReportMonth::parse(text).value(); }
inline SourceSpan place(const std::string& file, std::uint32_t line) { return {file, line, 1, 4, {}}; }

using Rule = std::function<RuleAnswer(const Provision&)>;

struct OldProvision {
  Provision provision;
  std::optional<Date> end_recorded_since = {};
};

/// A transition to January 2022; the old senders' last month is December 2021 unless told otherwise.
struct Case {
  rules::Transition transition;
  std::vector<OldProvision> old;
  std::vector<Provision> fresh;
  std::map<SenderCode, ReportMonth> last_months;
  std::map<SourceSpan, std::vector<ListLine>> lists;
  std::map<SourceSpan, Rule> rules;
  EvidenceWeights weights;
  std::vector<Date> change_dates;
  std::vector<Decision> decisions;
  std::uint32_t next_line = 10;

  Case() { transition.month = month("2022-01"); }

  Case& has_old(const std::string& text, const std::string& end_recorded_since = {}) {
    OldProvision one{provision(text), {}};
    if (!end_recorded_since.empty()) one.end_recorded_since = day(end_recorded_since);
    last_months.emplace(one.provision.key.numbering.sender, month("2021-12"));
    old.push_back(std::move(one));
    return *this;
  }
  Case& has_new(const std::string& text) {
    fresh.push_back(provision(text));
    return *this;
  }
  rules::Identity& identity(const std::string& code) {
    for (rules::Identity& one : transition.identities) {
      if (one.sender == sender(code)) return one;
    }
    return transition.identities.emplace_back(rules::Identity{sender(code), {}, {}});
  }
  Case& rule(const std::string& code, Rule answer) {
    const SourceSpan span = place("case.rules", next_line++);
    identity(code).steps.emplace_back(std::in_place_type<rules::RuleIdentity>, rules::RuleIdentity{nullptr, nullptr, span});
    rules[span] = std::move(answer);
    return *this;
  }
  /// Lines `OLD NEW`, the first in line 2 of `ids.csv`.
  Case& list(const std::string& code, const std::vector<std::pair<std::string, std::string>>& lines, const std::string& file = "ids.csv") {
    const SourceSpan span = place("case.rules", next_line++);
    identity(code).steps.emplace_back(std::in_place_type<rules::ListIdentity>, rules::ListIdentity{{}, nullptr, span});
    std::uint32_t line = 2;
    for (const auto& [old_id, new_id] : lines) lists[span].push_back({old_id, new_id, place(file, line++)});
    return *this;
  }
  Case& match_for(const std::string& code) {
    identity(code).steps.emplace_back(std::in_place_type<rules::MatchIdentity>);  // a temporary variant makes g++ 12 warn
    return *this;
  }
  /// A level that needs equal fields, in line 5, 6, ... of `case.rules`.
  Case& level(std::vector<rules::TargetField> equal, std::optional<int> start_within = {}) {
    if (!transition.match) transition.match.emplace();
    const auto line = static_cast<std::uint32_t>(5 + transition.match->levels.size());
    transition.match->levels.push_back({std::move(equal), start_within, place("case.rules", line)});
    return *this;
  }
  /// `match { within bsn; equal type, start; else start within 3 days }`
  Case& usual_match(const std::vector<std::string>& codes) {
    level({rules::TargetField::type, rules::TargetField::start}).level({}, 3);
    for (const std::string& code : codes) match_for(code);
    return *this;
  }
  /// `else evidence of ... bits, ahead by ... bits`, in thousandths of a bit, with the weights below.
  Case& evidence(std::int64_t least, std::int64_t ahead) {
    const auto line = static_cast<std::uint32_t>(5 + transition.match->levels.size());
    transition.match->levels.push_back({{}, {}, place("case.rules", line), rules::EvidenceLevel{least, ahead, {}}});
    weights = usual_weights();
    return *this;
  }
  /// Invented; whole bits: a type +2 +6 +3 +1 -3, a start +3 +2 +4 +6 +1 +2 -1 -6, others +1 0 -2, a number +5 +4 0.
  static EvidenceWeights usual_weights() {
    const std::map<Comparison, std::vector<int>> bits = {{Comparison::type, {2, 6, 3, 1, -3}},   {Comparison::start, {3, 2, 4, 6, 1, 2, -1, -6}},
                                                         {Comparison::end, {1, 0, -2}},          {Comparison::goal, {1, 0, -2}},
                                                         {Comparison::work_capacity, {0, 0, 0}}, {Comparison::wage_value, {0, 0, 0}},
                                                         {Comparison::number, {5, 4, 0}}};
    EvidenceWeights weights;
    for (const auto& [comparison, all] : bits) {
      for (std::uint8_t level = 0; level < all.size(); ++level) weights.set(comparison, level, {1 << (8 + all[level]), 1 << 8});
    }
    return weights;
  }
  Case& recoded(const std::string& old_type, const std::string& new_type) {
    transition.recoded.push_back({old_type, new_type, "zo heet het nu", place("case.rules", next_line++)});
    return *this;
  }
  Case& allow(rules::Allow::Way way, std::vector<std::string> types, std::vector<std::string> into = {}) {
    transition.allowed.push_back({way, std::move(types), std::move(into), "zo gaat het", place("case.rules", next_line++)});
    return *this;
  }
  Case& drop(const std::string& code, const std::string& id, const std::string& reason) {
    transition.drops.push_back({sender(code), id, reason, place("case.rules", next_line++)});
    return *this;
  }
  /// A decision about an old key, in line 2, 3, ... of `decisions.csv`; its code is that of the key.
  Case& decided(const std::string& old_key, Choice choice, const std::string& new_key = {}, const std::string& why = {}) {
    return decided_by_code(link_code(ProvisionKey::parse(old_key).value()), old_key, choice, new_key, why);
  }
  Case& decided_by_code(const std::string& code, const std::string& old_key, Choice choice, const std::string& new_key = {}, const std::string& why = {}) {
    const auto line = static_cast<std::uint32_t>(2 + decisions.size());
    decisions.push_back({code, old_key, new_key, {}, choice, "AB", why, {}, {"decisions.csv", line, 0, 0, {}}});
    return *this;
  }
};

inline const CodeLists& no_codes() {
  static const CodeLists none;
  return none;
}

inline Problem problem_of(const Case& given, const CodeLists& codes = no_codes()) {
  Problem problem{given.transition, codes, {}, {}, given.last_months, given.lists, given.decisions, {}, {}, given.weights, given.change_dates};
  problem.threads = 2;
  for (const OldProvision& one : given.old) problem.add_old(one.provision, one.end_recorded_since);
  for (const Provision& one : given.fresh) problem.add_new(one);
  return problem;
}

/// What a case gives, and its findings.
struct Result {
  std::shared_ptr<const Case> given;  // places of links lead into it
  Outcome outcome;
  Diagnostics diagnostics;
  Problem problem;

  explicit Result(const Case& the_case) : given(std::make_shared<const Case>(the_case)), problem(problem_of(*given)) {
    outcome = reconcile_with(
        problem, [&](const rules::RuleIdentity& rule, const Provision& old) { return given->rules.at(rule.span)(old); }, diagnostics);
  }

  /// Place of the rule, list line or level of the link at `index`, and the levels of its evidence that are not `equal` (of the number: not `other`).
  std::string rule(std::size_t index) const { return rules::rule_name(*outcome.links.at(index).place); }
  std::string differs(std::size_t index) const {
    const Link& link = outcome.links.at(index);
    const Evidence evidence = evidence_of(problem, link.old, link.fresh);
    std::string text;
    for (const Comparison comparison : comparisons) {
      const std::string_view level = level_names(comparison)[evidence.level(comparison)];
      if (level != (comparison == Comparison::number ? "other" : "equal")) text += fmt::format("{}{} {}", text.empty() ? "" : ", ", name(comparison), level);
    }
    return text;
  }

  std::string old_key(std::size_t index) const { return problem.old.key_text(index); }
  std::string new_key(std::size_t index) const { return problem.fresh.key_text(index); }

  /// `0398@-/1 -> 1980@-/2 equal`, a line per link.
  std::string links() const {
    std::string text;
    for (const Link& link : outcome.links) text += fmt::format("{} -> {} {}\n", old_key(link.old), new_key(link.fresh), name(link.proof));
    return text;
  }
  /// `0398@-/1 -> 1980@-/2 split equal`, a line per link.
  std::string relations() const {
    std::string text;
    for (const Link& link : outcome.links)
      text += fmt::format("{} -> {} {} {}\n", old_key(link.old), new_key(link.fresh), name(link.relation), name(link.proof));
    return text;
  }
  /// `0398@-/1 RECO-020: 1980@-/2 1980@-/3`, a line per review.
  std::string reviews() const {
    std::string text;
    for (const Review& review : outcome.reviews) {
      text += fmt::format("{} {}:", old_key(review.old), review.why.code);
      for (const std::size_t candidate : review.candidates) text += " " + new_key(candidate);
      text += "\n";
    }
    return text;
  }
  /// Why an old provision was dropped, or what is to be done about one that ended since.
  std::string explanation(std::uint32_t old) const {
    const auto found = outcome.old_explanations.find(old);
    return found == outcome.old_explanations.end() ? std::string() : found->second;
  }
  /// Fates of the old side, in the order given: `linked open`.
  std::string old_fates() const {
    std::string text;
    for (const OldFate fate : outcome.old_fates) text += (text.empty() ? "" : " ") + std::string(name(fate));
    return text;
  }
  std::string new_fates() const {
    std::string text;
    for (const NewFate fate : outcome.new_fates) text += (text.empty() ? "" : " ") + std::string(name(fate));
    return text;
  }
  /// `case.rules:10 RECO-003`, a line per finding.
  std::string findings() const {
    std::string text;
    for (const Diagnostic& finding : diagnostics.all()) text += fmt::format("{}:{} {}\n", finding.primary.file, finding.primary.line, finding.code);
    return text;
  }
  /// `applied RECO-043`, what came of each decision.
  std::string decided() const {
    std::string text;
    for (const DecisionOutcome& one : outcome.decisions) text += (text.empty() ? "" : " ") + one.outcome;
    return text;
  }
  /// The findings as people see them.
  std::string shown(Language language) const { return render_all(diagnostics, language); }
};

inline Result run(const Case& given) { return Result(given); }

}  // namespace srgconv::reconcile::cases
