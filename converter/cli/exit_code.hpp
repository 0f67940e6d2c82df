// The exit codes, as design and --help name them.
#pragma once

namespace srgconv::cli {

enum class ExitCode {
  done = 0,     ///< accepted, with signals too, or done
  signals = 1,  ///< signals, with --strict
  rejected = 2,
  usage = 3,         ///< usage or rules wrong
  unreadable = 4,    ///< an input cannot be read
  not_assessed = 5,  ///< interrupted, disk full, internal, or a side is missing
};

}  // namespace srgconv::cli
