// UNIQUE, BSN and OWN-BSN: does every number stand in the delivery once, does every BSN pass the 11-test, and does no number give a BSN away?
#include "monthly/month.hpp"

namespace srgconv::monthly {

void check_unique(const Month& month, Found& found) {
  const auto& provisions = month.delivery.provisions;
  const auto& by_id = month.delivery.by_id;
  for (std::size_t i = 0; i < by_id.size(); ++i) {
    ProvisionCase one(found, month, by_id[i]);
    if (i == 0 || provisions[by_id[i - 1]].id != provisions[by_id[i]].id) continue;
    one.violated("VER-041", [&] {
      return Arguments{{"key", month.shown(by_id[i])}, {"month", month.month().text()}, {"line", std::to_string(provisions[by_id[i - 1]].line)}};
    });
  }
}

void check_bsns(const Month& month, Found& found) {
  for (std::size_t i = 0; i < month.delivery.provisions.size(); ++i) {
    ProvisionCase one(found, month, i);
    if (!month.delivery.provisions[i].facts.bsn) one.violated("VER-205", [&] { return Arguments{{"key", month.shown(i)}}; });
  }
}

void check_own_bsn(const Month& month, Found& found) {
  for (std::size_t i = 0; i < month.delivery.provisions.size(); ++i) {
    const delivery::Delivered& provision = month.delivery.provisions[i];
    if (!provision.facts.bsn) {
      found.tally.not_applicable();
      continue;
    }
    ProvisionCase one(found, month, i);
    if (contains_bsn(provision.id, *provision.facts.bsn)) one.violated("VER-191", [&] { return Arguments{{"key", month.shown(i)}}; });
  }
}

}  // namespace srgconv::monthly
