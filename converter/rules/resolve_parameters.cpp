// Parameters of a mapping, and the values that `using ... with` gives them.
#include <algorithm>
#include <utility>

#include "rules/compile_expression.hpp"
#include "rules/lexemes.hpp"
#include "rules/resolve.hpp"

namespace srgconv::rules {
namespace {

bool is_literal(const syntax::Expression& written) {
  using Kind = syntax::Expression::Kind;
  return written.kind == Kind::text || written.kind == Kind::number || written.kind == Kind::date || written.kind == Kind::month;
}

template <class Parameters>
auto named(Parameters& parameters, const std::string& name) {
  return std::find_if(parameters.begin(), parameters.end(), [&](const MappingParameter& each) { return each.name == name; });
}

}  // namespace

std::optional<Expression> literal_value(const syntax::Expression& written, Environment& environment, std::optional<ValueType> needed) {
  if (is_literal(written)) return needed ? compile_as(*needed, written, Visible{}, environment) : compile(written, Visible{}, environment);
  environment.report("RULE-106", written.span);
  return std::nullopt;
}

std::vector<MappingParameter> resolve_parameters(const syntax::Mapping& mapping, const Format& format, Environment& environment) {
  std::vector<MappingParameter> result;
  for (const syntax::MappingLine& line : mapping.lines) {
    const auto* parameter = std::get_if<syntax::Parameter>(&line);
    if (parameter == nullptr) continue;
    const std::string& name = parameter->name.text;
    const auto column = std::find_if(format.fields.begin(), format.fields.end(), [&](const Field& each) { return each.name == name; });
    const auto twice = named(result, name);
    if (column != format.fields.end())
      environment.report("RULE-125", parameter->name.span, {{"name", name}}, {}, {{column->span, "RULE-100"}});
    else if (name == "sender" || name == "month" || name == "this")
      environment.report("RULE-125", parameter->name.span, {{"name", name}});
    else if (twice != result.end())
      environment.report("RULE-073", parameter->name.span, {{"name", name}}, {}, {{twice->span, "RULE-100"}});
    else if (auto value = literal_value(parameter->value, environment))
      result.push_back({name, value->type, std::move(value->literal), environment.place(parameter->name.span)});
    else
      environment.lose(name);
  }
  return result;
}

std::shared_ptr<const Mapping> with_arguments(std::shared_ptr<const Mapping> mapping, const std::vector<syntax::Argument>& arguments,
                                              Environment& environment) {
  if (mapping == nullptr || arguments.empty()) return mapping;
  auto bound = std::make_shared<Mapping>(*mapping);
  std::set<std::string> given;
  bool sound = true;
  for (const syntax::Argument& argument : arguments) {
    const std::string& name = argument.name.text;
    const auto found = named(bound->parameters, name);
    if (found == bound->parameters.end()) {
      std::vector<std::string> names;
      for (const MappingParameter& each : bound->parameters) names.push_back(each.name);
      environment.report("RULE-126", argument.name.span, {{"name", name}, {"mapping", mapping->name}, {"names", names.empty() ? "-" : listed(names)}},
                         near_name(name, names));
      sound = false;
      continue;
    }
    if (!given.insert(name).second) {
      environment.report("RULE-073", argument.name.span, {{"name", name}});
      sound = false;
    }
    if (auto value = literal_value(argument.value, environment, found->type)) {
      found->value = std::move(value->literal);
    } else {
      sound = false;
    }
  }
  return sound ? std::shared_ptr<const Mapping>(std::move(bound)) : nullptr;
}

}  // namespace srgconv::rules
