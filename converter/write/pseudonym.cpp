// Pseudonyms: the same person gets the same one under the same key, and without the key none can be traced back.
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <algorithm>
#include <array>
#include <iterator>

#include <fmt/format.h>

#include "write/write.hpp"

namespace srgconv::write {
namespace {

constexpr std::size_t shown_bytes = 8;  // 16 hexadecimal digits

std::string hmac_digits(std::string_view text, std::string_view key) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int length = 0;
  // An empty key is a null pointer for a string_view without a text; OpenSSL reads that as "the key used before".
  const std::string owned(key);
  const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
  if (HMAC(EVP_sha256(), owned.c_str(), static_cast<int>(owned.size()), bytes, text.size(), digest.data(), &length) == nullptr || length < shown_bytes) {
    throw BrokenWorld(finding("SYS-012", {}));
  }
  std::string result;
  for (std::size_t i = 0; i < shown_bytes; ++i) result += fmt::format("{:02x}", digest[i]);
  return result;
}

std::string hmac(std::string_view text, std::string_view key) { return "p-" + hmac_digits(text, key); }

}  // namespace

std::string fingerprint(std::string_view key) { return hmac_digits("fingerprint", key); }

std::string pseudonym(Bsn bsn, std::string_view key) { return hmac(bsn.reveal(), key); }

std::string pseudonym_of_text(std::string_view raw, std::string_view key) {
  if (raw.empty()) return {};
  std::string digits;
  std::copy_if(raw.begin(), raw.end(), std::back_inserter(digits), [](char c) { return c >= '0' && c <= '9'; });
  if (digits.size() == 8) digits.insert(digits.begin(), '0');  // the zero that an export may have dropped: the same person, the same pseudonym
  return digits.empty() ? hmac(raw, key) : hmac(digits, key);
}

}  // namespace srgconv::write
