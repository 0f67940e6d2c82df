// Finds provisions by keys as people and spreadsheets write them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "reconcile/id_index.hpp"

namespace srgconv::reconcile {

/// How a written text and a key agree.
enum class Sameness { no, zeros_lost, yes };

/// A key is written whole (`0398@-/0012`) or as its registration number alone; with the BSN of its own person masked or not; a spreadsheet may have taken
/// zeros away at the beginning of the sender or the number.
Sameness same_key(std::string_view written, const ProvisionKey& key, Bsn bsn);

/// The new provisions, by such texts.
class WrittenKeys {
 public:
  explicit WrittenKeys(const Provisions& provisions) : provisions_(provisions), by_id_(provisions) {}

  struct Found {
    std::vector<std::uint32_t> provisions;  ///< in order of key; several: the text does not say which
    bool zeros_lost = false;
  };
  Found find(const std::string& written);

 private:
  Sameness same(std::string_view written, std::uint32_t index) const { return same_key(written, provisions_.key(index), provisions_.bsn(index)); }

  const Provisions& provisions_;
  IdIndex by_id_;
  std::optional<std::unordered_multimap<std::string, std::uint32_t>> by_bare_id_;  // without zeros, own BSN masked; made when it is first needed
};

}  // namespace srgconv::reconcile
