// Regular expressions of the rule language: RE2's syntax, in time linear in the text whatever the pattern.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace srgconv::rules {

class RegularExpression {
 public:
  /// The compiled pattern, or what RE2 says is wrong with it (English). A program of more than 1 MiB is refused.
  static std::variant<std::shared_ptr<const RegularExpression>, std::string> compile(const std::string& pattern, bool ignoring_case);

  virtual ~RegularExpression() = default;
  /// How many groups `(...)` capture.
  virtual int groups() const = 0;
  /// Does the whole text match? Bytes are UTF-8.
  virtual bool matches(std::string_view text) const = 0;
  /// What the first group captured where the whole text matches; nothing when it does not match or the group took no part.
  virtual std::optional<std::string> first_group(std::string_view text) const = 0;
};

}  // namespace srgconv::rules
