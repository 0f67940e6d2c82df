// The weights of `else evidence`: those of the pack, of a file beside the case, or estimated once into that file.
#pragma once

#include <filesystem>
#include <optional>

#include "diagnostics/diagnostics.hpp"
#include "domain/evidence.hpp"
#include "pack/pack.hpp"
#include "reconcile/reconcile.hpp"
#include "rules/rules.hpp"

namespace srgconv {

/// What a transition weighs with.
struct WeightsSource {
  EvidenceWeights weights;                    ///< to start from, when `to_estimate` names a file
  std::optional<std::filesystem::path> file;  ///< beside the case; nothing: the pack's, or the transition does not weigh
  bool to_estimate = false;                   ///< `file` is not there yet
};

/// Finds the weights before anything is read. CASE-060 to CASE-063 or PACK-0xx when there are none, or `--estimate` was given where nothing is to be estimated.
std::optional<WeightsSource> find_weights(const rules::Transition& transition, const pack::Pack& pack, const std::filesystem::path& folder, bool estimate,
                                          Diagnostics& diagnostics);

/// Estimates the weights from the problem, into the problem, and writes them to the file; CASE-067 when few provisions told them. False and no file, with
/// CASE-065 or CASE-066, when the exact levels leave no person with provisions on both sides, or too few provisions.
bool estimate_weights(const WeightsSource& source, reconcile::Problem& problem, Diagnostics& diagnostics);

}  // namespace srgconv
