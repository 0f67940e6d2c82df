// Registration numbers as lists show them.
#include "write/write.hpp"

namespace srgconv::write {

ShownKeys::ShownKeys(const store::Workspace& workspace) : own_bsns_(workspace.keys_with_own_bsn()) {}

std::string ShownKeys::id(const ProvisionKey& key) const {
  const auto found = own_bsns_.find(key);
  return found == own_bsns_.end() ? key.id : without_bsns(key.id, found->second);
}

std::string ShownKeys::text(const ProvisionKey& key) const { return ProvisionKey{key.numbering, id(key)}.text(); }

}  // namespace srgconv::write
