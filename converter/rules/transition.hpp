// A transition as the rest of the program uses it: sources, identities, matching, and the statements that explain what is missing.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "domain/decimal.hpp"
#include "domain/identifiers.hpp"
#include "domain/period.hpp"
#include "domain/source_span.hpp"

namespace srgconv::rules {

class Expression;
using ExpressionPointer = std::shared_ptr<const Expression>;
struct Mapping;

/// What the target fields of a mapping are called, in this order.
enum class TargetField { bsn, id, type, start, end, goal, work_capacity, wage_value, description, old_id, new_id, new_sender };

/// How a source carries its month.
struct MonthInHeader {};  ///< the format has a header field `month`
struct MonthInFileName {
  DatePattern pattern;
};  ///< `month from file name 'yyyymm'`: the one run of characters of the name that fits
struct Snapshot {
  Date day;
};  ///< `as snapshot 2021-12-31`
using MonthSource = std::variant<MonthInHeader, MonthInFileName, Snapshot>;

/// `old '0398' from 'a/*.csv', 'b.csv' month from file name 'yyyymm' using a-provisions`; `delivered` and `new` have the same shape.
struct Source {
  SenderCode sender;
  std::vector<std::string> patterns;  ///< relative to the folder of the transition's file; `*` and `?` in the last part
  MonthSource month;
  /// Never null. `using FORMAT` gives the mapping that takes every field under its own name; without `using`: the pack's format `levering`.
  std::shared_ptr<const Mapping> mapping;
  SourceSpan span;
};

/// `new.id = 'H' & old.id [when ...]`
struct RuleIdentity {
  ExpressionPointer new_id;
  ExpressionPointer when;  ///< null: always
  SourceSpan span;
};
/// `links from 'ids.csv' using a-ids`
struct ListIdentity {
  std::vector<std::string> patterns;
  std::shared_ptr<const Mapping> mapping;  ///< target link
  SourceSpan span;
};
/// `match`: by the transition's `match { ... }`
struct MatchIdentity {
  SourceSpan span;
};
using IdentityStep = std::variant<RuleIdentity, ListIdentity, MatchIdentity>;

/// `new.sender = old.type [when ...]`: which new sender a provision goes to; the first that applies holds.
struct SenderRule {
  ExpressionPointer new_sender;
  ExpressionPointer when;  ///< null: always
  SourceSpan span;
};

/// A list whose lines name the new sender: the place of its step among `Identity::steps`.
struct SenderList {
  SourceSpan span;
};
using SenderStep = std::variant<SenderRule, SenderList>;

/// `identity '0416' { links from 'ids.csv' using a-ids; else match }`: steps in order of proof.
struct Identity {
  SenderCode sender;
  std::vector<IdentityStep> steps;
  std::vector<SenderStep> senders;  ///< in the order written; the first that says a sender holds. Empty: every provision goes to the one new sender
  SourceSpan span;
};

/// `else evidence of 9 bits, ahead by 3 bits from 'weights.csv'`: a link is made on the sum of what all facts say.
struct EvidenceLevel {
  std::int64_t least = 0;              ///< thousandths of a bit: the sum of a link's weights is at least this
  std::int64_t ahead = 0;              ///< thousandths of a bit: every assignment without the link is worse by at least this
  std::optional<std::string> weights;  ///< file beside the case; nothing: the pack's weights
};
/// `match { within bsn; equal type, start; else start within 3 days }`: levels in order of proof, all within one BSN.
struct MatchLevel {
  std::vector<TargetField> equal;   ///< fields that agree
  std::optional<int> start_within;  ///< days between the starts, at most; nothing: `start` is among `equal` or does not count
  SourceSpan span;
  std::optional<EvidenceLevel> evidence;  ///< then `equal` and `start_within` are empty
};
struct Match {
  std::vector<MatchLevel> levels;
  SourceSpan span;
  /// The level of weighed evidence, which is the last one; null when there is none.
  const MatchLevel* weighing() const { return levels.empty() || !levels.back().evidence ? nullptr : &levels.back(); }
};

struct Drop {
  SenderCode sender;
  std::string id, reason;
  SourceSpan span;
};
/// `gap '0398' 2021-11 to 2021-12 because '...'`: months that were not delivered.
struct Gap {
  SenderCode sender;
  ReportMonth first, last;
  std::string reason;
  SourceSpan span;
};
/// `order 'sent/a.xml', 'sent/b.xml' because '...'`: of two deliveries of one month the later named holds.
struct DeliveryOrder {
  std::vector<std::string> files;
  std::string reason;
  SourceSpan span;
};

/// `continues '0363'`: an old sender that goes on with its own numbers after the transition.
struct Continues {
  SenderCode sender;
  SourceSpan span;
};
/// `scope '0400' where old.id starts with 'G'`: the provisions of an old sender that the transition is about; the others stay.
struct SenderScope {
  SenderCode sender;
  ExpressionPointer where;
  SourceSpan span;
};
/// `allow split type '40' into '40', '42' because '...'`: one old provision may become several new ones, or several old ones one.
struct Allow {
  enum class Way { split, join };
  Way way = Way::split;
  std::vector<std::string> types;  ///< of the old provisions; empty: every type
  std::vector<std::string> into;   ///< of a split: the types of its parts; empty: every type
  std::string reason;
  SourceSpan span;
};
/// `recoded type '22' to '29' because '...'`: what was type 22 may be type 29 under the new keys.
struct Recoded {
  std::string old_type, new_type, reason;
  SourceSpan span;
};
/// `history id = 'H' & old.id [when ...]`: the number in the history of a provision that ended before the transition.
struct HistoryId {
  ExpressionPointer id;
  ExpressionPointer when;  ///< null: always
  SourceSpan span;
};
/// `ties interchangeable because '...'`: equal provisions may be paired in order.
struct Ties {
  std::string reason;
  SourceSpan span;
};

enum class Metric { coverage, open, unexplained, rejected, list_contradictions };
enum class Comparison { less, less_or_equal, equal, greater_or_equal, greater };
/// `require coverage >= 99.5%`, `require open <= 1`
struct Requirement {
  Metric metric = Metric::open;
  Comparison comparison = Comparison::less_or_equal;
  Decimal limit;     ///< percent for coverage, a count otherwise
  std::string text;  ///< as written
  SourceSpan span;
};

struct Transition {
  std::string name;
  std::string reason;  ///< a role of the pack's list `reason`: `merger`, `software-change`
  ReportMonth month;   ///< first report month under the new keys
  std::optional<Date> assessed_on;
  int sequence = 1;  ///< `sequence 2 replaces 1`
  std::optional<int> replaces;
  std::vector<Source> old, delivered, fresh;  ///< `fresh`: the `new` statements
  std::vector<Identity> identities;
  std::optional<Match> match;
  std::vector<Drop> drops;
  std::vector<Gap> gaps;
  std::vector<Gap> overlaps;  ///< months in which an old sender delivered beside a new one
  std::vector<DeliveryOrder> orders;
  std::vector<Continues> continuing;
  std::vector<SenderScope> scopes;
  std::vector<Allow> allowed;
  std::vector<Recoded> recoded;
  std::optional<HistoryId> history_id;
  std::optional<Ties> ties;
  std::vector<Requirement> requirements;
  SourceSpan span;

  /// The new senders, each once, in the order of their statements.
  std::vector<SenderCode> new_senders() const;
  /// The new senders that provisions of an old one can go to: all, but not itself when it continues.
  std::vector<SenderCode> destinations_of(const SenderCode& old_sender) const;
  bool continues(const SenderCode& sender) const;
  /// Null when the whole sender takes part.
  const SenderScope* scope_of(const SenderCode& sender) const;
  const Identity* identity_of(const SenderCode& sender) const;
};

}  // namespace srgconv::rules
