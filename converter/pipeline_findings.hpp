// What a run is given about findings, and the files that it makes of them.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "diagnostics/diagnostics.hpp"
#include "findings/findings.hpp"
#include "report/report.hpp"

namespace srgconv {

/// The waivers of a file, named as an input: by its place below `folder`, or else by its name alone. Without a file there are none. Nothing, told, when the
/// file is unusable.
std::optional<std::vector<findings::Waiver>> take_waivers(const std::filesystem::path& file, const std::filesystem::path& folder,
                                                          std::vector<report::Input>& inputs, Diagnostics& diagnostics);

/// What should be said of the waivers when all is done, among the findings of the last transition and among `diagnostics`.
void tell_waivers(const findings::Book& book, std::vector<report::Model>& transitions, Diagnostics& diagnostics);

/// Adds to the names of a run's outputs those of the files that write_reports() makes, in order.
void name_reports(std::vector<std::string>& outputs, const std::vector<std::string>& forms, const std::vector<report::Table>& lists = {});

/// Writes bad-rows.csv, `lists`, the forms asked for, report.json and manifest.json, which names these and `others` by their hash, into a folder. The models
/// name all files of the folder among their outputs by then.
void write_reports(const std::filesystem::path& folder, const std::vector<report::Model>& transitions, const std::vector<std::string>& forms,
                   const report::ManifestHead& head, const std::vector<report::Input>& inputs, std::vector<std::string> others,
                   const std::vector<report::Table>& lists = {});

}  // namespace srgconv
