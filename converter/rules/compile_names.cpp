// Literals and names in expressions: columns, `this.x`, `old.x`, and what a pack's list says of a code.
#include <algorithm>

#include "rules/checked_facts.hpp"
#include "rules/expression_compiler.hpp"
#include "rules/layout.hpp"
#include "rules/lexemes.hpp"

namespace srgconv::rules {
namespace {

using Kind = Expression::Kind;

std::string quoted(const std::vector<std::string>& names) {
  std::vector<std::string> result;
  for (const std::string& name : names) result.push_back("'" + name + "'");
  return listed(result);
}

std::optional<Expression::Attribute> attribute_of(std::string_view name) {
  if (name == "role") return Expression::Attribute::role;
  if (name == "category") return Expression::Attribute::category;
  if (name == "name") return Expression::Attribute::name;
  if (name == "max_months") return Expression::Attribute::max_months;
  return std::nullopt;
}

}  // namespace

// A typographic quote or an invisible sign is no mistake within double quotes. At the beginning of a text a byte order mark would be none either.
bool is_bare_column(std::string_view name) {
  const bool is_word = !name.empty() && scan_name(name) == name.size() && Layout("x" + std::string(name)).faults().empty();
  return is_word && !is_reserved(name) && name != "sender" && name != "month" && name != "this";
}

ExpressionCompiler::Result ExpressionCompiler::text_literal(const Written& written) {
  if (written.text.empty()) {
    environment_.report("RULE-058", written.span);
    return std::nullopt;
  }
  return literal(written, ValueType::text, std::optional(written.text), "");
}

ExpressionCompiler::Result ExpressionCompiler::column(const Written& written) {
  if (visible_.facts != Visible::Facts::none) return checked_fact(written);
  if (visible_.needs_only) {
    std::vector<std::string> names;
    for (const MappingParameter& need : *visible_.own_parameters) names.push_back(need.name);
    environment_.report("RULE-154", written.span, {{"name", written.text}, {"names", listed(names)}}, near_name(written.text, names));
    return std::nullopt;
  }
  if (visible_.format == nullptr) {
    environment_.report("RULE-065", written.span, {{"name", written.text}});
    return std::nullopt;
  }
  const auto& fields = visible_.format->fields;
  const auto found = std::find_if(fields.begin(), fields.end(), [&](const Field& field) { return field.name == written.text; });
  if (found == fields.end()) {
    if (environment_.incomplete(visible_.format)) return std::nullopt;
    std::vector<std::string> names;
    for (const Field& field : fields) names.push_back(field.name);
    environment_.report("RULE-012", written.span, {{"column", written.text}, {"format", visible_.format->name}, {"columns", listed(names)}},
                        near_name(written.text, names));
    return std::nullopt;
  }
  Expression result = start(Kind::column, found->type, written);
  result.column = static_cast<std::size_t>(found - fields.begin());
  return result;
}

ExpressionCompiler::Result ExpressionCompiler::name(const Written& written) {
  const std::string& text = written.text;
  if (visible_.facts != Visible::Facts::none) return checked_fact(written);
  if (text == "this" || text.starts_with("this.")) return fact(written, Kind::mapped, text.size() > 5 ? text.substr(5) : "");
  if (visible_.old && text.starts_with("old.")) return fact(written, Kind::old_fact, text.substr(4));
  if (visible_.parameters && text == "sender") return start(Kind::sender, ValueType::text, written);
  if (visible_.parameters && text == "month") return start(Kind::month, ValueType::month, written);
  if (visible_.own_parameters != nullptr) {
    const auto& own = *visible_.own_parameters;
    const auto found = std::find_if(own.begin(), own.end(), [&](const MappingParameter& each) { return each.name == text; });
    if (found != own.end()) {
      Expression result = start(Kind::parameter, found->type, written);
      result.column = static_cast<std::size_t>(found - own.begin());
      return result;
    }
  }
  return column(written);
}

// `this.type`, `old.type`, `this.type.role`
ExpressionCompiler::Result ExpressionCompiler::fact(const Written& written, Kind kind, std::string_view path) {
  const bool own = kind == Kind::mapped;
  std::string attribute;
  auto field = find_target(path);
  if (const auto point = path.rfind('.'); !field && point != std::string_view::npos) {
    attribute = path.substr(point + 1);
    path = path.substr(0, point);
    field = find_target(path);
  }
  const bool known = field && (own || (kind_of(*field) == MappingTarget::provision && *field != TargetField::bsn));
  if (!known) {
    std::vector<std::string> names = target_names(MappingTarget::provision);
    if (!own) std::erase(names, "bsn");
    for (std::string& each : names) each.insert(0, own ? "this." : "old.");
    environment_.report("RULE-037", written.span, {{"target", written.text}, {"targets", quoted(names)}}, near_name(written.text, names));
    return std::nullopt;
  }
  if (own && visible_.mapped == Visible::This::none) {
    environment_.report("RULE-065", written.span, {{"name", written.text}});
    return std::nullopt;
  }
  if (own && visible_.mapped == Visible::This::not_yet) {
    environment_.report("RULE-054", written.span, {{"name", written.text}});
    return std::nullopt;
  }
  if (own && visible_.assigned.count(*field) == 0) {
    environment_.report("RULE-053", written.span, {{"target", std::string(path)}});
    return std::nullopt;
  }
  Expression value = start(kind, type_of(*field), written);
  value.field = *field;
  return attribute.empty() ? Result(std::move(value)) : attribute_value(written, std::move(value), attribute);
}

ExpressionCompiler::Result ExpressionCompiler::attribute_value(const Written& written, Expression value, const std::string& attribute) {
  const std::string list = list_of_value(value);
  const auto found = attribute_of(attribute);
  if (!found) {
    const std::vector<std::string> names = {"role", "category", "name", "max_months"};
    environment_.report("RULE-056", written.span, {{"attribute", attribute}, {"attributes", quoted(names)}}, near_name(attribute, names));
    return std::nullopt;
  }
  if (list.empty()) {
    const std::string target = value.kind == Kind::fact ? written.text.substr(0, written.text.rfind('.')) : std::string(target_name(value.field));
    environment_.report("RULE-055", written.span, {{"target", target}, {"attribute", attribute}});
    return std::nullopt;
  }
  if (environment_.required_list(list, written.span) == nullptr) return std::nullopt;
  const bool counts = *found == Expression::Attribute::max_months;
  Expression result = start(Kind::attribute, counts ? ValueType::number : ValueType::text, written);
  result.attribute = *found;
  result.list = list;
  result.operands.push_back(std::move(value));
  return result;
}

// `type`, `old.type`, `relation`, `type.role` in a check
ExpressionCompiler::Result ExpressionCompiler::checked_fact(const Written& written) {
  const bool link = visible_.facts == Visible::Facts::link;
  for (const CheckedFact& each : checked_facts(link)) {
    const bool plain = written.text == each.name, attributed = written.text.starts_with(each.name + ".");
    if (written.kind != Written::Kind::name || (!plain && !attributed)) continue;
    Expression value = start(Kind::fact, each.type, written);
    value.column = each.index;
    value.list = each.list;
    if (plain) return value;
    return attribute_value(written, std::move(value), written.text.substr(each.name.size() + 1));
  }
  std::vector<std::string> names;
  for (const CheckedFact& each : checked_facts(link)) names.push_back(each.name);
  environment_.report("RULE-175", written.span, {{"name", written.text}, {"names", quoted(names)}}, near_name(written.text, names));
  return std::nullopt;
}

// The list of the pack that has this value; empty when none has.
std::string ExpressionCompiler::list_of_value(const Expression& value) {
  if (value.kind == Kind::fact) return value.column == relation_index ? std::string() : value.list;
  return value.kind == Kind::mapped || value.kind == Kind::old_fact ? std::string(list_of(value.field)) : std::string();
}

// Compared with what a list says of codes, a text must be one of the list's words.
bool ExpressionCompiler::word_known(const Expression& value, const Written& other) {
  if (other.kind != Written::Kind::text) return true;
  const bool is_code = value.kind == Kind::mapped || value.kind == Kind::old_fact || value.kind == Kind::fact;
  if (!is_code && value.kind != Kind::attribute) return true;
  const bool is_role = value.kind == Kind::fact ? value.column == relation_index : !is_code && value.attribute == Expression::Attribute::role;
  const CodeList* list = environment_.list(is_code && value.kind != Kind::fact ? list_of_value(value) : value.list);
  if (list == nullptr) return true;
  std::vector<std::string> words;
  for (const Code& code : list->codes()) {
    const std::string& word = is_role ? code.role : is_code ? code.code : value.attribute == Expression::Attribute::category ? code.category : code.name;
    if (word == other.text) return true;
    if (!word.empty() && std::find(words.begin(), words.end(), word) == words.end()) words.push_back(word);
  }
  const auto suggestion = near_name(other.text, words);
  if (is_code && !is_role) {
    environment_.report("RULE-061", other.span, {{"code", other.text}, {"list", list->name()}, {"codes", listed(words)}}, suggestion);
  } else if (is_role) {
    environment_.report("RULE-062", other.span, {{"role", other.text}, {"list", list->name()}, {"roles", listed(words)}}, suggestion);
  } else {
    environment_.report("RULE-066", other.span, {{"word", other.text}, {"list", list->name()}, {"words", listed(words)}}, suggestion);
  }
  return false;
}

}  // namespace srgconv::rules
