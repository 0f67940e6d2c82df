// Weights found, read, or estimated and written.
#include "pipeline_weights.hpp"

#include <algorithm>
#include <string>
#include <system_error>

#include <fmt/format.h>

#include "read/read.hpp"
#include "reconcile/reconcile.hpp"
#include "write/write.hpp"

namespace srgconv {
namespace {

namespace fs = std::filesystem;

Diagnostic about(const char* code, const SourceSpan& place, std::map<std::string, std::string> arguments) {
  return {code, place, std::move(arguments), {}, {}};
}

}  // namespace

std::optional<WeightsSource> find_weights(const rules::Transition& transition, const pack::Pack& pack, const fs::path& folder, bool estimate,
                                          Diagnostics& diagnostics) {
  const rules::MatchLevel* level = transition.match ? transition.match->weighing() : nullptr;
  WeightsSource source;
  if (level == nullptr || !level->evidence->weights) {
    if (estimate) {
      diagnostics.add(about("CASE-063", level == nullptr ? transition.span : level->span, {}));
      return std::nullopt;
    }
    if (level != nullptr && !pack.weights) {
      diagnostics.add(about("CASE-060", level->span, {{"pack", pack.name}}));
      return std::nullopt;
    }
    source.weights = pack.weights.value_or(EvidenceWeights{});  // of a transition that does not weigh they tell how strong a link is
    return source;
  }
  const std::string& name = *level->evidence->weights;
  source.file = folder / name;
  std::error_code failed;
  const bool there = fs::exists(*source.file, failed);
  source.to_estimate = estimate;
  if (estimate == there) {
    diagnostics.add(about(there ? "CASE-062" : "CASE-061", level->span, {{"file", name}}));
    return std::nullopt;
  }
  if (estimate) {
    if (!pack.weights) {
      diagnostics.add(about("CASE-060", level->span, {{"pack", pack.name}}));
      return std::nullopt;
    }
    source.weights = *pack.weights;
    return source;
  }
  const auto text = read::read_bytes({*source.file, name}, diagnostics);
  const auto weights = text ? pack::read_weights(SourceText(name, *text), diagnostics) : std::nullopt;
  if (!weights) return std::nullopt;
  source.weights = *weights;
  return source;
}

bool estimate_weights(const WeightsSource& source, reconcile::Problem& problem, Diagnostics& diagnostics) {
  const rules::MatchLevel& level = *problem.transition.match->weighing();
  const auto estimated = reconcile::estimate(problem);
  if (!estimated) {
    diagnostics.add(about("CASE-065", level.span, {{"file", *level.evidence->weights}}));
    return false;
  }
  const std::string persons = fmt::to_string(estimated->persons), pairs = fmt::to_string(estimated->pairs);
  const std::map<std::string, std::string> counts{{"file", *level.evidence->weights},
                                                  {"provisions", fmt::to_string(estimated->provisions)},
                                                  {"fewest", fmt::to_string(reconcile::fewest_estimated)},
                                                  {"ample", fmt::to_string(reconcile::amply_estimated)}};
  if (estimated->provisions < reconcile::fewest_estimated) {
    diagnostics.add(about("CASE-066", level.span, counts));
    return false;
  }
  if (estimated->provisions < reconcile::amply_estimated) diagnostics.add(about("CASE-067", level.span, counts));
  problem.weights = estimated->weights;
  write::write_file(*source.file, pack::weights_table(estimated->weights, fmt::format("estimated from {} pairs of {} persons", pairs, persons)));
  diagnostics.add(about("CASE-064", level.span, {{"file", *level.evidence->weights}, {"persons", persons}, {"pairs", pairs}}));
  return true;
}

}  // namespace srgconv
