// Puts the conversion file and the deliveries beside each other.
#include "verify/evidence.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <tuple>

#include "verify/conversion_checks.hpp"

namespace srgconv::verify {
namespace {

constexpr std::array<std::pair<std::string_view, Relation>, 8> relations{{{"same", Relation::same},
                                                                          {"split", Relation::split},
                                                                          {"joined", Relation::joined},
                                                                          {"ended", Relation::ended},
                                                                          {"ended-since", Relation::ended_since},
                                                                          {"dropped", Relation::dropped},
                                                                          {"open", Relation::open},
                                                                          {"stays", Relation::stays}}};

// The provision a key names in a side, marked as named.
const Delivered* find_and_mark(DeliveredSide& side, const Numbering& numbering, const std::string& id) {
  for (SideDelivery& delivery : side.deliveries) {
    if (delivery.sender != numbering.sender) continue;
    const Delivered* found = nullptr;
    // Several provisions under one number are a finding of UNIQUE; all of them are named.
    for (auto at = delivery.first_with(id); at != delivery.by_id.end() && delivery.provisions[*at].id == id; ++at) {
      if (found == nullptr) found = &delivery.provisions[*at];
      delivery.named[*at] = true;
    }
    return found;
  }
  return nullptr;
}

}  // namespace

const SideDelivery* DeliveredSide::find(const SenderCode& sender) const {
  const auto found = std::find_if(deliveries.begin(), deliveries.end(), [&](const SideDelivery& delivery) { return delivery.sender == sender; });
  return found == deliveries.end() ? nullptr : &*found;
}

std::optional<Relation> relation_of(std::string_view role) {
  for (const auto& [word, relation] : relations) {
    if (word == role) return relation;
  }
  return std::nullopt;
}

std::string_view name(Relation relation) {
  return std::find_if(relations.begin(), relations.end(), [&](const auto& entry) { return entry.second == relation; })->first;
}

bool ConversionFiles::readable() const {
  return std::all_of(each.begin(), each.end(), [](const ConversionFile& file) { return file.state == FileState::readable; });
}

std::uint32_t ConversionFiles::numbering_index(const Numbering& numbering) {
  const auto [found, fresh] = numbering_indices_.emplace(numbering, static_cast<std::uint32_t>(numberings.size()));
  if (fresh) numberings.push_back(numbering);
  return found->second;
}

std::string ConversionFiles::shown(const Record& record) const { return shown_key(numbering(record), record.id, record.facts.bsn); }
std::string ConversionFiles::shown(const NewKey& key) const { return shown_key(numbering(key), key.id, key.facts.bsn); }

std::string shown_key(const Numbering& numbering, std::string_view id, const std::optional<Bsn>& bsn) {
  return mask_personal(ProvisionKey{numbering, bsn ? shown_number(id, *bsn) : std::string(id)}.text());
}

std::int64_t Evidence::parameter(std::string_view check, std::string_view name) const {
  const rules::Check* declared = pack.check(check);
  const auto number = declared == nullptr ? std::nullopt : declared->number(name);
  return number ? number->units() / Decimal::whole(1).units() : 0;
}

ReportMonth Evidence::earliest_last_month() const {
  std::optional<ReportMonth> earliest;
  for (const SideDelivery& delivery : old_side.deliveries) {
    if (!earliest || delivery.month < *earliest) earliest = delivery.month;
  }
  return earliest.value_or(month.plus(-1));
}

std::string shown_code(const Evidence& evidence, std::string_view list, std::string_view role) {
  const CodeList* codes = evidence.pack.codes.find(list);
  const Code* code = codes == nullptr ? nullptr : codes->with_role(role);
  return std::string(code == nullptr ? role : code->code);
}

std::optional<Numbering> numbering_going_on(const ConversionFiles& files, const SenderCode& sender) {
  std::optional<Numbering> numbering;
  bool stays = false;
  for (const Record& record : files.records) {
    if (files.numbering(record).sender != sender) continue;
    for (std::uint32_t key = record.first_key; key < record.first_key + record.keys; ++key) {
      if (files.numbering(files.keys[key]).sender == sender) return std::nullopt;  // it numbers its own anew
    }
    if (!numbering || (record.relation == Relation::stays && !stays)) numbering = files.numbering(record);
    stays = stays || record.relation == Relation::stays;
  }
  if (!numbering || stays) return numbering;
  const bool used = std::any_of(files.keys.begin(), files.keys.end(), [&](const NewKey& key) { return files.numbering(key) == *numbering; });
  return used ? numbering : std::nullopt;
}

bool declares(const Evidence& evidence, const Record& record, std::string_view field) {
  const auto changes = evidence.changes_of(record);
  return std::any_of(changes.begin(), changes.end(), [&](const DeclaredChange& change) { return *change.field == field; });
}

bool goes_on(const Record& record) { return record.relation == Relation::stays || record.relation == Relation::ended; }

namespace {

// Puts the records of senders that go on beside the provisions of the same number in their new deliveries.
void find_own_records(Evidence& evidence) {
  for (SideDelivery& delivery : evidence.new_side.deliveries) {
    if (!numbering_going_on(evidence.files, delivery.sender)) continue;
    delivery.own_records.assign(delivery.provisions.size(), nullptr);
    for (const Record& record : evidence.files.records) {
      if (evidence.files.numbering(record).sender != delivery.sender) continue;
      if (const Delivered* same = delivery.find(record.id)) delivery.own_records[static_cast<std::size_t>(same - delivery.provisions.data())] = &record;
    }
  }
}

}  // namespace

void join(Evidence& evidence) {
  for (DeliveredSide* side : {&evidence.old_side, &evidence.new_side}) {
    for (SideDelivery& delivery : side->deliveries) delivery.named.assign(delivery.provisions.size(), false);
  }
  find_own_records(evidence);
  for (Record& record : evidence.files.records) record.delivered = find_and_mark(evidence.old_side, evidence.files.numbering(record), record.id);
  for (NewKey& key : evidence.files.keys) key.delivered = find_and_mark(evidence.new_side, evidence.files.numbering(key), key.id);
  evidence.equations = equations_of(evidence);
}

}  // namespace srgconv::verify
