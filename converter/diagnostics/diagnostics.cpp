// The collector, the texts it keeps, and the search for a similar name.
#include "diagnostics/diagnostics.hpp"

#include <algorithm>
#include <cctype>
#include <iterator>

#include "domain/utf8.hpp"

namespace srgconv {
namespace {

std::string lower(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return result;
}

// Edit distance with neighbours swapped as one edit (optimal string alignment).
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> cost(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        cost[i][j] = i + j;
        continue;
      }
      cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, cost[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
    }
  }
  return cost[a.size()][b.size()];
}

}  // namespace

SourceText::SourceText(std::string name, std::string content) : name_(std::move(name)), content_(std::move(content)), line_starts_{0} {
  for (std::size_t i = 0; i < content_.size(); ++i) {
    if (content_[i] == '\n') line_starts_.push_back(i + 1);
  }
}

SourceSpan SourceText::span(std::size_t offset, std::size_t length) const {
  offset = std::min(offset, content_.size());
  length = std::min(length, content_.size() - offset);
  const auto next = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  const std::size_t index = static_cast<std::size_t>(std::distance(line_starts_.begin(), next)) - 1;
  const std::string_view content = content_;
  const std::size_t start = line_starts_[index];
  const std::size_t line_end = start + line(index + 1).size();
  const std::size_t shown = offset + length > line_end ? (line_end > offset ? line_end - offset : 0) : length;
  SourceSpan span;
  span.file = name_;
  span.line = static_cast<std::uint32_t>(index + 1);
  span.column = static_cast<std::uint32_t>(count_characters(content.substr(start, offset - start)) + 1);
  span.length = static_cast<std::uint32_t>(count_characters(content.substr(offset, shown)));
  return span;
}

std::string_view SourceText::line(std::size_t number) const {
  if (number == 0 || number > line_starts_.size()) return {};
  const std::size_t start = line_starts_[number - 1];
  std::size_t end = content_.find('\n', start);
  if (end == std::string::npos) end = content_.size();
  if (end > start && content_[end - 1] == '\r') --end;
  return std::string_view(content_).substr(start, end - start);
}

Diagnostic finding(std::string_view code, SourceSpan primary, std::map<std::string, std::string> arguments, std::optional<std::string> suggestion) {
  Diagnostic result;
  result.code = code;
  result.primary = std::move(primary);
  result.arguments = std::move(arguments);
  result.suggestion = std::move(suggestion);
  return result;
}

void Diagnostics::add(Diagnostic diagnostic) {
  if (message(diagnostic.code).severity == Severity::error) ++errors_;
  all_.push_back(std::move(diagnostic));
}

void Diagnostics::append(Diagnostics other) {
  for (Diagnostic& diagnostic : other.all_) add(std::move(diagnostic));
  for (SourceText& text : other.texts_) keep_text(std::move(text));
}

void Diagnostics::keep_text(SourceText text) {
  if (text_of(text.name()) == nullptr) texts_.push_back(std::move(text));
}

const SourceText* Diagnostics::text_of(std::string_view file) const {
  const auto found = std::find_if(texts_.begin(), texts_.end(), [&](const SourceText& text) { return text.name() == file; });
  return found == texts_.end() ? nullptr : &*found;
}

std::optional<std::string> similar_name(std::string_view wanted, std::span<const std::string> names) {
  const std::string low = lower(wanted);
  std::optional<std::string> best;
  std::size_t best_distance = std::max<std::size_t>(1, wanted.size() / 3) + 1;
  for (const std::string& name : names) {
    const std::string candidate = lower(name);
    const std::size_t far = candidate == low ? 0 : distance(low, candidate);
    if (far < best_distance) {
      best_distance = far;
      best = name;
    }
  }
  return best;
}

}  // namespace srgconv
