#include "domain/short_code.hpp"

namespace srgconv {
namespace {

constexpr std::string_view code_signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

}  // namespace

std::string short_code(char letter, std::uint64_t hash, std::size_t signs) {
  std::string code(1, letter);
  for (std::size_t sign = signs; sign-- > 0;) code += code_signs[hash >> (5U * sign) & 31U];
  return code;
}

bool is_short_code(std::string_view text, char letter, std::size_t signs) {
  return text.size() == signs + 1 && text.front() == letter && text.find_first_not_of(code_signs) == std::string_view::npos;
}

std::string typed_code(std::string_view text) {
  std::string code(text);
  for (char& c : code) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - ('a' - 'A'));
  }
  for (std::size_t i = 1; i < code.size(); ++i) {
    if (code[i] == 'O') code[i] = '0';
    if (code[i] == 'I' || code[i] == 'L') code[i] = '1';
  }
  return code;
}

}  // namespace srgconv
