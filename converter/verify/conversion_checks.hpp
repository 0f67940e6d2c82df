// The checks, inside this room. Each looks at the evidence and fills its tally; verify.cpp lists them.
#pragma once

#include <array>
#include <vector>

#include "checks/checks.hpp"
#include "verify/evidence.hpp"

namespace srgconv::verify {

using checks::Arguments;
using checks::Case;
using checks::State;
using checks::Tally;

// schema_check.cpp: XSD
void check_schema(const Evidence& evidence, Tally& tally);
// header_check.cpp: HEADER, COUNTS
void check_header(const Evidence& evidence, Tally& tally);
void check_counts(const Evidence& evidence, Tally& tally);
// sender_checks.cpp: SENDER-KNOWN, SENDER-ALIVE, SENDER-SUCCESSOR
void check_senders_known(const Evidence& evidence, Tally& tally);
void check_senders_alive(const Evidence& evidence, Tally& tally);
void check_successors(const Evidence& evidence, Tally& tally);
// unique_check.cpp: UNIQUE, BSN
void check_unique(const Evidence& evidence, Tally& tally);
void check_bsn(const Evidence& evidence, Tally& tally);
// key_checks.cpp: OLD-KEY, NEW-KEY, KEY-TWICE
void check_old_keys(const Evidence& evidence, Tally& tally);
void check_new_keys(const Evidence& evidence, Tally& tally);
void check_keys_twice(const Evidence& evidence, Tally& tally);
// fates.cpp: FATES-OLD, FATES-NEW, EARLY-START
void check_old_fates(const Evidence& evidence, Tally& tally);
void check_new_fates(const Evidence& evidence, Tally& tally);
void check_early_starts(const Evidence& evidence, Tally& tally);
// facts_check.cpp: FACTS
void check_facts(const Evidence& evidence, Tally& tally);
// relation_check.cpp: RELATION, OPEN-REVIEW
void check_relations(const Evidence& evidence, Tally& tally);
void check_open(const Evidence& evidence, Tally& tally);
// changes_check.cpp: CHANGES
void check_changes(const Evidence& evidence, Tally& tally);
// delivered_twice_check.cpp: DELIVERED-TWICE
void check_delivered_twice(const Evidence& evidence, Tally& tally);
// late_share_check.cpp: LATE-SHARE
void check_late_share(const Evidence& evidence, Tally& tally);
// continuity_check.cpp: CONTINUITY
void check_continuity(const Evidence& evidence, Tally& tally);
// earlier_check.cpp: EARLIER
void check_earlier(const Evidence& evidence, Tally& tally);
// mapping_check.cpp: MAPPING-AGREES
void check_mapping(const Evidence& evidence, Tally& tally);

/// The equations of both sides: old senders first, by code.
std::vector<Equation> equations_of(const Evidence& evidence);

/// How each requirement measures up. Without the evidence it needs, one is not met and its `measured` is `-`.
std::vector<RequirementResult> measure_requirements(const Request& request, const std::vector<Equation>& equations);

/// A check and what it cannot do without.
struct PlannedCheck {
  struct Needs {
    bool file = true, old_side = false, new_side = false, earlier = false;
    bool partly = false;  ///< without a side it finds what it can, and ends not assessed all the same
  };
  const char* id;
  Needs needs;
  void (*run)(const Evidence&, Tally&);
  std::array<const char*, 5> parameters = {};  ///< whole numbers that the pack has to give it; null: no more
};

/// Not assessed, with the reasons, where something it needs is missing or it throws (VER-240).
CheckResult run_check(const PlannedCheck& check, const Evidence& evidence);

/// Every planned check, in order, on the evidence; several at a time.
std::vector<CheckResult> run_checks(const Evidence& evidence, unsigned threads = 1);

/// link_checks.cpp: the checks of the pack on links, in its order.
std::vector<CheckResult> run_link_checks(const Evidence& evidence);

/// The verdict on what was found.
Verdict judge(const std::vector<CheckResult>& checks, const std::vector<Equation>& equations, const std::vector<RequirementResult>& requirements);

}  // namespace srgconv::verify
