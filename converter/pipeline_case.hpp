// What a run is given beside its sources: the case, what people decided, earlier conversion files.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "diagnostics/diagnostics.hpp"
#include "domain/decision.hpp"
#include "pack/pack.hpp"
#include "pipeline.hpp"
#include "read/read.hpp"
#include "report/report.hpp"
#include "rules/rules.hpp"
#include "store/store.hpp"
#include "verify/verify.hpp"

namespace srgconv {

/// The case: a rule file with its transitions, and the pack it imports.
struct Case {
  rules::RuleSet rules;
  std::vector<const rules::Transition*> transitions;  ///< in order of month, then of name
  const pack::Pack* pack = nullptr;
  const rules::Format* conversion_format = nullptr;
  const rules::Format* delivery_format = nullptr;
};

/// Nothing, with CASE-001, CASE-003, CASE-004 or what the rules are told, when it cannot be converted.
std::unique_ptr<Case> read_case(const ConvertRequest& request, pack::Library& library, Diagnostics& diagnostics);

/// The files in which people decided, in order of name, and all their decisions.
struct DecisionFiles {
  std::vector<report::Input> inputs;
  std::vector<Decision> decisions;
};
std::optional<DecisionFiles> read_decision_files(const ConvertRequest& request, Diagnostics& diagnostics);

/// Conversion files that were made before: in order of name, every content once.
struct EarlierFiles {
  std::vector<report::Input> inputs;
  std::vector<read::InputFile> files;  ///< beside `inputs`

  /// The written files are no earlier ones, also when their content was given as such.
  std::vector<read::InputFile> other_than(const std::vector<read::InputFile>& written) const;
};
std::optional<EarlierFiles> find_earlier_files(const ConvertRequest& request, Diagnostics& diagnostics);

/// Keeps what earlier files say in the workspace. Gives the numberings that began with them, and those that begin with the transitions of the case.
std::optional<verify::Numberings> load_earlier_files(const Case& the_case, const EarlierFiles& earlier, store::Workspace& workspace, Diagnostics& diagnostics);

}  // namespace srgconv
