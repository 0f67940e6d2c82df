// Turns raw texts into values of the expected type.
#include "delivery/field_values.hpp"

#include <variant>

namespace srgconv::delivery {

Column find_column(const std::vector<rules::Field>& fields, std::string_view name) {
  for (std::size_t index = 0; index < fields.size(); ++index) {
    if (fields[index].name == name) return {&fields[index], index};
  }
  return {};
}

template <class T>
std::optional<T> FieldValues::value(const Column& column) {
  if (column.field == nullptr) return std::nullopt;
  if (column.index >= raw_.size()) {
    fault(column);
    return std::nullopt;
  }
  const auto read = rules::read_value(*column.field, raw_[column.index], codes_);
  const auto* value = std::get_if<rules::Value>(&read);
  if (value == nullptr || (rules::is_empty(*value) && !column.field->optional)) {
    fault(column);
    return std::nullopt;
  }
  if (rules::is_empty(*value)) return std::nullopt;
  if (const T* wanted = std::get_if<T>(value)) return *wanted;
  fault(column);
  return std::nullopt;
}

void FieldValues::fault(const Column& column) { faults_.push_back({column.field->name, line(column)}); }

std::uint32_t FieldValues::line(const Column& column) const { return column.field == nullptr || column.index >= raw_.size() ? 0 : raw_[column.index].line; }

std::optional<std::string> FieldValues::text(const Column& column) { return value<std::string>(column); }
std::optional<Date> FieldValues::date(const Column& column) { return value<Date>(column); }
std::optional<ReportMonth> FieldValues::month(const Column& column) { return value<ReportMonth>(column); }
std::optional<Decimal> FieldValues::number(const Column& column) { return value<Decimal>(column); }

std::optional<std::int64_t> FieldValues::whole_number(const Column& column) {
  const auto decimal = number(column);
  if (!decimal) return std::nullopt;
  if (decimal->is_whole()) return decimal->units() / 10000;
  fault(column);
  return std::nullopt;
}

std::optional<SenderCode> FieldValues::sender(const Column& column) {
  const auto code = text(column);
  if (!code) return std::nullopt;
  const auto parsed = SenderCode::parse(*code);
  if (!parsed) fault(column);
  return parsed;
}

std::optional<std::optional<ReportMonth>> FieldValues::numbering(const Column& column) {
  const auto name = text(column);
  if (!name) return std::nullopt;
  if (*name == "-") return std::optional<ReportMonth>{};
  const auto month = name->size() == 6 ? ReportMonth::parse(*name) : std::nullopt;
  if (month) return month;
  fault(column);
  return std::nullopt;
}

std::optional<std::string> FieldValues::any_text(const Column& column) const {
  if (column.field == nullptr || column.index >= raw_.size()) return std::nullopt;
  const auto read = rules::read_value(*column.field, raw_[column.index], codes_);
  const auto* value = std::get_if<rules::Value>(&read);
  if (value == nullptr || rules::is_empty(*value)) return std::nullopt;
  return rules::plain_text(*value);
}

}  // namespace srgconv::delivery
