#include "profile/census.hpp"

#include <algorithm>
#include <cctype>

#include <fmt/format.h>

#include "domain/identifiers.hpp"
#include "domain/utf8.hpp"
#include "profile/vocabulary.hpp"

namespace srgconv::profile {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }
bool is_blank(char c) { return c == ' ' || c == '\t'; }

std::vector<std::string_view> words_in(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < text.size();) {
    while (at < text.size() && !is_upper(text[at]) && !is_lower(text[at])) ++at;
    const std::size_t begin = at;
    while (at < text.size() && (is_upper(text[at]) || is_lower(text[at]))) ++at;
    if (at > begin) words.push_back(text.substr(begin, at - begin));
  }
  return words;
}

// `J. `, `J.P. `, `A.B.`: a capital with a point, once or more, at the beginning or the end.
bool has_initials(std::string_view text) {
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    if (is_upper(text[i]) && text[i + 1] == '.' && (i == 0 || text[i - 1] == ' ' || text[i - 1] == '.' || text[i - 1] == ',')) return true;
  }
  return false;
}

bool is_particle(std::string_view word) {
  return word == "van" || word == "de" || word == "der" || word == "den" || word == "ten" || word == "ter" || word == "el";
}

// The part of a text that may be a date in front of a time of day: `2021-03-01 00:00:00`.
std::optional<std::string_view> before_time(std::string_view text) {
  if (text.size() < 13 || (text[10] != ' ' && text[10] != 'T')) return std::nullopt;
  const bool time = std::all_of(text.begin() + 11, text.end(), [](char c) { return is_digit(c) || c == ':' || c == '.' || c == 'Z' || c == '+'; });
  return time && text.find(':') != std::string_view::npos ? std::optional(text.substr(0, 10)) : std::nullopt;
}

}  // namespace

std::uint64_t hash_of(std::string_view text, std::uint64_t seed) {
  std::uint64_t hash = seed;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  hash ^= hash >> 32U;
  return hash == 0 ? 1 : hash;
}

void DistinctCount::add(std::uint64_t hash) {
  if (used_ >= limit) return;
  const auto place = [this](std::uint64_t wanted) {
    std::size_t at = wanted * 0x9E3779B97F4A7C15U >> 20U & (places_.size() - 1);
    while (places_[at] != 0 && places_[at] != wanted) at = (at + 1) & (places_.size() - 1);
    return at;
  };
  if (places_.size() < 2 * (used_ + 1)) {
    std::vector<std::uint64_t> old = std::move(places_);
    places_.assign(std::max<std::size_t>(16, 2 * old.size()), 0);
    for (const std::uint64_t each : old) {
      if (each != 0) places_[place(each)] = each;
    }
  }
  std::uint64_t& found = places_[place(hash)];
  if (found != 0) return;
  found = hash;
  ++used_;
}

std::string pattern_of(std::string_view text) {
  constexpr std::size_t longest_pattern = 40, longest_run = 4;
  std::string pattern;
  for (std::size_t at = 0; at < text.size();) {
    const auto class_of = [&](std::size_t i) { return is_digit(text[i]) ? '9' : is_upper(text[i]) ? 'A' : is_lower(text[i]) ? 'a' : text[i]; };
    const char sign = class_of(at);
    std::size_t run = 0;
    for (; at < text.size() && class_of(at) == sign; ++at) run += starts_character(text[at]) ? 1U : 0U;
    if (run > longest_run)
      pattern += fmt::format("{}{{{}}}", sign, run);
    else
      pattern.append(run, static_cast<unsigned char>(sign) < 0x20 ? ' ' : sign);
    if (pattern.size() > longest_pattern) return pattern.substr(0, longest_pattern) + "...";
  }
  return pattern;
}

NameLike name_like(std::string_view text) {
  const auto words = words_in(text);
  std::size_t capitalised = 0;
  bool particle = false, other = false;
  for (const std::string_view word : words) {
    if (word.size() >= 3 && is_common_name(squeezed(word))) return NameLike::strong;
    if (is_particle(word))
      particle = true;
    else if (is_upper(word.front()) && word.size() > 1 && std::all_of(word.begin() + 1, word.end(), is_lower))
      ++capitalised;
    else
      other = true;
  }
  if (has_initials(text)) return NameLike::strong;
  if (other || text.find_first_of("0123456789") != std::string_view::npos) return NameLike::no;
  if ((particle && capitalised > 0) || (capitalised >= 2 && words.size() <= 4)) return NameLike::weak;
  return NameLike::no;
}

const std::vector<DatePattern>& ColumnCensus::date_patterns() {
  static const auto patterns = [] {
    std::vector<DatePattern> all;
    for (const char* text : {"yyyymmdd", "dd-mm-yyyy", "yyyy-mm-dd", "d-m-yyyy", "dd/mm/yyyy", "d/m/yyyy", "dd.mm.yyyy", "yyyy/mm/dd", "ddmmyyyy",
                             "dd mmmm yyyy", "d mmmm yyyy", "dd-mmm-yyyy", "d-mmm-yyyy", "dd mmm yyyy", "d mmm yyyy", "yyyy-mm", "mm-yyyy", "yyyymm"})
      all.push_back(*DatePattern::compile(text));
    return all;
  }();
  return patterns;
}

void ColumnCensus::add(std::string_view text) {
  if (std::all_of(text.begin(), text.end(), is_blank)) return;  // no value
  ++filled;
  const std::size_t length = count_characters(text);
  shortest = filled == 1 ? length : std::min(shortest, length);
  longest = std::max(longest, length);
  distinct.add(hash_of(text));
  if (!too_many_values) {
    const auto found = values.find(text);
    if (found != values.end()) {
      ++found->second;
    } else if (text.size() > longest_value || values.size() == most_values) {
      too_many_values = true;
      values.clear();
    } else {
      values.emplace(text, 1);
    }
  }
  std::string pattern = pattern_of(text);
  const auto seen = patterns.find(pattern);
  if (seen != patterns.end())
    ++seen->second;
  else if (patterns.size() < most_patterns)
    patterns.emplace(std::move(pattern), 1);
  count_digits(text);
  count_dates(text);
  count_numbers(text);
  count_letters(text);
}

void ColumnCensus::count_digits(std::string_view text) {
  std::string digits;
  bool only = true;
  for (const char c : text) {
    if (is_digit(c))
      digits += c;
    else if (c != '.' && c != ' ' && c != '-')
      only = false;
  }
  if (pack_ != nullptr && text.size() == 4 && digits.size() == 4) {
    const auto code = SenderCode::parse(text);
    if (code && pack_->senders.find(*code) != nullptr) ++senders;
  }
  if (text.find('@') != std::string_view::npos || (only && digits.size() == 10 && digits.front() == '0') || text.starts_with("+31")) ++contacts;
  // A postcode: 1234 AB
  if (text.size() >= 6 && text.size() <= 7 && digits.size() == 4 && is_digit(text[3]) && is_upper(text[text.size() - 1]) && is_upper(text[text.size() - 2]))
    ++contacts;
  if (!only || digits.size() < 8 || digits.size() > 9) return;
  if (digits.size() == 8) digits.insert(0, "0");
  ++eleven_shaped;
  if (!Bsn::parse(digits).bsn) return;
  ++eleven_passed;
  if (text.size() != 9) ++odd_bsns;
}

void ColumnCensus::count_dates(std::string_view text) {
  constexpr std::uint64_t enough = 200;
  if (tried_patterns_.empty() || text.size() > 40 || !is_digit(text.front())) return;
  ++tried_dates_;
  const auto time = before_time(text);
  for (const std::size_t i : tried_patterns_) {
    DateCount& count = dates_[i];
    const auto reading = date_patterns()[i].read(time.value_or(text), true);
    if (!reading.date) {
      if (reading.fault == DateFault::impossible) ++count.impossible;
      continue;
    }
    const Date date = *reading.date;
    if (!date.unknown() && (date.year() < 1900 || (date.year() > 2100 && date.year() != 9999))) continue;
    ++count.read;
    if (time) ++count.with_time;
    if (!date.unknown() && date.year() >= 1920 && date.year() < 2005) ++count.perhaps_birth;
    if (date.unknown() || date.month() == 0 || (!date_patterns()[i].is_month() && !date.complete()))
      ++count.incomplete;
    else
      count.ends.add(date.year() * 12 + date.month() - 1);
  }
  if (tried_dates_ == enough) std::erase_if(tried_patterns_, [this](std::size_t each) { return dates_[each].read < enough / 4; });
}

void ColumnCensus::count_numbers(std::string_view text) {
  const auto by_point = Decimal::parse(text, '.'), by_comma = Decimal::parse(text, ',');
  if (by_point) {
    ++point_numbers;
    point_ends.add(by_point->units());
    if (by_point->is_whole() && text.find('.') == std::string_view::npos) ++whole_numbers;
  }
  if (by_comma) {
    ++comma_numbers;
    comma_ends.add(by_comma->units());
  }
}

void ColumnCensus::count_letters(std::string_view text) {
  bool any_upper = false, any_lower = false;
  for (const char c : text) {
    any_upper = any_upper || is_upper(c);
    any_lower = any_lower || is_lower(c);
  }
  if (!any_upper && !any_lower) return;
  ++with_letters;
  ++(any_upper && any_lower ? mixed : any_upper ? upper : lower);
  if (words_in(text).size() >= 3) ++several_words;
  const NameLike like = name_like(text);
  if (like == NameLike::strong) ++strong_names;
  if (like != NameLike::no) ++weak_names;
}

}  // namespace srgconv::profile
