// Holds a document to the counts in its own header.
#include "read/xml_counts.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <variant>

#include <fmt/format.h>

namespace srgconv::read {
namespace {

// xs:nonNegativeInteger: blanks around it and a plus sign are lawful.
std::optional<std::uint64_t> whole_number(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  const std::size_t begin = std::min(text.find_first_not_of(blanks), text.size());
  text = text.substr(begin, text.find_last_not_of(blanks) + 1 - begin);
  if (text.starts_with('+')) text.remove_prefix(1);
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

}  // namespace

StatedCounts::StatedCounts(const rules::Format& format, const CodeLists* codes) : format_(format), codes_(codes == nullptr ? &none_ : codes) {
  const auto named = [](const auto& things, const std::string& name) {
    return std::find_if(things.begin(), things.end(), [&](const auto& thing) { return thing.name == name; });
  };
  for (std::size_t i = 0; i < format.header.size(); ++i) {
    const rules::Field& field = format.header[i];
    if (!field.count || field.path.empty()) continue;
    Count count{i, &*field.count};
    if (!count.what->group.empty()) {
      const auto group = named(format.groups, count.what->group);
      count.possible = group != format.groups.end();
      if (count.possible) {
        count.group = &*group;
        count.group_number = static_cast<std::size_t>(group - format.groups.begin());
      }
    }
    if (!count.what->field.empty()) {
      // A field of the group goes before one of the record of the same name.
      const std::vector<rules::Field> no_fields;
      const auto& inner = count.group == nullptr ? no_fields : count.group->fields;
      const auto in_group = named(inner, count.what->field);
      const auto in_record = named(format.fields, count.what->field);
      count.condition_in_group = in_group != inner.end();
      if (count.condition_in_group) {
        count.condition = &*in_group;
        count.condition_number = static_cast<std::size_t>(in_group - inner.begin());
      } else if (in_record != format.fields.end()) {
        count.condition = &*in_record;
        count.condition_number = static_cast<std::size_t>(in_record - format.fields.begin());
      }
      count.possible = count.possible && count.condition != nullptr;
      if (count.possible && !count.condition->role_list.empty() && codes == nullptr) count.possible = false;
    }
    counts_.push_back(count);
  }
}

bool StatedCounts::holds(const Count& count, const RawValue& value, bool& possible) const {
  const auto read = rules::read_value(*count.condition, value, *codes_);
  if (std::holds_alternative<Diagnostic>(read)) {
    possible = false;
    return false;
  }
  return rules::plain_text(std::get<rules::Value>(read)) == count.what->equals;
}

void StatedCounts::add(const SourceRecord& record) {
  for (Count& count : counts_) {
    if (!count.possible) continue;
    const bool record_counts = count.condition == nullptr || count.condition_in_group || holds(count, record.values[count.condition_number], count.possible);
    if (!record_counts) continue;
    if (count.group == nullptr) {
      ++count.counted;
      continue;
    }
    for (const auto& occurrence : record.groups[count.group_number]) {
      if (!count.condition_in_group || holds(count, occurrence[count.condition_number], count.possible)) ++count.counted;
    }
  }
}

bool StatedCounts::compare(const std::vector<RawValue>& header, const std::string& shown_name, Diagnostics& diagnostics) const {
  bool all = true;
  for (const Count& count : counts_) {
    const rules::Field& field = format_.header[count.header_field];
    const RawValue& stated = header[count.header_field];
    if (!stated.present || stated.text.empty()) continue;  // a missing one is told where the header is checked
    const SourceSpan place{shown_name, stated.line, 0, 0, field.path};
    const auto number = whole_number(stated.text);
    if (!number) {
      diagnostics.add(finding("READ-236", place, {{"field", field.name}}));
    } else if (!count.possible) {
      diagnostics.add(finding("READ-237", place, {{"field", field.name}}));
    } else if (*number != count.counted) {
      diagnostics.add(
          finding("READ-235", place, {{"field", field.name}, {"stated", fmt::format("{}", *number)}, {"counted", fmt::format("{}", count.counted)}}));
    } else {
      continue;
    }
    all = false;
  }
  return all;
}

}  // namespace srgconv::read
