// Expressions in words: a value is a noun, a condition a clause that follows `als` or `if`.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>

#include "document/speech.hpp"
#include "rules/syntax_tree.hpp"

namespace srgconv::document {

/// The name of the code that plays a role of a list; empty when there is none.
using NamesOfRoles = std::function<std::string(std::string_view list, std::string_view role)>;

class ExpressionWords {
 public:
  /// `parameters`: names that are parameters of the mapping. `of_xml`: its source has elements, not columns.
  ExpressionWords(const Speech& speech, std::set<std::string> parameters, bool of_xml, NamesOfRoles names)
      : speech_(speech), parameters_(std::move(parameters)), of_xml_(of_xml), names_(std::move(names)) {}

  /// In checks: names are facts of a provision or a link.
  ExpressionWords(const Speech& speech, NamesOfRoles names) : speech_(speech), of_check_(true), names_(std::move(names)) {}

  /// `de datum in kolom DATUM IN (dag-maand-jaar)`
  Phrase value(const rules::syntax::Expression& expression) const;
  /// `kolom BUDGET gelijk is aan “INB”`
  Phrase condition(const rules::syntax::Expression& expression) const;
  /// The name of a code; empty when there is none.
  using NameOf = std::function<std::string(const std::string& code)>;
  /// A value that stands for a code: where it is written out, its name follows.
  Phrase value(const rules::syntax::Expression& expression, const NameOf& name_of) const;
  /// As value(): a value that decides between cases gives a line for each; any other one line.
  std::vector<Phrase> value_lines(const rules::syntax::Expression& expression, const NameOf& name_of) const;
  /// `, als die gevuld is` where the condition only asks whether a column that the value looks at is filled; else `als ...`.
  Phrase when(const rules::syntax::Expression& condition, const rules::syntax::Expression& value) const;
  Phrase column(std::string_view name) const;

 private:
  using Expression = rules::syntax::Expression;

  Phrase bare_value(const Expression& expression) const;
  Phrase bare_condition(const Expression& expression) const;
  Phrase name(const std::string& name) const;
  Phrase text(const std::string& text) const;
  Phrase compared_with(const Expression& left, const Expression& right) const;
  Phrase number(const Expression& expression) const;
  Phrase duration(const Expression& expression) const;
  Phrase calculation(const Expression& expression) const;
  Phrase comparison(const Expression& expression) const;
  Phrase call(const Expression& expression) const;
  Phrase how(const Expression& expression, Phrase clause) const;
  std::vector<Phrase> values(const std::vector<Expression>& operands, std::size_t from) const;
  std::vector<Phrase> conditions(const std::vector<Expression>& operands) const;
  std::vector<Phrase> branches(const Expression& choice, const NameOf& name_of) const;

  const Speech& speech_;
  std::set<std::string> parameters_;
  bool of_xml_ = false, of_check_ = false;
  NamesOfRoles names_;
};

/// What a function gives, with `{0}`, `{1}`, ... for its values; null when there are no words for it.
const Words* function_words(std::string_view name);

}  // namespace srgconv::document
