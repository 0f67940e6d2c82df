// A name for what a finding is about, that stays the same while files are made again and lines move.
#include <algorithm>
#include <array>

#include "checks/checks.hpp"

namespace srgconv::checks {
namespace {

// In order of name, as arguments are.
constexpr std::array<std::string_view, 8> telling{"field", "fields", "format", "key", "month", "new_key", "sender", "type"};

// FNV-1a, a byte at a time.
void add(std::uint64_t& hash, std::string_view text) {
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x0000'0100'0000'01B3U;
}

// Every bit of the hash in every sign: the last step of MurmurHash3.
std::uint64_t mixed(std::uint64_t hash) {
  hash = (hash ^ hash >> 33U) * 0xFF51'AFD7'ED55'8CCDU;
  hash = (hash ^ hash >> 33U) * 0xC4CE'B9FE'1A85'EC53U;
  return hash ^ hash >> 33U;
}

}  // namespace

std::string fingerprint(std::string_view check_id, const Diagnostic& finding) {
  constexpr std::string_view signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  constexpr std::string_view between("\0", 1);
  std::uint64_t hash = 0xCBF2'9CE4'8422'2325U;
  add(hash, check_id);
  add(hash, between);
  add(hash, finding.code);
  const bool has_key = finding.arguments.contains("key");
  for (const auto& [name, value] : finding.arguments) {
    const bool tells = std::binary_search(telling.begin(), telling.end(), std::string_view(name)) || (name == "old" && !has_key);
    if (!tells) continue;
    add(hash, between);
    add(hash, name);
    add(hash, between);
    add(hash, mask_personal(value));
  }
  hash = mixed(hash);
  std::string code(1, 'F');  // a letter: no spreadsheet takes it for a number
  for (int sign = 10; sign >= 0; --sign) code += signs[hash >> (5U * static_cast<unsigned>(sign)) & 31U];
  return code;
}

}  // namespace srgconv::checks
