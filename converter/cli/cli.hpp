// The command line: finds the command, reads its options, and turns what it did into an exit code.
#pragma once

#include <string>
#include <vector>

#include "diagnostics/diagnostics.hpp"

namespace srgconv::cli {

/// Runs the program with the arguments behind its name. Results go to stdout, messages to stderr. Returns the exit code (exit_code.hpp).
/// Throws BrokenWorld when the machine fails.
int run(const std::vector<std::string>& arguments);

/// Shows what broke the world, on stderr, and gives the exit code 5.
int report_broken_world(const BrokenWorld& failure);
/// The same for a fault that nobody foresaw; says only that it happened.
int report_unforeseen_fault();

/// From now on an interruption (Ctrl-C, a termination) removes the unfinished output and leaves with 5; call before any thread starts.
void handle_interruptions();

}  // namespace srgconv::cli
