#include "rules/expectation.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace srgconv::rules {

std::string quoted_list(const Names& names) {
  std::string result;
  for (const std::string& name : names) result += (result.empty() ? "'" : ", '") + name + "'";
  return result;
}

Names quoted_words(std::string_view expected) {
  Names result;
  for (std::size_t at = expected.find('\''); at < expected.size(); at = expected.find('\'', at)) {
    const std::size_t end = std::min(expected.find('\'', at + 1), expected.size());
    result.emplace_back(expected.substr(at + 1, end - at - 1));
    at = end + 1;
  }
  return result;
}

std::string_view code_of_expected(std::string_view expected) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 8> codes = {{{"text", "RULE-004"},
                                                                                   {"name", "RULE-005"},
                                                                                   {"column", "RULE-006"},
                                                                                   {"value", "RULE-007"},
                                                                                   {"number", "RULE-008"},
                                                                                   {"month", "RULE-009"},
                                                                                   {"date", "RULE-010"},
                                                                                   {"position", "RULE-140"}}};
  const auto found = std::find_if(codes.begin(), codes.end(), [&](const auto& entry) { return entry.first == expected; });
  return found == codes.end() ? std::string_view() : found->second;
}

}  // namespace srgconv::rules
