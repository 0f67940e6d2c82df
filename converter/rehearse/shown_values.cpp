#include "rehearse/shown_values.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "rehearse/rehearse.hpp"

namespace srgconv::rehearse {
namespace {

constexpr std::uint64_t smallest_shown = 5;
constexpr std::size_t longest_word = 30, most_listed = 20, most_kept = 2000;
constexpr std::size_t most_digits = 6;       // more digits than this are a number of something or a date
constexpr std::string_view further = "...";  // words beyond those that are kept

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool has(std::string_view word, std::string_view part) { return word.find(part) != std::string_view::npos; }

bool looks_like_a_code(std::string_view word) {
  const auto digits = std::count_if(word.begin(), word.end(), is_digit);
  const auto blanks = std::count(word.begin(), word.end(), ' ');
  const bool plain = std::none_of(word.begin(), word.end(), [](unsigned char c) { return c < 0x20U || c == 0x7FU; });
  const bool like_a_name = has(word, ". ") || has(word, ", ");  // `J. de Vries`, `Vries, J. de`
  return plain && !like_a_name && !has(word, "@") && word.size() <= longest_word && static_cast<std::size_t>(digits) <= most_digits && blanks <= 3;
}

// So many different words, most of them seldom, are no codes: names, perhaps, in a column that is not what the rules think.
bool looks_like_free_text(const Counts& counts, std::uint64_t asked) {
  constexpr std::size_t few = 5, many = 50;
  return counts.size() > many || (counts.size() > few && counts.size() * 2 > asked);
}

std::string listed(const Counts& counts) {
  std::vector<std::pair<std::string, std::uint64_t>> ordered(counts.begin(), counts.end());
  std::stable_sort(ordered.begin(), ordered.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  std::string text;
  for (std::size_t i = 0; i < std::min(ordered.size(), most_listed); ++i)
    text += fmt::format("{}'{}' ({})", i == 0 ? "" : ", ", ordered[i].first, shown_count(ordered[i].second));
  if (ordered.size() > most_listed) text += fmt::format(", ... (+{})", ordered.size() - most_listed);
  return text;
}

}  // namespace

std::string shown_count(std::uint64_t count) { return count > 0 && count < smallest_shown ? fmt::format("<{}", smallest_shown) : fmt::to_string(count); }

std::string shown_total(const Rehearsed& rows) {
  const auto hidden = [](std::uint64_t count) { return count > 0 && count < smallest_shown; };
  const int number = static_cast<int>(hidden(rows.used)) + static_cast<int>(hidden(rows.skipped)) + static_cast<int>(hidden(rows.rejected));
  return number == 1 && !hidden(rows.rows) ? std::string() : shown_count(rows.rows);
}

std::string shape_of(std::string_view text) {
  std::string shape;
  std::size_t characters = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0U) == 0x80U) continue;  // of a character that was counted already
    if (++characters > longest_word) return shape + std::string(further);
    if (is_digit(c))
      shape += '9';
    else if (c >= 'A' && c <= 'Z')
      shape += 'A';
    else if ((c >= 'a' && c <= 'z') || byte >= 0x80U)
      shape += 'a';
    else
      shape += byte < 0x20U || byte == 0x7FU ? '?' : c;
  }
  return shape;
}

void count(Counts& counts, std::string_view word) {
  const auto found = counts.find(word);
  if (found != counts.end())
    ++found->second;
  else
    ++counts[std::string(counts.size() < most_kept ? word : further)];
}

std::string shown_words(const Counts& counts, std::uint64_t asked, bool personal) {
  const bool hidden = personal || looks_like_free_text(counts, asked);
  Counts shown;
  for (const auto& [word, times] : counts) shown[hidden || !looks_like_a_code(word) ? shape_of(word) : word] += times;
  return listed(shown);
}

std::string shown_shapes(const Counts& counts) { return listed(counts); }

}  // namespace srgconv::rehearse
