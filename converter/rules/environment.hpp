// What is known while rule files are resolved: names declared so far, the lists of imported packs, and where messages go.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostics.hpp"
#include "rules/expression.hpp"
#include "rules/rules.hpp"
#include "rules/syntax_tree.hpp"

namespace srgconv::rules {

/// `scope srg { needs goal; skip when ... because ... }`: guards whose conditions look at the needed texts, not at columns.
struct GuardSet {
  struct Entry {
    bool reject = false;
    std::optional<Expression> condition;  ///< nothing: it was wrong, and that was reported
    std::string reason;
    SourceSpan span;
  };
  std::string name;
  std::vector<MappingParameter> needs;  ///< texts without a value; Expression::Kind::parameter refers to them
  std::vector<Entry> guards;
};

class Environment {
 public:
  Environment(Diagnostics& diagnostics, RuleSet& rules) : diagnostics_(diagnostics), rules_(rules) {}

  // ------------------------------------------------------------------------------------------ the file at hand

  /// From now on places are places in this text.
  void enter(const SourceText& text, std::filesystem::path folder);
  const std::filesystem::path& folder() const { return folder_; }
  SourceSpan place(syntax::Span span) const;
  void report(std::string code, syntax::Span span, std::map<std::string, std::string> arguments = {}, std::optional<std::string> suggestion = {},
              std::vector<RelatedSpan> related = {});
  /// The same at a place of any file.
  void report_at(std::string code, SourceSpan place, std::map<std::string, std::string> arguments = {}, std::optional<std::string> suggestion = {},
                 std::vector<RelatedSpan> related = {});

  // ------------------------------------------------------------------------------------------ names

  RuleSet& rules() { return rules_; }
  /// Notes a declaration; false, and reported, when the name is taken. `kind` separates code tables from formats and mappings.
  bool declare(const std::string& kind, const syntax::Word& name);
  /// A declaration that was not understood: what refers to it is not reported.
  void lose(const std::string& name) { lost_.insert(name); }
  /// An import is missing: any unknown name may be one of its names.
  void lose_all() { all_lost_ = true; }
  bool may_be_lost(const std::string& name) const { return all_lost_ || lost_.count(name) > 0; }

  std::shared_ptr<const Format> format(std::string_view name) const;
  std::shared_ptr<const Mapping> mapping(std::string_view name) const;
  std::shared_ptr<const CodeTable> table(std::string_view name) const;
  void add(std::shared_ptr<const CodeTable> table) { tables_.push_back(std::move(table)); }
  std::shared_ptr<const GuardSet> guard_set(std::string_view name) const;
  void add(std::shared_ptr<const GuardSet> guards) { guard_sets_.push_back(std::move(guards)); }
  std::vector<std::string> guard_set_names() const;
  std::vector<std::string> format_names() const;
  std::vector<std::string> mapping_names() const;
  std::vector<std::string> table_names() const;
  /// A format of which a line was not understood: its columns are not known for certain.
  void mark_incomplete(const Format* format) { incomplete_.insert(format); }
  bool incomplete(const Format* format) const { return incomplete_.count(format) > 0; }

  // ------------------------------------------------------------------------------------------ lists of the packs

  void add_pack(const CodeLists* codes) { packs_.push_back(codes); }
  bool has_pack() const { return !packs_.empty(); }
  /// Null when no pack has it.
  const CodeList* list(std::string_view name) const;
  /// The same, but what is wrong is reported: no pack imported (once per file), or no list of this name.
  const CodeList* required_list(const std::string& name, syntax::Span span);
  /// Checks that exactly one code of the list plays the role, and gives it.
  const Code* required_role(const CodeList& list, const syntax::Word& role);

 private:
  Diagnostics& diagnostics_;
  RuleSet& rules_;
  const SourceText* text_ = nullptr;
  std::filesystem::path folder_;
  std::map<std::pair<std::string, std::string>, SourceSpan> declared_;
  std::set<std::string> lost_;
  bool all_lost_ = false;
  std::vector<std::shared_ptr<const CodeTable>> tables_;
  std::vector<std::shared_ptr<const GuardSet>> guard_sets_;
  std::set<const Format*> incomplete_;
  std::vector<const CodeLists*> packs_;
  bool pack_missed_ = false;
};

/// The target field of this name.
std::optional<TargetField> find_target(std::string_view name);
/// Names of the targets of a mapping of this kind.
std::vector<std::string> target_names(MappingTarget target);
/// The kind of mapping that has this target.
MappingTarget kind_of(TargetField field);
bool required(TargetField field);
ValueType type_of(TargetField field);
/// The list of the pack that has the codes of a field: `type` of `type`; empty when it has none.
std::string_view list_of(TargetField field);

/// Names for a message: `a, b, c`, at most twelve.
std::string listed(const std::vector<std::string>& names);

}  // namespace srgconv::rules
