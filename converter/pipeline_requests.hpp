// What reconciliation and verification are asked, and what the report tells of the answers.
#pragma once

#include <cstddef>
#include <vector>

#include "domain/decision.hpp"
#include "intake/intake.hpp"
#include "pipeline_case.hpp"
#include "pipeline_passage.hpp"
#include "reconcile/reconcile.hpp"
#include "report/report.hpp"
#include "store/store.hpp"
#include "verify/verify.hpp"

namespace srgconv {

/// Old provisions and new ones, and what is known of both. Takes the lists of the intake.
reconcile::Problem pose_problem(const Case& the_case, const Passage& passage, intake::Intake& intake, const store::Workspace& workspace);

/// Takes the decisions about provisions of this problem out of those that are left; for the last transition all, so that what fits nowhere is told.
void take_decisions(reconcile::Problem& problem, std::vector<Decision>& left, bool last);

/// The written files and the inputs by which they are judged; the files of transitions before it in the case are earlier ones. Old sides that are no delivery
/// in the pack's own format rest on the mapping.
verify::Request pose_verification(const Case& the_case, const std::vector<Passage>& passages, const Passage& passage, const EarlierFiles& earlier,
                                  const reconcile::Problem& problem, const store::Workspace& workspace);

/// The report of a transition but for its verification, findings and outputs. `first_source` is the number of its first source in the workspace.
report::Model describe(const Case& the_case, const ConvertRequest& request, const Passage& passage, const store::Workspace& workspace, std::size_t first_source,
                       const reconcile::Problem& problem, const reconcile::Outcome& outcome);

}  // namespace srgconv
