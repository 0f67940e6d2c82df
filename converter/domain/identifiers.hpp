// Checked numbers of the field: BSN, sender codes, numberings and keys. A BSN masks itself when printed.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <ostream>
#include <span>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "domain/period.hpp"

namespace srgconv {

enum class BsnFault { empty, not_nine_digits, all_zero, eleven_test };

/// A citizen service number. Personal data: printing one gives a fixed mask; only `reveal()` gives the digits, and only
/// the target file, the workspace and pseudonyms may use it.
class Bsn {
 public:
  struct Reading;
  /// Exactly nine digits that pass the 11-test (9a+8b+7c+6d+5e+4f+3g+2h-1i divisible by 11) and are not all zero.
  static Reading parse(std::string_view text);

  std::string reveal() const;  ///< the nine digits
  std::uint32_t value() const { return value_; }
  auto operator<=>(const Bsn&) const = default;

  static constexpr std::string_view mask = "*********";

 private:
  explicit Bsn(std::uint32_t value) : value_(value) {}
  std::uint32_t value_;
};

struct Bsn::Reading {
  std::optional<Bsn> bsn;
  BsnFault fault = BsnFault::empty;
};

/// Prints the mask.
std::ostream& operator<<(std::ostream& out, const Bsn&);

/// Replaces every run of 8 or 9 digits (single dots or blanks between digits allowed; hyphens between groups of at most four of nine digits) that passes the
/// 11-test, an 8-digit run with a leading zero added, by the mask. Runs that are part of a longer run of digits stay. Every text that is shown passes through
/// this.
std::string mask_personal(std::string_view text);
/// A text that comes from an input, fit to be shown: control characters made blanks, then personal data masked.
std::string shown(std::string_view text);

/// Does a registration number contain this BSN, with or without its leading zeros, signs between the digits ignored?
bool contains_bsn(std::string_view registration_number, Bsn bsn);
/// The registration number as it may be shown: the mask when it contains the BSN of its own person.
std::string shown_number(std::string_view registration_number, Bsn bsn);

/// The text with each of these BSNs masked, with or without its leading zero, whatever signs stand between its digits.
std::string without_bsns(std::string text, std::span<const Bsn> bsns);

/// The code under which a sender delivers. One to ten letters or digits: that it is four digits, or a municipality's code, is the pack's business.
class SenderCode {
 public:
  SenderCode() = default;
  static std::optional<SenderCode> parse(std::string_view text);
  const std::string& text() const { return text_; }
  auto operator<=>(const SenderCode&) const = default;

 private:
  std::string text_;
};

/// The registration numbers of one sender between two transitions of that sender, named by its first month; without one the first numbering known.
struct Numbering {
  SenderCode sender;
  std::optional<ReportMonth> first_month;

  std::string text() const;  ///< `0363@202201`, `0363@-`
  static std::optional<Numbering> parse(std::string_view text);
  auto operator<=>(const Numbering&) const = default;
};

/// The identity of a provision: (sender, numbering, registration number).
struct ProvisionKey {
  Numbering numbering;
  std::string id;  ///< the registration number, not empty

  std::string text() const;  ///< `0363@202201/1001`
  static std::optional<ProvisionKey> parse(std::string_view text);
  auto operator<=>(const ProvisionKey&) const = default;
};

}  // namespace srgconv

template <>
struct fmt::formatter<srgconv::Bsn> : fmt::formatter<std::string_view> {
  auto format(const srgconv::Bsn&, format_context& context) const { return formatter<std::string_view>::format(srgconv::Bsn::mask, context); }
};
template <>
struct fmt::formatter<srgconv::SenderCode> : fmt::formatter<std::string> {
  auto format(const srgconv::SenderCode& code, format_context& context) const { return formatter<std::string>::format(code.text(), context); }
};
template <>
struct fmt::formatter<srgconv::Numbering> : fmt::formatter<std::string> {
  auto format(const srgconv::Numbering& numbering, format_context& context) const { return formatter<std::string>::format(numbering.text(), context); }
};
template <>
struct fmt::formatter<srgconv::ProvisionKey> : fmt::formatter<std::string> {
  auto format(const srgconv::ProvisionKey& key, format_context& context) const { return formatter<std::string>::format(key.text(), context); }
};
