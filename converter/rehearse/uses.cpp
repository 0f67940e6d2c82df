#include "rehearse/uses.hpp"

#include <algorithm>

#include "read/read.hpp"

namespace srgconv::rehearse {
namespace {

namespace fs = std::filesystem;

// A statement of a transition that reads files.
struct Statement {
  const std::vector<std::string>& patterns;
  Use use;
};

std::optional<ReportMonth> month_of(const rules::MonthSource& source) {
  const auto* snapshot = std::get_if<rules::Snapshot>(&source);
  return snapshot == nullptr ? std::nullopt : ReportMonth::from_parts(snapshot->day.year(), snapshot->day.month());
}

std::vector<Statement> statements_of(const rules::RuleSet& rules) {
  std::vector<Statement> result;
  for (const rules::Transition& transition : rules.transitions) {
    for (const auto* sources : {&transition.old, &transition.delivered, &transition.fresh}) {
      for (const rules::Source& source : *sources) result.push_back({source.patterns, {source.mapping, source.sender, month_of(source.month)}});
    }
    for (const rules::Identity& identity : transition.identities) {
      for (const rules::IdentityStep& step : identity.steps) {
        if (const auto* list = std::get_if<rules::ListIdentity>(&step)) result.push_back({list->patterns, {list->mapping, identity.sender, {}}});
      }
    }
  }
  return result;
}

fs::path single_path(const fs::path& path) {
  std::error_code failed;
  const fs::path result = fs::weakly_canonical(path, failed);
  return failed ? path.lexically_normal() : result;
}

bool names(const std::vector<std::string>& patterns, const fs::path& folder, const fs::path& file) {
  const fs::path whole = single_path(file);
  return std::any_of(patterns.begin(), patterns.end(), [&](const std::string& pattern) {
    const fs::path wanted = folder / pattern;
    return single_path(wanted.parent_path().empty() ? fs::path(".") : wanted.parent_path()) == whole.parent_path() &&
           read::fits_pattern(wanted.filename().string(), whole.filename().string());
  });
}

bool has(const std::vector<Use>& uses, const Use& use) {
  return std::any_of(uses.begin(), uses.end(), [&](const Use& other) { return other.mapping == use.mapping; });
}

}  // namespace

std::vector<Use> uses_of_file(const rules::RuleSet& rules, const fs::path& folder, const fs::path& file) {
  std::vector<Use> result;
  for (Statement& statement : statements_of(rules)) {
    if (names(statement.patterns, folder, file) && !has(result, statement.use)) result.push_back(std::move(statement.use));
  }
  return result;
}

std::vector<Use> all_uses(const rules::RuleSet& rules) {
  std::vector<Use> result;
  for (Statement& statement : statements_of(rules)) {
    if (!has(result, statement.use)) result.push_back(std::move(statement.use));
  }
  for (const auto& mapping : rules.mappings) {
    const bool used = std::any_of(result.begin(), result.end(), [&](const Use& use) { return use.mapping->name == mapping->name; });
    if (!used) result.push_back({mapping, std::nullopt, std::nullopt});
  }
  return result;
}

}  // namespace srgconv::rehearse
