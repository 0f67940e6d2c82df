#include "rules/environment.hpp"

#include <algorithm>
#include <array>

#include "rules/lexemes.hpp"

namespace srgconv::rules {
namespace {

struct Target {
  TargetField field;
  std::string_view name;
  ValueType type;
  bool required;
  std::string_view list;
};

constexpr std::array<Target, target_field_count> targets = {{{TargetField::bsn, "bsn", ValueType::text, true, ""},
                                                             {TargetField::id, "id", ValueType::text, true, ""},
                                                             {TargetField::type, "type", ValueType::text, true, "type"},
                                                             {TargetField::start, "start", ValueType::date, true, ""},
                                                             {TargetField::end, "end", ValueType::date, false, ""},
                                                             {TargetField::goal, "goal", ValueType::text, false, "goal"},
                                                             {TargetField::work_capacity, "work_capacity", ValueType::text, false, "work_capacity"},
                                                             {TargetField::wage_value, "wage_value", ValueType::number, false, ""},
                                                             {TargetField::description, "description", ValueType::text, false, ""},
                                                             {TargetField::old_id, "old.id", ValueType::text, true, ""},
                                                             {TargetField::new_id, "new.id", ValueType::text, false, ""},
                                                             {TargetField::new_sender, "new.sender", ValueType::text, false, ""}}};

const Target& target(TargetField field) { return targets[static_cast<std::size_t>(field)]; }

template <class List>
auto named(const List& list, std::string_view name) {
  const auto found = std::find_if(list.begin(), list.end(), [&](const auto& each) { return each->name == name; });
  return found == list.end() ? nullptr : *found;
}

template <class List>
std::vector<std::string> names_of(const List& list) {
  std::vector<std::string> names;
  for (const auto& each : list) names.push_back(each->name);
  return names;
}

}  // namespace

std::string_view target_name(TargetField field) { return target(field).name; }

std::optional<TargetField> find_target(std::string_view name) {
  const auto found = std::find_if(targets.begin(), targets.end(), [&](const Target& each) { return each.name == name; });
  return found == targets.end() ? std::nullopt : std::optional(found->field);
}

std::vector<std::string> target_names(MappingTarget kind) {
  std::vector<std::string> names;
  for (const Target& each : targets) {
    if (kind_of(each.field) == kind) names.emplace_back(each.name);
  }
  return names;
}

MappingTarget kind_of(TargetField field) { return field >= TargetField::old_id ? MappingTarget::link : MappingTarget::provision; }
bool required(TargetField field) { return target(field).required; }
ValueType type_of(TargetField field) { return target(field).type; }
std::string_view list_of(TargetField field) { return target(field).list; }

std::string listed(const std::vector<std::string>& names) {
  constexpr std::size_t most = 12;
  std::string result;
  for (std::size_t i = 0; i < std::min(names.size(), most); ++i) result += (i == 0 ? "" : ", ") + names[i];
  return names.size() > most ? result + ", ..." : result;
}

void Environment::enter(const SourceText& text, std::filesystem::path folder) {
  text_ = &text;
  folder_ = std::move(folder);
  pack_missed_ = false;
}

SourceSpan Environment::place(syntax::Span span) const { return text_->span(span.begin, span.end - span.begin); }

void Environment::report(std::string code, syntax::Span span, std::map<std::string, std::string> arguments, std::optional<std::string> suggestion,
                         std::vector<RelatedSpan> related) {
  report_at(std::move(code), place(span), std::move(arguments), std::move(suggestion), std::move(related));
}

void Environment::report_at(std::string code, SourceSpan where, std::map<std::string, std::string> arguments, std::optional<std::string> suggestion,
                            std::vector<RelatedSpan> related) {
  diagnostics_.add({std::move(code), std::move(where), std::move(arguments), std::move(suggestion), std::move(related)});
}

bool Environment::declare(const std::string& kind, const syntax::Word& name) {
  if (name.text.empty()) return false;  // its head was not understood
  const auto [entry, fresh] = declared_.emplace(std::pair(kind, name.text), place(name.span));
  if (!fresh) report("RULE-032", name.span, {{"name", name.text}}, {}, {{entry->second, "RULE-100"}});
  return fresh;
}

std::shared_ptr<const Format> Environment::format(std::string_view name) const { return named(rules_.formats, name); }
std::shared_ptr<const Mapping> Environment::mapping(std::string_view name) const { return named(rules_.mappings, name); }
std::shared_ptr<const CodeTable> Environment::table(std::string_view name) const { return named(tables_, name); }
std::vector<std::string> Environment::format_names() const { return names_of(rules_.formats); }
std::vector<std::string> Environment::mapping_names() const { return names_of(rules_.mappings); }
std::vector<std::string> Environment::table_names() const { return names_of(tables_); }
std::shared_ptr<const GuardSet> Environment::guard_set(std::string_view name) const { return named(guard_sets_, name); }
std::vector<std::string> Environment::guard_set_names() const { return names_of(guard_sets_); }

const CodeList* Environment::list(std::string_view name) const {
  for (const CodeLists* pack : packs_) {
    if (const CodeList* found = pack->find(name)) return found;
  }
  return nullptr;
}

const CodeList* Environment::required_list(const std::string& name, syntax::Span span) {
  if (const CodeList* found = list(name)) return found;
  if (all_lost_) return nullptr;
  if (packs_.empty()) {
    if (!pack_missed_) report("RULE-039", span, {{"list", name}});
    pack_missed_ = true;
    return nullptr;
  }
  std::vector<std::string> names;
  for (const CodeLists* pack : packs_) {
    for (const CodeList& each : pack->all()) names.push_back(each.name());
  }
  report("RULE-063", span, {{"list", name}, {"lists", listed(names)}}, near_name(name, names));
  return nullptr;
}

const Code* Environment::required_role(const CodeList& list, const syntax::Word& role) {
  if (const Code* found = list.with_role(role.text)) return found;
  std::vector<std::string> roles;
  bool several = false;
  for (const Code& code : list.codes()) {
    if (code.role == role.text)
      several = true;
    else if (!code.role.empty())
      roles.push_back(code.role);
  }
  if (several)
    report("RULE-064", role.span, {{"role", role.text}, {"list", list.name()}});
  else
    report("RULE-062", role.span, {{"role", role.text}, {"list", list.name()}, {"roles", listed(roles)}}, near_name(role.text, roles));
  return nullptr;
}

}  // namespace srgconv::rules
