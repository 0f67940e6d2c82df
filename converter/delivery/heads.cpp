// What deliveries say in their headers, and which of several holds.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <utility>

#include "delivery/delivery.hpp"
#include "delivery/field_values.hpp"
#include "xml/xml.hpp"

namespace srgconv::delivery {
namespace {

SourceSpan place(const std::string& file, std::uint32_t line = 0) { return {file, line, 0, 0, ""}; }

std::string missing_fields(const rules::Format& format) {
  std::string missing;
  const auto require = [&](const std::vector<rules::Field>& fields, std::initializer_list<const char*> names) {
    for (const char* name : names) {
      if (find_column(fields, name).field == nullptr) missing += (missing.empty() ? "" : ", ") + std::string(name);
    }
  };
  require(format.header, {"sender", "month"});
  require(format.fields, {"bsn", "id", "type", "start", "end"});
  return missing;
}

// Does a declared order name both, and the second after the first?
bool declared_later(const std::string& earlier, const std::string& later, const std::vector<std::vector<std::string>>& orders) {
  return std::any_of(orders.begin(), orders.end(), [&](const std::vector<std::string>& order) {
    const auto first = std::find(order.begin(), order.end(), earlier);
    return first != order.end() && std::find(first, order.end(), later) != order.end();
  });
}

bool holds_over(const Head& a, const Head& b, const std::vector<std::vector<std::string>>& orders) {
  if (a.sequence && b.sequence && *a.sequence != *b.sequence) return *a.sequence > *b.sequence;
  return declared_later(b.file.name, a.file.name, orders);
}

}  // namespace

bool can_be_read(const read::InputFile& file, const rules::Format& format, Diagnostics& diagnostics) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(file.path, error) || !std::ifstream(file.path)) {
    diagnostics.add({"VER-130", {file.name, 0, 0, 0, ""}, {}, {}, {}});
    return false;
  }
  if (format.kind != rules::FormatKind::xml || format.schema.empty()) return true;
  const std::filesystem::path folder = format.folder.empty() ? "." : format.folder;
  return xml::Grammar::cached(folder / format.schema, format.schema, diagnostics, folder) != nullptr;
}

std::optional<std::vector<Head>> read_heads(const std::vector<read::InputFile>& files, const rules::Format& format, const CodeLists& codes,
                                            std::vector<Diagnostic>& why, Diagnostics& diagnostics) {
  if (const std::string missing = missing_fields(format); !missing.empty()) {
    why.push_back({"VER-131", {}, {{"format", format.name}, {"fields", missing}}, {}, {}});
    return std::nullopt;
  }
  std::vector<Head> heads;
  for (const read::InputFile& file : files) {
    const auto header = can_be_read(file, format, diagnostics) ? read::read_header(file, format, diagnostics) : std::nullopt;
    if (!header) {
      why.push_back({"VER-133", place(file.name), {}, {}, {}});
      continue;
    }
    FieldValues values(header->values, codes);
    const auto sender = values.sender(find_column(format.header, "sender"));
    const auto month = values.month(find_column(format.header, "month"));
    const auto sequence = values.whole_number(find_column(format.header, "sequence"));
    if (sender && month && values.faults().empty())
      heads.push_back({file, *sender, *month, sequence});
    else
      why.push_back({"VER-133", place(file.name), {}, {}, {}});
  }
  return why.empty() ? std::optional(std::move(heads)) : std::nullopt;
}

const Head* in_force(const std::vector<const Head*>& rivals, const std::vector<std::vector<std::string>>& orders, std::vector<Diagnostic>& why) {
  for (const Head* candidate : rivals) {
    if (std::all_of(rivals.begin(), rivals.end(), [&](const Head* other) { return other == candidate || holds_over(*candidate, *other, orders); }))
      return candidate;
  }
  for (std::size_t i = 0; i + 1 < rivals.size(); ++i) {
    for (std::size_t j = i + 1; j < rivals.size(); ++j) {
      const Head &a = *rivals[i], &b = *rivals[j];
      if (holds_over(a, b, orders) || holds_over(b, a, orders)) continue;
      why.push_back({"VER-136", place(a.file.name), {{"other", b.file.name}, {"sender", a.sender.text()}, {"month", a.month.text()}}, {}, {}});
      return nullptr;
    }
  }
  // Only a declared order that contradicts itself comes here.
  if (!rivals.empty()) {
    const Head& a = *rivals.front();
    why.push_back({"VER-136", place(a.file.name), {{"other", rivals.back()->file.name}, {"sender", a.sender.text()}, {"month", a.month.text()}}, {}, {}});
  }
  return nullptr;
}

}  // namespace srgconv::delivery
