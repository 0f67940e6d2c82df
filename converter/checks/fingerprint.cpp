// A name for what a finding is about, that stays the same while files are made again and lines move.
#include <algorithm>
#include <array>

#include "checks/checks.hpp"
#include "domain/short_code.hpp"

namespace srgconv::checks {
namespace {

// In order of name, as arguments are.
constexpr std::array<std::string_view, 8> telling{"field", "fields", "format", "key", "month", "new_key", "sender", "type"};

// Every bit of the hash in every sign: the last step of MurmurHash3.
std::uint64_t mixed(std::uint64_t hash) {
  hash = (hash ^ hash >> 33U) * 0xFF51'AFD7'ED55'8CCDU;
  hash = (hash ^ hash >> 33U) * 0xC4CE'B9FE'1A85'EC53U;
  return hash ^ hash >> 33U;
}

}  // namespace

std::string fingerprint(std::string_view check_id, const Diagnostic& finding) {
  constexpr std::string_view between("\0", 1);
  std::uint64_t hash = hash_of(finding.code, hash_of(between, hash_of(check_id)));
  const bool has_key = finding.arguments.contains("key");
  for (const auto& [name, value] : finding.arguments) {
    const bool tells = std::binary_search(telling.begin(), telling.end(), std::string_view(name)) || (name == "old" && !has_key);
    if (tells) hash = hash_of(mask_personal(value), hash_of(between, hash_of(name, hash_of(between, hash))));
  }
  return short_code(fingerprint_letter, mixed(hash), fingerprint_signs);
}

}  // namespace srgconv::checks
