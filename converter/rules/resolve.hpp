// One function per kind of declaration: from the syntax tree to what the rest of the program works with.
#pragma once

#include <memory>
#include <optional>

#include "rules/compile_expression.hpp"
#include "rules/environment.hpp"
#include "rules/syntax_tree.hpp"

namespace srgconv::rules {

/// Each adds what it makes to the environment's rule set; what is wrong is reported.
void resolve_format(const syntax::Format& format, Environment& environment);
void resolve_codes(const syntax::Codes& codes, Environment& environment);
void resolve_mapping(const syntax::Mapping& mapping, Environment& environment);
void resolve_scope(const syntax::Scope& scope, Environment& environment);
void resolve_transition(const syntax::Transition& transition, Environment& environment);
void resolve_check(const syntax::Check& check, Environment& environment);

/// Where the statements of a transition name senders.
struct NamedSenders {
  using Places = std::vector<std::pair<SenderCode, syntax::Span>>;
  Places old, delivered, fresh, identities;                        ///< of `old`, `delivered`, `new` and `identity`
  Places continuing, scopes;                                       ///< of `continues` and `scope`
  Places must_be_old, must_be_source;                              ///< of the other statements
  std::vector<syntax::Word> without_destination;                   ///< old senders of identities that do not say which new sender
  std::vector<std::pair<std::string, syntax::Span>> destinations;  ///< new senders that `new.sender` writes out
};
/// Do they fit together? `transition` has all statements by now.
void check_senders(const NamedSenders& named, const Transition& transition, Environment& environment);

/// The mapping that takes every field of a format under its own name. Null, and reported at `used`, when fields are missing or of another type.
std::shared_ptr<const Mapping> implicit_mapping(const std::shared_ptr<const Format>& format, MappingTarget target, syntax::Span used, Environment& environment);

Match resolve_match(const syntax::Match& written, Environment& environment);
/// Nothing when there is no such metric.
std::optional<Requirement> resolve_requirement(const syntax::Require& written, Environment& environment);
/// A number of days from 1 to 366; RULE-083 for anything else.
std::optional<int> resolve_days(const syntax::Word& word, Environment& environment);
std::optional<int> whole_number(std::string_view text);  ///< nothing when the text is no whole number, or too large

/// The value of a text, number, date or month as written, of the needed type if one is; RULE-106 for anything else.
std::optional<Expression> literal_value(const syntax::Expression& written, Environment& environment, std::optional<ValueType> needed = {});
/// The parameters that a mapping declares, each with the value it has unless `with` gives another.
std::vector<MappingParameter> resolve_parameters(const syntax::Mapping& mapping, const Format& format, Environment& environment);
/// The mapping with other values for its parameters (`using m with a = 'x'`). Null when an argument is wrong, which was reported.
std::shared_ptr<const Mapping> with_arguments(std::shared_ptr<const Mapping> mapping, const std::vector<syntax::Argument>& arguments, Environment& environment);

/// What the rows of a mapping are merged by; `assigned` are the fields that the mapping fills.
Merge resolve_merge(const syntax::Merge& written, const std::set<TargetField>& assigned, Environment& environment);
/// The guards of the scope that a mapping uses, with the supplied texts in the place of the needed ones. `visible`: what skip and reject may name there.
std::vector<GuardSet::Entry> resolve_scope_use(const syntax::ScopeUse& written, const Visible& visible, Environment& environment);

/// Warns of guards, branches of `case` and words of code tables that no row can reach, because an earlier rule takes every such row: RULE-128, RULE-129.
/// A word is of use when any of the mappings can ask for it. The rule set has no errors.
void report_unreachable(const std::vector<std::shared_ptr<const Mapping>>& mappings, Environment& environment);

/// Does each field hold a personal number or date: by its name, or because the BSN is made of it?
std::vector<bool> personal_columns(const Mapping& mapping);

}  // namespace srgconv::rules
