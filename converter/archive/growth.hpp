// Is what comes out of an archive in proportion to what goes in? Internal to this room.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include <fmt/format.h>

#include "archive/archive.hpp"

namespace srgconv::archive {

/// A number of bytes as people say it.
inline std::string shown_size(std::uint64_t bytes) {
  const std::uint64_t mebibytes = bytes >> 20U;
  return mebibytes >= 1024 ? fmt::format("{} GiB", mebibytes >> 10U) : mebibytes > 0 ? fmt::format("{} MiB", mebibytes) : fmt::format("{} bytes", bytes);
}

/// What is wrong with `unpacked` bytes out of `packed`; nothing when it is in proportion.
inline std::optional<Diagnostic> out_of_proportion(std::uint64_t packed, std::uint64_t unpacked, const std::string& shown_name, const Limits& limits) {
  if (unpacked > limits.most_unpacked) return finding("READ-117", {shown_name}, {{"limit", shown_size(limits.most_unpacked)}});
  if (unpacked > limits.ratio_from && unpacked / limits.ratio > packed) return finding("READ-118", {shown_name}, {{"limit", fmt::to_string(limits.ratio)}});
  return std::nullopt;
}

}  // namespace srgconv::archive
