// The mapping that a format is by itself, and which columns hold personal data.
#include <algorithm>
#include <utility>

#include "rules/letters.hpp"
#include "rules/resolve.hpp"

namespace srgconv::rules {

std::vector<bool> personal_columns(const Mapping& mapping) {
  std::vector<bool> personal;
  for (const Field& field : mapping.format->fields) {
    const std::string name = lower(field.name);
    personal.push_back(name.find("geboorte") != std::string::npos || name.find("birth") != std::string::npos);
  }
  return personal;
}

std::shared_ptr<const Mapping> implicit_mapping(const std::shared_ptr<const Format>& format, MappingTarget target, syntax::Span used,
                                                Environment& environment) {
  auto mapping = std::make_shared<Mapping>();
  mapping->name = format->name;
  mapping->format = format;
  mapping->target = target;
  mapping->span = format->span;
  mapping->column_used.assign(format->fields.size(), false);
  mapping->column_described.assign(format->fields.size(), false);
  mapping->column_personal = personal_columns(*mapping);
  std::vector<std::string> missing;
  bool sound = true;
  for (const std::string& name : target_names(target)) {
    const TargetField field = *find_target(name);
    const auto found = std::find_if(format->fields.begin(), format->fields.end(), [&](const Field& each) { return each.name == name; });
    if (found == format->fields.end()) {
      if (required(field)) missing.push_back(name);
      continue;
    }
    if (found->type != type_of(field) || !found->role_list.empty()) {
      environment.report("RULE-087", used, {{"format", format->name}, {"field", name}}, {}, {{found->span, "RULE-107"}});
      sound = false;
      continue;
    }
    Expression value;
    value.kind = Expression::Kind::column;
    value.type = found->type;
    value.span = found->span;
    value.column = static_cast<std::size_t>(found - format->fields.begin());
    value.subject = name;
    mapping->column_used[value.column] = true;
    mapping->column_described[value.column] = field == TargetField::description;
    if (field == TargetField::bsn) mapping->column_personal[value.column] = true;
    value.personal = mapping->column_personal[value.column];
    mapping->assignments.push_back({field, std::make_shared<const Expression>(std::move(value)), nullptr, found->span});
  }
  if (target == MappingTarget::link && !mapping->fills(TargetField::new_id) && !mapping->fills(TargetField::new_sender) && sound)
    missing.emplace_back(target_name(TargetField::new_id));
  if (environment.incomplete(format.get())) return nullptr;
  if (!missing.empty()) environment.report("RULE-086", used, {{"format", format->name}, {"missing", listed(missing)}});
  return sound && missing.empty() ? mapping : nullptr;
}

}  // namespace srgconv::rules
