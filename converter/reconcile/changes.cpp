// Reasons of changes, for the conversion file.
#include "reconcile/changes.hpp"

#include <string_view>

#include <fmt/format.h>

namespace srgconv::reconcile {
namespace {

std::string_view dutch(rules::TargetField field) {
  switch (field) {
    case rules::TargetField::bsn: return "BSN";
    case rules::TargetField::id: return "registratienummer";
    case rules::TargetField::type: return "type";
    case rules::TargetField::start: return "begindatum";
    case rules::TargetField::end: return "einddatum";
    case rules::TargetField::goal: return "doel";
    case rules::TargetField::work_capacity: return "arbeidsvermogen";
    case rules::TargetField::wage_value: return "loonwaarde";
    case rules::TargetField::description: return "omschrijving";
    case rules::TargetField::old_id:
    case rules::TargetField::new_id:
    case rules::TargetField::new_sender: break;
  }
  return "registratienummer";
}

std::string days(int count) { return count == 1 ? "1 dag" : fmt::format("{} dagen", count); }

// `2 dagen later`; partial dates cannot be counted.
std::string difference(Date old, Date fresh) {
  if (!old.complete() || !fresh.complete()) return "anders en deels onbekend";
  const int later = fresh.day_number() - old.day_number();
  return later > 0 ? days(later) + " later" : days(-later) + " eerder";
}

std::string proved_by(const Pairing& pairing) {
  if (pairing.proof == Proof::rule) return "gekoppeld door een vaste regel";
  if (pairing.proof == Proof::decision) return "gekoppeld door een besluit" + (pairing.decision->why.empty() ? std::string() : ": " + pairing.decision->why);
  if (pairing.proof == Proof::list) return "gekoppeld door de nummerlijst van de leverancier";
  if (pairing.relation == Relation::split) return "voorziening gesplitst";
  if (pairing.relation == Relation::joined) return "voorzieningen samengevoegd";
  if (pairing.proof == Proof::evidence && pairing.level == nullptr) return "aansluitende voorzieningen samengevoegd";
  if (pairing.proof == Proof::evidence) return "gekoppeld op gewogen bewijs";
  if (pairing.proof == Proof::interchangeable) return "gekoppeld als onderling verwisselbaar";
  if (pairing.level->start_within) return fmt::format("gekoppeld binnen {}", days(*pairing.level->start_within));
  std::string fields = "BSN";
  for (const rules::TargetField field : pairing.level->equal) {
    if (field != rules::TargetField::bsn) fields += fmt::format(", {}", dutch(field));
  }
  return "gekoppeld op gelijke gegevens: " + fields;
}

}  // namespace

std::vector<Change> changes(const Problem& problem, const Pairing& pairing) {
  const Provision old = problem.old_provision(pairing.old);
  const Provision fresh = problem.new_provision(pairing.fresh);
  std::vector<Change> result;
  if (old.bsn != fresh.bsn) result.push_back({"bsn", "ander BSN; " + proved_by(pairing)});  // by a decision only
  if (old.type != fresh.type) result.push_back({"type", fmt::format("type {} in plaats van {}; {}", fresh.type, old.type, proved_by(pairing))});
  if (old.start != fresh.start) result.push_back({"start", fmt::format("begindatum {}; {}", difference(old.start, fresh.start), proved_by(pairing))});
  if (old.end && fresh.end && *old.end != *fresh.end) {
    result.push_back({"end", fmt::format("einddatum {}; {}", difference(*old.end, *fresh.end), proved_by(pairing))});
  }
  return result;
}

}  // namespace srgconv::reconcile
