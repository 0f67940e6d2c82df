#include "read/fixed_width_lines.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include <fmt/format.h>

namespace srgconv::read {
namespace {

using Role = rules::LineKind::Role;

constexpr std::string_view end_of_file_mark = "\x1A";  // old programs end a file with it

bool holds_nothing(std::string_view line) {
  const std::size_t first = line.find_first_not_of(' ');
  return first == std::string_view::npos || (line.substr(first, 1) == end_of_file_mark && line.find_first_not_of(' ', first + 1) == std::string_view::npos);
}

std::uint32_t last_needed(const rules::Format& format) {
  std::uint32_t last = format.kind_at.last;
  for (const rules::LineKind& kind : format.line_kinds) {
    last = std::max(last, kind.count.last);
    for (const rules::FixedColumn& column : kind.columns) last = std::max(last, column.at.last);
  }
  return last;
}

}  // namespace

std::uint32_t line_that_ends_in_a_blank(std::string_view text, std::uint32_t first_line, const rules::Format& format) {
  LineCutter cutter(text, first_line);
  for (std::string_view line; cutter.next(line);) {
    if (cutter.line() > format.preamble_lines && line.ends_with(' ') && !holds_nothing(line)) return cutter.line();
  }
  return 0;
}

FixedWidthLines::FixedWidthLines(const InputFile& file, const rules::Format& format, std::uint32_t padded_line)
    : file_(file), format_(format), padded_line_(padded_line), text_(last_needed(format)) {
  record_.values.resize(format.fields.size());
  for (const rules::LineKind& declared : format.line_kinds) {
    kinds_.push_back(kind_of(declared));
    if (declared.role == Role::before) levels_.push_back({&declared, Level::State::missing, 0, std::vector<RawValue>(declared.columns.size())});
    if (declared.role == Role::count) counting_ = &declared;
  }
}

FixedWidthLines::Kind FixedWidthLines::kind_of(const rules::LineKind& declared) const {
  Kind kind;
  kind.declared = &declared;
  std::vector<rules::Positions> taken;
  for (const rules::FixedColumn& column : declared.columns) taken.push_back(column.at);
  if (!taken.empty()) kind.last_column = taken.back().last;
  if (format_.kind_at.first > 0) taken.push_back(format_.kind_at);  // a column may stand there too
  std::sort(taken.begin(), taken.end(), [](const rules::Positions& a, const rules::Positions& b) { return a.first < b.first; });
  for (const rules::Positions& positions : taken) {
    if (positions.first > kind.last + 1) kind.gaps.push_back({kind.last + 1, positions.first - 1});
    kind.last = std::max(kind.last, positions.last);
  }
  return kind;
}

void FixedWidthLines::read(std::string_view text, std::uint32_t first_line, RecordSink& sink) {
  LineCutter cutter(text, first_line);
  for (std::string_view line; cutter.next(line);) {
    if (cutter.line() <= format_.preamble_lines || holds_nothing(line)) continue;
    text_.set(line);
    take_line(cutter.line(), sink);
  }
}

const FixedWidthLines::Kind* FixedWidthLines::find_kind() const {
  if (format_.kind_at.first == 0) return &kinds_.front();
  const std::string_view said = text_.at(format_.kind_at);
  const auto found = std::find_if(kinds_.begin(), kinds_.end(), [&](const Kind& kind) { return kind.declared->kind == said; });
  return found == kinds_.end() ? nullptr : &*found;
}

void FixedWidthLines::take_line(std::uint32_t line, RecordSink& sink) {
  const Kind* kind = find_kind();
  if (kind == nullptr) return refuse_kind(line, sink);
  switch (kind->declared->role) {
    case Role::record: return take_record(*kind, line, sink);
    case Role::before: return take_before(*kind, line, sink);
    case Role::count: return take_count(*kind->declared, line);
    case Role::ignored: break;
  }
}

void FixedWidthLines::clear_record(std::uint32_t line) {
  record_.line = line;
  for (RawValue& value : record_.values) {
    value.text.clear();
    value.present = true;
    value.line = line;
  }
}

// The line may have been of any kind, so nothing that was said before it is certain to hold after it.
void FixedWidthLines::refuse_kind(std::uint32_t line, RecordSink& sink) {
  clear_record(line);
  for (Level& level : levels_) {
    level.state = Level::State::doubted;
    level.line = line;
  }
  const std::string_view said = text_.at(format_.kind_at);
  const bool short_word =
      !said.empty() && said.size() <= 4 && std::all_of(said.begin(), said.end(), [](char c) { return c > ' ' && c != '\'' && c != '\x7F'; });
  std::vector<std::string> names;
  for (const Kind& kind : kinds_) names.push_back("'" + kind.declared->kind + "'");
  ++records_;
  sink.faulty(record_, finding("READ-403", {file_.name, line, format_.kind_at.first},
                               {{"first", fmt::to_string(format_.kind_at.first)},
                                {"last", fmt::to_string(format_.kind_at.last)},
                                {"kinds", fmt::format("{}", fmt::join(names, ", "))}},
                               short_word ? std::optional(std::string(said)) : std::nullopt));
}

std::string FixedWidthLines::column_at(const rules::LineKind& kind, std::uint32_t position) const {
  const auto found = std::find_if(kind.columns.begin(), kind.columns.end(), [&](const rules::FixedColumn& column) { return column.at.last >= position; });
  return found == kind.columns.end() ? std::string() : format_.fields[found->field].name;
}

std::optional<Diagnostic> FixedWidthLines::fault_of(const Kind& kind, std::uint32_t line) const {
  const std::uint32_t length = text_.length();
  if (padded_line_ > 0 && length < kind.last_column) {
    return finding("READ-401", {file_.name, line, length + 1, 0, column_at(*kind.declared, length + 1)},
                   {{"found", fmt::to_string(length)}, {"expected", fmt::to_string(kind.last_column)}, {"padded", fmt::to_string(padded_line_)}});
  }
  std::uint32_t strange = text_.text_behind(kind.last);
  for (auto gap = kind.gaps.rbegin(); gap != kind.gaps.rend(); ++gap) {
    if (const std::uint32_t position = text_.text_in(*gap)) strange = position;
  }
  if (strange == 0) return std::nullopt;
  return finding("READ-402", {file_.name, line, strange}, {{"position", fmt::to_string(strange)}});
}

void FixedWidthLines::take_before(const Kind& kind, std::uint32_t line, RecordSink& sink) {
  const std::size_t depth = kind.declared->levels;
  Level& level = levels_[depth];
  for (std::size_t deeper = depth + 1; deeper < levels_.size(); ++deeper) {
    levels_[deeper].state = Level::State::missing;
    levels_[deeper].line = 0;
  }
  level.line = line;
  auto fault = fault_of(kind, line);
  level.state = fault ? Level::State::refused : Level::State::held;
  for (std::size_t i = 0; i < level.values.size(); ++i) {
    level.values[i].text.assign(text_.at(kind.declared->columns[i].at));
    level.values[i].present = true;
    level.values[i].line = line;
  }
  if (!fault) return;
  clear_record(line);
  for (std::size_t i = 0; i < level.values.size(); ++i) record_.values[kind.declared->columns[i].field] = level.values[i];
  ++records_;
  sink.faulty(record_, std::move(*fault));
}

// Why a record cannot be taken with what the lines before it say.
std::optional<Diagnostic> FixedWidthLines::fault_above(const rules::LineKind& kind, std::uint32_t line) const {
  for (std::size_t depth = 0; depth < kind.levels; ++depth) {
    const Level& level = levels_[depth];
    const SourceSpan place{file_.name, line, 1};
    switch (level.state) {
      case Level::State::held: break;
      case Level::State::missing: return finding("READ-404", place, {{"kind", level.declared->kind}});
      case Level::State::refused: return finding("READ-405", place, {{"kind", level.declared->kind}, {"line", fmt::to_string(level.line)}});
      case Level::State::doubted: return finding("READ-406", place, {{"kind", level.declared->kind}, {"line", fmt::to_string(level.line)}});
    }
  }
  return std::nullopt;
}

void FixedWidthLines::take_record(const Kind& kind, std::uint32_t line, RecordSink& sink) {
  clear_record(line);
  ++records_;
  ++records_to_count_;
  for (const rules::FixedColumn& column : kind.declared->columns) record_.values[column.field].text.assign(text_.at(column.at));
  for (std::size_t depth = 0; depth < kind.declared->levels; ++depth) {
    const Level& level = levels_[depth];
    if (level.state != Level::State::held) continue;
    for (std::size_t i = 0; i < level.values.size(); ++i) record_.values[level.declared->columns[i].field] = level.values[i];
  }
  auto fault = fault_of(kind, line);
  if (!fault) fault = fault_above(*kind.declared, line);
  if (fault)
    sink.faulty(record_, std::move(*fault));
  else
    sink.record(record_);
}

void FixedWidthLines::take_count(const rules::LineKind& kind, std::uint32_t line) {
  const std::string_view said = text_.at(kind.count);
  std::uint64_t stated = 0;
  const auto [end, error] = std::from_chars(said.data(), said.data() + said.size(), stated);
  const SourceSpan place{file_.name, line, kind.count.first};
  if (said.empty() || error != std::errc() || end != said.data() + said.size()) {
    diagnostics_.add(finding("READ-412", place, {{"kind", kind.kind}}));
    counts_right_ = false;
  } else if (stated != records_to_count_) {
    diagnostics_.add(finding("READ-410", place, {{"kind", kind.kind}, {"stated", fmt::to_string(stated)}, {"found", fmt::to_string(records_to_count_)}}));
    counts_right_ = false;
  }
  counted_ = true;
  records_to_count_ = 0;
}

bool FixedWidthLines::finish() {
  if (counting_ != nullptr && (!counted_ || records_to_count_ > 0)) {
    diagnostics_.add(finding("READ-411", {file_.name}, {{"kind", counting_->kind}, {"found", fmt::to_string(records_to_count_)}}));
    counts_right_ = false;
  }
  return counts_right_;
}

}  // namespace srgconv::read
