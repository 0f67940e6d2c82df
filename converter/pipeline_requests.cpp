// From the case, its files and its workspace to the questions that the rooms answer.
#include "pipeline_requests.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <utility>

namespace srgconv {
namespace {

// The days to which a system may have moved a start: the first of the transition's month, and those on which its old senders ended.
std::vector<Date> change_dates(const Case& the_case, const Passage& passage) {
  std::vector<Date> dates{passage.transition.month.first_day()};
  for (const auto& [sender, old_side] : passage.inventory.old_sides) {
    const pack::Sender* known = the_case.pack->senders.find(sender);
    if (known != nullptr && known->end && *known->end != dates.front()) dates.push_back(*known->end);
  }
  return dates;
}

}  // namespace

reconcile::Problem pose_problem(const Case& the_case, const Passage& passage, intake::Intake& intake, const store::Workspace& workspace) {
  const intake::Inventory& inventory = passage.inventory;
  reconcile::Problem problem{passage.transition, the_case.pack->codes, {}, {}, {}, std::move(intake.lists)};
  problem.change_dates = change_dates(the_case, passage);
  for (const auto& [sender, old_side] : inventory.old_sides) {
    problem.last_months[sender] = old_side.last_month;
    reconcile::add_old_provisions(workspace, sender, old_side, problem);
  }
  for (const SenderCode& sender : inventory.new_senders) {
    workspace.for_each_state(store::Side::new_delivered, sender, passage.transition.month,
                             [&](ReportedProvision&& state) { problem.add_new(state.provision); });
  }
  for (intake::Intake::Misspelt& row : intake.misspelt) {
    const auto old_side = inventory.old_sides.find(row.provision.sender);
    if (row.side == store::Side::new_delivered) {
      if (row.month == passage.transition.month) problem.misspelt_new.push_back(std::move(row.provision));
    } else if (old_side != inventory.old_sides.end() && row.side == old_side->second.side && row.month == old_side->second.state_month) {
      problem.misspelt_old.push_back(std::move(row.provision));
    }
  }
  // What goes to no new sender stands with the first one named that may deliver for its old sender.
  for (const auto& [old, month] : problem.last_months) {
    for (const SenderCode& fresh : inventory.new_senders) {
      if (the_case.pack->senders.lawful_successor(old, fresh, passage.transition.month.last_day()) == Answer::no) continue;
      problem.homes.emplace(old, fresh);
      break;
    }
  }
  return problem;
}

void take_decisions(reconcile::Problem& problem, std::vector<Decision>& left, bool last) {
  if (last || left.empty()) {
    problem.decisions = std::exchange(left, {});
    return;
  }
  std::set<std::string> codes;
  for (const Decision& decision : left) codes.insert(decision.link_code);
  std::set<std::string> here;
  for (std::size_t old = 0; old < problem.old.size(); ++old) {
    std::string code = reconcile::link_code(problem.old.key(old), problem.old.bsn(old), problem.pseudonym);
    if (codes.contains(code)) here.insert(std::move(code));
  }
  const auto later = std::stable_partition(left.begin(), left.end(), [&](const Decision& decision) { return here.contains(decision.link_code); });
  problem.decisions.assign(std::make_move_iterator(left.begin()), std::make_move_iterator(later));
  left.erase(left.begin(), later);
}

verify::Request pose_verification(const Case& the_case, const std::vector<Passage>& passages, const Passage& passage, const EarlierFiles& earlier,
                                  const reconcile::Problem& problem, const store::Workspace& workspace) {
  const intake::Inventory& inventory = passage.inventory;
  verify::Request request{*the_case.pack,
                          *the_case.conversion_format,
                          *the_case.delivery_format,
                          passage.written,
                          {},
                          {},
                          {},
                          {},
                          {},
                          passage.transition.requirements,
                          0,
                          0,
                          passage.transition.assessed_on};
  request.threads = problem.threads;
  for (const rules::Gap& gap : passage.transition.gaps) request.declared_gaps.insert(gap.sender);
  std::vector<read::InputFile> written;  // in this run so far; given as earlier files they count once
  for (const Passage& other : passages) written.insert(written.end(), other.written.begin(), other.written.end());
  request.earlier = earlier.other_than(written);
  for (const Passage& other : passages) {
    if (other.number < passage.number) request.earlier.insert(request.earlier.end(), other.written.begin(), other.written.end());
  }
  std::set<SenderCode> delivered;
  for (const intake::File& file : inventory.files) {
    if (file.mapping->format->name != "levering") continue;
    if (file.source.side == store::Side::old_delivered) {
      request.old_deliveries.push_back(file.input);
      delivered.insert(file.source.sender);
    } else if (file.source.side == store::Side::new_delivered) {
      request.new_deliveries.push_back(file.input);
    }
  }
  for (const auto& [sender, old_side] : inventory.old_sides) {
    if (!delivered.contains(sender)) {
      verify::MappedSide mapped{sender, old_side.last_month, {}};
      for (std::size_t old = 0; old < problem.old.size(); ++old) {
        if (problem.old.sender(old) == sender) mapped.provisions.push_back(problem.old_provision(old));
      }
      request.mapped_old.push_back(std::move(mapped));
    } else if (old_side.export_month) {
      request.exports.push_back({sender, old_side.last_month, reconcile::exported_provisions(workspace, sender, *old_side.export_month)});
    }
  }
  for (const rules::DeliveryOrder& order : passage.transition.orders) request.orders.push_back(order.files);
  return request;
}

report::Model describe(const Case& the_case, const ConvertRequest& request, const Passage& passage, const store::Workspace& workspace, std::size_t first_source,
                       const reconcile::Problem& problem, const reconcile::Outcome& outcome) {
  report::Model model;
  model.program = request.program;
  model.command = "convert";
  model.transition = passage.transition.name;
  model.reason = passage.transition.reason;
  model.month = passage.transition.month;
  model.assessed_on = passage.transition.assessed_on;
  model.pack = the_case.pack->name;
  model.pack_version = the_case.pack->version;
  model.assumptions = the_case.pack->assumptions;
  model.sources = workspace.sources();
  model.sources.erase(model.sources.begin(), model.sources.begin() + static_cast<std::ptrdiff_t>(first_source));
  for (const auto proof : {reconcile::Proof::rule, reconcile::Proof::decision, reconcile::Proof::list, reconcile::Proof::equal, reconcile::Proof::near,
                           reconcile::Proof::evidence, reconcile::Proof::interchangeable}) {
    const auto count = std::count_if(outcome.links.begin(), outcome.links.end(), [&](const reconcile::Link& link) { return link.proof == proof; });
    model.links_by_proof.emplace_back(reconcile::name(proof), count);
  }
  model.reviews = outcome.reviews.size();
  model.list_contradictions = outcome.list_contradictions;
  for (const reconcile::DecisionOutcome& decision : outcome.decisions) {
    ++(decision.outcome == "applied" ? model.decisions.applied : decision.outcome == "later" ? model.decisions.later : model.decisions.not_applied);
  }
  for (std::size_t i = 0; i < problem.old.size(); ++i) {
    if (outcome.old_fates[i] != reconcile::OldFate::ended_since) continue;
    model.to_dos.push_back(ProvisionKey{problem.old.numbering(i), shown_number(problem.old.id(i), problem.old.bsn(i))}.text());
  }
  std::sort(model.to_dos.begin(), model.to_dos.end());
  return model;
}

}  // namespace srgconv
