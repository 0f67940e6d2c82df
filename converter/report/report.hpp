// One report model of a run, and its renderings. Pure functions: same model, same bytes.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "diagnostics/diagnostics.hpp"
#include "findings/findings.hpp"
#include "monthly/monthly.hpp"
#include "pack/pack.hpp"
#include "store/store.hpp"
#include "verify/verify.hpp"

namespace srgconv::profile {
struct Profile;
}

namespace srgconv::report {

/// A file the run has read, as the manifest names it.
struct Input {
  /// `case`, `rules`, `pack`, `source`, `decisions`, `earlier`, `weights`, `waivers`, `key`, `program`; of `verify`: `conversion`, `old`, `new`, `earlier`;
  /// of `check`: `delivery`, `birth-dates`
  std::string role;
  std::string name;
  std::string sha256;
};

struct Model {
  std::string program;     ///< `srgconv 0.1.0`
  std::string command;     ///< `convert`, `verify`, `check`
  std::string transition;  ///< name; empty for verify
  std::string reason;      ///< role: `merger`, `software-change`
  std::optional<ReportMonth> month;
  std::optional<Date> assessed_on;
  std::string pack, pack_version;
  std::vector<pack::Assumption> assumptions;
  std::vector<std::pair<store::SourceFile, store::SourceCounts>> sources;
  std::vector<std::pair<std::string, std::uint64_t>> links_by_proof;  ///< `rule`, `decision`, `list`, `equal`, `near` and their counts
  std::uint64_t reviews = 0, list_contradictions = 0;
  /// Lines of decisions of people, and what came of them.
  struct Decisions {
    std::uint64_t applied = 0, later = 0, not_applied = 0;
    std::uint64_t all() const { return applied + later + not_applied; }
  } decisions;
  std::vector<findings::Waiver> waivers;  ///< what people know and accept, and what came of it
  std::vector<std::string> to_dos;        ///< keys of provisions that ended since, as text
  Diagnostics findings;                   ///< of mapping and reconciliation: warnings and notes
  verify::Verification verification;
  std::optional<monthly::SenderResult> monthly;  ///< of `check`: what else was found of the sender; its checks and verdict stand in `verification`
  std::vector<Input> inputs;                     ///< of `verify` and `check`: what it has read, for the manifest
  std::vector<std::string> outputs;              ///< names of the files in OUT, in order
};

/// report.json: everything of the model; findings with code, arguments, place and both sentences. UTF-8, two blanks, LF at the end.
std::string json_report(const Model& model);
/// The same of a case: of one transition its report, of several the reports of all under `transitions`, in order of month, with the verdict of the case.
/// Of `check` a model is a sender, and several stand under `senders`.
std::string json_report(const std::vector<Model>& transitions);
/// The verdict of a case: the worst of its transitions. What was rejected is worse than what could not be assessed.
verify::Verdict overall_verdict(const std::vector<Model>& transitions);
/// Which program made an output folder, by which command, and with which options: those that its result depends on and that are no files.
struct ManifestHead {
  std::string program;                              ///< `srgconv 0.1.0`
  std::string command;                              ///< `convert`, `verify`
  std::map<std::string, std::string> options = {};  ///< `date`, `pack`, `results`, `estimate`
};
/// manifest.json: program, command and options, every input with its SHA-256, and the outputs with theirs.
std::string manifest(const ManifestHead& head, const std::vector<Input>& inputs, const std::vector<std::pair<std::string, std::string>>& outputs);

/// Forms in which other programs take results. Like report.json they hold no personal data and depend on the model alone; both languages stand in them, or
/// the one that the form has a place for is Dutch. Of each check they have the first findings; findings.csv has all.
std::string junit_report(const std::vector<Model>& transitions);  ///< JUnit XML, as Jenkins shows it: what rejects fails, what was not assessed is an error
std::string ess_report(const std::vector<Model>& transitions);    ///< the validation report of the European Statistical System, 1.0.1
std::string sarif_report(const std::vector<Model>& transitions);  ///< SARIF 2.1.0
struct ResultForm {
  std::string_view name, file;  ///< `junit`, `results.junit.xml`
  std::string (*render)(const std::vector<Model>&);
};
/// Those of these names, in a fixed order.
std::vector<ResultForm> result_forms(const std::vector<std::string>& wanted);
bool is_result_form(std::string_view name);

/// manifest.json, read back.
struct Manifest {
  ManifestHead head;
  std::vector<Input> inputs;
  std::vector<std::pair<std::string, std::string>> outputs;  ///< name and SHA-256
};
/// Nothing when the text is no manifest of this version.
std::optional<Manifest> read_manifest(std::string_view json);
/// The verdict in a report.json; nothing when the text is no report of this version.
std::optional<verify::Verdict> read_verdict(std::string_view json);

/// Two output folders that `srgconv compare` holds against each other: as they are called, and their verdicts.
struct ComparedFolders {
  std::string before, after;
  verify::Verdict verdict_before, verdict_after;
};
/// At most one screen: the verdicts, the counts per check, and the first new findings.
std::string comparison_text(const findings::Comparison& comparison, const ComparedFolders& folders, Language language);
/// The same as SARIF 2.1.0, every row of the comparison with its baselineState; `program` is `srgconv 0.1.0`.
std::string comparison_sarif(const findings::Comparison& comparison, const ComparedFolders& folders, const std::string& program);
std::string comparison_json(const findings::Comparison& comparison, const ComparedFolders& folders);

/// What `srgconv replay` found: a run that was done again with what its manifest names.
struct Replay {
  std::string folder, command;
  std::size_t inputs = 0, outputs = 0;  ///< that were compared
  std::vector<Input> changed;           ///< inputs that are not what they were, or are there no more or for the first time; with the hash of now, or none
  bool program_changed = false;         ///< another build of the program: no reason by itself that the run is another
  std::vector<std::string> different;   ///< outputs of which a byte differs, or that one of the two runs did not make
  bool equal() const { return changed.empty() && different.empty(); }
};
std::string replay_text(const Replay& replay, Language language);
std::string replay_json(const Replay& replay);

/// The console summary: at most one screen (24 lines of 100 columns for two old senders): verdict, equations with their numbers, links by proof, checks that
/// found something, what to do next, and `where` the files are.
std::string console_report(const Model& model, Language language, const std::string& where, bool colour);
/// The same of a case: a screen per transition in order of month, and below several the verdict of the case.
std::string console_report(const std::vector<Model>& transitions, Language language, const std::string& where, bool colour);

/// A list beside report.json: the name of its file, and cells as they may be shown.
struct Table {
  std::string file;
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;
};
/// bad-rows.csv: the provisions of which report.json has the smallest explanation, a line each: checks, sets of facts of which one must be wrong, an example.
Table bad_rows_list(const std::vector<Model>& parts);

/// The console summary of `check`, at most one screen: of one sender its months, the checks that found something and the tables of the last quarter as CBS
/// sends them; of several the verdict of each, the worst first. `where` is the folder with the lists; empty when none was asked for.
std::string deliveries_report(const std::vector<Model>& senders, Language language, const std::string& where, bool colour);
/// The files beside report.json of `check`, by name: signals.csv, the provisions that checks are about, and per sender and quarter the two tables that CBS
/// sends, `terugkoppeling-0363-2026K1-kwaliteit.csv` and `-duur.csv`.
std::vector<Table> deliveries_lists(const std::vector<Model>& senders);

/// What would become of the rows of a data file that a rule file was held against.
struct DataRows {
  std::string file, format, mapping;
  std::string rows, used, skipped, rejected;  ///< counts as they may be shown: `12`, `<5`; `rows` is empty where it would give a hidden one away
};

/// The findings on one file, as the JSON of report.json has them: code, severity, place, arguments, and sentence and next step in both languages.
struct FileFindings {
  std::string file;
  std::string outcome;  ///< `good`, `warnings`, `errors`
  Diagnostics findings;
  std::vector<DataRows> data;
};
std::string findings_json(const std::vector<FileFindings>& files);

/// What `srgconv trace` tells of a key: its way over all transitions that are known, from first key to last; where it was read (file, line or path, rule), its
/// states, its fate, its links with their proof, and the same of the other keys on that way. Personal data stays masked. The key must occur in the workspace.
std::string trace_text(const store::Workspace& workspace, const ProvisionKey& key, Language language);
std::string trace_json(const store::Workspace& workspace, const ProvisionKey& key);

/// The provisions that people must decide about.
struct OpenCases {
  std::uint64_t provisions = 0, with_candidates = 0, lines = 0;
  std::map<std::string, std::size_t> reasons;  ///< how many of them per code
  std::string workbook;                        ///< the file that was written; empty when none was
};
/// What `srgconv review` tells of them, and what to do next: `folder` and `case_file` are those of its arguments.
std::string open_cases_text(const OpenCases& open, Language language, const std::string& folder, const std::string& case_file);
std::string open_cases_json(const OpenCases& open);

/// What `srgconv profile` tells of files: their dialect with the evidence, and what may be told of every column.
std::string profile_text(const profile::Profile& profile, Language language);
std::string profile_json(const profile::Profile& profile);

/// The catalogue of checks that `--list` prints: a table of at most 100 columns; as JSON with why CBS asks, how to repair, parameters and source.
std::string catalogue_text(const pack::Pack& pack, Language language);
std::string catalogue_json(const pack::Pack& pack);

/// What `srgconv lineage` tells of a sender code, which must be in the table; with a day also whether it delivers then and who does in its place.
std::string lineage_text(const pack::SenderLineage& senders, const SenderCode& code, std::optional<Date> on, Language language);
std::string lineage_json(const pack::SenderLineage& senders, const SenderCode& code, std::optional<Date> on);

}  // namespace srgconv::report
