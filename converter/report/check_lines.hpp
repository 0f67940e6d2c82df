// What the checks found, as the console shows it: a sum over all checks, then the worst first, within the lines that are left.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "report/report.hpp"

namespace srgconv::report {

/// `Controles: 19 = 15 goed + 2 signalerend + 2 n.v.t.`.
std::string check_summary(const verify::Verification& verification, Language language);

/// The checks that found something or could not be assessed, the worst first.
std::vector<const verify::CheckResult*> found_something(const verify::Verification& verification);

/// The number of checks that found something or could not be assessed.
std::size_t checks_to_show(const verify::Verification& verification);

/// At most `room` lines (and at least one when there is something to show): rejections first, then what was not assessed, signals, and what is undecided;
/// each with its counts and title and, while there is room, the next step of its first finding. What does not fit is counted in a last line, which says where
/// the full list is, or how to get one (`listed_in_full` is false).
std::vector<std::string> check_lines(const verify::Verification& verification, Language language, std::size_t room, bool listed_in_full = true);

}  // namespace srgconv::report
