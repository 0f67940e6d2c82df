#include "rules/functions.hpp"

#include <algorithm>

#include "domain/utf8.hpp"
#include "rules/evaluate_dates.hpp"
#include "rules/letters.hpp"
#include "rules/regular_expression.hpp"

namespace srgconv::rules {
namespace {

const std::string& text_of(const Value& value) { return std::get<std::string>(value); }
Value text_or_empty(std::string text) { return text.empty() ? Value{} : Value{std::move(text)}; }

// The whole number from `least` to 1000, or nothing.
std::optional<std::size_t> size_of(const Value& value, std::int64_t least) {
  const Decimal number = std::get<Decimal>(value);
  const std::int64_t whole = number.units() / 10000;
  if (!number.is_whole() || whole < least || whole > 1000) return std::nullopt;
  return static_cast<std::size_t>(whole);
}

Evaluated pad(const Expression& node, std::span<const Value> values, bool left) {
  const auto width = size_of(values[1], 0);
  if (!width) return fault("MAP-011", node);
  const std::string& text = text_of(values[0]);
  std::string padding;
  for (std::size_t length = count_characters(text); length < *width; ++length) padding += text_of(values[2]);
  return Value{left ? padding + text : text + padding};
}
Evaluated pad_left(const Expression& node, std::span<const Value> values) { return pad(node, values, true); }
Evaluated pad_right(const Expression& node, std::span<const Value> values) { return pad(node, values, false); }

Evaluated digits(const Expression&, std::span<const Value> values) {
  std::string result = text_of(values[0]);
  std::erase_if(result, [](char c) { return c < '0' || c > '9'; });
  return text_or_empty(std::move(result));
}

Evaluated trim(const Expression&, std::span<const Value> values) { return text_or_empty(std::string(trimmed(text_of(values[0])))); }
Evaluated to_upper(const Expression&, std::span<const Value> values) { return Value{upper(text_of(values[0]))}; }
Evaluated to_lower(const Expression&, std::span<const Value> values) { return Value{lower(text_of(values[0]))}; }

Evaluated substring(const Expression& node, std::span<const Value> values) {
  const auto from = size_of(values[1], 1);
  const auto length = size_of(values[2], 0);
  if (!from || !length) return fault("MAP-011", node);
  return text_or_empty(std::string(characters(text_of(values[0]), *from - 1, *length)));
}

Evaluated replace(const Expression&, std::span<const Value> values) {
  const std::string& text = text_of(values[0]);
  const std::string& what = text_of(values[1]);
  const std::string by = is_empty(values[2]) ? std::string() : text_of(values[2]);
  std::string result;
  std::size_t at = 0;
  for (std::size_t found = text.find(what); found != std::string::npos; found = text.find(what, at)) {
    result.append(text, at, found - at);
    result += by;
    at = found + what.size();
  }
  result.append(text, at);
  return text_or_empty(std::move(result));
}

Evaluated read_by_pattern(const Expression& node, const std::string& text, bool partial) {
  const auto reading = node.pattern->read(text, partial);
  if (reading.date) return Value{*reading.date};
  const std::string_view code = reading.fault == DateFault::malformed ? "MAP-002" : reading.fault == DateFault::impossible ? "MAP-003" : "MAP-004";
  return fault(code, node, {{"pattern", node.pattern->text()}});
}
Evaluated date(const Expression& node, std::span<const Value> values) { return read_by_pattern(node, text_of(values[0]), false); }
Evaluated partial_date(const Expression& node, std::span<const Value> values) { return read_by_pattern(node, text_of(values[0]), true); }
Evaluated read_month(const Expression& node, std::span<const Value> values) {
  const auto reading = node.pattern->read(text_of(values[0]), false);
  const auto read = reading.date ? ReportMonth::from_parts(reading.date->year(), reading.date->month()) : std::nullopt;
  if (!read) return fault("MAP-007", node, {{"pattern", node.pattern->text()}});
  return Value{*read};
}

Evaluated decimal(const Expression& node, std::span<const Value> values) {
  const std::string& point = text_of(values[1]);
  const auto number = Decimal::parse(text_of(values[0]), point[0]);
  if (!number) return fault("MAP-005", node, {{"point", point}});
  return Value{*number};
}

// SuwiML writes a percentage as digits with two implied decimals, and its sign apart.
Evaluated signed_percentage(const Expression& node, std::span<const Value> values) {
  const std::string sign = is_empty(values[0]) ? "+" : text_of(values[0]);
  const std::string& text = text_of(values[1]);
  const bool digits_only = text.size() <= 12 && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (!digits_only || (sign != "+" && sign != "-")) return fault("MAP-008", node);
  const auto hundredths = Decimal::parse(text);
  return Value{Decimal::from_units(hundredths->units() / 100 * (sign == "-" ? -1 : 1))};
}

Evaluated first_day(const Expression&, std::span<const Value> values) { return Value{std::get<ReportMonth>(values[0]).first_day()}; }
Evaluated last_day(const Expression&, std::span<const Value> values) { return Value{std::get<ReportMonth>(values[0]).last_day()}; }

Evaluated number_of(const Expression& node, std::optional<std::int64_t> number) {
  return number ? Evaluated(Value{Decimal::whole(*number)}) : fault("MAP-081", node);
}
Evaluated count_days(const Expression& node, std::span<const Value> values) {
  return number_of(node, days_between(std::get<Date>(values[0]), std::get<Date>(values[1])));
}
Evaluated count_months(const Expression& node, std::span<const Value> values) {
  return number_of(node, months_between(std::get<Date>(values[0]), std::get<Date>(values[1])));
}
// The earlier or the later of two dates; where both say the same either serves.
Evaluated extreme(const Expression& node, std::span<const Value> values, bool earliest) {
  const Date a = std::get<Date>(values[0]), b = std::get<Date>(values[1]);
  if (a == b || on_or_before(a, b) == Answer::yes) return Value{earliest ? a : b};
  return on_or_before(b, a) == Answer::yes ? Evaluated(Value{earliest ? b : a}) : fault("MAP-012", node);
}
Evaluated earliest(const Expression& node, std::span<const Value> values) { return extreme(node, values, true); }
Evaluated latest(const Expression& node, std::span<const Value> values) { return extreme(node, values, false); }
Evaluated month_of(const Expression& node, std::span<const Value> values) {
  const Date date = std::get<Date>(values[0]);
  const auto month = ReportMonth::from_parts(date.year(), date.month());
  return month ? Evaluated(Value{*month}) : fault("MAP-081", node);
}
Evaluated year(const Expression& node, std::span<const Value> values) {
  if (const auto* month = std::get_if<ReportMonth>(&values[0])) return Value{Decimal::whole(month->year())};
  const Date date = std::get<Date>(values[0]);
  return number_of(node, date.unknown() ? std::nullopt : std::optional<std::int64_t>(date.year()));
}

Evaluated extract(const Expression& node, std::span<const Value> values) {
  auto group = node.regex->first_group(text_of(values[0]));
  return group ? text_or_empty(*std::move(group)) : Value{};
}

Evaluated as_text(const Expression&, std::span<const Value> values) {
  if (const auto* number = std::get_if<Decimal>(&values[0])) return Value{number->text()};
  if (const auto* day = std::get_if<Date>(&values[0])) return Value{day->text()};
  return Value{std::get<ReportMonth>(values[0]).text()};
}

const std::vector<Function>& table() {
  using enum Parameter;
  static const std::vector<Function> functions = {
      {"pad_left", {Parameter::text, whole_number, sign}, ValueType::text, false, pad_left},
      {"pad_right", {Parameter::text, whole_number, sign}, ValueType::text, false, pad_right},
      {"digits", {Parameter::text}, ValueType::text, false, digits},
      {"trim", {Parameter::text}, ValueType::text, false, trim},
      {"upper", {Parameter::text}, ValueType::text, false, to_upper},
      {"lower", {Parameter::text}, ValueType::text, false, to_lower},
      {"substring", {Parameter::text, whole_number, whole_number}, ValueType::text, false, substring},
      {"replace", {Parameter::text, Parameter::text, text_or_nothing}, ValueType::text, false, replace},
      {"date", {Parameter::text, date_pattern}, ValueType::date, false, date},
      {"partial_date", {Parameter::text, partial_pattern}, ValueType::date, false, partial_date},
      {"month", {Parameter::text, month_pattern}, ValueType::month, false, read_month},
      {"decimal", {Parameter::text, point}, ValueType::number, false, decimal},
      {"signed_percentage", {text_or_nothing, Parameter::text}, ValueType::number, false, signed_percentage},
      {"coalesce", {any, any}, ValueType::text, true, nullptr},
      {"first_day", {Parameter::month}, ValueType::date, false, first_day},
      {"last_day", {Parameter::month}, ValueType::date, false, last_day},
      {"days_between", {Parameter::day, Parameter::day}, ValueType::number, false, count_days},
      {"months_between", {Parameter::day, Parameter::day}, ValueType::number, false, count_months},
      {"earliest", {Parameter::day, Parameter::day}, ValueType::date, false, earliest},
      {"latest", {Parameter::day, Parameter::day}, ValueType::date, false, latest},
      {"month_of", {Parameter::day}, ValueType::month, false, month_of},
      {"year", {date_or_month}, ValueType::number, false, year},
      {"extract", {Parameter::text, capture}, ValueType::text, false, extract},
      {"text", {printable}, ValueType::text, false, as_text},
  };
  return functions;
}

}  // namespace

const Function* find_function(std::string_view name) {
  const auto found = std::find_if(table().begin(), table().end(), [&](const Function& function) { return function.name == name; });
  return found == table().end() ? nullptr : &*found;
}

std::vector<std::string> function_names() {
  std::vector<std::string> names;
  for (const Function& function : table()) names.emplace_back(function.name);
  return names;
}

}  // namespace srgconv::rules
