// UNIQUE and BSN: is every key there once, and does every BSN pass the 11-test?
#include <algorithm>
#include <numeric>
#include <tuple>
#include <vector>

#include "verify/conversion_checks.hpp"

namespace srgconv::verify {
namespace {

void check_records(const Evidence& evidence, Tally& tally) {
  const ConversionFiles& file = evidence.files;
  std::vector<std::uint32_t> order(file.records.size());
  std::iota(order.begin(), order.end(), 0U);
  // A sender's last month has one numbering, so its numbers are compared whatever the numbering that the record names.
  const auto key = [&](std::uint32_t index) -> std::tuple<const SenderCode&, const std::string&> {
    return {file.numbering(file.records[index]).sender, file.records[index].id};
  };
  std::sort(order.begin(), order.end(),
            [&](std::uint32_t a, std::uint32_t b) { return std::tuple_cat(key(a), std::tuple(a)) < std::tuple_cat(key(b), std::tuple(b)); });
  for (std::size_t i = 0; i < order.size(); ++i) {
    const Record& record = file.records[order[i]];
    Case one(tally, evidence.files.name_of(record), record.line);
    if (i == 0 || key(order[i - 1]) != key(order[i])) continue;
    const Record& earlier = file.records[order[i - 1]];
    if (earlier.file != record.file)
      one.violated("VER-153", [&] { return Arguments{{"key", file.shown(record)}, {"other", file.name_of(earlier)}, {"line", std::to_string(earlier.line)}}; });
    else
      one.violated("VER-040", [&] { return Arguments{{"key", file.shown(record)}, {"line", std::to_string(earlier.line)}}; });
  }
}

void check_delivery(const SideDelivery& delivery, Tally& tally) {
  for (std::size_t i = 0; i < delivery.by_id.size(); ++i) {
    const Delivered& provision = delivery.provisions[delivery.by_id[i]];
    Case one(tally, delivery.file, provision.line);
    if (i == 0 || delivery.provisions[delivery.by_id[i - 1]].id != provision.id) continue;
    one.violated("VER-041", [&] {
      return Arguments{{"key", shown_key(delivery.sender, provision)},
                       {"month", delivery.month.text()},
                       {"line", std::to_string(delivery.provisions[delivery.by_id[i - 1]].line)}};
    });
  }
}

}  // namespace

void check_unique(const Evidence& evidence, Tally& tally) {
  check_records(evidence, tally);
  for (const DeliveredSide* side : {&evidence.old_side, &evidence.new_side}) {
    if (!side->usable()) continue;
    for (const SideDelivery& delivery : side->deliveries) check_delivery(delivery, tally);
  }
}

void check_bsn(const Evidence& evidence, Tally& tally) {
  const ConversionFiles& file = evidence.files;
  // The number of a provision must not give away whose it is.
  const auto judge_number = [](std::string_view id, const std::optional<Bsn>& bsn, Case& one, const auto& key) {
    if (bsn && contains_bsn(id, *bsn)) one.undecided("VER-235", [&] { return Arguments{{"key", key()}}; });
  };
  for (const Record& record : file.records) {
    Case one(tally, evidence.files.name_of(record), record.line);
    if (!record.facts.bsn) one.violated("VER-045", [&] { return Arguments{{"key", file.shown(record)}}; });
    judge_number(record.id, record.facts.bsn, one, [&] { return file.shown(record); });
  }
  for (const NewKey& key : file.keys) {
    Case one(tally, evidence.files.name_of(key), key.line);
    if (!key.facts.bsn) one.violated("VER-046", [&] { return Arguments{{"key", file.shown(key)}}; });
    judge_number(key.id, key.facts.bsn, one, [&] { return file.shown(key); });
  }
  // New provisions that the file does not name.
  if (!evidence.new_side.usable()) return;
  for (const SideDelivery& delivery : evidence.new_side.deliveries) {
    for (std::size_t i = 0; i < delivery.provisions.size(); ++i) {
      if (delivery.named[i]) continue;
      const Delivered& provision = delivery.provisions[i];
      Case one(tally, delivery.file, provision.line);
      if (!provision.facts.bsn) one.violated("VER-046", [&] { return Arguments{{"key", shown_key(delivery.sender, provision)}}; });
      judge_number(provision.id, provision.facts.bsn, one, [&] { return shown_key(delivery.sender, provision); });
    }
  }
}

}  // namespace srgconv::verify
