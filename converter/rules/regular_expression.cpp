// The only file that includes RE2.
#include "rules/regular_expression.hpp"

#include <re2/re2.h>

namespace srgconv::rules {
namespace {

constexpr int largest_program = 1 << 20;  // bytes

class Compiled : public RegularExpression {
 public:
  Compiled(const std::string& pattern, const RE2::Options& options) : regex_(pattern, options) {}

  const RE2& regex() const { return regex_; }
  int groups() const override { return regex_.NumberOfCapturingGroups(); }
  bool matches(std::string_view text) const override { return RE2::FullMatch(re2::StringPiece(text.data(), text.size()), regex_); }
  std::optional<std::string> first_group(std::string_view text) const override {
    re2::StringPiece group;
    if (!RE2::FullMatch(re2::StringPiece(text.data(), text.size()), regex_, &group) || group.data() == nullptr) return std::nullopt;
    return std::string(group.data(), group.size());
  }

 private:
  RE2 regex_;
};

}  // namespace

std::variant<std::shared_ptr<const RegularExpression>, std::string> RegularExpression::compile(const std::string& pattern, bool ignoring_case) {
  RE2::Options options;
  options.set_log_errors(false);
  options.set_case_sensitive(!ignoring_case);
  options.set_max_mem(largest_program);
  auto compiled = std::make_shared<const Compiled>(pattern, options);
  if (!compiled->regex().ok()) return compiled->regex().error();
  return std::shared_ptr<const RegularExpression>(std::move(compiled));
}

}  // namespace srgconv::rules
