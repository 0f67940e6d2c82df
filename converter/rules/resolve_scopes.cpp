// Scopes: guards that mappings share, as the decision tree of a statistic; and what becomes of them where a mapping uses one.
#include <algorithm>
#include <utility>

#include "rules/compile_expression.hpp"
#include "rules/lexemes.hpp"
#include "rules/resolve.hpp"

namespace srgconv::rules {
namespace {

template <class List>
auto find_named(List& list, const std::string& name) {
  return std::find_if(list.begin(), list.end(), [&](const auto& each) { return each.name == name; });
}

// What is supplied takes the place of what is needed. False when a supplied value was wrong.
bool supply(Expression& condition, const std::vector<std::optional<Expression>>& values) {
  if (condition.kind == Expression::Kind::parameter) {
    const auto& value = values[condition.column];
    if (!value) return false;
    condition = *value;
    return true;
  }
  bool sound = true;
  for (Expression& operand : condition.operands) sound = supply(operand, values) && sound;
  return sound;
}

std::vector<std::string> names_of(const std::vector<MappingParameter>& needs) {
  std::vector<std::string> names;
  for (const MappingParameter& need : needs) names.push_back(need.name);
  return names;
}

void collect_needs(const Expression& expression, std::set<std::size_t>& needs) {
  if (expression.kind == Expression::Kind::parameter) needs.insert(expression.column);
  for (const Expression& operand : expression.operands) collect_needs(operand, needs);
}

}  // namespace

void resolve_scope(const syntax::Scope& written, Environment& environment) {
  const bool fresh = environment.declare("scope", written.name);
  auto guards = std::make_shared<GuardSet>();
  guards->name = written.name.text;
  for (const syntax::ScopeLine& line : written.lines) {
    const auto* needs = std::get_if<syntax::Needs>(&line);
    if (needs == nullptr) continue;
    for (const syntax::Word& name : needs->names) {
      const auto twice = find_named(guards->needs, name.text);
      if (name.text == "sender" || name.text == "month" || name.text == "this")
        environment.report("RULE-125", name.span, {{"name", name.text}});
      else if (twice != guards->needs.end())
        environment.report("RULE-073", name.span, {{"name", name.text}}, {}, {{twice->span, "RULE-100"}});
      else
        guards->needs.push_back({name.text, ValueType::text, {}, environment.place(name.span)});
    }
  }
  Visible visible;
  visible.parameters = true;
  visible.own_parameters = &guards->needs;
  visible.needs_only = true;
  std::set<std::size_t> used;
  for (const syntax::ScopeLine& line : written.lines) {
    const auto* guard = std::get_if<syntax::Guard>(&line);
    if (guard == nullptr) continue;
    auto condition = compile_as(ValueType::boolean, guard->condition, visible, environment);
    if (condition) collect_needs(*condition, used);
    guards->guards.push_back({guard->reject, std::move(condition), guard->reason.text, environment.place(guard->span)});
  }
  const bool sound = std::all_of(guards->guards.begin(), guards->guards.end(), [](const auto& each) { return each.condition.has_value(); });
  if (!written.faulty && guards->guards.empty()) environment.report("RULE-158", written.name.span, {{"scope", written.name.text}});
  for (std::size_t i = 0; !written.faulty && sound && !guards->guards.empty() && i < guards->needs.size(); ++i) {
    if (used.count(i) == 0) environment.report_at("RULE-159", guards->needs[i].span, {{"name", guards->needs[i].name}});
  }
  if (fresh) environment.add(std::move(guards));
}

std::vector<GuardSet::Entry> resolve_scope_use(const syntax::ScopeUse& written, const Visible& visible, Environment& environment) {
  const auto guards = environment.guard_set(written.name.text);
  if (guards == nullptr) {
    const std::vector<std::string> names = environment.guard_set_names();
    if (!written.name.text.empty() && !environment.may_be_lost(written.name.text)) {
      environment.report("RULE-155", written.name.span, {{"name", written.name.text}, {"names", listed(names)}}, near_name(written.name.text, names));
    }
    for (const syntax::Supplied& each : written.supplied) compile_as(ValueType::text, each.value, visible, environment);
    return {};
  }
  std::vector<std::optional<Expression>> values(guards->needs.size());
  std::map<std::string, syntax::Span> seen;
  for (const syntax::Supplied& each : written.supplied) {
    auto value = compile_as(ValueType::text, each.value, visible, environment);
    const auto need = find_named(guards->needs, each.name.text);
    const auto [earlier, fresh] = seen.emplace(each.name.text, each.name.span);
    if (need == guards->needs.end()) {
      const std::vector<std::string> names = names_of(guards->needs);
      environment.report("RULE-157", each.name.span, {{"name", each.name.text}, {"scope", guards->name}, {"names", listed(names)}},
                         near_name(each.name.text, names));
    } else if (!fresh) {
      environment.report("RULE-073", each.name.span, {{"name", each.name.text}}, {}, {{environment.place(earlier->second), "RULE-100"}});
    } else {
      values[static_cast<std::size_t>(need - guards->needs.begin())] = std::move(value);
    }
  }
  std::vector<std::string> missing;
  for (const MappingParameter& need : guards->needs) {
    if (seen.count(need.name) == 0) missing.push_back(need.name);
  }
  if (!missing.empty() && !written.faulty) environment.report("RULE-156", written.name.span, {{"scope", guards->name}, {"missing", listed(missing)}});
  std::vector<GuardSet::Entry> result = guards->guards;
  for (GuardSet::Entry& guard : result) {
    if (guard.condition && !supply(*guard.condition, values)) guard.condition.reset();
  }
  return result;
}

}  // namespace srgconv::rules
