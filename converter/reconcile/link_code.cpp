// The short code by which people's decisions name an old key.
#include <cstdint>
#include <string>
#include <string_view>

#include "reconcile/reconcile.hpp"

namespace srgconv::reconcile {

std::string link_code(const ProvisionKey& old_key) {
  constexpr std::string_view signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  std::uint64_t hash = 0xCBF2'9CE4'8422'2325U;
  for (const char c : old_key.text()) hash = (hash ^ static_cast<unsigned char>(c)) * 0x0000'0100'0000'01B3U;
  hash ^= hash >> 35U;  // seven signs show 35 bits: let the others count too
  std::string code = "L";
  for (int sign = 6; sign >= 0; --sign) code += signs[hash >> (5U * static_cast<unsigned>(sign)) & 31U];
  return code;
}

}  // namespace srgconv::reconcile
