#include "domain/identifiers.hpp"

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

namespace srgconv {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool passes_eleven_test(std::string_view nine_digits) {
  int sum = -(nine_digits[8] - '0');
  for (std::size_t i = 0; i < 8; ++i) sum += static_cast<int>(9 - i) * (nine_digits[i] - '0');
  return sum % 11 == 0;
}

bool is_bsn(std::string_view digits) {
  const std::string nine = digits.size() == 8 ? "0" + std::string(digits) : std::string(digits);
  return nine.size() == 9 && nine != "000000000" && passes_eleven_test(nine);
}

std::string digits_of(std::string_view text) {
  std::string digits;
  std::copy_if(text.begin(), text.end(), std::back_inserter(digits), is_digit);
  return digits;
}

bool is_separator(char c) { return c == '.' || c == ' ' || c == '-'; }

// A stretch of digits and separators that is some spelling of a BSN. With hyphens only nine digits in groups of at most four count: an ISO date has eight, and
// registration numbers such as 10012345-1 have longer groups.
bool spells_bsn(std::string_view stretch) {
  const std::string digits = digits_of(stretch);
  if (!is_bsn(digits)) return false;
  if (stretch.find('-') == std::string_view::npos) return true;
  std::size_t group = 0, longest = 0;
  for (const char c : stretch) {
    group = is_digit(c) ? group + 1 : 0;
    longest = std::max(longest, group);
  }
  return digits.size() == 9 && longest <= 4;
}

// Masks the first stretch of `text` whose digits are `digits`, signs between them included. False when there is none.
bool mask_digits(std::string& text, std::string_view digits) {
  std::string found;
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_digit(text[i])) continue;
    found += text[i];
    places.push_back(i);
  }
  const auto at = found.find(digits);
  if (at == std::string::npos) return false;
  const std::size_t begin = places[at], end = places[at + digits.size() - 1] + 1;
  text.replace(begin, end - begin, Bsn::mask);
  return true;
}

}  // namespace

Bsn::Reading Bsn::parse(std::string_view text) {
  if (text.empty()) return {std::nullopt, BsnFault::empty};
  if (text.size() != 9) return {std::nullopt, BsnFault::not_nine_digits};
  std::uint32_t value = 0, sum = 0, wrong = 0;
  for (std::size_t i = 0; i < 9; ++i) {
    const std::uint32_t digit = static_cast<unsigned char>(text[i]) - std::uint32_t{'0'};
    wrong |= static_cast<std::uint32_t>(digit > 9);
    sum += digit * static_cast<std::uint32_t>(i == 8 ? 10 : 9 - i);  // -1 is 10, where only what 11 leaves counts
    value = value * 10 + digit;
  }
  if (wrong != 0) return {std::nullopt, BsnFault::not_nine_digits};
  if (value == 0) return {std::nullopt, BsnFault::all_zero};
  if (sum % 11 != 0) return {std::nullopt, BsnFault::eleven_test};
  return {Bsn(value), BsnFault::empty};
}

std::string Bsn::reveal() const { return fmt::format("{:09}", value_); }

std::ostream& operator<<(std::ostream& out, const Bsn&) { return out << Bsn::mask; }

std::string mask_personal(std::string_view text) {
  std::string result;
  std::size_t at = 0;
  while (at < text.size()) {
    if (!is_digit(text[at])) {
      result += text[at++];
      continue;
    }
    // The longest stretch of digits with single separators between them, and the blocks of digits it is made of.
    std::vector<std::pair<std::size_t, std::size_t>> blocks;  // [begin, end)
    std::size_t end = at;
    while (true) {
      const std::size_t begin = end;
      while (end < text.size() && is_digit(text[end])) ++end;
      blocks.emplace_back(begin, end);
      if (end + 1 < text.size() && is_separator(text[end]) && is_digit(text[end + 1]))
        ++end;
      else
        break;
    }
    // Any run of whole neighbouring blocks whose digits form a BSN is masked; the longest first.
    std::size_t first = 0;
    std::size_t copied = at;
    while (first < blocks.size()) {
      std::size_t masked_through = blocks.size();
      for (std::size_t last = blocks.size(); last-- > first;) {
        if (spells_bsn(text.substr(blocks[first].first, blocks[last].second - blocks[first].first))) {
          masked_through = last;
          break;
        }
      }
      if (masked_through == blocks.size()) {
        ++first;
        continue;
      }
      result += text.substr(copied, blocks[first].first - copied);
      result += Bsn::mask;
      copied = blocks[masked_through].second;
      first = masked_through + 1;
    }
    result += text.substr(copied, end - copied);
    at = end;
  }
  return result;
}

std::string shown(std::string_view text) {
  std::string result(text);
  std::replace_if(
      result.begin(), result.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }, ' ');
  return mask_personal(result);
}

// The last eight or nine digits read are compared as a number: nothing is copied.
bool contains_bsn(std::string_view registration_number, Bsn bsn) {
  const bool short_form = bsn.value() < 100'000'000;  // without its leading zero
  const std::uint64_t window = short_form ? 100'000'000 : 1'000'000'000;
  const std::size_t length = short_form ? 8 : 9;
  std::uint64_t last = 0;
  std::size_t digits = 0;
  for (const char c : registration_number) {
    if (!is_digit(c)) continue;
    last = last * 10 + static_cast<std::uint64_t>(c - '0');
    if (++digits < length) continue;
    if (last >= window) last %= window;
    if (last == bsn.value()) return true;
  }
  return false;
}

std::string shown_number(std::string_view registration_number, Bsn bsn) {
  return std::string(contains_bsn(registration_number, bsn) ? Bsn::mask : registration_number);
}

std::string without_bsns(std::string text, std::span<const Bsn> bsns) {
  for (const Bsn bsn : bsns) {
    if (!contains_bsn(text, bsn)) continue;
    const std::string nine = bsn.reveal();
    while (mask_digits(text, nine)) continue;
    if (nine.front() == '0') {
      while (mask_digits(text, std::string_view(nine).substr(1))) continue;
    }
  }
  return text;
}

std::optional<SenderCode> SenderCode::parse(std::string_view text) {
  const auto allowed = [](char c) { return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  if (text.empty() || text.size() > 10 || !std::all_of(text.begin(), text.end(), allowed)) return std::nullopt;
  SenderCode code;
  code.text_ = text;
  return code;
}

std::string Numbering::text() const { return sender.text() + "@" + (first_month ? first_month->compact() : "-"); }

std::optional<Numbering> Numbering::parse(std::string_view text) {
  const auto at = text.find('@');
  if (at == std::string_view::npos) return std::nullopt;
  const auto sender = SenderCode::parse(text.substr(0, at));
  if (!sender) return std::nullopt;
  const auto name = text.substr(at + 1);
  if (name == "-") return Numbering{*sender, std::nullopt};
  const auto month = name.size() == 6 ? ReportMonth::parse(name) : std::nullopt;
  if (!month) return std::nullopt;
  return Numbering{*sender, month};
}

std::string ProvisionKey::text() const { return numbering.text() + "/" + id; }

std::optional<ProvisionKey> ProvisionKey::parse(std::string_view text) {
  const auto slash = text.find('/');
  if (slash == std::string_view::npos || slash + 1 == text.size()) return std::nullopt;
  const auto numbering = Numbering::parse(text.substr(0, slash));
  if (!numbering) return std::nullopt;
  return ProvisionKey{*numbering, std::string(text.substr(slash + 1))};
}

}  // namespace srgconv
