// Brings the files of a pack's folder together.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "diagnostics/diagnostics.hpp"
#include "pack/pack.hpp"

namespace srgconv::pack {

/// A pack, and the texts of its format declarations and its checks.
struct LoadedPack {
  Pack pack;  ///< without its checks: they import the formats, so they are resolved last
  std::string formats, checks;
  enum class Checks { unread, sound, faulty } state = Checks::unread;  ///< of the checks
};

/// The bytes of a file; nothing when there is no such file, or it cannot be read.
std::optional<std::string> read_text_file(const std::filesystem::path& path);

/// Null when there is a fault; all faults are reported. `shown_folder` is how messages name the folder; `wanted_name`, when not empty, is the name
/// that pack.toml has to give.
std::unique_ptr<LoadedPack> load_pack(const std::filesystem::path& folder, const std::string& shown_folder, const std::string& wanted_name,
                                      Diagnostics& diagnostics);

}  // namespace srgconv::pack
