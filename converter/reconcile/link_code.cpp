// The short code by which people's decisions name an old key.
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "domain/short_code.hpp"
#include "reconcile/reconcile.hpp"

namespace srgconv::reconcile {
namespace {

std::string code_of(char letter, std::string_view text) {
  std::uint64_t hash = hash_of(text);
  hash ^= hash >> 35U;  // seven signs show 35 bits: let the others count too
  return short_code(letter, hash, 7);
}

}  // namespace

std::string link_code(const ProvisionKey& old_key) { return code_of('L', old_key.text()); }

std::string link_code(const ProvisionKey& old_key, Bsn bsn, const std::function<std::string(Bsn)>& pseudonym) {
  if (!pseudonym || !contains_bsn(old_key.id, bsn)) return link_code(old_key);
  const std::string id = without_bsns(old_key.id, std::array{bsn});
  return code_of('L', ProvisionKey{old_key.numbering, id}.text() + "/" + pseudonym(bsn));
}

std::string pair_code(const Provision& old, const Provision& fresh) {
  const std::array bsns{old.bsn, fresh.bsn};
  const auto shown = [&](const ProvisionKey& key) { return ProvisionKey{key.numbering, without_bsns(key.id, bsns)}.text(); };
  return code_of('P', shown(old.key) + "|" + shown(fresh.key) + "|" + old.type + "|" + old.start.text() + "|" + fresh.type + "|" + fresh.start.text());
}

}  // namespace srgconv::reconcile
