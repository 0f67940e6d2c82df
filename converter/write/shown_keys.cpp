// Registration numbers as lists show them.
#include "write/write.hpp"

namespace srgconv::write {

ShownKeys::ShownKeys(const store::Workspace& workspace) : own_bsns_(workspace.keys_with_own_bsn()) {}

std::string ShownKeys::id(const ProvisionKey& key) const { return id_from(key.id, key); }

std::string ShownKeys::id_from(const std::string& id, const ProvisionKey& key) const {
  const auto found = own_bsns_.find(key);
  return found == own_bsns_.end() ? id : without_bsns(id, found->second);
}

std::string ShownKeys::text(const ProvisionKey& key) const { return ProvisionKey{key.numbering, id(key)}.text(); }

}  // namespace srgconv::write
