// The log of a run, on stderr or in a file: four functions. The only room that includes spdlog.
#pragma once

#include <filesystem>
#include <string_view>

namespace srgconv::log {

/// Starts the log: on stderr from `warning` on, or from `info` on when `verbose`. Synchronous: nothing is lost at an abrupt end.
void start(bool verbose);
/// Every text passes the filter for personal data (mask_personal) before it is written.
void info(std::string_view text);
void warning(std::string_view text);
/// Writes out what is still buffered.
void flush();

}  // namespace srgconv::log
