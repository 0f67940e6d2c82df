// Every finding of a run: the full list on disk, and the waivers that people gave for some of them.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "checks/checks.hpp"
#include "diagnostics/diagnostics.hpp"
#include "domain/period.hpp"
#include "read/read.hpp"

namespace srgconv::findings {

/// findings.csv: every finding of every check, streamed to disk and put in order there, so that a million of them need no memory. Ordered by transition, what
/// rejects before what signals, check, file, line and code; the same bytes in whatever order the findings came. Columns: `columns()`. No cell holds a BSN.
/// Throws BrokenWorld (SYS-001) when writing fails.
class List {
 public:
  /// Beside `path` stand the pieces that are put in order, until finish().
  explicit List(std::filesystem::path path);
  ~List();
  List(const List&) = delete;
  List& operator=(const List&) = delete;

  static const std::vector<std::string>& columns();
  void add(const std::string& transition, std::size_t transition_number, const checks::CheckResult& check, const checks::Finding& finding);
  void finish();
  /// Of what was added.
  std::uint64_t count() const;

 private:
  struct Sorter;
  std::unique_ptr<Sorter> sorter_;
};

/// A line of waivers.csv: something that people know and accept, and what came of it.
struct Waiver {
  std::string finding;  ///< a fingerprint; empty: the findings of `check` about `key`
  std::string check, key;
  std::string reason, owner;
  std::optional<Date> expires;  ///< the last day on which it holds; nothing: it always does
  SourceSpan place;
  std::uint64_t findings = 0;  ///< that it was applied to

  enum class State { applied, unused, expired, not_judged };
  State state = State::unused;
};
std::string_view name(Waiver::State state);  ///< `applied`, `unused`, `expired`, `not-judged`

/// The waivers of a list that people filled in, in order of line: columns `finding` or `check` and `key`, `reason`, `owner`, and perhaps `expires`. A line that
/// says too little is left out and told (CASE-073 to CASE-078). Nothing when the file or its columns are unusable (READ-0xx, CASE-071, CASE-072).
std::optional<std::vector<Waiver>> read_waivers(const read::InputFile& file, Diagnostics& diagnostics);

/// Where the findings of a run go, transition after transition: they are held against the waivers, and go to the full list.
///
/// A waiver marks findings as known, so that people see what is new. It lowers no count and changes no verdict. It is not applied after its last day, nor when
/// there is no date of assessment to judge that by, nor to a finding about a key that is masked because it holds a BSN: others would be masked alike.
class Book : public checks::EveryFinding {
 public:
  /// `list` may be null: no full list was asked for.
  explicit Book(List* list, std::vector<Waiver> waivers = {});

  /// The findings from here on are of this transition; of a command without transitions the name is empty.
  void begin(std::string transition, std::optional<Date> assessed_on = {});
  bool take(const checks::CheckResult& check, const checks::Finding& finding) override;

  /// What came of the waivers in the transition that was begun last.
  std::vector<Waiver> waivers() const;
  /// What people should know of their waivers when all is done: VER-210 expired, VER-211 not to be judged, VER-212 matches nothing.
  std::vector<Diagnostic> told() const;

 private:
  bool waive(const checks::CheckResult& check, const checks::Finding& finding);

  List* list_;
  std::vector<Waiver> waivers_;
  std::vector<std::uint64_t> applied_;  // in all transitions; beside waivers_
  std::vector<bool> held_, unjudged_;   // in any transition
  std::map<std::string, std::size_t> by_finding_;
  std::map<std::pair<std::string, std::string>, std::size_t> by_key_;
  std::string transition_;
  std::size_t number_ = 0;
  std::mutex mutex_;
};

/// The findings of two runs, held against each other by their fingerprints.
struct Comparison {
  enum class Change { fresh, changed, solved, remaining };
  struct Check {
    std::string id;
    bool rejects = false;
    std::map<Change, std::uint64_t> counts;
  };
  std::vector<Check> checks;  ///< of which a run found something: those that reject first, by id
  struct Row {
    Change change;
    std::string fingerprint, check, code, result, file, line, key;  ///< as findings.csv has them
    bool rejects = false, waived = false;
    std::string sentence_nl, sentence_en;
  };
  std::vector<Row> rows;  ///< the first ones of each change: new, changed, solved, and remaining where asked for
  /// New or changed ones, not waived, that violate a check which rejects, or one that signals.
  std::uint64_t rejecting = 0, signalling = 0;

  std::uint64_t total(Change change) const;
};

/// Compares the findings.csv of two output folders: a finding is changed when its check has another severity, its result is another, or its arguments are other
/// than the line on which something stands. Keeps `most_rows` of each change, `remaining_too`. Nothing, with USE-056 or USE-057, when one has none, or one of
/// another version.
std::optional<Comparison> compare(const std::filesystem::path& before, const std::filesystem::path& after, Diagnostics& diagnostics, std::size_t most_rows = 20,
                                  bool remaining_too = false);

}  // namespace srgconv::findings
