// MAPPING-AGREES: did the mapping make of the export what was delivered? Only keys that CBS knows can be followed.
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>

#include "verify/conversion_checks.hpp"

namespace srgconv::verify {
namespace {

using FactsKey = std::tuple<std::uint32_t, std::string, Date>;  // BSN, type, start

// Was the provision running on some day of the month? What a partial date leaves open counts as running.
bool runs_in(const Provision& provision, ReportMonth month) {
  const bool started = on_or_before(provision.start, month.last_day()) != Answer::no;
  const bool ended_before = provision.end && on_or_before(*provision.end, month.plus(-1).last_day()) == Answer::yes;
  return started && !ended_before;
}

std::string shown(const MappedSide& side, const Provision& provision) {
  return mask_personal(side.sender.text() + "/" + shown_number(provision.key.id, provision.bsn));
}

// One sender's export against what it delivered.
class Comparison {
 public:
  Comparison(const MappedSide& mapped, const SideDelivery& delivery, const std::string& file, Tally& tally)
      : mapped_(mapped), delivery_(delivery), file_(file), tally_(tally) {
    for (const Provision& provision : mapped.provisions) by_id_.emplace(provision.key.id, &provision);
    for (const Delivered& provision : delivery.provisions) {
      if (by_id_.contains(provision.id)) continue;
      if (provision.facts.bsn) unmatched_[{provision.facts.bsn->value(), *provision.facts.type, provision.facts.start}].push_back(&provision);
    }
  }

  void judge() {
    std::set<const Delivered*> told;  // delivered under another key, and said so
    for (const auto& [id, provision] : by_id_) {
      const Delivered* delivered = delivery_.find(id);
      if (delivered != nullptr) {
        judge_facts(*provision, *delivered);
      } else if (!runs_in(*provision, delivery_.month)) {
        tally_.not_applicable();
      } else {
        const Delivered* twin = under_another_key(*provision);
        if (twin != nullptr) told.insert(twin);
        judge_missing(*provision, twin);
      }
    }
    for (const Delivered& provision : delivery_.provisions) {
      if (by_id_.contains(provision.id)) continue;
      if (told.contains(&provision)) {
        tally_.violated();
        continue;
      }
      Case one(tally_, delivery_.file, provision.line);
      one.violated("VER-111", [&] { return Arguments{{"key", shown_key(delivery_.sender, provision)}, {"month", delivery_.month.text()}}; });
    }
  }

 private:
  // The one delivered provision with these facts that the export does not have.
  const Delivered* under_another_key(const Provision& provision) const {
    const auto found = unmatched_.find({provision.bsn.value(), provision.type, provision.start});
    return found != unmatched_.end() && found->second.size() == 1 ? found->second.front() : nullptr;
  }

  void judge_missing(const Provision& provision, const Delivered* twin) {
    Case one(tally_, file_, 0);
    if (twin == nullptr) {
      one.violated("VER-110", [&] { return Arguments{{"key", shown(mapped_, provision)}, {"month", delivery_.month.text()}}; });
    } else {
      one.violated("VER-112", [&] {
        return Arguments{{"sender", mapped_.sender.text()}, {"key", shown(mapped_, provision)}, {"delivered", shown_key(delivery_.sender, *twin)}};
      });
    }
  }

  void judge_facts(const Provision& provision, const Delivered& delivered) {
    Case one(tally_, delivery_.file, delivered.line);
    std::string fields;
    const auto compare = [&](const char* field, bool equal) {
      if (!equal) fields += (fields.empty() ? "" : ", ") + std::string(field);
    };
    compare("bsn", delivered.facts.bsn == provision.bsn);
    compare("type", *delivered.facts.type == provision.type);
    compare("start", delivered.facts.start == provision.start);
    if (!fields.empty()) one.violated("VER-114", [&] { return Arguments{{"key", shown_key(delivery_.sender, delivered)}, {"fields", fields}}; });
  }

  const MappedSide& mapped_;
  const SideDelivery& delivery_;
  const std::string& file_;
  Tally& tally_;
  std::map<std::string, const Provision*> by_id_;
  std::map<FactsKey, std::vector<const Delivered*>> unmatched_;
};

}  // namespace

void check_mapping(const Evidence& evidence, Tally& tally) {
  bool compared = false;
  for (const SideDelivery& delivery : evidence.old_side.deliveries) {
    if (!delivery.from_mapping) continue;
    compared = true;
    tally.undecided(delivery.provisions.size());
    const auto arguments = [&] { return Arguments{{"sender", delivery.sender.text()}, {"count", std::to_string(delivery.provisions.size())}}; };
    tally.finding("VER-113", evidence.files.name(), 0, arguments, {}, checks::Outcome::undecided, delivery.provisions.size());
  }
  for (const MappedSide& mapped : *evidence.exports) {
    const SideDelivery* delivery = evidence.old_side.find(mapped.sender);
    if (delivery == nullptr || delivery->from_mapping) continue;
    compared = true;
    Comparison(mapped, *delivery, evidence.files.name(), tally).judge();
  }
  if (!compared) tally.nothing_to_assess();
}

}  // namespace srgconv::verify
