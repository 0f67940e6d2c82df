// The workspace of a run: one SQLite file with histories, fates, links, and where every row came from. The only room that includes SQLiteCpp.
// It holds personal data: mode 0600, and no text of it is shown except through the queries below.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diagnostics/diagnostics.hpp"
#include "domain/decision.hpp"
#include "domain/identifiers.hpp"
#include "domain/period.hpp"
#include "domain/provision.hpp"

namespace srgconv::store {

/// What a source is to the transition.
enum class Side { old_export, old_delivered, new_delivered, id_list };
std::string_view side_name(Side side);  ///< `old-export`, `old-delivered`, `new-delivered`, `id-list`

/// One input file.
struct SourceFile {
  Side side = Side::old_export;
  SenderCode sender;
  Numbering numbering;  ///< of the keys it holds
  std::string name;     ///< relative to the case folder
  std::string sha256;
  std::optional<ReportMonth> month;  ///< of the delivery, or of the snapshot's day
  std::string format, mapping;       ///< names
  bool in_force = true;              ///< false: replaced by a later delivery of the same month
};

enum class RowOutcome { used, merged, skipped, rejected };

/// Which states of an old sender are its old side: those of its deliveries where there are any, else those of its export.
struct OldSide {
  Side side = Side::old_delivered;
  ReportMonth last_month;                         ///< its latest month before the transition
  ReportMonth state_month;                        ///< the month whose states count: `last_month`, or the month of the export
  std::optional<ReportMonth> export_month;        ///< of its latest export, when there is one
  std::optional<ReportMonth> overlap_until = {};  ///< its latest delivery in or after the month of the transition, beside the new sender's
  /// Of the keys that count: what the sender delivered beside the new one of an earlier transition has another. Nothing: all.
  std::optional<Numbering> numbering = {};
};

/// One row or record of a source and what became of it.
struct Row {
  std::uint32_t source = 0;  ///< as given by add_source
  std::uint32_t line = 0;
  std::string path;  ///< XML
  RowOutcome outcome = RowOutcome::used;
  std::string code;    ///< of the diagnostic, for skipped and rejected
  std::string reason;  ///< its sentence in Dutch, personal data masked
  std::string rule;
};

/// Raw values of a skipped or rejected row: column name and text, in the source's order. Personal.
using RawColumns = std::vector<std::pair<std::string, std::string>>;

/// Counts of one source: rows = used + merged + skipped + rejected.
struct SourceCounts {
  std::uint64_t rows = 0, used = 0, merged = 0, skipped = 0, rejected = 0, provisions = 0, documents_without_records = 0;
};

/// A state that holds from month to month: the history of a provision is its episodes.
struct Episode {
  Side side = Side::old_export;
  ReportedProvision reported;  ///< of the last month in which it held; origin.source as given by add_source
  ReportMonth first_month, last_month;
};

/// A transition of the case. A workspace holds those of one case, in order of month.
struct Transition {
  std::string name;
  ReportMonth month;
};

/// What became of a provision. Names are those of design.md: `linked`, `ended`, `ended-since`, `stays`, `dropped`, `open`; on the new side
/// `linked`, `continuing`, `started-since`, `registered-late`, `unexplained`.
struct Fate {
  bool old_side = true;
  ProvisionKey key;
  std::string fate;
  std::string explanation;       ///< the reason of a drop, what a to-do is about; empty otherwise
  std::string file_sender;       ///< of an old provision: the new sender in whose conversion file it stands; empty where there is no such file
  std::uint32_t transition = 0;  ///< index into transitions(); set by the workspace, as for links and reviews
};

struct Change {
  std::string field, reason;
};

struct Link {
  ProvisionKey old_key, new_key;
  std::string relation;  ///< role of the pack's list `relation`
  std::string proof;     ///< `rule`, `list`, `equal`, `near`
  std::string status;    ///< `accepted`
  std::string rule;      ///< place of the rule or list line that proved it
  std::string evidence;  ///< which fields agree and which differ, without values: `bsn = type = start = end ~ goal`
  std::vector<Change> changes;
  std::uint32_t transition = 0;
};

/// What the conversion file of an earlier transition says that became of a provision.
struct EarlierLink {
  ProvisionKey old_key;
  std::optional<ProvisionKey> new_key;  ///< nothing: it was not linked, and `relation` is its fate
  std::string relation;
  ReportMonth month;  ///< of that transition
  std::string file;   ///< as shown
  std::uint32_t line = 0;
  std::optional<Bsn> old_bsn = {}, new_bsn = {};  ///< lists mask a registration number that contains that of its person; not read back
};

/// What one transition made of one provision, as this run or an earlier file says. Provisions go by their numbers in this workspace: see key().
struct Step {
  std::uint32_t from = 0, to = 0;  ///< `to` 0: not linked
  std::string relation;            ///< of the link, or the fate
  ReportMonth month;               ///< of the transition
  bool of_this_run = true;         ///< else of an earlier file
};

/// The number under a new sender that `history id` gives an old provision that ended before the transition. Nobody delivered it.
struct HistoryNumber {
  ProvisionKey old_key, key;
  std::string rule;  ///< place of the statement
};

struct ReviewItem {
  std::string link_code;
  std::string code;    ///< diagnostic code RECO-0xx
  std::string reason;  ///< its sentence in Dutch
  ProvisionKey old_key;
  std::vector<ProvisionKey> candidates;
  std::vector<std::string> pair_codes;  ///< per candidate; see reconcile::pair_code()
  std::string reason_en;                ///< the sentence in English
  std::uint32_t transition = 0;
};

/// A decision of people and what came of it.
struct RecordedDecision {
  Decision decision;
  std::optional<ProvisionKey> old_key;  ///< the provision that it is about, when it is known
  std::string outcome;                  ///< see reconcile::DecisionOutcome
};

/// Where a provision of one side was read: for `trace`.
struct Provenance {
  SourceFile source;
  Row row;
  std::optional<ReportMonth> month;
};

class Workspace {
 public:
  /// A new file with the schema. Throws BrokenWorld (SYS-003) when the database fails, here and in every function below.
  static Workspace create(const std::filesystem::path& path);
  /// An existing file, read only. Nothing with SYS-002 when it is no workspace or of another schema version.
  static std::optional<Workspace> open(const std::filesystem::path& path, Diagnostics& diagnostics);
  Workspace(Workspace&&) noexcept;
  Workspace& operator=(Workspace&&) noexcept;
  ~Workspace();

  /// Everything between begin and commit is one transaction.
  void begin();
  void commit();
  /// Builds the indices, checks foreign keys, and closes the file so that its bytes depend on its content alone. What is left is read only, as if opened:
  /// `provenance`, `fates` and `links_of` are quick only then.
  void finish();

  void set_property(std::string_view name, std::string_view value);
  std::optional<std::string> property(std::string_view name) const;

  std::uint32_t add_source(const SourceFile& source);
  void set_counts(std::uint32_t source, const SourceCounts& counts);
  /// Gives the row's number. `raw` only for skipped and rejected rows.
  std::int64_t add_row(const Row& row, const RawColumns& raw = {});
  /// One provision as one row told it about one month. Equal facts in consecutive months that this sender delivered become one episode. Months may come in
  /// any order, in order of time is quickest. Several states of one key in one month: the caller has reported that; the last holds.
  void add_state(Side side, std::int64_t row, ReportMonth month, const ReportedProvision& state);
  /// Fates, links and reviews that are added from here on are those of this transition.
  void begin_transition(const Transition& transition);
  void add_fate(const Fate& fate);
  void add_link(const Link& link);
  void add_earlier(const EarlierLink& link);
  void add_history_number(const HistoryNumber& number);
  void add_review(const ReviewItem& item);
  void add_decision(const RecordedDecision& decision);

  std::vector<Transition> transitions() const;
  std::vector<std::pair<SourceFile, SourceCounts>> sources() const;
  /// The states of a side and sender that held in a month, in any order.
  void for_each_state(Side side, const SenderCode& sender, ReportMonth month, const std::function<void(ReportedProvision&&)>& visit) const;
  /// The same ordered by key: all of them in memory.
  std::vector<ReportedProvision> states(Side side, const SenderCode& sender, ReportMonth month) const;
  /// What a side of a sender last told of each of its provisions in or before a month, in any order.
  void for_each_last_state(Side side, const SenderCode& sender, ReportMonth until, const std::function<void(ReportedProvision&&)>& visit) const;
  /// The registration numbers of a numbering that any source has.
  std::vector<std::string> numbers_of(const Numbering& numbering) const;
  /// All episodes of a key, by side and month.
  std::vector<Episode> history(const ProvisionKey& key) const;
  std::vector<Provenance> provenance(const ProvisionKey& key) const;
  std::vector<Fate> fates(const ProvisionKey& key) const;

  void for_each_fate(const std::function<void(const Fate&)>& visit) const;                     ///< old side first, by key
  void for_each_link(const std::function<void(const Link&)>& visit) const;                     ///< by old key, then new key
  void for_each_history_number(const std::function<void(const HistoryNumber&)>& visit) const;  ///< by old key
  void for_each_review(const std::function<void(const ReviewItem&)>& visit) const;             ///< by old key
  void for_each_decision(const std::function<void(const RecordedDecision&)>& visit) const;     ///< as they were added
  /// Rows of one outcome, by source and line.
  void for_each_row(RowOutcome outcome, const std::function<void(const Row&, const RawColumns&)>& visit) const;
  std::vector<Link> links_of(const ProvisionKey& key) const;                          ///< on either side
  std::vector<EarlierLink> earlier_of(const ProvisionKey& key) const;                 ///< on either side, by month, file and line
  void for_each_earlier(const std::function<void(const EarlierLink&)>& visit) const;  ///< as they were added
  /// Every link, and the fate of every old provision that was not linked, of this run and of earlier files, in no order that means anything.
  void for_each_step(const std::function<void(const Step&)>& visit) const;
  ProvisionKey key(std::uint32_t provision) const;  ///< of a number in a step
  std::vector<std::uint32_t> key_ranks() const;     ///< by number: its place in the order of keys, from 1; what is no number has 0
  /// Keys whose registration number contains the BSN of their own person, and these BSNs: lists show such a number masked.
  std::map<ProvisionKey, std::vector<Bsn>> keys_with_own_bsn() const;

 private:
  struct State;
  explicit Workspace(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace srgconv::store
