// Does a finished run again with what its manifest names, and compares byte for byte.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "diagnostics/diagnostics.hpp"
#include "report/report.hpp"

namespace srgconv {

struct ReplayRequest {
  std::filesystem::path out;   ///< the output folder
  std::filesystem::path from;  ///< of `convert` the rule file; of `verify` the folder in which the command was given, empty: this one
  unsigned threads = 1;
  std::string key;      ///< secret of the pseudonyms, of `convert`
  std::string program;  ///< `srgconv 0.1.0`
};

/// What differs. Nothing, told, when OUT has no usable manifest (USE-056, USE-057), was made by another command (USE-058, USE-059), an input that the command
/// line named is not there (CASE-079), or the run did not succeed (why that is). Which of these it is: `could_not_run` is true for the last two.
std::optional<report::Replay> replay(const ReplayRequest& request, bool& could_not_run, Diagnostics& diagnostics);

}  // namespace srgconv
