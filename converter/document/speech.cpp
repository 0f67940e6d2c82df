#include "document/speech.hpp"

#include <algorithm>
#include <array>

namespace srgconv::document {
namespace {

constexpr std::array<Words, 12> month_names = {{{"januari", "January"},
                                                {"februari", "February"},
                                                {"maart", "March"},
                                                {"april", "April"},
                                                {"mei", "May"},
                                                {"juni", "June"},
                                                {"juli", "July"},
                                                {"augustus", "August"},
                                                {"september", "September"},
                                                {"oktober", "October"},
                                                {"november", "November"},
                                                {"december", "December"}}};

// The letters of a pattern, the longest first: `mmmm` before `mm`.
struct Part {
  std::string_view letters;
  Words words;
};
constexpr std::array<Part, 7> parts = {{{"yyyy", {"jaar", "year"}},
                                        {"mmmm", {"maandnaam", "month name"}},
                                        {"mmm", {"korte maandnaam", "short month name"}},
                                        {"mm", {"maand", "month"}},
                                        {"m", {"maand", "month"}},
                                        {"dd", {"dag", "day"}},
                                        {"d", {"dag", "day"}}}};

bool is_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

Phrase Speech::number(std::string_view written) const {
  std::string text = clean(written);
  if (language_ == Language::nl) std::replace(text.begin(), text.end(), '.', ',');
  return text;
}

Phrase Speech::day(std::string_view written) const {
  const bool month_only = written.size() == 7;
  if ((!month_only && written.size() != 10) || !is_digits(written.substr(0, 4)) || !is_digits(written.substr(5, 2))) return clean(written);
  const std::size_t month = static_cast<std::size_t>(written[5] - '0') * 10 + static_cast<std::size_t>(written[6] - '0');
  if (month < 1 || month > 12) return clean(written);
  Phrase text = say(month_names[month - 1]) + " " + std::string(written.substr(0, 4));
  if (month_only) return text;
  std::string_view day = written.substr(8);
  if (day.starts_with('0')) day.remove_prefix(1);
  return std::string(day) + " " + text;
}

Phrase Speech::pattern(std::string_view written) const {
  Phrase result;
  for (std::size_t at = 0; at < written.size();) {
    const auto part = std::find_if(parts.begin(), parts.end(), [&](const Part& each) { return written.substr(at).starts_with(each.letters); });
    if (part == parts.end()) {
      result += clean(written.substr(at++, 1));
      continue;
    }
    // Parts that touch are told apart by a blank: `yyyymmdd`.
    const bool touches = at > 0 && !result.empty() && static_cast<unsigned char>(written[at - 1]) >= 'a';
    result += (touches ? " " : "") + say(part->words);
    at += part->letters.size();
  }
  return result;
}

Phrase Speech::listed(const std::vector<Phrase>& phrases, const Words& last) const {
  Phrase result;
  for (std::size_t i = 0; i < phrases.size(); ++i) {
    if (i > 0) result += i + 1 == phrases.size() ? " " + say(last) + " " : std::string(", ");
    result += phrases[i];
  }
  return result;
}

Phrase Speech::all_of(const std::vector<Phrase>& phrases) const { return listed(phrases, {"en", "and"}); }
Phrase Speech::one_of(const std::vector<Phrase>& phrases) const { return listed(phrases, {"of", "or"}); }

}  // namespace srgconv::document
