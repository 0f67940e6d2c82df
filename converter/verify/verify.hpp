// Judges the written conversion files of a transition against what was delivered. Reads everything back from disk; knows nothing of map and reconcile.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "checks/checks.hpp"
#include "content/content.hpp"
#include "diagnostics/diagnostics.hpp"
#include "domain/identifiers.hpp"
#include "domain/period.hpp"
#include "domain/provision.hpp"
#include "pack/pack.hpp"
#include "read/read.hpp"
#include "rules/rules.hpp"
#include "store/store.hpp"

namespace srgconv::verify {

using checks::CheckResult;
using checks::Verdict;

/// The provisions of one old or new sender, by fate, as counted from the files alone.
struct Equation {
  bool old_side = true;
  SenderCode sender;
  ReportMonth month;                                         ///< the old sender's last month, or the first month of the new one
  std::uint64_t total = 0;                                   ///< provisions in that delivery
  std::vector<std::pair<std::string, std::uint64_t>> fates;  ///< every fate's name and count, in the order of design.md
  std::uint64_t sum() const;                                 ///< of the fates
  bool holds() const { return sum() == total; }
};

struct RequirementResult {
  std::string text;      ///< as written: `coverage >= 99.5%`
  std::string measured;  ///< `98.7%`, `2`; per sender for coverage: the lowest; `-` when it could not be measured
  bool met = false;
  SourceSpan span;
};

struct Verification {
  Verdict verdict = Verdict::not_assessed;
  std::vector<CheckResult> checks;  ///< every planned check, in the order of check_ids(), then those of the pack on links and on the provisions of both sides
  std::uint64_t bad_rows = 0;       ///< provisions that violate a record check
  std::vector<content::BadRow> first_bad_rows;  ///< by file and line, each with its smallest explanation
  std::vector<Equation> equations;
  std::vector<RequirementResult> requirements;
};

/// The old side where it is not a delivery in the pack's format: what a mapping made of an export.
struct MappedSide {
  SenderCode sender;
  ReportMonth month;
  std::vector<Provision> provisions;
};

struct Request {
  const pack::Pack& pack;
  const rules::Format& conversion_format;       ///< the pack's `conversie`
  const rules::Format& delivery_format;         ///< the pack's `levering`
  std::vector<read::InputFile> conversions;     ///< of one transition, one per new sender; at least one
  std::vector<read::InputFile> old_deliveries;  ///< in the pack's format `levering`; of two for one month the higher sequence holds
  std::vector<read::InputFile> new_deliveries;
  std::vector<MappedSide> mapped_old;  ///< for old senders without a delivery: the check then rests on the mapping, never `accepted` by itself
  std::vector<MappedSide> exports;     ///< what the mapping made of exports, to compare with what was delivered (MAPPING-AGREES)
  /// Declared order where two deliveries of one month have no sequence: names, later ones hold.
  std::vector<std::vector<std::string>> orders;
  std::vector<rules::Requirement> requirements;
  std::uint64_t rejected_rows = 0, list_contradictions = 0;  ///< for requirements on them
  std::optional<Date> assessed_on;
  unsigned threads = 1;                           ///< files and checks at a time; nothing depends on how many
  std::set<SenderCode> declared_gaps = {};        ///< old senders of which it is declared, with a reason, that months before the transition were not delivered
  std::vector<read::InputFile> earlier = {};      ///< conversion files, in any order, each content once; of two of one new sender and month the later one holds
  checks::EveryFinding* every_finding = nullptr;  ///< takes every finding; null: only the first ones of each check are kept
};

/// Runs every check. Never throws for bad data: what cannot be read makes the checks that need it `not_assessed`, with the reader's diagnostics.
Verification verify(const Request& request, Diagnostics& diagnostics);

/// Under which numbering a sender delivers since which month; nothing where files do not agree on one.
using Numberings = std::map<SenderCode, std::map<ReportMonth, std::optional<Numbering>>>;

/// Reads earlier conversion files for conversion: what they say became of each old provision goes to `visit`, in order of month, new sender and line; which
/// numberings began when is returned. Files that another one replaces count for nothing; of those of a sender and month in `own`, which the run makes
/// itself, only the numberings count. Nothing, with errors among `diagnostics`, when a file cannot be relied on (VER-002, VER-010, VER-132, VER-169).
std::optional<Numberings> read_earlier_links(const std::vector<read::InputFile>& files, const rules::Format& format, const CodeLists& codes,
                                             const std::set<std::pair<SenderCode, ReportMonth>>& own,
                                             const std::function<void(const store::EarlierLink&)>& visit, Diagnostics& diagnostics);

/// The checks in order: XSD, HEADER, COUNTS, SENDER-KNOWN, SENDER-ALIVE, SENDER-SUCCESSOR, UNIQUE, BSN, OLD-KEY, NEW-KEY, KEY-TWICE, FATES-OLD, FATES-NEW,
/// FACTS, RELATION, CHANGES, EARLY-START, DELIVERED-TWICE, LATE-SHARE, CONTINUITY, EARLIER, MAPPING-AGREES, OPEN-REVIEW.
const std::vector<std::string>& check_ids();

}  // namespace srgconv::verify
