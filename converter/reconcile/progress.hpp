// What reconciliation has found so far; every stage of the route adds to it.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "reconcile/reconcile.hpp"

namespace srgconv::reconcile {

/// A link as a stage finds it. The pointers lead into the Problem.
struct Pairing {
  std::uint32_t old = 0, fresh = 0;
  Proof proof = Proof::equal;
  Relation relation = Relation::same;
  const SourceSpan* place = nullptr;         ///< of the rule, the list line, the match level or the statement that allows it
  const rules::MatchLevel* level = nullptr;  ///< match only
  bool changed = true;                       ///< false when type, start and end are known to agree: then nothing is declared as changed
  const Decision* decision = nullptr;        ///< decisions only
};

/// Why a stage could not link an old provision. Matters when no other stage links it.
struct Trouble {
  std::uint32_t old = 0;
  Diagnostic why;
  std::vector<std::uint32_t> candidates;  ///< into Problem::fresh
};

/// The last day of which every old sender has delivered: the earliest of their last months counts.
Date last_old_day(const Problem& problem);

struct Progress {
  explicit Progress(const Problem& the_problem)
      : problem(the_problem),
        last_old_day(reconcile::last_old_day(the_problem)),
        fates(the_problem.old.size(), OldFate::open),
        senders(the_problem.transition.new_senders()),
        linked(the_problem.fresh.size(), false),
        blocked(the_problem.old.size(), false),
        held(the_problem.old.size(), false),
        alone(the_problem.old.size(), false) {}

  void link(const Pairing& pairing) {
    fates[pairing.old] = OldFate::linked;
    linked[pairing.fresh] = true;
    pairings.push_back(pairing);
  }
  bool undecided(std::uint32_t old) const { return fates[old] == OldFate::open; }
  /// May a step link these two? People may have decided otherwise, or what they decided does not fit any more.
  bool may_link(std::uint32_t old, std::uint32_t fresh) const {
    return !held[old] && !alone[old] && (refused.empty() || !refused.contains(std::pair(old, fresh)));
  }

  /// The one new sender that an old provision goes to; null when there is only one, or when nothing says which of several.
  const SenderCode* destination(std::uint32_t old) const {
    return destinations.empty() || destinations[old] == nowhere ? nullptr : &senders[destinations[old]];
  }
  /// May an old provision be linked at all? Not while nothing says which of several new senders it goes to.
  bool has_destination(std::uint32_t old) const { return destinations.empty() || destinations[old] != nowhere; }

  /// Does a scope leave it with its old sender?
  bool is_outside(std::uint32_t old) const { return !outside.empty() && outside[old]; }
  /// What a provision in the new delivery of a sender that continues is to that sender's old provision of the same number.
  enum class Own : std::uint8_t { none, continuing, contradicting };
  Own own_of(std::size_t fresh) const { return own.empty() ? Own::none : own[fresh]; }

  static constexpr std::uint16_t nowhere = 0xFFFF;

  const Problem& problem;
  Date last_old_day;
  std::vector<OldFate> fates;                         ///< per old provision; open: not decided yet
  std::map<std::uint32_t, std::string> explanations;  ///< by old provision
  std::vector<SenderCode> senders;                    ///< the new ones, as the transition names them
  std::vector<std::uint16_t> destinations;            ///< per old provision, index into `senders` or `nowhere`; empty: there is one new sender
  std::vector<bool> outside;                          ///< per old provision: a scope leaves it with its sender; empty: there is no scope
  std::vector<Own> own;                               ///< per new provision; empty: no sender continues
  std::vector<bool> linked;                           ///< per new provision: linked, or of a number that its sender has already
  std::vector<bool> blocked;  ///< per old provision: several new ones fit equally well, so it must not be taken for one that ended since
  std::vector<bool> held;     ///< per old provision: a decision about it does not fit, so people must look again before anything links it
  std::vector<bool> alone;    ///< per old provision: people decided that no new provision is this one
  std::set<std::pair<std::uint32_t, std::uint32_t>> refused;  ///< old and new provisions that people decided are not the same
  std::set<std::uint32_t> disputed;                           ///< new provisions that may belong to an old one, though nothing says to which, or whether to any
  std::vector<Pairing> pairings;
  std::vector<Trouble> troubles;
  std::vector<Diagnostic> findings;
  std::size_t list_contradictions = 0;
};

/// The last month that an old sender delivered; the month before the transition when the problem does not say.
ReportMonth last_month_of(const Problem& problem, const SenderCode& sender);
/// Is the new provision running in the month of the transition (or may it be)?
bool running_at_transition(const Problem& problem, std::size_t fresh);

}  // namespace srgconv::reconcile
