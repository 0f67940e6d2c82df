// How the text of a field becomes a value, and a value its text: by the format's declaration alone.
#include "rules/rules.hpp"

namespace srgconv::rules {
namespace {

Diagnostic unreadable(std::string_view code, const Field& field, std::map<std::string, std::string> arguments = {}) {
  arguments.emplace("column", field.name);
  return {std::string(code), {}, std::move(arguments), {}, {}};
}

std::variant<Value, Diagnostic> read_date(const Field& field, const std::string& text) {
  const auto reading = field.pattern->read(text, field.partial);
  if (reading.date) return Value{*reading.date};
  const std::string_view code = reading.fault == DateFault::malformed ? "MAP-002" : reading.fault == DateFault::impossible ? "MAP-003" : "MAP-004";
  return unreadable(code, field, {{"pattern", field.pattern->text()}});
}

std::variant<Value, Diagnostic> read_month(const Field& field, const std::string& text) {
  const auto reading = field.pattern->read(text, false);
  const auto month = reading.date ? ReportMonth::from_parts(reading.date->year(), reading.date->month()) : std::nullopt;
  if (month) return Value{*month};
  return unreadable("MAP-007", field, {{"pattern", field.pattern->text()}});
}

std::variant<Value, Diagnostic> read_number(const Field& field, const std::string& text) {
  const auto number = Decimal::parse(text);
  if (number && number->fixed(field.decimals)) return Value{*number};
  return unreadable(number ? "MAP-009" : "MAP-005", field, {{number ? "decimals" : "point", number ? std::to_string(field.decimals) : "."}});
}

std::variant<Value, Diagnostic> read_role(const Field& field, const std::string& text, const CodeLists& codes) {
  const CodeList* list = codes.find(field.role_list);
  const Code* code = list == nullptr ? nullptr : list->find(text);
  if (code != nullptr && !code->role.empty()) return Value{code->role};
  return unreadable("MAP-006", field, {{"list", field.role_list}});
}

}  // namespace

std::variant<Value, Diagnostic> read_value(const Field& field, const RawValue& raw, const CodeLists& codes) {
  if (!raw.present || raw.text.empty()) {
    if (field.optional) return Value{};
    return unreadable("MAP-001", field);
  }
  if (!field.role_list.empty()) return read_role(field, raw.text, codes);
  switch (field.type) {
    case ValueType::date: return read_date(field, raw.text);
    case ValueType::month: return read_month(field, raw.text);
    case ValueType::number: return read_number(field, raw.text);
    case ValueType::text:
    case ValueType::boolean: break;
  }
  return Value{raw.text};
}

std::optional<std::string> write_value(const Field& field, const Value& value, const CodeLists& codes) {
  if (is_empty(value)) return field.optional ? std::optional<std::string>("") : std::nullopt;
  if (const auto* text = std::get_if<std::string>(&value); text != nullptr && field.type == ValueType::text) {
    if (field.role_list.empty()) return *text;
    const CodeList* list = codes.find(field.role_list);
    const Code* code = list == nullptr ? nullptr : list->with_role(*text);
    return code == nullptr ? std::nullopt : std::optional(code->code);
  }
  if (const auto* number = std::get_if<Decimal>(&value); number != nullptr && field.type == ValueType::number) return number->fixed(field.decimals);
  if (const auto* date = std::get_if<Date>(&value); date != nullptr && field.type == ValueType::date && field.pattern) {
    // What reading would not take back is not written: an incomplete date where the format wants a complete one.
    std::string written = field.pattern->write(*date);
    return field.pattern->read(written, field.partial).date == *date ? std::optional(std::move(written)) : std::nullopt;
  }
  if (const auto* month = std::get_if<ReportMonth>(&value); month != nullptr && field.type == ValueType::month && field.pattern)
    return field.pattern->write(month->first_day());
  return std::nullopt;
}

std::string plain_text(const Value& value) {
  struct Visitor {
    std::string operator()(std::monostate) const { return {}; }
    std::string operator()(const std::string& text) const { return text; }
    std::string operator()(const Decimal& number) const { return number.text(); }
    std::string operator()(const Date& date) const { return date.text(); }
    std::string operator()(const ReportMonth& month) const { return month.text(); }
    std::string operator()(bool yes) const { return yes ? "yes" : "no"; }
  };
  return std::visit(Visitor{}, value);
}

}  // namespace srgconv::rules
