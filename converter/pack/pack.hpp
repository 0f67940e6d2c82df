// A format pack: pack.toml, code lists with validity, sender lineage, format declarations, checks.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostics.hpp"
#include "domain/code_list.hpp"
#include "domain/evidence.hpp"
#include "domain/identifiers.hpp"
#include "domain/period.hpp"
#include "rules/rules.hpp"

namespace srgconv::pack {

/// What CBS has not published and the pack assumes; every report lists it.
struct Assumption {
  std::string id, nl, en;
};

enum class SenderKind { municipality, joint_body, other };

struct Successor {
  SenderCode code;
  std::optional<Date> date;  ///< when the step took effect; nothing when unknown
};

struct Sender {
  SenderCode code;
  std::string name;
  SenderKind kind = SenderKind::municipality;
  std::optional<Date> start, end;  ///< first day, and the day on which it no longer exists; nothing: unknown start, no end
  std::vector<Successor> successors;
  std::string source;
};

/// The senders of the country and how they follow one another.
class SenderLineage {
 public:
  SenderLineage() = default;
  /// `starts_known_from`: every code that began on or after this day has its start; so one without a start existed before it.
  SenderLineage(std::vector<Sender> senders, Date known_until, std::optional<Date> starts_known_from = {});

  /// The sender with this code; null when the table does not have it. Codes of kind `other` are found too, but are never alive.
  const Sender* find(const SenderCode& code) const;
  /// Is the code a sender on this day? Undecided when the code is unknown after `known_until`, or the start is unknown and nothing else decides.
  /// What decides without a start: another sender passed into it, it is known to have ended or to exist on `known_until`, or `starts_known_from`.
  Answer alive(const SenderCode& code, Date on) const;
  /// May `later` submit for `earlier`: equal, or reached over successors with steps on or before `on`? Undecided for what the table cannot know:
  /// after `known_until` an unknown code, and a step from a code that still existed on `known_until`; a step without a date.
  Answer lawful_successor(const SenderCode& earlier, const SenderCode& later, Date on) const;
  /// The steps from a code onward, in order, and its predecessors; what `srgconv lineage` prints.
  struct Step {
    SenderCode from, to;
    std::optional<Date> date;
  };
  std::vector<Step> onward(const SenderCode& code) const;
  std::vector<Step> backward(const SenderCode& code) const;
  Date known_until() const { return known_until_; }
  /// Every sender, ordered by code.
  const std::vector<Sender>& all() const { return senders_; }
  /// The codes that senders bear (kind `other` left out), in order: for the tip of an unknown code (`similar_name`).
  std::vector<std::string> codes() const;

 private:
  std::size_t index_of(const SenderCode& code) const;  // senders_.size() when the table does not have it
  bool reaches(std::size_t from, std::size_t to, Date on, Answer least, std::vector<bool>& visited) const;

  std::vector<Sender> senders_;  // ordered by code
  Date known_until_;
  std::vector<std::optional<Date>> seen_by_;  // per sender: the earliest day on which it is known to exist
};

/// Is a failed check a rejection or a signal?
using CheckSeverity = rules::CheckSeverity;

/// From which age persons have a state pension (AOW), by their date of birth.
struct PensionAge {
  std::optional<Date> born_from;  ///< nothing: whoever was born before `born_until` too
  Date born_until;                ///< inclusive
  int years = 0, months = 0;
};

/// When a person born on a complete date reaches an age: of a day that the month does not have, the first day of the next month.
Date reaches(Date born, int years, int months);

/// The ages of the pack, in order of birth; each begins on the day after the one before it, and none is lower than the one before it.
class PensionAges {
 public:
  PensionAges() = default;
  explicit PensionAges(std::vector<PensionAge> ages) : ages_(std::move(ages)) {}
  bool empty() const { return ages_.empty(); }
  /// Does a person with this date of birth, which may be partial, have the age on the day? Undecided when the unknown part decides, and for one born after the
  /// table ends who has reached its last age: the age may have risen since.
  Answer reached(Date born, Date on) const;

 private:
  Answer reached_by_one_born_on(Date born, Date on) const;
  std::vector<PensionAge> ages_;
};

/// Two kinds of provisions that are improbable together for one person.
struct Combination {
  std::vector<std::string> first, second;  ///< codes of the list `type`; a role may have several
  int min_days = 1;                        ///< shorter overlaps are passed over
  std::string nl, en;                      ///< why, as the rest of a sentence
};

struct Pack {
  std::string name, version, title_nl, title_en;
  std::optional<Date> applies_from;  ///< first day the formats are meant for; nothing when the pack does not say
  std::filesystem::path folder;
  std::string shown_folder;  ///< how messages and outputs name the folder: `schemas/srg-2026`
  std::vector<Assumption> assumptions;
  std::vector<std::string> sources;
  CodeLists codes;
  SenderLineage senders;
  std::optional<EvidenceWeights> weights;                  ///< of weights.csv, for `else evidence`; a pack need not have them
  PensionAges pension_ages;                                ///< of pension-age.csv; a pack need not have them
  std::vector<Combination> combinations;                   ///< of combinations.csv, in its order; a pack need not have them
  std::size_t longest_id = 15;                             ///< registration number, in characters (assumed)
  std::vector<rules::Check> checks;                        ///< of checks.rules, in the order of the file
  std::vector<std::filesystem::path> files;                ///< every file of the pack, in order of name: inputs of the manifest
  const rules::Check* check(std::string_view code) const;  ///< null when the pack does not declare it
  CheckSeverity severity(std::string_view check) const;    ///< reject when the pack does not declare it
};

/// Reads weights of evidence: `comparison;level;m;u;source`, each level of each comparison once, likelihoods above 0 that add up to 1 per comparison. Nothing,
/// with PACK-048 to PACK-052 or PACK-02x, when it has a fault.
std::optional<EvidenceWeights> read_weights(const SourceText& text, Diagnostics& diagnostics);
/// Reads `reached_in;born_from;born_until;years;months;source`: dates of birth without a gap, ages that never fall, `reached_in` the year in which those who
/// were born then reach the age. Nothing, with PACK-064 to PACK-067 or PACK-02x, when it has a fault.
std::optional<PensionAges> read_pension_ages(const SourceText& text, Diagnostics& diagnostics);
/// Reads `first;second;min_days;nl;en;source`; the first two are codes or roles of `types`. Nothing, with PACK-061 to PACK-063 or PACK-02x, when it has a
/// fault.
std::optional<std::vector<Combination>> read_combinations(const SourceText& text, const CodeList& types, Diagnostics& diagnostics);
/// The weights as such a table.
std::string weights_table(const EvidenceWeights& weights, const std::string& source);

/// Loads packs once, and is the resolver of imports: `import 'srg-2026'` gives the pack's formats.rules, `import 'voorbeeld-a'` the
/// file mappings/voorbeeld-a.rules, `import 'x.rules'` a file beside the importing one, or else in mappings/.
/// Texts are named `schemas/...` and `mappings/...`, a file beside a case by its path relative to the case: never by an absolute path.
class Library : public rules::ImportResolver {
 public:
  /// `roots`: folders that hold `schemas/` and `mappings/`, searched in order.
  Library(std::vector<std::filesystem::path> roots, Diagnostics& diagnostics);
  ~Library() override;

  /// A pack by name (or by folder); null with PACK-0xx when there is none or it is faulty. A pack taken by its folder is from then on
  /// also what imports of its name mean. Packs live as long as the library.
  const Pack* pack(std::string_view name_or_folder);
  std::optional<rules::Import> find(std::string_view name, const std::filesystem::path& folder) override;
  std::vector<std::string> names() override;

 private:
  const Pack* with_checks(struct LoadedPack* loaded);

  struct State;
  std::unique_ptr<State> state_;
};

/// Folders that hold the shipped data: SRGCONV_DATA when set, else beside the program (`..` of its folder, `../share/srgconv`).
std::vector<std::filesystem::path> data_roots();

}  // namespace srgconv::pack
