#include "profile/suppress.hpp"

#include <algorithm>

namespace srgconv::profile {

SafeCounts safe_counts(const std::map<std::string, std::uint64_t>& counts) {
  SafeCounts result;
  std::vector<std::pair<std::uint64_t, std::string>> shown;
  std::uint64_t hidden_sum = 0;  // of the rare values and of those whose count is hidden
  for (const auto& [value, count] : counts) {
    if (count >= smallest_shown) {
      shown.emplace_back(count, value);
    } else {
      ++result.rare;
      hidden_sum += count;
    }
  }
  std::sort(shown.begin(), shown.end(), [](const auto& a, const auto& b) { return a.first != b.first ? a.first > b.first : a.second < b.second; });

  // What whoever knows the sum of all hidden counts can say of the rare ones: each is 1 to 4, and each hidden count is at least 5 and at most the smallest
  // shown.
  std::size_t exact = shown.size();
  const auto told_too_much = [&] {
    const std::uint64_t hidden = shown.size() - exact, ceiling = exact > 0 ? shown[exact - 1].first : hidden_sum;
    const std::uint64_t most_of_hidden = ceiling * hidden, least_of_hidden = smallest_shown * hidden;
    const std::uint64_t low = std::max(result.rare, hidden_sum > most_of_hidden ? hidden_sum - most_of_hidden : 0);
    const std::uint64_t high = std::min((smallest_shown - 1) * result.rare, hidden_sum - least_of_hidden);
    return hidden == 0 || high < low + 3;
  };
  while (result.rare > 0 && exact > 0 && told_too_much()) hidden_sum += shown[--exact].first;
  result.hide_fill = result.rare > 0 && told_too_much();

  for (std::size_t i = 0; i < exact; ++i) {
    result.codes.push_back({shown[i].second, shown[i].first});
    result.at_least += shown[i].first;
  }
  std::vector<std::string> without_count;
  for (std::size_t i = exact; i < shown.size(); ++i) without_count.push_back(shown[i].second);
  std::sort(without_count.begin(), without_count.end());
  for (std::string& value : without_count) result.codes.push_back({std::move(value), std::nullopt});
  result.at_least += smallest_shown * without_count.size() + result.rare;
  return result;
}

}  // namespace srgconv::profile
