#include "rules/resolve_fixed_width.hpp"

#include <algorithm>
#include <charconv>
#include <string>
#include <utility>

#include "domain/utf8.hpp"
#include "rules/letters.hpp"

namespace srgconv::rules {
namespace {

using syntax::Word;

// A line that is longer is no line of a table.
constexpr std::uint32_t last_position = 100000;

}  // namespace

std::optional<Positions> FixedWidthResolver::positions(const Word& at) {
  const std::size_t hyphen = std::min(at.text.find('-'), at.text.size());
  const auto number = [](std::string_view digits) -> std::uint32_t {
    std::uint32_t result = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), result);
    return error == std::errc() && result <= last_position ? result : 0;
  };
  Positions result;
  result.first = number(std::string_view(at.text).substr(0, hyphen));
  result.last = hyphen == at.text.size() ? result.first : number(std::string_view(at.text).substr(hyphen + 1));
  if (result.first == 0 || result.last == 0) {
    environment_.report("RULE-141", at.span, {{"text", at.text}, {"last", std::to_string(last_position)}});
    return std::nullopt;
  }
  if (result.last < result.first) {
    environment_.report("RULE-142", at.span, {{"first", std::to_string(result.first)}, {"last", std::to_string(result.last)}});
    return std::nullopt;
  }
  return result;
}

LineKind& FixedWidthResolver::add_line(LineKind::Role role, const Word& kind) {
  LineKind line;
  line.role = role;
  line.kind = kind.text;
  line.levels = static_cast<std::size_t>(
      std::count_if(format_.line_kinds.begin(), format_.line_kinds.end(), [](const LineKind& each) { return each.role == LineKind::Role::before; }));
  format_.line_kinds.push_back(std::move(line));
  return format_.line_kinds.back();
}

// The field of a column; nothing, and reported, when the column may not be called so.
std::optional<std::size_t> FixedWidthResolver::field_of(const Word& name, const LineKind& line) {
  const auto found = std::find_if(format_.fields.begin(), format_.fields.end(), [&](const Field& field) { return field.name == name.text; });
  const auto index = static_cast<std::size_t>(found - format_.fields.begin());
  if (found == format_.fields.end()) {
    Field field;
    field.name = name.text;
    field.optional = true;  // it may always be blank
    field.span = environment_.place(name.span);
    format_.fields.push_back(std::move(field));
    return index;
  }
  // Lines of records may have a column of one name, each in its own place.
  const bool shared = std::all_of(format_.line_kinds.begin(), format_.line_kinds.end(), [&](const LineKind& each) {
    const bool has = std::any_of(each.columns.begin(), each.columns.end(), [&](const FixedColumn& column) { return column.field == index; });
    return !has || (&each != &line && each.role == LineKind::Role::record && line.role == LineKind::Role::record);
  });
  if (shared) return index;
  environment_.report("RULE-073", name.span, {{"name", name.text}}, {}, {{found->span, "RULE-100"}});
  return std::nullopt;
}

void FixedWidthResolver::add_columns(const std::vector<syntax::FixedColumn>& columns, LineKind& line) {
  std::vector<const syntax::FixedColumn*> placed;
  for (const syntax::FixedColumn& written : columns) {
    const auto field = field_of(written.name, line);
    const auto at = positions(written.at);
    if (!field || !at) continue;
    const auto clash = std::find_if(line.columns.begin(), line.columns.end(),
                                    [&](const FixedColumn& other) { return other.at.first <= at->last && at->first <= other.at.last; });
    if (clash != line.columns.end()) {
      const syntax::FixedColumn& other = *placed[static_cast<std::size_t>(clash - line.columns.begin())];
      environment_.report("RULE-143", written.span, {{"column", written.name.text}, {"other", other.name.text}}, {},
                          {{environment_.place(other.span), "RULE-149"}});
    }
    line.columns.push_back({*field, *at});
    placed.push_back(&written);
  }
  std::sort(line.columns.begin(), line.columns.end(), [](const FixedColumn& a, const FixedColumn& b) { return a.at.first < b.at.first; });
}

void FixedWidthResolver::take(const syntax::FixedColumns& columns) {
  columns_ = columns.span;
  add_columns(columns.columns, add_line(LineKind::Role::record, {}));
}

void FixedWidthResolver::take(const syntax::KindPlace& kind) {
  kind_place_ = kind.span;
  if (const auto at = positions(kind.at)) format_.kind_at = *at;
}

void FixedWidthResolver::take(const syntax::LineColumns& line) {
  kinds_.push_back(line.kind);
  add_columns(line.columns, add_line(line.role.text == "before" ? LineKind::Role::before : LineKind::Role::record, line.kind));
}

void FixedWidthResolver::take(const syntax::OtherLine& line) {
  kinds_.push_back(line.kind);
  LineKind& kind = add_line(line.role.text == "count" ? LineKind::Role::count : LineKind::Role::ignored, line.kind);
  if (kind.role == LineKind::Role::ignored) return;
  if (const auto at = positions(line.at)) kind.count = *at;
}

// What a line says of its kind is compared without blanks at both ends.
void FixedWidthResolver::check_kind(const Word& kind) {
  const std::size_t width = format_.kind_at.last + 1 - format_.kind_at.first;
  if (kind.text.empty() || kind.text.starts_with(' ') || kind.text.ends_with(' ') || count_characters(kind.text) > width) {
    environment_.report("RULE-146", kind.span, {{"kind", kind.text}, {"width", std::to_string(width)}});
  }
}

// Its columns belong to the lines of records that are declared below it.
void FixedWidthResolver::check_before_lines() {
  const auto is_record = [](const LineKind& line) { return line.role == LineKind::Role::record; };
  for (std::size_t i = 0; i < kinds_.size(); ++i) {
    const auto from = format_.line_kinds.begin() + static_cast<std::ptrdiff_t>(i);
    if (from->role == LineKind::Role::before && std::none_of(from, format_.line_kinds.end(), is_record)) {
      environment_.report("RULE-148", kinds_[i].span, {{"kind", kinds_[i].text}});
    }
  }
}

void FixedWidthResolver::check_complete(const Word& format_name) {
  const auto lacks = [&](const char* statement) { environment_.report("RULE-070", format_name.span, {{"name", format_name.text}, {"statement", statement}}); };
  if (columns_) {
    if (kind_place_ || !kinds_.empty()) environment_.report("RULE-144", *columns_);
    return;
  }
  if (!kind_place_) return lacks(kinds_.empty() ? "columns" : "kind");
  if (kinds_.empty()) return lacks("line");
  for (std::size_t i = 0; i < kinds_.size(); ++i) {
    check_kind(kinds_[i]);
    const auto earlier =
        std::find_if(kinds_.begin(), kinds_.begin() + static_cast<std::ptrdiff_t>(i), [&](const Word& other) { return other.text == kinds_[i].text; });
    if (earlier != kinds_.begin() + static_cast<std::ptrdiff_t>(i)) {
      environment_.report("RULE-147", kinds_[i].span, {{"kind", kinds_[i].text}}, {}, {{environment_.place(earlier->span), "RULE-100"}});
    }
  }
  const bool records =
      std::any_of(format_.line_kinds.begin(), format_.line_kinds.end(), [](const LineKind& line) { return line.role == LineKind::Role::record; });
  if (records)
    check_before_lines();
  else
    environment_.report("RULE-145", format_name.span, {{"name", format_name.text}});
}

}  // namespace srgconv::rules
