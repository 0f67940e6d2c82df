// A syntax tree as nested brackets, without places: two trees are the same when their texts are.
#pragma once

#include <string>
#include <vector>

#include "rules/syntax_tree.hpp"

namespace srgconv::rules::testing {

class TreeText {
 public:
  template <class T>
  static std::string of(const T& value) {
    TreeText text;
    text.put(value);
    return text.text_;
  }

 private:
  void put(const std::string& value) { text_ += "<" + value + ">"; }
  void put(bool value) { text_ += value ? '1' : '0'; }
  void put(const syntax::Word& word) { put(word.text + (word.quoted ? "\"" : "")); }
  template <class T>
  void put(const std::optional<T>& value) {
    if (value)
      put(*value);
    else
      text_ += '-';
  }
  template <class T>
  void put(const std::vector<T>& values) {
    text_ += '[';
    for (const T& value : values) put(value);
    text_ += ']';
  }
  template <class... T>
  void put(const std::variant<T...>& value) {
    text_ += "#" + std::to_string(value.index());
    std::visit([this](const auto& node) { put(node); }, value);
  }
  template <class... T>
  void all(const T&... values) {
    text_ += '(';
    (put(values), ...);
    text_ += ')';
  }
  void put(const syntax::Expression& e) {
    all(std::to_string(static_cast<int>(e.kind)), e.text, e.operators, e.operands, e.negated, e.trimmed, e.ignoring_case, e.bracketed, e.percent);
  }
  void put(const syntax::Setting& n) { all(n.key, n.value); }
  void put(const syntax::Columns& n) { all(n.columns); }
  void put(const syntax::Sheets& n) { all(n.names); }
  void put(const syntax::Ignore& n) { all(n.columns, n.reason); }
  void put(const syntax::FixedColumn& n) { all(n.name, n.at); }
  void put(const syntax::FixedColumns& n) { all(n.columns); }
  void put(const syntax::KindPlace& n) { all(n.at); }
  void put(const syntax::LineColumns& n) { all(n.kind, n.role, n.columns); }
  void put(const syntax::OtherLine& n) { all(n.kind, n.role, n.at, n.reason); }
  void put(const syntax::Root& n) { all(n.element, n.namespace_uri); }
  void put(const syntax::Count& n) { all(n.of, n.field, n.equals); }
  void put(const syntax::Field& n) { all(n.name, n.path, std::to_string(static_cast<int>(n.reading)), n.argument, n.partial, n.optional, n.count); }
  void put(const syntax::Group& n) { all(n.name, n.path, n.fields); }
  void put(const syntax::Header& n) { all(n.fields); }
  void put(const syntax::Record& n) { all(n.path, n.lines); }
  void put(const syntax::Format& n) { all(n.name, n.kind, n.lines); }
  void put(const syntax::CodeEntry& n) { all(n.keys, n.value, n.as_role, n.from, n.until); }
  void put(const syntax::Otherwise& n) { all(n.way, n.value, n.as_role, n.reason); }
  void put(const syntax::Codes& n) { all(n.name, n.list, n.lines); }
  void put(const syntax::Guard& n) { all(n.reject, n.condition, n.reason); }
  void put(const syntax::Assignment& n) { all(n.target, n.value, n.when); }
  void put(const syntax::Branch& n) { all(n.assignments); }
  void put(const syntax::Split& n) { all(n.condition, n.branches); }
  void put(const syntax::Given& n) { all(n.column, n.text); }
  void put(const syntax::Expected& n) { all(n.target, n.value); }
  void put(const syntax::Example& n) { all(n.given, n.expect, n.outcome); }
  void put(const syntax::Parameter& n) { all(n.name, n.value); }
  void put(const syntax::Mapping& n) { all(n.name, n.format, n.target, n.lines); }
  void put(const syntax::MergeWay& n) { all(n.target, n.way); }
  void put(const syntax::Merge& n) { all(n.equal, n.days, n.ways); }
  void put(const syntax::Supplied& n) { all(n.name, n.value); }
  void put(const syntax::ScopeUse& n) { all(n.name, n.supplied); }
  void put(const syntax::Needs& n) { all(n.names); }
  void put(const syntax::Scope& n) { all(n.name, n.lines); }
  void put(const syntax::Continues& n) { all(n.sender); }
  void put(const syntax::SenderScope& n) { all(n.sender, n.where); }
  void put(const syntax::Allow& n) { all(n.way, n.types, n.into, n.reason); }
  void put(const syntax::Recoded& n) { all(n.old_type, n.new_type, n.reason); }
  void put(const syntax::HistoryId& n) { all(n.value, n.when); }
  void put(const syntax::Ties& n) { all(n.reason); }
  void put(const syntax::Fact& n) { all(n.key, n.value); }
  void put(const syntax::Sequence& n) { all(n.number, n.replaces); }
  void put(const syntax::MonthSource& n) { all(std::to_string(static_cast<int>(n.kind)), n.argument); }
  void put(const syntax::Argument& n) { all(n.name, n.value); }
  void put(const syntax::Source& n) { all(n.role, n.sender, n.files, n.month, n.mapping, n.arguments); }
  void put(const syntax::Step& n) { all(std::to_string(static_cast<int>(n.kind)), n.after_else, n.value, n.when, n.files, n.mapping, n.arguments); }
  void put(const syntax::Identity& n) { all(n.sender, n.steps); }
  void put(const syntax::Level& n) { all(n.after_else, n.equal, n.days, n.bits, n.ahead, n.weights); }
  void put(const syntax::WithinBsn&) { all(); }
  void put(const syntax::Match& n) { all(n.lines); }
  void put(const syntax::Drop& n) { all(n.sender, n.id, n.reason); }
  void put(const syntax::Gap& n) { all(n.statement, n.sender, n.first, n.last, n.reason); }
  void put(const syntax::Order& n) { all(n.files, n.reason); }
  void put(const syntax::Require& n) { all(n.metric, n.sign, n.limit, n.percent); }
  void put(const syntax::Transition& n) { all(n.name, n.lines); }
  void put(const syntax::Expectation& n) { all(n.subject, n.where, n.expect); }
  void put(const syntax::WholeSet& n) { all(n.parameters); }
  void put(const syntax::CheckText& n) { all(n.language, n.what, n.why, n.repair); }
  void put(const syntax::CheckSource& n) { all(n.source); }
  void put(const syntax::Check& n) { all(n.name, n.severity, n.lines); }
  void put(const syntax::Import& n) { all(n.name); }
  void put(const syntax::File& n) { all(n.lines); }

  std::string text_;
};

}  // namespace srgconv::rules::testing
