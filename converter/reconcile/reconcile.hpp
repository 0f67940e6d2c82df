// Finds for every old provision its new key, or says why there is none: known rules, supplier's lists, equality of facts. One-to-one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostics.hpp"
#include "domain/code_list.hpp"
#include "domain/decision.hpp"
#include "domain/evidence.hpp"
#include "domain/identifiers.hpp"
#include "domain/list_line.hpp"
#include "domain/misspelt.hpp"
#include "domain/period.hpp"
#include "domain/provision.hpp"
#include "domain/source_span.hpp"
#include "reconcile/provisions.hpp"
#include "rules/rules.hpp"
#include "store/store.hpp"

namespace srgconv::reconcile {

/// Every old provision of its sender's last month is exactly one of these.
enum class OldFate : std::uint8_t { linked, ended, ended_since, stays, dropped, open };
/// Every provision of the first new delivery is exactly one of these.
enum class NewFate : std::uint8_t { linked, continuing, started_since, registered_late, unexplained };
/// In order of strength.
enum class Proof : std::uint8_t { rule, decision, list, equal, near, evidence, interchangeable };
enum class Relation : std::uint8_t { same, split, joined };
std::string_view name(OldFate fate);       ///< `linked`, `ended`, `ended-since`, `stays`, `dropped`, `open`
std::string_view name(NewFate fate);       ///< `linked`, `continuing`, `started-since`, `registered-late`, `unexplained`
std::string_view name(Proof proof);        ///< `rule`, `decision`, `list`, `equal`, `near`, `evidence`, `interchangeable`
std::string_view name(Relation relation);  ///< `same`, `split`, `joined`

using srgconv::ListLine;

/// Everything reconciliation depends on.
struct Problem {
  const rules::Transition& transition;
  const CodeLists& codes;
  Provisions old;                                 ///< of all old senders: what each delivered for its last month
  Provisions fresh;                               ///< of all new senders
  std::map<SenderCode, ReportMonth> last_months;  ///< per old sender
  /// Lines of a list step, by the place of the step (`ListIdentity::span`), in the order of the files.
  std::map<SourceSpan, std::vector<ListLine>> lists;
  std::vector<Decision> decisions = {};  ///< of people, in any order
  /// Stands for a BSN in codes of keys that contain the BSN of their own person; without it such a code would give the BSN away.
  std::function<std::string(Bsn)> pseudonym = {};
  /// Per old sender the new one in whose conversion file stands what goes to no new sender; without an entry the one that the transition names first.
  std::map<SenderCode, SenderCode> homes = {};
  EvidenceWeights weights = {};         ///< of `else evidence`; all zero where a transition does not weigh
  std::vector<Date> change_dates = {};  ///< days on which the change took effect: what a start may have been moved to
  CodeNumbers numbers = {};             ///< of the codes in `old` and `fresh`
  unsigned threads = 1;                 ///< to work with; nothing depends on how many
  /// Rows that are no provisions because their BSN fails the 11-test: of the deliveries or exports that are the old side, and of the new deliveries. In any
  /// order.
  std::vector<MisspeltProvision> misspelt_old = {}, misspelt_new = {};

  /// `end_recorded_since`: see Provisions::add.
  void add_old(const Provision& provision, std::optional<Date> end_recorded_since = {}) { old.add(provision, numbers, end_recorded_since); }
  void add_new(const Provision& provision) { fresh.add(provision, numbers); }
  Provision old_provision(std::size_t index) const { return old.provision(index, numbers); }
  Provision new_provision(std::size_t index) const { return fresh.provision(index, numbers); }
};

/// A fact that differs across the change, and why that is no contradiction.
struct Change {
  std::string field;   ///< `start`, `end`, `goal`, ...
  std::string reason;  ///< for the conversion file, in Dutch: what proved the link all the same
};

struct Link {
  std::uint32_t old = 0, fresh = 0;  ///< indices into Problem::old and Problem::fresh
  Proof proof = Proof::equal;
  Relation relation = Relation::same;
  const SourceSpan* place = nullptr;  ///< of the rule, list line, match level or statement, in the problem: `dijk-en-waard.rules:12`, `ids.csv:7`
  std::vector<Change> changes;        ///< type and start when they differ, the end when both sides deliver one and these differ
};

/// An old provision for which the evidence does not decide: for people to judge.
struct Review {
  std::size_t old = 0;
  std::vector<std::size_t> candidates;       ///< in order of key; may be empty
  Diagnostic why;                            ///< RECO-0xx
  std::string link_code;                     ///< see link_code()
  std::vector<std::string> pair_codes = {};  ///< per candidate; see pair_code()
};

/// What came of a decision.
struct DecisionOutcome {
  std::optional<std::size_t> old;  ///< into Problem::old; nothing when it names no provision that is there
  std::string outcome;  ///< `applied`, `later`, the code of the finding that says why it was not, or `held`: another about the same provision was not
};

struct Outcome {
  std::vector<OldFate> old_fates;                         ///< per Problem::old
  std::vector<NewFate> new_fates;                         ///< per Problem::fresh
  std::map<std::uint32_t, std::string> old_explanations;  ///< by index into Problem::old: reason of a drop, the to-do of ended-since
  std::vector<Link> links;                                ///< in order of old key
  std::vector<Review>
      reviews;  ///< in order of old key; exactly the open old provisions that have candidates or contradictions, and other open ones with no candidate
  std::size_t list_contradictions = 0;
  std::vector<DecisionOutcome> decisions = {};  ///< per Problem::decisions
  std::vector<std::uint16_t> files;             ///< per Problem::old: in which new sender's conversion file it stands, an index into Transition::new_senders()
};

/// Reconciles. Findings (a list line that contradicts the facts, a rule whose key does not exist, a drop of an unknown number, ...) are RECO-0xx
/// diagnostics: warnings, with the place of the rule or list line; they never hold a BSN.
///
/// Order per old provision: dropped by declaration; ended (its end lies on or before the last day of its sender's last month); what people decided; the steps
/// of its sender's identity in order; ended since (a known end before the transition month, or within it and not delivered); else open.
/// The match levels work on all senders with a `match` step together, per person: the one-to-one assignment with the strongest total evidence;
/// what is not the same in every such assignment is a tie and goes to review; a tie stays open, whatever its end. Steps behind a `match` step take what
/// `match` leaves, ties included. A new key that several rules or lists claim is given to none. What a review says is not among the diagnostics as well,
/// unless it is about a rule or a list.
Outcome reconcile(const Problem& problem, Diagnostics& diagnostics);

/// At most this many pairs are looked at.
inline constexpr std::uint64_t most_estimated_pairs = 2'000'000;

/// From fewer provisions weights are not used: a pair's sum is off by as much as links must be ahead (docs/decisions/0011-weighed-evidence.md has the figures).
inline constexpr std::uint64_t fewest_estimated = 400;
/// From so many a pair's sum is off by about a bit.
inline constexpr std::uint64_t amply_estimated = 4'000;

struct Estimate {
  EvidenceWeights weights;
  std::uint64_t persons = 0, pairs = 0;  ///< looked at
  /// Of these pairs no more can be the same provision, one to one: how much there was to learn from.
  std::uint64_t provisions = 0;
};

/// Estimates m and u of every level by expectation maximisation (Dempster, Laird and Rubin 1977, in the form that Winkler 1988 gave it for record linkage) over
/// all pairs of an old and a new provision of one person, starting from `problem.weights`. Nothing is known of which pairs belong together: each counts for m
/// by the probability that it does, and for u by the rest. Each level gets half a pair more on both sides, so that none is impossible. Of more than
/// `most_estimated_pairs` a share of the persons is taken, by a fixed hash of the BSN: the result depends on the provisions alone, not on their order, a clock
/// or a machine. Nothing when no person occurs on both sides.
std::optional<Estimate> estimate(const Problem& problem);

/// Adds the old provisions of a sender as the workspace has them: those delivered for its last month with what the export recorded since, or those of the
/// export that ran in that month.
void add_old_provisions(const store::Workspace& workspace, const SenderCode& sender, const store::OldSide& old_side, Problem& problem);
/// All provisions of a sender's export, those that ended long ago too, for comparison with what it delivered: a delivery may update any of them.
std::vector<Provision> exported_provisions(const store::Workspace& workspace, const SenderCode& sender, ReportMonth export_month);
/// Records fates, links and reviews in the workspace.
void record_outcome(const Problem& problem, const Outcome& outcome, store::Workspace& workspace);

/// Gives every old provision that ended in the old deliveries, in the last month or before, the number that the transition's `history id` says, and records it;
/// nothing without that statement. By the last that its sender delivered of it, or the export where nothing was delivered.
/// A number has at most `longest` characters. RECO-065 to RECO-069 for numbers that cannot be given, CASE-070 for how many were.
void record_history_numbers(const Problem& problem, const Outcome& outcome, const std::map<SenderCode, store::OldSide>& old_sides, std::size_t longest,
                            store::Workspace& workspace, Diagnostics& diagnostics);

/// A short code with a letter in front that names an old key in `review.csv` and decision files: `L` and seven signs of base 32 (no I, L, O, U),
/// from a 64-bit FNV-1a hash of the key's text.
std::string link_code(const ProvisionKey& old_key);
/// The same for a provision whose number may contain the BSN of its own person: then the pseudonym stands for it.
std::string link_code(const ProvisionKey& old_key, Bsn bsn, const std::function<std::string(Bsn)>& pseudonym);
/// A short code of an old and a new provision and the facts by which people judge whether they are one: type and start. Others may change without making a
/// decision stale. `P` and seven signs.
std::string pair_code(const Provision& old, const Provision& fresh);

}  // namespace srgconv::reconcile
