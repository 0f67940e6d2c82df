// Judges a submission as `srgconv verify` does, from files on disk.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>

#include "shapes.hpp"

namespace srgconv::faults {

/// What one check found.
struct Finding {
  bool rejects = false, assessed = true;
  std::uint64_t violated = 0, undecided = 0;
  std::string first;  ///< its first finding, as a sentence

  bool silent() const { return assessed && violated + undecided == 0; }
};

/// What `verify` made of a submission.
struct Judged {
  std::string verdict;  ///< `rejected`, ...; `unusable` when an input could not be opened at all
  std::map<std::string, Finding> checks;
  std::string messages;

  /// What every check that is not silent found, for a failed test.
  std::string told() const;
};

/// Writes the files into folders of their own, judges them, and removes them.
Judged judged(const Submission& submission);
/// The same of a folder with `conversion`, `old`, `new` and perhaps `earlier` in it.
Judged judged(const std::filesystem::path& folder);

}  // namespace srgconv::faults
