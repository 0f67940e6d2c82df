// SENDER-KNOWN and SENDER-ALIVE, for checks of conversion files and of deliveries alike.
#pragma once

#include <cstdint>
#include <string>

#include "checks/checks.hpp"
#include "domain/identifiers.hpp"
#include "domain/period.hpp"
#include "pack/pack.hpp"

namespace srgconv::checks {

/// A day of the month on which a sender can have existed: the surest answer for its first and its last day, so that one that began inside the month counts.
Answer sender_alive_in(const pack::SenderLineage& senders, const SenderCode& sender, ReportMonth month);

/// One case: is there such a sender? VER-030, VER-031.
void judge_sender_known(const pack::SenderLineage& senders, const SenderCode& sender, ReportMonth month, const std::string& file, std::uint32_t line,
                        Tally& tally);

/// One case: did it exist in the month, as `alive` says? VER-032, VER-033; not applicable to a code that is not known at all.
void judge_sender_alive(const pack::SenderLineage& senders, const SenderCode& sender, ReportMonth month, Answer alive, const std::string& file,
                        std::uint32_t line, Tally& tally);

}  // namespace srgconv::checks
