// One transition of a case on its way through the route: its files and weights, found before anything is read, and what becomes of it.
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "diagnostics/diagnostics.hpp"
#include "intake/intake.hpp"
#include "pipeline.hpp"
#include "pipeline_case.hpp"
#include "pipeline_weights.hpp"
#include "read/read.hpp"
#include "report/report.hpp"
#include "rules/rules.hpp"
#include "verify/verify.hpp"

namespace srgconv {

struct Passage {
  const rules::Transition& transition;
  std::uint32_t number;  ///< among those of the case: index into store::Workspace::transitions()
  WeightsSource weights;
  intake::Inventory inventory;
  std::vector<read::InputFile> written = {};  ///< its conversion files; named in messages as they will be called
  report::Model model = {};
};

/// Finds weights and files of every transition, in order of month, and holds the files against the lineage and against the other transitions: between two
/// transitions of a sender its files belong to both, and others to none (CASE-068). Nothing when there was an error.
std::optional<std::vector<Passage>> plan_passages(const Case& the_case, const ConvertRequest& request, Diagnostics& diagnostics);

/// A sender that has begun a numbering delivers under it from then on: the keys of its files are those of that numbering, not of the first one known.
/// Says of every old side under which it was in its last month.
void take_numberings(const verify::Numberings& numberings, Passage& passage);

/// Every input by its hash, in a fixed order.
std::vector<report::Input> name_inputs(const Case& the_case, const ConvertRequest& request, const std::vector<Passage>& passages, const DecisionFiles& decided,
                                       const EarlierFiles& earlier);

}  // namespace srgconv
