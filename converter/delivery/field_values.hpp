// Reads the values of a record by the names of its fields, and remembers which could not be read.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/source_record.hpp"
#include "rules/rules.hpp"

namespace srgconv::delivery {

/// A field of a format and its place among the values of a record.
struct Column {
  const rules::Field* field = nullptr;  ///< null: the format has no such field
  std::size_t index = 0;
};

/// The column of a field; one with a null field when the format has none of that name.
Column find_column(const std::vector<rules::Field>& fields, std::string_view name);

/// The values of one record, group or header. A value that cannot be read, or is missing where the format requires one, is nothing and a fault.
class FieldValues {
 public:
  FieldValues(const std::vector<RawValue>& raw, const CodeLists& codes) : raw_(raw), codes_(codes) {}

  std::optional<std::string> text(const Column& column);
  std::optional<Date> date(const Column& column);
  std::optional<ReportMonth> month(const Column& column);
  std::optional<Decimal> number(const Column& column);
  std::optional<std::int64_t> whole_number(const Column& column);
  std::optional<SenderCode> sender(const Column& column);
  /// `202201`, or `-` for the first numbering known.
  std::optional<std::optional<ReportMonth>> numbering(const Column& column);
  /// The value of a field as text, whatever its type; nothing, without a fault, when it is empty or cannot be read.
  std::optional<std::string> any_text(const Column& column) const;
  std::uint32_t line(const Column& column) const;

  struct Fault {
    std::string field;
    std::uint32_t line = 0;
  };
  const std::vector<Fault>& faults() const { return faults_; }

 private:
  /// The value when it has type T; empty and unreadable ones are judged here.
  template <class T>
  std::optional<T> value(const Column& column);
  void fault(const Column& column);

  const std::vector<RawValue>& raw_;
  const CodeLists& codes_;
  std::vector<Fault> faults_;
};

}  // namespace srgconv::delivery
