// Brings a case in: finds its files, decides which delivery holds for which month, and takes every row through read and map into the workspace.
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "diagnostics/diagnostics.hpp"
#include "domain/identifiers.hpp"
#include "domain/list_line.hpp"
#include "domain/misspelt.hpp"
#include "domain/period.hpp"
#include "domain/provision.hpp"
#include "domain/source_span.hpp"
#include "pack/pack.hpp"
#include "read/read.hpp"
#include "rules/rules.hpp"
#include "store/store.hpp"

namespace srgconv::intake {

/// One input file of a transition, and what is known of it before its rows are read.
struct File {
  read::InputFile input;
  store::SourceFile source;
  std::shared_ptr<const rules::Mapping> mapping;
  std::optional<int> sequence;  ///< of a delivery, where its header has one
  SourceSpan declared;          ///< the statement that names the file
};

/// All files of a transition, in the order old exports, old deliveries, new deliveries, lists; within a statement by name.
struct Inventory {
  std::vector<File> files;
  std::map<SenderCode, store::OldSide> old_sides;
  std::vector<SenderCode> new_senders;  ///< as the transition names them
};

/// Finds the files and judges their months: sender and month of headers, order of two deliveries of one month, gaps, months at or after the
/// transition. CASE-0xx and READ-0xx errors; nothing is returned when there was one.
std::optional<Inventory> take_inventory(const rules::Transition& transition, const std::filesystem::path& case_folder, Diagnostics& diagnostics);

/// Does the transition agree with the lineage of its senders? CASE-041..045 say what the lineage knows where it does not: no new sender succeeds an old one,
/// or only later, an old sender had ended, a successor is missing, a new sender succeeds nobody. What the lineage cannot know is no error.
bool agrees_with_lineage(const rules::Transition& transition, const Inventory& inventory, const pack::SenderLineage& senders, Diagnostics& diagnostics);

using srgconv::ListLine;

/// What came in.
struct Intake {
  /// Lines of a list step, by the place of the step.
  std::map<SourceSpan, std::vector<ListLine>> lists;
  std::uint64_t rejected_rows = 0;
  /// Rows rejected because their BSN fails the 11-test, of the sources in force, in order of source and row.
  struct Misspelt {
    store::Side side = store::Side::old_export;
    ReportMonth month;
    MisspeltProvision provision;
  };
  std::vector<Misspelt> misspelt;
};

/// Reads, maps and stores every file; `threads` files at a time, results in the order of the inventory whatever `threads` is. Rejected rows are in the
/// workspace, a warning per source and code goes to `diagnostics`. Nothing when a file is unusable as a whole.
std::optional<Intake> load(const Inventory& inventory, const pack::Pack& pack, unsigned threads, store::Workspace& workspace, Diagnostics& diagnostics);

}  // namespace srgconv::intake
