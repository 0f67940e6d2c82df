// What the checks look at, inside this room: the conversion file and the deliveries as read back from disk, and which provision belongs to which.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "delivery/delivery.hpp"
#include "domain/decimal.hpp"
#include "domain/identifiers.hpp"
#include "domain/period.hpp"
#include "pack/pack.hpp"
#include "verify/verify.hpp"

namespace srgconv::verify {

using delivery::Delivered;
using delivery::Facts;
using delivery::Head;
using delivery::shown_key;
using delivery::Words;

struct Record;

/// The delivery that holds for a sender and month, and what the conversion file says of its provisions.
struct SideDelivery : delivery::Delivery {
  std::vector<bool> named;  ///< per provision: does the conversion file name its key? Set by `join()`
  /// Of a new sender that goes on with its old numbers: per provision the record of that sender with the same number, or null. Empty for any other. Set by
  /// `join()`.
  std::vector<const Record*> own_records;

  const Record* own_record(std::size_t index) const { return own_records.empty() ? nullptr : own_records[index]; }
  const Record* own_record(const Delivered& provision) const { return own_record(static_cast<std::size_t>(&provision - provisions.data())); }
};

/// All deliveries of the old senders in their last months, or of the new senders in the first month under the new keys.
struct DeliveredSide {
  std::vector<SideDelivery> deliveries;  ///< ordered by sender
  std::vector<Diagnostic> why_unusable;  ///< VER-13x; not empty: checks that need this side are not assessed

  const SideDelivery* find(const SenderCode& sender) const;
  bool usable() const { return why_unusable.empty(); }
};

enum class Relation { same, split, joined, ended, ended_since, dropped, open, stays };
std::optional<Relation> relation_of(std::string_view role);
std::string_view name(Relation relation);
/// Does the old provision go on under a new key?
inline bool is_link(Relation relation) { return relation == Relation::same || relation == Relation::split || relation == Relation::joined; }

/// A new key inside a record.
struct NewKey {
  std::uint32_t numbering = 0;  ///< index into ConversionFiles::numberings
  std::uint32_t file = 0;       ///< index into ConversionFiles::each
  std::string id;
  Facts facts;
  std::uint32_t line = 0;
  const Delivered* delivered = nullptr;  ///< in the new delivery; null when it is not there. Set by `join()`
};

/// A declared change of a fact.
struct DeclaredChange {
  const std::string* field = nullptr;
  bool has_reason = false;
};

/// One record of a conversion file: what became of one old provision.
struct Record {
  std::uint32_t numbering = 0;  ///< index into ConversionFiles::numberings
  std::uint32_t file = 0;       ///< index into ConversionFiles::each
  std::string id;
  ReportMonth last_month;
  Facts facts;
  Relation relation = Relation::open;
  bool has_explanation = false;
  std::uint32_t line = 0;
  std::uint32_t first_key = 0, keys = 0;        ///< range of ConversionFiles::keys
  std::uint32_t first_change = 0, changes = 0;  ///< range of ConversionFiles::changes
  const Delivered* delivered = nullptr;         ///< in the old sender's last delivery; null when it is not there. Set by `join()`
};

/// A count that the header states, and what was counted.
struct StatedCount {
  std::string field;
  std::optional<std::int64_t> stated;  ///< nothing: absent
  std::uint64_t counted = 0;
  std::uint32_t line = 0;
};

struct FileHeader {
  std::optional<SenderCode> sender;
  std::optional<ReportMonth> month;
  std::optional<std::string> reason;  ///< the role
  std::optional<std::int64_t> sequence, replaces;
  std::vector<std::string> unreadable;  ///< names of fields whose value cannot be read
  std::uint32_t line = 0;
};

/// A value of a record that its format cannot read: the record takes part in no other check.
struct UnreadableValue {
  std::string field;
  std::uint32_t line = 0;
};

/// What became of reading a conversion file.
enum class FileState {
  readable,
  invalid,     ///< not well-formed or not valid: rejected
  unavailable  ///< the file or its schema cannot be opened: nothing can be judged
};

/// One conversion file, without its records.
struct ConversionFile {
  std::string name;  ///< as shown
  FileState state = FileState::unavailable;
  std::uint64_t errors = 0;  ///< of an invalid file
  std::uint32_t error_line = 0;
  std::vector<Diagnostic> why_not;  ///< VER-13x: why it is not readable
  FileHeader header;
  std::vector<StatedCount> counts;
  std::vector<UnreadableValue> unreadable;
  std::uint64_t records_read = 0, records = 0;  ///< all, and those that could be read
};

/// The conversion files of one transition, one per new sender: together they tell what became of every old provision.
struct ConversionFiles {
  std::vector<ConversionFile> each;
  std::vector<Numbering> numberings;
  std::vector<Record> records;
  std::vector<NewKey> keys;
  std::vector<DeclaredChange> changes;

  bool readable() const;
  /// The name of the first one, for what is about all of them.
  const std::string& name() const { return each.front().name; }
  const std::string& name_of(const Record& record) const { return each[record.file].name; }
  const std::string& name_of(const NewKey& key) const { return each[key.file].name; }
  /// The index of this numbering in `numberings`, where it is added when it is new.
  std::uint32_t numbering_index(const Numbering& numbering);
  const Numbering& numbering(const Record& record) const { return numberings[record.numbering]; }
  const Numbering& numbering(const NewKey& key) const { return numberings[key.numbering]; }
  /// The key as findings show it: a registration number that contains its own BSN is masked.
  std::string shown(const Record& record) const;
  std::string shown(const NewKey& key) const;

 private:
  std::map<Numbering, std::uint32_t> numbering_indices_;
};

/// Conversion files of earlier transitions, and earlier files of this one.
struct EarlierFiles {
  ConversionFiles files;                 ///< in order of month, new sender and sequence number
  std::vector<std::uint32_t> in_force;   ///< indices into `files.each`: those that no other one replaces
  std::vector<Diagnostic> why_unusable;  ///< not empty: what one of them says, or which one holds, is not known
};

/// Masks a registration number that contains the BSN, and whatever else looks like one.
std::string shown_key(const Numbering& numbering, std::string_view id, const std::optional<Bsn>& bsn);

/// A delivery of an old sender in or after the first month under the new keys, beside those of the new senders.
struct ParallelDelivery {
  std::string file;  ///< as shown
  SenderCode sender;
  ReportMonth month;
};

/// How many provisions of an old sender were registered late: counted over pairs of months that follow one another.
struct LateShare {
  SenderCode sender;
  std::uint64_t months = 0;      ///< pairs
  std::uint64_t late = 0;        ///< provisions that the month before should have had
  std::uint64_t provisions = 0;  ///< of all these months
};

/// Everything the checks look at.
struct Evidence {
  const pack::Pack& pack;
  ConversionFiles files;
  DeliveredSide old_side, new_side;
  std::vector<ParallelDelivery> parallel;
  EarlierFiles earlier;
  std::vector<LateShare> late_shares;  ///< of the old senders with deliveries of several months
  ReportMonth month;                   ///< the first month under the new keys: of the new delivery, else as the file says
  checks::EveryFinding* every_finding = nullptr;
  const std::vector<MappedSide>* exports = nullptr;
  std::set<SenderCode> declared_gaps;
  std::vector<Equation> equations;  ///< empty while a file or a side is missing. Set by `join()`

  std::span<const NewKey> keys_of(const Record& record) const { return {files.keys.data() + record.first_key, record.keys}; }
  std::span<const DeclaredChange> changes_of(const Record& record) const { return {files.changes.data() + record.first_change, record.changes}; }
  /// What the pack gives a check for a parameter that run_check has seen to be there.
  std::int64_t parameter(std::string_view check, std::string_view name) const;
  /// The earliest last month of the old deliveries; without any, the month before the transition.
  ReportMonth earliest_last_month() const;
};

/// The code that stands in the file for a role: `gelijk` for `same`; the role itself when the pack has no such code.
std::string shown_code(const Evidence& evidence, std::string_view list, std::string_view role);

/// Does an old sender go on with its numbers, as far as the files say? Then provisions of it stay, or new keys of it have the numbering of its old ones, and
/// none of its own gets a new key from it; the numbering is theirs. Nothing when it does not.
std::optional<Numbering> numbering_going_on(const ConversionFiles& files, const SenderCode& sender);

/// Does the record declare a change of this fact?
bool declares(const Evidence& evidence, const Record& record, std::string_view field);

/// Does the old provision go on with its sender, under its own number?
bool goes_on(const Record& record);

/// Finds for every record and new key the delivered provision, marks the delivered ones that the file names, and counts the fates of both sides.
void join(Evidence& evidence);

}  // namespace srgconv::verify
