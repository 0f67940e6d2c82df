// The one place that lays out a message: place, severity, code, sentence, line with caret, tip.
#include <algorithm>
#include <string_view>
#include <tuple>
#include <vector>

#include <fmt/format.h>

#include "diagnostics/diagnostics.hpp"
#include "domain/identifiers.hpp"
#include "domain/utf8.hpp"

namespace srgconv {
namespace {

std::string_view severity_word(Severity severity, Language language) {
  const bool nl = language == Language::nl;
  switch (severity) {
    case Severity::note: return nl ? "opmerking" : "note";
    case Severity::warning: return nl ? "waarschuwing" : "warning";
    case Severity::error: break;
  }
  return nl ? "fout" : "error";
}

std::string place(const SourceSpan& span) {
  if (span.file.empty()) return "srgconv";
  std::string text = span.file;
  if (span.line > 0) text += fmt::format(":{}", span.line);
  if (span.column > 0) text += fmt::format(":{}", span.column);
  if (!span.field.empty()) text += fmt::format(" ({})", span.field);
  return text;
}

constexpr std::size_t widest = 200;       // characters of a line that are shown
constexpr std::size_t before_caret = 60;  // of a longer line, in front of the place
constexpr std::string_view cut = "...";

// Where the characters of a text begin, and its end.
std::vector<std::size_t> character_starts(std::string_view text) {
  std::vector<std::size_t> starts;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (starts_character(text[i])) starts.push_back(i);
  }
  starts.push_back(text.size());
  return starts;
}

// The quoted line with its caret; tabs become blanks so that the caret stays under its text. Of a long line the part around the place is shown.
std::string quoted_line(const SourceSpan& span, const SourceText& text) {
  std::string line(text.line(span.line));
  std::replace(line.begin(), line.end(), '\t', ' ');
  std::string shown = mask_personal(line);
  const auto starts = character_starts(shown);
  const std::size_t characters = starts.size() - 1;
  std::size_t column = std::min<std::size_t>(span.column - 1, characters);  // from 0
  std::size_t length = std::max<std::size_t>(span.length, 1);
  if (characters > widest) {
    const std::size_t from = column > before_caret ? column - before_caret : 0;
    const std::size_t to = std::min(from + widest, characters);
    shown = fmt::format("{}{}{}", from > 0 ? cut : "", std::string_view(shown).substr(starts[from], starts[to] - starts[from]), to < characters ? cut : "");
    column = column - from + (from > 0 ? cut.size() : 0);
    length = std::min(length, std::max<std::size_t>(to - from - (column - (from > 0 ? cut.size() : 0)), 1));
  }
  const std::string number = fmt::format("{:>4}", span.line);
  return fmt::format("{} | {}\n{} | {}{}\n", number, shown, std::string(number.size(), ' '), std::string(column, ' '), std::string(length, '^'));
}

}  // namespace

std::string render(const Diagnostic& diagnostic, const Diagnostics& texts, Language language) {
  const Message& row = message(diagnostic.code);
  std::string result = fmt::format("{}: {} [{}] {}\n", mask_personal(place(diagnostic.primary)), severity_word(row.severity, language), diagnostic.code,
                                   sentence(diagnostic, language));
  const SourceText* text = texts.text_of(diagnostic.primary.file);
  if (text != nullptr && diagnostic.primary.line > 0 && diagnostic.primary.column > 0) result += quoted_line(diagnostic.primary, *text);
  for (const RelatedSpan& related : diagnostic.related) {
    Diagnostic label{related.label_code, related.span, diagnostic.arguments, diagnostic.suggestion, {}};
    result += fmt::format("     {} {}\n", mask_personal(place(related.span)) + ":", sentence(label, language));
  }
  result += fmt::format("     = tip: {}\n", tip(diagnostic, language));
  return result;
}

std::vector<const Diagnostic*> by_place(const std::vector<Diagnostic>& diagnostics) {
  std::vector<const Diagnostic*> ordered;
  ordered.reserve(diagnostics.size());
  for (const Diagnostic& diagnostic : diagnostics) ordered.push_back(&diagnostic);
  std::stable_sort(ordered.begin(), ordered.end(), [](const Diagnostic* a, const Diagnostic* b) {
    return std::tie(a->primary.file, a->primary.line, a->primary.column, a->code) < std::tie(b->primary.file, b->primary.line, b->primary.column, b->code);
  });
  return ordered;
}

std::string render_all(const Diagnostics& diagnostics, Language language) {
  std::string result;
  for (const Diagnostic* diagnostic : by_place(diagnostics.all())) result += render(*diagnostic, diagnostics, language);
  return result;
}

}  // namespace srgconv
