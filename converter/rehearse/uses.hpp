// Which mappings of a rule set may take a data file, and for which sender.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include "domain/identifiers.hpp"
#include "domain/period.hpp"
#include "rules/rules.hpp"

namespace srgconv::rehearse {

struct Use {
  std::shared_ptr<const rules::Mapping> mapping;
  std::optional<SenderCode> sender;  ///< nothing: no transition says
  std::optional<ReportMonth> month;
};

/// The uses whose statement in a transition names this file; paths begin at `folder`.
std::vector<Use> uses_of_file(const rules::RuleSet& rules, const std::filesystem::path& folder, const std::filesystem::path& file);
/// Every use: the statements of transitions, then the mappings that none of them uses.
std::vector<Use> all_uses(const rules::RuleSet& rules);

}  // namespace srgconv::rehearse
