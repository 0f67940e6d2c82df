// Formats and a sink for the tests of this room.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "read/read.hpp"
#include "support/test_folder.hpp"

namespace srgconv::read {

/// Writes records down: `2: a|b|-` (line, values, `-` for absent), groups in braces, faulty ones with their code.
class Notes : public RecordSink {
 public:
  void record(const SourceRecord& record) override { lines.push_back(text_of(record)); }
  void faulty(const SourceRecord& record, Diagnostic why) override {
    lines.push_back(text_of(record) + " " + why.code);
    faults.push_back(std::move(why));
  }

  static std::string text_of(const SourceRecord& record) {
    std::string text = record.path.empty() ? fmt::format("{}:", record.line) : fmt::format("{} {}:", record.line, record.path);
    text += values_of(record.values);
    for (const auto& group : record.groups) {
      text += " {";
      for (const auto& occurrence : group) text += values_of(occurrence) + ";";
      text += "}";
    }
    return text;
  }
  static std::string values_of(const std::vector<RawValue>& values) {
    std::string text;
    for (const RawValue& value : values) text += (text.empty() ? " " : "|") + (value.present ? value.text : std::string("-"));
    return text;
  }

  std::vector<std::string> lines;
  std::vector<Diagnostic> faults;
};

inline rules::Field xml_field(std::string name, std::string path, bool optional = true) {
  rules::Field field;
  field.name = std::move(name);
  field.path = std::move(path);
  field.optional = optional;
  return field;
}

inline rules::Field count_field(std::string name, std::string path, rules::RecordCount count) {
  rules::Field field = xml_field(std::move(name), std::move(path), false);
  field.type = rules::ValueType::number;
  field.count = std::move(count);
  return field;
}

inline rules::Format csv_format(const std::vector<std::string>& columns) {
  rules::Format format;
  format.name = "export";
  for (const std::string& name : columns) {
    rules::Field field;
    field.name = name;
    field.optional = true;
    format.fields.push_back(std::move(field));
  }
  return format;
}

inline std::string codes_of(const Diagnostics& diagnostics) {
  std::string result;
  for (const Diagnostic& one : diagnostics.all()) result += (result.empty() ? "" : " ") + one.code;
  return result;
}

}  // namespace srgconv::read
