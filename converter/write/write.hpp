// Writes target XML through the same format declarations that reading uses.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostics.hpp"
#include "domain/code_list.hpp"
#include "domain/identifiers.hpp"
#include "rules/rules.hpp"
#include "store/store.hpp"

namespace srgconv::write {

/// One record to write: a value per `Format::fields`, and per `Format::groups` the occurrences with a value per `Group::fields`.
struct TargetRecord {
  std::vector<rules::Value> values;
  std::vector<std::vector<std::vector<rules::Value>>> groups;
};

/// Writes a document: declaration line, root in its namespace, header, records; elements in the order in which the format declares its fields, fields that
/// share leading path parts inside one element; consecutive records with equal values in their enclosing (`../`) fields share the enclosing element,
/// enclosing fields declared after the record's own follow it. Two blanks per level, LF, UTF-8, no BOM. Optional fields that are empty are left out.
class TargetWriter {
 public:
  /// `header` has a value per `Format::header`; those with a count are computed here and may be empty. Throws BrokenWorld (SYS-001) when writing fails.
  TargetWriter(std::filesystem::path path, const rules::Format& format, const CodeLists& codes);
  ~TargetWriter();
  TargetWriter(const TargetWriter&) = delete;
  TargetWriter& operator=(const TargetWriter&) = delete;

  void add(TargetRecord record);
  /// Writes everything, syncs and closes. A value that the format cannot carry (missing required field, role without code, sign that XML forbids)
  /// is a diagnostic WRITE under READ-3xx and makes this return false.
  bool finish(std::vector<rules::Value> header, Diagnostics& diagnostics);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Writes a text file at once, mode 0600, synced. Throws BrokenWorld (SYS-001) when that fails.
void write_file(const std::filesystem::path& path, std::string_view content);

/// A list as the program writes it: UTF-8 with BOM, `;`, CRLF, quotes where needed. `guard` says which columns are free text and get the formula guard
/// (a value that begins with = + - @ TAB CR gets an apostrophe in front); keys never.
class CsvList {
 public:
  explicit CsvList(std::vector<std::string> columns, std::vector<bool> guard = {});
  void add(const std::vector<std::string>& values);
  const std::string& content() const { return content_; }

 private:
  std::string content_;
  std::vector<bool> guard_;
};

/// A row of such a list, for one that is too long to be held.
void append_csv_row(std::string& out, const std::vector<std::string>& values, const std::vector<bool>& guard);

/// The folder that a command makes, built beside itself and swapped in as a whole: a kill at any moment leaves the previous output or the new one.
///
/// The new folder is `.<name>.srgconv-new` beside OUT, mode 0700; what an interrupted run left of it is removed. A lock (`.<name>.srgconv-lock`) keeps two
/// runs from one OUT. OUT is told as USE-010 when it exists and is not empty and `force` is not given, as USE-011 when it is not a folder that srgconv may
/// replace (a file, or a folder that holds something but no manifest.json), as USE-012 when another run has the lock. Throws BrokenWorld (SYS-001) when the
/// disk fails.
class OutputFolder {
 public:
  OutputFolder(const std::filesystem::path& out, bool force, Diagnostics& diagnostics);
  /// Removes the new folder unless it was published.
  ~OutputFolder();
  OutputFolder(const OutputFolder&) = delete;
  OutputFolder& operator=(const OutputFolder&) = delete;

  /// False when diagnostics say why OUT cannot be used; then there is no folder to write into.
  bool ready() const { return ready_; }
  /// The folder to write into.
  const std::filesystem::path& path() const { return fresh_; }
  /// Syncs everything to disk, puts the new folder in the place of OUT, and removes the old one (SYS-011 when that fails: the new one stands).
  void publish();

 private:
  bool take_lock();
  void release();
  bool may_replace(bool force, Diagnostics& diagnostics);

  std::filesystem::path out_, fresh_, old_, lock_path_;
  std::string shown_;
  int lock_ = -1;
  bool ready_ = false;
  bool replaces_ = false;  // OUT holds a previous output
};

/// For an interruption: removes the output folder that is being built, and lets no run swap one in from here on; the caller ends the program.
/// False when one has been swapped in already: then nothing was done, and the program may as well finish. From another thread than the run's.
bool abandon_output();

/// A name for a key that does not give it away: the first 16 hexadecimal digits of HMAC-SHA-256(key, "fingerprint").
std::string fingerprint(std::string_view key);
/// A pseudonym of a BSN: the first 16 hexadecimal digits of HMAC-SHA-256(key, nine digits), with `p-` in front.
std::string pseudonym(Bsn bsn, std::string_view key);
/// The same for a raw text of a column that feeds a BSN or birth date: the digits of it when there are any (eight get a leading zero), else the text.
/// Empty stays empty.
std::string pseudonym_of_text(std::string_view raw, std::string_view key);

/// Keys as lists show them: a registration number that contains the BSN of its own person with that BSN masked, any other as it is.
class ShownKeys {
 public:
  explicit ShownKeys(const store::Workspace& workspace);
  std::string id(const ProvisionKey& key) const;
  std::string text(const ProvisionKey& key) const;  ///< `0398@-/1001`
  /// A number that was made from that of `key`, and may hold what it held.
  std::string id_from(const std::string& id, const ProvisionKey& key) const;

 private:
  std::map<ProvisionKey, std::vector<Bsn>> own_bsns_;
};

// ---------------------------------------------------------------------------------------------- the conversion file

/// What a conversion file says about itself. Roles are those of the pack's list `reason`.
struct ConversionHeader {
  SenderCode new_sender;
  ReportMonth month;
  std::string reason;
  int sequence = 1;
  std::optional<int> replaces;
  std::uint32_t transition = 0;  ///< whose fates and links it holds: index into store::Workspace::transitions()
};

/// Writes the conversion file of `header.new_sender` from the fates and links in the workspace: one record per old provision that stands in this file
/// (`store::Fate::file_sender`), in the order of keys, through the pack's format `conversie`. False, with READ-3xx, when a value does not fit the format.
/// Throws BrokenWorld when writing fails.
bool write_conversion_file(const store::Workspace& workspace, const std::map<SenderCode, store::OldSide>& old_sides, const ConversionHeader& header,
                           const rules::Format& format, const CodeLists& codes, const std::filesystem::path& path, Diagnostics& diagnostics);

// ---------------------------------------------------------------------------------------------- lists of a run

// Every list has the same bytes for the same workspace. A registration number that contains the BSN of its own person is shown with that BSN masked;
// any other is shown as it is. All throw BrokenWorld (SYS-001) when writing fails.

/// vertaaltabel.csv: a line per link, and a line with an empty new side for each old provision that is not linked, where `relation` is its fate;
/// `status` is that of the link, `to-do` for ended-since, `review` for open. Ordered by old key, then new key. Behind them, in the same order, what links of
/// several transitions compose to, those of earlier conversion files among them: from each key to the last one, proof `chain`. `steps` counts transitions.
/// A provision that ended and has a number in the history shows it as its new side, with proof `history`; those that ended before the last month stand in it
/// for that number only.
void write_translation_table(const store::Workspace& workspace, const std::filesystem::path& path);

/// rejected.csv, skipped.csv: the rows of that outcome with their source columns. A column that feeds the BSN or a birth date shows pseudonyms under `key`;
/// a column that no rule of its mapping uses or that feeds the description, or of a source without a mapping in `mappings` (by name), is withheld. A source
/// column that is called as one of the list's own columns gets `source.` in front.
void write_rows(const store::Workspace& workspace, store::RowOutcome outcome, const std::filesystem::path& path,
                const std::map<std::string, const rules::Mapping*>& mappings, std::string_view key);

}  // namespace srgconv::write
