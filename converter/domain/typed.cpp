#include "domain/typed.hpp"

namespace srgconv {

std::string typed_text(std::string_view cell) {
  constexpr std::string_view blanks = " \t\r\n";
  const auto begin = cell.find_first_not_of(blanks);
  return begin == std::string_view::npos ? std::string() : std::string(cell.substr(begin, cell.find_last_not_of(blanks) - begin + 1));
}

std::optional<Date> typed_date(std::string_view cell, std::span<const DatePattern> patterns) {
  const std::string_view day = cell.substr(0, cell.find(' '));
  for (const DatePattern& pattern : patterns) {
    if (const auto date = pattern.read(day, false).date) return date;
  }
  return std::nullopt;
}

}  // namespace srgconv
