// Finds the BSNs that stand in inputs, and looks for them, in every spelling, in what came out.
#pragma once

#include <filesystem>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "domain/identifiers.hpp"
#include "support/work_folder.hpp"

namespace srgconv::test {

inline std::string digits_of(const std::string& text) {
  std::string digits;
  for (const char c : text) {
    if (c >= '0' && c <= '9') digits += c;
  }
  return digits;
}

// Every number among the inputs that is or may be somebody's BSN: nine digits, eight without the leading zero, with dots or blanks between them; those that
// fail the 11-test too, where they stand in a BSN's place.
inline std::set<std::string> bsns_in(const std::filesystem::path& folder) {
  std::set<std::string> found;
  const std::regex in_place("<(?:\\w+:)?Burgerservicen[^>]*>([0-9]{9})<");
  const std::regex number("(?:^|[^0-9])([0-9]{8,9}|[0-9]{3,4}[. ][0-9]{2}[. ][0-9]{3})(?![0-9])");
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    const std::string text = read_text(entry.path());
    for (const std::regex* pattern : {&in_place, &number}) {
      for (std::sregex_iterator at(text.begin(), text.end(), *pattern), end; at != end; ++at) {
        std::string digits = digits_of((*at)[1].str());
        if (digits.size() == 8) digits.insert(0, "0");
        if (pattern == &in_place || Bsn::parse(digits).bsn) found.insert(digits);
      }
    }
  }
  return found;
}

// All ways in which it may be spelled.
inline std::vector<std::string> spellings(const std::string& nine) {
  std::vector<std::string> all{nine};
  if (nine.front() == '0') all.push_back(nine.substr(1));
  for (const char sign : {'.', ' ', '-'}) {
    const std::string s(1, sign);
    all.push_back(nine.substr(0, 4) + s + nine.substr(4, 2) + s + nine.substr(6));
    all.push_back(nine.substr(0, 3) + s + nine.substr(3, 3) + s + nine.substr(6));
    all.push_back(nine.substr(0, 3) + s + nine.substr(3, 2) + s + nine.substr(5, 2) + s + nine.substr(7));
  }
  return all;
}

inline void expect_free_of(const std::set<std::string>& bsns, const std::string& text, const std::string& where) {
  for (const std::string& bsn : bsns) {
    for (const std::string& spelling : spellings(bsn)) EXPECT_EQ(text.find(spelling), std::string::npos) << "a BSN of the input stands in " << where;
  }
}

}  // namespace srgconv::test
