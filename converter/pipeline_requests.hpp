// What reconciliation and verification are asked, and what the report tells of the answers.
#pragma once

#include <vector>

#include "intake/intake.hpp"
#include "pipeline_case.hpp"
#include "read/read.hpp"
#include "reconcile/reconcile.hpp"
#include "report/report.hpp"
#include "store/store.hpp"
#include "verify/verify.hpp"

namespace srgconv {

/// Old provisions and new ones, and what is known of both. Takes the lists of the intake.
reconcile::Problem pose_problem(const Case& the_case, const intake::Inventory& inventory, intake::Intake& intake, const store::Workspace& workspace);

/// The written files and the inputs by which they are judged. Old sides that are no delivery in the pack's own format rest on the mapping.
verify::Request pose_verification(const Case& the_case, const intake::Inventory& inventory, const reconcile::Problem& problem,
                                  const store::Workspace& workspace, std::vector<read::InputFile> conversions);

/// The report of a run but for its verification, findings and outputs.
report::Model describe(const Case& the_case, const ConvertRequest& request, const store::Workspace& workspace, const reconcile::Problem& problem,
                       const reconcile::Outcome& outcome);

}  // namespace srgconv
