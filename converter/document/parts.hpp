// The parts of a page: one function per kind of declaration. Each goes over every kind of line that the syntax tree knows, so that a new one is a compile error
// here until it has a sentence.
#pragma once

#include "document/expression_words.hpp"
#include "document/page.hpp"
#include "document/speech.hpp"
#include "pack/pack.hpp"
#include "rules/rules.hpp"
#include "rules/syntax_tree.hpp"

namespace srgconv::document {

/// What the parts know beside the syntax tree. The rule set and the pack may be null: then uses of columns and names of codes are not told.
struct Context {
  const Speech& speech;
  const rules::RuleSet* rules = nullptr;
  const pack::Pack* pack = nullptr;
};

void tell(const rules::syntax::Format& format, const Context& context, std::vector<Block>& blocks);
void tell(const rules::syntax::Codes& codes, const Context& context, std::vector<Block>& blocks);
/// `of_xml`: the mapping's source has elements, not columns.
void tell(const rules::syntax::Mapping& mapping, bool of_xml, const Context& context, std::vector<Block>& blocks);
void tell(const rules::syntax::Scope& scope, const Context& context, std::vector<Block>& blocks);
void tell(const rules::syntax::Check& check, const Context& context, std::vector<Block>& blocks);
void tell(const rules::syntax::Transition& transition, const Context& context, std::vector<Block>& blocks);

/// The names that the pack has for roles; `context` must outlive them.
NamesOfRoles code_names(const Context& context);
/// The name that the pack's list has for a code or the role of one; empty when there is none.
std::string name_of_code(const Context& context, std::string_view list, std::string_view code, bool is_role);

}  // namespace srgconv::document
